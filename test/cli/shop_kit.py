"""A user whose ledger has orders in several states, for commands that only read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from cli_kit import Cli

from xi.sdk.resellers.ordering import OrderDesk, Record, Settings
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.testing import TOKEN

ODD_PO = "A [red]:smile: 2"
SHORT = Settings(deadline=5.0, lease=9.0, quiet=0.2, looks=(0.05, 0.1, 0.2), patience=2.0)


def order(po: str, *parts: str, **more: Any) -> dict[str, Any]:
    """Return an order of one line for each part."""
    lines = [
        {"customerLineNumber": str(number), "ingramPartNumber": part, "quantity": number}
        for number, part in enumerate(parts or ("DF4128",), start=1)
    ]
    return {"customerOrderNumber": po, "lines": lines, **more}


@dataclass
class Shop:
    """What stands in the ledger."""

    cli: Cli
    server: SandboxServer
    desk: OrderDesk
    placed: Record
    planned: Record
    held: Record
    rejected: Record


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Yield a ledger with an order that is placed, one that is held, one that is rejected, and one that is planned."""
    with SandboxServer(Sandbox(access_tokens={TOKEN}, policy=Policy())) as server:
        cli = Cli(tmp_path_factory.mktemp("shop"), server, {"XI_ACCESS_TOKEN": TOKEN})
        cli.configure()
        desk = cli.desk(settings=SHORT, by="ann")
        placed = desk.place(order("PO-1", "DF4128", "YN6231"), wait=60, batch="monday", source=("m.csv", "2-3"))
        server.sandbox.faults.add("drop_before", "create_v6")
        twice = {"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}
        held = desk.place(order("PO-3", additionalAttributes=[twice]), reuse="lost", wait=60, ref={"sap": "4711"})
        rejected = desk.place(order("PO-4", "NO-SUCH"), wait=60, batch="monday")
        planned = desk.plan(order(ODD_PO), batch="tuesday", source=("t.csv", "9"), ref={"sap": "4712"})
        yield Shop(cli, server, desk, placed, planned, held, rejected)
        desk.ledger.close()


@pytest.fixture
def without_credentials(shop: Shop) -> Cli:
    """Return the same user on a machine without the secret."""
    return Cli(shop.cli.home, shop.server, {})
