"""rich and Python show no secret of a failed call, also in the variables of its frames."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from failing_kit import (
    CLIENT_SECRET,
    TOKEN,
    Case,
    each_case,
    each_refusal,
    error_of,
    failed,
    secrets_in,
    traceback_text,
)
from rich import traceback


def rich_text(error: BaseException) -> str:
    """Return everything that rich reads from an error, unshortened. Rendering it would take long."""
    trace = traceback.Traceback.extract(
        type(error),
        error,
        error.__traceback__,
        show_locals=True,
        locals_max_length=None,
        locals_max_string=None,
        locals_hide_dunder=False,
        locals_hide_sunder=False,
    )
    variables = [
        f"{name} = {node}"
        for stack in trace.stacks
        for frame in stack.frames
        for name, node in (frame.locals or {}).items()
    ]
    assert variables
    return "\n".join([repr(trace), *variables])


@each_case()
def test_rich_and_python_show_no_secret_of_a_failed_call(case: Case, kind: str) -> None:
    error = failed(case, kind)
    text = rich_text(error)
    assert type(error).__name__ in text
    assert secrets_in(text) == []
    assert secrets_in(traceback_text(error)) == []


@each_refusal()
def test_rich_and_python_show_no_secret_of_settings_that_are_refused(refused: Callable[[], object]) -> None:
    error = error_of(refused)
    assert secrets_in(rich_text(error)) == []
    assert secrets_in(traceback_text(error)) == []


def test_the_search_for_secrets_finds_them() -> None:
    def fail(given: str) -> None:
        raise LookupError(given[:0])

    for secret in (TOKEN, CLIENT_SECRET):
        with pytest.raises(LookupError) as caught:
            fail(secret)
        assert secrets_in(rich_text(caught.value))
        assert secrets_in(traceback_text(caught.value))
