"""The model `OrderModifyRequest`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models.order_modify_request_additional_attributes_inner import (
    OrderModifyRequestAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_modify_request_lines_inner import OrderModifyRequestLinesInner
from xi.sdk.resellers.models.order_modify_request_ship_to_info import OrderModifyRequestShipToInfo


class OrderModifyRequest(Request):
    """Changes to an order on customer hold.

    Totals in the answer are the old ones, and status 200 does not mean that a change was accepted.
    """

    notes: Annotated[str | None, Field(max_length=132)] = None
    """New remarks on the order, at most 132 characters.

    Over 35 characters with `enableCommentsAsLines` they become several comment lines of 35.
    """

    ship_to_info: OrderModifyRequestShipToInfo | None = None
    """A new address of delivery.

    A bad one gives 400, or 207 when the line changes were good.
    """

    lines: list[OrderModifyRequestLinesInner] | None = None
    """Line changes; each says by `addUpdateDeleteLine` what is to be done."""

    additional_attributes: list[OrderModifyRequestAdditionalAttributesInner] | None = None
    """Switches of the change: `entryMethod`, `enableCommentsAsLines`, `regionCode`."""
