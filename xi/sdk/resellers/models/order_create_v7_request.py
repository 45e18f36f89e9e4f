"""The model `OrderCreateV7Request`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
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
    """DRAFT 1166.

    OrderCreateV7Request.

    Args:
        quote_number (str): DRAFT 1167. quote Number of OrderCreateV7Request.
        customer_order_number (str): DRAFT 1168. customer Order Number of OrderCreateV7Request.
        end_customer_order_number (str): DRAFT 1169. end Customer Order Number of OrderCreateV7Request.
        notes (str): DRAFT 1170. notes of OrderCreateV7Request.
        bill_to_address_id (str): DRAFT 1171. bill To Address Id of OrderCreateV7Request.
        special_bid_number (str): DRAFT 1172. special Bid Number of OrderCreateV7Request.
        accept_back_order (bool): DRAFT 1173. accept Back Order of OrderCreateV7Request.
        vend_auth_number (str): DRAFT 1174. vend Auth Number of OrderCreateV7Request.
        reseller_info (OrderCreateV7RequestResellerInfo): DRAFT 1175. reseller Info of OrderCreateV7Request.
        end_user_info (OrderCreateV7RequestEndUserInfo): DRAFT 1176. end User Info of OrderCreateV7Request.
        ship_to_info (OrderCreateV7RequestShipToInfo): DRAFT 1177. ship To Info of OrderCreateV7Request.
        shipment_details (OrderCreateV7RequestShipmentDetails): DRAFT 1178. shipment Details of OrderCreateV7Request.
        additional_attributes (list of OrderCreateV7RequestAdditionalAttributesInner): DRAFT 1179. additional Attributes
            of OrderCreateV7Request.
        vmf_additional_attributes (list of OrderCreateV7RequestVmfAdditionalAttributesInner): DRAFT 1180. vmf Additional
            Attributes of OrderCreateV7Request.
        lines (list of OrderCreateV7RequestLinesInner): DRAFT 1181. lines of OrderCreateV7Request.
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
    """DRAFT 1167.

    quote Number of OrderCreateV7Request.
    """

    customer_order_number: Annotated[str | None, Field(max_length=18)] = None
    """DRAFT 1168.

    customer Order Number of OrderCreateV7Request.
    """

    end_customer_order_number: Annotated[str | None, Field(max_length=18)] = None
    """DRAFT 1169.

    end Customer Order Number of OrderCreateV7Request.
    """

    notes: str | None = None
    """DRAFT 1170.

    notes of OrderCreateV7Request.
    """

    bill_to_address_id: str | None = None
    """DRAFT 1171.

    bill To Address Id of OrderCreateV7Request.
    """

    special_bid_number: str | None = None
    """DRAFT 1172.

    special Bid Number of OrderCreateV7Request.
    """

    accept_back_order: bool | None = None
    """DRAFT 1173.

    accept Back Order of OrderCreateV7Request.
    """

    vend_auth_number: str | None = None
    """DRAFT 1174.

    vend Auth Number of OrderCreateV7Request.
    """

    reseller_info: OrderCreateV7RequestResellerInfo | None = None
    """DRAFT 1175.

    reseller Info of OrderCreateV7Request.
    """

    end_user_info: OrderCreateV7RequestEndUserInfo | None = None
    """DRAFT 1176.

    end User Info of OrderCreateV7Request.
    """

    ship_to_info: OrderCreateV7RequestShipToInfo | None = None
    """DRAFT 1177.

    ship To Info of OrderCreateV7Request.
    """

    shipment_details: OrderCreateV7RequestShipmentDetails | None = None
    """DRAFT 1178.

    shipment Details of OrderCreateV7Request.
    """

    additional_attributes: list[OrderCreateV7RequestAdditionalAttributesInner | None] | None = None
    """DRAFT 1179.

    additional Attributes of OrderCreateV7Request.
    """

    vmf_additional_attributes: list[OrderCreateV7RequestVmfAdditionalAttributesInner | None] | None = None
    """DRAFT 1180.

    vmf Additional Attributes of OrderCreateV7Request.
    """

    lines: list[OrderCreateV7RequestLinesInner] | None = None
    """DRAFT 1181.

    lines of OrderCreateV7Request.
    """
