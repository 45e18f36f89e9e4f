"""The model `OrderCreateV7RequestEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestEndUserInfo(RequestModel):
    """DRAFT 1194.

    OrderCreateV7RequestEndUserInfo.

    Args:
        end_user_id (str): DRAFT 1195. end User Id of OrderCreateV7RequestEndUserInfo.
        contact (str): DRAFT 1196. contact of OrderCreateV7RequestEndUserInfo.
        company_name (str): DRAFT 1197. company Name of OrderCreateV7RequestEndUserInfo.
        address_line1 (str): DRAFT 1198. address Line1 of OrderCreateV7RequestEndUserInfo.
        address_line2 (str): DRAFT 1199. address Line2 of OrderCreateV7RequestEndUserInfo.
        city (str): DRAFT 1200. city of OrderCreateV7RequestEndUserInfo.
        state (str): DRAFT 1201. state of OrderCreateV7RequestEndUserInfo.
        postal_code (str): DRAFT 1202. postal Code of OrderCreateV7RequestEndUserInfo.
        country_code (str): DRAFT 1203. country Code of OrderCreateV7RequestEndUserInfo.
        phone_number (str): DRAFT 1204. phone Number of OrderCreateV7RequestEndUserInfo.
        email (str): DRAFT 1205. email of OrderCreateV7RequestEndUserInfo.
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
            "end_user_id",
            "phone_number",
            "postal_code",
            "state",
        }
    )

    end_user_id: str | None = None
    """DRAFT 1195.

    end User Id of OrderCreateV7RequestEndUserInfo.
    """

    contact: str | None = None
    """DRAFT 1196.

    contact of OrderCreateV7RequestEndUserInfo.
    """

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """DRAFT 1197.

    company Name of OrderCreateV7RequestEndUserInfo.
    """

    address_line1: Annotated[str | None, Field(max_length=70)] = None
    """DRAFT 1198.

    address Line1 of OrderCreateV7RequestEndUserInfo.
    """

    address_line2: Annotated[str | None, Field(max_length=70)] = None
    """DRAFT 1199.

    address Line2 of OrderCreateV7RequestEndUserInfo.
    """

    city: Annotated[str | None, Field(max_length=25)] = None
    """DRAFT 1200.

    city of OrderCreateV7RequestEndUserInfo.
    """

    state: Annotated[str | None, Field(max_length=3)] = None
    """DRAFT 1201.

    state of OrderCreateV7RequestEndUserInfo.
    """

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """DRAFT 1202.

    postal Code of OrderCreateV7RequestEndUserInfo.
    """

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """DRAFT 1203.

    country Code of OrderCreateV7RequestEndUserInfo.
    """

    phone_number: str | None = None
    """DRAFT 1204.

    phone Number of OrderCreateV7RequestEndUserInfo.
    """

    email: str | None = None
    """DRAFT 1205.

    email of OrderCreateV7RequestEndUserInfo.
    """
