"""What tests of quotes share: the quotes of the default catalogue, and short ways to call for them."""

from __future__ import annotations

from typing import Any

CONTACT = {"im-customercontact": "anna@shop.example"}
EASY = "QUO-14551943-D2Y9L9"
MANY_FIELDS = "QUO-20417001-A1B2C3"
IN_PIECES = "QUO-20417002-D4E5F6"
SUGGESTS = "QUO-20417003-G7H8J9"


def numbers(api: Any, *pairs: tuple[str, str], **query: str) -> list[str]:
    """Return the numbers that a search finds, in its sequence; none for a 404."""
    api.headers = CONTACT
    answer = api.call("quotes", query=[*pairs, *query.items()])
    assert answer.status in (200, 404), answer.body
    return [each["quoteNumber"] for each in answer.body.get("quotes", ())]


def details(api: Any, number: str) -> dict[str, Any]:
    answer = api.call("quote", number=number)
    assert answer.status == 200, answer.body
    return answer.body


def validated(api: Any, number: str) -> Any:
    return api.call("validate_quote", query={"quoteNumber": number})


def ordered(api: Any, number: str, **body: Any) -> str:
    """Order a quote by v7; return why it failed, or an empty text."""
    api.purchase_orders += 1
    sent = {"customerOrderNumber": f"Q-{api.purchase_orders}", "quoteNumber": number, **body}
    answer = api.call("create_v7", body=sent)
    assert answer.status == 200, answer.body
    last = api.sandbox.events[-1]
    assert last.confirmation_number == answer.body["confirmationNumber"]
    return last.reason if last.kind == "failed" else ""


def order_lines(api: Any) -> list[tuple[str, int, float, str]]:
    """Return part, quantity, price and line number of each line of the newest order."""
    newest = api.sandbox.orders.of(api.customer)[0]
    lines = api.details(newest.number).body["lines"]
    return [
        (each["ingramPartNumber"], each["quantityOrdered"], each["unitPrice"], each["customerLineNumber"])
        for each in lines
    ]
