"""What rich and Python itself show of a failed call, the variables of every frame included, holds no secret."""

from __future__ import annotations

import pytest
from failing_kit import CLIENT_SECRET, TOKEN, Case, each_case, failed, secrets_in, told_by_traceback
from rich import traceback


def told_by_rich(error: BaseException) -> str:
    """Return what rich takes up of an error, nothing shortened and nothing left out; to paint it would take long."""
    taken = traceback.Traceback.extract(
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
        for stack in taken.stacks
        for frame in stack.frames
        for name, node in (frame.locals or {}).items()
    ]
    assert variables
    return "\n".join([repr(taken), *variables])


@each_case()
def test_rich_and_python_show_no_secret_of_a_failed_call(case: Case, kind: str) -> None:
    error = failed(case, kind)
    shown = told_by_rich(error)
    assert type(error).__name__ in shown
    assert secrets_in(shown) == []
    assert secrets_in(told_by_traceback(error)) == []


def test_what_looks_for_secrets_finds_them() -> None:
    def fail(given: str) -> None:
        raise LookupError(given[:0])

    for secret in (TOKEN, CLIENT_SECRET):
        with pytest.raises(LookupError) as caught:
            fail(secret)
        assert secrets_in(told_by_rich(caught.value))
        assert secrets_in(told_by_traceback(caught.value))
