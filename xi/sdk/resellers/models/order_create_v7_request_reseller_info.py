"""The model `OrderCreateV7RequestResellerInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestResellerInfo(RequestModel):
    """DRAFT 1182.

    OrderCreateV7RequestResellerInfo.

    Args:
        reseller_id (str): DRAFT 1183. reseller Id of OrderCreateV7RequestResellerInfo.
        company_name (str): DRAFT 1184. company Name of OrderCreateV7RequestResellerInfo.
        contact (str): DRAFT 1185. contact of OrderCreateV7RequestResellerInfo.
        address_line1 (str): DRAFT 1186. address Line1 of OrderCreateV7RequestResellerInfo.
        address_line2 (str): DRAFT 1187. address Line2 of OrderCreateV7RequestResellerInfo.
        city (str): DRAFT 1188. city of OrderCreateV7RequestResellerInfo.
        state (str): DRAFT 1189. state of OrderCreateV7RequestResellerInfo.
        postal_code (str): DRAFT 1190. postal Code of OrderCreateV7RequestResellerInfo.
        country_code (str): DRAFT 1191. country Code of OrderCreateV7RequestResellerInfo.
        phone_number (str): DRAFT 1192. phone Number of OrderCreateV7RequestResellerInfo.
        email (str): DRAFT 1193. email of OrderCreateV7RequestResellerInfo.
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
            "reseller_id",
            "state",
        }
    )

    reseller_id: str | None = None
    """DRAFT 1183.

    reseller Id of OrderCreateV7RequestResellerInfo.
    """

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """DRAFT 1184.

    company Name of OrderCreateV7RequestResellerInfo.
    """

    contact: str | None = None
    """DRAFT 1185.

    contact of OrderCreateV7RequestResellerInfo.
    """

    address_line1: str | None = None
    """DRAFT 1186.

    address Line1 of OrderCreateV7RequestResellerInfo.
    """

    address_line2: str | None = None
    """DRAFT 1187.

    address Line2 of OrderCreateV7RequestResellerInfo.
    """

    city: str | None = None
    """DRAFT 1188.

    city of OrderCreateV7RequestResellerInfo.
    """

    state: str | None = None
    """DRAFT 1189.

    state of OrderCreateV7RequestResellerInfo.
    """

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """DRAFT 1190.

    postal Code of OrderCreateV7RequestResellerInfo.
    """

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """DRAFT 1191.

    country Code of OrderCreateV7RequestResellerInfo.
    """

    phone_number: str | None = None
    """DRAFT 1192.

    phone Number of OrderCreateV7RequestResellerInfo.
    """

    email: str | None = None
    """DRAFT 1193.

    email of OrderCreateV7RequestResellerInfo.
    """
