"""Fixtures for pytest, which finds this module by its entry point; docs/testing.md shows them.

Every pytest run on a machine with this package loads it, so it imports nothing but pytest until a fixture is used. It
is no part of `xi.sdk`: in a project that has a package `xi` of its own that would not be found, and pytest end there.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xi.sdk.resellers import ApiClient, BoundOrdersApi, Configuration
    from xi.sdk.resellers.sandbox import SandboxServer
    from xi.sdk.resellers.sandbox.state.faults import Faults
    from xi.sdk.resellers.testing import WebhookReceiver

_WEBHOOK_PAUSE_S = 0.02
_SETTLING_S = 5.0


def _why(error: ImportError) -> str:
    if error.name not in ("xi.sdk", "xi.sdk.resellers"):
        return str(error)
    where = getattr(sys.modules.get("xi"), "__file__", None) or "xi"
    return f"{where} hides the package xi.sdk.resellers: rename it, or run pytest where it cannot be imported"


@pytest.fixture
def xi_sandbox() -> Iterator[SandboxServer]:
    """A running sandbox without orders, on a free port: `xi_sandbox.url` is its root, `xi_sandbox.sandbox` its state.

    It takes the token `xi.sdk.resellers.testing.TOKEN` for ever, and tries failed webhooks again without long pauses.
    """
    try:
        from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer  # noqa: PLC0415 - see the module
    except ImportError as error:
        # Not skipped: a test that silently stops running guards nothing.
        pytest.fail(f"xi_sandbox cannot start. {_why(error)}", pytrace=False)
    from xi.sdk.resellers.testing import TOKEN  # noqa: PLC0415 - see the module

    with SandboxServer(Sandbox(access_tokens={TOKEN}, policy=Policy(webhook_pause=_WEBHOOK_PAUSE_S))) as server:
        yield server
    # Receivers of the test's own are told no more either.
    server.sandbox.hooks.close(wait=_SETTLING_S)


@pytest.fixture
def xi_configuration(xi_sandbox: SandboxServer) -> Configuration:
    """A Configuration for the sandbox: its URL, its token, a US account, and attempts that do not wait in between."""
    from xi.sdk.resellers import Account, Configuration  # noqa: PLC0415 - see the module
    from xi.sdk.resellers.testing import AT_ONCE, TOKEN  # noqa: PLC0415 - see the module

    account = Account("20-222222", "US")
    return Configuration(host=xi_sandbox.url, access_token=TOKEN, account=account, retry=AT_ONCE)


@pytest.fixture
def xi_client(xi_configuration: Configuration) -> Iterator[ApiClient]:
    """An ApiClient for the sandbox, closed when the test is over."""
    from xi.sdk.resellers import ApiClient  # noqa: PLC0415 - see the module

    with ApiClient(xi_configuration) as client:
        yield client


@pytest.fixture
def xi_orders(xi_client: ApiClient) -> BoundOrdersApi:
    """The orders API of the sandbox, bound to the account of `xi_configuration`."""
    from xi.sdk.resellers import OrdersApi  # noqa: PLC0415 - see the module

    return OrdersApi(xi_client).bound()


@pytest.fixture
def xi_faults(xi_sandbox: SandboxServer) -> Faults:
    """What is to go wrong in the sandbox: `xi_faults.add("drop_after", "create_v6")`."""
    return xi_sandbox.sandbox.faults


@pytest.fixture
def xi_webhooks(xi_sandbox: SandboxServer) -> Iterator[WebhookReceiver]:
    """A running WebhookReceiver that the sandbox tells what happens to orders."""
    from xi.sdk.resellers.testing import WebhookReceiver  # noqa: PLC0415 - see the module

    hooks = xi_sandbox.sandbox.hooks
    with WebhookReceiver() as receiver:
        hook = hooks.add(receiver.url, receiver.secret)
        yield receiver
        # What is still on its way must not reach a later test, whose receiver may get the same port.
        receiver.answer_next()
        hooks.settled(_SETTLING_S)
        hooks.remove(hook.number)
