"""A desk on a real sandbox, with short times; and what the sandbox says about it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from xi.sdk.resellers import Account, ApiClient, BoundOrdersApi, Configuration, OrdersApi, models
from xi.sdk.resellers.ordering import Fault, Ledger, LedgerError, OrderDesk, Settings
from xi.sdk.resellers.ordering._clock import passed
from xi.sdk.resellers.ordering.ledger import Transaction
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.testing import AT_ONCE, TOKEN

SHORT = Settings(
    deadline=20.0,
    lease=30.0,
    quiet=0.3,
    looks=(0.05, 0.15, 0.3),
    patience=2.0,
    breaker=5,
    breaker_pause=0.2,
    breaker_longest=0.8,
    recheck=0.2,
)
"""Settings whose waits a test can afford. A request has time also on a machine that is busy for seconds; a test of the
end of a lease moves the clock of its ledger."""
ACCOUNT = Account("20-222222", "US")
PARTS = ("DF4128", "YN6231", "2GZ200", "TSXML1")


def order(po: str, *quantities: int, **more: Any) -> models.OrderCreateRequest:
    """Return a v6 order of one line for each quantity."""
    lines = [
        {"customerLineNumber": str(number), "ingramPartNumber": part, "quantity": quantity}
        for number, (part, quantity) in enumerate(zip(PARTS, quantities or (1,), strict=False), start=1)
    ]
    return models.OrderCreateRequest.from_dict({"customerOrderNumber": po, "lines": lines, **more})


@contextmanager
def sandbox(*, port: int = 0, **policy: Any) -> Iterator[SandboxServer]:
    """Yield a running sandbox."""
    with SandboxServer(Sandbox(access_tokens={TOKEN}, policy=Policy(**policy)), port=port) as server:
        yield server


@contextmanager
def bound(server: SandboxServer, account: Account = ACCOUNT) -> Iterator[BoundOrdersApi]:
    """Yield the API of a sandbox, bound to an account."""
    configuration = Configuration(host=server.url, access_token=TOKEN, account=account, retry=AT_ONCE)
    with ApiClient(configuration) as client:
        yield OrdersApi(client).bound()


def ledger_url(folder: Path) -> str:
    """Return the URL of a ledger in a file."""
    return f"sqlite:///{folder / 'orders.db'}"


def desk_of(api: BoundOrdersApi, folder: Path, **options: Any) -> OrderDesk:
    """Return a desk with short times."""
    return OrderDesk(api, **({"ledger": ledger_url(folder), "settings": SHORT} | options))


def creates(server: SandboxServer) -> list[str]:
    """Return the POs that were POSTed, in order."""
    bodies = [each.sent for each in server.sandbox.exchanges if each.operation in ("create_v6", "create_v7")]
    return [json.loads(each)["customerOrderNumber"] for each in bodies]


class Clock:
    """The time of the machine, and what a test adds to it."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


class Frozen(Ledger):
    """A ledger after whose clock was read the process is stopped for some seconds, which pass at once."""

    seconds = 0.0
    _stopped_for = 0.0

    def passed(self) -> float:
        """The other clock of a process that was stopped."""
        return passed() + self._stopped_for

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Begin a transaction, and stop for a time."""
        with super().transaction() as tx:
            self._stopped_for += self.seconds
            yield tx


def away_when_set(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Return an event; while it is set, the database of every ledger is away for those who write."""
    real = Ledger.transaction
    is_away = threading.Event()

    def transaction(self: Ledger) -> Any:
        if is_away.is_set():
            raise LedgerError("the database does not answer", Fault.AWAY)
        return real(self)

    monkeypatch.setattr(Ledger, "transaction", transaction)
    return is_away


CREATE = "post_createorder_v6_with_http_info"


class Spy:
    """Passes calls of the API on, and keeps what it was asked.

    Args:
        api: the API.
        at: what is noted before each call.
        instead: what is done after a call of a method, by its name.
    """

    def __init__(self, api: Any, at: Callable[[], Any] = lambda: None, **instead: Callable[[Any], Any]) -> None:
        self._api = api
        self._at = at
        self._instead = instead
        self.before: list[Any] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Any:
        def call(**arguments: Any) -> Any:
            self.before.append(self._at())
            self.calls.append((name, arguments))
            answer = getattr(self._api, name)(**arguments)
            return self._instead[name](answer) if name in self._instead else answer

        return call


def spied(desk: OrderDesk, at: Callable[[], Any] = lambda: None, **instead: Callable[[Any], Any]) -> Spy:
    """Return what a desk asks of the API from now on."""
    spy = Spy(desk.orders, at, **instead)
    desk.orders = spy
    return spy
