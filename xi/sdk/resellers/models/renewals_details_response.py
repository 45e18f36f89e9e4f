"""The model `RenewalsDetailsResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.renewals_details_response_additional_attributes_inner import (
    RenewalsDetailsResponseAdditionalAttributesInner,
)
from xi.sdk.resellers.models.renewals_details_response_end_user_info import RenewalsDetailsResponseEndUserInfo
from xi.sdk.resellers.models.renewals_details_response_products_inner import RenewalsDetailsResponseProductsInner
from xi.sdk.resellers.models.renewals_details_response_reference_number import RenewalsDetailsResponseReferenceNumber


class RenewalsDetailsResponse(ResponseModel):
    """DRAFT 818.

    RenewalsDetailsResponse.

    Args:
        renewal_id (str): DRAFT 819. renewal Id of RenewalsDetailsResponse.
        ingram_order_number (str): DRAFT 820. ingram Order Number of RenewalsDetailsResponse.
        ingram_order_date (str): DRAFT 821. ingram Order Date of RenewalsDetailsResponse.
        expiration_date (str): DRAFT 822. expiration Date of RenewalsDetailsResponse.
        ingram_purchase_order_number (str): DRAFT 823. ingram Purchase Order Number of RenewalsDetailsResponse.
        customer_order_number (str): DRAFT 824. customer Order Number of RenewalsDetailsResponse.
        end_customer_order_number (str): DRAFT 825. end Customer Order Number of RenewalsDetailsResponse.
        renewal_value (str): DRAFT 826. renewal Value of RenewalsDetailsResponse.
        end_user (str): DRAFT 827. end User of RenewalsDetailsResponse.
        vendor (str): DRAFT 828. vendor of RenewalsDetailsResponse.
        status (str): DRAFT 829. status of RenewalsDetailsResponse.
        end_user_info (RenewalsDetailsResponseEndUserInfo): DRAFT 830. end User Info of RenewalsDetailsResponse.
        reference_number (RenewalsDetailsResponseReferenceNumber): DRAFT 831. reference Number of
            RenewalsDetailsResponse.
        products (list of RenewalsDetailsResponseProductsInner): DRAFT 832. products of RenewalsDetailsResponse.
        additional_attributes (list of RenewalsDetailsResponseAdditionalAttributesInner): DRAFT 833. additional
            Attributes of RenewalsDetailsResponse.
    """

    renewal_id: str | None = None
    """DRAFT 819.

    renewal Id of RenewalsDetailsResponse.
    """

    ingram_order_number: str | None = None
    """DRAFT 820.

    ingram Order Number of RenewalsDetailsResponse.
    """

    ingram_order_date: str | None = None
    """DRAFT 821.

    ingram Order Date of RenewalsDetailsResponse.
    """

    expiration_date: str | None = None
    """DRAFT 822.

    expiration Date of RenewalsDetailsResponse.
    """

    ingram_purchase_order_number: str | None = None
    """DRAFT 823.

    ingram Purchase Order Number of RenewalsDetailsResponse.
    """

    customer_order_number: str | None = None
    """DRAFT 824.

    customer Order Number of RenewalsDetailsResponse.
    """

    end_customer_order_number: str | None = None
    """DRAFT 825.

    end Customer Order Number of RenewalsDetailsResponse.
    """

    renewal_value: str | None = None
    """DRAFT 826.

    renewal Value of RenewalsDetailsResponse.
    """

    end_user: str | None = None
    """DRAFT 827.

    end User of RenewalsDetailsResponse.
    """

    vendor: str | None = None
    """DRAFT 828.

    vendor of RenewalsDetailsResponse.
    """

    status: str | None = None
    """DRAFT 829.

    status of RenewalsDetailsResponse.
    """

    end_user_info: RenewalsDetailsResponseEndUserInfo | None = None
    """DRAFT 830.

    end User Info of RenewalsDetailsResponse.
    """

    reference_number: RenewalsDetailsResponseReferenceNumber | None = None
    """DRAFT 831.

    reference Number of RenewalsDetailsResponse.
    """

    products: list[RenewalsDetailsResponseProductsInner] | None = None
    """DRAFT 832.

    products of RenewalsDetailsResponse.
    """

    additional_attributes: list[RenewalsDetailsResponseAdditionalAttributesInner] | None = None
    """DRAFT 833.

    additional Attributes of RenewalsDetailsResponse.
    """
