"""Test programs that use this package: a transport that answers from a script, and a receiver of webhooks.

A script replaces the server and needs no socket. A test that depends on stored orders should use the sandbox instead.
`docs/testing.md` shows both, and the fixtures for pytest.
"""

from __future__ import annotations

from typing import Final

from xi.sdk.resellers._core.messages import NotSent, Unanswered
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.testing.receiver import ReceivedWebhook, WebhookReceiver
from xi.sdk.resellers.testing.script import (
    Answer,
    AsyncScriptedTransport,
    ExpectationError,
    ScriptedTransport,
    SentRequest,
    Step,
)

__all__ = [
    "AT_ONCE",
    "TOKEN",
    "Answer",
    "AsyncScriptedTransport",
    "ExpectationError",
    "NotSent",
    "ReceivedWebhook",
    "ScriptedTransport",
    "SentRequest",
    "Step",
    "Unanswered",
    "WebhookReceiver",
]

AT_ONCE: Final = RetryPolicy(base=0, wait_cap=0, quota_window=0)
"""A policy with the default number of attempts and no waits between them."""

TOKEN: Final = "sandbox-token"  # noqa: S105 - only sandboxes that are set up with it accept it
"""The bearer token of the pytest fixtures. In the sandbox of `xi_sandbox` it never expires."""
