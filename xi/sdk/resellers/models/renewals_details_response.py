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
    """One renewal.

    Texts that are not known are empty or null; trim texts before comparing them.

    Args:
        renewal_id (str): Number of the renewal as text; a search has the same number without quotes.
        ingram_order_number (str): Ingram Micro's number of the order that was or will be renewed; empty if there is
            none.
        ingram_order_date (str): Day of that order; null if there is none.
        expiration_date (str): When the present coverage runs out, ISO date and time without a zone.
        ingram_purchase_order_number (str): Ingram Micro's own purchase order for it; often empty.
        customer_order_number (str): The reseller's PO number of the purchase that is renewed.
        end_customer_order_number (str): The end customer's PO number. It may have passed through a spreadsheet and end
            in `.0`, so compare it leniently.
        renewal_value (str): Estimated value of the renewal as decimal text, where a search has a number. The currency
            is not given.
        end_user (str): Short company name of the end customer; the full address is in `endUserInfo`.
        vendor (str): Name of the manufacturer whose coverage is renewed.
        status (str): Finer state of the opportunity, the same texts as in a search.
        end_user_info (RenewalsDetailsResponseEndUserInfo): Address and contact of the end customer; members that are
            not known are empty.
        reference_number (RenewalsDetailsResponseReferenceNumber): Numbers under which Ingram Micro handles the renewal.
            A search has a single text under this name.
        products (list of RenewalsDetailsResponseProductsInner): The products to renew. One part may stand on several
            lines, told apart by the line number.
        additional_attributes (list of RenewalsDetailsResponseAdditionalAttributesInner): Identifiers of what is
            covered, such as licences and serial numbers, each with dates of its own.
    """

    renewal_id: str | None = None
    """Number of the renewal as text; a search has the same number without quotes."""

    ingram_order_number: str | None = None
    """Ingram Micro's number of the order that was or will be renewed; empty if there is none."""

    ingram_order_date: str | None = None
    """Day of that order; null if there is none."""

    expiration_date: str | None = None
    """When the present coverage runs out, ISO date and time without a zone."""

    ingram_purchase_order_number: str | None = None
    """Ingram Micro's own purchase order for it; often empty."""

    customer_order_number: str | None = None
    """The reseller's PO number of the purchase that is renewed."""

    end_customer_order_number: str | None = None
    """The end customer's PO number.

    It may have passed through a spreadsheet and end in `.0`, so compare it leniently.
    """

    renewal_value: str | None = None
    """Estimated value of the renewal as decimal text, where a search has a number.

    The currency is not given.
    """

    end_user: str | None = None
    """Short company name of the end customer; the full address is in `endUserInfo`."""

    vendor: str | None = None
    """Name of the manufacturer whose coverage is renewed."""

    status: str | None = None
    """Finer state of the opportunity, the same texts as in a search."""

    end_user_info: RenewalsDetailsResponseEndUserInfo | None = None
    """Address and contact of the end customer; members that are not known are empty."""

    reference_number: RenewalsDetailsResponseReferenceNumber | None = None
    """Numbers under which Ingram Micro handles the renewal.

    A search has a single text under this name.
    """

    products: list[RenewalsDetailsResponseProductsInner] | None = None
    """The products to renew.

    One part may stand on several lines, told apart by the line number.
    """

    additional_attributes: list[RenewalsDetailsResponseAdditionalAttributesInner] | None = None
    """Identifiers of what is covered, such as licences and serial numbers, each with dates of its own."""
