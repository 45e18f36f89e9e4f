"""The model `FreightResponseFreightEstimateResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.freight_response_freight_estimate_response_distribution_inner import (
    FreightResponseFreightEstimateResponseDistributionInner,
)
from xi.sdk.resellers.models.freight_response_freight_estimate_response_lines_inner import (
    FreightResponseFreightEstimateResponseLinesInner,
)


class FreightResponseFreightEstimateResponse(ResponseModel):
    """DRAFT 1030.

    FreightResponseFreightEstimateResponse.

    Args:
        currency_code (str): DRAFT 1031. currency Code of FreightResponseFreightEstimateResponse.
        total_freight_amount (int or float): DRAFT 1032. total Freight Amount of FreightResponseFreightEstimateResponse.
        total_tax_amount (int or float): DRAFT 1033. total Tax Amount of FreightResponseFreightEstimateResponse.
        total_fees (int or float): DRAFT 1034. total Fees of FreightResponseFreightEstimateResponse.
        total_net_amount (int or float): DRAFT 1035. total Net Amount of FreightResponseFreightEstimateResponse.
        gross_amount (int or float): DRAFT 1036. gross Amount of FreightResponseFreightEstimateResponse.
        distribution (list of FreightResponseFreightEstimateResponseDistributionInner): DRAFT 1037. distribution of
            FreightResponseFreightEstimateResponse.
        lines (list of FreightResponseFreightEstimateResponseLinesInner): DRAFT 1038. lines of
            FreightResponseFreightEstimateResponse.
    """

    currency_code: str | None = None
    """DRAFT 1031.

    currency Code of FreightResponseFreightEstimateResponse.
    """

    total_freight_amount: IntOrFloat | None = None
    """DRAFT 1032.

    total Freight Amount of FreightResponseFreightEstimateResponse.
    """

    total_tax_amount: IntOrFloat | None = None
    """DRAFT 1033.

    total Tax Amount of FreightResponseFreightEstimateResponse.
    """

    total_fees: IntOrFloat | None = None
    """DRAFT 1034.

    total Fees of FreightResponseFreightEstimateResponse.
    """

    total_net_amount: IntOrFloat | None = None
    """DRAFT 1035.

    total Net Amount of FreightResponseFreightEstimateResponse.
    """

    gross_amount: IntOrFloat | None = None
    """DRAFT 1036.

    gross Amount of FreightResponseFreightEstimateResponse.
    """

    distribution: list[FreightResponseFreightEstimateResponseDistributionInner] | None = None
    """DRAFT 1037.

    distribution of FreightResponseFreightEstimateResponse.
    """

    lines: list[FreightResponseFreightEstimateResponseLinesInner] | None = None
    """DRAFT 1038.

    lines of FreightResponseFreightEstimateResponse.
    """
