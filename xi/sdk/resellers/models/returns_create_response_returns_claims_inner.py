"""The model `ReturnsCreateResponseReturnsClaimsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.returns_search_response_returns_claims_inner_links_inner import (
    ReturnsSearchResponseReturnsClaimsInnerLinksInner,
)


class ReturnsCreateResponseReturnsClaimsInner(ResponseModel):
    """DRAFT 993.

    ReturnsCreateResponseReturnsClaimsInner.

    Args:
        rma_claim_id (str): DRAFT 994. rma Claim Id of ReturnsCreateResponseReturnsClaimsInner.
        case_request_number (str): DRAFT 995. case Request Number of ReturnsCreateResponseReturnsClaimsInner.
        reference_number (str): DRAFT 996. reference Number of ReturnsCreateResponseReturnsClaimsInner.
        created_on (date): DRAFT 997. created On of ReturnsCreateResponseReturnsClaimsInner.
        type (str): DRAFT 998. type of ReturnsCreateResponseReturnsClaimsInner.
        return_reason (str): DRAFT 999. return Reason of ReturnsCreateResponseReturnsClaimsInner.
        ingram_part_number (str): DRAFT 1000. ingram Part Number of ReturnsCreateResponseReturnsClaimsInner.
        vendor_part_number (str): DRAFT 1001. vendor Part Number of ReturnsCreateResponseReturnsClaimsInner.
        quantity (int): DRAFT 1002. quantity of ReturnsCreateResponseReturnsClaimsInner.
        notes (str): DRAFT 1003. notes of ReturnsCreateResponseReturnsClaimsInner.
        estimated_total_value (int or float): DRAFT 1004. estimated Total Value of
            ReturnsCreateResponseReturnsClaimsInner.
        credit (int or float): DRAFT 1005. credit of ReturnsCreateResponseReturnsClaimsInner.
        status (str): DRAFT 1006. status of ReturnsCreateResponseReturnsClaimsInner.
        links (list of ReturnsSearchResponseReturnsClaimsInnerLinksInner): DRAFT 1007. links of
            ReturnsCreateResponseReturnsClaimsInner.
    """

    rma_claim_id: str | None = None
    """DRAFT 994.

    rma Claim Id of ReturnsCreateResponseReturnsClaimsInner.
    """

    case_request_number: str | None = None
    """DRAFT 995.

    case Request Number of ReturnsCreateResponseReturnsClaimsInner.
    """

    reference_number: str | None = None
    """DRAFT 996.

    reference Number of ReturnsCreateResponseReturnsClaimsInner.
    """

    created_on: str | None = None
    """DRAFT 997.

    created On of ReturnsCreateResponseReturnsClaimsInner.
    """

    type: str | None = None
    """DRAFT 998.

    type of ReturnsCreateResponseReturnsClaimsInner.
    """

    return_reason: str | None = None
    """DRAFT 999.

    return Reason of ReturnsCreateResponseReturnsClaimsInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 1000.

    ingram Part Number of ReturnsCreateResponseReturnsClaimsInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 1001.

    vendor Part Number of ReturnsCreateResponseReturnsClaimsInner.
    """

    quantity: int | None = None
    """DRAFT 1002.

    quantity of ReturnsCreateResponseReturnsClaimsInner.
    """

    notes: str | None = None
    """DRAFT 1003.

    notes of ReturnsCreateResponseReturnsClaimsInner.
    """

    estimated_total_value: IntOrFloat | None = None
    """DRAFT 1004.

    estimated Total Value of ReturnsCreateResponseReturnsClaimsInner.
    """

    credit: IntOrFloat | None = None
    """DRAFT 1005.

    credit of ReturnsCreateResponseReturnsClaimsInner.
    """

    status: str | None = None
    """DRAFT 1006.

    status of ReturnsCreateResponseReturnsClaimsInner.
    """

    links: list[ReturnsSearchResponseReturnsClaimsInnerLinksInner] | None = None
    """DRAFT 1007.

    links of ReturnsCreateResponseReturnsClaimsInner.
    """
