"""The model `OrderCreateRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Flag
from xi.sdk.resellers.models.order_create_request_additional_attributes_inner import (
    OrderCreateRequestAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_create_request_end_user_info import OrderCreateRequestEndUserInfo
from xi.sdk.resellers.models.order_create_request_lines_inner import OrderCreateRequestLinesInner
from xi.sdk.resellers.models.order_create_request_reseller_info import OrderCreateRequestResellerInfo
from xi.sdk.resellers.models.order_create_request_ship_to_info import OrderCreateRequestShipToInfo
from xi.sdk.resellers.models.order_create_request_shipment_details import OrderCreateRequestShipmentDetails
from xi.sdk.resellers.models.order_create_request_vmf import OrderCreateRequestVmf


class OrderCreateRequest(RequestModel):
    """A purchase order for the synchronous v6 create.

    The schema demands only the PO number, but a real order also needs `lines` with part numbers and quantities. Leave
    out what is unknown instead of sending empty objects.

    Args:
        customer_order_number (str): The reseller's own PO number, 1 to 35 characters. It comes back upper-cased, so
            compare without regard to case. A number used before is refused unless `allowDuplicateCustomerOrderNumber`
            is true. Without it, an unanswered order could not be found again.
        end_customer_order_number (str): PO number that the end customer gave the reseller. It is echoed in the answer
            and can be searched for later.
        bill_to_address_id (str): Identifier of one of the account's bill-to addresses, at most 10 characters. The
            answer shows `000` when the default one applied.
        special_bid_number (str): Special bid that grants the prices of the whole order. A bid given on a line takes
            precedence for that line.
        notes (str): Comment on the order as a whole. With the attribute `enableCommentsAsLines` it becomes comment
            lines, which use up line numbers.
        accept_back_order (bool): Whether lines without stock may wait as backorders. Has no effect once
            `shipmentDetails.shipComplete` is present.
        reseller_info (OrderCreateRequestResellerInfo): The reseller as it should appear with this order; optional, as
            the account follows from the customer number header.
        vmf (OrderCreateRequestVmf): Vendor-mandated data that applies to the whole order, at present one authorisation
            number.
        ship_to_info (OrderCreateRequestShipToInfo): Where the goods go: an address on file named by its id, or an
            address written out.
        end_user_info (OrderCreateRequestEndUserInfo): Who will use the goods, for the whole order. Omit it rather than
            send it empty: empty values are refused.
        lines (list of OrderCreateRequestLinesInner): What is ordered. Not required by the schema, but an order needs
            it. A bad line rejects itself or the whole order, depending on `allowPartialOrder`.
        shipment_details (OrderCreateRequestShipmentDetails): Carrier, completeness and delivery wishes for the whole
            order.
        additional_attributes (list of OrderCreateRequestAdditionalAttributesInner): Named switches such as
            `allowDuplicateCustomerOrderNumber`, `allowPartialOrder`, `allowOrderOnCustomerHold` and
            `enableCommentsAsLines`. Names are matched without regard to case.
    """

    customer_order_number: Annotated[str, Field(min_length=1, max_length=35)]
    """The reseller's own PO number, 1 to 35 characters.

    It comes back upper-cased, so compare without regard to case. A number used before is refused unless
    `allowDuplicateCustomerOrderNumber` is true. Without it, an unanswered order could not be found again.
    """

    end_customer_order_number: str | None = None
    """PO number that the end customer gave the reseller.

    It is echoed in the answer and can be searched for later.
    """

    bill_to_address_id: Annotated[str | None, Field(max_length=10)] = None
    """Identifier of one of the account's bill-to addresses, at most 10 characters.

    The answer shows `000` when the default one applied.
    """

    special_bid_number: str | None = None
    """Special bid that grants the prices of the whole order.

    A bid given on a line takes precedence for that line.
    """

    notes: str | None = None
    """Comment on the order as a whole.

    With the attribute `enableCommentsAsLines` it becomes comment lines, which use up line numbers.
    """

    accept_back_order: Flag | None = None
    """Whether lines without stock may wait as backorders.

    Has no effect once `shipmentDetails.shipComplete` is present.
    """

    reseller_info: OrderCreateRequestResellerInfo | None = None
    """The reseller as it should appear with this order; optional, as the account follows from the customer number
    header.
    """

    vmf: OrderCreateRequestVmf | None = None
    """Vendor-mandated data that applies to the whole order, at present one authorisation number."""

    ship_to_info: OrderCreateRequestShipToInfo | None = None
    """Where the goods go: an address on file named by its id, or an address written out."""

    end_user_info: OrderCreateRequestEndUserInfo | None = None
    """Who will use the goods, for the whole order.

    Omit it rather than send it empty: empty values are refused.
    """

    lines: list[OrderCreateRequestLinesInner] | None = None
    """What is ordered.

    Not required by the schema, but an order needs it. A bad line rejects itself or the whole order, depending on
    `allowPartialOrder`.
    """

    shipment_details: OrderCreateRequestShipmentDetails | None = None
    """Carrier, completeness and delivery wishes for the whole order."""

    additional_attributes: list[OrderCreateRequestAdditionalAttributesInner] | None = None
    """Named switches such as `allowDuplicateCustomerOrderNumber`, `allowPartialOrder`, `allowOrderOnCustomerHold` and
    `enableCommentsAsLines`.

    Names are matched without regard to case.
    """
