"""Freight estimates as the JSON of the live API: figures are text in the lists of carriers, and numbers elsewhere."""

from decimal import Decimal

from xi.sdk.resellers.sandbox.catalog.places import currency
from xi.sdk.resellers.sandbox.freight.estimate import Distribution, Estimate, EstimatedLine, Offer
from xi.sdk.resellers.sandbox.wire.json import Json


def estimated(made: Estimate, country: str) -> Json:
    """Return the member `freightEstimateResponse` of an answer."""
    return {
        "currencyCode": currency(country),
        "totalFreightAmount": float(made.freight),
        "totalTaxAmount": 0,
        "totalFees": 0,
        # As observed: the gross amount has goods and freight, and this has nothing.
        "totalNetAmount": 0,
        "grossAmount": float(made.gross),
        "distribution": [_distribution(each) for each in made.distributions],
        "lines": [_line(each) for each in made.lines],
    }


def _distribution(each: Distribution) -> Json:
    best = each.suggested
    return {
        "shipFromBranchNumber": each.warehouse,
        "carrierCode": best.carrier.code,
        "shipVia": best.carrier.padded_name,
        "freightRate": float(best.charge),
        "totalWeight": float(each.weight),
        "transitDays": best.days,
        "carrierList": [_offer(offer) for offer in each.offers],
    }


def _offer(offer: Offer) -> Json:
    return {
        "carrierCode": offer.carrier.code,
        "shipVia": offer.carrier.padded_name,
        "carrierMode": offer.carrier.mode,
        "estimatedFreightCharge": _short(offer.charge),
        "daysInTransit": str(offer.days),
    }


def _short(amount: Decimal) -> str:
    # Without zeros at the end: `19.7`, `46`.
    return f"{amount.normalize():f}"


def _line(each: EstimatedLine) -> Json:
    return {
        "ingramPartNumber": each.part.number,
        "vendorPartNumber": each.part.vendor_number,
        "warehouseId": each.warehouse,
        "quantity": each.line.units,
        "unitPrice": float(each.unit_price),
        "netAmount": float(each.net),
    }
