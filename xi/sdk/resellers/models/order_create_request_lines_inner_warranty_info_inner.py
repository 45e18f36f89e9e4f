"""The model `OrderCreateRequestLinesInnerWarrantyInfoInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models.order_create_request_lines_inner_warranty_info_inner_serial_info_inner import (
    OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner,
)


class OrderCreateRequestLinesInnerWarrantyInfoInner(Request):
    """Ties a warranty to hardware, by line or by serial number."""

    direct_line_link: Annotated[str | None, Field(max_length=25)] = None
    """Line number of the hardware in this very order; at most 25 characters."""

    warranty_line_link: str | None = None
    """Key shared by the warranty line and the hardware line it belongs to, written on the warranty's side."""

    hardware_line_link: str | None = None
    """The same key, written on the hardware's side."""

    serial_info: list[OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner] | None = None
    """Serial numbers the warranty covers, for hardware sold earlier."""
