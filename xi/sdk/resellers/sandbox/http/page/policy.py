"""The settings of the policy that can be changed while the sandbox runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.page._section import Form, Section, number
from xi.sdk.resellers.sandbox.state.policy import FAMILIES, SWITCHES, TIMES, plain_settings, setting
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
    "short_catalogue_pages": Field("Short pages", "a page of the catalogue has half of the products asked for"),
    "moving_catalogue_counts": Field("Moving counts", "the number of products found changes from call to call"),
    "price_limit": Field("Price limit", "more than 50 products in a question for prices are refused"),
    "shuffled_prices": Field("Shuffled prices", "prices are answered in another order than asked for"),
}
_WORDS: Final[Mapping[str, bool]] = {"yes": True, "no": False}


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:  # noqa: ARG001 - as all views
    policy = sandbox.policy
    return {
        "fields": FIELDS,
        "times": {name: _shown(getattr(policy, name)) for name in TIMES},
        "switches": plain_settings(policy),
        "families": {name: name not in policy.unapproved for name in FAMILIES},
    }


def _shown(span: timedelta | None) -> str:
    # Without rounding, since what is shown is sent with the next change.
    return "" if span is None else f"{span.total_seconds():.6f}".rstrip("0").rstrip(".")


def _change(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    times = {name: form[name].strip() for name in TIMES if name in form}
    words = {name: form[name] for name in SWITCHES if name in form}
    plain: dict[str, object] = {name: number(name, given, float) if given else None for name, given in times.items()}
    plain |= {name: _WORDS.get(given, given) for name, given in words.items()}
    sandbox.change_policy(**{name: setting(name, given) for name, given in plain.items()})


def _approve(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    wrong = next((name for name, given in form.items() if name in FAMILIES and given not in _WORDS), None)
    if wrong is not None:
        raise ValueError(f"{wrong} is {form[wrong]!r}; it should be yes or no")
    before = sandbox.policy.unapproved  # a family that the form leaves out stays as it is
    refused = {name for name in FAMILIES if form.get(name, "no" if name in before else "yes") == "no"}
    sandbox.change_policy(unapproved=frozenset(refused))


SECTION = Section(
    title="Policy",
    link="/policy",
    views={"/policy": ("policy.html", _show)},
    actions={"/policy": _change, "/policy/approvals": _approve},
)
