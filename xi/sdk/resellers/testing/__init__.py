"""For the tests of programs that use this package: answers from a script, and a receiver of webhooks.

A script stands in for the server without a socket; `docs/testing.md` shows it, and the fixtures that pytest gets with
this package. Where a test is about orders the sandbox says more than a script, since it keeps them.
"""

from __future__ import annotations

from typing import Final

from xi.sdk.resellers._core.messages import NotSent, Unanswered
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.testing.expecting import ExpectationError
from xi.sdk.resellers.testing.receiver import ReceivedWebhook, WebhookReceiver
from xi.sdk.resellers.testing.script import Answer, AsyncScriptedTransport, ScriptedTransport, SentRequest, Step

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
"""Tries as often as the default, without waiting in between."""

TOKEN: Final = "sandbox-token"  # noqa: S105 - good in a sandbox that is told so, and nowhere else
"""The bearer token of the pytest fixtures; the sandbox of `xi_sandbox` takes it for ever."""
