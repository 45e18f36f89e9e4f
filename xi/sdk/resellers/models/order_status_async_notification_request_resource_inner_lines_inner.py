"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import ListOrOne
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner_serial_number_details_inner import (
    OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner,
)
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner_shipment_details_inner import (
    OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner,
)


class OrderStatusAsyncNotificationRequestResourceInnerLinesInner(ResponseModel):
    """One line of an order-status event.

    Args:
        line_number (str): Ingram Micro's number for the line, such as `001`. The declared capital `L` is the rarest
            spelling in practice.
        sub_order_number (str): Sub-order that handles the line: the order number with a suffix, such as `20-RD128-21`.
            SAP countries have none.
        line_status (str): Status of the line with a prefix, such as `IM::shipped`; `IM::SHIPPED`, `IM::SALES_HOLD` and
            `IM::IM_ONLINE_HOLD` are seen too. Fold the case.
        ingram_part_number (str): Ingram Micro's SKU on the line the event reports.
        vendor_part_number (str): The manufacturer's own part number, such as `TC57HO-1PEZU4P-NA`.
        requested_quantity (str): Units ordered on the line, a whole number written as text.
        shipped_quantity (str): Units shipped so far or with this event; which of the two is not documented.
        backordered_quantity (str): Units that still wait for stock, a whole number written as text.
        shipment_details (list of OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner):
            Shipments of the line, with carrier and packages.
        serial_number_details (list of
            OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner): Serial numbers of the
            units shipped, one entry each.
    """

    _spellings: ClassVar[Mapping[str, str]] = {
        "ingramLineNumber": "LineNumber",
        "lineNumber": "LineNumber",
        "backOrderedQuantity": "backorderedQuantity",
    }

    line_number: Annotated[str | None, Field(alias="LineNumber")] = None
    """Ingram Micro's number for the line, such as `001`.

    The declared capital `L` is the rarest spelling in practice.
    """

    sub_order_number: str | None = None
    """Sub-order that handles the line: the order number with a suffix, such as `20-RD128-21`.

    SAP countries have none.
    """

    line_status: str | None = None
    """Status of the line with a prefix, such as `IM::shipped`; `IM::SHIPPED`, `IM::SALES_HOLD` and `IM::IM_ONLINE_HOLD`
    are seen too.

    Fold the case.
    """

    ingram_part_number: str | None = None
    """Ingram Micro's SKU on the line the event reports."""

    vendor_part_number: str | None = None
    """The manufacturer's own part number, such as `TC57HO-1PEZU4P-NA`."""

    requested_quantity: str | None = None
    """Units ordered on the line, a whole number written as text."""

    shipped_quantity: str | None = None
    """Units shipped so far or with this event; which of the two is not documented."""

    backordered_quantity: str | None = None
    """Units that still wait for stock, a whole number written as text."""

    shipment_details: (
        ListOrOne[OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner] | None
    ) = None
    """Shipments of the line, with carrier and packages."""

    serial_number_details: (
        list[OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner] | None
    ) = None
    """Serial numbers of the units shipped, one entry each."""
