"""Deals as the JSON of the live API, including its irregular shapes."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.catalog.places import currency
from xi.sdk.resellers.sandbox.deals.values import Deal, DealPart
from xi.sdk.resellers.sandbox.wire.json import Json
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest


def searched_deal(deal: Deal) -> Json:
    """Return a deal as an entry of a search: its link is an object, and may have blanks."""
    return {
        "dealId": deal.number,
        "version": str(deal.version),
        "endUser": deal.end_user,
        "vendor": deal.vendor,
        "dealExpiryDate": _moment(deal.ends_at),
        "links": {"topic": "Deals", "href": f"/resellers/v6/deals/{deal.number}", "type": "GET"},
    }


def page_link(_request: ApiRequest, number: int) -> str:
    """Return the link to a page: it leads to an address inside the service, and always asks for 25 deals."""
    return f"/bids/v1/special-bidsB2B?Size=25&Page={number}"


def deal_details(deal: Deal, country: str, ordered: Callable[[str], int], now: Callable[[Part], Part]) -> Json:
    """Return a deal in full.

    Args:
        deal: The deal.
        country: The country of the request.
        ordered: Returns the units of a part that were ordered with the deal.
        now: Returns a part as it is now: a deal says what it would cost without it.
    """
    nothing = dict.fromkeys(("name1", "name2", "addressLine3", "addressLine4", "phoneNumber"))
    return {
        "dealId": deal.number,
        "version": str(deal.version),
        "endUser": deal.end_user,
        "extendedMsrp": float(sum((now(each.part).retail * each.approved for each in deal.parts), Decimal(0))),
        # Only the search names the vendor.
        "vendor": None,
        "dealReceivedOn": _moment(deal.received_at),
        "dealExpiryDate": _moment(deal.ends_at),
        "priceProtectionEndDate": _moment(deal.ends_at),
        "currencyCode": currency(country),
        "endUserInfo": {
            "contact": "Sam Sample",
            "companyName": deal.end_user or None,
            "addressLine1": "7 EXAMPLE WAY",
            "addressLine2": "",
            "city": "SPRINGFIELD",
            "state": "NY",
            "postalCode": "100010000",
            "countryCode": country,
            "email": "sam@example.com",
            **nothing,
        },
        "products": [_product(each, now(each.part), ordered(each.part.number)) for each in deal.parts],
    }


def _product(line: DealPart, part: Part, ordered: int) -> Json:
    return {
        "ingramPartNumber": part.number,
        "vendorPartNumber": part.vendor_number,
        "upc": part.upc or None,
        "productDescription": part.description,
        "msrp": float(part.retail),
        # With capitals here, without them on the deal.
        "extendedMSRP": float(part.retail * line.approved),
        "standardPrice": float(part.price),
        "approvedQuantity": line.approved,
        "remainingQuantity": line.remaining(ordered),
        "comments": None,
        "specialConditions": None,
        "startDate": _moment(line.starts_at),
        "expirationDate": _moment(line.ends_at),
        # The whole run, and not what is left of it.
        "daysRemaining": (line.ends_at - line.starts_at).days,
    }


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S}"
