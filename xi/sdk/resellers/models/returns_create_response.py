"""The model `ReturnsCreateResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.returns_create_response_returns_claims_inner import ReturnsCreateResponseReturnsClaimsInner


class ReturnsCreateResponse(ResponseModel):
    """What was filed.

    It is no proof unless an entry has a case or a claim number.

    Args:
        returns_claims (list of ReturnsCreateResponseReturnsClaimsInner): The filed returns. That they stand in the
            order of the request is not documented.
    """

    returns_claims: list[ReturnsCreateResponseReturnsClaimsInner] | None = None
    """The filed returns.

    That they stand in the order of the request is not documented.
    """
