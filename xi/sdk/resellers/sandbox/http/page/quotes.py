"""The quotes: what each offers, in which state it is, and buttons that act as the sales department."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.catalog.offers import QuoteStatus, read_terms
from xi.sdk.resellers.sandbox.http.page._section import Form, Section, list_of, number
from xi.sdk.resellers.sandbox.quotes.values import Quote
from xi.sdk.resellers.sandbox.state.offers import SETTABLE
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

_BUTTONS: Final[Mapping[QuoteStatus, str]] = {
    QuoteStatus.READY: "Make ready",
    QuoteStatus.ACTIVE: "Take back",
    QuoteStatus.CLOSED: "Close",
}


def _texts(quote: Quote) -> Sequence[str]:
    parts = (each.part.number for each in quote.lines)
    return (quote.number, quote.name, quote.vendor, quote.end_user, quote.special_bid, quote.customer, *parts)


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    with sandbox.lock:
        quotes = sandbox.offers.quotes.everything()
        day = sandbox.now().date()
    names = [status.value for status in QuoteStatus]
    return {
        "list": list_of(request, quotes, _texts, names, lambda quote: [quote.status_on(day).value]),
        "day": day,
        "buttons": {
            (quote.number, quote.customer): [(each.value, _BUTTONS[each]) for each in SETTABLE if each != quote.status]
            if quote.status in SETTABLE
            else []
            for quote in quotes
        },
    }


def _add(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    line = {"part_number": form.get("part", "").strip(), "quantity": number("quantity", form.get("quantity", ""), int)}
    terms = {
        "lines": [line],
        "name": form.get("name", "").strip(),
        "end_user": form.get("end_user", "").strip(),
        "valid_days": number("days", form.get("days", ""), int),
    }
    sandbox.add_quote(read_terms(terms))


def _set(sandbox: Sandbox, request: Request, form: Form) -> None:
    sandbox.set_quote(str(request.path_params["number"]), form.get("status", ""), form.get("customer", ""))


SECTION = Section(
    title="Quotes",
    link="/quotes",
    views={"/quotes": ("quotes.html", _show)},
    actions={"/quotes": _add, "/quotes/{number}": _set},
)
