"""Quotes as the JSON of the live API, including its irregular shapes."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final

from xi.sdk.resellers.sandbox.catalog.offers import VendorField
from xi.sdk.resellers.sandbox.catalog.places import currency
from xi.sdk.resellers.sandbox.orders.answers import link
from xi.sdk.resellers.sandbox.quotes.values import Quote, QuotedLine
from xi.sdk.resellers.sandbox.wire.json import Json

_NO_DATE: Final = "0001-01-01"
_PREAMBLE: Final = (
    "<font color='red' size='8pt'><b></b></font>#####<font>This is an offer of a sandbox. It is not a real one, and "
    "nothing is sold by it.</font>#####<font>Your reference is <QUOTE NUMBER> <br /> Name it in each order.</font>"
)
_PURCHASE: Final = (
    "To order what this quote offers, send\r\n\r\n* its number\r\n* your PO number\r\n* what the vendor wants to know"
)
_LEGAL: Final = "The offer holds while the sandbox runs.\r\nPrices are made up."
_PADDING: Final[Json] = {"attributeName": "", "attributeValue": "", "attributeDescription": ""}
_LINE_KEYS: Final = ("vmfAdditionalAttributesLines", "linesVendorMandatoryAttributes")
"""The live API names the list of a first line as published, and that of a further line otherwise."""


def searched_quote(quote: Quote, country: str, day: date) -> Json:
    """Return a quote as an entry of a search."""
    return {
        "quoteGuid": quote.guid,
        "quoteName": quote.name,
        "quoteNumber": quote.number,
        "revision": str(quote.revision),
        "currencyCode": currency(country),
        "endUserContact": quote.end_user or None,
        "createdBy": "Ingram Micro",
        "specialBidNumber": quote.special_bid or None,
        "vendor": quote.vendor,
        "quoteTotal": float(quote.total),
        "quoteStatus": quote.status_on(day).value,
        "ingramQuoteDate": quote.created_at.date().isoformat(),
        "lastModifiedDate": quote.modified_at.date().isoformat(),
        "ingramQuoteExpiryDate": _day(quote.expires_on),
        "endUserName": quote.end_user,
        "links": link("quotes", f"/resellers/v6/quotes/{quote.number}"),
    }


def quote_details(quote: Quote, customer: str, country: str, day: date) -> Json:
    """Return a quote in full."""
    status = quote.status_on(day)
    body: Json = {
        "quoteName": quote.name,
        "quoteNumber": quote.number,
        "quoteGuid": quote.guid,
        "revision": str(quote.revision),
        "ingramQuoteDate": _moment(quote.created_at),
        "lastModifiedDate": _moment(quote.modified_at),
        "ingramQuoteExpiryDate": f"{_day(quote.expires_on)}T00:00:00Z",
        "currencyCode": currency(country),
        "status": status.value,
        "statusReason": "",
        "closingReason": "" if quote.closed_at is None else status.value,
        "customerNeed": "",
        "proposedSolution": "",
        "introPreamble": _PREAMBLE,
        "purchaseInstructions": _PURCHASE,
        "legalTerms": _LEGAL,
        "leaseInfo": "",
        "leasingInstructions": "",
        "resellerInfo": {
            "contact": "Sandbox Reseller",
            "companyName": f"SANDBOX RESELLER {customer}",
            "email": "reseller@example.com",
            "phoneNumber": "5550100",
            "customerNumber": customer,
        },
        "endUserInfo": {"companyName": quote.end_user},
        "products": [_product(quote, each) for each in quote.lines],
        "productsCount": len(quote.lines),
        "extendedMsrpTotal": _sum(each.part.retail * each.quantity for each in quote.asked),
        "quantityTotal": sum(each.quantity for each in quote.asked),
        "extendedQuotePriceTotal": float(quote.total),
        "taxTotal": None,
        "freightAmount": None,
        "totalQuoteAmount": str(quote.total),
        "additionalAttributes": _attributes(quote),
        "isPartialOrderAllowed": quote.partial,
    }
    if quote.special_bid:
        # The search calls it specialBidNumber.
        body["specialBidId"] = quote.special_bid
        body["specialBidExpirationDate"] = f"{_day(quote.expires_on)}T00:00:00"
    if quote.closed_at is not None:
        body["dateClosed"] = _moment(quote.closed_at)
    return body


def validated(quote: Quote, *, strict: bool = False) -> Json:
    """Return what the vendor wants to be told before a quote is ordered: lists are padded, quantities are text.

    Args:
        quote: The quote.
        strict: Whether the list of each line has the published name.
    """
    return {
        "quoteNumber": quote.number,
        "vendorName": quote.vendor,
        "vmfAdditionalAttributes": demanded(quote.fields),
        "lines": [
            {
                "customerLineNumber": line.number,
                "ingramPartNumber": line.part.number,
                "quantity": str(line.remaining),
                _LINE_KEYS[0 if strict else min(index, 1)]: [*demanded(line.fields), _PADDING],
            }
            for index, line in enumerate(each for each in quote.asked if each.remaining)
        ],
    }


def demanded(fields: Sequence[VendorField]) -> list[Json]:
    """Return the fields that a vendor demands, each with a sample as its value."""
    return [
        {"attributeName": each.name, "attributeValue": each.sample, "attributeDescription": each.description}
        for each in fields
    ]


def _product(quote: Quote, line: QuotedLine) -> Json:
    part = line.part
    return {
        "quoteProductGuid": quote.guid,
        # An ID, and not a number.
        "lineNumber": line.guid,
        "quantity": line.quantity,
        "notes": "",
        # "Nothing" is written in a different way in each of these.
        "ean": part.upc or "-",
        "coo": " ",
        "ingramPartNumber": part.number,
        "vendorPartNumber": part.vendor_number,
        "description": part.description,
        "weight": float(part.weight),
        "weightUom": "LB",
        "isSuggestionProduct": line.suggested,
        "vendorName": part.vendor_name,
        "terms": "--",
        "isSubscription": False,
        "price": {
            "quotePrice": float(line.price),
            "msrp": float(part.retail),
            "extendedMsrp": float(part.retail * line.quantity),
            "extendedQuotePrice": float(line.price * line.quantity),
            "discountOffList": _discount(part.retail, line.price),
            "unitOfMeasure": "EA",
            "tax": None,
            "extrafees": None,
            "remainingQuantityExtendedMsrp": float(part.retail * line.remaining),
            "remainingQuantityExtendedQuotePrice": float(line.price * line.remaining),
        },
        "remainingQuoteQty": line.remaining,
        "minimumOrderAllowedQty": line.minimum if quote.partial else line.quantity,
    }


def _attributes(quote: Quote) -> list[Json]:
    found: list[Json] = [{"attributeName": "estimateId", "attributeValue": quote.guid[:8].upper()}]
    if quote.special_bid:
        found.append({"attributeName": "dealId", "attributeValue": quote.special_bid})
    return found


def _discount(full: Decimal, price: Decimal) -> str:
    if not full:
        return "0.00"
    return str(((full - price) * 100 / full).quantize(Decimal("0.01")))


def _sum(amounts: Iterable[Decimal]) -> float:
    return float(sum(amounts, Decimal(0)))


def _day(day: date | None) -> str:
    return _NO_DATE if day is None else day.isoformat()


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
