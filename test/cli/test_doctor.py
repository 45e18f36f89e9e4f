"""doctor: a line for each part of the set-up, what to do, and the code of the worst."""

import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cli_kit import Cli, run, valid

from xi.sdk.resellers.approvals import Approval, Approved
from xi.sdk.resellers.cli.commands import _checks as checks
from xi.sdk.resellers.cli.config import Identity, Value
from xi.sdk.resellers.exceptions import BadRequestException, ErrorDetail, FieldError, ServiceException
from xi.sdk.resellers.ordering import Ledger
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.state.quotas import RateLimit

SECRET = "hush-3cr3t-hush"
CALLS = 20
OTHERS = ["deals", "freight estimate", "invoices", "product catalog", "quotes", "renewals", "returns"]
"""The API products besides orders, as the contract has them."""


@pytest.fixture
def user(tmp_path: Path) -> Iterator[Cli]:
    """Yield a user whose app the sandbox knows, and that has a quota."""
    # A window of many days, so that no new one begins while a test runs.
    policy = Policy(rate_limit=RateLimit(calls=CALLS, window=1e6, every_method=True, app_wide=True))
    with SandboxServer(Sandbox(credentials={"app": SECRET}, policy=policy)) as server:
        kept = tmp_path / "secret"
        kept.write_text(SECRET)
        kept.chmod(0o600)
        made = Cli(tmp_path, server)
        made.configure(client_id="app", client_secret_file=str(kept))
        yield made


def found(cli: Cli, *args: str, **options: Any) -> tuple[int, dict[str, tuple[str, str, str | None]]]:
    done = cli.run("doctor", "--json", *args, **options)
    assert "Traceback" not in done.err
    assert SECRET not in done.out + done.err
    rows = valid("doctor", done.json)["items"]
    return done.code, {each["check"]: (each["state"], each["found"], each["do"]) for each in rows}


def test_all_is_well(user: Cli) -> None:
    process = user.run("doctor")
    assert process.code == 0, process.out + process.err
    assert process.rows[0] == ["CHECK", "STATE", "FOUND", "DO"]
    code, rows = found(user)
    assert code == 0
    assert {state for state, _, do in rows.values()} == {"ok"}
    assert list(rows) == [
        "configuration", "environment", "account", "credentials", "token", "orders API",
        *(f"{each} API" for each in OTHERS), "customer and country", "quota", "clock", "TLS", "ledger", "disk", "files",
    ]  # fmt: skip
    assert rows["account"][1] == "20-222222 US"
    # Both times it asked each product once.
    assert rows["quota"][1] == f"{CALLS - 2 * (1 + len(OTHERS))} of {CALLS} calls left"
    assert rows["customer and country"][1] == "20-222222 US is accepted"
    assert rows["credentials"][1].startswith("app; its secret by client_secret_file (profile test in ")
    assert rows["ledger"][1] == f"none yet: the first order makes {user.ledger}"
    assert not user.ledger.exists()
    offline_code, offline = found(user, "--offline")
    assert offline_code == 0
    asked = {
        "token",
        "orders API",
        *(f"{each} API" for each in OTHERS),
        "customer and country",
        "quota",
        "clock",
        "TLS",
    }
    assert list(offline) == [each for each in rows if each not in asked]


def test_each_fault_has_its_code_and_what_to_do(user: Cli, tmp_path: Path) -> None:
    config = tmp_path / "config/xi-orders/config.toml"
    config.chmod(0o666)
    code, rows = found(user, "--offline")
    assert (code, rows["files"][0], rows["files"][2]) == (1, "failed", f"chmod go-w {config}")
    config.chmod(0o600)
    (tmp_path / "secret").chmod(0o644)
    code, rows = found(user)
    assert (code, rows["credentials"][0]) == (4, "failed")
    assert rows["credentials"][2] == f"chmod 600 {tmp_path / 'secret'}"
    assert "token" not in rows
    (tmp_path / "secret").chmod(0o600)
    (tmp_path / "secret").write_text("wrong")
    code, rows = found(user)
    assert (code, rows["token"][0], rows["orders API"][0]) == (4, "failed", "warning")
    (tmp_path / "secret").write_text(SECRET)
    user.configure(client_id="app", client_secret_file=str(tmp_path / "secret"), environment="production")
    code, rows = found(user, "--offline")
    assert (code, rows["ledger"]) == (6, ("failed", "no ledger", "xi-orders ledger init"))
    config.write_text("[profiles.test]\n")
    code, rows = found(user, "--offline")
    assert code == 4
    assert rows["environment"][:2] == ("failed", "the environment is not said, and it is never guessed")
    assert rows["credentials"][0] == "failed"
    code, rows = found(user, "--offline", "--profile", "tset")
    assert (code, rows["configuration"][2]) == (4, "did you mean test?")


def test_an_app_without_approval_and_a_server_that_is_away_are_told_apart(user: Cli) -> None:
    with SandboxServer(Sandbox(policy=Policy(approved=False))) as server:
        code, rows = found(user, "--environment", server.url)
    assert (code, rows["token"][0]) == (4, "ok")
    assert rows["orders API"] == (
        "failed", "not approved", "ask for it at developer.ingrammicro.com, for the app of this client ID",
    )  # fmt: skip
    code, rows = found(user, "--environment", "http://127.0.0.1:9")
    assert (code, rows["token"][0]) == (4, "failed")
    assert rows["clock"] == ("warning", "not known: the API did not answer", None)
    assert rows["quota"][0] == "warning"


def test_each_product_is_approved_by_itself_and_orders_alone_decide_the_code(user: Cli) -> None:
    assert user.server is not None
    user.server.sandbox.change_policy(unapproved={"Quotes", "ProductCatalog"})
    user.server.sandbox.faults.add("503", "deals", times=None)
    code, rows = found(user)
    assert code == 0
    states = {name: rows[f"{name} API"][:2] for name in ("orders", *OTHERS)}
    assert states.pop("deals")[0] == "warning"
    assert rows["deals API"][1].startswith("not known: 503")
    assert {name for name, row in states.items() if row == ("warning", "not approved")} == {"quotes", "product catalog"}
    assert {row for name, row in states.items() if name not in ("quotes", "product catalog")} == {("ok", "approved")}
    assert "ask for it at developer.ingrammicro.com" in (rows["quotes API"][2] or "")
    called = {(each.method, each.operation) for each in user.server.sandbox.exchanges}
    changing = {("POST", "create_v6"), ("POST", "create_v7"), ("PUT", "modify"), ("POST", "return_create")}
    assert ("POST", "freight_estimate") in called
    assert not called & changing


def test_a_call_takes_no_longer_than_is_said(user: Cli) -> None:
    assert user.server is not None
    user.server.sandbox.faults.add("delay", "search", times=None, seconds=20)
    code, rows = found(user, "--call-timeout", "0.5s")
    assert (code, rows["orders API"][0]) == (4, "warning"), rows
    wrong = user.run("doctor", "--call-timeout", "soon")
    assert (wrong.code, wrong.out, "--call-timeout is 'soon'" in wrong.err) == (2, "", True)


def test_a_small_quota_is_left_to_others(tmp_path: Path) -> None:
    policy = Policy(rate_limit=RateLimit(calls=5))
    with SandboxServer(Sandbox(credentials={"app": SECRET}, policy=policy)) as server:
        user = Cli(tmp_path, server)
        user.configure(client_id="app")
        code, rows = found(user, env={"XI_CLIENT_SECRET": SECRET})
    assert code == 0
    assert {rows[f"{each} API"][1] for each in OTHERS} == {"not tried: 4 calls are left, and others may need them"}
    assert rows["quota"][1] == "4 of 5 calls left"


def test_a_customer_that_the_server_refuses_is_told_in_its_words(user: Cli) -> None:
    user.configure(customer_number="2222", client_id="app", client_secret_file=str(user.home / "secret"))
    code, rows = found(user)
    assert code == 4
    state, said, do = rows["customer and country"]
    assert (state, said.partition(":")[0]) == ("failed", "2222 US is refused")
    assert "IM-CustomerNumber" in said
    assert "xi-orders login" in (do or "")
    assert rows["quotes API"][1] == "approved"


def test_the_country_of_an_address_is_not_that_of_the_account() -> None:
    """The freight estimate is asked without a body, and names what is missing in it."""
    about_ship_to = ErrorDetail(message="countryCode is required", fields=(FieldError("countryCode", None, "missing"),))
    freight = Approved("FreightEstimate", Approval.APPROVED, "post_freightestimate", "400", _refused(about_ship_to))
    away = ServiceException(500, "away")
    for error, state in ((None, "ok"), (away, "warning"), (_refused(about_ship_to), "failed")):
        trial = checks.Trial(error, None, None, (freight,))
        row = next(each for each in checks.api_rows(trial, IDENTITY) if each.check == "customer and country")
        assert row.state == state


def _refused(detail: ErrorDetail) -> BadRequestException:
    return BadRequestException(400, "Bad Request", errors=[detail])


def test_what_will_be_trouble_later_is_a_warning(user: Cli) -> None:
    assert user.server is not None
    token = user.server.sandbox.tokens.issue("app")
    user.ledger.parent.mkdir(parents=True)
    Ledger.init(user.ledger, environment="local").close()
    user.ledger.chmod(0o644)
    code, rows = found(user, env={"XI_ACCESS_TOKEN": token})
    assert code == 0
    assert {check: row[0] for check, row in rows.items() if row[0] != "ok"} == {
        "credentials": "warning",
        "files": "warning",
    }
    assert rows["files"][2] == f"chmod o-rwx {user.ledger}"
    assert rows["ledger"][1] == str(user.ledger)


IDENTITY = Identity(environment="production", host="https://api.ingrammicro.com:443", label="production")


@pytest.mark.parametrize(
    ("check", "trial", "state", "said", "do"),
    [
        ("clock", checks.Trial(None, -29.0, None), "ok", "-29.0 s", ""),
        ("clock", checks.Trial(None, 31.0, None), "warning", "+31.0 s from the server's", "by NTP"),
        ("clock", checks.Trial(None, None, None), "warning", "the server says no time", ""),
        ("quota", checks.Trial(None, None, ("0", "60")), "warning", "0 of 60 calls left", "wait a minute"),
        ("quota", checks.Trial(None, None, None), "ok", "the server does not say one", ""),
        ("TLS", checks.Trial(None, None, None), "ok", "the certificate is good", ""),
    ],
)
def test_an_answer_tells_clock_quota_and_tls(check: str, trial: checks.Trial, state: str, said: str, do: str) -> None:
    row = next(each for each in checks.api_rows(trial, IDENTITY) if each.check == check)
    assert (row.state, row.found) == (state, said)
    assert do in row.do


@pytest.mark.parametrize("apart", [-120.0, -1.0, 0.0, 1.0, 120.0])
def test_the_clock_is_compared_with_the_date_of_the_answer(apart: float, monkeypatch: pytest.MonkeyPatch) -> None:
    server = datetime(2026, 11, 26, 9, 0, 0, tzinfo=UTC)
    monkeypatch.setattr(checks.time, "time", lambda: server.timestamp() + apart + 0.5)
    seconds = checks._clock("Thu, 26 Nov 2026 09:00:00 GMT", 0.0)
    assert seconds == (apart if abs(apart) > 1 else 0.0)
    assert checks._clock("soon", 0.0) is None
    assert checks._clock(None, 0.0) is None


def test_a_certificate_that_is_not_trusted_is_told_as_such(tmp_path: Path) -> None:
    trustme = pytest.importorskip("trustme")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                try:
                    context.wrap_socket(connection, server_side=True).close()
                except OSError:
                    connection.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        port = listening.getsockname()[1]
        account = '[profiles.a]\ncustomer_number = "20-222222"\ncountry_code = "US"\nclient_id = "a"\n'
        config = tmp_path / "c.toml"
        config.write_text(f'{account}environment = "https://127.0.0.1:{port}"\n')
        options = ("--config", str(config), "--profile", "a")
        done = run("doctor", "--json", *options, home=tmp_path, env={"XI_CLIENT_SECRET": SECRET})
        listening.shutdown(socket.SHUT_RDWR)
    rows = {each["check"]: each for each in done.json["items"]}
    assert done.code == 4
    assert rows["TLS"]["state"] == "failed"
    assert "ca_cert" in rows["TLS"]["do"]


def test_a_ledger_that_no_order_could_make_is_told(user: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = tmp_path / "no" / "orders.db"
    process = user.run("--ledger", str(missing), "doctor", "--offline")
    assert process.code == 6, process.out + process.err
    assert f"none, and no order can make it: there is no folder {missing.parent}" in process.out
    missing.parent.mkdir()
    assert user.run("--ledger", str(missing), "doctor", "--offline").code == 0
    monkeypatch.setattr(checks.os, "access", lambda *_: False)  # root may write everywhere
    row = checks._row_of_none_yet(str(missing))
    assert (row.state, int(row.code)) == ("failed", 6)
    assert f"{missing.parent} cannot be written" in row.found
    assert checks._row_of_none_yet("postgresql://h/d").state == "ok"


def test_little_room_is_told_before_the_ledger_cannot_grow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ledger = Value(str(tmp_path / "not" / "there" / "a.db"), "--ledger")
    for free, state, code in ((5e9, "ok", 0), (5e8, "warning", 0), (5e7, "failed", 6)):
        monkeypatch.setattr(checks.shutil, "disk_usage", lambda _, free=free: type("Usage", (), {"free": free})())
        row = checks.disk_row(ledger)
        assert row is not None
        assert (row.state, int(row.code)) == (state, code)
    assert checks.disk_row(Value("postgresql://h/d", "--ledger")) is None
