"""The model `FreightResponseFreightEstimateResponseDistributionInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.freight_response_freight_estimate_response_distribution_inner_carrier_list_inner import (
    FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner,
)


class FreightResponseFreightEstimateResponseDistributionInner(ResponseModel):
    """DRAFT 1039.

    FreightResponseFreightEstimateResponseDistributionInner.

    Args:
        ship_from_branch_number (str): DRAFT 1040. ship From Branch Number of
            FreightResponseFreightEstimateResponseDistributionInner.
        carrier_code (str): DRAFT 1041. carrier Code of FreightResponseFreightEstimateResponseDistributionInner.
        ship_via (str): DRAFT 1042. ship Via of FreightResponseFreightEstimateResponseDistributionInner.
        freight_rate (int or float): DRAFT 1043. freight Rate of
            FreightResponseFreightEstimateResponseDistributionInner.
        total_weight (int or float): DRAFT 1044. total Weight of
            FreightResponseFreightEstimateResponseDistributionInner.
        transit_days (int): DRAFT 1045. transit Days of FreightResponseFreightEstimateResponseDistributionInner.
        carrier_list (list of FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner): DRAFT 1046.
            carrier List of FreightResponseFreightEstimateResponseDistributionInner.
    """

    ship_from_branch_number: str | None = None
    """DRAFT 1040.

    ship From Branch Number of FreightResponseFreightEstimateResponseDistributionInner.
    """

    carrier_code: str | None = None
    """DRAFT 1041.

    carrier Code of FreightResponseFreightEstimateResponseDistributionInner.
    """

    ship_via: str | None = None
    """DRAFT 1042.

    ship Via of FreightResponseFreightEstimateResponseDistributionInner.
    """

    freight_rate: IntOrFloat | None = None
    """DRAFT 1043.

    freight Rate of FreightResponseFreightEstimateResponseDistributionInner.
    """

    total_weight: IntOrFloat | None = None
    """DRAFT 1044.

    total Weight of FreightResponseFreightEstimateResponseDistributionInner.
    """

    transit_days: int | None = None
    """DRAFT 1045.

    transit Days of FreightResponseFreightEstimateResponseDistributionInner.
    """

    carrier_list: list[FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner] | None = None
    """DRAFT 1046.

    carrier List of FreightResponseFreightEstimateResponseDistributionInner.
    """
