"""The model `FreightRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import OneOrMany, WholeNumber
from xi.sdk.resellers.models.freight_request_lines_inner import FreightRequestLinesInner
from xi.sdk.resellers.models.freight_request_ship_to_address import FreightRequestShipToAddress
from xi.sdk.resellers.models.freight_request_ship_to_address_inner import FreightRequestShipToAddressInner


class FreightRequest(RequestModel):
    """DRAFT 1008.

    FreightRequest.

    Args:
        bill_to_address_id (str): DRAFT 1009. bill To Address Id of FreightRequest.
        ship_to_address_id (str): DRAFT 1010. ship To Address Id of FreightRequest.
        ship_to_address (FreightRequestShipToAddress or list of FreightRequestShipToAddressInner): DRAFT 1011. ship To
            Address of FreightRequest.
        lines (list of FreightRequestLinesInner): DRAFT 1012. lines of FreightRequest.
    """

    bill_to_address_id: str | WholeNumber | None = None
    """DRAFT 1009.

    bill To Address Id of FreightRequest.
    """

    ship_to_address_id: str | None = None
    """DRAFT 1010.

    ship To Address Id of FreightRequest.
    """

    ship_to_address: OneOrMany[FreightRequestShipToAddress, list[FreightRequestShipToAddressInner]] | None = None
    """DRAFT 1011.

    ship To Address of FreightRequest.
    """

    lines: list[FreightRequestLinesInner] | None = None
    """DRAFT 1012.

    lines of FreightRequest.
    """
