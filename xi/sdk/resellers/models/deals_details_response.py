"""The model `DealsDetailsResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.deals_details_response_products_inner import DealsDetailsResponseProductsInner
from xi.sdk.resellers.models.renewals_details_response_end_user_info import RenewalsDetailsResponseEndUserInfo


class DealsDetailsResponse(ResponseModel):
    """One deal with its products.

    Prices are in `currencyCode` and hold for this end customer only.

    Args:
        deal_id (str): Number of the deal, to be given as `specialBidNumber` when ordering under it.
        version (str): Version that is shown, a whole number as text. It is always the newest.
        end_user (str): Company for which the deal was granted.
        extended_msrp (int or float): List price of all products times their quantities, over the whole deal. Spelt
            `extendedMSRP` on the products.
        vendor (str): Manufacturer that granted the deal. It may be null though the search names it.
        deal_received_on (str): When Ingram Micro received the deal, ISO date and time without a zone.
        deal_expiry_date (str): When the whole deal ends, without a zone. Single products may end earlier.
        price_protection_end_date (str): Until when the manufacturer keeps the prices, without a zone.
        currency_code (str): Three-letter code of the currency of all prices in the deal, such as `USD`.
        end_user_info (RenewalsDetailsResponseEndUserInfo): Address and contact of the end customer; most of its members
            may be null.
        products (list of DealsDetailsResponseProductsInner): The products of the deal, each with its own price,
            quantity and term.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"extendedMSRP": "extendedMsrp"}

    deal_id: str | None = None
    """Number of the deal, to be given as `specialBidNumber` when ordering under it."""

    version: str | None = None
    """Version that is shown, a whole number as text.

    It is always the newest.
    """

    end_user: str | None = None
    """Company for which the deal was granted."""

    extended_msrp: IntOrFloat | None = None
    """List price of all products times their quantities, over the whole deal.

    Spelt `extendedMSRP` on the products.
    """

    vendor: str | None = None
    """Manufacturer that granted the deal.

    It may be null though the search names it.
    """

    deal_received_on: str | None = None
    """When Ingram Micro received the deal, ISO date and time without a zone."""

    deal_expiry_date: str | None = None
    """When the whole deal ends, without a zone.

    Single products may end earlier.
    """

    price_protection_end_date: str | None = None
    """Until when the manufacturer keeps the prices, without a zone."""

    currency_code: str | None = None
    """Three-letter code of the currency of all prices in the deal, such as `USD`."""

    end_user_info: RenewalsDetailsResponseEndUserInfo | None = None
    """Address and contact of the end customer; most of its members may be null."""

    products: list[DealsDetailsResponseProductsInner] | None = None
    """The products of the deal, each with its own price, quantity and term."""
