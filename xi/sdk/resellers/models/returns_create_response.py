"""The model `ReturnsCreateResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.returns_create_response_returns_claims_inner import ReturnsCreateResponseReturnsClaimsInner


class ReturnsCreateResponse(ResponseModel):
    """DRAFT 991.

    ReturnsCreateResponse.

    Args:
        returns_claims (list of ReturnsCreateResponseReturnsClaimsInner): DRAFT 992. returns Claims of
            ReturnsCreateResponse.
    """

    returns_claims: list[ReturnsCreateResponseReturnsClaimsInner] | None = None
    """DRAFT 992.

    returns Claims of ReturnsCreateResponse.
    """
