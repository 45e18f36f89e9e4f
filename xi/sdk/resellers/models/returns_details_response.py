"""The model `ReturnsDetailsResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.returns_details_response_products_inner import ReturnsDetailsResponseProductsInner


class ReturnsDetailsResponse(ResponseModel):
    """DRAFT 931.

    ReturnsDetailsResponse.

    Args:
        type_of_details (str): DRAFT 932. type Of Details of ReturnsDetailsResponse.
        rma_claim_id (str): DRAFT 933. rma Claim Id of ReturnsDetailsResponse.
        case_request_number (str): DRAFT 934. case Request Number of ReturnsDetailsResponse.
        created_on (str): DRAFT 935. created On of ReturnsDetailsResponse.
        return_reason (str): DRAFT 936. return Reason of ReturnsDetailsResponse.
        reference_number (str): DRAFT 937. reference Number of ReturnsDetailsResponse.
        status (str): DRAFT 938. status of ReturnsDetailsResponse.
        return_warehouse_address (str): DRAFT 939. return Warehouse Address of ReturnsDetailsResponse.
        products (list of ReturnsDetailsResponseProductsInner): DRAFT 940. products of ReturnsDetailsResponse.
        sub_total (int or float): DRAFT 941. sub Total of ReturnsDetailsResponse.
        tax (int or float): DRAFT 942. tax of ReturnsDetailsResponse.
        additional_fees (int or float): DRAFT 943. additional Fees of ReturnsDetailsResponse.
        estimated_total (int or float): DRAFT 944. estimated Total of ReturnsDetailsResponse.
    """

    type_of_details: str | None = None
    """DRAFT 932.

    type Of Details of ReturnsDetailsResponse.
    """

    rma_claim_id: str | None = None
    """DRAFT 933.

    rma Claim Id of ReturnsDetailsResponse.
    """

    case_request_number: str | None = None
    """DRAFT 934.

    case Request Number of ReturnsDetailsResponse.
    """

    created_on: str | None = None
    """DRAFT 935.

    created On of ReturnsDetailsResponse.
    """

    return_reason: str | None = None
    """DRAFT 936.

    return Reason of ReturnsDetailsResponse.
    """

    reference_number: str | None = None
    """DRAFT 937.

    reference Number of ReturnsDetailsResponse.
    """

    status: str | None = None
    """DRAFT 938.

    status of ReturnsDetailsResponse.
    """

    return_warehouse_address: str | None = None
    """DRAFT 939.

    return Warehouse Address of ReturnsDetailsResponse.
    """

    products: list[ReturnsDetailsResponseProductsInner] | None = None
    """DRAFT 940.

    products of ReturnsDetailsResponse.
    """

    sub_total: IntOrFloat | None = None
    """DRAFT 941.

    sub Total of ReturnsDetailsResponse.
    """

    tax: IntOrFloat | None = None
    """DRAFT 942.

    tax of ReturnsDetailsResponse.
    """

    additional_fees: IntOrFloat | None = None
    """DRAFT 943.

    additional Fees of ReturnsDetailsResponse.
    """

    estimated_total: IntOrFloat | None = None
    """DRAFT 944.

    estimated Total of ReturnsDetailsResponse.
    """
