"""The examples of docs/retries-and-limits.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, RetryPolicy

with ApiClient(Configuration.from_env(retry=RetryPolicy(attempts=2, deadline=30))) as client:
    orders = OrdersApi(client).bound()
    orders.get_resellers_v6_ordersearch(order_status="SHIPPED")
    orders.get_resellers_v6_ordersearch(order_status="SHIPPED", _deadline=5)  # this call only
    orders.get_resellers_v6_ordersearch(order_status="SHIPPED", _retry=RetryPolicy(attempts=1))  # no repeats
    orders.get_resellers_v6_ordersearch(order_status="SHIPPED", _request_timeout=(3, 20))  # connecting, reading


from xi.sdk.resellers import NotSentException, TooManyRequestsException


def shipped(limit: float) -> int | None:
    """Return how many orders have shipped, or None if the quota does not allow the call now."""
    with ApiClient(Configuration.from_env(calls_per_minute=60)) as client:
        try:
            found = OrdersApi(client).bound().get_resellers_v6_ordersearch(order_status="SHIPPED", _deadline=limit)
        except (NotSentException, TooManyRequestsException):
            return None
    return len(found.orders or []) if found else 0


print(shipped(20))
