"""The model `OrderCreateV7Request`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Flag
from xi.sdk.resellers.models.order_create_v7_request_additional_attributes_inner import (
    OrderCreateV7RequestAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_create_v7_request_end_user_info import OrderCreateV7RequestEndUserInfo
from xi.sdk.resellers.models.order_create_v7_request_lines_inner import OrderCreateV7RequestLinesInner
from xi.sdk.resellers.models.order_create_v7_request_reseller_info import OrderCreateV7RequestResellerInfo
from xi.sdk.resellers.models.order_create_v7_request_ship_to_info import OrderCreateV7RequestShipToInfo
from xi.sdk.resellers.models.order_create_v7_request_shipment_details import OrderCreateV7RequestShipmentDetails
from xi.sdk.resellers.models.order_create_v7_request_vmf_additional_attributes_inner import (
    OrderCreateV7RequestVmfAdditionalAttributesInner,
)


class OrderCreateV7Request(RequestModel):
    """A purchase order, or the order for a quote, for v7 create as version 1.3.0 of the package has it.

    Quantities and prices are numbers here, whereas `AsyncOrderCreateDTO` has text.

    Args:
        quote_number (str): Quote to turn into an order, at most 35 characters. The quote then decides everything, and
            the lines that are sent are ignored.
        customer_order_number (str): The reseller's PO number, at most 18 characters here; the other form of this body
            takes 35. It alone matches the later result to this call.
        end_customer_order_number (str): PO number of the end customer, at most 18 characters; null or absent when there
            is none.
        notes (str): Comment on the order as a whole, which `enableCommentsAsLines` turns into comment lines.
        bill_to_address_id (str): Identifier of the bill-to address to invoice; without it the account's default.
        special_bid_number (str): Special bid for all lines of the order; a line may name its own.
        accept_back_order (bool): Whether lines without stock may wait for it; a real JSON boolean. Null leaves it to
            the account.
        vend_auth_number (str): Vendor's authorisation number, which some vendors want for warranties.
        reseller_info (OrderCreateV7RequestResellerInfo): Reseller as the order is to have it; null leaves it to the
            account.
        end_user_info (OrderCreateV7RequestEndUserInfo): Who will use the goods. Leave it out when unknown, as empty
            values may be refused.
        ship_to_info (OrderCreateV7RequestShipToInfo): Where the goods go, by the identifier of an address on file or
            written out; null for the account's default.
        shipment_details (OrderCreateV7RequestShipmentDetails): Carrier and wishes for the delivery of the whole order.
        additional_attributes (list of OrderCreateV7RequestAdditionalAttributesInner): Named settings for the whole
            order, such as `allowDuplicateCustomerOrderNumber` and `allowPartialOrder`.
        vmf_additional_attributes (list of OrderCreateV7RequestVmfAdditionalAttributesInner): Values that the vendor
            demands once for the whole order, as quote validation or vendor-required info lists them.
        lines (list of OrderCreateV7RequestLinesInner): Products to order; ignored when a quote is named.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {
            "accept_back_order",
            "additional_attributes",
            "end_customer_order_number",
            "quote_number",
            "reseller_info",
            "ship_to_info",
            "shipment_details",
            "special_bid_number",
            "vend_auth_number",
            "vmf_additional_attributes",
        }
    )

    quote_number: Annotated[str | None, Field(max_length=35)] = None
    """Quote to turn into an order, at most 35 characters.

    The quote then decides everything, and the lines that are sent are ignored.
    """

    customer_order_number: Annotated[str | None, Field(max_length=18)] = None
    """The reseller's PO number, at most 18 characters here; the other form of this body takes 35.

    It alone matches the later result to this call.
    """

    end_customer_order_number: Annotated[str | None, Field(max_length=18)] = None
    """PO number of the end customer, at most 18 characters; null or absent when there is none."""

    notes: str | None = None
    """Comment on the order as a whole, which `enableCommentsAsLines` turns into comment lines."""

    bill_to_address_id: str | None = None
    """Identifier of the bill-to address to invoice; without it the account's default."""

    special_bid_number: str | None = None
    """Special bid for all lines of the order; a line may name its own."""

    accept_back_order: Flag | None = None
    """Whether lines without stock may wait for it; a real JSON boolean.

    Null leaves it to the account.
    """

    vend_auth_number: str | None = None
    """Vendor's authorisation number, which some vendors want for warranties."""

    reseller_info: OrderCreateV7RequestResellerInfo | None = None
    """Reseller as the order is to have it; null leaves it to the account."""

    end_user_info: OrderCreateV7RequestEndUserInfo | None = None
    """Who will use the goods.

    Leave it out when unknown, as empty values may be refused.
    """

    ship_to_info: OrderCreateV7RequestShipToInfo | None = None
    """Where the goods go, by the identifier of an address on file or written out; null for the account's default."""

    shipment_details: OrderCreateV7RequestShipmentDetails | None = None
    """Carrier and wishes for the delivery of the whole order."""

    additional_attributes: list[OrderCreateV7RequestAdditionalAttributesInner | None] | None = None
    """Named settings for the whole order, such as `allowDuplicateCustomerOrderNumber` and `allowPartialOrder`."""

    vmf_additional_attributes: list[OrderCreateV7RequestVmfAdditionalAttributesInner | None] | None = None
    """Values that the vendor demands once for the whole order, as quote validation or vendor-required info lists them.
    """

    lines: list[OrderCreateV7RequestLinesInner] | None = None
    """Products to order; ignored when a quote is named."""
