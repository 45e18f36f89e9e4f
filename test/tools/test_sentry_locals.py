"""Sentry sends no secret of a failed call, also in the variables of its frames."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import sentry_sdk
from failing_kit import CLIENT_SECRET, TOKEN, Case, each_case, each_refusal, error_of, failed, secrets_in
from sentry_sdk import scrubber, transport


class RecordingTransport(transport.Transport):
    """Records events instead of sending them."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Any] = []

    def capture_envelope(self, envelope: Any) -> None:
        self.sent += [json.loads(item.get_bytes()) for item in envelope.items]


def sentry_text(error: BaseException) -> str:
    """Return the event for an error with the most data that Sentry can send: nothing is hidden by name."""
    recorder = RecordingTransport()
    client = sentry_sdk.Client(
        dsn="https://key@sentry.invalid/1",
        transport=recorder,
        default_integrations=False,
        max_value_length=100_000,
        event_scrubber=scrubber.EventScrubber(denylist=[], pii_denylist=[]),
    )
    with sentry_sdk.isolation_scope() as scope:
        scope.set_client(client)
        sentry_sdk.capture_exception(error)
    (event,) = recorder.sent
    return json.dumps(event)


@each_case()
def test_sentry_sends_no_secret_of_a_failed_call(case: Case, kind: str) -> None:
    error = failed(case, kind)
    event = sentry_text(error)
    assert '"vars"' in event
    assert type(error).__name__ in event
    assert secrets_in(event) == []


@each_refusal()
def test_sentry_sends_no_secret_of_settings_that_are_refused(refused: Callable[[], object]) -> None:
    assert secrets_in(sentry_text(error_of(refused))) == []


def test_the_search_for_secrets_finds_them() -> None:
    def fail(given: str) -> None:
        raise LookupError(given[:0])

    for secret in (TOKEN, CLIENT_SECRET):
        with pytest.raises(LookupError) as caught:
            fail(secret)
        assert secrets_in(sentry_text(caught.value))
