"""The model `OrderCreateV7ResponseResourceShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateV7ResponseResourceShipToInfo(ResponseModel):
    """DRAFT 1282.

    OrderCreateV7ResponseResourceShipToInfo.

    Args:
        address_id (str): DRAFT 1283. address Id of OrderCreateV7ResponseResourceShipToInfo.
        company_name (str): DRAFT 1284. company Name of OrderCreateV7ResponseResourceShipToInfo.
        address_line1 (str): DRAFT 1285. address Line1 of OrderCreateV7ResponseResourceShipToInfo.
        address_line2 (str): DRAFT 1286. address Line2 of OrderCreateV7ResponseResourceShipToInfo.
        city (str): DRAFT 1287. city of OrderCreateV7ResponseResourceShipToInfo.
        state (str): DRAFT 1288. state of OrderCreateV7ResponseResourceShipToInfo.
        postal_code (str): DRAFT 1289. postal Code of OrderCreateV7ResponseResourceShipToInfo.
        country_code (str): DRAFT 1290. country Code of OrderCreateV7ResponseResourceShipToInfo.
    """

    address_id: str | None = None
    """DRAFT 1283.

    address Id of OrderCreateV7ResponseResourceShipToInfo.
    """

    company_name: str | None = None
    """DRAFT 1284.

    company Name of OrderCreateV7ResponseResourceShipToInfo.
    """

    address_line1: str | None = None
    """DRAFT 1285.

    address Line1 of OrderCreateV7ResponseResourceShipToInfo.
    """

    address_line2: str | None = None
    """DRAFT 1286.

    address Line2 of OrderCreateV7ResponseResourceShipToInfo.
    """

    city: str | None = None
    """DRAFT 1287.

    city of OrderCreateV7ResponseResourceShipToInfo.
    """

    state: str | None = None
    """DRAFT 1288.

    state of OrderCreateV7ResponseResourceShipToInfo.
    """

    postal_code: str | None = None
    """DRAFT 1289.

    postal Code of OrderCreateV7ResponseResourceShipToInfo.
    """

    country_code: str | None = None
    """DRAFT 1290.

    country Code of OrderCreateV7ResponseResourceShipToInfo.
    """
