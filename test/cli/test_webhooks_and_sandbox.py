"""Webhooks are received, noted and checked by commands; the sandbox shows the ledger that its line names."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from http.client import HTTPConnection

import pytest
import urllib3
from cli_kit import COMMAND, DEADLINE_S, Cli, environment, valid
from urllib3.util import Retry

SECRET = "whsec-2Fq8"


def body(po: str, event_id: str = "e-1") -> bytes:
    resource = {"eventType": "IM::async_order_create", "customerOrderNumber": po, "orders": []}
    return json.dumps([{"event": "IM::created", "eventId": event_id, "resource": resource}]).encode()


def signature(event_id: str = "e-1", secret: str = SECRET) -> str:
    return base64.b64encode(hmac.new(secret.encode(), event_id.encode(), hashlib.sha512).digest()).decode()


@contextmanager
def service(cli: Cli, *args: str, **env: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Yield a service and its URL; it is ended if it has not ended by itself."""
    with subprocess.Popen(
        [*COMMAND, *args],
        env=environment(cli.home, cli.env | env),
        cwd=cli.home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found is not None, process.communicate()
            yield process, found[0]
        finally:
            process.kill()
            process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="stops the service with signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_webhooks_are_noted_and_the_service_ends_with_0_after_what_is_under_way(
    cli: Cli, number: signal.Signals
) -> None:
    with service(cli, "webhooks", "serve", "--port", "0", XI_WEBHOOK_SECRET=SECRET) as (process, url):
        with urllib3.PoolManager(retries=False, timeout=DEADLINE_S) as http:
            headers = {"x-hub-signature": signature()}
            assert http.request("POST", f"{url}/any/path", body=body("A-1"), headers=headers).status == 200
            assert http.request("POST", url, body=body("A-1"), headers={"x-hub-signature": "bad"}).status == 401
        # One is under way when the signal comes: its body is not whole yet.
        with closing(HTTPConnection(url.removeprefix("http://"), timeout=DEADLINE_S)) as connection:
            late = body("A-2", "e-2")
            connection.putrequest("POST", "/")
            connection.putheader("x-hub-signature", signature("e-2"))
            connection.putheader("content-length", str(len(late)))
            connection.endheaders(late[:10])
            # Its connection is opened after that of the late one: once it is answered, the late one has been read.
            with urllib3.PoolManager(retries=False, timeout=DEADLINE_S) as http:
                assert http.request("GET", url).status == 405
            process.send_signal(number)
            _wait_until_closed(url)
            connection.send(late[10:])
            assert connection.getresponse().status == 200
        out, err = process.communicate(timeout=DEADLINE_S)
    assert (process.returncode, out) == (0, "")
    assert SECRET not in err
    assert "ledger test-local.db" in err
    with closing(sqlite3.connect(cli.ledger)) as ledger:
        assert ledger.execute("SELECT event_id, done_at IS NOT NULL FROM xi_webhooks ORDER BY id").fetchall() == [
            ("e-1", 1),
            ("e-2", 1),
        ]


def _wait_until_closed(url: str) -> None:
    """Wait until nobody listens any more."""
    host, _, port = url.removeprefix("http://").rpartition(":")
    until = time.monotonic() + DEADLINE_S
    with suppress(ConnectionError):  # refused, or reset if it was closed while this one connected
        while time.monotonic() < until:
            socket.create_connection((host, int(port)), timeout=DEADLINE_S).close()
            time.sleep(0.01)
        pytest.fail("the service goes on listening")


@pytest.mark.skipif(sys.platform != "linux", reason="sets the number of files of another process, as only Linux can")
def test_silent_senders_use_up_no_files_and_the_next_event_is_noted(cli: Cli) -> None:
    import resource

    with service(cli, "webhooks", "serve", "--port", "0", XI_WEBHOOK_SECRET=SECRET) as (process, url):
        resource.prlimit(process.pid, resource.RLIMIT_NOFILE, (300, 300))
        host, _, port = url.removeprefix("http://").rpartition(":")
        with ExitStack() as stack:
            for _ in range(400):
                silent = stack.enter_context(socket.socket())
                silent.setblocking(False)  # one that the system keeps waiting may come later
                silent.connect_ex((host, int(port)))
        with urllib3.PoolManager(
            retries=Retry(20, allowed_methods=None, backoff_factor=0.01), timeout=DEADLINE_S
        ) as http:
            noted = http.request("POST", url, body=body("A-1"), headers={"x-hub-signature": signature()})
        assert noted.status == 200
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=DEADLINE_S)
    assert "Traceback" not in err
    assert process.returncode == 0


def test_a_service_that_cannot_begin_says_what_is_missing(cli: Cli) -> None:
    ran = cli.run("webhooks", "serve", "--port", "0")
    assert (ran.code, "[no-secret]" in ran.err) == (2, True)
    ran = cli.run("webhooks", "serve", "--host", "192.0.2.1", env={"XI_WEBHOOK_SECRET": SECRET})
    assert (ran.code, "cannot listen on port 8098 of 192.0.2.1" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("given", "code", "why"),
    [
        (["--signature", signature()], 0, None),
        (["--headers", f"POST /hooks HTTP/1.1\nHost: a\nX-Hub-Signature:  {signature()}\n"], 0, None),
        (["--signature", signature(secret="other")], 1, "no secret fits the signature"),
        (["--signature", signature("e-2")], 1, "no secret fits the signature"),
        (["--headers", "Host: a\n"], 1, "0 headers x-hub-signature, not one"),
        (["--headers", f"x-hub-signature: {signature()}\n" * 2], 1, "2 headers x-hub-signature, not one"),
    ],
)
def test_a_webhook_is_genuine_or_not(cli: Cli, given: list[str], code: int, why: str | None) -> None:
    (cli.home / "body.json").write_bytes(body("A-1"))
    option, text = given
    if option == "--headers":
        (cli.home / "headers.txt").write_text(text)
        text = "headers.txt"
    secret = cli.home / "secret"
    cli.configure(webhook_secret_file=str(secret))
    secret.write_text(f"{SECRET}\n")
    secret.chmod(0o600)
    ran = cli.run("webhooks", "verify", "body.json", option, text, "--json")
    assert ran.code == code, ran.err
    assert valid("webhook", ran.json) == {"schema": "xi-orders/webhook/1", "genuine": code == 0, "because": why}
    plain = cli.run("webhooks", "verify", "body.json", option, text)
    assert plain.out == ("genuine\n" if code == 0 else f"not genuine: {why}\n")


def test_what_is_to_be_verified_has_to_be_said_and_be_there(cli: Cli) -> None:
    (cli.home / "body.json").write_bytes(body("A-1"))
    ran = cli.run("webhooks", "verify", "body.json", env={"XI_WEBHOOK_SECRET": SECRET})
    assert (ran.code, "--signature" in ran.err, "--headers" in ran.err) == (2, True, True)
    ran = cli.run("webhooks", "verify", "none.json", "--signature", "x", env={"XI_WEBHOOK_SECRET": SECRET})
    assert (ran.code, "none.json" in ran.err) == (2, True)
    ran = cli.run("webhooks", "verify", "body.json", "--signature", "x")
    assert (ran.code, "[no-secret]" in ran.err) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="stops the server with SIGINT")
def test_the_sandbox_shows_the_ledger_that_its_line_names_and_only_that(cli: Cli) -> None:
    desk = cli.desk()
    desk.plan({"customerOrderNumber": "A-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]})
    desk.ledger.close()
    with (
        urllib3.PoolManager(retries=False, timeout=DEADLINE_S) as http,
        service(cli, "sandbox", "--port", "0", "--ledger", str(cli.ledger)) as (process, url),
    ):
        assert ">A-1</a>" in http.request("GET", f"{url}/ledger").data.decode()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=DEADLINE_S)
    with (
        urllib3.PoolManager(retries=False, timeout=DEADLINE_S) as http,
        service(cli, "sandbox", "--port", "0") as (_, url),
    ):
        assert 'href="/ledger"' not in http.request("GET", url).data.decode()
    ran = cli.run("sandbox", "--port", "0", "--ledger", "postgresql://me:hush@db/orders")
    assert (ran.code, "[secret-in-url]" in ran.err, "hush" in ran.err) == (2, True, False)
