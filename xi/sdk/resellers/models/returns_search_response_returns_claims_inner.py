"""The model `ReturnsSearchResponseReturnsClaimsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.returns_search_response_returns_claims_inner_links_inner import (
    ReturnsSearchResponseReturnsClaimsInnerLinksInner,
)


class ReturnsSearchResponseReturnsClaimsInner(ResponseModel):
    """DRAFT 915.

    ReturnsSearchResponseReturnsClaimsInner.

    Args:
        return_claim_id (str): DRAFT 916. return Claim Id of ReturnsSearchResponseReturnsClaimsInner.
        case_request_number (str): DRAFT 917. case Request Number of ReturnsSearchResponseReturnsClaimsInner.
        created_on (str): DRAFT 918. created On of ReturnsSearchResponseReturnsClaimsInner.
        type (str): DRAFT 919. type of ReturnsSearchResponseReturnsClaimsInner.
        return_reason (str): DRAFT 920. return Reason of ReturnsSearchResponseReturnsClaimsInner.
        reference_number (str): DRAFT 921. reference Number of ReturnsSearchResponseReturnsClaimsInner.
        estimated_total_value (int or float): DRAFT 922. estimated Total Value of
            ReturnsSearchResponseReturnsClaimsInner.
        credit (int or float): DRAFT 923. credit of ReturnsSearchResponseReturnsClaimsInner.
        modified_on (str): DRAFT 924. modified On of ReturnsSearchResponseReturnsClaimsInner.
        status (str): DRAFT 925. status of ReturnsSearchResponseReturnsClaimsInner.
        links (list of ReturnsSearchResponseReturnsClaimsInnerLinksInner): DRAFT 926. links of
            ReturnsSearchResponseReturnsClaimsInner.
    """

    return_claim_id: str | None = None
    """DRAFT 916.

    return Claim Id of ReturnsSearchResponseReturnsClaimsInner.
    """

    case_request_number: str | None = None
    """DRAFT 917.

    case Request Number of ReturnsSearchResponseReturnsClaimsInner.
    """

    created_on: str | None = None
    """DRAFT 918.

    created On of ReturnsSearchResponseReturnsClaimsInner.
    """

    type: str | None = None
    """DRAFT 919.

    type of ReturnsSearchResponseReturnsClaimsInner.
    """

    return_reason: str | None = None
    """DRAFT 920.

    return Reason of ReturnsSearchResponseReturnsClaimsInner.
    """

    reference_number: str | None = None
    """DRAFT 921.

    reference Number of ReturnsSearchResponseReturnsClaimsInner.
    """

    estimated_total_value: IntOrFloat | None = None
    """DRAFT 922.

    estimated Total Value of ReturnsSearchResponseReturnsClaimsInner.
    """

    credit: IntOrFloat | None = None
    """DRAFT 923.

    credit of ReturnsSearchResponseReturnsClaimsInner.
    """

    modified_on: str | None = None
    """DRAFT 924.

    modified On of ReturnsSearchResponseReturnsClaimsInner.
    """

    status: str | None = None
    """DRAFT 925.

    status of ReturnsSearchResponseReturnsClaimsInner.
    """

    links: list[ReturnsSearchResponseReturnsClaimsInnerLinksInner] | None = None
    """DRAFT 926.

    links of ReturnsSearchResponseReturnsClaimsInner.
    """
