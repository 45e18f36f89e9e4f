"""The examples of the guides about placing orders, run as they stand against a sandbox."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

import postgres_kit
import pytest
from desk_kit import desk_of, order
from webhook_kit import SECRET, asgi_server, post, result, signature

from xi.sdk.resellers import ApiClient, ApiValueError, BoundOrdersApi, Configuration, OrdersApi
from xi.sdk.resellers.ordering import LedgerError, OrderDesk
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

TYPING = Path(__file__).parents[1] / "typing"
sys.path.append(str(TYPING))
from guides_kit import GUIDES, ROOT, blocks, path_of, program  # noqa: E402 - the folder has to be known first

GUIDE_FILES = ROOT / "docs/order-files.md"
HOLD = {"additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]}
UNCHECKED = {"additionalAttributes": [{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}]}


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SandboxServer]:
    """A sandbox that the variables of this process lead to; the examples write into a folder of their own."""
    monkeypatch.chdir(tmp_path)
    with SandboxServer(Sandbox(seed=1)) as server:
        for name, value in {
            "XI_ENVIRONMENT": server.url,
            "XI_CLIENT_ID": "a",
            "XI_CLIENT_SECRET": "b",
            "XI_CUSTOMER_NUMBER": "20-222222",
            "XI_COUNTRY_CODE": "US",
            "DATABASE_URL": "sqlite:///shop.db",
            "WEBHOOK_SECRET": SECRET,
        }.items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def api(server: SandboxServer) -> Iterator[BoundOrdersApi]:
    with ApiClient(Configuration.from_env(host=server.url)) as client:
        yield OrdersApi(client).bound()


@pytest.fixture
def desk(api: BoundOrdersApi, tmp_path: Path) -> Iterator[OrderDesk]:
    """The desk of the first example, with short times."""
    desk = desk_of(api, tmp_path)
    yield desk
    desk.ledger.close()


def run(guide: str, *texts: str, **names: Any) -> dict[str, Any]:
    """Run the examples of a guide that have these texts, in this order, and return their variables."""
    names["__name__"] = "shown"
    for text in texts:
        (found,) = (each for each in blocks(guide) if text in each)
        exec(compile(found, f"docs/{guide}.md", "exec"), names)
    return names


@pytest.mark.parametrize("guide", GUIDES)
def test_the_examples_are_those_that_the_type_checkers_read(guide: str) -> None:
    assert path_of(guide).read_text("utf-8") == program(guide), "run: python test/typing/guides_kit.py"


def script(folder: Path, text: str) -> list[str | Path]:
    """Write a program, and return the command that runs it."""
    (folder / "script.py").write_text(text, "utf-8")
    return [sys.executable, "script.py"]


def test_the_ten_lines_place_200_orders_each_once_and_send_none_again(server: SandboxServer, tmp_path: Path) -> None:
    text = blocks("ordering")[0]
    assert text in ROOT.joinpath("README.md").read_text("utf-8")
    assert len(text.splitlines()) == 10
    command = script(tmp_path, text)
    for _ in range(2):
        ended = subprocess.run(command, check=True, capture_output=True, text=True, timeout=100)
        assert ended.stdout.count(" is placed as ") == 200
    assert list(server.sandbox.placements().values()) == [1] * 200
    assert server.sandbox.answered["create_v6", 201] == 200


def test_the_ten_lines_go_on_where_they_were_killed(server: SandboxServer, tmp_path: Path) -> None:
    short = "settings=Settings(deadline=2, lease=3, quiet=0.5, looks=(0.2, 0.5))"  # else it takes minutes
    text = blocks("ordering")[0].replace('orders.db")', f'orders.db", {short})').replace("Desk\n", "Desk, Settings\n")
    command = script(tmp_path, text)
    killed = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while len(server.sandbox.placements()) < 100:
        assert killed.poll() is None
        time.sleep(0.01)
    killed.kill()
    killed.wait()
    ended = subprocess.run(command, check=True, capture_output=True, text=True, timeout=100)
    assert ended.stdout.count(" is placed as ") == 200
    assert list(server.sandbox.placements().values()) == [1] * 200


def test_the_examples_for_one_order_and_its_ledger(
    desk: OrderDesk, api: BoundOrdersApi, capsys: pytest.CaptureFixture[str]
) -> None:
    names = run("ordering", "raise_for_state", "Ledger.init", desk=desk, orders=[order("PO-1")])
    names["ledger"].close()
    assert capsys.readouterr().out.startswith("('20-")
    refused = desk.place({"customerOrderNumber": "PO-2", "lines": [{"ingramPartNumber": "NO", "quantity": 1}]})
    names = run("ordering", "ledger.backup", "ledger.trust", "ledger.sql", **names)
    assert capsys.readouterr().out == f"PO-2 {refused.state} None None\n"
    assert desk.ledger.info().distrust is None
    run("ordering", "desk.track", "desk.pause", "openmetrics_text", **names)
    output = capsys.readouterr().out
    assert output.startswith("PO-1 None -> ")
    assert "the prices are wrong" in output
    assert 'xi_orders_rows{account="20-222222",state="placed"} 1' in output
    assert desk.paused is None
    names = run("ordering", "patient", **names, OrdersApi=OrdersApi, client=api.api_client, OrderDesk=OrderDesk)
    assert names["patient"].settings.patience == 3 * 86_400


def test_the_examples_that_change_orders_and_move_the_ledger(desk: OrderDesk) -> None:
    names = run("ordering", "desk.rest", "def cancel", "ledger.move", desk=desk, ledger=desk.ledger)
    lines = [{"ingramPartNumber": part, "quantity": 1} for part in ("DF4128", "NO")]
    good_ones = [{"attributeName": "allowPartialOrder", "attributeValue": "true"}]
    first = desk.place({"customerOrderNumber": "PO-1", "lines": lines, "additionalAttributes": good_ones})
    assert first.state == "partly"
    names["order_rest"]("PO-1")
    rest = desk.find("PO-1-R")
    assert rest is not None
    assert rest.state == "rejected"
    desk.place(order("PO-2", 1, **HOLD))
    assert names["cancel"]("PO-2")
    assert not names["cancel"]("PO-2")
    with postgres_kit.database() as url:
        names["move_to_postgresql"](url)
        with pytest.raises(LedgerError, match="was moved to"):
            desk.place(order("PO-3"))


def test_the_examples_for_many_orders(
    server: SandboxServer, desk: OrderDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    header = "customerOrderNumber,ingramPartNumber,quantity,ref.erp\n"
    Path("orders.csv").write_text(f"{header}PO-1,DF4128,1,1001\nPO-1,YN6231,2,1001\nPO-2,NO-SUCH,1,1002\n", "utf-8")
    names = run("bulk", "def show", "def waiting")
    names["desk"].ledger.close()
    output = capsys.readouterr().out
    assert "orders.csv:4 PO PO-2 is rejected" in output
    assert "1 placed, 1 rejected" in output
    (record,) = desk.rows(ref={"erp": "1001"})
    assert (record.batch, record.source_lines, record.is_standing) == ("2026-11-26", "2-3", True)
    names = run("bulk", "def report", "def place_checked", "def nightly", **(names | {"desk": desk}))
    assert names["nightly"]() == 3
    with pytest.raises(ApiValueError, match="200"):
        names["place_checked"]()
    with closing(sqlite3.connect("erp.db")) as database:
        database.execute("CREATE TABLE waiting (id, po, part, quantity)")
        rows = [(1, "PO-4", "DF4128", 1), (2, "PO-3", "DF4128", 0)]
        database.executemany("INSERT INTO waiting VALUES (?, ?, ?, ?)", rows)
        database.commit()
    names["place_good_ones"]()
    output = capsys.readouterr().out
    assert "1 waiting:2 " in output
    assert "PO PO-4 is placed" in output
    desk.stop()
    assert names["nightly"]() == 4
    assert set(server.sandbox.placements().values()) == {1}


def test_the_examples_for_order_files(server: SandboxServer, capsys: pytest.CaptureFixture[str]) -> None:
    (rows,) = re.findall(
        r"^```\n(customerOrderNumber.*?)^```$", GUIDE_FILES.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    Path("orders.csv").write_text(rows, "utf-8")
    names = run("order-files", "check_file")
    output = capsys.readouterr().out
    assert "orders    2 of 3 lines, 8 units; largest 5 (line 4)" in output
    assert "orders.csv:2-3 PO PO-1 is placed" in output
    assert "orders.csv:4 PO PO-2 is placed" in output
    first, second = "PO-3;[DF4128] Hülle;2,00;1.12.2026;EA;x", ";[YN6231] -;1;1.12.2026;EA;"
    Path("export.csv").write_text(f"PO;Item;Qty;Needed;Unit;Buyer\n{first}\n{second}\nTotal;;3;;;\n", "cp1252")
    names = run("order-files", "MAPPING", **names)
    names["place_export"]()
    assert "PO PO-3 is placed" in capsys.readouterr().out
    Path("in").mkdir()
    header = rows.splitlines()[0]
    for number, units in ((4, 3), (5, 5)):
        Path(f"in/{number}.csv").write_text(f"{header}\nPO-{number},DF4128,{units},Buffalo,1\n", "utf-8")
    names = run("order-files", "place_folder", **names)
    names["place_folder"]()
    assert "5.csv:2 PO PO-5 is placed" in capsys.readouterr().out
    names["desk"].ledger.close()
    assert server.sandbox.placements() == {f"PO-{number}": 1 for number in range(1, 6)}


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.usefixtures("server")
def test_the_examples_for_a_web_application(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with postgres_kit.database() if kind == "postgresql" else nullcontext("sqlite:///shop.db") as url:
        monkeypatch.setenv("DATABASE_URL", url.replace("postgresql://", "postgresql+psycopg://"))
        take_orders_in_a_web_application()


def take_orders_in_a_web_application() -> None:
    names = run("web-application", "create_engine", "def check_out", "def status", "webhook_app(", "Starlette(")
    shop: OrderDesk = names["desk"]
    with names["Session"](names["engine"]) as session:
        key = names["check_out"](session, order("PO-1"), 7)
        session.commit()
        names["check_out"](session, order("PO-2"), 8)
        session.rollback()
    assert names["status"]("PO-1")["state"] == "planned"
    assert names["status"]("PO-2") == {"state": "unknown"}
    shop.work(until="idle")
    found = names["status"]("PO-1")
    assert (found["state"], len(found["numbers"]), found["rejected"]) == ("placed", 1, [])
    assert [each.key for each in shop.rows(ref={"cart": "7"})] == [key]
    body = result("PO-1", *found["numbers"])
    with asgi_server(names["app"]) as url:
        assert post(f"{url}/webhooks", body, signature("e-1")) == 200
        assert post(f"{url}/webhooks", body, signature("e-2")) == 401
    names["engine"].dispose()
    names["client"].close()
    shop.ledger.close()


def test_the_worker_of_the_guide_places_what_is_planned_and_ends_on_sigterm(
    server: SandboxServer, api: BoundOrdersApi, tmp_path: Path
) -> None:
    (text,) = (each for each in blocks("web-application") if "__main__" in each)
    desk = OrderDesk(api, "sqlite:///shop.db")
    desk.plan(order("PO-1"))
    worker = subprocess.Popen(script(tmp_path, text), stderr=subprocess.PIPE, text=True)
    with worker:
        while not server.sandbox.placements():
            assert worker.poll() is None
            time.sleep(0.02)
        worker.send_signal(signal.SIGTERM)
        assert worker.stderr is not None
        assert "PO PO-1 is placed" in worker.stderr.read()
    assert worker.returncode == 0
    assert desk.place(order("PO-1")).sends == 1
    desk.ledger.close()


def test_the_examples_for_held_orders(
    server: SandboxServer, desk: OrderDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    server.sandbox.faults.add("drop_before", "create_v6")
    desk.place(order("PO-7", 1, **UNCHECKED), reuse="a test", wait=60)
    names = run("held-orders", 'state="held"')
    names["desk"].ledger.close()
    names["client"].close()
    assert capsys.readouterr().out.startswith("PO PO-7 is held (unguarded)")
    names = run("held-orders", "desk.recheck", "def for_support", "def close", "def cancel_second", desk=desk)
    output = capsys.readouterr().out
    assert " look held " in output
    assert "Customer 20-222222 US, PO PO-7" in output
    assert " intent, correlation ID " in output
    names["close"]("PO-7", "case 17")
    names["close"]("PO-7", "case 17")
    closed, refused = capsys.readouterr().out.splitlines()
    assert closed.startswith("PO PO-7 is not_placed")
    assert refused.startswith("PO PO-7: the order is not_placed; ")


def test_the_example_for_a_double_order_cancels_the_second(desk: OrderDesk, api: BoundOrdersApi) -> None:
    attributes = HOLD["additionalAttributes"]
    first = desk.place(order("PO-9", 1, additionalAttributes=attributes))
    api.post_createorder_v6(order("PO-9", 1, additionalAttributes=[*attributes, *UNCHECKED["additionalAttributes"]]))
    assert desk.recheck("PO-9").doubled
    run("held-orders", "def cancel_second", desk=desk)["cancel_second"]("PO-9")
    assert api.get_orderdetails_v6_1(first.order_numbers[0]).order_status == "On Hold"
    found = desk.find("PO-9")
    assert found is not None
    assert api.get_orderdetails_v6_1(found.order_numbers[1]).order_status == "Canceled"
