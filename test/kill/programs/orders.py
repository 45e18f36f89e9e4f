"""The orders that the programs place, and the desk that they place them with. Only what any user of the package has."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk, Settings
from xi.sdk.resellers.testing import TOKEN

ACCOUNT = Account("20-222222", "US")
REUSE = "a test of orders that the server does not refuse twice"
ALLOWED_TWICE = [{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}]


def po_of(number: int) -> str:
    """Return the PO of an order."""
    return f"KILL-{number:05d}"


def is_unguarded(number: int, every: int) -> bool:
    """Return whether an order turns off the server's check for duplicates."""
    return every > 0 and number % every == 0


def order_of(number: int, unguarded_every: int = 0) -> dict[str, Any]:
    """Return an order of one line."""
    order: dict[str, Any] = {
        "customerOrderNumber": po_of(number),
        "lines": [{"customerLineNumber": "1", "ingramPartNumber": "TSXML1", "quantity": 1 + number % 3}],
    }
    if is_unguarded(number, unguarded_every):
        order["additionalAttributes"] = ALLOWED_TWICE
    return order


@contextmanager
def desk_at(url: str, ledger: str, settings: dict[str, Any]) -> Generator[OrderDesk]:
    """Yield a desk."""
    settings = settings | {"looks": tuple(settings["looks"])}
    with ApiClient(Configuration(host=url, access_token=TOKEN, account=ACCOUNT)) as client:
        desk = OrderDesk(OrdersApi(client).bound(), ledger, settings=Settings(**settings))
        try:
            yield desk
        finally:
            desk.ledger.close()
