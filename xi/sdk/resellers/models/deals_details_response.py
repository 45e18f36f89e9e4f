"""The model `DealsDetailsResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.deals_details_response_products_inner import DealsDetailsResponseProductsInner
from xi.sdk.resellers.models.renewals_details_response_end_user_info import RenewalsDetailsResponseEndUserInfo


class DealsDetailsResponse(ResponseModel):
    """DRAFT 881.

    DealsDetailsResponse.

    Args:
        deal_id (str): DRAFT 882. deal Id of DealsDetailsResponse.
        version (str): DRAFT 883. version of DealsDetailsResponse.
        end_user (str): DRAFT 884. end User of DealsDetailsResponse.
        extended_msrp (int or float): DRAFT 885. extended Msrp of DealsDetailsResponse.
        vendor (str): DRAFT 886. vendor of DealsDetailsResponse.
        deal_received_on (str): DRAFT 887. deal Received On of DealsDetailsResponse.
        deal_expiry_date (str): DRAFT 888. deal Expiry Date of DealsDetailsResponse.
        price_protection_end_date (str): DRAFT 889. price Protection End Date of DealsDetailsResponse.
        currency_code (str): DRAFT 890. currency Code of DealsDetailsResponse.
        end_user_info (RenewalsDetailsResponseEndUserInfo): DRAFT 891. end User Info of DealsDetailsResponse.
        products (list of DealsDetailsResponseProductsInner): DRAFT 892. products of DealsDetailsResponse.
    """

    deal_id: str | None = None
    """DRAFT 882.

    deal Id of DealsDetailsResponse.
    """

    version: str | None = None
    """DRAFT 883.

    version of DealsDetailsResponse.
    """

    end_user: str | None = None
    """DRAFT 884.

    end User of DealsDetailsResponse.
    """

    extended_msrp: IntOrFloat | None = None
    """DRAFT 885.

    extended Msrp of DealsDetailsResponse.
    """

    vendor: str | None = None
    """DRAFT 886.

    vendor of DealsDetailsResponse.
    """

    deal_received_on: str | None = None
    """DRAFT 887.

    deal Received On of DealsDetailsResponse.
    """

    deal_expiry_date: str | None = None
    """DRAFT 888.

    deal Expiry Date of DealsDetailsResponse.
    """

    price_protection_end_date: str | None = None
    """DRAFT 889.

    price Protection End Date of DealsDetailsResponse.
    """

    currency_code: str | None = None
    """DRAFT 890.

    currency Code of DealsDetailsResponse.
    """

    end_user_info: RenewalsDetailsResponseEndUserInfo | None = None
    """DRAFT 891.

    end User Info of DealsDetailsResponse.
    """

    products: list[DealsDetailsResponseProductsInner] | None = None
    """DRAFT 892.

    products of DealsDetailsResponse.
    """
