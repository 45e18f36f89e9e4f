"""The clock that can be moved."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

START = datetime(2024, 5, 27, 9, 30, tzinfo=UTC)


def test_the_clock_moves_forward_and_back(api):
    clock = api.sandbox.clock
    clock.advance(hours=2, seconds=30)
    clock.advance(timedelta(days=1))
    assert clock.now() == START + timedelta(days=1, hours=2, seconds=30)
    assert clock.ahead == clock.now() - START
    clock.advance(days=-3)
    assert clock.now() < START
    clock.reset()
    assert (clock.now(), clock.ahead) == (START, timedelta())


def test_the_clock_runs_on_from_the_time_it_was_set_to(api, clock):
    there = datetime(2030, 1, 1, 12, tzinfo=timezone(timedelta(hours=5)))
    api.sandbox.clock.set(there)
    assert api.sandbox.now() == there
    clock.forward(minutes=5)
    assert api.sandbox.now() == there + timedelta(minutes=5)
    api.sandbox.clock.set(datetime(2030, 1, 1))  # noqa: DTZ001 - a naive moment is UTC
    assert api.sandbox.now() == datetime(2030, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "move", [{"days": 10**7}, {"days": -(10**7)}, {"hours": float("inf")}, {"seconds": float("nan")}, {"days": 1e300}]
)
def test_the_clock_stays_within_the_calendar(api, move):
    with pytest.raises(ValueError, match="out of the calendar"):
        api.sandbox.clock.advance(**move)
    assert api.sandbox.clock.ahead == timedelta()
    api.created()


def test_the_ends_of_the_calendar_are_refused(api):
    for end in (datetime(9999, 12, 31, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC)):
        with pytest.raises(ValueError, match="out of the calendar"):
            api.sandbox.clock.set(end)


def test_a_hold_expires_when_the_clock_is_moved(api):
    number = api.held()
    api.sandbox.clock.advance(hours=23)
    assert api.details(number).body["orderStatus"] == "On Hold"
    api.sandbox.clock.advance(hours=1)
    assert api.details(number).body["orderStatus"] == "Canceled"
    assert [event.kind for event in api.sandbox.events] == ["created", "voided"]


def test_tokens_expire_when_the_clock_is_moved(make):
    api = make()
    api.headers = {"authorization": f"Bearer {api.sandbox.tokens.issue('id')}"}
    assert api.search().status == 204
    api.sandbox.clock.advance(hours=24)
    assert api.search().status == 401


def test_an_order_ships_on_the_day_of_the_clock(api):
    number = api.created()
    api.sandbox.clock.advance(days=10)
    api.sandbox.ship(number)
    assert api.details(number).body["lines"][0]["shipmentDetails"][0]["shippedDate"] == "2024-06-06"
