"""The model `AsyncOrderCreateDTOWarrantyInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.async_order_create_dto_warranty_info_inner_serial_info_inner import (
    AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner,
)
from xi.sdk.resellers.models.async_order_create_dto_warranty_info_inner_vmf_additional_attributes_lines_inner import (
    AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner,
)


class AsyncOrderCreateDTOWarrantyInfoInner(RequestModel):
    """Ties warranty lines to hardware in a v7 order.

    Here it is next to the lines; in the newer spec of 2025-11 it is inside them.

    Args:
        hardware_line_link (str): Customer line number of the hardware that is covered.
        warranty_line_link (str): Customer line number of the warranty that covers it.
        direct_line_link (str): Meaning not documented in v6 or v7; v6 allows 25 characters.
        serial_info (list of AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner): Covered units by serial number, one
            entry each.
        vmf_additional_attributes_lines (list of AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner):
            Vendor-mandated named values for the warranty. The published example sends this list inside a line instead.
    """

    hardware_line_link: str | None = None
    """Customer line number of the hardware that is covered."""

    warranty_line_link: str | None = None
    """Customer line number of the warranty that covers it."""

    direct_line_link: str | None = None
    """Meaning not documented in v6 or v7; v6 allows 25 characters."""

    serial_info: list[AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner] | None = None
    """Covered units by serial number, one entry each."""

    vmf_additional_attributes_lines: (
        list[AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner] | None
    ) = None
    """Vendor-mandated named values for the warranty.

    The published example sends this list inside a line instead.
    """
