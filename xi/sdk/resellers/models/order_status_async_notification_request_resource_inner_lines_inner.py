"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinesInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import Answer, Exact
from xi.sdk.resellers.models._types import ListOrOne
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner_serial_number_details_inner import (
    OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner,
)
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner_shipment_details_inner import (
    OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner,
)


class OrderStatusAsyncNotificationRequestResourceInnerLinesInner(Exact, Answer):
    """One line in an event."""

    _spellings: ClassVar[Mapping[str, str]] = {
        "lineNumber": "LineNumber",
        "ingramLineNumber": "LineNumber",
        "backOrderedQuantity": "backorderedQuantity",
    }

    line_number: Annotated[str | None, Field(alias="LineNumber")] = None
    """Ingram Micro's number of the line; the only key with a capital first letter."""

    sub_order_number: str | None = None
    """Sub-order the line ships under, such as `20-RD128-11`."""

    line_status: str | None = None
    """Status of the line: `im::shipped`, `IM::SALES_HOLD` and others, in either case."""

    ingram_part_number: str | None = None
    """SKU on the line the event reports."""

    vendor_part_number: str | None = None
    """The vendor's number for the same part."""

    requested_quantity: str | None = None
    """Units ordered on the line, as text."""

    shipped_quantity: str | None = None
    """Units shipped so far, as text."""

    backordered_quantity: str | None = None
    """Units still waiting, as text."""

    shipment_details: (
        ListOrOne[OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner] | None
    ) = None
    """Shipments of this line, once there are any."""

    serial_number_details: (
        list[OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner] | None
    ) = None
    """Serial numbers that left with it."""
