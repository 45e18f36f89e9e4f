"""The model `InvoiceDetailsv61ResponseShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class InvoiceDetailsv61ResponseShipToInfo(ResponseModel):
    """DRAFT 699.

    InvoiceDetailsv61ResponseShipToInfo.

    Args:
        contact (str): DRAFT 700. contact of InvoiceDetailsv61ResponseShipToInfo.
        company_name (str): DRAFT 701. company Name of InvoiceDetailsv61ResponseShipToInfo.
        address_line1 (str): DRAFT 702. address Line1 of InvoiceDetailsv61ResponseShipToInfo.
        address_line2 (str): DRAFT 703. address Line2 of InvoiceDetailsv61ResponseShipToInfo.
        address_line3 (str): DRAFT 704. address Line3 of InvoiceDetailsv61ResponseShipToInfo.
        city (str): DRAFT 705. city of InvoiceDetailsv61ResponseShipToInfo.
        state (str): DRAFT 706. state of InvoiceDetailsv61ResponseShipToInfo.
        postal_code (str): DRAFT 707. postal Code of InvoiceDetailsv61ResponseShipToInfo.
        country_code (str): DRAFT 708. country Code of InvoiceDetailsv61ResponseShipToInfo.
        phone_number (str): DRAFT 709. phone Number of InvoiceDetailsv61ResponseShipToInfo.
        email (str): DRAFT 710. email of InvoiceDetailsv61ResponseShipToInfo.
    """

    contact: str | None = None
    """DRAFT 700.

    contact of InvoiceDetailsv61ResponseShipToInfo.
    """

    company_name: str | None = None
    """DRAFT 701.

    company Name of InvoiceDetailsv61ResponseShipToInfo.
    """

    address_line1: str | None = None
    """DRAFT 702.

    address Line1 of InvoiceDetailsv61ResponseShipToInfo.
    """

    address_line2: str | None = None
    """DRAFT 703.

    address Line2 of InvoiceDetailsv61ResponseShipToInfo.
    """

    address_line3: str | None = None
    """DRAFT 704.

    address Line3 of InvoiceDetailsv61ResponseShipToInfo.
    """

    city: str | None = None
    """DRAFT 705.

    city of InvoiceDetailsv61ResponseShipToInfo.
    """

    state: str | None = None
    """DRAFT 706.

    state of InvoiceDetailsv61ResponseShipToInfo.
    """

    postal_code: str | None = None
    """DRAFT 707.

    postal Code of InvoiceDetailsv61ResponseShipToInfo.
    """

    country_code: str | None = None
    """DRAFT 708.

    country Code of InvoiceDetailsv61ResponseShipToInfo.
    """

    phone_number: str | None = None
    """DRAFT 709.

    phone Number of InvoiceDetailsv61ResponseShipToInfo.
    """

    email: str | None = None
    """DRAFT 710.

    email of InvoiceDetailsv61ResponseShipToInfo.
    """
