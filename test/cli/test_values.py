"""The texts of options: what can be read, what it is, and what is said of the rest."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from xi.sdk.resellers.cli import values
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError

TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def refused(read: Any, text: str, **more: Any) -> str:
    with pytest.raises(CommandError) as caught:
        read(text, "--wait", **more)
    assert (caught.value.code, caught.value.word) == (Code.USAGE, "bad-option")
    assert caught.value.message.startswith(f"--wait is {text!r}; it should be ")
    return caught.value.message


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("90", 90), ("30s", 30), ("15m", 900), ("2h", 7_200), ("3d", 259_200), ("1.5m", 90), ("0.25", 0.25)],
)
def test_durations(text: str, value: float) -> None:
    assert values.seconds(text, "--wait") == value


@pytest.mark.parametrize(
    "text", ["", "soon", "-1", "1w", "1 h", "2H", "1e3", "nan", "inf", "٣", "1.0000", "9999999999"]
)
def test_no_durations(text: str) -> None:
    assert "30s, 15m, 2h or 3d" in refused(values.seconds, text)


def test_forever_is_a_duration_where_it_is_permitted() -> None:
    assert values.seconds("forever", "--wait", or_forever=True) == values.FOREVER
    assert "forever" not in refused(values.seconds, "forever").partition("should be")[2]
    assert "or forever" in refused(values.seconds, "ever", or_forever=True)
    assert "of 5 s or more" in refused(values.seconds, "4", least=5)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", TODAY, TODAY),
        ("yesterday", date(2026, 11, 25), date(2026, 11, 25)),
        ("1d", TODAY, TODAY),
        ("7d", date(2026, 11, 20), TODAY),
        ("2026-11-01", date(2026, 11, 1), date(2026, 11, 1)),
        ("2026-11-01..2026-11-30", date(2026, 11, 1), date(2026, 11, 30)),
        ("2028-02-29..2028-02-29", date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_ranges_of_days(text: str, first: date, last: date) -> None:
    assert values.days(text, "--ordered", today=TODAY) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0d",
        "7h",
        "2026-11-31",
        "2026-11-30..2026-11-01",
        "2026-11-01..",
        "..2026-11-01",
        "01.11.2026",
        "20261101",
        "1969-12-31",
        "9999-12-31",
    ],
)
def test_no_ranges(text: str) -> None:
    refused(values.days, text, today=TODAY)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (values.days, "2026-02-29.."),
        (values.days, "2026-02-01..2026-02-29"),
        (values.day, "2026-02-29"),
        (values.moment, "2026-02-29T10:00"),
    ],
)
def test_a_day_that_is_in_no_calendar_is_named(read: Any, text: str) -> None:
    more = {"today": TODAY} if read is values.days else {"now": NOW} if read is values.moment else {}
    assert refused(read, text, **more).endswith("; there is no day 2026-02-29")
    assert "there is no" not in refused(read, text.replace("02-29", "2-28"), **more)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2h", NOW - timedelta(hours=2)),
        ("3d", NOW - timedelta(days=3)),
        ("2026-11-25T09:30Z", datetime(2026, 11, 25, 9, 30, tzinfo=UTC)),
        ("2026-11-25T09:30:15+02:00", datetime(2026, 11, 25, 7, 30, 15, tzinfo=UTC)),
    ],
)
def test_moments(text: str, moment: datetime) -> None:
    assert values.moment(text, "--since", now=NOW) == moment


@pytest.mark.parametrize("text", ["2026-11-25", "2026-11-25T09:30", "2026-11-25 09:30:15"])
def test_moments_without_a_zone_are_local(text: str) -> None:
    found = values.moment(text, "--since", now=NOW)
    assert found == datetime.fromisoformat(text).astimezone(UTC)
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        "",
        "120",
        "noon",
        "2026-13-01",
        "2026-11-25T25:00",
        "yesterday",
        "1969-12-31",
        "9999-12-31T23:00-02:00",
        "99999999d",
        "999999999d",
    ],
)
def test_no_moments(text: str) -> None:
    refused(values.moment, text, now=NOW)


@pytest.mark.parametrize(
    ("text", "value"),
    [("DF4128=2", ("DF4128", 2)), (" A = B =10", ("A = B", 10)), ("DF4128=999999999", ("DF4128", 999999999))],
)
def test_parts_with_quantities(text: str, value: tuple[str, int]) -> None:
    assert values.part_and_quantity(text, "--line") == value


@pytest.mark.parametrize("text", ["", "DF4128", "=2", "DF4128=0", "DF4128=-1", "DF4128=1.5", "DF4128=", "DF4128=٢"])
def test_no_parts_with_quantities(text: str) -> None:
    refused(values.part_and_quantity, text)


def test_names_with_values() -> None:
    assert values.name_and_value(" notes =a=b ", "--set") == ("notes", "a=b ")
    assert values.names_and_values(["a=1", "b=", "a=2"], "--set") == {"a": ["1", "2"], "b": [""]}
    for text in ("", "notes", "=x", "  =x"):
        refused(values.name_and_value, text)


def test_numbers_between_commas() -> None:
    assert values.numbers("10, 1m,180", "--looks", "numbers") == (10, 60, 180)
    for text in ("", "10,,20", "10;20", "a"):
        assert refused(values.numbers, text, wanted="rising seconds").endswith("rising seconds")
