"""The model `FreightResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.freight_response_freight_estimate_response import FreightResponseFreightEstimateResponse


class FreightResponse(ResponseModel):
    """DRAFT 1028.

    FreightResponse.

    Args:
        freight_estimate_response (FreightResponseFreightEstimateResponse): DRAFT 1029. freight Estimate Response of
            FreightResponse.
    """

    freight_estimate_response: FreightResponseFreightEstimateResponse | None = None
    """DRAFT 1029.

    freight Estimate Response of FreightResponse.
    """
