"""The model `AsyncOrderCreateDTOWarrantyInfoInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models.async_order_create_dto_warranty_info_inner_serial_info_inner import (
    AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner,
)
from xi.sdk.resellers.models.async_order_create_dto_warranty_info_inner_vmf_additional_attributes_lines_inner import (
    AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner,
)


class AsyncOrderCreateDTOWarrantyInfoInner(Request):
    """Ties a warranty of a v7 order to hardware."""

    hardware_line_link: str | None = None
    """Key on the hardware's side of the tie."""

    warranty_line_link: str | None = None
    """Key on the warranty's side of the tie."""

    direct_line_link: str | None = None
    """Line number of the covered hardware in this order."""

    serial_info: list[AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner] | None = None
    """Covered units by serial number."""

    vmf_additional_attributes_lines: (
        list[AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner] | None
    ) = None
    """Data the vendor demands with the warranty."""
