"""The examples of docs/held-orders.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk

client = ApiClient(Configuration.from_env())
desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")
for record in desk.rows(state="held"):
    print(record.summary)


record = desk.recheck("PO-7")  # searches now, and sends nothing
for event in record.history():
    print(event.at, event.kind, event.state, event.status, event.says, event.by, event.because)


from datetime import UTC, datetime


def for_support(po: str) -> str:
    """Return what the support needs to find a request."""
    record = desk.find(po)
    if record is None:
        return f"PO {po} is not in the ledger"
    lines = [f"Customer {record.customer} {record.country}, PO {record.po}, orders {', '.join(record.order_numbers)}"]
    for event in record.history():
        if event.kind in ("intent", "answer", "late_answer"):
            when = datetime.fromtimestamp(event.at, UTC).isoformat(timespec="seconds")
            lines += [f"{when} {event.kind}, correlation ID {event.correlation_id}: {event.says or 'sent'}"]
    return "\n".join(lines)


print(for_support("PO-7"))


from xi.sdk.resellers.ordering import NotPermittedError


def close(po: str, ticket: str) -> None:
    try:
        print(desk.resolve(po, not_placed=True, because=f"support has no such order, {ticket}", by="mei").summary)
    except NotPermittedError as error:
        print(error)  # its state does not permit this, for example because it was found meanwhile


def cancel_second(po: str) -> None:
    record = desk.find(po)
    if record is not None and record.doubled:
        print(desk.cancel(record.order_numbers[1], because="ordered twice").says)
