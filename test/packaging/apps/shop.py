"""A program of a user: it places an order and reads it. It is checked and run against the installed wheel alone."""

from __future__ import annotations

import sys
from typing import assert_type

import xi.sdk.resellers
from xi.sdk.resellers import (
    Account,
    ApiClient,
    ApiResponse,
    BadRequestException,
    Configuration,
    OrderCreateRequest,
    OrderCreateRequestLinesInner,
    OrderCreateResponse,
    OrderDetailB2B,
    OrdersApi,
    RetryPolicy,
    in_doubt,
    paging,
    webhooks,
)


def main(host: str) -> str:
    """Place an order at a sandbox, read it, and say what came."""
    configuration = Configuration(host=host, client_id="any", client_secret="thing", retry=RetryPolicy(attempts=2))
    order = OrderCreateRequest(
        customer_order_number="PO-1",
        lines=[OrderCreateRequestLinesInner(customer_line_number="1", ingram_part_number="DF4128", quantity=2)],
    )
    with ApiClient(configuration) as client:
        orders = OrdersApi(client).bound(Account("20-222222", "US"))
        created = orders.post_createorder_v6(order)
        assert_type(created, OrderCreateResponse)
        (number,) = [each.ingram_order_number or "" for each in created.orders or []]
        answer = orders.get_orderdetails_v6_1_with_http_info(number)
        assert_type(answer, ApiResponse[OrderDetailB2B])
        details = answer.data
        units = [line.quantity_ordered for line in details.lines or []]
        found = [each.ingram_order_number for each in paging.orders(orders, customer_order_number="PO-1")]
        try:
            orders.post_createorder_v6(order)
        except BadRequestException as error:
            assert_type([each.message for each in error.errors], list[str | None])
            refused = not in_doubt(error)
        else:
            refused = False
    (event,) = webhooks.parse(b'{"eventId": "e-1", "resource": [{"eventType": "im::order_shipped"}]}')
    assert_type(event.kind, webhooks.EventKind)
    return f"{details.customer_order_number} {units} {found == [number]} {refused} {event.kind.value}"


if __name__ == "__main__":
    sys.stdout.write(f"{xi.sdk.resellers.__file__}\n{main(sys.argv[1])}\n")
