"""`debug = True` logs every step of a call, and no secret."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from unit_kit import AT_ONCE, CREATED, ORDER, WHO, Connected, answer, not_sent, unanswered

from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import ApiException, ApiValueError

SECRET = "s3cret-value"
LOGGER = "xi.sdk.resellers"


@pytest.fixture
def debugging(caplog: pytest.LogCaptureFixture) -> Callable[..., Connected]:
    """Makes clients that log all they can."""
    caplog.set_level(logging.DEBUG)

    def make(*script: Any, **given: Any) -> Connected:
        configuration = Configuration(access_token=SECRET, retry=AT_ONCE)
        configuration.debug = True
        return Connected(*script, configuration=configuration, **given)

    return make


def test_a_call_can_be_followed_step_by_step(debugging, caplog: pytest.LogCaptureFixture) -> None:
    client = debugging(not_sent("no route"), answer(429), answer(201, CREATED))
    client.orders.post_createorder_v6(*WHO, ORDER)
    steps = [record.getMessage().partition(" ")[0] for record in caplog.records if record.name == LOGGER]
    assert steps == ["sending", "no", "waiting", "sending", "answered", "waiting", "sending", "answered"]
    assert "POST https://api.ingrammicro.com:443/resellers/v6/orders" in caplog.text
    assert "'IM-CorrelationID': 'corr-1'" in caplog.text
    assert '"customerOrderNumber": "PO-1"' in caplog.text
    assert "no route" in caplog.text
    assert SECRET not in caplog.text
    assert "'Authorization': '***'" in caplog.text


def test_nothing_is_logged_without_debug(caplog: pytest.LogCaptureFixture) -> None:
    client = Connected(answer(204))
    client.orders.get_resellers_v6_ordersearch(*WHO)
    assert caplog.records == []


def test_the_form_and_the_answer_of_a_token_request_are_not_logged(debugging, caplog) -> None:
    client = debugging(answer(200, {"access_token": SECRET, "token_type": "Bearer", "expires_in": "86399"}))
    client.tokens.get_accesstoken("client_credentials", "the-client", SECRET)
    assert "/oauth/oauth20/token" in caplog.text
    assert "answered" in caplog.text
    assert SECRET not in caplog.text
    assert "the-client" not in caplog.text


@pytest.mark.parametrize("status", [400, 401, 500])
def test_the_body_of_a_refused_token_request_is_not_logged(debugging, caplog, status: int) -> None:
    client = debugging(*[answer(status, {"message": f"unknown secret {SECRET}"})] * 4)
    with pytest.raises(ApiException):
        client.tokens.get_accesstoken("client_credentials", "the-client", SECRET)
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    "auth",
    [
        {"in": "query", "key": "api_key", "value": SECRET},
        {"in": "header", "key": "X-Api-Key", "value": SECRET},
        {"in": "header", "key": "Authorization", "value": f"Basic {SECRET}"},
        {"in": "cookie", "key": "sid", "value": f"sid={SECRET}"},
    ],
    ids=lambda auth: f"{auth['in']}-{auth['key']}",
)
def test_a_credential_of_the_call_is_not_logged(debugging, caplog, auth: dict[str, str]) -> None:
    client = debugging(unanswered(), answer(204))
    client.orders.get_resellers_v6_ordersearch(*WHO, page_size=5, _request_auth=auth)
    assert SECRET in client.sent[0].target + str(dict(client.sent[0].headers))
    assert SECRET not in caplog.text


def test_only_headers_known_to_be_harmless_are_logged(debugging, caplog) -> None:
    client = debugging(answer(204, Set_Cookie=SECRET, X_Anything=SECRET), cookie=SECRET)
    client.client.set_default_header("X-Shop-Key", SECRET)
    client.orders.get_resellers_v6_ordersearch(*WHO, _headers={"X-Call-Key": SECRET})
    assert "'X-Shop-Key': '***'" in caplog.text
    assert SECRET not in caplog.text


def test_the_log_file_of_the_configuration_contains_no_secret(debugging, tmp_path: Path) -> None:
    client = debugging(answer(401, {"message": "no"}))
    client.configuration.logger_file = str(tmp_path / "calls.log")
    with pytest.raises(ApiException):
        client.orders.get_orderdetails_v6_1("20-AAAA1", *WHO)
    client.configuration.logger_file = None
    written = (tmp_path / "calls.log").read_text(encoding="utf-8")
    assert "GET https://api.ingrammicro.com:443/resellers/v6.1/orders/20-AAAA1" in written
    assert SECRET not in written


@pytest.mark.parametrize(
    "script",
    [[answer(401)], [answer(500)] * 4, [not_sent("no host")] * 4, [unanswered("reset")] * 4, [answer(200, b"<html>")]],
    ids=["401", "500", "not sent", "unanswered", "unreadable"],
)
def test_no_traceback_contains_the_token(debugging, script: list[Any]) -> None:
    client = debugging(*script)
    with pytest.raises(ApiException) as caught:
        client.orders.get_orderdetails_v6_1("20-AAAA1", *WHO)
    shown = "".join(traceback.format_exception(caught.value))
    assert SECRET not in shown
    assert SECRET not in repr(caught.value)


def test_a_traceback_with_local_variables_contains_no_secret(debugging) -> None:
    # What rich, Sentry and pytest show: the repr of every local variable on the way.
    client = debugging(unanswered("reset"))
    auth = {"in": "query", "key": "k", "value": "an0ther"}
    with pytest.raises(ApiException) as caught:
        client.orders.post_createorder_v6(*WHO, ORDER, _request_auth=auth)
    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    inner = [
        frame for frame in frames if "_core" in frame.f_code.co_filename or "_transport" in frame.f_code.co_filename
    ]
    assert inner
    for frame in inner:
        assert "an0ther" not in repr(frame.f_locals)


def test_errors_about_arguments_do_not_repeat_a_secret(debugging) -> None:
    client = debugging()
    with pytest.raises(ApiValueError) as caught:
        client.orders.get_resellers_v6_ordersearch(*WHO, _headers={"X-Key": f"{SECRET}\n"})
    assert SECRET not in str(caught.value)
    with pytest.raises(ApiValueError) as caught:
        client.tokens.get_accesstoken("client_credentials", "  ", SECRET)
    assert SECRET not in str(caught.value)
