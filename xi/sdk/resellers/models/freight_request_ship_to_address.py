"""The model `FreightRequestShipToAddress`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class FreightRequestShipToAddress(RequestModel):
    """DRAFT 1356.

    FreightRequestShipToAddress.

    Args:
        company_name (str): DRAFT 1357. company Name of FreightRequestShipToAddress.
        address_line1 (str): DRAFT 1358. address Line1 of FreightRequestShipToAddress.
        address_line2 (str): DRAFT 1359. address Line2 of FreightRequestShipToAddress.
        address_line3 (str): DRAFT 1360. address Line3 of FreightRequestShipToAddress.
        city (str): DRAFT 1361. city of FreightRequestShipToAddress.
        state (str): DRAFT 1362. state of FreightRequestShipToAddress.
        postal_code (str): DRAFT 1363. postal Code of FreightRequestShipToAddress.
        country_code (str): DRAFT 1364. country Code of FreightRequestShipToAddress.
    """

    company_name: str | None = None
    """DRAFT 1357.

    company Name of FreightRequestShipToAddress.
    """

    address_line1: str | None = None
    """DRAFT 1358.

    address Line1 of FreightRequestShipToAddress.
    """

    address_line2: str | None = None
    """DRAFT 1359.

    address Line2 of FreightRequestShipToAddress.
    """

    address_line3: str | None = None
    """DRAFT 1360.

    address Line3 of FreightRequestShipToAddress.
    """

    city: str | None = None
    """DRAFT 1361.

    city of FreightRequestShipToAddress.
    """

    state: str | None = None
    """DRAFT 1362.

    state of FreightRequestShipToAddress.
    """

    postal_code: str | None = None
    """DRAFT 1363.

    postal Code of FreightRequestShipToAddress.
    """

    country_code: str | None = None
    """DRAFT 1364.

    country Code of FreightRequestShipToAddress.
    """
