"""The operations of OrdersApi as values: where arguments go, what comes back, and what may be repeated."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers import models
from xi.sdk.resellers._core.operation import (
    Emptiness,
    Kind,
    Listing,
    Operation,
    Parameter,
    Place,
    Proof,
    Repeat,
)

DELETE_ORDERCANCEL: Operation[None] = Operation(
    name="delete_ordercancel",
    method="DELETE",
    path="/resellers/v6/orders/{orderNumber}",
    repeat=Repeat.IDEMPOTENT,
    authorized=True,
    parameters=(
        Parameter(name="order_number", wire="orderNumber", place=Place.PATH, kind=Kind.TEXT, required=True),
        Parameter(
            name="im_customer_number", wire="IM-CustomerNumber", place=Place.HEADER, kind=Kind.TEXT, required=True
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(name="region_code", wire="regionCode", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
    ),
    success=None,
    empty=Emptiness(statuses=frozenset({200, 204})),
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        404: "ErrorResponse",
        405: "ErrorResponse",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

GET_ORDERDETAILS_V6_1: Operation[models.OrderDetailB2B] = Operation(
    name="get_orderdetails_v6_1",
    method="GET",
    path="/resellers/v6.1/orders/{ordernumber}",
    repeat=Repeat.SAFE,
    authorized=True,
    parameters=(
        Parameter(
            name="ordernumber", wire="ordernumber", place=Place.PATH, kind=Kind.TEXT, required=True, max_length=12
        ),
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
        Parameter(name="ingram_order_date", wire="ingramOrderDate", place=Place.QUERY, kind=Kind.DAY),
        Parameter(name="vendor_number", wire="vendorNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="simulate_status", wire="simulateStatus", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="is_iml", wire="isIml", place=Place.QUERY, kind=Kind.FLAG),
        Parameter(name="region_code", wire="regionCode", place=Place.QUERY, kind=Kind.TEXT),
    ),
    success="OrderDetailB2B",
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        404: "ErrorResponse",
        429: "ErrorResponse",
        500: "ErrorResponseDTO",
    },
)

GET_RESELLERS_V6_ORDERSEARCH: Operation[models.OrderSearchResponse | None] = Operation(
    name="get_resellers_v6_ordersearch",
    method="GET",
    path="/resellers/v6/orders/search",
    repeat=Repeat.SAFE,
    authorized=True,
    parameters=(
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(name="ingram_order_number", wire="ingramOrderNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="order_status", wire="orderStatus", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="order_status_in", wire="orderStatus-in", place=Place.QUERY, kind=Kind.TEXTS),
        Parameter(name="ingram_order_date", wire="ingramOrderDate", place=Place.QUERY, kind=Kind.DAY),
        Parameter(name="ingram_order_date_bt", wire="ingramOrderDate-bt", place=Place.QUERY, kind=Kind.DAYS),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
        Parameter(
            name="customer_order_number", wire="customerOrderNumber", place=Place.QUERY, kind=Kind.TEXT, max_length=35
        ),
        Parameter(name="page_size", wire="pageSize", place=Place.QUERY, kind=Kind.NUMBER, minimum=1, maximum=100),
        Parameter(name="page_number", wire="pageNumber", place=Place.QUERY, kind=Kind.NUMBER, minimum=1),
        Parameter(
            name="end_customer_order_number",
            wire="endCustomerOrderNumber",
            place=Place.QUERY,
            kind=Kind.TEXT,
            max_length=35,
        ),
        Parameter(name="invoice_date_bt", wire="invoiceDate_bt", place=Place.QUERY, kind=Kind.DAYS),
        Parameter(name="ship_date_bt", wire="shipDate_bt", place=Place.QUERY, kind=Kind.DAYS),
        Parameter(name="delivery_date_bt", wire="deliveryDate_bt", place=Place.QUERY, kind=Kind.DAYS),
        Parameter(name="ingram_part_number", wire="ingramPartNumber", place=Place.QUERY, kind=Kind.TEXT, max_length=35),
        Parameter(name="vendor_part_number", wire="vendorPartNumber", place=Place.QUERY, kind=Kind.TEXT, max_length=35),
        Parameter(name="serial_number", wire="serialNumber", place=Place.QUERY, kind=Kind.TEXT, max_length=35),
        Parameter(name="tracking_number", wire="trackingNumber", place=Place.QUERY, kind=Kind.TEXT, max_length=35),
        Parameter(name="vendor_name", wire="vendorName", place=Place.QUERY, kind=Kind.TEXT, max_length=35),
        Parameter(name="special_bid_number", wire="specialBidNumber", place=Place.QUERY, kind=Kind.TEXT, max_length=35),
    ),
    success="OrderSearchResponse",
    empty=Emptiness(statuses=frozenset({204})),
    listing=Listing(items="orders", wire="orders"),
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        404: "ErrorResponse",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

POST_CREATEORDER_V6: Operation[models.OrderCreateResponse] = Operation(
    name="post_createorder_v6",
    method="POST",
    path="/resellers/v6/orders",
    repeat=Repeat.ONCE,
    authorized=True,
    parameters=(
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(
            name="order_create_request", place=Place.BODY, kind=Kind.MODEL, required=True, model="OrderCreateRequest"
        ),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
    ),
    success="OrderCreateResponse",
    proof=Proof(any_of=("orders.ingram_order_number",), instead={207: "orders.rejected_line_items"}),
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

POST_CREATEORDER_V7: Operation[models.AsyncOrderCreateResponse] = Operation(
    name="post_createorder_v7",
    method="POST",
    path="/resellers/v7/orders",
    repeat=Repeat.ONCE,
    authorized=True,
    parameters=(
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(
            name="async_order_create_dto",
            place=Place.BODY,
            kind=Kind.MODEL,
            model="AsyncOrderCreateDTO",
            other_model="OrderCreateV7Request",
            told_by=("lines.quantity", "lines.unit_price", "lines.end_user_price"),
        ),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
        Parameter(name="order_create_v7_request", place=Place.BODY, kind=Kind.MODEL, model="OrderCreateV7Request"),
    ),
    success="AsyncOrderCreateResponse",
    success_by_status={
        201: "OrderCreateV7Response",
    },
    success_by_body={"OrderCreateV7Request": "OrderCreateV7Response201"},
    proof=Proof(any_of=("confirmation_number", "orders.ingram_order_number", "resource.orders.ingram_order_number")),
    errors={
        400: "PostCreateorderV7400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "PostCreateorderV7500Response",
    },
)

PUT_ORDERMODIFY: Operation[models.OrderModifyResponse | None] = Operation(
    name="put_ordermodify",
    method="PUT",
    path="/resellers/v6/orders/{orderNumber}",
    repeat=Repeat.ONCE,
    authorized=True,
    parameters=(
        Parameter(name="order_number", wire="orderNumber", place=Place.PATH, kind=Kind.TEXT, required=True),
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(
            name="order_modify_request", place=Place.BODY, kind=Kind.MODEL, required=True, model="OrderModifyRequest"
        ),
        Parameter(name="action_code", wire="actionCode", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="region_code", wire="regionCode", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
    ),
    success="OrderModifyResponse",
    empty=Emptiness(statuses=frozenset({200, 204}), query=("actionCode", "release")),
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

VENDOR_REQUIRED_INFO: Operation[list[models.VendorRequiredInforesponseInner]] = Operation(
    name="vendor_required_info",
    method="POST",
    path="/resellers/v7/vendorrequiredinfo",
    repeat=Repeat.SAFE,
    authorized=True,
    parameters=(
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, required=True, max_length=32
        ),
        Parameter(
            name="vendor_required_info_request", place=Place.BODY, kind=Kind.MODEL, model="VendorRequiredInfoRequest"
        ),
    ),
    success="list[VendorRequiredInforesponseInner]",
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)
