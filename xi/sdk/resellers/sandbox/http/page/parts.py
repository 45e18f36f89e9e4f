"""The catalogue: its parts with price and stock, which can be changed, and what the API answers about each."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind
from xi.sdk.resellers.sandbox.http.page._section import Form, Section, listing, number, search_text
from xi.sdk.resellers.sandbox.operations.catalog import item_of
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

_GROUPS: Final = {kind.value.capitalize(): kind.value for kind in PartKind}
_REFUSED: Final = "Not authorised"


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    catalogue = sandbox.catalogue
    text = search_text(request)
    found = catalogue.index.keyword(text) if text else set(catalogue.index.everything)
    members = {label: found & catalogue.index.group("kind", [kind]) for label, kind in _GROUPS.items()}
    members[_REFUSED] = found & catalogue.refused
    counts = {"All": len(found)} | {label: len(places) for label, places in members.items()}

    def take(group: str, start: int, count: int) -> Sequence[Part]:
        return catalogue.at(sorted(members.get(group, found))[start : start + count])

    return {"list": listing(request, counts, take), "stock": sandbox.orders.stock}


def _part(sandbox: Sandbox, request: Request) -> Part:
    name = str(request.path_params["number"])
    part = sandbox.catalogue.find(name)
    if part is None:
        raise KeyError(f"part {name}")
    return part


def _show_part(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    # With the lock: a view works beside the calls of the API.
    with sandbox.lock:
        part = _part(sandbox, request)
        orders = sandbox.orders
        warehouses = sorted({*orders.stock.warehouses(part), *(each.warehouse for each in sandbox.arrivals.of(part))})
        rows = [(name, orders.stock.left(part, name), orders.waiting_for(part, name)) for name in warehouses]
        answer = item_of(sandbox, part.number)
    return {
        "part": part,
        "rows": rows,
        "is_stocked": part.kind is PartKind.STOCK,
        "answer": json.dumps(answer, indent=2, ensure_ascii=False),
    }


def _price(sandbox: Sandbox, request: Request, form: Form) -> None:
    given = form.get("price", "").strip()
    try:
        price = Decimal(given)
    except InvalidOperation:
        raise ValueError(f"price is {given!r}; it should be a number") from None
    sandbox.change_part(_part(sandbox, request).number, price=price)


def _stock(sandbox: Sandbox, request: Request, form: Form) -> None:
    warehouse = form.get("warehouse", "").strip()
    units = number("units", form.get("units", ""), int)
    sandbox.change_part(_part(sandbox, request).number, stock={warehouse: units})


def _approve(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    sandbox.change_part(_part(sandbox, request).number, authorised=True)


def _refuse(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    sandbox.change_part(_part(sandbox, request).number, authorised=False)


SECTION = Section(
    title="Catalogue",
    link="/parts",
    views={"/parts": ("parts.html", _show), "/parts/{number}": ("part.html", _show_part)},
    actions={
        "/parts/{number}/price": _price,
        "/parts/{number}/stock": _stock,
        "/parts/{number}/approve": _approve,
        "/parts/{number}/refuse": _refuse,
    },
)
