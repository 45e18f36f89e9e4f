"""The throttle, step by step: what it learns from answers, which calls it holds back, and for how long."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi.sdk.resellers._core.messages import Headers
from xi.sdk.resellers._core.throttle import Throttle

NOW = 1_700_000_000.0
A, B = "get_orderdetails_v6_1", "get_resellers_v6_ordersearch"


def quota_headers(left: object, reset: object = None, limit: object = 60) -> Headers:
    """Return the headers of an answer; a float `reset` is in seconds from NOW and sent as the live API sends it."""
    text = str(int((NOW + reset) * 1000)) if isinstance(reset, float) else reset
    pairs = {"X-RateLimit-Limit": limit, "X-RateLimit-Remaining": left, "X-RateLimit-Reset": text}
    return Headers((name, str(value)) for name, value in pairs.items() if value is not None)


class TimedThrottle:
    """A throttle whose times count from NOW."""

    def __init__(self, limit: int | None = None) -> None:
        self.throttle = Throttle(nullcontext(), limit)

    def ask(self, at: float = 0.0, operation: str = A, *, reads: bool = True) -> float:
        return self.throttle.reserve(operation, NOW + at, reads=reads)

    def settle(self, headers: Headers | None, at: float = 0.0, operation: str = A, **more: Any) -> None:
        self.throttle.settle(operation, headers, NOW + at, **more)

    def call(self, headers: Headers | None, at: float = 0.0, operation: str = A) -> None:
        assert self.ask(at, operation) == 0
        self.settle(headers, at, operation)

    def capacity(self, at: float = 0.0, operation: str = A, most: int = 200) -> int:
        """Return how many calls may be made at a time; they stay in flight."""
        return next((number for number in range(most) if self.ask(at, operation)), most)


def test_without_quota_headers_no_call_is_held_back() -> None:
    timed = TimedThrottle()
    assert timed.capacity() == 200


@pytest.mark.parametrize(
    "headers",
    [
        Headers(),
        Headers([("X-RateLimit-Limit", "60")]),
        *(quota_headers(text, 9.0) for text in ("", "many", "-1", "1.5", "9" * 12)),
    ],
)
def test_answers_without_a_valid_count_change_nothing(headers: Headers) -> None:
    timed = TimedThrottle()
    for _ in range(5):
        timed.call(headers)
    assert timed.capacity() == 200


def test_calls_in_flight_count_until_their_answers_say_what_is_left() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(3, 30.0))
    assert [timed.ask() for _ in range(3)] == [0, 0, 0]
    assert timed.ask() == pytest.approx(0.02), "an answer may bring better news"
    timed.settle(quota_headers(2, 30.0))
    assert timed.ask() > 0, "two are out, and two are left"
    timed.settle(quota_headers(0, 30.0))
    assert timed.ask() == pytest.approx(30.01), "and now none: only the reset helps"
    timed.settle(quota_headers(1, 30.0))
    assert timed.ask() == pytest.approx(30.01), "an answer overtaken by a later one"


@pytest.mark.parametrize(
    ("reset", "waits"),
    [
        (30.0, 30.01),
        (str(int(NOW * 1000) + 500), 0.51),
        (str(int(NOW) + 30), 31.01),
        (f"{NOW + 30:.1f}", 30.01),
        ("30", 31.01),
        ("30.5", 30.51),
        ("120", 121.01),
        ("1e2", 101.01),
        *((nonsense, 60.01) for nonsense in (None, "", "soon", "0", "-3", "nan", "inf", "121", "5000", "999999999")),
        *((long_past, 60.01) for long_past in ("1600000000", "1600000000000", str(int(NOW)))),
        *((far_off, 60.01) for far_off in (str(int(NOW) + 121), str(int(NOW * 1000) + 3_600_000), "9" * 30)),
    ],
)
def test_calls_are_held_back_until_the_reset_of_a_used_up_quota_in_every_form(reset: object, waits: float) -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(0, reset))
    assert timed.ask() == pytest.approx(waits, abs=2e-3)
    assert timed.ask(waits - 0.02) > 0
    assert timed.capacity(waits) == 60


@pytest.mark.parametrize("limit", [None, "", "many", 0])
def test_without_a_limit_the_next_window_allows_as_many_calls_as_this_one_was_seen_to_allow(limit: object) -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(9, 30.0, limit))
    timed.call(quota_headers(0, 30.0, limit))
    assert timed.capacity(31.0) == 10


def test_calls_still_in_flight_from_the_last_window_count_in_the_next() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(9, 30.0))
    for _ in range(9):
        assert timed.ask() == 0
    assert timed.capacity(30.0) == 51


def test_an_answer_of_the_previous_window_is_ignored() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(1, 30.0))
    assert timed.ask(1.0) == 0
    assert timed.ask(30.1) == 0
    timed.settle(quota_headers(0, 30.0), 30.2)
    assert timed.capacity(30.2) == 59


def test_an_answer_that_arrives_after_its_own_reset_holds_no_call_back() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(1, 30.0))
    assert timed.ask(29.9) == 0
    timed.settle(quota_headers(0, 30.0), 30.05)
    assert timed.capacity(30.1) == 60


def test_a_later_reset_starts_a_new_window_at_once() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(1, 30.0))
    assert timed.ask(1.0) == 0
    timed.settle(quota_headers(59, 90.0), 1.5)
    assert timed.capacity(1.5) == 59
    timed.settle(quota_headers(40, 30.0), 2.0)
    assert timed.capacity(2.0) == 1, "and one of the old window, come late, says nothing of what is left"


def test_a_growing_wait_does_not_start_a_new_window_before_the_old_one_ends() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(0, "10"))
    timed.throttle._windows[A].in_flight = timed.throttle._app.in_flight = 1
    timed.settle(quota_headers(50, "40"), 1.0)
    assert timed.ask(1.0) == pytest.approx(10.01)
    timed.throttle._windows[A].in_flight = timed.throttle._app.in_flight = 1
    timed.settle(quota_headers(50, "60"), 9.5)
    assert timed.ask(9.5) == 0


def test_the_earlier_of_two_waits_for_one_reset_is_used() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(9, "30"))
    timed.call(quota_headers(0, "29"), 0.5)
    assert timed.ask(0.5) == pytest.approx(30.01)


def test_a_reset_from_the_server_replaces_an_estimated_one() -> None:
    timed = TimedThrottle()
    assert timed.ask() == timed.ask() == 0
    timed.settle(quota_headers(0))
    assert timed.ask() == pytest.approx(0.02), "the other answer may know more"
    timed.settle(quota_headers(5, 30.0), 1.0)
    assert timed.capacity(1.0) == 5


def test_answers_without_a_reset_do_not_move_an_estimated_one() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(2))
    timed.call(quota_headers(0), 30.0)
    assert timed.ask(30.0) == pytest.approx(30.01)
    assert timed.ask(60.1) == 0, "a minute from the first"


@pytest.mark.parametrize("headers", [None, Headers(), Headers([("X-RateLimit-Remaining", "?")])])
def test_an_answer_without_quota_headers_uses_one_call_of_the_quota(headers: Headers | None) -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(3, 30.0))
    for _ in range(3):
        timed.call(headers)
    assert timed.ask() == pytest.approx(30.01)


def test_a_call_that_was_not_sent_uses_no_quota() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(3, 30.0))
    for _ in range(9):
        assert timed.ask() == 0
        timed.settle(None, is_sent=False)
    assert timed.capacity() == 3


def test_calls_are_not_held_back_for_ever_if_the_quota_headers_stop() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(1, 1.0, 2))
    for _ in range(2):
        timed.call(None, 10.0)
    assert timed.ask(10.0) == pytest.approx(60.01)
    assert timed.capacity(70.1) == 2


def test_a_quota_of_zero_without_a_reset_is_waited_for_one_minute() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(0, 1.0, None))
    window = timed.throttle._app
    window.limit = 0
    assert timed.ask(2.0) == pytest.approx(60.01)
    window.limit = 5
    assert timed.ask(62.1) == 0


@pytest.mark.parametrize("back", [200.0, 3_600.0, 1e9])
def test_a_clock_that_is_set_back_does_not_hold_calls_back_for_longer(back: float) -> None:
    timed = TimedThrottle(limit=1)
    timed.call(quota_headers(0, 30.0))
    assert timed.ask(-back) == 0


def test_after_a_429_calls_wait_as_long_as_it_asks() -> None:
    timed = TimedThrottle()
    assert timed.ask() == timed.ask() == 0
    timed.settle(Headers())
    timed.throttle.refused(A, 7.0, NOW)
    assert timed.ask() == pytest.approx(7.01)
    assert timed.ask(7.1) == 0


def test_a_429_does_not_shorten_a_reset_that_was_rounded_up() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(0, "30"))
    timed.throttle.refused(A, 30.0, NOW)
    assert timed.ask() == pytest.approx(31.01)
    timed.throttle.refused(A, 5.0, NOW)
    assert timed.ask() == pytest.approx(5.01), "unless it says otherwise"


# By operation, or for the whole app


def test_a_quota_is_assumed_to_be_per_app_until_two_counts_are_seen() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(1, 30.0), operation=A)
    timed.call(quota_headers(0, 30.0), operation=B)
    assert timed.ask(operation=A) > 0
    assert timed.ask(operation=B) > 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (quota_headers(0, 30.0), quota_headers(59, 30.0, 100)),
        (quota_headers(0, 30.0), quota_headers(59, 45.0)),
        (quota_headers(0, "30"), quota_headers(59, "45")),
    ],
    ids=["two limits", "two moments", "two waits"],
)
def test_two_quotas_are_recognized_by(first: Headers, second: Headers) -> None:
    timed = TimedThrottle()
    timed.call(first, operation=A)
    timed.call(second, operation=B)
    assert timed.ask(operation=A) > 0
    assert timed.capacity(operation=B) == 59


def test_the_same_count_after_two_operations_means_two_quotas() -> None:
    timed = TimedThrottle()
    for left in (2, 1, 0):
        timed.call(quota_headers(left, 30.0), operation=A)
    timed.call(quota_headers(2, 30.0), operation=B)
    assert timed.ask(operation=A) > 0
    assert timed.capacity(operation=B) == 2


def test_the_same_count_in_another_window_does_not_mean_two_quotas() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(5, 30.0), operation=A)
    timed.call(quota_headers(5, 90.0), 31.0, operation=B)
    timed.call(quota_headers(0, 90.0), 31.0, operation=B)
    assert timed.ask(31.0, operation=A) > 0


def test_counts_near_a_rounded_up_reset_do_not_mean_two_quotas() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(5, "1"), operation=A)
    timed.call(quota_headers(4, "60"), 1.0, operation=B)
    timed.call(quota_headers(0, "60"), 1.0, operation=B)
    assert timed.ask(1.0, operation=A) > 0


def test_a_count_that_falls_faster_than_its_own_calls_is_per_app() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(50, 30.0), operation=A)
    timed.call(quota_headers(50, 30.0), operation=B)
    assert not timed.throttle._is_shared
    timed.call(quota_headers(47, 30.0), operation=A)
    assert timed.throttle._is_shared
    timed.call(quota_headers(0, 30.0), operation=B)
    assert timed.ask(operation=A) > 0


def test_with_quotas_per_operation_a_429_holds_back_that_operation() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(50, 30.0), operation=A)
    timed.call(quota_headers(50, 30.0), operation=B)
    timed.throttle.refused(A, 20.0, NOW)
    assert timed.ask(operation=A) > 0
    assert timed.ask(operation=B) == 0


def test_one_call_finds_out_whether_an_operation_has_its_own_quota() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(0, 30.0), operation=A)
    assert timed.ask(operation=B) == 0
    assert timed.ask(operation=B) == pytest.approx(0.02)
    timed.settle(quota_headers(59, 45.0), operation=B)
    assert timed.capacity(operation=B) == 59


def test_an_operation_without_quota_headers_is_not_held_back_for_another() -> None:
    timed = TimedThrottle()
    timed.call(Headers(), operation=B)
    timed.call(quota_headers(0, 30.0), operation=A)
    assert timed.capacity(operation=B) == 200
    for _ in range(200):
        timed.settle(Headers(), operation=B)
    timed.call(None, operation=B)
    assert timed.capacity(operation=B) == 200


# A stated limit


def test_a_configured_limit_holds_in_every_minute() -> None:
    timed = TimedThrottle(limit=3)
    assert timed.capacity() == 3
    assert timed.ask() == pytest.approx(0.02)
    timed.settle(Headers(), 2.0)
    assert timed.ask(2.0) == pytest.approx(60.0)
    timed.settle(Headers(), 5.0)
    assert timed.ask(61.9) == pytest.approx(0.1)
    assert timed.capacity(62.0) == 1
    assert timed.capacity(65.0) == 1


def test_a_configured_limit_applies_to_reads_of_each_operation() -> None:
    timed = TimedThrottle(limit=1)
    assert timed.ask(operation=A) == 0
    assert timed.ask(operation=A) > 0
    assert timed.ask(operation=B) == 0
    assert [timed.ask(operation="post_createorder_v6", reads=False) for _ in range(9)] == [0] * 9


def test_a_call_that_was_not_sent_does_not_count_towards_a_configured_limit() -> None:
    timed = TimedThrottle(limit=1)
    assert timed.ask() == 0
    timed.settle(None, is_sent=False)
    assert timed.ask() == 0


def test_the_quota_of_the_answers_and_the_configured_limit_both_hold() -> None:
    timed = TimedThrottle(limit=5)
    timed.call(quota_headers(2, 30.0))
    assert timed.capacity() == 2
    timed = TimedThrottle(limit=2)
    timed.call(quota_headers(59, 30.0))
    assert timed.capacity() == 1


def test_a_limit_can_be_configured_later_and_none_keeps_it() -> None:
    timed = TimedThrottle()
    timed.throttle.restrict(1)
    timed.throttle.restrict(None)
    assert timed.capacity() == 1


def test_a_child_process_does_not_wait_for_calls_of_its_parent() -> None:
    timed = TimedThrottle()
    timed.call(quota_headers(2, 30.0))
    assert timed.capacity() == 2

    class CountingLock(AbstractContextManager[None]):
        entered = 0

        def __enter__(self) -> None:
            self.entered += 1

        def __exit__(self, *_: object) -> None:
            pass

    lock = CountingLock()
    timed.throttle.restart(lock)
    assert timed.capacity() == 2
    assert lock.entered == 3


headers = st.dictionaries(
    st.sampled_from(["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"]),
    st.one_of(
        st.text(max_size=15),
        st.integers(-5, 70).map(str),
        st.floats(NOW - 200, NOW + 200).map(str),
        st.integers(int(NOW) * 1000 - 90_000, int(NOW) * 1000 + 90_000).map(str),
    ),
)


@given(st.lists(st.tuples(st.sampled_from([A, B]), st.none() | headers, st.floats(-100, 100)), max_size=30))
def test_no_header_values_raise_or_hold_a_call_back_for_long(steps: list[tuple[str, Any, float]]) -> None:
    timed = TimedThrottle(limit=20)
    for operation, given_headers, at in steps:
        wait = timed.ask(at, operation)
        assert 0 <= wait <= 122
        if not wait:
            timed.settle(None if given_headers is None else Headers(given_headers.items()), at, operation)
    for each in (timed.throttle._app, *timed.throttle._windows.values()):
        assert each.in_flight == 0
