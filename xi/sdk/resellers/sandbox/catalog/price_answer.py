"""Answers a question for price and availability, an item for each product."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, cast

from xi.sdk.resellers.sandbox.catalog.arrivals import Expected
from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind, Plan, PlanOption, Special
from xi.sdk.resellers.sandbox.catalog.places import LOCATIONS, currency
from xi.sdk.resellers.sandbox.catalog.price_request import AskedProduct, PriceRequest
from xi.sdk.resellers.sandbox.catalog.prices import Price
from xi.sdk.resellers.sandbox.wire.json import Json, present, record, records

SPECIALS_EXIST: Final = "SPECIAL PRICES EXIST FOR THIS PRODUCT"
NOT_AUTHORISED: Final = "This account is not authorised to buy the product"

_ALL_GOOD: Final = 200
_SOME_BAD: Final = 207
_NOT_FOUND: Final = "E"
_LESS_SAID_IN: Final = frozenset({"MX", "TR", "NZ", "CO", "CL", "BR", "PE", "EH"})
"""Countries whose answers lack some members."""
_KIND_NAMES: Final = {
    "ingramPartNumber": "Ingram part number",
    "vendorPartNumber": "vendor part number",
    "customerPartNumber": "customer part number",
    "upc": "UPC",
    "planID": "plan ID",
}

Units = Callable[[Part, str], int]
"""Returns units of a part in a warehouse."""


@dataclass(frozen=True, slots=True)
class Shop:
    """What an answer depends on besides the question.

    Args:
        country: The country of the reseller.
        warehouses: The warehouses that hold a part.
        left: The units that a warehouse still has.
        waiting: The units that orders wait for.
        expected: What is on order of a part, the next to come first.
        price: The price of a unit.
        public_price: The same for goods of a government.
        specials: All special prices of a part that the reseller has, with what is left of each.
    """

    country: str
    warehouses: Callable[[Part], Iterable[str]]
    left: Units
    waiting: Units
    expected: Callable[[Part], Sequence[Expected]]
    price: Price
    public_price: Price
    specials: Callable[[Part], Sequence[Special]]


def not_found(asked: AskedProduct) -> Json:
    """Return the item of a product that does not exist: nothing but the number that was asked for."""
    message = f"No product has the {_KIND_NAMES[asked.kind]} {asked.number}"
    item: Json = {"index": asked.place, "productStatusCode": _NOT_FOUND, "productStatusMessage": message}
    # The published answer has no member for the ID of a plan.
    return item if asked.kind == "planID" else {**item, asked.kind: asked.number}


def item(asked: AskedProduct, part: Part, question: PriceRequest, shop: Shop) -> Json:
    """Return the item of a product, as the published schema has it.

    Args:
        asked: How it was asked for; the number is returned as it was sent.
        part: The part that was found.
        question: What is wanted of it.
        shop: Stock and prices.
    """
    body: Json = {
        "index": asked.place,
        "ingramPartNumber": part.number,
        **present((("vendorPartNumber", part.vendor_number), ("customerPartNumber", part.customer_number))),
        "productAuthorized": part.authorised,
        asked.kind: asked.number,
    }
    specials = shop.specials(part)
    message = SPECIALS_EXIST if specials or part.breaks else ""
    if not part.authorised:
        message = NOT_AUTHORISED
    if message:
        body["productStatusMessage"] = message
    if question.attributes:
        body |= _attributes(part, shop)
    if question.availability:
        body["availability"] = _availability(part, question, asked, shop)
        if question.reserves:
            body["reserveInventoryDetails"] = [
                {
                    "quantityReserved": each.quantity,
                    "quantityAvailable": each.available,
                    "effectivedate": each.effective.isoformat(),
                    "expirydate": each.expires.isoformat(),
                }
                for each in part.reserved
            ]
    # A product that the account may not buy has no price.
    if question.prices and part.authorised:
        body["pricing"] = _pricing(part, asked, question, shop)
        if question.discounts and (specials or part.breaks):
            body["discounts"] = [_discounts(part, shop)]
    return body


def _attributes(part: Part, shop: Shop) -> Json:
    body: Json = {
        **present((("upc", part.upc), ("vendorNumber", part.vendor_code), ("vendorName", part.vendor_name))),
        "description": part.description,
        "productClass": part.product_class,
        "uom": "EA",
        "productStatus": "Discontinued" if part.discontinued else "Active",
        "acceptBackOrder": part.accepts_back_orders,
        "returnableProduct": part.returnable,
        "endUserInfoRequired": part.end_user_required,
        "govtSpecialPriceAvailable": any(each.government for each in part.specials),
    }
    if shop.country not in _LESS_SAID_IN:
        body |= present((("extendedVendorPartNumber", part.vendor_number),))
        body["bundlePartIndicator"] = part.bundle
        if part.fees:
            body["serviceFees"] = [
                {
                    "conditionType": each.kind,
                    "description": each.description,
                    "amount": float(each.amount),
                    **present((("endDate", each.ends.isoformat() if each.ends else ""),)),
                    "currencyCode": currency(shop.country),
                }
                for each in part.fees
            ]
    return body


def _availability(part: Part, question: PriceRequest, asked: AskedProduct, shop: Shop) -> Json:
    if part.kind is not PartKind.STOCK:
        # It comes from its vendor, who does not say how many there are.
        return {"available": not part.discontinued}
    wanted = {asked.branch} if asked.branch else set(question.warehouses)
    known = dict.fromkeys((*shop.warehouses(part), *(each.warehouse for each in shop.expected(part))))
    names = [name for name in known if not wanted or name in wanted]
    total = sum(shop.left(part, name) for name in names)
    return {
        "available": total > 0,
        "totalAvailability": total,
        "availabilityByWarehouse": [_warehouse(part, name, shop) for name in names],
    }


def _warehouse(part: Part, name: str, shop: Shop) -> Json:
    body: Json = {"warehouseId": name}
    left, waiting = shop.left(part, name), shop.waiting(part, name)
    arrivals = [each for each in shop.expected(part) if each.warehouse == name]
    if name not in LOCATIONS and not (left or waiting or arrivals):
        # Branches that sell nothing to this reseller are listed, and say nothing more.
        return body
    body |= {**present((("location", LOCATIONS.get(name, "")),)), "quantityAvailable": left}
    if waiting or arrivals:
        body["quantityBackordered"] = waiting
    if arrivals:
        body["quantityOnOrder"] = sum(each.units for each in arrivals)
    if len(arrivals) > 1 and shop.country not in _LESS_SAID_IN:
        body["backOrderInfo"] = [{"quantity": each.units, "etaDate": each.day.isoformat()} for each in arrivals]
    elif arrivals:
        body["quantityBackorderedEta"] = arrivals[0].day.isoformat()
    return body


def _pricing(part: Part, asked: AskedProduct, question: PriceRequest, shop: Shop) -> Json:
    price = shop.public_price if asked.government and shop.country == "US" else shop.price
    return {
        "currencyCode": currency(shop.country),
        "retailPrice": float(part.retail),
        "mapPrice": float(part.map_price),
        "customerPrice": float(price(part, asked.units, question.bid)),
        "specialBidPricingAvailable": any(each.bid for each in shop.specials(part)),
        "webDiscountsAvailable": bool(part.breaks) or any(not each.bid for each in part.specials),
    }


def _discounts(part: Part, shop: Shop) -> Json:
    code = currency(shop.country)
    return {
        "specialPricing": [_special(part, each) for each in shop.specials(part)],
        "quantityDiscounts": [
            {
                "conditionType": "Quantity break",
                "currencyCode": code,
                "currencyType": "Transaction",
                "quantity": each.quantity,
                "amount": float(each.off),
            }
            for each in part.breaks
        ],
    }


def _special(part: Part, each: Special) -> Json:
    body: Json = {
        "discountType": "Special Bid" if each.bid else "Promo Discount",
        **present((("specialBidNumer", each.bid),)),
        "specialPricingDiscount": float(each.off),
        "specialPricingEffectiveDate": each.effective.isoformat(),
        "specialPricingExpirationDate": each.expires.isoformat(),
        "specialPricingAvailableQuantity": each.quantity,
        "specialPricingMinQuantity": each.minimum,
    }
    if each.government:
        price = max(part.price - each.off, Decimal(0))
        body |= {"governmentDiscountType": each.government, "governmentDiscountedCustomerPrice": float(price)}
    return body


def plan_item(asked: AskedProduct, plan: Plan, country: str) -> Json:
    """Return the item of a plan: a tree of terms and prices."""
    tree: Json = {
        "index": asked.place,
        "planId": plan.number,
        "planName": plan.name,
        "planDescription": plan.description,
        "groups": [{"groupName": plan.group, "groupDescription": plan.group_description}],
        "billingPeriod": {"billingPeriodUnit": plan.billing_unit, "billingPeriod": plan.billing},
        "subscriptionPeriod": [
            {"subscriptionPeriodUnit": plan.period_unit, "subscriptionPeriod": str(each)} for each in plan.periods
        ],
        "options": [_option(each, plan, currency(country)) for each in plan.options],
    }
    return {"index": asked.place, "vendorName": plan.vendor_name, "subscriptionPrice": [tree]}


def _option(option: PlanOption, plan: Plan, code: str) -> Json:
    body: Json = {
        "resourceId": option.number,
        "resourceName": option.name,
        "vendorPartNumber": option.vendor_number,
        "minUnits": option.least,
        "maxUnits": option.most,
        "unitOfMeasure": "EA",
        "resourcePricing": [
            {
                "name": option.name,
                "quantity": str(option.least),
                "msrp": float(option.retail_price),
                "unitPrice": float(option.price),
                "margin": float(option.retail_price - option.price),
                "currencyCode": code,
                "subscriptionPeriod": f"{each} {plan.period_unit}",
            }
            for each in plan.periods
        ],
    }
    if option.breaks:
        volume = [
            {
                "currencyCode": code,
                "quantity": str(each.quantity),
                "msrp": float(option.retail_price),
                "unitPrice": float(option.price - each.off),
            }
            for each in option.breaks
        ]
        body["discounts"] = [{"volumeDiscounts": volume, "specialPricing": []}]
    return body


def as_it_comes(items: Sequence[Json], status: int) -> list[Json]:
    """Return the items of an answer with what recorded answers have instead of the published schema.

    IDs of warehouses are numbers in a 200 and text in a 207, whose prices stand inside the availability; the number of
    a special bid has its right spelling.
    """
    return [_as_it_comes(each, status) for each in items]


def _as_it_comes(item: Json, status: int) -> Json:
    body = dict(item)
    if "availability" in body:
        availability = dict(record(body["availability"]))
        if status == _ALL_GOOD and "availabilityByWarehouse" in availability:
            availability["availabilityByWarehouse"] = [
                {**each, "warehouseId": _as_number(cast("str", each["warehouseId"]))}
                for each in records(availability["availabilityByWarehouse"])
            ]
        if status == _SOME_BAD and "pricing" in body:
            availability["pricing"] = body.pop("pricing")
        body["availability"] = availability
    if "discounts" in body:
        body["discounts"] = [
            {**each, "specialPricing": list(_rightly_spelt(records(each["specialPricing"])))}
            for each in records(body["discounts"])
        ]
    return body


def _as_number(name: str) -> int | str:
    return int(name) if name.isascii() and name.isdigit() else name


def _rightly_spelt(specials: Sequence[Json]) -> Iterator[Json]:
    for each in specials:
        yield {("specialBidNumber" if name == "specialBidNumer" else name): value for name, value in each.items()}
