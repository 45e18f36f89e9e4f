"""Make the order of a quote, for the first time and again; pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, cast

from xi.sdk.resellers import models
from xi.sdk.resellers._steps import is_awaited
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering._entries import Entry
from xi.sdk.resellers.ordering._protocol import SETTLED, Kind
from xi.sdk.resellers.quotes import QuoteCheck, QuoteLine, Values, check_values, request_of


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

    Raises:
        ApiTypeError: the PO is no text, or one of the others is no dict.
        ApiValueError: the PO is blank.
    """

    quote_number: str
    po: str
    header: Values = field(default_factory=dict[str, str])
    lines: Mapping[str, Values] = field(default_factory=dict[str, Values])
    quantities: Mapping[str, int] = field(default_factory=dict[str, int])
    more: Mapping[str, Any] = field(default_factory=dict[str, Any])
    samples: bool = False

    def __post_init__(self) -> None:
        """Refuse what has the wrong type, before the quote is checked."""
        if not isinstance(self.po, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError(f"po should be text, not {type(self.po).__name__}", argument="po")
        if not self.po.strip():
            raise ApiValueError("po is blank", argument="po")
        for name in ("header", "lines", "quantities", "more"):
            _check_mapping(getattr(self, name), name)
        for number, values in self.lines.items():
            _check_mapping(values, "lines", f"/{number}")

    def request(self, check: QuoteCheck) -> models.AsyncOrderCreateDTO:
        """Return the order of a quote that was checked.

        Raises:
            ApiValueError: the quote cannot be ordered with these values; it names each field.
        """
        check_values(check, self.header, self.lines, self.quantities, samples=self.samples)
        return self._built(check.lines)

    def request_again(self, entry: Entry | None, *, reuse: str | None) -> models.AsyncOrderCreateDTO | None:
        """Return the order if the ledger has it already; None if it has to be checked first.

        A quote that was ordered is not valid any more, though the order may still have to be looked for.

        Args:
            entry: the newest order under the PO.
            reuse: why the PO is used again.
        """
        if entry is None or entry.row.kind is not Kind.QUOTE:
            return None
        if reuse and entry.row.state in SETTLED:
            return None
        # A ledger that was redacted has the fingerprint, and not the lines.
        filed = cast("dict[str, Any]", json.loads(entry.body or b"{}"))
        lines = cast("list[dict[str, Any]]", filed.get("lines") or [])
        return self._built([_line(each) for each in lines])

    def _built(self, parts: list[QuoteLine] | tuple[QuoteLine, ...]) -> models.AsyncOrderCreateDTO:
        return request_of(
            self.quote_number.strip(), self.po, parts, self.header, self.lines, self.quantities, self.more
        )


def _check_mapping(value: object, argument: str, pointer: str = "") -> None:
    if not isinstance(value, Mapping):
        raise ApiTypeError(
            f"{argument}{pointer} should be a dict, not {type(value).__name__}",
            argument=argument,
            pointer=pointer,
        )


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
    if not isinstance(quote_number, str):
        raise ApiTypeError(f"quote_number should be text, not {type(quote_number).__name__}", argument="quote_number")
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
