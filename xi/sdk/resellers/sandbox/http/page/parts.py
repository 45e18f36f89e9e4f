"""The parts of the catalogue, with the units in stock."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request

from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind
from xi.sdk.resellers.sandbox.http.page._section import Section, list_of
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


def _texts(part: Part) -> Sequence[str]:
    return part.number, part.description, part.vendor_number, part.vendor_name, part.customer_number


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    names = [kind.value.capitalize() for kind in PartKind]
    parts = list(sandbox.catalogue)
    return {
        "list": list_of(request, parts, _texts, names, lambda part: [part.kind.value.capitalize()]),
        "left": sandbox.orders.stock.left,
    }


SECTION = Section(title="Parts", link="/parts", views={"/parts": ("parts.html", _show)}, actions={})
