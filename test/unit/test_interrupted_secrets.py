"""Wherever Ctrl-C comes while secrets are looked at, no variable of a frame of the exception shows one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from inspect import CO_GENERATOR
from traceback import TracebackException
from types import FrameType
from typing import Any

import pytest
from unit_kit import answer, call_of

from xi.sdk.resellers._core import redact
from xi.sdk.resellers._core.exchange import Runtime
from xi.sdk.resellers._core.messages import FinalResponse
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers._core.redact import Sealed

SECRET = Sealed("tok-0123%42456789")
ECHOED = answer(400, {"message": f"not {SECRET.open()} nor \\u0074{SECRET.open()[1:]}"}, X_Said=SECRET.open())
GRANTED = FinalResponse(answer(200, {"access_token": SECRET.open(), "expires_in": "86399"}), 1)
RUNTIME = Runtime(lambda: 0.0, lambda: 0.0, lambda: 0.5)


def granted() -> None:
    parse(call_of("get_accesstoken"), GRANTED, RUNTIME)


ACTS: dict[str, Callable[[], Any]] = {
    "a secret is hidden in an answer": lambda: ECHOED.without((SECRET,)),
    "a granted token is hidden": GRANTED.response.without_tokens,
    "a granted token is read": granted,
}


def interrupted(act: Callable[[], Any], after: int) -> KeyboardInterrupt | None:
    """Return the interrupt of something after so many calls and lines; None if it was done before."""
    left = after

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal left
        if frame.f_code.co_flags & CO_GENERATOR:
            return None  # one that is dropped is closed, and Python only reports what is raised in it then
        if frame.f_globals.get("__name__", "").startswith("xi.") and event in ("call", "line"):
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    except KeyboardInterrupt as error:
        return error
    finally:
        sys.settrace(before)
    return None


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_no_frame_shows_a_secret_wherever_the_interrupt_comes(act: Callable[[], Any]) -> None:
    act()  # what is imported and made once, an interrupt may break for the tests behind this one
    shown: set[str] = set()
    after = 0
    while True:
        for each in (redact._pattern, redact._steps, redact._spelled_out_too):
            each.cache_clear()
        error = interrupted(act, after)
        if error is None:
            break
        told = TracebackException.from_exception(error, capture_locals=True)
        for frame in told.stack:
            shown |= {
                f"{frame.name}:{frame.lineno} {name}" for name, held in (frame.locals or {}).items() if seen(held)
            }
        after += 1
    assert after > 20
    assert shown == set()


def seen(held: str) -> bool:
    return SECRET.open() in held or SECRET.open()[4:] in held
