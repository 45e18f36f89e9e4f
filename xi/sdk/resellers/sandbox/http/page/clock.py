"""The clock. Move it, and holds and tokens expire without waiting."""

from collections.abc import Mapping
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.page._section import Form, Section, number
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

_SECONDS: Final = {"days": 86_400, "hours": 3_600, "minutes": 60}


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:  # noqa: ARG001 - as all views
    return {"policy": sandbox.policy}


def _move(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    given = {unit: form[unit].strip() for unit in _SECONDS if form.get(unit, "").strip()}
    if not given:
        raise ValueError("give days, hours or minutes; a minus moves the clock back")
    sandbox.clock.advance(seconds=sum(number(unit, text, float) * _SECONDS[unit] for unit, text in given.items()))
    sandbox.settle()


def _reset(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    sandbox.clock.reset()


SECTION = Section(
    title="Clock",
    link="/clock",
    views={"/clock": ("clock.html", _show)},
    actions={"/clock": _move, "/clock/reset": _reset},
)
