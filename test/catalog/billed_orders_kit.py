"""A sandbox in which orders are placed, shipped and billed, and their invoices matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from catalog_kit import ACCOUNT

from xi.sdk.resellers import ApiClient, Configuration, InvoicesApi, OrdersApi, aio
from xi.sdk.resellers.invoice_matching import (
    MatchedOrder,
    match_invoices,
)
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

LIFE = ("ship-partially", "invoice", "ship", "invoice")


@dataclass
class Shop:
    sandbox: Sandbox
    server: SandboxServer
    configuration: Configuration

    def order(self, po: str, *moves: str) -> str:
        lines = [("DF4128", 5), ("TXSLM3", 1), ("DF4128", 2)]
        listed = [
            {"customerLineNumber": str(at), "ingramPartNumber": sku, "quantity": units}
            for at, (sku, units) in enumerate(lines, 1)
        ]
        with ApiClient(self.configuration) as client:
            made = OrdersApi(client).bound(ACCOUNT).post_createorder_v6({"customerOrderNumber": po, "lines": listed})
        assert made.orders
        number = made.orders[0].ingram_order_number
        assert number
        for each in moves:
            self.sandbox.move(number, each)
        return number

    def matched(self, **way: Any) -> list[MatchedOrder]:
        with ApiClient(self.configuration) as client:
            return list(match_invoices(InvoicesApi(client).bound(ACCOUNT), OrdersApi(client).bound(ACCOUNT), **way))

    async def matched_async(self, **way: Any) -> list[MatchedOrder]:
        async with aio.AsyncApiClient(self.configuration) as client:
            apis = aio.InvoicesApi(client).bound(ACCOUNT), aio.OrdersApi(client).bound(ACCOUNT)
            return [each async for each in match_invoices(*apis, **way)]

    def calls(self) -> dict[str, int]:
        found = {name: count for (name, _), count in self.sandbox.answered.items()}
        return {name: found.get(name, 0) for name in ("search", "details", "invoice_search", "invoice_details")}
