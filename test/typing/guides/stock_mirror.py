"""The examples of docs/stock-mirror.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
import os

from xi.sdk.resellers import ApiClient, Configuration, ProductCatalogApi
from xi.sdk.resellers.stock_mirror import StockMirror

mirror = StockMirror(os.environ["DATABASE_URL"])  # sqlite:///shop.db, or postgresql://shop@db/shop


def shown(sku: str) -> str:
    stock = mirror.stock(sku)
    if stock is None or stock.total is None:
        return "on request"
    return f"{stock.total} in stock at {stock.as_of:%H:%M}"


from xi.sdk.resellers import webhooks


def receive(body: bytes, signature: str | None) -> int:
    if not webhooks.verify(body, signature, os.environ["WEBHOOK_SECRET"]):
        return 401
    noted = mirror.note(webhooks.parse(body))
    print(f"{len(noted.applied)} noted, {len(noted.outdated)} outdated")
    return 200


from xi.sdk.resellers.ordering import OrderDesk


def receive_both(desk: OrderDesk, body: bytes, signature: str | None) -> int:
    if not desk.note_webhook(body, signature, secret=os.environ["WEBHOOK_SECRET"]):
        return 401
    mirror.note(webhooks.parse(body))  # it leaves events of other kinds alone
    return 200


def check(older_than: float | None = None) -> None:
    with ApiClient(Configuration.from_env()) as client:
        checked = mirror.check(ProductCatalogApi(client).bound(), older_than=older_than)
    for each in checked.differing:
        print(f"{each.sku}: {each.before} in the mirror, {each.after} in truth")
    for price in checked.unanswered:
        print(f"{price.asked}: {price.message}")


def add(skus: list[str]) -> None:
    """Take new products into the mirror."""
    with ApiClient(Configuration.from_env()) as client:
        mirror.check(ProductCatalogApi(client).bound(), skus)
