"""No secret is in an error, its traceback or the logs, whatever went wrong."""

from __future__ import annotations

import logging
import pickle
import traceback
from pathlib import Path
from typing import Any

import pytest
from call_kit import CREATE_V6, DETAILS, ORDER, SEARCH, TOKEN, WHO
from leak_kit import chain_of
from server_kit import ServerConnection, Step
from step_kit import CLOSE, HALF_BODY, HALF_HEAD, RESET, SILENT, answer, raw

from xi.sdk.resellers import AccesstokenApi, ApiException, OrdersApi, RetryPolicy
from xi.sdk.resellers._core.messages import Request, Timeouts, is_unsent
from xi.sdk.resellers._transport import urllib3_connections, urllib3_response
from xi.sdk.resellers.exceptions import NotSentException

PASSWORD = "pr0xy-passw0rd"
SECRETS = (TOKEN, PASSWORD, "cl1ent-s3cret", "cook1e-s3cret", "qu3ry-s3cret", "t0ken-of-answer")


def visible(error: BaseException, caplog: pytest.LogCaptureFixture) -> str:
    """Return everything a person can see of an error: its text, its chain and the logs."""
    chain = traceback.format_exception(error)
    shown = traceback.format_exception(pickle.loads(pickle.dumps(error)))
    return "\n".join([str(error), repr(error), repr(error.args), *chain, *shown, caplog.text])


def clean(text: str) -> bool:
    return not any(secret in text for secret in SECRETS)


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(RESET, id="reset"),
        pytest.param(CLOSE, id="close"),
        pytest.param(SILENT, id="silence"),
        pytest.param(raw(HALF_HEAD), id="half a head"),
        pytest.param(raw(HALF_BODY), id="half a body"),
        pytest.param(raw(b"no HTTP\r\n"), id="no HTTP"),
        pytest.param(answer(400, {"message": "no"}), id="400"),
        pytest.param(answer(401, {"message": "no"}, Set_Cookie="cook1e-s3cret"), id="401"),
        pytest.param(answer(500, b"<html/>"), id="500"),
        pytest.param(answer(302, b"", Location="https://127.0.0.1/cook1e-s3cret"), id="302"),
        pytest.param(answer(200, b"<html/>"), id="200 that is a page"),
    ],
)
def test_no_secret_is_in_an_error_its_traceback_or_the_log(serve, client_of, caplog, step: Step) -> None:
    client = client_of(serve(step), debug=True)
    client.cookie = "cook1e-s3cret"
    caplog.set_level(logging.DEBUG)  # urllib3's own log, too
    with pytest.raises(ApiException) as caught:
        CREATE_V6(OrdersApi(client), _request_timeout=(30, 0.2))
    assert "sending Request(POST" in caplog.text
    assert clean(visible(caught.value, caplog))


def test_no_secret_is_in_the_error_of_a_call_that_was_not_sent(closed_port, orders_of, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(NotSentException) as caught:
        CREATE_V6(orders_of(closed_port, debug=True))
    assert "no answer: NotSent" in caplog.text
    assert clean(visible(caught.value, caplog))


def test_no_secret_is_in_the_log_of_a_call_that_goes_well(serve, orders_of, caplog) -> None:
    orders = orders_of(serve(SEARCH.answer()), debug=True)
    caplog.set_level(logging.DEBUG)
    SEARCH(orders)
    assert "answered Response(200 OK" in caplog.text
    assert clean(caplog.text)


@pytest.mark.parametrize("host", ["http://api.example", "https://api.example"])
@pytest.mark.parametrize("scheme", ["http", "socks5h"])
def test_the_password_of_a_proxy_is_not_in_the_error_of_one_that_is_down(
    closed_port, orders_of, caplog, host: str, scheme: str
) -> None:
    if scheme == "socks5h":
        pytest.importorskip("socks", reason="PySocks, of the extra `socks`, is not installed")
    proxy = closed_port.replace("http://", f"{scheme}://me:{PASSWORD}@")
    caplog.set_level(logging.DEBUG)
    headers = {"Proxy-Authorization": PASSWORD}
    with pytest.raises(NotSentException) as caught:
        CREATE_V6(orders_of(host, proxy=proxy, proxy_headers=headers, debug=True))
    assert clean(visible(caught.value, caplog))


@pytest.mark.parametrize("step", [answer(407, b"", Connection="close"), RESET], ids=["407", "reset"])
def test_the_password_of_a_proxy_is_not_in_the_error_of_one_that_refuses(
    serve, orders_of, authority, caplog, step: Step
) -> None:
    proxy = serve(step, step, step)
    caplog.set_level(logging.DEBUG)
    with pytest.raises(NotSentException) as caught:
        CREATE_V6(
            orders_of(
                "https://api.example",
                proxy=proxy.url.replace("//", f"//me:{PASSWORD}@"),
                proxy_headers={"Proxy-Authorization": PASSWORD},
                ssl_ca_cert=authority.path,
                debug=True,
            )
        )
    assert clean(visible(caught.value, caplog))


@pytest.mark.parametrize("step", [RESET, answer(401), SILENT], ids=["reset", "401", "silence"])
def test_a_credential_in_the_query_is_not_in_the_error_nor_in_our_log(serve, orders_of, caplog, step: Step) -> None:
    caplog.set_level(logging.DEBUG, "xi.sdk.resellers")
    auth = {"in": "query", "key": "key", "value": "qu3ry-s3cret"}
    server = serve(step)
    with pytest.raises(ApiException) as caught:
        orders_of(server).post_createorder_v6(*WHO, ORDER, _request_auth=auth, _request_timeout=(30, 0.2))
    assert "qu3ry-s3cret" in server.request.target
    assert clean(visible(caught.value, caplog))


def test_the_client_secret_and_the_token_got_for_it_are_not_in_the_log(serve, client_of, caplog) -> None:
    server = serve(RESET, answer(500), answer(200, {"access_token": "t0ken-of-answer", "expires_in": "86399"}))
    client = client_of(server, debug=True)
    caplog.set_level(logging.DEBUG)
    given = AccesstokenApi(client).get_accesstoken("client_credentials", "me", "cl1ent-s3cret")
    assert given.access_token == "t0ken-of-answer"
    assert b"cl1ent-s3cret" in server.requests[0].body
    assert len(server.requests) == 3
    assert clean(caplog.text)


def test_a_get_is_sent_without_a_body_and_the_token_goes_in_its_header_only(serve, orders_of) -> None:
    server = serve(DETAILS.answer())
    DETAILS(orders_of(server))
    arrived = server.request
    assert arrived.body == b""
    assert "content-length" not in arrived.headers
    assert TOKEN not in arrived.target
    assert [name for name, value in arrived.headers.items() if TOKEN in value] == ["authorization"]


class TimeLimit(Exception):  # noqa: N818 - task queues call theirs so
    """What a task queue raises in a program whose time is over."""


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, TimeLimit])
@pytest.mark.parametrize("when", ["connecting", "sending", "reading"])
def test_an_interrupt_says_whether_bytes_may_have_been_sent(serve, orders_of, monkeypatch, kind, when: str) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise kind("stop")

    server = serve(always=DETAILS.answer())
    orders = orders_of(server)
    DETAILS(orders)
    if when == "connecting":
        orders.api_client.close()
    owner, name = {
        "connecting": (urllib3_connections, "remaining"),
        "sending": (urllib3_connections.BaseConnection, "request"),
        "reading": (urllib3_response.BoundedResponse, "begin"),
    }[when]
    monkeypatch.setattr(owner, name, broken)
    with pytest.raises(kind, match="stop") as caught:
        orders.api_client._bound.transport.send(Request("GET", server.url, "/", {}), Timeouts(5, 5, 5))
    assert is_unsent(caught.value) is (when != "reading")
    frames = [frame.f_code.co_filename for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    assert not [each for each in frames if "urllib3" in Path(each).parts or each.endswith("client.py")]


def test_no_frame_of_urllib3_can_be_reached_from_an_error(serve, orders_of, closed_port) -> None:
    def reset(connection: ServerConnection) -> bool:
        connection.reset()
        return False

    for orders in (
        orders_of(serve(Step(reset)), retry=RetryPolicy(attempts=1)),
        orders_of(closed_port, retry=RetryPolicy(attempts=1)),
    ):
        with pytest.raises(ApiException) as caught:
            CREATE_V6(orders)
        for error in chain_of(caught.value):
            assert not isinstance(error, OSError)
            for frame, _ in traceback.walk_tb(error.__traceback__):
                assert "urllib3" not in Path(frame.f_code.co_filename).parts
