"""Runs the examples of a page of docs against a sandbox that the variables of this process lead to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from xi.sdk.resellers.ordering import Settings
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer
from xi.sdk.resellers.testing import TOKEN

sys.path.append(str(Path(__file__).parents[1] / "typing"))
from guides_kit import blocks

_VARIABLES = {
    "XI_ACCESS_TOKEN": TOKEN,
    "XI_CUSTOMER_NUMBER": "20-222222",
    "XI_COUNTRY_CODE": "US",
    "XI_APPLICATION_ID": "shop",
    "XI_CUSTOMER_CONTACT": "ann@shop.example",
}


@dataclass
class Page:
    """The examples of a page, and the names that they share."""

    blocks: list[str]
    server: SandboxServer
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "shown"})

    def run_all(self) -> None:
        """Run all examples, in their order; a desk has short times."""
        self.names["SHORT"] = Settings(deadline=2.0, lease=3.0, quiet=0.3, looks=(0.05, 0.15, 0.3), patience=2.0)
        for each in self.blocks:
            text = each.replace('orders.db")', 'orders.db", settings=SHORT)')
            exec(compile(text, "an example", "exec"), self.names)


@contextmanager
def page(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """Yield a page, and a sandbox for it."""
    with SandboxServer(Sandbox(seed=1, access_tokens={TOKEN})) as server:
        for variable, value in (_VARIABLES | {"XI_ENVIRONMENT": server.url}).items():
            monkeypatch.setenv(variable, value)
        yield Page(blocks(name), server)
