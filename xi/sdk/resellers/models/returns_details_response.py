"""The model `ReturnsDetailsResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.returns_details_response_products_inner import ReturnsDetailsResponseProductsInner


class ReturnsDetailsResponse(ResponseModel):
    """One case with its products and amounts.

    No currency is given; it is that of the invoice.

    Args:
        type_of_details (str): `Return` or `Claim`; the other answers call it `type`.
        rma_claim_id (str): Number of the claim; empty until there is one. The search spells it `returnClaimId`.
        case_request_number (str): Number of the case that was asked for.
        created_on (str): When it was filed, ISO date and time ending in `Z`.
        return_reason (str): Reason as code and text, in Ingram Micro's own list.
        reference_number (str): The reference under which the reseller filed it.
        status (str): State of the whole case; each product has a state of its own.
        return_warehouse_address (str): Where the goods go, as one text with line breaks: print it on the label as it
            is.
        products (list of ReturnsDetailsResponseProductsInner): The returned products, one entry for each invoice line.
        sub_total (int or float): Value of the goods without tax and fees.
        tax (int or float): Tax on the returned goods.
        additional_fees (int or float): Further fees of the case; 0 if there are none. Whether they reduce the credit is
            not documented.
        estimated_total (int or float): Expected amount in all, with tax and fees; an estimate and not yet the credit.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"returnClaimId": "rmaClaimId"}

    type_of_details: str | None = None
    """`Return` or `Claim`; the other answers call it `type`."""

    rma_claim_id: str | None = None
    """Number of the claim; empty until there is one.

    The search spells it `returnClaimId`.
    """

    case_request_number: str | None = None
    """Number of the case that was asked for."""

    created_on: str | None = None
    """When it was filed, ISO date and time ending in `Z`."""

    return_reason: str | None = None
    """Reason as code and text, in Ingram Micro's own list."""

    reference_number: str | None = None
    """The reference under which the reseller filed it."""

    status: str | None = None
    """State of the whole case; each product has a state of its own."""

    return_warehouse_address: str | None = None
    """Where the goods go, as one text with line breaks: print it on the label as it is."""

    products: list[ReturnsDetailsResponseProductsInner] | None = None
    """The returned products, one entry for each invoice line."""

    sub_total: IntOrFloat | None = None
    """Value of the goods without tax and fees."""

    tax: IntOrFloat | None = None
    """Tax on the returned goods."""

    additional_fees: IntOrFloat | None = None
    """Further fees of the case; 0 if there are none.

    Whether they reduce the credit is not documented.
    """

    estimated_total: IntOrFloat | None = None
    """Expected amount in all, with tax and fees; an estimate and not yet the credit."""
