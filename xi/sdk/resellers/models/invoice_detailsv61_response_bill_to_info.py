"""The model `InvoiceDetailsv61ResponseBillToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class InvoiceDetailsv61ResponseBillToInfo(ResponseModel):
    """DRAFT 687.

    InvoiceDetailsv61ResponseBillToInfo.

    Args:
        contact (str): DRAFT 688. contact of InvoiceDetailsv61ResponseBillToInfo.
        company_name (str): DRAFT 689. company Name of InvoiceDetailsv61ResponseBillToInfo.
        address_line1 (str): DRAFT 690. address Line1 of InvoiceDetailsv61ResponseBillToInfo.
        address_line2 (str): DRAFT 691. address Line2 of InvoiceDetailsv61ResponseBillToInfo.
        address_line3 (str): DRAFT 692. address Line3 of InvoiceDetailsv61ResponseBillToInfo.
        city (str): DRAFT 693. city of InvoiceDetailsv61ResponseBillToInfo.
        state (str): DRAFT 694. state of InvoiceDetailsv61ResponseBillToInfo.
        postal_code (str): DRAFT 695. postal Code of InvoiceDetailsv61ResponseBillToInfo.
        country_code (str): DRAFT 696. country Code of InvoiceDetailsv61ResponseBillToInfo.
        phone_number (str): DRAFT 697. phone Number of InvoiceDetailsv61ResponseBillToInfo.
        email (str): DRAFT 698. email of InvoiceDetailsv61ResponseBillToInfo.
    """

    contact: str | None = None
    """DRAFT 688.

    contact of InvoiceDetailsv61ResponseBillToInfo.
    """

    company_name: str | None = None
    """DRAFT 689.

    company Name of InvoiceDetailsv61ResponseBillToInfo.
    """

    address_line1: str | None = None
    """DRAFT 690.

    address Line1 of InvoiceDetailsv61ResponseBillToInfo.
    """

    address_line2: str | None = None
    """DRAFT 691.

    address Line2 of InvoiceDetailsv61ResponseBillToInfo.
    """

    address_line3: str | None = None
    """DRAFT 692.

    address Line3 of InvoiceDetailsv61ResponseBillToInfo.
    """

    city: str | None = None
    """DRAFT 693.

    city of InvoiceDetailsv61ResponseBillToInfo.
    """

    state: str | None = None
    """DRAFT 694.

    state of InvoiceDetailsv61ResponseBillToInfo.
    """

    postal_code: str | None = None
    """DRAFT 695.

    postal Code of InvoiceDetailsv61ResponseBillToInfo.
    """

    country_code: str | None = None
    """DRAFT 696.

    country Code of InvoiceDetailsv61ResponseBillToInfo.
    """

    phone_number: str | None = None
    """DRAFT 697.

    phone Number of InvoiceDetailsv61ResponseBillToInfo.
    """

    email: str | None = None
    """DRAFT 698.

    email of InvoiceDetailsv61ResponseBillToInfo.
    """
