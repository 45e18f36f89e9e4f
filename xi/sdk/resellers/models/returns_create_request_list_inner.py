"""The model `ReturnsCreateRequestListInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Day, OneOrList, WholeNumber
from xi.sdk.resellers.models.returns_create_request_list_inner_ship_from_info_inner import (
    ReturnsCreateRequestListInnerShipFromInfoInner,
)


class ReturnsCreateRequestListInner(RequestModel):
    """DRAFT 964.

    ReturnsCreateRequestListInner.

    Args:
        invoice_number (str): DRAFT 965. invoice Number of ReturnsCreateRequestListInner.
        invoice_date (date): DRAFT 966. invoice Date of ReturnsCreateRequestListInner.
        quantity (int): DRAFT 971. quantity of ReturnsCreateRequestListInner.
        primary_reason (str): DRAFT 972. primary Reason of ReturnsCreateRequestListInner.
        secondary_reason (str): DRAFT 973. secondary Reason of ReturnsCreateRequestListInner.
        ship_from_info (ReturnsCreateRequestListInnerShipFromInfoInner or list of
            ReturnsCreateRequestListInnerShipFromInfoInner): DRAFT 977. ship From Info of ReturnsCreateRequestListInner.
        number_of_boxes (int): DRAFT 978. number Of Boxes of ReturnsCreateRequestListInner.
        customer_order_number (str): DRAFT 967. customer Order Number of ReturnsCreateRequestListInner.
        ingram_part_number (str): DRAFT 968. ingram Part Number of ReturnsCreateRequestListInner.
        vendor_part_number (str): DRAFT 969. vendor Part Number of ReturnsCreateRequestListInner.
        serial_number (str): DRAFT 970. serial Number of ReturnsCreateRequestListInner.
        notes (str): DRAFT 974. notes of ReturnsCreateRequestListInner.
        reference_number (str): DRAFT 975. reference Number of ReturnsCreateRequestListInner.
        bill_to_address_id (str): DRAFT 976. bill To Address Id of ReturnsCreateRequestListInner.
    """

    invoice_number: str
    """DRAFT 965.

    invoice Number of ReturnsCreateRequestListInner.
    """

    invoice_date: Day
    """DRAFT 966.

    invoice Date of ReturnsCreateRequestListInner.
    """

    quantity: WholeNumber
    """DRAFT 971.

    quantity of ReturnsCreateRequestListInner.
    """

    primary_reason: str
    """DRAFT 972.

    primary Reason of ReturnsCreateRequestListInner.
    """

    secondary_reason: str
    """DRAFT 973.

    secondary Reason of ReturnsCreateRequestListInner.
    """

    ship_from_info: OneOrList[
        ReturnsCreateRequestListInnerShipFromInfoInner, list[ReturnsCreateRequestListInnerShipFromInfoInner]
    ]
    """DRAFT 977.

    ship From Info of ReturnsCreateRequestListInner.
    """

    number_of_boxes: WholeNumber
    """DRAFT 978.

    number Of Boxes of ReturnsCreateRequestListInner.
    """

    customer_order_number: str | None = None
    """DRAFT 967.

    customer Order Number of ReturnsCreateRequestListInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 968.

    ingram Part Number of ReturnsCreateRequestListInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 969.

    vendor Part Number of ReturnsCreateRequestListInner.
    """

    serial_number: str | None = None
    """DRAFT 970.

    serial Number of ReturnsCreateRequestListInner.
    """

    notes: str | None = None
    """DRAFT 974.

    notes of ReturnsCreateRequestListInner.
    """

    reference_number: str | None = None
    """DRAFT 975.

    reference Number of ReturnsCreateRequestListInner.
    """

    bill_to_address_id: str | None = None
    """DRAFT 976.

    bill To Address Id of ReturnsCreateRequestListInner.
    """
