"""What is known of a quote before it is ordered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal  # noqa: TC003 - get_type_hints resolves it at runtime
from typing import Final

_ANY_TEXT: Final = "string"
"""What the service writes as the sample of a field that takes any text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorField:
    """Something that the vendor wants to be told.

    Args:
        name: the name of the field, as it is sent back.
        description: what it means; words, or the name of a flag.
        sample: a sample of a value, which is not a value; None if any text will do.
        line_number: the line that it belongs to; None if it is for the whole order.
        sku: the SKU of that line.
    """

    name: str
    description: str | None = None
    sample: str | None = None
    line_number: str | None = None
    sku: str | None = None

    def __str__(self) -> str:
        """Return the name, with the line and what it means."""
        line = f"line {self.line_number}: " if self.line_number is not None else ""
        return f"{line}{self.name}" + (f" ({self.description})" if self.description else "")

    def is_filled_by(self, value: str | None) -> bool:
        """Return whether a text is a value of its own: not blank, not the word `String`, not the vendor's sample.

        Args:
            value: the text.
        """
        plain = (value or "").strip()
        return bool(plain) and plain.casefold() not in (_ANY_TEXT, (self.sample or "").casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """A line that an order of the quote orders.

    Args:
        number: the number of the line.
        sku: the SKU.
        quantity: how many units are left to order.
        minimum: the fewest units in an order, of a quote that can be ordered in pieces; the last units can be ordered
            in any case.
    """

    number: str
    sku: str | None = None
    quantity: Decimal | None = None
    minimum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedProduct:
    """A product of the quote with its price.

    Args:
        sku: the SKU.
        description: what it is.
        quantity: how many units are offered.
        unit_price: the price of a unit, exactly as it was sent.
        minimum: the fewest units in an order, if that is stated.
        is_suggested: whether nobody asked for it: an order of the quote should not be thought to have it.
    """

    sku: str | None
    description: str | None
    quantity: Decimal | None
    unit_price: Decimal | None
    minimum: Decimal | None
    is_suggested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteCheck:
    """What is known of a quote before it is ordered.

    Args:
        number: its number.
        refusal: why it cannot be ordered, in the words of the service; None if it can.
        vendor: the vendor.
        status: its status, as it was sent.
        total: its total, exactly as it was sent. Lines and totals need not agree.
        currency: the currency of its prices.
        fees: the extra fees of all products, exactly as they were sent; they need not be in the total.
        freight: the freight, exactly as it was sent; None if it was not computed.
        tax: the tax, exactly as it was sent; None if it was not computed.
        expires: its last day; None if it has none.
        days_left: the days until then: 0 on the last day, below 0 after it.
        expiry_says: why the last day could not be read.
        is_partial: whether it can be ordered in pieces.
        lines: what an order of it orders.
        products: all products with their prices, also those that were only suggested.
        fields: what the vendor wants to be told: first for the whole order, then for each line.
    """

    number: str
    refusal: str | None = None
    vendor: str | None = None
    status: str | None = None
    total: Decimal | None = None
    currency: str | None = None
    fees: Decimal | None = None
    freight: Decimal | None = None
    tax: Decimal | None = None
    expires: date | None = None
    days_left: int | None = None
    expiry_says: str | None = None
    is_partial: bool = False
    lines: tuple[QuoteLine, ...] = ()
    products: tuple[QuotedProduct, ...] = ()
    fields: tuple[VendorField, ...] = ()

    @property
    def can_be_ordered(self) -> bool:
        """Whether the service takes an order of it, once the vendor's fields are filled."""
        return self.refusal is None

    @property
    def suggested(self) -> tuple[QuotedProduct, ...]:
        """The products that nobody asked for."""
        return tuple(each for each in self.products if each.is_suggested)

    def empty_fields(
        self, header: Mapping[str, str] | None = None, lines: Mapping[str, Mapping[str, str]] | None = None
    ) -> tuple[VendorField, ...]:
        """Return the vendor's fields that have no value yet.

        Args:
            header: values for the whole order, by the names of the fields.
            lines: values for lines: by the number of the line, then by the name of the field.
        """

        def value(field: VendorField) -> str | None:
            of = (header or {}) if field.line_number is None else (lines or {}).get(field.line_number, {})
            return of.get(field.name)

        return tuple(each for each in self.fields if not each.is_filled_by(value(each)))
