"""State in a file: a restart loses nothing, and files of other programs are not touched."""

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from xi.sdk.resellers.sandbox import FaultKind, Policy, Sandbox
from xi.sdk.resellers.sandbox.orders.states import state_of
from xi.sdk.resellers.sandbox.state.tokens import TokenState
from xi.sdk.resellers.sandbox.state.webhooks import DeliveryState


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "orders.db"


@pytest.fixture
def begin(make, file):
    """Return a function that starts a run on the same file and ends the run before."""
    running: list[Sandbox] = []

    def run(**options):
        while running:
            running.pop().close()
        caller = make(state=file, **options)
        running.append(caller.sandbox)
        return caller

    yield run
    while running:
        running.pop().close()


def test_orders_are_unchanged_after_a_restart(begin):
    api = begin()
    plain = api.created(("DF4128", 2), ("YN6231", 1), notes="handle with care", endUserInfo={"endUserId": "9"})
    held = api.held(("TSXML1", 3))
    api.modify(held, {"addUpdateDeleteLine": "ADD", "ingramPartNumber": "DF4128", "quantity": 4})
    moved = api.created(("2GZ200", 5))
    api.sandbox.ship(moved, partially=True)
    api.sandbox.invoice(moved)
    dead = api.held()
    api.cancel(dead)
    numbers = [plain, held, moved, dead]
    before = [api.details(number).body for number in numbers]
    again = begin()
    assert [again.details(number).body for number in numbers] == before
    assert again.found() == api.found()
    assert [event.kind for event in again.sandbox.events] == [event.kind for event in api.sandbox.events]


def test_used_purchase_orders_and_stock_survive_a_restart(begin):
    api = begin()
    api.created(("5L1701", 3), customerOrderNumber="ONCE")
    again = begin()
    assert again.create(customerOrderNumber="once").status == 400
    assert again.create(("5L1701", 3)).body["orders"][0]["lines"][0]["quantityConfirmed"] == 2


def test_a_hold_survives_a_restart_and_ends_on_time(begin):
    number = begin().held()
    again = begin()
    assert again.details(number).body["orderStatus"] == "On Hold"
    again.sandbox.clock.advance(hours=25)
    assert again.details(number).body["orderStatus"] == "Canceled"
    assert begin().details(number).body["orderStatus"] == "Canceled"


def test_clock_faults_and_tokens_survive_a_restart(begin):
    api = begin(credentials={"id": "secret"})
    api.sandbox.clock.advance(days=3)
    api.sandbox.faults.add(FaultKind.DROP_AFTER, "create_v6", times=2)
    token = api.sandbox.tokens.issue("id")
    again = begin()
    assert again.sandbox.clock.ahead == timedelta(days=3)
    assert [(fault.kind, fault.times) for fault in again.sandbox.faults.waiting()] == [(FaultKind.DROP_AFTER, 2)]
    assert again.sandbox.tokens.client_of(token) == "id"
    added = again.sandbox.faults.add(FaultKind.ERROR_500)
    assert added.number == 2
    again.sandbox.faults.clear()
    again.sandbox.clock.reset()
    again.sandbox.tokens.revoke_all()
    third = begin()
    assert third.sandbox.faults.waiting() == ()
    assert third.sandbox.clock.ahead == timedelta()
    assert third.sandbox.tokens.client_of(token) == token


def test_webhooks_and_their_deliveries_survive_a_restart(begin, policy_without_pauses):
    api = begin(policy=policy_without_pauses)
    # Nobody listens there: the port is reserved, and never open.
    hook = api.sandbox.hooks.add("http://127.0.0.1:1/events", "secret")
    api.held()
    assert api.sandbox.hooks.settled(60)
    again = begin(policy=policy_without_pauses)
    assert again.sandbox.hooks.registered() == (hook,)
    (delivery,) = again.sandbox.hooks.deliveries()
    assert delivery.state is DeliveryState.FAILED
    assert len(delivery.tries) == 5
    assert again.sandbox.hooks.replay(delivery.number).event_id == delivery.event_id
    assert again.sandbox.hooks.settled(60)
    assert again.sandbox.hooks.add("http://127.0.0.1:1/more", "secret").number == hook.number + 1


@pytest.fixture
def policy_without_pauses():
    return Policy(webhook_pause=0.0)


def test_a_seed_repeats_its_numbers_in_another_file_but_never_within_one_file(begin, make, tmp_path):
    first = begin().created(customerOrderNumber="FIRST")
    second = begin().created(customerOrderNumber="SECOND")
    other = tmp_path / "other.db"
    runs = []
    for purchase_order in ("FIRST", "SECOND"):
        api = make(state=other)
        runs.append(api.created(customerOrderNumber=purchase_order))
        api.sandbox.close()
    assert runs == [first, second]
    assert first != second


def test_only_the_latest_calls_and_events_are_kept_in_the_file(begin, monkeypatch):
    monkeypatch.setattr("xi.sdk.resellers.sandbox.state.sandbox.EVENT_LIMIT", 3)
    api = begin()
    for _ in range(5):
        last = api.created()
    again = begin()
    assert len(again.sandbox.events) == 3
    assert again.sandbox.events[-1].order_number == last
    again.created(customerOrderNumber="ONE-MORE")
    assert len(begin().sandbox.events) == 3


def test_an_answered_order_is_in_the_file_even_if_the_process_is_killed(file):
    script = f"""
import os
from xi.sdk.resellers.sandbox import Sandbox
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest
sandbox = Sandbox(state={str(file)!r}, access_tokens=["t"])
headers = {{"authorization": "Bearer t", "im-customernumber": "20-222222", "im-countrycode": "US",
           "im-correlationid": "c"}}
body = {{"customerOrderNumber": "KILLED", "lines": [{{"ingramPartNumber": "DF4128", "quantity": 1}}]}}
answer = run(sandbox, NAMED["create_v6"], ApiRequest(headers, (), body, method="POST"))
print(answer.body["orders"][0]["ingramOrderNumber"], flush=True)
os.kill(os.getpid(), 9)
"""
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    number = result.stdout.strip()
    assert number, result.stderr
    sandbox = Sandbox(state=file)
    assert sandbox.orders.get(number).customer_order_number == "KILLED"
    sandbox.close()


def test_a_second_sandbox_cannot_open_the_same_file(begin, file):
    begin()
    with pytest.raises(ValueError, match="another sandbox has it open"):
        Sandbox(state=file)


def test_a_file_of_another_kind_is_refused_and_left_unchanged(file):
    file.write_text("not a database at all, but somebody's notes " * 40)
    with pytest.raises(ValueError, match="not a sandbox's state"):
        Sandbox(state=file)
    assert file.read_text().startswith("not a database")


def test_a_database_of_another_program_is_refused_and_left_unchanged(file):
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    with pytest.raises(ValueError, match="database of something else"):
        Sandbox(state=file)


def test_a_file_of_another_version_is_refused(begin, file):
    begin().sandbox.close()
    other = sqlite3.connect(file)
    other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(ValueError, match="of version 99"):
        Sandbox(state=file)


def test_only_the_owner_can_read_the_file(begin, file):
    begin()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_change_that_could_not_be_written_is_written_with_the_next_one(begin):
    api = begin()
    api.created()
    store = api.sandbox._store
    (pages,) = store._database.execute("PRAGMA page_count").fetchone()
    store._database.execute(f"PRAGMA max_page_count = {pages}")
    with suppress(sqlite3.OperationalError):
        for _ in range(200):
            api.create()
    assert store._changes, "the file never filled up"
    store._database.execute("PRAGMA max_page_count = 1000000")
    api.created()
    live = len(api.sandbox.orders)
    assert live > 2
    assert len(begin().sandbox.orders) == live


def test_a_change_that_fails_is_rolled_back(begin):
    api = begin()
    run = api.sandbox._store._database.execute
    run(
        "CREATE TRIGGER no_stock BEFORE UPDATE ON kept WHEN NEW.kind = 'stock' "
        "BEGIN SELECT RAISE(ABORT, 'refused'); END"
    )
    api.created()  # the first count of the stock is an insert
    (before,) = run("SELECT count(*) FROM kept").fetchone()
    with pytest.raises(sqlite3.IntegrityError, match="refused"):
        api.create()
    assert run("SELECT count(*) FROM kept").fetchone() == (before,)
    run("DROP TRIGGER no_stock")
    api.created()
    assert len(begin().sandbox.orders) == 3


def test_a_file_that_others_could_read_is_closed_to_them(begin, file):
    begin()
    begin().sandbox.close()
    file.chmod(0o644)
    begin()
    assert {stat.S_IMODE(each.stat().st_mode) for each in file.parent.glob("orders.db*")} == {0o600}


def test_a_folder_is_refused_as_a_state_file(tmp_path):
    with pytest.raises(ValueError, match="cannot be used"):
        Sandbox(state=tmp_path)


def test_revoked_tokens_stay_revoked_after_a_restart(begin):
    api = begin()
    token = api.sandbox.tokens.issue("id")
    api.sandbox.revoke_tokens()
    # As if the program had died: nothing is written any more.
    api.sandbox._store.commit = lambda: None
    assert begin().sandbox.tokens.state(token) is TokenState.UNKNOWN


STATE_2_1_0 = Path(__file__).parent / "files" / "state-2.1.0.db"
"""Written by version 2.1.0: five orders in different states, and one of everything else."""


def test_a_state_file_of_2_1_0_opens_with_all_its_contents(begin, file):
    file.write_bytes(STATE_2_1_0.read_bytes())
    api = begin(policy=Policy(webhook_pause=0.0))
    states = {order.customer_order_number: str(state_of(order)) for order in api.sandbox.orders.latest(0, 10)}
    assert states == {
        "PO-OPEN": "open",
        "PO-HELD": "on hold",
        "PO-SHIPPED": "shipped",
        "PO-BACK": "open",
        "PO-GONE": "canceled",
    }
    assert api.sandbox.clock.ahead == timedelta(hours=1)
    assert [fault.operation for fault in api.sandbox.faults.waiting()] == ["search"]
    assert [exchange.status for exchange in api.sandbox.exchanges] == [204]
    assert len(api.sandbox.events) == 10
    assert len(api.sandbox.hooks.deliveries()) == 7
    # The indexes hold what was read as they hold what is new.
    api.sandbox.faults.clear()
    assert sorted(api.found(ingramPartNumber="DF4128")) == ["PO-HELD", "PO-OPEN", "PO-SHIPPED"]
    assert api.found(orderStatus="ON HOLD") == ["PO-HELD"]
    assert api.create(customerOrderNumber="po-open").status == 400
    api.clock.forward(hours=24)
    assert api.found(orderStatus="CANCELLED") == ["PO-GONE", "PO-HELD"]


def test_a_state_file_with_webhooks_to_other_machines_is_refused(begin):
    begin(policy=Policy(webhooks_anywhere=True)).sandbox.hooks.add("http://example.com/events", "secret")
    with pytest.raises(ValueError, match=r"example\.com/events'; webhooks go to this machine only"):
        begin()
    # The file is let go of, and is as it was.
    (hook,) = begin(policy=Policy(webhooks_anywhere=True)).sandbox.hooks.registered()
    assert hook.url == "http://example.com/events"


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        ("UPDATE kept SET value = '{}' WHERE kind = 'order'", r"order 20-\w{5} cannot be read"),
        ("UPDATE kept SET value = '1e999' WHERE kind = 'clock'", "infinity"),
        ("UPDATE kept SET key = 'x' || key WHERE kind = 'event'", "'x1'"),
        (
            """UPDATE kept SET value = replace(value, 'Z"', '"')
            WHERE key = (SELECT min(key) FROM kept WHERE kind = 'order')""",
            "naive",
        ),
        ("ALTER TABLE kept RENAME COLUMN value TO other", "not a sandbox's state"),
    ],
)
def test_a_file_with_something_unreadable_in_it_is_named_and_let_go_of(begin, file, damage, why):
    api = begin()
    api.held()
    api.held()
    api.sandbox.clock.advance(seconds=1)
    begin().sandbox.close()
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(damage)
    for _ in range(2):  # if it was not let go of, another sandbox has it open
        with pytest.raises(ValueError, match=rf"orders\.db cannot be used: .*{why}"):
            Sandbox(state=file)
