"""The model `FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner(ResponseModel):
    """One carrier that can take a shipment.

    Its figures are texts, where the shipment has numbers.

    Args:
        carrier_code (str): Code of the carrier, to be given as `carrierCode` when ordering.
        ship_via (str): Name of the carrier, padded with blanks to a fixed length: trim it for comparison.
        carrier_mode (str): Kind of transport: `SML` for parcels, `AIR`, or `LTL` for pallets.
        estimated_freight_charge (str): Freight with this carrier, a decimal as text, such as `19.7`.
        days_in_transit (str): Days in transit with this carrier, a whole number as text.
    """

    carrier_code: str | None = None
    """Code of the carrier, to be given as `carrierCode` when ordering."""

    ship_via: str | None = None
    """Name of the carrier, padded with blanks to a fixed length: trim it for comparison."""

    carrier_mode: str | None = None
    """Kind of transport: `SML` for parcels, `AIR`, or `LTL` for pallets."""

    estimated_freight_charge: str | None = None
    """Freight with this carrier, a decimal as text, such as `19.7`."""

    days_in_transit: str | None = None
    """Days in transit with this carrier, a whole number as text."""
