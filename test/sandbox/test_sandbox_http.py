"""The sandbox over a real socket, with a plain HTTP client."""

import base64
import importlib
import json
import socket
import subprocess
import sys
import threading
import time

import pytest
import urllib3

import xi.sdk.resellers.sandbox as package
from xi.sdk.resellers.cli.sockets import listen, url_of
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer, create_app
from xi.sdk.resellers.sandbox.http import server as serving

HEADERS = {
    "Authorization": "Bearer demo-token",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "fbac82ba-cf0a-4bcf-fc03-0c5084",
    "IM-SenderID": "MyCompany",
    "Accept": "application/json",
    "Content-Type": "application/json",
}
ORDER = {"customerOrderNumber": "http-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
HOLD = {"additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]}


@pytest.fixture
def http():
    with urllib3.PoolManager(retries=False, timeout=5) as pool:
        yield pool


@pytest.fixture
def call(server, http):
    def request(method, path, body=None, *, headers=HEADERS, fields=None):
        raw = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        extra = {"fields": fields} if fields is not None else {"body": raw}
        return http.request(method, server.url + path, headers=headers, redirect=False, **extra)

    return request


@pytest.mark.parametrize("prefix", ["", "/sandbox"])
def test_an_order_goes_through_all_its_states_under_both_prefixes(call, prefix):
    created = call("POST", f"{prefix}/resellers/v6/orders", {**ORDER, **HOLD})
    assert created.status == 201
    number = created.json()["orders"][0]["ingramOrderNumber"]
    found = call("GET", f"{prefix}/resellers/v6/orders/search?customerOrderNumber=HTTP-1").json()
    assert found["orders"][0]["ingramOrderNumber"] == number
    for path in (
        f"/resellers/v6.1/orders/{number}",
        f"/resellers/v6.1/orders/{number}-11",
        f"/resellers/v6/orders/{number}",
    ):
        assert call("GET", prefix + path).json()["orderStatus"] == "On Hold"
    change = {"lines": [{"ingramPartNumber": "2GZ200", "addUpdateDeleteLine": "ADD", "quantity": 2}]}
    assert call("PUT", f"{prefix}/resellers/v6/orders/{number}", change).status == 201
    released = call("PUT", f"{prefix}/resellers/v6/orders/{number}?actionCode=release&regionCode=CS", {})
    assert (released.status, released.data) == (200, b"null")
    assert call("DELETE", f"{prefix}/resellers/v6/orders/{number}?regionCode=CS").status == 405


def test_cancel_succeeds_with_an_empty_body(call):
    number = call("POST", "/resellers/v6/orders", {**ORDER, **HOLD}).json()["orders"][0]["ingramOrderNumber"]
    answer = call("DELETE", f"/resellers/v6/orders/{number}")
    assert (answer.status, answer.data) == (200, b"")


def test_release_needs_no_body(call):
    number = call("POST", "/resellers/v6/orders", {**ORDER, **HOLD}).json()["orders"][0]["ingramOrderNumber"]
    assert call("PUT", f"/resellers/v6/orders/{number}?actionCode=release").status == 200


def test_search_without_hits_has_neither_body_nor_content_type(call):
    answer = call("GET", "/resellers/v6/orders/search")
    assert (answer.status, answer.data) == (204, b"")
    assert "content-type" not in answer.headers


def test_v7_order_is_found_by_its_purchase_order(call):
    accepted = call("POST", "/resellers/v7/orders", ORDER)
    assert accepted.status == 200
    assert isinstance(accepted.json()["confirmationNumber"], str)
    assert call("GET", "/resellers/v6/orders/search?customerOrderNumber=http-1").json()["recordsFound"] == "1"


def test_correlation_id_and_sender_are_echoed_in_successes_and_errors(call):
    for answer in (
        call("POST", "/resellers/v6/orders", ORDER),
        call("POST", "/resellers/v6/orders", {}),
        call("GET", "/resellers/v6/orders/search?customerOrderNumber=none"),
    ):
        assert answer.headers["IM-CorrelationID"] == HEADERS["IM-CorrelationID"]
        assert answer.headers["IM-SenderID"] == "MyCompany"


def test_no_sender_is_echoed_if_none_was_sent(call):
    headers = {name: value for name, value in HEADERS.items() if name != "IM-SenderID"}
    assert "IM-SenderID" not in call("POST", "/resellers/v6/orders", ORDER, headers=headers).headers


def test_call_without_token_is_a_401_fault(call):
    headers = {name: value for name, value in HEADERS.items() if name != "Authorization"}
    answer = call("GET", "/resellers/v6/orders/search", headers=headers)
    assert answer.status == 401
    assert "faultstring" in answer.json()["fault"]


@pytest.mark.parametrize("path", ["/oauth/oauth20/token", "/oauth/oauth30/token"])
def test_token_is_issued_to_a_form_and_to_a_query_and_opens_the_api(call, path):
    given = {"grant_type": "client_credentials", "client_id": "me", "client_secret": "s&cret=+"}
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    posted = call(
        "POST",
        path,
        b"grant_type=client_credentials&client_id=me&client_secret=s%26cret%3D%2B",
        headers=form,
    )
    asked = call("GET", path, headers={}, fields=given)
    for answer in (posted, asked):
        assert answer.status == 200
        headers = {**HEADERS, "Authorization": f"Bearer {answer.json()['access_token']}"}
        assert call("GET", "/resellers/v6/orders/search", headers=headers).status == 204


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("Basic " + base64.b64encode(b"me:secret").decode(), 200),
        ("Basic " + base64.b64encode(b"\xff:x").decode(), 400),
        ("Basic ???", 400),
        ("Digest x", 400),
    ],
)
def test_token_request_may_carry_its_credentials_in_a_basic_header(call, header, status):
    headers = {"Authorization": header, "Content-Type": "application/x-www-form-urlencoded"}
    assert call("POST", "/oauth/oauth20/token", b"grant_type=client_credentials", headers=headers).status == status


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b'{"a": NaN}', b"[" * 100_000])
def test_body_that_is_not_json_is_a_400(call, body):
    answer = call("POST", "/resellers/v6/orders", body)
    assert answer.status == 400
    assert set(answer.json()["errors"][0]) == {"id", "type", "message"}


def test_body_over_the_limit_is_a_413_and_the_server_keeps_running(http):
    with SandboxServer(Sandbox(access_tokens={"demo-token"}, policy=Policy(body_limit=1000))) as small:
        for path in ("/resellers/v6/orders", "/oauth/oauth20/token"):
            answer = http.request("POST", small.url + path, body=b"x" * 1001, headers=HEADERS)
            assert answer.status == 413
            assert "1000 bytes" in answer.json()["errors"][0]["message"]
        assert http.request("GET", f"{small.url}/resellers/v6/orders/search", headers=HEADERS).status == 204


@pytest.mark.parametrize(
    "body",
    [
        json.dumps({**ORDER, "customerOrderNumber": "x\ud800"}).encode(),
        json.dumps({**ORDER, "customerOrderNumber": "x\ud800"}, ensure_ascii=False).encode("utf-8", "surrogatepass"),
        json.dumps(ORDER).encode("utf-16"),
        b'{"customerOrderNumber": NaN}',
        b"[" * 100_000,
        b"[" * 500 + b"]" * 500,
        b'{"a": ' * 101 + b"1" + b"}" * 101,
    ],
    ids=["half a character", "half a character as it is", "UTF-16", "NaN", "unclosed", "deep lists", "deep objects"],
)
def test_a_body_that_cannot_be_stored_is_refused_before_it_has_an_effect(call, server, body):
    answer = call("POST", "/resellers/v6/orders", body)
    assert (answer.status, answer.json()["errors"][0]["message"]) == (400, "The request body is not JSON")
    assert len(server.sandbox.orders) == 0


def test_a_body_may_contain_escaped_surrogate_pairs_a_byte_order_mark_and_some_nesting(call):
    deep: object = "x"
    for _ in range(98):
        deep = [deep]
    body = {**ORDER, "customerOrderNumber": "x\U0001f600", "deep": deep}
    answer = call("POST", "/resellers/v6/orders", b"\xef\xbb\xbf" + json.dumps(body).encode())
    assert (answer.status, answer.json()["customerOrderNumber"]) == (201, "X\U0001f600")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/resellers/v6/orders/ordersearch/x", 404),
        ("GET", "/sandbox/sandbox/resellers/v6/orders/search", 404),
        ("PUT", "/resellers/v6/orders/", 404),
        ("PATCH", "/resellers/v6/orders", 405),
        ("DELETE", "/oauth/oauth20/token", 405),
    ],
)
def test_path_or_method_the_api_does_not_have_is_answered_in_json(call, method, path, status):
    answer = call(method, path)
    assert answer.status == status
    assert answer.json()["errors"][0]["message"].startswith(f"There is no {method}")


def test_an_error_of_the_sandbox_itself_is_a_500_in_json(server, call, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(server.sandbox.orders, "search", broken)
    answer = call("GET", "/resellers/v6/orders/search")
    assert answer.status == 500
    error = answer.json()["errors"][0]
    assert error["type"] == "/errors/server-error"
    assert "ZeroDivisionError" in error["message"]


def test_the_app_creates_its_own_sandbox_by_default():
    assert isinstance(create_app().state.sandbox, Sandbox)


# the server


def test_the_server_starts_on_a_free_loopback_port_and_stops_cleanly(http):
    with SandboxServer():
        pass  # the first one pays for imports
    others = set(threading.enumerate())  # a server of other tests may run as long as all of them
    with SandboxServer() as running:
        url = running.url
        assert url.startswith("http://127.0.0.1:")
        assert http.request("GET", f"{url}/resellers/v6/orders/search").status == 401
    with pytest.raises(urllib3.exceptions.HTTPError):
        http.request("GET", f"{url}/resellers/v6/orders/search")
    assert not [thread for thread in {*threading.enumerate()} - others if thread.name == "xi-sandbox"]


def test_state_outlives_a_restart_of_the_server(http):
    stopped = SandboxServer(Sandbox(access_tokens={"demo-token"}))
    with stopped as running:
        http.request("POST", f"{running.url}/resellers/v6/orders", body=json.dumps(ORDER), headers=HEADERS)
    with stopped as running:
        assert http.request("GET", f"{running.url}/resellers/v6/orders/search", headers=HEADERS).status == 200


def test_server_that_is_not_running_has_no_url():
    stopped = SandboxServer()
    with pytest.raises(RuntimeError, match="not running"):
        _ = stopped.url
    stopped.stop()


def test_running_server_cannot_be_started_again(server):
    with pytest.raises(RuntimeError, match="already"):
        server.start()


@pytest.mark.parametrize("made_by", ["the server", "the command"])
def test_an_answer_on_a_connection_that_is_kept_never_waits_for_the_client(made_by, http, monkeypatch):
    running = []

    class Told(serving._TickingServer):
        def __init__(self, config, tick, connections):
            super().__init__(config, tick, connections)
            running.append(self)

    def five_answers(url):
        assert [http.request("GET", f"{url}/_sandbox").status for _ in range(5)] == [200] * 5
        (kept,) = running[0]._connections._open.values()
        return kept.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

    if made_by == "the server":
        with SandboxServer() as server:
            running.append(server._server)
            assert five_answers(server.url)
        return
    monkeypatch.setattr(serving, "_TickingServer", Told)
    with listen("127.0.0.1", 0, "another sandbox") as listening:
        thread = threading.Thread(target=serving.serve, kwargs={"listening": listening}, daemon=True)
        thread.start()
        while not (running and running[0].started):
            time.sleep(0.01)
        assert five_answers(url_of(listening))
        running[0].should_exit = True
        thread.join(10)
    assert not thread.is_alive()


def test_a_port_in_use_is_an_error(server):
    port = int(server.url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"):
        SandboxServer(port=port).start()


def test_a_server_that_fails_to_start_raises(monkeypatch):
    monkeypatch.setattr(serving.uvicorn.Server, "run", lambda *_: None)
    failing = SandboxServer()
    with pytest.raises(RuntimeError, match="come up"):
        failing.start()
    with pytest.raises(RuntimeError, match="not running"):
        _ = failing.url


def test_server_on_an_ipv6_address_has_it_in_brackets(http):
    try:
        running = SandboxServer(host="::1").start()
    except OSError:
        pytest.skip("no IPv6 here")
    try:
        assert running.url.startswith("http://[::1]:")
        assert http.request("GET", f"{running.url}/resellers/v6/orders/search").status == 401
    finally:
        running.stop()


def test_serve_runs_in_the_foreground_on_loopback_by_default(monkeypatch):
    seen = {}
    monkeypatch.setattr(serving.uvicorn.Server, "run", lambda server, _: seen.update(vars(server.config)))
    sandbox = Sandbox()
    package.serve(sandbox=sandbox)
    assert (seen["host"], seen["port"]) == ("127.0.0.1", 8099)
    assert seen["app"].state.sandbox is sandbox


# the package


@pytest.mark.parametrize("missing", ["starlette", "uvicorn"])
def test_import_without_the_extra_says_what_to_install(monkeypatch, missing):
    for name in [name for name in sys.modules if name.startswith(("xi.sdk.resellers.sandbox", missing))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ImportError, match=r'the extra "sandbox"\): pip install "starlette'):
        importlib.import_module("xi.sdk.resellers.sandbox")


def test_an_import_that_fails_for_another_reason_does_not_name_the_extra(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("xi.sdk.resellers.sandbox")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "json", None)
    with pytest.raises(ModuleNotFoundError, match="json") as caught:
        importlib.import_module("xi.sdk.resellers.sandbox")
    assert "pip install" not in str(caught.value)


def test_sandbox_never_imports_the_client():
    script = (
        "import sys, xi.sdk.resellers.sandbox\n"
        "names = ('api_client', 'configuration', '_core', '_transport', 'api', 'rest')\n"
        "bad = [m for m in sys.modules for n in names if m.startswith('xi.sdk.resellers.' + n)]\n"
        "print(bad)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there():
    assert all(hasattr(package, name) for name in package.__all__)


def test_requests_outside_the_api_are_logged_without_secrets(call, server):
    call("POST", "/resellers/v6/orders", b"{")
    call("GET", "/resellers/v6/ordrs?x=1")
    call("GET", "/oauth/oauth99/token?client_secret=hush")
    call("GET", "/favicon.ico")
    seen = [(each.operation, each.status, each.target) for each in server.sandbox.exchanges]
    assert seen == [
        ("create_v6", 400, "/resellers/v6/orders"),
        ("", 404, "/resellers/v6/ordrs"),
        ("", 404, "/oauth/oauth99/token"),
    ]
    assert "not JSON" in server.sandbox.exchanges[0].answered
    assert "hush" not in repr(list(server.sandbox.exchanges))


def test_a_number_with_a_line_break_is_unknown_and_not_a_wrong_path(call):
    answer = call("GET", "/sandbox/resellers/v6/quotes/A%0AB")
    assert answer.status == 400
    assert answer.json()["errors"][0]["fields"][0]["field"] == "quoteNumber"
