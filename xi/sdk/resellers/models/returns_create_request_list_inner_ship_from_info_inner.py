"""The model `ReturnsCreateRequestListInnerShipFromInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class ReturnsCreateRequestListInnerShipFromInfoInner(RequestModel):
    """DRAFT 979.

    ReturnsCreateRequestListInnerShipFromInfoInner.

    Args:
        company_name (str): DRAFT 980. company Name of ReturnsCreateRequestListInnerShipFromInfoInner.
        contact (str): DRAFT 981. contact of ReturnsCreateRequestListInnerShipFromInfoInner.
        address_line1 (str): DRAFT 982. address Line1 of ReturnsCreateRequestListInnerShipFromInfoInner.
        city (str): DRAFT 985. city of ReturnsCreateRequestListInnerShipFromInfoInner.
        state (str): DRAFT 986. state of ReturnsCreateRequestListInnerShipFromInfoInner.
        postal_code (str): DRAFT 987. postal Code of ReturnsCreateRequestListInnerShipFromInfoInner.
        country_code (str): DRAFT 988. country Code of ReturnsCreateRequestListInnerShipFromInfoInner.
        email (str): DRAFT 989. email of ReturnsCreateRequestListInnerShipFromInfoInner.
        address_line2 (str): DRAFT 983. address Line2 of ReturnsCreateRequestListInnerShipFromInfoInner.
        address_line3 (str): DRAFT 984. address Line3 of ReturnsCreateRequestListInnerShipFromInfoInner.
        phone_number (str): DRAFT 990. phone Number of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    company_name: str
    """DRAFT 980.

    company Name of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    contact: str
    """DRAFT 981.

    contact of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    address_line1: str
    """DRAFT 982.

    address Line1 of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    city: str
    """DRAFT 985.

    city of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    state: str
    """DRAFT 986.

    state of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    postal_code: str
    """DRAFT 987.

    postal Code of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    country_code: str
    """DRAFT 988.

    country Code of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    email: str
    """DRAFT 989.

    email of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    address_line2: str | None = None
    """DRAFT 983.

    address Line2 of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    address_line3: str | None = None
    """DRAFT 984.

    address Line3 of ReturnsCreateRequestListInnerShipFromInfoInner.
    """

    phone_number: str | None = None
    """DRAFT 990.

    phone Number of ReturnsCreateRequestListInnerShipFromInfoInner.
    """
