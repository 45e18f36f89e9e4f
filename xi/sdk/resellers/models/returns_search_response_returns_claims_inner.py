"""The model `ReturnsSearchResponseReturnsClaimsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.returns_search_response_returns_claims_inner_links_inner import (
    ReturnsSearchResponseReturnsClaimsInnerLinksInner,
)


class ReturnsSearchResponseReturnsClaimsInner(ResponseModel):
    """One return in a search.

    It has no parts and no quantities; those are in the details.

    Args:
        return_claim_id (str): Number of the claim; empty until there is one. Details and create spell it `rmaClaimId`.
        case_request_number (str): Number of the case, such as `CAS-12345-K2B7Q4-1`; the key for reading the details.
        created_on (str): When it was filed, ISO date and time with an offset, such as `2026-04-13T04:08:35-07:00`.
        type (str): `Return` or `Claim`; in capitals at times.
        return_reason (str): Reason as code and text, such as `(SS) Short Shipment`; may be empty. It is not the
            sentence that was sent on create.
        reference_number (str): The reseller's own reference from the create.
        estimated_total_value (int or float): What the goods are worth by Ingram Micro's estimate; no currency is given.
        credit (int or float): Amount that is credited; null until it is decided.
        modified_on (str): When it was last changed, ISO date and time with an offset.
        status (str): State of the return, `Open` or `OPEN` at first; compare without regard to case.
        links (list of ReturnsSearchResponseReturnsClaimsInnerLinksInner): Link to the details of this case.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"rmaClaimId": "returnClaimId"}

    return_claim_id: str | None = None
    """Number of the claim; empty until there is one.

    Details and create spell it `rmaClaimId`.
    """

    case_request_number: str | None = None
    """Number of the case, such as `CAS-12345-K2B7Q4-1`; the key for reading the details."""

    created_on: str | None = None
    """When it was filed, ISO date and time with an offset, such as `2026-04-13T04:08:35-07:00`."""

    type: str | None = None
    """`Return` or `Claim`; in capitals at times."""

    return_reason: str | None = None
    """Reason as code and text, such as `(SS) Short Shipment`; may be empty.

    It is not the sentence that was sent on create.
    """

    reference_number: str | None = None
    """The reseller's own reference from the create."""

    estimated_total_value: IntOrFloat | None = None
    """What the goods are worth by Ingram Micro's estimate; no currency is given."""

    credit: IntOrFloat | None = None
    """Amount that is credited; null until it is decided."""

    modified_on: str | None = None
    """When it was last changed, ISO date and time with an offset."""

    status: str | None = None
    """State of the return, `Open` or `OPEN` at first; compare without regard to case."""

    links: list[ReturnsSearchResponseReturnsClaimsInnerLinksInner] | None = None
    """Link to the details of this case."""
