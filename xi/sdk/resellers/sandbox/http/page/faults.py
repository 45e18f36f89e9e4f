"""Faults: what will go wrong, and for which calls."""

from collections.abc import Mapping
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.guard import small_number
from xi.sdk.resellers.sandbox.http.page._section import Form, Section, number
from xi.sdk.resellers.sandbox.state.faults import LONGEST_S, OPERATIONS, FaultKind
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

EFFECTS: Final[Mapping[FaultKind, str]] = {
    FaultKind.DROP_AFTER: "acted on, then the connection breaks",
    FaultKind.DROP_BEFORE: "the connection breaks, not acted on",
    FaultKind.ACT_LATE: "the connection breaks, acted on later",
    FaultKind.EMPTY_CREATED: "acted on, a success is answered with 201 and an empty object",
    FaultKind.DELAY: "acted on and answered after a while",
    FaultKind.DRIP: "acted on, the answer comes a byte at a time",
    FaultKind.HALF: "acted on, half of the answer comes, then the connection breaks",
    FaultKind.TOO_MANY: "quota used up, not acted on",
    FaultKind.ERROR_500: "server error, not acted on",
    FaultKind.ERROR_500_AFTER: "acted on, but answered with a server error",
    FaultKind.PAGE_502: "a gateway's HTML page, not acted on",
    FaultKind.ERROR_503: "not available, not acted on",
    FaultKind.WRONG_TYPES: "acted on, the answer has wrong types",
    FaultKind.TOKEN_REVOKED: "all tokens end, this call is answered 401",
    FaultKind.REFUSE: "a new connection is closed at once",
}
TIMED: Final = frozenset({FaultKind.DELAY, FaultKind.DRIP, FaultKind.ACT_LATE})
"""The kinds that use `seconds`."""


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:  # noqa: ARG001 - as all views
    return {
        "faults": sandbox.faults.waiting(),
        "effects": EFFECTS,
        "timed": TIMED,
        "operations": OPERATIONS,
        "longest": f"{LONGEST_S:g}",
    }


def _add(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    times = form.get("times", "1").strip()
    sandbox.faults.add(
        form.get("kind", ""),
        form.get("operation", "*"),
        times=number("times", times, int) if times else None,
        probability=number("probability", form.get("probability", "1"), float),
        seconds=number("seconds", form.get("seconds", "1"), float),
    )


def _clear(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    sandbox.faults.clear()


def _remove(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    sandbox.faults.remove(small_number(request))


SECTION = Section(
    title="Faults",
    link="/faults",
    views={"/faults": ("faults.html", _show)},
    actions={"/faults": _add, "/faults/clear": _clear, "/faults/{number}/remove": _remove},
    count=lambda sandbox: len(sandbox.faults.waiting()),
)
