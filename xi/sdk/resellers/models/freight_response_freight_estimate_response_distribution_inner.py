"""The model `FreightResponseFreightEstimateResponseDistributionInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.freight_response_freight_estimate_response_distribution_inner_carrier_list_inner import (
    FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner,
)


class FreightResponseFreightEstimateResponseDistributionInner(ResponseModel):
    """One shipment: all lines that leave from one warehouse.

    Args:
        ship_from_branch_number (str): Number of the warehouse it leaves from, as `warehouseId` of the lines.
        carrier_code (str): Code of the suggested carrier, such as `RG`. It is also in `carrierList`.
        ship_via (str): Name of the suggested carrier, padded with blanks at times.
        freight_rate (int or float): Freight of this shipment with the suggested carrier.
        total_weight (int or float): Weight of the shipment. The unit is not documented; pounds, presumably, in the US.
        transit_days (int): Days in transit with the suggested carrier, a whole number.
        carrier_list (list of FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner): All carriers
            that can take this shipment, the suggested one included.
    """

    ship_from_branch_number: str | None = None
    """Number of the warehouse it leaves from, as `warehouseId` of the lines."""

    carrier_code: str | None = None
    """Code of the suggested carrier, such as `RG`.

    It is also in `carrierList`.
    """

    ship_via: str | None = None
    """Name of the suggested carrier, padded with blanks at times."""

    freight_rate: IntOrFloat | None = None
    """Freight of this shipment with the suggested carrier."""

    total_weight: IntOrFloat | None = None
    """Weight of the shipment.

    The unit is not documented; pounds, presumably, in the US.
    """

    transit_days: int | None = None
    """Days in transit with the suggested carrier, a whole number."""

    carrier_list: list[FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner] | None = None
    """All carriers that can take this shipment, the suggested one included."""
