"""Match invoices with their orders, and with what the order desk knows: units, prices, sums.

    from xi.sdk.resellers import ApiClient, Configuration, InvoicesApi, OrdersApi, invoice_matching

    with ApiClient(Configuration.from_env()) as client:
        invoices, orders = InvoicesApi(client).bound(), OrdersApi(client).bound()
        for order in invoice_matching.match_invoices(invoices, orders, po="PO-1001"):
            for finding in order.findings:
                print(order.number, finding.reason.value, finding.says)

With bound APIs of `xi.sdk.resellers.aio`, `match_invoices` is an asynchronous iterator. `match` does the same with
values that the program has, and fetches nothing. docs/invoice-matching.md tells what is compared.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from decimal import Decimal
from typing import Any, Final, overload

from xi.sdk.resellers import aio, api
from xi.sdk.resellers._steps import awaited, blocking, is_awaited
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.invoice_matching._flow import Ledger, Matching, Progress, Wanted
from xi.sdk.resellers.invoice_matching._matching import OurOrder, check_tolerance, match
from xi.sdk.resellers.invoice_matching._reading import invoice_of, order_of, read_hit, read_invoice, read_order
from xi.sdk.resellers.invoice_matching._values import (
    Charge,
    ChargeKind,
    Finding,
    Invoice,
    InvoiceLine,
    MatchedInvoice,
    MatchedLine,
    MatchedOrder,
    Order,
    OrderLine,
    Reason,
)
from xi.sdk.resellers.paging._families import INVOICES, ORDER_LIST
from xi.sdk.resellers.paging._flow import check_api
from xi.sdk.resellers.paging._ranges import Day, days_of

__all__ = [
    "Charge",
    "ChargeKind",
    "Finding",
    "Invoice",
    "InvoiceLine",
    "Ledger",
    "MatchedInvoice",
    "MatchedLine",
    "MatchedOrder",
    "Order",
    "OrderLine",
    "OurOrder",
    "Progress",
    "Reason",
    "invoice_of",
    "match",
    "match_invoices",
    "order_of",
    "read_hit",
    "read_invoice",
    "read_order",
]

_ZERO: Final = Decimal(0)
_RANGES: Final = ("invoiced", "ordered")


@overload
def match_invoices(
    invoices: api.BoundInvoicesApi,
    orders: api.BoundOrdersApi,
    *,
    po: str | None = ...,
    order_number: str | None = ...,
    invoice_number: str | None = ...,
    invoiced: tuple[Day, Day] | None = ...,
    ordered: tuple[Day, Day] | None = ...,
    ledger: Ledger | None = ...,
    tolerance: Decimal = ...,
    on_progress: Progress | None = ...,
) -> Iterator[MatchedOrder]: ...
@overload
def match_invoices(
    invoices: aio.BoundInvoicesApi,
    orders: aio.BoundOrdersApi,
    *,
    po: str | None = ...,
    order_number: str | None = ...,
    invoice_number: str | None = ...,
    invoiced: tuple[Day, Day] | None = ...,
    ordered: tuple[Day, Day] | None = ...,
    ledger: Ledger | None = ...,
    tolerance: Decimal = ...,
    on_progress: Progress | None = ...,
) -> AsyncIterator[MatchedOrder]: ...
def match_invoices(
    invoices: api.BoundInvoicesApi | aio.BoundInvoicesApi,
    orders: api.BoundOrdersApi | aio.BoundOrdersApi,
    *,
    po: str | None = None,
    order_number: str | None = None,
    invoice_number: str | None = None,
    invoiced: tuple[Day, Day] | None = None,
    ordered: tuple[Day, Day] | None = None,
    ledger: Ledger | None = None,
    tolerance: Decimal = _ZERO,
    on_progress: Progress | None = None,
) -> Iterator[MatchedOrder] | AsyncIterator[MatchedOrder]:
    """Return an iterator over orders, each matched with all its invoices. Say which orders in exactly one way.

    It asks for the pages of a search, for each order once, for each invoice once, and at most once more for the
    invoices of an order that an invoice names, of which units seem to be on none, or of which a sum is in doubt.

    Args:
        invoices: the API of invoices, bound to an account.
        orders: the API of orders, bound to the same account; both block, or both are awaited.
        po: a PO: all orders under it.
        order_number: an order or one of its sub-orders: all of the order.
        invoice_number: an invoice, with dashes or without: its order, with the other invoices of it.
        invoiced: the first and the last day of invoices: the orders of these invoices. Of the other invoices of an
            order, those that its shipments name are read; no others are looked for unless something is in doubt.
        ordered: the first and the last day of order entry: these orders, also those that nothing was billed of, with
            the invoices that their shipments name; others are looked for as with `invoiced`.
        ledger: what tells which orders are ours, such as an `OrderDesk`; None does not ask.
        tolerance: how far a stated total may be from the sum of its parts, in the currency of the invoice.
        on_progress: called after each order, with the number of orders that are done and the number of all.

    Raises:
        ApiTypeError: an API is another one, or one blocks and the other does not; nothing was sent.
        ApiValueError: not exactly one way is given, a number is blank, a range is not two days in order, the tolerance
            is below 0, or the APIs are bound to different accounts; nothing was sent.
        ApiException: a search failed, the account may not read invoices or orders, or five calls in a row have failed.
            The iterator raises it after the orders before. A single invoice or order that cannot be read is a finding.
    """
    check_api(INVOICES, invoices)
    check_api(ORDER_LIST, orders)
    if is_awaited(invoices) is not is_awaited(orders):
        raise ApiTypeError(
            "invoices and orders should both block, or both be of the asynchronous client", argument="orders"
        )
    _check_accounts(invoices, orders)
    texts = {"po": po, "order_number": order_number, "invoice_number": invoice_number}
    wanted = _wanted({**texts, "invoiced": invoiced, "ordered": ordered})
    check_tolerance(tolerance)
    flow = Matching(invoices, orders, ledger, wanted, tolerance, on_progress).run()
    return awaited(flow) if is_awaited(invoices) else blocking(flow)


def _check_accounts(invoices: object, orders: object) -> None:
    """Refuse APIs of two accounts: an order of one would be missing at the other.

    Raises:
        ApiValueError: they are bound to different accounts.
    """
    one, other = (getattr(each, "account", None) for each in (invoices, orders))
    names = [(each.customer_number, each.country_code) for each in (one, other) if each is not None]
    if len(set(names)) > 1:
        said = " and ".join(" ".join(each) for each in names)
        raise ApiValueError(f"invoices and orders are bound to two accounts: {said}; use the same", argument="orders")


def _wanted(ways: dict[str, Any]) -> Wanted:
    """Return which orders are wanted.

    Raises:
        ApiValueError: not exactly one way is given, a number is blank, or a range is not two days in order.
        ApiTypeError: a number is not text, or an end of a range is not a day.
    """
    given = {name: value for name, value in ways.items() if value is not None}
    if len(given) != 1:
        said = f"{' and '.join(given)} are given" if given else "nothing is given"
        raise ApiValueError(f"{said}; give exactly one of {', '.join(ways)}", argument=next(iter(given), "po"))
    ((name, value),) = given.items()
    if name in _RANGES:
        given[name] = days_of(name, value)
    elif not isinstance(value, str):
        raise ApiTypeError(f"{name} should be text, not {type(value).__name__}", argument=name)
    elif not value.strip():
        raise ApiValueError(f"{name} is blank", argument=name)
    else:
        given[name] = value.strip()
    return Wanted(**given)
