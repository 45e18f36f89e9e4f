"""The model `ReturnsCreateResponseReturnsClaimsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import DayOrText, IntOrFloat
from xi.sdk.resellers.models.returns_search_response_returns_claims_inner_links_inner import (
    ReturnsSearchResponseReturnsClaimsInnerLinksInner,
)


class ReturnsCreateResponseReturnsClaimsInner(ResponseModel):
    """One return that was filed.

    Args:
        rma_claim_id (str): Number of the claim; empty at first. The search spells it `returnClaimId`.
        case_request_number (str): Number of the case, such as `CAS-08946-P3D9T6-1`. It proves that the return was
            filed.
        reference_number (str): The reseller's reference as it was sent. Match the entries by it.
        created_on (date): When it was filed. A date if it came as a day alone; with a time of day, as the published
            example has it, the text as it came.
        type (str): `CLAIM` in the published example, where the details write `Claim`; compare without regard to case.
        return_reason (str): Reason as code and text that Ingram Micro made of the sentences, such as `(SS) Short
            Shipment`.
        ingram_part_number (str): Ingram Micro's SKU of the goods to be returned.
        vendor_part_number (str): The manufacturer's number of the goods; empty if it was not sent.
        quantity (int): Units that are to be returned.
        notes (str): The remarks that were sent with it.
        estimated_total_value (int or float): Estimated value of the return; not yet the credit.
        credit (int or float): Amount to be credited; null until it is decided.
        status (str): State of the case, `Open` when it is new.
        links (list of ReturnsSearchResponseReturnsClaimsInnerLinksInner): Link to the details of the case.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"returnClaimId": "rmaClaimId"}

    rma_claim_id: str | None = None
    """Number of the claim; empty at first.

    The search spells it `returnClaimId`.
    """

    case_request_number: str | None = None
    """Number of the case, such as `CAS-08946-P3D9T6-1`.

    It proves that the return was filed.
    """

    reference_number: str | None = None
    """The reseller's reference as it was sent.

    Match the entries by it.
    """

    created_on: DayOrText | None = None
    """When it was filed.

    A date if it came as a day alone; with a time of day, as the published example has it, the text as it came.
    """

    type: str | None = None
    """`CLAIM` in the published example, where the details write `Claim`; compare without regard to case."""

    return_reason: str | None = None
    """Reason as code and text that Ingram Micro made of the sentences, such as `(SS) Short Shipment`."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU of the goods to be returned."""

    vendor_part_number: str | None = None
    """The manufacturer's number of the goods; empty if it was not sent."""

    quantity: int | None = None
    """Units that are to be returned."""

    notes: str | None = None
    """The remarks that were sent with it."""

    estimated_total_value: IntOrFloat | None = None
    """Estimated value of the return; not yet the credit."""

    credit: IntOrFloat | None = None
    """Amount to be credited; null until it is decided."""

    status: str | None = None
    """State of the case, `Open` when it is new."""

    links: list[ReturnsSearchResponseReturnsClaimsInnerLinksInner] | None = None
    """Link to the details of the case."""
