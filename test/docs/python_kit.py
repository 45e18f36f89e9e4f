"""Runs the Python of a page against a sandbox, in one process: its blocks in their order, with shared names."""

from __future__ import annotations

import asyncio
import inspect
import re
from collections.abc import Sequence
from typing import Any

from blocks_kit import Block

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


def pointed_to(text: str, server: SandboxServer, numbers: dict[str, str]) -> str:
    """Return a program that calls a sandbox, and the orders in it, where the page has others."""
    text = re.sub(r'"https://api\.ingrammicro\.com:443(?:/sandbox)?"', f'"{server.url}"', text)
    text = text.replace("http://127.0.0.1:8099", server.url)
    text = re.sub(r'Configuration\((access_token="[^"]*")\)', rf'Configuration(\1, host="{server.url}")', text)
    for shown, there in numbers.items():
        text = text.replace(shown, there)
    return text


def run(blocks: Sequence[Block], server: SandboxServer, numbers: dict[str, str]) -> dict[str, Any]:
    """Run blocks, in their order, and each new test or main program that needs no arguments; return the names.

    Args:
        blocks: the blocks of one page.
        server: the sandbox.
        numbers: numbers of the page, and what they are in the sandbox.
    """
    names: dict[str, Any] = {"__name__": "shown"}
    for each in blocks:
        before = dict(names)
        # Empty lines before it let an error name the line of the page.
        code = "\n" * each.line + pointed_to(each.text, server, numbers)
        exec(compile(code, each.page, "exec"), names)
        for name, value in list(names.items()):
            is_new = value is not before.get(name) and inspect.isfunction(value) and value.__module__ == "shown"
            if is_new and (name == "main" or name.startswith("test_")) and not inspect.signature(value).parameters:
                result = value()
                if inspect.iscoroutine(result):
                    asyncio.run(result)
    return names
