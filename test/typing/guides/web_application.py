"""The examples of docs/web-application.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
import os

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from xi.sdk.resellers import ApiClient, Configuration, OrderCreateRequest, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk

database = os.environ["DATABASE_URL"]  # postgresql+psycopg://shop@db/shop, or sqlite:///shop.db
engine = create_engine(database)
client = ApiClient(Configuration.from_env())
desk = OrderDesk(OrdersApi(client).bound(), database)


def check_out(session: Session, order: OrderCreateRequest, cart: int) -> str:
    """Write an order down, together with what the application writes."""
    # What the application writes itself, such as session.add(Purchase(cart=cart, po=order.customer_order_number))
    record = desk.plan(order, connection=session.connection(), ref={"cart": str(cart)})
    return record.key


def status(po: str) -> dict[str, object]:
    """Return what a page shows about an order."""
    record = desk.find(po)
    if record is None:
        return {"state": "unknown"}
    return {
        "state": record.state,
        "numbers": record.order_numbers,
        "rejected": [(each.part, each.reason) for each in record.rejected],
        "next": record.next_at,
    }


import logging
import os

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk

if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    with ApiClient(Configuration.from_env()) as client:
        desk = OrderDesk(OrdersApi(client).bound(), os.environ["DATABASE_URL"])
        desk.work(threads=8, signals=True)


from xi.sdk.resellers.ordering import webhook_app

webhooks = webhook_app(desk, secret=os.environ["WEBHOOK_SECRET"])


from starlette.applications import Starlette
from starlette.routing import Route

app = Starlette(routes=[Route("/webhooks", webhooks)])
