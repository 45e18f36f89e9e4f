"""The model `OrderModifyRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.order_modify_request_additional_attributes_inner import (
    OrderModifyRequestAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_modify_request_lines_inner import OrderModifyRequestLinesInner
from xi.sdk.resellers.models.order_modify_request_ship_to_info import OrderModifyRequestShipToInfo


class OrderModifyRequest(RequestModel):
    """Changes to an order on customer hold.

    Send only what changes: lines carry their own verb, and lines not mentioned stay as they are. A release is requested
    with the `actionCode` parameter, not in this body.

    Args:
        notes (str): New comment for the order, at most 132 characters. Over 35 characters and with
            `enableCommentsAsLines` it becomes several comment lines of 35 each.
        ship_to_info (OrderModifyRequestShipToInfo): New delivery address. If it is invalid while the lines are good,
            the answer is 207 with the reason in `changeDescription`; an invalid address without lines is refused with
            400.
        lines (list of OrderModifyRequestLinesInner): Lines to add, change or delete. A rejected one does not fail the
            call: the answer is still 200 and lists it under `rejectedLineItems`.
        additional_attributes (list of OrderModifyRequestAdditionalAttributesInner): Named settings for the change;
            `entryMethod`, `enableCommentsAsLines` and `regionCode` are known.
    """

    notes: Annotated[str | None, Field(max_length=132)] = None
    """New comment for the order, at most 132 characters.

    Over 35 characters and with `enableCommentsAsLines` it becomes several comment lines of 35 each.
    """

    ship_to_info: OrderModifyRequestShipToInfo | None = None
    """New delivery address.

    If it is invalid while the lines are good, the answer is 207 with the reason in `changeDescription`; an invalid
    address without lines is refused with 400.
    """

    lines: list[OrderModifyRequestLinesInner] | None = None
    """Lines to add, change or delete.

    A rejected one does not fail the call: the answer is still 200 and lists it under `rejectedLineItems`.
    """

    additional_attributes: list[OrderModifyRequestAdditionalAttributesInner] | None = None
    """Named settings for the change; `entryMethod`, `enableCommentsAsLines` and `regionCode` are known."""
