"""The documented calls, for type checkers. The file is checked, but never run."""

# pyright: strict
from __future__ import annotations

from datetime import date
from typing import assert_type

from urllib3 import HTTPResponse

from xi.sdk.resellers import (
    AccesstokenApi,
    AccesstokenResponse,
    ApiClient,
    ApiException,
    ApiResponse,
    AsyncOrderCreateDTO,
    AsyncOrderCreateDTOLinesInner,
    AsyncOrderCreateResponse,
    Configuration,
    OrderCreateRequest,
    OrderCreateRequestAdditionalAttributesInner,
    OrderCreateRequestLinesInner,
    OrderCreateRequestResellerInfo,
    OrderCreateRequestShipmentDetails,
    OrderCreateResponse,
    OrderDetailB2B,
    OrderModifyRequest,
    OrderModifyRequestLinesInner,
    OrderModifyResponse,
    OrdersApi,
    OrderSearchResponse,
    RetryPolicy,
    TooManyRequestsException,
    UnansweredException,
)
from xi.sdk.resellers.models.order_create_request import OrderCreateRequest as SameRequest
from xi.sdk.resellers.rest import ApiException as SameException

configuration = Configuration(host="https://api.ingrammicro.com:443", access_token="t", retry=RetryPolicy(attempts=2))
configuration.proxy = "http://proxy:3128"
configuration.verify_ssl = False
configuration.retries = 3
assert_type(configuration.host, str)

order = OrderCreateRequest(
    customer_order_number="PO-1",
    accept_back_order=True,
    reseller_info=OrderCreateRequestResellerInfo(phone_number=15551234),
    lines=[
        OrderCreateRequestLinesInner(customer_line_number="1", ingram_part_number="DF4128", quantity=1, unit_price=9.5)
    ],
    shipment_details=OrderCreateRequestShipmentDetails(requested_delivery_date=date(2026, 5, 13)),
    additional_attributes=[
        OrderCreateRequestAdditionalAttributesInner(attribute_name="allowPartialOrder", attribute_value="true")
    ],
)
assert_type(order.customer_order_number, str)
assert_type(order.to_json(), str)
assert_type(OrderCreateRequest.from_json("{}"), OrderCreateRequest)
assert_type(OrderCreateRequest.from_dict({}), OrderCreateRequest | None)
same: SameRequest = order
same_error: type[ApiException] = SameException
change = OrderModifyRequest(lines=[OrderModifyRequestLinesInner(add_update_delete_line="ADD", quantity=2)])
later = AsyncOrderCreateDTO(quote_number=None, lines=[AsyncOrderCreateDTOLinesInner(quantity="2")])

with ApiClient(configuration) as client:
    assert_type(client, ApiClient)
    orders = OrdersApi(client)

    created = orders.post_createorder_v6("20-222222", "US", "id", order, im_sender_id="Me", _request_timeout=(3, 30))
    assert_type(created, OrderCreateResponse)
    for placed in created.orders or []:
        assert_type(placed.ingram_order_number, str | None)
        assert_type(placed.order_total, int | float | None)
        for line in placed.lines or []:
            assert_type(line.quantity_ordered, int | None)
            for shipment in line.shipment_details or []:
                assert_type(shipment.carrier_code, str | None)
    orders.post_createorder_v6("20-222222", "US", "id", {"customerOrderNumber": "PO-1"}, _headers={"A": "b"})
    assert_type(
        orders.post_createorder_v6_with_http_info("20-222222", "US", "id", order), ApiResponse[OrderCreateResponse]
    )
    assert_type(orders.post_createorder_v6_without_preload_content("20-222222", "US", "id", order), HTTPResponse)

    assert_type(orders.post_createorder_v7("20-222222", "US", "id", later), AsyncOrderCreateResponse)
    assert_type(
        orders.get_orderdetails_v6_1("20-RD128", "20-222222", "US", "id", ingram_order_date="2026-05-13", is_iml=True),
        OrderDetailB2B,
    )
    orders.get_orderdetails_v6_1("20-RD128", "20-222222", "US", "id", ingram_order_date=date(2026, 5, 13))
    found = orders.get_resellers_v6_ordersearch(
        "20-222222", "US", "id", order_status_in=["SHIPPED"], ingram_order_date_bt=[date(2026, 5, 1), "2026-05-31"]
    )
    assert_type(found, OrderSearchResponse | None)
    assert_type(orders.put_ordermodify("20-RD128", "20-222222", "US", "id", change), OrderModifyResponse | None)
    answer = orders.put_ordermodify_with_http_info("20-RD128", "20-222222", "US", "id", {}, action_code="release")
    assert_type(answer, ApiResponse[OrderModifyResponse | None])
    assert_type(answer.status_code, int)
    assert_type(answer.raw_data, bytes)
    assert_type(orders.delete_ordercancel_with_http_info("20-RD128", "20-222222", "US", "id"), ApiResponse[None])
    orders.delete_ordercancel("20-RD128", "20-222222", "US", "id", region_code="CS")

    token = AccesstokenApi(client).get_accesstoken("client_credentials", "id", "secret")
    assert_type(token, AccesstokenResponse)
    assert_type(token.access_token, str | None)

    try:
        orders.delete_ordercancel("20-RD128", "20-222222", "US", "id")
    except UnansweredException as error:
        assert_type(error.attempts, int)
    except TooManyRequestsException as error:
        assert_type(error.retry_after, float | None)
    except ApiException as error:
        assert_type(error.status, int | None)
        assert_type(error.correlation_id, str | None)
        for each in error.errors:
            assert_type(each.message, str | None)
            assert_type([one.field for one in each.fields], list[str | None])
