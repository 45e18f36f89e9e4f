"""Searches of deals: the filters in the query, and what they find."""

from collections.abc import Iterable
from dataclasses import dataclass

from xi.sdk.resellers.sandbox.deals.values import Deal
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest


@dataclass(frozen=True, slots=True)
class DealQuery:
    """A search of deals; empty texts find all.

    Args:
        end_user: A part of the end user's name, in upper case.
        vendor: A part of the vendor's name, in upper case.
        number: The number of the deal, in upper case.
    """

    end_user: str = ""
    vendor: str = ""
    number: str = ""


def read_deal_query(request: ApiRequest) -> DealQuery:
    """Read the filters of a search; unknown parameters are ignored, as the live API does."""
    return DealQuery(*(request.parameter(name).upper() for name in ("endUser", "vendor", "dealId")))


def find_deals(deals: Iterable[Deal], query: DealQuery) -> list[Deal]:
    """Return the deals that a search finds, those that end first at the front; ended ones are found too."""
    found = [
        each
        for each in deals
        if query.end_user in each.end_user.upper()
        and query.vendor in each.vendor.upper()
        and query.number in ("", each.number.upper())
    ]
    return sorted(found, key=lambda deal: (deal.ends_at, deal.number))
