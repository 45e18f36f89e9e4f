"""What is public stays: each name, signature, option, route and fixture stands in a committed snapshot."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import is_dataclass
from typing import get_type_hints

from surface_kit import SNAPSHOT, public_lines

import xi.sdk.resellers


def test_what_is_public_is_what_was_committed() -> None:
    """A line that is gone breaks its users; a new one is a promise. Either is written down on purpose or not at all."""
    committed = SNAPSHOT.read_text(encoding="utf-8").splitlines()
    now = public_lines()
    gone = [f"- {line}" for line in committed if line not in set(now)]
    new = [f"+ {line}" for line in now if line not in set(committed)]
    assert not gone + new, "python test/surface/surface_kit.py writes the snapshot anew:\n" + "\n".join(gone + new)


def test_the_snapshot_is_whole() -> None:
    """An emptied file, or a reader that finds nothing, would let the other test pass."""
    committed = SNAPSHOT.read_text(encoding="utf-8")
    for line in (
        "xi.sdk.resellers.api.orders_api.OrdersApi.post_createorder_v6(",
        "xi.sdk.resellers.models.order_create_request.OrderCreateRequest.customer_order_number: ",
        "xi.sdk.resellers.sandbox.Sandbox.ship(",
        "xi.sdk.resellers.exceptions.UnansweredException(TransportException)",
        "command: xi-orders sandbox --port = 8099",
        "control API: POST /_sandbox/faults",
        "pytest fixture: xi_sandbox(",
        "log field of a call in doubt: correlation_id",
    ):
        assert f"\n{line}" in f"\n{committed}", line


def test_the_types_of_what_is_returned_can_be_resolved() -> None:
    """Serialisers and web frameworks ask for them while the program runs."""
    names = [each.name for each in pkgutil.walk_packages(xi.sdk.resellers.__path__, "xi.sdk.resellers.")]
    modules = [importlib.import_module(each) for each in names if "._" not in each and ".cli" not in each]
    public = [getattr(each, name) for each in modules for name in getattr(each, "__all__", ())]
    values = {each for each in public if isinstance(each, type) and is_dataclass(each)}
    assert len(values) > 50
    for each in values:
        assert get_type_hints(each), each
