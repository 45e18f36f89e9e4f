"""Reads the items of an answer: from its text, so that amounts stay exact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers import models
from xi.sdk.resellers._contract_shape import in_contract_shape
from xi.sdk.resellers._exact import decimal, loaded, text, truth, value_at, whole
from xi.sdk.resellers._json import is_list, is_object
from xi.sdk.resellers.models._schema import Nested
from xi.sdk.resellers.models._types import read_date
from xi.sdk.resellers.prices._answers import Discount, Outcome, Warehouse
from xi.sdk.resellers.prices._asked import KINDS

if TYPE_CHECKING:
    from decimal import Decimal

    from xi.sdk.resellers.api_response import ApiResponse
    from xi.sdk.resellers.exceptions import ErrorDetail

Record = Mapping[str, Any]

_ITEM: Final = Nested(models.PriceAndAvailabilityResponseInner)
_PRICING: Final = Nested(models.PriceAndAvailabilityResponseInnerPricing)
_UNLIMITED: Final = 9_999_999
_FAULTY: Final = "E"
_UNKNOWN: Final = re.compile(r"not\s+found|no\s+(record|product|item)|not\s+exist", re.IGNORECASE)
_WRONG: Final = re.compile(r"invalid|not\s+valid|unknown", re.IGNORECASE)
"""What means the same where the message is about one item, but may be about a header where it is about a request."""
_ELSEWHERE: Final = re.compile(
    r"\b(special[\s-]*bid|bid\s+number|deal|quote|contract|account|country|currency|header|warehouse|plant|end[\s-]*user"
    r"|(re)?seller|im-\w+|customer(?!'?s?[\s-]*(part|product|item|sku)))\b",
    re.IGNORECASE,
)
"""What a refusal can be about that is no part: what it does not find then is not the parts."""
_OF_PARTS: Final = re.compile(r"part|product|sku|upc|item", re.IGNORECASE)
"""Names of fields that hold a part."""
_BARRED: Final = re.compile(r"authori[sz]|not\s+permitted|not\s+allowed|entitle", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an answer.

    Args:
        record: the item as it was sent, its numbers exact.
        model: the same as a model.
    """

    record: Record
    model: models.PriceAndAvailabilityResponseInner | None

    def is_named(self, kind: str, value: str) -> bool:
        """Return whether it has an identifier, exactly."""
        return value in self._names(kind)

    def is_nearly(self, kind: str, value: str) -> bool:
        """Return whether it has an identifier, in whatever case."""
        return value.casefold() in [each.casefold() for each in self._names(kind)]

    def contradicts(self, kind: str, value: str) -> bool:
        """Return whether it has another identifier of this kind."""
        return bool(self._names(kind)) and not self.is_nearly(kind, value)

    def _names(self, kind: str) -> list[str]:
        keys = (KINDS[kind], "extendedVendorPartNumber") if kind == "vendor_part_number" else (KINDS[kind],)
        found = [text(self.record.get(each)) for each in keys]
        return [each for each in found if each]

    @property
    def index(self) -> int | None:
        """Its place among what was asked for, as the server counts."""
        return whole(self.record.get("index"))

    @property
    def sku(self) -> str | None:
        """Its SKU."""
        return text(self.record.get("ingramPartNumber"))

    @property
    def message(self) -> str | None:
        """What the server says about it."""
        return text(self.record.get("productStatusMessage"))

    @property
    def pricing(self) -> Record:
        """Its prices, which some answers have inside the availability."""
        found = _object(self.record.get("pricing"))
        return found or _object(in_contract_shape(value_at(dict(self.availability), "pricing"), _PRICING))

    @property
    def amount(self) -> Decimal | None:
        """What the reseller pays; None if nothing was sent that could be a price."""
        found = self._stated
        # 0 is what an item has by default that is not there, or not for this account.
        return None if found == 0 and self._denied is not None else found

    @property
    def _stated(self) -> Decimal | None:
        return self.price_at("customerPrice")

    def price_at(self, key: str) -> Decimal | None:
        """Return one of its prices; None if nothing was sent that could be a price, which is not below 0.

        Args:
            key: which one, as the server names it.
        """
        found = decimal(self.pricing.get(key))
        return None if found is None or found < 0 else found

    @property
    def currency(self) -> str | None:
        """The currency of its prices."""
        return text(self.pricing.get("currencyCode"))

    @property
    def fault(self) -> str | None:
        """What is said of a price that was sent, and is none."""
        sent = self.pricing.get("customerPrice")
        if sent in (None, "") or self._stated is not None:
            return None
        return f"its price is {str(sent)!r:.100}, which is no amount"

    @property
    def availability(self) -> Record:
        """Its stock."""
        return _object(self.record.get("availability"))

    @property
    def outcome(self) -> Outcome:
        """What it says of the part."""
        if truth(self.record.get("productAuthorized")) is False:
            return Outcome.NOT_AUTHORIZED
        return Outcome.PRICED if self.amount is not None else self._denied or Outcome.UNPRICED

    @property
    def _denied(self) -> Outcome | None:
        """What its code and its message mean where it has no price."""
        message = self.message or ""
        if not self.availability and (_UNKNOWN.search(message) or _WRONG.search(message)):
            return Outcome.NOT_FOUND
        if _BARRED.search(message):
            return Outcome.NOT_AUTHORIZED
        is_faulty = (text(self.record.get("productStatusCode")) or "").upper() == _FAULTY
        return Outcome.NOT_FOUND if is_faulty and not self.availability else None


def says_unknown(error: ErrorDetail) -> bool:
    """Return whether an error of a whole request says that its parts were not found, and nothing else.

    Args:
        error: the error. One about the account, the country or a special bid says nothing of the parts.
    """
    said = str(error)
    names = [each.field for each in error.fields if each.field]
    is_elsewhere = _ELSEWHERE.search(said) or not all(map(_OF_PARTS.search, names))
    return bool(_UNKNOWN.search(said)) and not is_elsewhere


def says_barred(message: str) -> bool:
    """Return whether a message of the server says that the account may not buy a part."""
    return bool(_BARRED.search(message))


def items_of(answer: ApiResponse[Any]) -> list[Item]:
    """Return the items of an answer.

    Raises:
        ValueError: its text is not JSON.
    """
    found = loaded(answer)
    if found is None:
        return []
    records = found if is_list(found) else [found]
    parsed = answer.data if is_list(answer.data) else [answer.data]
    # Both are the same list of the same answer, so here the position tells which belong together.
    together = parsed if len(parsed) == len(records) else [None] * len(records)
    pairs = zip(records, together, strict=True)
    # Some services write the keys in another case.
    return [Item(in_contract_shape(record, _ITEM), model) for record, model in pairs if is_object(record)]


def _object(value: Any) -> Record:
    return value if is_object(value) else {}


def _objects(value: Any) -> list[Record]:
    return [each for each in (value if is_list(value) else [value]) if is_object(each)]


def warehouses_of(stock: Record) -> tuple[Warehouse, ...]:
    """Return the stock of each warehouse.

    Args:
        stock: the availability of an item.
    """
    return tuple(
        Warehouse(
            text(each.get("warehouseId")),
            text(each.get("location")),
            whole(each.get("quantityAvailable")),
            whole(each.get("quantityOnOrder")),
            whole(each.get("quantityBackordered")),
            _etas(each),
        )
        for each in _objects(stock.get("availabilityByWarehouse"))
    )


def _etas(warehouse: Record) -> tuple[tuple[int | None, str | None], ...]:
    found = [
        (whole(each.get("quantity")), text(each.get("etaDate"))) for each in _objects(warehouse.get("backOrderInfo"))
    ]
    one = text(warehouse.get("quantityBackorderedEta"))
    if one and not found:
        found = [(whole(warehouse.get("quantityBackordered")), one)]
    return tuple(found)


def discounts_of(item: Item) -> tuple[Discount, ...]:
    """Return all discounts in an item."""
    found: list[Discount] = []
    for each in _objects(item.record.get("discounts")):
        found += [_special(one) for one in _objects(each.get("specialPricing"))]
        found += [_by_quantity(one) for one in _objects(each.get("quantityDiscounts"))]
    return tuple(found)


def _special(record: Record) -> Discount:
    first, first_read = _day(record.get("specialPricingEffectiveDate"))
    last, last_read = _day(record.get("specialPricingExpirationDate"))
    left = whole(record.get("specialPricingAvailableQuantity"))
    return Discount(
        text(record.get("discountType")),
        text(record.get("specialBidNumber")) or text(record.get("specialBidNumer")),
        decimal(record.get("specialPricingDiscount")),
        decimal(record.get("governmentDiscountedCustomerPrice")),
        None,
        first,
        last,
        whole(record.get("specialPricingMinQuantity")),
        None if left is not None and left >= _UNLIMITED else left,
        is_dated=first_read and last_read,
    )


def _by_quantity(record: Record) -> Discount:
    return Discount(
        text(record.get("conditionType")),
        None,
        decimal(record.get("amount")),
        None,
        text(record.get("currencyCode")),
        None,
        None,
        whole(record.get("quantity")),
        None,
    )


def _day(value: Any) -> tuple[date | None, bool]:
    """Return a day, and whether it could be read; a day that is missing is no limit."""
    given = text(value)
    if given is None:
        return None, value is None or isinstance(value, str)
    try:
        found = read_date(given)
    except ValueError:
        return None, False
    if isinstance(found, datetime):
        return found.date(), True
    return (found, True) if isinstance(found, date) else (None, False)
