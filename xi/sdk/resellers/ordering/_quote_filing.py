"""Make the order of a quote, for the first time and again; pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, cast

from xi.sdk.resellers import models
from xi.sdk.resellers._arguments import check_text
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers._steps import is_awaited
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering._entries import Entry, quote_in
from xi.sdk.resellers.ordering._filing import Filing
from xi.sdk.resellers.ordering._protocol import SETTLED, Kind, State
from xi.sdk.resellers.ordering.errors import QuoteChangedError, QuoteInUseError
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.quotes import QuoteCheck, QuoteLine, Values, check_values, differences, request_of


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteOrder:
    """How a quote is to be ordered.

    Args:
        quote_number: the quote.
        po: the PO.
        header: values for the whole order, by the names of the vendor's fields.
        lines: values for lines, by the number of the line.
        quantities: how many units of which lines are ordered; none for all.
        more: further members of the order.
        samples: whether a value that equals the vendor's sample is meant.
        seen: the check on which it was decided; None if the program does not say.

    Raises:
        ApiTypeError: the PO is no text, `seen` is no check, or one of the others is no dict.
        ApiValueError: the PO is blank, or `seen` is of another quote.
    """

    quote_number: str
    po: str
    header: Values = field(default_factory=dict[str, str])
    lines: Mapping[str, Values] = field(default_factory=dict[str, Values])
    quantities: Mapping[str, int] = field(default_factory=dict[str, int])
    more: Mapping[str, Any] = field(default_factory=dict[str, Any])
    samples: bool = False
    seen: QuoteCheck | None = None

    def __post_init__(self) -> None:
        """Refuse what has the wrong type, before the quote is checked."""
        check_text("po", self.po)
        if not self.po.strip():
            raise ApiValueError("po is blank", argument="po")
        for name in ("header", "lines", "quantities", "more"):
            _check_mapping(getattr(self, name), name)
        for number, values in self.lines.items():
            _check_mapping(values, "lines", f"/{number}")
        if self.seen is not None:
            _check_seen(self.seen, self.quote_number)

    def request(self, check: QuoteCheck) -> models.AsyncOrderCreateDTO:
        """Return the order of a quote that was checked.

        Raises:
            ApiValueError: the quote cannot be ordered with these values; it names each field.
            QuoteChangedError: it is not what was seen.
        """
        # One that cannot be ordered says why itself. All else that changed is told as a change: that a new field has no
        # value would not say that the price is another one, too.
        changes = () if self.seen is None or check.refusal is not None else differences(self.seen, check)
        if changes:
            raise QuoteChangedError(check, changes)
        check_values(check, self.header, self.lines, self.quantities, samples=self.samples)
        return self._built(check.lines)

    def filed(
        self, entry: Entry | None, check: Callable[[models.AsyncOrderCreateDTO], Filing], *, reuse: str | None
    ) -> Filing | None:
        """Return the order if the ledger has it already; None if the quote has to be checked first.

        A quote that was ordered is not valid any more, though the order may still have to be looked for. One that is
        planned, perhaps since another day, is compared with what was seen before it is sent.

        Args:
            entry: the newest order under the PO.
            check: returns an order as it is sent.
            reuse: why the PO is used again.
        """
        if entry is None or entry.row.kind is not Kind.QUOTE:
            return None
        is_planned = entry.row.state is State.PLANNED
        if (reuse and entry.row.state in SETTLED) or (self.seen is not None and is_planned):
            return None
        # A ledger that was redacted has the fingerprint, and not the lines.
        filed = cast("dict[str, Any]", json.loads(entry.body or b"{}"))
        lines = cast("list[dict[str, Any]]", filed.get("lines") or [])
        filing = check(self._built([_line(each) for each in lines]))
        # Other content under the PO of an order that was rejected is sent as a new order. Nobody has checked that one,
        # and the lines above are those of the one before.
        is_new = entry.row.state is State.REJECTED and filing.fingerprint != entry.fingerprint
        return None if is_new else filing

    def _built(self, parts: list[QuoteLine] | tuple[QuoteLine, ...]) -> models.AsyncOrderCreateDTO:
        return request_of(
            self.quote_number.strip(), self.po, parts, self.header, self.lines, self.quantities, self.more
        )


def _check_seen(seen: object, quote_number: str) -> None:
    if not isinstance(seen, QuoteCheck):
        raise ApiTypeError(f"seen should be a QuoteCheck, not {type(seen).__name__}", argument="seen")
    if seen.number.strip().casefold() != quote_number.strip().casefold():
        raise ApiValueError(f"seen is of quote {seen.number}, and {quote_number} is ordered", argument="seen")


def _check_mapping(value: object, argument: str, pointer: str = "") -> None:
    if not isinstance(value, Mapping):
        raise ApiTypeError(
            f"{argument}{pointer} should be a dict, not {type(value).__name__}",
            argument=argument,
            pointer=pointer,
        )
    key = next((each for each in cast("Mapping[object, object]", value) if not isinstance(each, str)), None)
    if key is not None:
        raise ApiTypeError(
            f"{argument}{pointer} has the key {key!r}; the numbers of lines and the names of fields are texts",
            argument=argument,
            pointer=pointer,
        )


def quote_taken(filing: Filing) -> tuple[str, bool]:
    """Return the number of the quote that an order takes, and whether it names no lines, and so takes the whole quote.

    Args:
        filing: the order; the number is empty if it is of no quote.
    """
    return quote_in(filing.body) if filing.kind is Kind.QUOTE else ("", False)


def refuse_if_open(records: Sequence[Record], quote_number: str, po: str) -> None:
    """Refuse a further order of a quote of which one is open.

    Args:
        records: the open orders of the quote.
        quote_number: the quote.
        po: the PO of the order; the one under it is no further order.

    Raises:
        QuoteInUseError: there is one.
    """
    others = [each for each in records if folded(each.po) != folded(po)]
    if others:
        raise QuoteInUseError(others[0], quote_number.strip())


def _line(filed: Mapping[str, Any]) -> QuoteLine:
    units = filed.get("quantity")
    return QuoteLine(
        number=str(filed.get("customerLineNumber")),
        sku=filed.get("ingramPartNumber"),
        quantity=None if units is None else Decimal(str(units)),
    )


def check_call(
    account: Account,
    api: object,
    quote_number: object,
    quantities: Mapping[str, int] | None,
    *,
    is_desk_awaited: bool,
) -> None:
    """Refuse an API of quotes with which a desk cannot order, and what is no number.

    Args:
        account: the account of the desk.
        api: the API.
        quote_number: the quote.
        quantities: how many units of which lines are ordered; None for all.
        is_desk_awaited: whether the desk is awaited.

    Raises:
        ApiTypeError: one blocks and the other is awaited, or the number is not text.
        ApiValueError: they are bound to different accounts, or no units of any line are ordered.
    """
    if is_awaited(api) is not is_desk_awaited:
        wanted = "the asynchronous client" if is_desk_awaited else "the client that blocks"
        raise ApiTypeError(f"api should be QuotesApi(client).bound() of {wanted}, as the desk is", argument="api")
    check_text("quote_number", quote_number)
    if quantities is not None and not quantities:
        raise ApiValueError(
            "quantities is empty; name a line, or leave it out to order the whole quote", argument="quantities"
        )
    other: Account | None = getattr(api, "account", None)
    mine = (account.customer_number, account.country_code)
    if other is not None and (other.customer_number, other.country_code) != mine:
        raise ApiValueError(
            f"api is bound to {other.customer_number} {other.country_code}, and the desk to {' '.join(mine)}; "
            "bind both to the same account",
            argument="api",
        )
