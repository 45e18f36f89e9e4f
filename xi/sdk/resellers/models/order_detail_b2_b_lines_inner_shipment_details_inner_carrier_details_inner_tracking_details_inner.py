"""The model `OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_shipment_details_inner_carrier_details_inner_tracking_details_inner_serial_numbers_inner import (
    OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInnerSerialNumbersInner,
)


class OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInner(ResponseModel):
    """One parcel, with its tracking number and contents.

    Args:
        tracking_number (str): The carrier's number; several may be packed into one text, split by anything but letters
            and digits.
        tracking_url (str): Page of the carrier on the parcel.
        package_weight (str): Weight of the parcel, as text.
        carton_number (str): Number of the carton within the shipment.
        quantity_in_box (str): Units in the parcel, as text.
        serial_numbers (list of
            OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInnerSerialNumbersInner):
            Serial numbers in the parcel. Doubles have occurred.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"serial_numbers"})
    _spellings: ClassVar[Mapping[str, str]] = {"SerialNumbers": "serialNumbers", "serialnumbers": "serialNumbers"}

    tracking_number: str | None = None
    """The carrier's number; several may be packed into one text, split by anything but letters and digits."""

    tracking_url: str | None = None
    """Page of the carrier on the parcel."""

    package_weight: str | None = None
    """Weight of the parcel, as text."""

    carton_number: str | None = None
    """Number of the carton within the shipment."""

    quantity_in_box: str | None = None
    """Units in the parcel, as text."""

    serial_numbers: (
        list[OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInnerSerialNumbersInner]
        | None
    ) = None
    """Serial numbers in the parcel.

    Doubles have occurred.
    """
