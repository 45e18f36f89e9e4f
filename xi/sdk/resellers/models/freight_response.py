"""The model `FreightResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.freight_response_freight_estimate_response import FreightResponseFreightEstimateResponse


class FreightResponse(ResponseModel):
    """Wrapper around the estimate.

    One client reads `errors` beside it, for parts that cannot be estimated.

    Args:
        freight_estimate_response (FreightResponseFreightEstimateResponse): The estimate itself; may be missing if
            `errors` says why there is none.
    """

    freight_estimate_response: FreightResponseFreightEstimateResponse | None = None
    """The estimate itself; may be missing if `errors` says why there is none."""
