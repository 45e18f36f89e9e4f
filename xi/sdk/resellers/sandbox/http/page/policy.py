"""The settings of the policy that can be changed while the sandbox runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.page._section import Form, Section, number
from xi.sdk.resellers.sandbox.state.policy import SWITCHES, TIMES, plain_settings, setting
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


@dataclass(frozen=True, slots=True)
class Field:
    """What the page says about a setting.

    Args:
        label: The label of its field.
        meaning: What it means.
    """

    label: str
    meaning: str


FIELDS: Final[Mapping[str, Field]] = {
    "search_lag": Field("Search lag, seconds", "searches do not show orders that were placed less long ago"),
    "duplicate_check_lag": Field("Check lag, seconds", "the check does not see orders that were placed less long ago"),
    "duplicate_check_window": Field(
        "Check window, seconds", "the check sees only orders that were placed less long ago; if empty, it sees all"
    ),
    "duplicate_check": Field("Duplicate check", "a create with a PO that was used before is refused"),
    "duplicate_check_after_stock": Field("Check after stock", "what is wrong with lines is told before a duplicate"),
    "duplicate_check_forgets_cancelled": Field("Forget cancelled", "the check does not see cancelled orders"),
}
_WORDS: Final[Mapping[str, bool]] = {"yes": True, "no": False}


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:  # noqa: ARG001 - as all views
    values = plain_settings(sandbox.policy)
    return {"fields": FIELDS, "times": {name: _shown(values[name]) for name in TIMES}, "switches": values}


def _shown(seconds: float | None) -> str:
    # Without rounding, since what is shown is sent with the next change.
    return "" if seconds is None else f"{seconds:.6f}".rstrip("0").rstrip(".")


def _change(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    times = {name: form[name].strip() for name in TIMES if name in form}
    words = {name: form[name] for name in SWITCHES if name in form}
    plain: dict[str, object] = {name: number(name, given, float) if given else None for name, given in times.items()}
    plain |= {name: _WORDS.get(given, given) for name, given in words.items()}
    sandbox.change_policy(**{name: setting(name, given) for name, given in plain.items()})


SECTION = Section(
    title="Policy",
    link="/policy",
    views={"/policy": ("policy.html", _show)},
    actions={"/policy": _change},
)
