"""The model `OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner(ResponseModel):
    """How an accepted line ships.

    Args:
        carrier_code (str): Code of the chosen carrier.
        carrier_name (str): Name of the chosen carrier.
        ship_from_warehouse_id (str): Number of the shipping warehouse, such as `30` or `SG01`.
        ship_from_location (str): Town or name of the shipping warehouse.
        freight_account_number (str): Carrier account that is billed for the freight, if one was given.
        signature_required (str): Whether a signature is collected, as text such as `N`.
        shipping_instructions (str): Instructions for the carrier, as sent.
    """

    carrier_code: str | None = None
    """Code of the chosen carrier."""

    carrier_name: str | None = None
    """Name of the chosen carrier."""

    ship_from_warehouse_id: str | None = None
    """Number of the shipping warehouse, such as `30` or `SG01`."""

    ship_from_location: str | None = None
    """Town or name of the shipping warehouse."""

    freight_account_number: str | None = None
    """Carrier account that is billed for the freight, if one was given."""

    signature_required: str | None = None
    """Whether a signature is collected, as text such as `N`."""

    shipping_instructions: str | None = None
    """Instructions for the carrier, as sent."""
