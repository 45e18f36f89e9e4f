"""Reads a question for price and availability."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

from xi.sdk.resellers.sandbox.wire.fields import Fields
from xi.sdk.resellers.sandbox.wire.json import Json, attributes, flag, quantity, record, records, text
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError, blank

PRODUCT_LIMIT: Final = 50
"""Products in a call."""
NUMBER_KINDS: Final = ("ingramPartNumber", "vendorPartNumber", "customerPartNumber", "upc", "planID")
"""The members that can name a product; if there are several, the first of this list counts."""

_NUMBER_LIMIT: Final = 250


@dataclass(frozen=True, slots=True)
class AskedProduct:
    """A product that is asked for.

    Args:
        place: Its place in the request, from 1.
        kind: One of NUMBER_KINDS.
        number: Its number of that kind, as it was sent.
        units: How many are wanted, 1 if nothing was said.
        branch: The only warehouse of interest; empty for all.
        government: Whether the goods are for a government.
    """

    place: int
    kind: str
    number: str
    units: int = 1
    branch: str = ""
    government: bool = False


@dataclass(frozen=True, slots=True)
class PriceRequest:
    """A question for price and availability.

    Args:
        products: The products.
        availability: Whether the stock is wanted.
        prices: Whether prices are wanted.
        attributes: Whether all that is known of each product is wanted.
        discounts: Whether offers are to be listed.
        reserves: Whether reserved units are to be listed.
        bid: The number of a special bid; empty for none.
        warehouses: The warehouses of interest; empty for all.
    """

    products: Sequence[AskedProduct]
    availability: bool
    prices: bool
    attributes: bool
    discounts: bool = False
    reserves: bool = False
    bid: str = ""
    warehouses: Sequence[str] = ()


def read_price_request(request: ApiRequest, *, limited: bool = True) -> PriceRequest | list[FieldError]:
    """Return the question, or what is wrong with it.

    Args:
        request: The request.
        limited: Whether more than PRODUCT_LIMIT products are refused; if not, the first ones are answered.
    """
    errors: list[FieldError] = []
    switches = {
        name: _switch(request, name, errors, required=required)
        for name, required in (
            ("includeAvailability", True),
            ("includePricing", True),
            ("includeProductAttributes", False),
        )
    }
    fields = Fields(record(request.body), errors)
    products = _products(fields, limited=limited)
    found = PriceRequest(
        products=products,
        availability=switches["includeAvailability"],
        prices=switches["includePricing"],
        attributes=switches["includeProductAttributes"],
        discounts=_member(fields, "showAvailableDiscounts"),
        reserves=_member(fields, "showReserveInventoryDetails"),
        bid=fields.text("specialBidNumber", _NUMBER_LIMIT),
        warehouses=_warehouses(fields),
    )
    return errors or found


def _switch(request: ApiRequest, name: str, errors: list[FieldError], *, required: bool) -> bool:
    given = request.parameter(name)
    found = flag(given)
    if not given and required:
        errors.append(blank(name))
    elif given and found is None:
        errors.append(FieldError(f"{name} must be true or false", name, given))
    return bool(found)


def _member(fields: Fields, name: str) -> bool:
    given = fields.members.get(name)
    found = flag(given)
    if given is not None and found is None:
        fields.errors.append(FieldError(f"{name} must be true or false", name, given))
    return bool(found)


def _warehouses(fields: Fields) -> Sequence[str]:
    """Return the warehouses of interest: an ID alone asks for that one, unless all locations are asked for too."""
    entries = records(fields.members.get("availabilityByWarehouse"))
    if any(flag(each.get("availabilityForAllLocation")) for each in entries):
        return ()
    return [name for each in entries if (name := text(each.get("availabilityByWarehouseId")))]


def _products(fields: Fields, *, limited: bool) -> list[AskedProduct]:
    given = fields.members.get("products")
    entries = cast("list[object]", given) if isinstance(given, list) else []
    found = [cast("Json", entry) for entry in entries if isinstance(entry, dict)]
    if not entries:
        fields.errors.append(FieldError(f"products must have 1 to {PRODUCT_LIMIT} entries", "products"))
    elif len(found) < len(entries):
        fields.errors.append(FieldError("products must be a list of objects", "products"))
        return []
    if len(found) > PRODUCT_LIMIT and limited:
        wrong = f"products must not have more than {PRODUCT_LIMIT} entries"
        fields.errors.append(FieldError(wrong, "products", len(found)))
        return []
    shared = _wishes(fields.members)
    return [
        product
        for place, each in enumerate(found[:PRODUCT_LIMIT], start=1)
        if (product := _product(Fields(each, fields.errors, f"products[{place - 1}]."), place, shared)) is not None
    ]


def _wishes(members: Json) -> dict[str, str]:
    return attributes(members.get("additionalAttributes"))


def _product(fields: Fields, place: int, shared: dict[str, str]) -> AskedProduct | None:
    named = [(kind, number) for kind in NUMBER_KINDS if (number := fields.text(kind, _NUMBER_LIMIT))]
    if not named:
        name = f"{fields.prefix}{NUMBER_KINDS[0]}"
        kinds = ", ".join(NUMBER_KINDS[:-1])
        fields.errors.append(FieldError(f"{fields.prefix[:-1]} must have {kinds} or {NUMBER_KINDS[-1]}", name))
        return None
    sent = fields.members.get("quantityRequested")
    units = quantity(sent) if text(sent) else 1
    if units is None:
        name = f"{fields.prefix}quantityRequested"
        fields.errors.append(FieldError(f"{name} must be a whole number from 1", name, sent))
        return None
    wishes = {**shared, **_wishes(fields.members)}
    kind, number = named[0]
    return AskedProduct(
        place,
        kind,
        number,
        units,
        branch=wishes.get("shipfrombranchnumber", ""),
        government=bool(wishes.get("governmentprogramcode")),
    )
