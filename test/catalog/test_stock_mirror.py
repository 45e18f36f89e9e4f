"""The mirror keeps the newest total of each product, from webhooks and checks, on both databases."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from catalog_kit import Asked, answer, both

from xi.sdk.resellers import Account, webhooks
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import Ledger
from xi.sdk.resellers.stock_mirror import Difference, Source, StockMirror

sys.path.append(str(Path(__file__).parents[1] / "ordering"))
import postgres_kit

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def shared() -> Iterator[str]:
    """A database of PostgreSQL for all tests of this file; each has tables of its own."""
    with postgres_kit.database() as found:
        yield found


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Any]:
    """Where a mirror is: URL and prefix."""
    if request.param == "sqlite":
        return {"url": f"sqlite:///{tmp_path}/shop.db", "prefix": "xi_"}
    return {"url": request.getfixturevalue("shared"), "prefix": f"t{uuid4().hex[:8]}_"}


Opened = Callable[..., StockMirror]


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Return what opens a mirror that is closed after the test."""
    with ExitStack() as stack:
        yield lambda *place, **options: stack.enter_context(StockMirror(*place, **options))


@pytest.fixture
def mirror(place: dict[str, Any]) -> Iterator[StockMirror]:
    with StockMirror(**place, clock=NOW.timestamp) as found:
        yield found


def event(event_id: str | None, minutes: float, **totals: Any) -> tuple[webhooks.Event, ...]:
    stamp = (NOW + timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")
    return webhooks.parse(body(event_id, stamp, **totals))


def body(event_id: str | None, stamp: str, **totals: Any) -> bytes:
    entries = [
        {"eventType": "IM::STOCK_UPDATE", "ingramPartNumber": sku.removeprefix("_"), "totalAvailability": total}
        for sku, total in totals.items()
    ]
    whole = {"topic": "resellers/catalog", "event": "im::updated", "eventTimeStamp": stamp, "resource": entries}
    return json.dumps({**whole, "eventId": event_id} if event_id else whole).encode()


def totals(mirror: StockMirror) -> dict[str, int | None]:
    return {each.sku: each.total for each in mirror.all()}


def test_events_in_any_order_leave_the_newest_total(mirror: StockMirror) -> None:
    events = [(f"e{number}", -number, {"A": str(number), f"B{number}": "7"}) for number in range(1, 9)]
    random.Random(1).shuffle(events)
    for event_id, minutes, its in events:
        mirror.note(event(event_id, minutes, **its))
    assert totals(mirror) == {"A": 1, **{f"B{number}": 7 for number in range(1, 9)}}
    found = mirror.stock("A")
    assert found is not None
    assert (found.as_of, found.source, found.outcome) == (NOW - timedelta(minutes=1), Source.EVENT, None)


def test_an_event_counts_once(mirror: StockMirror) -> None:
    first = mirror.note(event("e1", -9, A="5"))
    assert (first.applied, first.repeated) == (("A",), ())
    # The signature of e1 fits this body too; the ID was noted, so it changes nothing.
    again = mirror.note(event("e1", -1, A="999"))
    assert (again.applied, again.repeated, totals(mirror)) == ((), ("e1",), {"A": 5})
    late = mirror.note(event("e2", -10, A="4", _001="3"))
    assert (late.applied, late.outdated, totals(mirror)) == (("001",), ("A",), {"A": 5, "001": 3})
    both_parts = event("e3", -1, A="1") + event("e3", -1, C="2")  # a large event in two parts
    assert mirror.note(both_parts).applied == ("A", "C")


@pytest.mark.parametrize(
    ("sent", "total"),
    [("12", 12), (12, 12), (" 7 ", 7), ("0", 0), ("", None), (None, None), ("?", None), (True, None)],
)
def test_a_missing_total_is_not_zero(tmp_path: Path, sent: Any, total: int | None, opened: Opened) -> None:
    mirror = opened(tmp_path / "shop.db", clock=NOW.timestamp)
    mirror.note(event("e1", -2, A="9"))
    mirror.note(event("e2", -1, A=sent))
    found = mirror.stock("A")
    assert found is not None
    assert found.total == total
    assert mirror.stock("B") is None


@pytest.mark.parametrize("stamp", ["2026-06-01T20:30:00+00:00", "soon", "", "2026-06-01T12:00:00"])
def test_a_stamp_of_the_future_or_none_does_not_outlast_what_comes_later(
    tmp_path: Path, stamp: str, opened: Opened
) -> None:
    now = [NOW.timestamp()]
    mirror = opened(tmp_path / "shop.db", clock=lambda: now[0])
    mirror.note(webhooks.parse(body("e1", stamp, A="1")))
    now[0] += 60
    mirror.note(event("e2", 0.5, A="2"))
    assert totals(mirror) == {"A": 2}


def test_what_no_table_takes_keeps_nothing_else_out(mirror: StockMirror) -> None:
    odd = {"A": str(10**19), "B\ud800": "2", "C\0": "3", "D": "4"}
    noted = mirror.note(webhooks.parse(body("e-\0" + "9" * 9_000, "0001-01-01T00:00:00+05:00", **odd)))
    assert (noted.applied, noted.unnamed, totals(mirror)) == (("A", "D"), 2, {"A": None, "D": 4})
    again = webhooks.parse(body("e-\0" + "9" * 9_000, "", D="5"))
    assert (len(mirror.note(again).repeated), totals(mirror)["D"]) == (1, 4)
    other = webhooks.parse(body("e-\0" + "9" * 9_001, "", D="5"))
    assert mirror.note(other).applied == ("D",)


@both
def test_a_total_that_no_table_takes_is_not_said_and_the_rest_is_written(run: Any, mirror: StockMirror) -> None:
    found = run(server({"A": 10**19, "B": 2}), lambda api: mirror.check(api, ["A", "B"]))
    assert (found.error, totals(mirror)) == (None, {"A": None, "B": 2})


def test_other_events_and_unverified_ones(mirror: StockMirror) -> None:
    shipped = {"eventId": "e1", "resource": {"eventType": "IM::ORDER_SHIPPED", "orderNumber": "20-AB1CD"}}
    assert mirror.note(webhooks.parse(json.dumps(shipped))).applied == ()
    with pytest.raises(ApiValueError, match=r"note only what webhooks\.verify accepted"):
        mirror.note(event(None, 0, A="1"))
    nameless = json.loads(body("e2", "", A="1"))
    del nameless["resource"][0]["ingramPartNumber"]
    assert mirror.note(webhooks.parse(json.dumps(nameless))).unnamed == 1
    assert totals(mirror) == {}


def server(stock: dict[str, Any]) -> Any:
    def handler(asked: Asked) -> Any:
        skus = [each["ingramPartNumber"] for each in asked.body["products"]]
        assert asked.query["includePricing"] == ["false"]
        items = [
            {"ingramPartNumber": sku, "availability": {"available": True, "totalAvailability": stock[sku]}}
            if stock[sku] is not None
            else {"ingramPartNumber": sku, "productStatusCode": "E", "productStatusMessage": "not found"}
            for sku in skus
            if sku in stock
        ]
        return answer(207, items)

    return handler


@both
def test_a_check_finds_what_webhooks_missed(run: Any, mirror: StockMirror) -> None:
    mirror.note(event("e1", -60, A="1", B="2", C="3", D="4"))
    found = run(server({"A": 1, "B": 20, "C": None}), mirror.check)
    assert found.error is None
    assert (found.value.checked, set(found.value.differing)) == (3, {Difference("B", 2, 20), Difference("C", 3, None)})
    assert [each.asked for each in found.value.unanswered] == ["D"]
    assert [each.asked for each in found.value.missing] == ["C"]
    assert totals(mirror) == {"A": 1, "B": 20, "C": None, "D": 4}
    noted = mirror.stock("C")
    assert noted is not None
    assert (noted.source, noted.outcome) == (Source.CHECK, "not found")
    assert mirror.note(event("e2", -1, B="2")).outdated == ("B",), "the check knows something newer"
    assert run(server({"new": 5}), lambda api: mirror.check(api, ["new"])).value.checked == 1
    assert totals(mirror)["new"] == 5
    old = run(server({"D": 40}), lambda api: mirror.check(api, older_than=1800.0))
    assert [each.body["products"] for each in old.asked] == [[{"ingramPartNumber": "D"}]]
    assert mirror.forget(["D", "gone"]) == 1
    assert mirror.stock("D") is None


@both
def test_a_check_of_many_writes_as_it_goes_and_ends_where_it_is_hopeless(
    run: Any, tmp_path: Path, opened: Opened
) -> None:
    mirror = opened(tmp_path / "shop.db")
    skus = [f"{number:04}" for number in range(1_020)]
    stock = server({sku: int(sku) for sku in skus})

    def handler(asked: Asked) -> Any:
        return answer(403) if asked.body["products"][0]["ingramPartNumber"] > "0550" else stock(asked)

    found = run(handler, lambda api: mirror.check(api, skus)).value
    assert (found.checked, len(found.unanswered)) == (600, 420)
    assert totals(mirror) == {sku: int(sku) for sku in skus[:600]}


def test_accounts_do_not_see_each_other(place: dict[str, Any], opened: Opened) -> None:
    first, second = (opened(**place, account=Account(f"20-22222{number}", "US")) for number in (1, 2))
    first.note(event("e1", -1, A="1"))
    second.note(event("e1", -1, A="2"))
    assert (totals(first), totals(second)) == ({"A": 1}, {"A": 2})
    first.close()
    second.close()


def test_it_shares_the_database_of_a_ledger(place: dict[str, Any]) -> None:
    ledger = Ledger.init(**place, environment="sandbox")
    with StockMirror(**place) as mirror:
        mirror.note(event("e1", -1, A="1"))
        assert ledger.info().environment == "sandbox"
        assert list(ledger.check()) == []
        assert totals(mirror) == {"A": 1}
    ledger.close()


def test_writers_at_once_lose_nothing(place: dict[str, Any]) -> None:
    errors: list[Exception] = []

    def write(number: int) -> None:
        try:
            with StockMirror(**place, clock=NOW.timestamp) as mirror:
                for step in range(5):
                    its = {f"S{each}": str(number * 10 + step) for each in range(20)}
                    mirror.note(event(f"e{number}-{step}", -100 + number * 10 + step, **its))
        except Exception as error:  # noqa: BLE001 - the test looks at it
            errors.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert errors == []
    with StockMirror(**place) as mirror:
        assert set(totals(mirror).values()) == {34}


def test_what_cannot_be_used_is_refused(tmp_path: Path, opened: Opened) -> None:
    for wrong in ("", ":memory:", "mysql://host/db", "sqlite://", "nonsense://:x@"):
        with pytest.raises(ApiValueError):
            StockMirror(wrong)
    with pytest.raises(ApiValueError, match="prefix is 'a-b'"):
        StockMirror(tmp_path / "shop.db", prefix="a-b")
    mirror = opened(tmp_path / "shop.db")
    with pytest.raises(ApiTypeError):
        mirror.stock(1346)  # type: ignore[arg-type]
    with pytest.raises(ApiValueError, match="older_than is 1"):
        mirror.check(None, ["A"], older_than=1)  # type: ignore[call-overload]


def test_the_error_names_the_extra() -> None:
    program = "import sys; sys.modules['sqlalchemy'] = None; from xi.sdk.resellers.stock_mirror import StockMirror"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert 'ImportError: a mirror of the stock needs sqlalchemy (the extra "ordering"): pip install' in ended.stderr
