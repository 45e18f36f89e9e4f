"""Fixtures for pytest; docs/testing.md shows them. Pytest finds this module by its entry point.

Every pytest run in an environment with this package loads the module, so it imports only pytest until a fixture is
used. It is outside the package `xi.sdk`: in a project with its own package `xi`, pytest could not import it from there,
and would stop.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from xi.sdk.resellers import ApiClient, BoundOrdersApi, Configuration
    from xi.sdk.resellers.ordering import OrderDesk
    from xi.sdk.resellers.sandbox import Faults, SandboxServer
    from xi.sdk.resellers.testing import WebhookReceiver

_WEBHOOK_PAUSE_S = 0.02
_SETTLE_TIMEOUT_S = 5.0


def _reason(error: ImportError) -> str:
    if error.name not in ("xi.sdk", "xi.sdk.resellers"):
        return str(error)
    where = getattr(sys.modules.get("xi"), "__file__", None) or "xi"
    return (
        f"{where} hides the package xi.sdk.resellers: rename it, or run pytest in a folder where it is not importable"
    )


@pytest.fixture
def xi_sandbox() -> Iterator[SandboxServer]:
    """A running sandbox without orders, on a free port: `xi_sandbox.url` is its URL, `xi_sandbox.sandbox` its state.

    The token `xi.sdk.resellers.testing.TOKEN` never expires in it. Failed webhooks are sent again after short pauses.
    """
    try:
        from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer  # noqa: PLC0415 - see the module
    except ImportError as error:
        # A failure, not a skip: nobody would notice that the test no longer runs.
        pytest.fail(f"xi_sandbox cannot start. {_reason(error)}", pytrace=False)
    from xi.sdk.resellers.testing import TOKEN  # noqa: PLC0415 - see the module

    with SandboxServer(Sandbox(access_tokens={TOKEN}, policy=Policy(webhook_pause=_WEBHOOK_PAUSE_S))) as server:
        yield server
    # Stops webhooks to receivers that the test has registered itself.
    server.sandbox.hooks.close(wait=_SETTLE_TIMEOUT_S)


@pytest.fixture
def xi_configuration(xi_sandbox: SandboxServer) -> Configuration:
    """A Configuration for the sandbox: its URL, its token, a US account, and no waits between attempts."""
    from xi.sdk.resellers import Account, Configuration  # noqa: PLC0415 - see the module
    from xi.sdk.resellers.testing import AT_ONCE, TOKEN  # noqa: PLC0415 - see the module

    account = Account("20-222222", "US")
    return Configuration(host=xi_sandbox.url, access_token=TOKEN, account=account, retry=AT_ONCE)


@pytest.fixture
def xi_client(xi_configuration: Configuration) -> Iterator[ApiClient]:
    """An ApiClient for the sandbox, closed after the test."""
    from xi.sdk.resellers import ApiClient  # noqa: PLC0415 - see the module

    with ApiClient(xi_configuration) as client:
        yield client


@pytest.fixture
def xi_orders(xi_client: ApiClient) -> BoundOrdersApi:
    """The orders API of the sandbox, bound to the account of `xi_configuration`."""
    from xi.sdk.resellers import OrdersApi  # noqa: PLC0415 - see the module

    return OrdersApi(xi_client).bound()


@pytest.fixture
def xi_desk(xi_orders: BoundOrdersApi, tmp_path: Path) -> Iterator[OrderDesk]:
    """An OrderDesk on the sandbox, with a new ledger in `tmp_path`. Its waits are parts of a second, not minutes."""
    from xi.sdk.resellers.ordering import Settings  # noqa: PLC0415 - see the module

    try:
        from xi.sdk.resellers.ordering import OrderDesk  # noqa: PLC0415 - see the module
    except ImportError as error:
        pytest.fail(f"xi_desk cannot start. {_reason(error)}", pytrace=False)
    settings = Settings(
        deadline=4.0,
        lease=5.0,
        quiet=0.3,
        looks=(0.05, 0.15, 0.3),
        patience=2.0,
        breaker_pause=0.2,
        breaker_longest=0.8,
        recheck=0.2,
        record_for=2.0,
    )
    desk = OrderDesk(xi_orders, f"sqlite:///{tmp_path / 'xi-orders.db'}", settings=settings)
    yield desk
    desk.ledger.close()


@pytest.fixture
def xi_faults(xi_sandbox: SandboxServer) -> Faults:
    """The faults of the sandbox: `xi_faults.add("drop_after", "create_v6")` makes a call fail."""
    return xi_sandbox.sandbox.faults


@pytest.fixture
def xi_webhooks(xi_sandbox: SandboxServer) -> Iterator[WebhookReceiver]:
    """A running WebhookReceiver that is registered with the sandbox."""
    from xi.sdk.resellers.testing import WebhookReceiver  # noqa: PLC0415 - see the module

    hooks = xi_sandbox.sandbox.hooks
    with WebhookReceiver() as receiver:
        hook = hooks.add(receiver.url, receiver.secret)
        yield receiver
        # Pending deliveries must not reach the receiver of a later test, which may get the same port.
        receiver.answer_next()
        hooks.settled(_SETTLE_TIMEOUT_S)
        hooks.remove(hook.number)
