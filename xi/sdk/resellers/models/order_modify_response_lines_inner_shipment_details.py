"""The model `OrderModifyResponseLinesInnerShipmentDetails`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderModifyResponseLinesInnerShipmentDetails(ResponseModel):
    """How a touched line ships.

    Args:
        carrier_code (str): Code of the carrier after the change.
        carrier_name (str): Name of the carrier after the change.
        freight_account_number (str): Carrier account that pays the freight.
    """

    carrier_code: str | None = None
    """Code of the carrier after the change."""

    carrier_name: str | None = None
    """Name of the carrier after the change."""

    freight_account_number: str | None = None
    """Carrier account that pays the freight."""
