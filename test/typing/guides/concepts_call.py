"""The examples of docs/concepts-call.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Attempt, Configuration, Finished, OrdersApi


def watch(event: Attempt | Finished) -> None:
    if isinstance(event, Attempt):
        print(f"  attempt {event.number} of {event.operation}: {event.status or event.failure}")
    else:
        print(f"{event.operation} ended after {len(event.tried)} attempt(s)", event.doubt or "")


with ApiClient(Configuration.from_env(observer=watch)) as client:
    OrdersApi(client).bound().get_resellers_v6_ordersearch(order_status="SHIPPED")
