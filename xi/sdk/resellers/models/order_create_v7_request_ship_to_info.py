"""The model `OrderCreateV7RequestShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestShipToInfo(RequestModel):
    """DRAFT 1206.

    OrderCreateV7RequestShipToInfo.

    Args:
        address_id (str): DRAFT 1207. address Id of OrderCreateV7RequestShipToInfo.
        contact (str): DRAFT 1208. contact of OrderCreateV7RequestShipToInfo.
        company_name (str): DRAFT 1209. company Name of OrderCreateV7RequestShipToInfo.
        address_line1 (str): DRAFT 1210. address Line1 of OrderCreateV7RequestShipToInfo.
        address_line2 (str): DRAFT 1211. address Line2 of OrderCreateV7RequestShipToInfo.
        city (str): DRAFT 1212. city of OrderCreateV7RequestShipToInfo.
        state (str): DRAFT 1213. state of OrderCreateV7RequestShipToInfo.
        postal_code (str): DRAFT 1214. postal Code of OrderCreateV7RequestShipToInfo.
        country_code (str): DRAFT 1215. country Code of OrderCreateV7RequestShipToInfo.
        email (str): DRAFT 1216. email of OrderCreateV7RequestShipToInfo.
        shipping_notes (str): DRAFT 1217. shipping Notes of OrderCreateV7RequestShipToInfo.
        phone_number (str): DRAFT 1218. phone Number of OrderCreateV7RequestShipToInfo.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {
            "address_line1",
            "address_line2",
            "city",
            "company_name",
            "contact",
            "country_code",
            "email",
            "phone_number",
            "postal_code",
            "shipping_notes",
            "state",
        }
    )

    address_id: Annotated[str | None, Field(max_length=10)] = None
    """DRAFT 1207.

    address Id of OrderCreateV7RequestShipToInfo.
    """

    contact: Annotated[str | None, Field(max_length=70)] = None
    """DRAFT 1208.

    contact of OrderCreateV7RequestShipToInfo.
    """

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """DRAFT 1209.

    company Name of OrderCreateV7RequestShipToInfo.
    """

    address_line1: Annotated[str | None, Field(max_length=70)] = None
    """DRAFT 1210.

    address Line1 of OrderCreateV7RequestShipToInfo.
    """

    address_line2: Annotated[str | None, Field(max_length=70)] = None
    """DRAFT 1211.

    address Line2 of OrderCreateV7RequestShipToInfo.
    """

    city: Annotated[str | None, Field(max_length=25)] = None
    """DRAFT 1212.

    city of OrderCreateV7RequestShipToInfo.
    """

    state: Annotated[str | None, Field(max_length=3)] = None
    """DRAFT 1213.

    state of OrderCreateV7RequestShipToInfo.
    """

    postal_code: str | None = None
    """DRAFT 1214.

    postal Code of OrderCreateV7RequestShipToInfo.
    """

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """DRAFT 1215.

    country Code of OrderCreateV7RequestShipToInfo.
    """

    email: str | None = None
    """DRAFT 1216.

    email of OrderCreateV7RequestShipToInfo.
    """

    shipping_notes: str | None = None
    """DRAFT 1217.

    shipping Notes of OrderCreateV7RequestShipToInfo.
    """

    phone_number: str | None = None
    """DRAFT 1218.

    phone Number of OrderCreateV7RequestShipToInfo.
    """
