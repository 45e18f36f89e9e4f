"""The model `OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner(ResponseModel):
    """How one line of a v7 order ships.

    Args:
        carrier_code (str): Ingram Micro's code of the chosen carrier.
        carrier_name (str): Name of the chosen carrier, maybe padded with blanks.
        ship_from_warehouse_id (str): Number of the warehouse that ships the line, such as `30`.
        ship_from_location (str): Town or name of that warehouse.
    """

    carrier_code: str | None = None
    """Ingram Micro's code of the chosen carrier."""

    carrier_name: str | None = None
    """Name of the chosen carrier, maybe padded with blanks."""

    ship_from_warehouse_id: str | None = None
    """Number of the warehouse that ships the line, such as `30`."""

    ship_from_location: str | None = None
    """Town or name of that warehouse."""
