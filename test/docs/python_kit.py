"""Runs the Python of a page against a sandbox, in one process: its blocks in their order, with shared names."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import Mapping
from typing import Any

from blocks_kit import Block
from family_kit import returned

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi, ReturnsApi
from xi.sdk.resellers.ordering import OrderDesk
from xi.sdk.resellers.sandbox import SandboxServer

SECRET = "a secret of the webhook"
TOKENS = ("...", "any", "token", "t")


def variables(server: SandboxServer) -> dict[str, str]:
    """Return the variables that lead a program to a sandbox."""
    return {
        "XI_ENVIRONMENT": server.url,
        "XI_CLIENT_ID": "a",
        "XI_CLIENT_SECRET": "b",
        "XI_CUSTOMER_NUMBER": "20-222222",
        "XI_COUNTRY_CODE": "US",
        "XI_APPLICATION_ID": "StockRoom",
        "XI_CUSTOMER_CONTACT": "buyer@reseller.example",
        "ACCESS_TOKEN": "...",
        "DATABASE_URL": "sqlite:///shop.db",
        "WEBHOOK_SECRET": SECRET,
    }


def pointed_to(text: str, server: SandboxServer, numbers: Mapping[str, str]) -> str:
    """Return a program that calls a sandbox, and the orders in it, where the page has others."""
    text = re.sub(r'"https://api\.ingrammicro\.com:443(?:/sandbox)?"', f'"{server.url}"', text)
    text = text.replace("http://127.0.0.1:8099", server.url)
    text = re.sub(r'Configuration\((access_token="[^"]*")\)', rf'Configuration(\1, host="{server.url}")', text)
    for shown, there in numbers.items():
        text = text.replace(shown, there)
    return text


class Program:
    """The program of a page: its blocks share their names."""

    def __init__(self, server: SandboxServer, numbers: Mapping[str, str] | None = None) -> None:
        """Begin a program.

        Args:
            server: the sandbox that it calls.
            numbers: numbers of the page, and what they are in the sandbox.
        """
        self._server = server
        self._numbers = numbers or {}
        self.names: dict[str, Any] = {"__name__": "shown"}

    def run(self, block: Block) -> None:
        """Run a block, then each test in it, and its main program, if they need no arguments."""
        before = dict(self.names)
        # Empty lines before it let an error name the line of the page.
        code = "\n" * block.line + pointed_to(block.text, self._server, self._numbers)
        exec(compile(code, block.page, "exec"), self.names)
        for name, value in list(self.names.items()):
            is_new = value is not before.get(name) and inspect.isfunction(value) and value.__module__ == "shown"
            if is_new and (name == "main" or name.startswith("test_")) and not inspect.signature(value).parameters:
                result = value()
                if inspect.iscoroutine(result):
                    asyncio.run(result)

    def close(self) -> None:
        """Close the clients and desks that a page has left open."""
        for value in self.names.values():
            if isinstance(value, OrderDesk):
                value.ledger.close()
            if isinstance(value, ApiClient):
                value.close()


def world(server: SandboxServer) -> dict[str, str]:
    """Fill a sandbox with what the pages name, and return their numbers with those in the sandbox."""
    sandbox = server.sandbox
    account = Account("20-222222", "US", application_id="StockRoom")
    with ApiClient(Configuration(server.url, access_token="...", account=account)) as client:
        orders = OrdersApi(client).bound()

        def placed(po: str, **more: Any) -> str:
            lines = [{"ingramPartNumber": part, "quantity": 2} for part in ("DF4128", "YN6231")]
            answer = orders.post_createorder_v6({"customerOrderNumber": po, "lines": lines, **more})
            return str((answer.orders or [])[0].ingram_order_number)

        hold = [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]
        to_cancel, to_modify = (placed(po, additionalAttributes=hold) for po in ("HOLD-1", "HOLD-2"))
        shipped = placed("SHIPPED-1")
        sandbox.ship(shipped)
        sandbox.invoice(shipped)
        invoice = f"{shipped}-11"
        day = sandbox.invoices.get(invoice.replace("-", "")).day.isoformat()
        entry = returned(invoice, day, referenceNumber="RET-0")
        filed = ReturnsApi(client).bound().post_returnscreate({"list": [entry]})
        case = str((filed.returns_claims or [])[0].case_request_number)
    return {
        "20-RD3QV-11": invoice,
        "20-RB417-21": f"{shipped}-21",
        '"invoiceDate": "2026-05-13"': f'"invoiceDate": "{day}"',
        "20-RD128": to_cancel,
        "20-RC1RD": to_modify,
        "20-RD3QV": shipped,
        "CAS-12345-K2B7Q4-1": case,
        "QUO-20418-K7R2M5": "QUO-14551943-D2Y9L9",
        "4270815": "4410001",
        "41270093": "GRID-77120",
        '"warehouseId": "20"': '"warehouseId": "10"',
        # One of three arguments has to be given; the page shows them as comments.
        "# vendor_part_number='NB-14-256'": "vendor_part_number='AC-DOCK90'",
    }
