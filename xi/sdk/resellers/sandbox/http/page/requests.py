"""The last requests, with their bodies."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.guard import small_number
from xi.sdk.resellers.sandbox.http.page._section import Section, list_of
from xi.sdk.resellers.sandbox.state.logs import Exchange
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

_FIRST_ERROR: Final = 400
_GROUPS: Final = ("Succeeded", "Failed", "With a fault")


def _groups(exchange: Exchange) -> Sequence[str]:
    succeeded, failed, with_fault = _GROUPS
    result = succeeded if 0 < exchange.status < _FIRST_ERROR else failed
    return (result, with_fault) if exchange.fault else (result,)


def _texts(exchange: Exchange) -> Sequence[str]:
    return exchange.target, exchange.correlation_id, str(exchange.status)


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    return {"list": list_of(request, list(sandbox.exchanges)[::-1], _texts, _GROUPS, _groups)}


def _show_one(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    number = small_number(request)
    found = sandbox.exchanges.numbered(number)
    if found is None:
        raise KeyError(f"request {number} any more" if number < sandbox.exchanges.next_number else f"request {number}")
    return {"exchange": found}


SECTION = Section(
    title="Requests",
    link="/requests",
    views={"/requests": ("requests.html", _show), "/requests/{number}": ("request.html", _show_one)},
    actions={},
)
