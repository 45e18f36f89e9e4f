"""Shows how invoices match their orders: rows as they come, counts, and the code that says who has to do something."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.family_calls import is_not_there
from xi.sdk.resellers.cli.finding import count
from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.steps import Steps
from xi.sdk.resellers.cli.values import refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xi.sdk.resellers import BoundInvoicesApi, BoundOrdersApi
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.invoice_matching import MatchedInvoice, MatchedOrder
    from xi.sdk.resellers.ordering import OrderDesk

_AMOUNT: Final = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")
_UNREAD: Final = "unread"
_NAMED: Final = {"order_number": "order", "invoice_number": "invoice"}
"""The ways to ask that name one thing, each with what it is."""
_FIELDS: Final = (
    "invoice",
    "day",
    "status",
    "line",
    "sku",
    "ordered",
    "shipped",
    "invoiced",
    "credited",
    "unit_price",
    "amount",
    "price_difference",
    "invoices",
    "currency",
    "lines",
    "tax",
    "freight",
    "other_charges",
    "sum",
    "total",
    "difference",
    "reason",
    "waits",
    "wrong",
    "says",
)
"""What rows have beside `row`, `order` and `po`; null where a kind of row has no such value."""


class Matched:
    """Orders matched with their invoices. `show` writes them once.

    Args:
        session: the command.
        ways: which orders, in the one way that `match_invoices` takes.
        ledger: what tells which orders are ours; None does not ask.
        tolerance: the text of `--tolerance`.

    Raises:
        CommandError: the tolerance is no amount.
    """

    def __init__(
        self, session: Session, ways: Mapping[str, Any], *, ledger: OrderDesk | None, tolerance: str = "0"
    ) -> None:
        if not _AMOUNT.fullmatch(tolerance):
            raise refused("--tolerance", tolerance, "an amount such as 0.05")
        self._session = session
        self._ways = ways
        self._ledger = ledger
        self._tolerance = Decimal(tolerance)
        self._failure: Exception | None = None
        self._missing: CommandError | None = None
        self._unread: list[str] = []
        self._counts: Counter[str] = Counter()

    def show(self) -> Code:
        """Write the rows, and return the code of the command.

        Raises:
            CommandError: something could not be read, or what is named is not there.
        """
        session = self._session
        with Steps(session) as steps:
            session.out.rows(
                "invoice-match",
                _COLUMNS,
                self._rows(steps),
                complete=self._is_complete,
                summary=self._summary,
                empty="no orders",
            )
        missing = self._missing or self._without_orders()
        if missing is not None:
            raise missing
        code = self.code
        (session.say if code is Code.DONE else session.warn)(self._line())
        if not self._is_complete():
            raise self._not_complete() from self._failure
        return code

    @property
    def code(self) -> Code:
        """What the match alone ends with."""
        return Code.NO if self._counts["differ"] else Code.DONE

    def _is_complete(self) -> bool:
        return self._failure is None and not self._unread

    def _rows(self, steps: Steps) -> Iterator[dict[str, Any]]:
        from xi.sdk.resellers.exceptions import ApiException
        from xi.sdk.resellers.invoice_matching import match_invoices

        is_table = self._session.out.is_for_eyes
        invoices: BoundInvoicesApi = self._session.family("InvoicesApi")
        orders: BoundOrdersApi = self._session.family("OrdersApi")
        found = match_invoices(
            invoices,
            orders,
            ledger=self._ledger,
            tolerance=self._tolerance,
            on_progress=lambda done, of: steps(f"{done:,} of {count(of, 'order')} matched"),
            **self._ways,
        )
        try:
            for order in found:
                self._missing = self._not_there(order)
                if self._missing is not None:
                    return
                self._note(order)
                for item in order.items():
                    if not (is_table and item["row"] == "line" and not item["price_difference"]):
                        yield _row(item)
        except ApiException as error:
            self._failure = error

    def _not_there(self, order: MatchedOrder) -> CommandError | None:
        """Return the error for an order or invoice that was named, and that is not there; else None."""
        from xi.sdk.resellers.exceptions import ApiException

        kind = next((kind for way, kind in _NAMED.items() if way in self._ways), None)
        # What a search has found of it is there, whatever its details answer.
        is_known = order.order is not None or order.po or any(map(_is_known, order.invoices))
        errors = [each.error for each in order.findings if each.reason.value == _UNREAD]
        if kind is None or is_known or not errors:
            return None
        first = errors[0]
        if not isinstance(first, ApiException) or not is_not_there(first):
            return None
        return CommandError(
            f"{kind} {next(iter(self._ways.values()))} is not there: {first}",
            code=Code.NO,
            word="not-found",
            hint="xi-orders invoice list" if kind == "invoice" else "xi-orders search",
            correlation_id=first.correlation_id,
        )

    def _without_orders(self) -> CommandError | None:
        """Return the error for a PO under which there is nothing; else None."""
        if "po" not in self._ways or self._counts or self._failure is not None:
            return None
        po = self._ways["po"]
        return CommandError(
            f"there is no order and no invoice under PO {po}", code=Code.NO, word="not-found", hint="xi-orders search"
        )

    def _note(self, order: MatchedOrder) -> None:
        unread = [each.says for each in order.findings if each.reason.value == _UNREAD]
        self._unread += unread
        waits = any(each.waits for each in order.findings)
        # What could not be read is told by itself: whether it matches is not known.
        is_wrong = any(each.is_wrong and each.reason.value != _UNREAD for each in order.findings)
        self._counts["differ" if is_wrong else "unread" if unread else "waits" if waits else "match"] += 1

    def _summary(self) -> dict[str, Any]:
        return {name: self._counts[name] for name in ("match", "waits", "differ", "unread")}

    def _line(self) -> str:
        counts = self._counts
        parts = [f"{count(counts['match'], 'order')} match{'es' if counts['match'] == 1 else ''}"]
        parts += [f"{counts['waits']:,} wait for goods or invoices"] if counts["waits"] else []
        parts.append(f"{counts['differ']:,} {'differs' if counts['differ'] == 1 else 'differ'}")
        parts += [f"{counts['unread']:,} not read"] if counts["unread"] else []
        return " · ".join(parts)

    def _not_complete(self) -> CommandError:
        from xi.sdk.resellers.cli.failures import as_command_error

        told = None if self._failure is None else as_command_error(self._failure)
        said = self._unread[0] if told is None else told.message
        return CommandError(
            f"the match is not complete: {said}",
            code=Code.UNABLE,
            word="api-unreadable" if told is None else told.word,
            hint="the same line again, later" if told is None or not told.hint else told.hint,
            correlation_id=None if told is None else told.correlation_id,
        )


def _is_known(matched: MatchedInvoice) -> bool:
    """Return whether more is known of an invoice than its number."""
    its = matched.invoice
    return its.is_read or its.total is not None or its.order_number is not None


def _row(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as JSON has it; the schema `invoice-match` describes it."""
    row = {name: item.get(name) for name in ("row", "order", "po", *_FIELDS)}
    return {name: f"{its:f}" if isinstance(its, Decimal) else its for name, its in row.items()}


_COLUMNS: Final = (
    Column("order"),
    Column("po", "PO"),
    Column("row", "what", paint=lambda value: "yellow" if value == "finding" else ""),
    Column("invoice"),
    Column("line"),
    Column("total", is_right=True),
    Column("currency"),
    Column("difference", "diff", is_right=True),
    Column("reason"),
    Column("says", is_cut=True),
    *(
        Column(each, in_table=False)
        for each in _FIELDS
        if each not in ("invoice", "line", "total", "currency", "difference", "reason", "says")
    ),
)
