"""The model `OrderCreateV7RequestLinesInnerEndUserInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestLinesInnerEndUserInfoInner(RequestModel):
    """DRAFT 1244.

    OrderCreateV7RequestLinesInnerEndUserInfoInner.

    Args:
        end_user_id (str): DRAFT 1245. end User Id of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        end_user_type (str): DRAFT 1246. end User Type of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        company_name (str): DRAFT 1247. company Name of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        address_line1 (str): DRAFT 1248. address Line1 of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        address_line2 (str): DRAFT 1249. address Line2 of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        contact (str): DRAFT 1250. contact of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        city (str): DRAFT 1251. city of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        state (str): DRAFT 1252. state of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        postal_code (str): DRAFT 1253. postal Code of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        country_code (str): DRAFT 1254. country Code of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        phone_number (str): DRAFT 1255. phone Number of OrderCreateV7RequestLinesInnerEndUserInfoInner.
        email (str): DRAFT 1256. email of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    end_user_id: Annotated[str | None, Field(max_length=10)] = None
    """DRAFT 1245.

    end User Id of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    end_user_type: str | None = None
    """DRAFT 1246.

    end User Type of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    company_name: str | None = None
    """DRAFT 1247.

    company Name of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    address_line1: str | None = None
    """DRAFT 1248.

    address Line1 of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    address_line2: str | None = None
    """DRAFT 1249.

    address Line2 of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    contact: str | None = None
    """DRAFT 1250.

    contact of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    city: str | None = None
    """DRAFT 1251.

    city of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    state: str | None = None
    """DRAFT 1252.

    state of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    postal_code: str | None = None
    """DRAFT 1253.

    postal Code of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    country_code: str | None = None
    """DRAFT 1254.

    country Code of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    phone_number: Annotated[str | None, Field(max_length=30)] = None
    """DRAFT 1255.

    phone Number of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """

    email: Annotated[str | None, Field(max_length=241)] = None
    """DRAFT 1256.

    email of OrderCreateV7RequestLinesInnerEndUserInfoInner.
    """
