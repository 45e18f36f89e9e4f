"""The model `OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner(ResponseModel):
    """DRAFT 1318.

    OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner.

    Args:
        carrier_code (str): DRAFT 1319. carrier Code of
            OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner.
        carrier_name (str): DRAFT 1320. carrier Name of
            OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner.
        ship_from_warehouse_id (str): DRAFT 1321. ship From Warehouse Id of
            OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner.
        ship_from_location (str): DRAFT 1322. ship From Location of
            OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner.
    """

    carrier_code: str | None = None
    """DRAFT 1319.

    carrier Code of OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner.
    """

    carrier_name: str | None = None
    """DRAFT 1320.

    carrier Name of OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner.
    """

    ship_from_warehouse_id: str | None = None
    """DRAFT 1321.

    ship From Warehouse Id of OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner.
    """

    ship_from_location: str | None = None
    """DRAFT 1322.

    ship From Location of OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner.
    """
