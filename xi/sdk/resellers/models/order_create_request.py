"""The model `OrderCreateRequest`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models.order_create_request_additional_attributes_inner import (
    OrderCreateRequestAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_create_request_end_user_info import OrderCreateRequestEndUserInfo
from xi.sdk.resellers.models.order_create_request_lines_inner import OrderCreateRequestLinesInner
from xi.sdk.resellers.models.order_create_request_reseller_info import OrderCreateRequestResellerInfo
from xi.sdk.resellers.models.order_create_request_ship_to_info import OrderCreateRequestShipToInfo
from xi.sdk.resellers.models.order_create_request_shipment_details import OrderCreateRequestShipmentDetails
from xi.sdk.resellers.models.order_create_request_vmf import OrderCreateRequestVmf


class OrderCreateRequest(Request):
    """A purchase order to be placed at once.

    The server's one guard against duplicates is the PO number.
    """

    customer_order_number: Annotated[str, Field(max_length=35)]
    """The reseller's own PO number, at most 35 characters (v7 keeps 18).

    Returned upper-cased. A number used before is refused with `CUSTOMER-PO-EXISTS`, unless the attribute
    `allowDuplicateCustomerOrderNumber` is true.
    """

    end_customer_order_number: str | None = None
    """PO number of the reseller's own customer; printed on papers and searchable."""

    bill_to_address_id: Annotated[str | None, Field(max_length=10)] = None
    """Which of the account's billing addresses to invoice; `000` when left out."""

    special_bid_number: str | None = None
    """Number of a special price the vendor granted, for all lines.

    A line's own number wins over it.
    """

    notes: str | None = None
    """Remarks on the order as a whole.

    With the attribute `enableCommentsAsLines` they become comment lines, which use up line numbers.
    """

    accept_back_order: bool | None = None
    """Whether lines without stock may wait as backorders.

    Ignored when `shipmentDetails.shipComplete` is given.
    """

    reseller_info: OrderCreateRequestResellerInfo | None = None
    """The reseller as it should appear on documents; the account on file is used when it is left out."""

    vmf: OrderCreateRequestVmf | None = None
    """Authorisation some vendors demand before they accept an order."""

    ship_to_info: OrderCreateRequestShipToInfo | None = None
    """Where to deliver; the account's default address when left out."""

    end_user_info: OrderCreateRequestEndUserInfo | None = None
    """Who will use the goods.

    Leave it out rather than empty: an empty object is refused.
    """

    lines: list[OrderCreateRequestLinesInner] | None = None
    """What is ordered.

    Without lines the order is refused in practice, although nothing here demands them.
    """

    shipment_details: OrderCreateRequestShipmentDetails | None = None
    """How and when to ship; the account's usual carrier and no wishes when left out."""

    additional_attributes: list[OrderCreateRequestAdditionalAttributesInner] | None = None
    """Switches and country-specific data as name and value; see the item for the names that matter."""
