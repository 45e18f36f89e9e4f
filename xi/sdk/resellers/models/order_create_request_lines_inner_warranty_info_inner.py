"""The model `OrderCreateRequestLinesInnerWarrantyInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.order_create_request_lines_inner_warranty_info_inner_serial_info_inner import (
    OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner,
)


class OrderCreateRequestLinesInnerWarrantyInfoInner(RequestModel):
    """Ties a warranty line to the hardware it covers: by the number of a line in the same order or by the serial
    numbers of goods bought before.

    Args:
        direct_line_link (str): Meaning not documented. At most 25 characters; the published example holds a code shaped
            like its vendor authorisation number.
        warranty_line_link (str): Customer line number of the warranty line that belongs to this hardware line, for
            example `005`.
        hardware_line_link (str): Customer line number of the hardware line that this warranty line covers, for example
            `002`.
        serial_info (list of OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner): The units covered, one entry
            each, when they are identified by serial number.
    """

    direct_line_link: Annotated[str | None, Field(max_length=25)] = None
    """Meaning not documented.

    At most 25 characters; the published example holds a code shaped like its vendor authorisation number.
    """

    warranty_line_link: str | None = None
    """Customer line number of the warranty line that belongs to this hardware line, for example `005`."""

    hardware_line_link: str | None = None
    """Customer line number of the hardware line that this warranty line covers, for example `002`."""

    serial_info: list[OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner] | None = None
    """The units covered, one entry each, when they are identified by serial number."""
