"""When a request may be sent again, and after how long: outcomes, caps, jitter, and what a 429 asks for."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi.sdk.resellers import RetryPolicy as PublicRetryPolicy
from xi.sdk.resellers._core.messages import Headers
from xi.sdk.resellers._core.operation import Repeat
from xi.sdk.resellers._core.retry import Outcome, RetryPolicy, asked_wait, may_repeat, outcome_of
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

NOW = 1_700_000_000.0  # 14 November 2023, 22:13:20 GMT


@pytest.fixture(params=["UTC", "Asia/Tokyo", "America/Los_Angeles"])
def _anywhere(request: pytest.FixtureRequest, in_zone: Callable[[str], None]) -> None:
    """The machine's own time zone, which must not matter."""
    in_zone(request.param)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(429, Outcome.REFUSED)]
    + [(status, Outcome.FAILED) for status in (500, 502, 503, 504)]
    + [(status, Outcome.ANSWERED) for status in (200, 201, 204, 207, 301, 302, 400, 401, 403, 404, 405, 409, 422, 501)],
)
def test_each_status_has_its_outcome(status: int, outcome: Outcome) -> None:
    assert outcome_of(status) is outcome


@pytest.mark.parametrize("repeat", Repeat)
@pytest.mark.parametrize("outcome", Outcome)
def test_a_call_that_may_be_sent_once_is_repeated_only_if_it_was_not_acted_on(repeat: Repeat, outcome: Outcome) -> None:
    always = {Outcome.NOT_SENT, Outcome.REFUSED}
    perhaps_acted_on = {Outcome.UNANSWERED, Outcome.FAILED}
    expected = outcome in always or (outcome in perhaps_acted_on and repeat is not Repeat.ONCE)
    assert may_repeat(repeat, outcome) is expected


def test_the_policy_is_a_value_under_its_public_name() -> None:
    assert PublicRetryPolicy is RetryPolicy
    assert RetryPolicy(attempts=2) == RetryPolicy(attempts=2) != RetryPolicy()
    assert len({RetryPolicy(), RetryPolicy()}) == 1
    for again in (copy.deepcopy(RetryPolicy(base=3)), pickle.loads(pickle.dumps(RetryPolicy(base=3)))):
        assert again == RetryPolicy(base=3)
    with pytest.raises(FrozenInstanceError):
        RetryPolicy().attempts = 9  # type: ignore[misc]


@pytest.mark.parametrize("attempts", [0, -1])
def test_a_policy_that_never_sends_is_refused(attempts: int) -> None:
    with pytest.raises(ValueError, match=f"attempts is {attempts}; it must be at least 1"):
        RetryPolicy(attempts=attempts)


@pytest.mark.parametrize("name", ["deadline", "wait_cap", "base", "quota_window"])
@pytest.mark.parametrize("value", [-0.001, float("nan")])
def test_a_negative_or_undefined_duration_in_a_policy_is_refused(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"{name} is {value}"):
        RetryPolicy(**{name: value})


@pytest.mark.parametrize("name", ["attempts", "deadline", "wait_cap", "base", "quota_window"])
@pytest.mark.parametrize("value", [Decimal("0.01"), Fraction(1), "2", None, True, b"2", [1]], ids=repr)
def test_a_policy_takes_no_number_that_a_clock_cannot_add(name: str, value: Any) -> None:
    with pytest.raises(
        ApiTypeError, match=f"^{name} should be (a whole number|seconds as an int or a float)"
    ) as caught:
        RetryPolicy(**{name: value})
    assert caught.value.argument == name


@pytest.mark.parametrize("attempts", [2.5, 2.0, float("nan"), float("inf")])
def test_the_attempts_of_a_policy_are_a_whole_number(attempts: Any) -> None:
    with pytest.raises(ApiTypeError, match=f"attempts should be a whole number, 1 or more, not {attempts} of float$"):
        RetryPolicy(attempts=attempts)


@pytest.mark.parametrize("name", ["deadline", "wait_cap", "base", "quota_window"])
def test_no_time_of_a_policy_is_an_int_that_is_no_float(name: str) -> None:
    with pytest.raises(ApiValueError, match=f"{name} is more than"):
        RetryPolicy(**{name: 10**400})
    assert RetryPolicy(attempts=10**400, **{name: float("inf")}).wait(1, elapsed=0, asked=1, chance=0.5) is not None


def test_a_policy_without_any_time_is_refused() -> None:
    with pytest.raises(ValueError, match="deadline is 0"):
        RetryPolicy(deadline=0)
    assert RetryPolicy(deadline=0.25).deadline == 0.25


@pytest.mark.parametrize("name", ["wait_cap", "base", "quota_window"])
def test_a_policy_may_have_no_waits(name: str) -> None:
    assert getattr(RetryPolicy(**{name: 0}), name) == 0


@pytest.mark.parametrize(
    ("attempt", "most"), [(1, 0.5), (2, 1.0), (3, 2.0), (4, 4.0), (8, 64.0), (9, 120.0), (99, 120)]
)
def test_the_wait_is_random_up_to_a_limit_that_doubles_up_to_the_cap(attempt: int, most: float) -> None:
    policy = RetryPolicy(attempts=1000, deadline=1e9)
    waits = [policy.wait(attempt, elapsed=0, asked=None, chance=chance) for chance in (0.0, 0.25, 0.5, 1.0)]
    assert waits == [0.0, most / 4, most / 2, most]


@given(
    attempt=st.integers(1, 10**6),
    chance=st.floats(0, 1),
    base=st.floats(0, 1e300),
    cap=st.floats(0, 1e6),
    asked=st.none() | st.floats(0, 1e18),
)
def test_no_wait_exceeds_the_cap(attempt: int, chance: float, base: float, cap: float, asked: float | None) -> None:
    policy = RetryPolicy(attempts=10**9, deadline=float("inf"), base=base, wait_cap=cap)
    wait = policy.wait(attempt, elapsed=0, asked=asked, chance=chance)
    assert wait is not None
    assert 0 <= wait <= cap


def test_there_is_no_wait_after_the_last_attempt() -> None:
    policy = RetryPolicy(attempts=3)
    assert policy.wait(2, elapsed=0, asked=None, chance=1) is not None
    assert policy.wait(3, elapsed=0, asked=None, chance=1) is None
    assert policy.wait(3, elapsed=0, asked=0, chance=1) is None


def test_there_is_no_wait_that_would_reach_the_deadline() -> None:
    policy = RetryPolicy(deadline=100, wait_cap=1000)
    assert policy.wait(1, elapsed=40, asked=59.9, chance=0) == 59.9
    assert policy.wait(1, elapsed=40, asked=60, chance=0) is None
    assert policy.wait(1, elapsed=100, asked=None, chance=0) is None


def test_the_wait_is_slightly_longer_than_the_server_asks_but_within_the_cap() -> None:
    policy = RetryPolicy(wait_cap=50, base=0.5)
    assert policy.wait(1, elapsed=0, asked=30, chance=0) == 30
    assert policy.wait(3, elapsed=0, asked=30, chance=0.5) == 30.25
    assert policy.wait(1, elapsed=0, asked=50, chance=1) == 50
    assert policy.wait(1, elapsed=0, asked=4000, chance=0.5) == 50


WINDOW = 61.0

RESETS = {
    "no header at all": ({}, WINDOW),
    "seconds to wait": ({"X-RateLimit-Reset": "17"}, 17),
    "a fraction of a second": ({"X-RateLimit-Reset": "0.5"}, 0.5),
    "epoch seconds": ({"X-RateLimit-Reset": "1700000042"}, 42),
    "epoch milliseconds": ({"X-RateLimit-Reset": "1700000042500"}, 42.5),
    "epoch seconds in the past": ({"X-RateLimit-Reset": "1699999999"}, WINDOW),
    "epoch milliseconds in the past": ({"X-RateLimit-Reset": "1699999999000"}, WINDOW),
    "the smallest moment": ({"X-RateLimit-Reset": "1000000000"}, WINDOW),
    "the smallest moment in milliseconds": ({"X-RateLimit-Reset": "100000000000"}, WINDOW),
    "the longest wait": ({"X-RateLimit-Reset": "999999999"}, 999999999),
    "this very moment": ({"X-RateLimit-Reset": "1700000000"}, WINDOW),
    "nothing to wait": ({"X-RateLimit-Reset": "0"}, WINDOW),
    "nonsense": ({"X-RateLimit-Reset": "soon"}, WINDOW),
    "blank": ({"X-RateLimit-Reset": ""}, WINDOW),
    "negative": ({"X-RateLimit-Reset": "-5"}, WINDOW),
    "not a number": ({"X-RateLimit-Reset": "nan"}, WINDOW),
    "endless": ({"X-RateLimit-Reset": "inf"}, WINDOW),
    "beyond a float": ({"X-RateLimit-Reset": "9" * 400}, WINDOW),
    "sent twice": ({"X-RateLimit-Reset": "17, 17"}, 17),
    "retry-after in seconds": ({"Retry-After": "9"}, 9),
    "retry-after twice": ({"Retry-After": "9, 12"}, 12),
    "retry-after twice, once nonsense": ({"Retry-After": "9, soon", "X-RateLimit-Reset": "17"}, 17),
    "retry-after wins": ({"Retry-After": "9", "X-RateLimit-Reset": "17"}, 9),
    "retry-after in another case": ({"RETRY-AFTER": "9"}, 9),
    "retry-after nonsense": ({"Retry-After": "soon", "X-RateLimit-Reset": "17"}, 17),
    "retry-after nonsense alone": ({"Retry-After": "soon"}, WINDOW),
    "retry-after of no wait": ({"Retry-After": "0"}, WINDOW),
    "retry-after negative": ({"Retry-After": "-9", "X-RateLimit-Reset": "17"}, 17),
    "a date": ({"Retry-After": "Tue, 14 Nov 2023 22:13:50 GMT"}, 30),
    "a date in the past": ({"Retry-After": "Tue, 14 Nov 2023 22:13:00 GMT"}, WINDOW),
    "a date of RFC 850": ({"Retry-After": "Tuesday, 14-Nov-23 22:13:50 GMT"}, 30),
    # The two forms below name no zone; HTTP says they are GMT.
    "a date of asctime": ({"Retry-After": "Tue Nov 14 22:13:50 2023"}, 30),
    "a date of no zone": ({"Retry-After": "Tue, 14 Nov 2023 22:13:50 -0000"}, 30),
    "a date with an offset": ({"Retry-After": "Tue, 14 Nov 2023 23:13:50 +0100"}, 30),
    "a date in a year beyond": ({"Retry-After": "Tue, 14 Nov 99999 22:13:50 GMT"}, WINDOW),
    "a date at the edge": ({"Retry-After": "Mon, 01 Jan 0001 00:00:00 -0000"}, WINDOW),
    "an offset no clock has": ({"Retry-After": "Tue, 14 Nov 2023 22:13:50 +99999999999999"}, WINDOW),
    "an offset of a day": ({"Retry-After": "Tue, 14 Nov 2023 22:13:50 +2400"}, WINDOW),
}


@pytest.mark.usefixtures("_anywhere")
@pytest.mark.parametrize(("headers", "wait"), RESETS.values(), ids=RESETS)
def test_every_form_of_the_reset_in_a_429_is_read(headers: dict[str, str], wait: float) -> None:
    assert asked_wait(Headers(headers.items()), now=NOW, window=WINDOW) == pytest.approx(wait)


@given(name=st.sampled_from(["Retry-After", "X-RateLimit-Reset"]), value=st.text() | st.from_regex(r"\w+, .*\d+.*"))
def test_no_header_value_breaks_a_call(name: str, value: str) -> None:
    wait = asked_wait({name: value}, now=NOW, window=WINDOW)
    assert 0 < wait < float("inf")
