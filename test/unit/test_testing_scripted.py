"""ScriptedTransport answers from its script, records requests, and reports what was not expected."""

from __future__ import annotations

import asyncio
import pickle
import re
import subprocess
import sys
from contextlib import suppress
from typing import Any

import pytest
from unit_kit import CREATED, ORDER, WHO

from xi.sdk.resellers import (
    Account,
    ApiClient,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    BoundOrdersApi,
    Configuration,
    NotSentException,
    OrderDetailB2B,
    OrdersApi,
    RetryPolicy,
    ServiceException,
    UnansweredException,
    aio,
)
from xi.sdk.resellers.testing import (
    AT_ONCE,
    Answer,
    AsyncScriptedTransport,
    ExpectationError,
    NotSent,
    ScriptedTransport,
    Unanswered,
)

ACCOUNT = Account("20-222222", "US")
SHIPPED = Answer(200, {"orderStatus": "Shipped"})


def orders_of(script: ScriptedTransport, **settings: Any) -> BoundOrdersApi:
    configuration = Configuration(**({"access_token": "tok-1", "retry": AT_ONCE, "account": ACCOUNT} | settings))
    return OrdersApi(ApiClient(configuration, transport=script)).bound()


@pytest.mark.parametrize(
    ("body", "raw", "content_type"),
    [
        ({"orderStatus": "Shipped"}, b'{"orderStatus": "Shipped"}', "application/json"),
        (OrderDetailB2B(order_status="Shipped"), b'{"orderStatus":"Shipped"}', "application/json"),
        ('{"orderStatus": "ä"}', b'{"orderStatus": "\xc3\xa4"}', None),
        (b'\xef\xbb\xbf{"orderStatus":""}', b'\xef\xbb\xbf{"orderStatus":""}', None),
    ],
    ids=["dict", "model", "text", "bytes"],
)
def test_a_body_is_sent_according_to_its_type(body: Any, raw: bytes, content_type: str | None) -> None:
    with ScriptedTransport(Answer(200, body)) as script:
        got = orders_of(script).get_orderdetails_v6_1_with_http_info("20-AB1CD")
    assert got.raw_data == raw
    assert got.headers is not None
    assert got.headers.get("content-type") == content_type


def test_a_list_is_sent_as_a_json_list() -> None:
    answer = Answer(400, [{"message": "no"}])
    with ScriptedTransport(answer) as script, pytest.raises(BadRequestException) as caught:
        orders_of(script).get_orderdetails_v6_1("20-AB1CD")
    assert (caught.value.body, caught.value.headers) == ('[{"message": "no"}]', {"Content-Type": "application/json"})


def test_an_answer_can_have_no_body() -> None:
    with ScriptedTransport(Answer(204)) as script:
        assert orders_of(script).get_resellers_v6_ordersearch() is None


def test_given_headers_and_reason_are_used() -> None:
    answer = Answer(418, {}, {"content-type": "application/problem+json", "IM-CorrelationID": "c-9"}, "Short and stout")
    with ScriptedTransport(answer) as script, pytest.raises(Exception, match="Short and stout") as caught:
        orders_of(script).get_orderdetails_v6_1("20-AB1CD")
    assert dict(caught.value.headers) == answer.headers


@pytest.mark.parametrize(("status", "reason"), [(400, "Bad Request"), (499, "")])
def test_a_status_has_its_usual_reason(status: int, reason: str) -> None:
    assert Answer(status).response().reason == reason


@pytest.mark.parametrize(
    ("status", "body", "error", "message"),
    [
        (199, None, ApiValueError, "status is 199; it should be 200 to 599"),
        (600, None, ApiValueError, "status is 600"),
        (200, {"at": object()}, ApiTypeError, "body cannot be written as JSON: Object of type object"),
        (200, 5, ApiTypeError, "body is 5; it should be a model, a dict"),
    ],
)
def test_an_answer_that_no_server_can_send_is_refused_when_it_is_created(
    status: int, body: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        Answer(status, body)


@pytest.mark.parametrize("step", [[SHIPPED], 200, None, ValueError("no")], ids=repr)
def test_a_step_of_another_type_is_refused_when_it_is_added(step: Any) -> None:
    with pytest.raises(ApiTypeError, match="should be an Answer, a NotSent or an Unanswered"):
        ScriptedTransport(SHIPPED, step)


def test_a_request_is_recorded_as_it_was_sent() -> None:
    with ScriptedTransport(Answer(201, CREATED)) as script:
        client = ApiClient(Configuration("https://api.example/sandbox", access_token="tok-1"), transport=script)
        OrdersApi(client).post_createorder_v6(*WHO, ORDER)
    sent = script.request
    assert (sent.method, sent.origin, sent.path) == ("POST", "https://api.example", "/sandbox/resellers/v6/orders")
    assert sent.query == {}
    assert sent.json["lines"][0]["quantity"] == 2
    assert sent.headers["im-customernumber"] == "20-777777"
    assert sent.headers["IM-CorrelationID"] == "corr-1"


def test_a_query_is_recorded_decoded() -> None:
    with ScriptedTransport(Answer(204)) as script:
        orders_of(script).get_resellers_v6_ordersearch(customer_order_number="PO 1&2", page_size=5)
    assert script.request.query == {"customerOrderNumber": ["PO 1&2"], "pageSize": ["5"]}
    assert script.request.json is None


def test_secrets_are_not_recorded() -> None:
    token = {"access_token": "tok-secret-2", "token_type": "Bearer", "expires_in": "86399"}
    with ScriptedTransport(Answer(200, token), SHIPPED) as script:
        api = orders_of(script, access_token=None, client_id="an-app", client_secret="s3cr3t-of-app")
        api.get_orderdetails_v6_1("20-AB1CD", _headers={"X-Api-Key": "k3y", "Cookie": "sid=c00k", "X-Team": "blue"})
    assert [each.path for each in script.sent] == ["/oauth/oauth20/token", "/resellers/v6.1/orders/20-AB1CD"]
    shown = repr(script.sent)
    assert not [each for each in ("tok-secret-2", "s3cr3t", "k3y", "c00k") if each in shown]
    assert script.sent[1].headers["Authorization"] == "***"
    assert script.sent[1].headers["X-Team"] == "blue"


def test_a_body_that_is_not_json_is_recorded_as_none() -> None:
    from xi.sdk.resellers._core.messages import Request, Timeouts

    with ScriptedTransport(Answer()) as script:
        script.send(Request("POST", "https://api.example", "/x?a=1&a=", {}, b"\xff"), Timeouts(1, 1))
    assert script.request.json is None
    assert script.request.query == {"a": ["1", ""]}


def test_scripted_failures_raise_the_same_exceptions_as_real_ones() -> None:
    once = RetryPolicy(attempts=1)
    with ScriptedTransport(NotSent("no route"), Unanswered("reset")) as script:
        orders = orders_of(script, retry=once)
        with pytest.raises(NotSentException, match="no route"):
            orders.post_createorder_v6(ORDER)
        with pytest.raises(UnansweredException, match="reset"):
            orders.post_createorder_v6(ORDER)


def test_one_step_can_be_used_several_times() -> None:
    down, reset = Answer(503), Unanswered("reset")
    with ScriptedTransport(down, reset, reset, down) as script, pytest.raises(ServiceException):
        orders_of(script).get_orderdetails_v6_1("20-AB1CD")
    assert len({each.headers["IM-CorrelationID"] for each in script.sent}) == 1
    assert reset.__traceback__ is None


def test_the_policy_at_once_does_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("xi.sdk.resellers._transport.driver.run.__defaults__", (waits.append,))
    refused = Answer(429, headers={"Retry-After": "30"})
    with ScriptedTransport(refused, Answer(503), NotSent("refused"), SHIPPED) as script:
        assert orders_of(script).get_orderdetails_v6_1("20-AB1CD").order_status == "Shipped"
    assert waits == [0.0, 0.0, 0.0]


def test_a_request_without_a_step_raises_and_the_error_lists_what_was_sent() -> None:
    script = ScriptedTransport(SHIPPED)
    orders = orders_of(script)
    orders.get_orderdetails_v6_1("20-AB1CD")
    path = "/resellers/v6.1/orders/20-"
    message = f"the script has no step for GET {path}XX; sent: GET {path}AB1CD, GET {path}XX"
    with pytest.raises(ExpectationError, match=re.escape(message)):
        orders.get_orderdetails_v6_1("20-XX")
    assert issubclass(ExpectationError, AssertionError)


def test_a_request_without_a_step_is_reported_even_if_the_program_catches_the_error() -> None:
    def swallow() -> None:
        with ScriptedTransport() as script, suppress(Exception):
            orders_of(script).get_orderdetails_v6_1("20-XX")

    with pytest.raises(ExpectationError, match="the script had no step for GET /resellers"):
        swallow()


def test_unused_steps_are_listed() -> None:
    script = ScriptedTransport(SHIPPED, Answer(500), NotSent("refused"))
    orders_of(script).get_orderdetails_v6_1("20-AB1CD")
    message = r"2 of 3 steps were not used: Answer 500, NotSent \(refused\); sent: GET /resellers"
    with pytest.raises(ExpectationError, match=message):
        script.assert_done()
    with pytest.raises(ExpectationError, match="1 of 1 steps were not used: Answer 200; sent: nothing"):
        ScriptedTransport(SHIPPED).assert_done()


def test_a_block_that_fails_keeps_its_own_error() -> None:
    with pytest.raises(ZeroDivisionError), ScriptedTransport(SHIPPED):
        raise ZeroDivisionError


def test_steps_can_be_added_later() -> None:
    with ScriptedTransport() as script:
        script.add(SHIPPED, Answer(400, {"errors": [{"message": "no"}]}))
        orders = orders_of(script)
        orders.get_orderdetails_v6_1("20-AB1CD")
        with pytest.raises(BadRequestException):
            orders.get_orderdetails_v6_1("20-AB1CD")


@pytest.mark.parametrize(("calls", "message"), [(0, "0 were sent: nothing"), (2, "2 were sent: GET .*, GET ")])
def test_request_raises_unless_exactly_one_was_sent(calls: int, message: str) -> None:
    script = ScriptedTransport(SHIPPED, SHIPPED)
    for _ in range(calls):
        orders_of(script).get_orderdetails_v6_1("20-AB1CD")
    with pytest.raises(ExpectationError, match=f"one request was expected, {message}"):
        _ = script.request


def test_close_is_counted() -> None:
    script = ScriptedTransport()
    with ApiClient(Configuration(access_token="t"), transport=script):
        assert script.closed == 0
    assert script.closed == 1


def test_answers_are_values() -> None:
    assert pickle.loads(pickle.dumps(SHIPPED)) == SHIPPED == Answer(200, {"orderStatus": "Shipped"})


async def _awaited(script: AsyncScriptedTransport) -> str | None:
    configuration = Configuration(access_token="t", account=ACCOUNT, retry=AT_ONCE)
    async with aio.AsyncApiClient(configuration, transport=script) as client:
        got = await aio.OrdersApi(client).bound().get_orderdetails_v6_1("20-AB1CD")
    return got.order_status


def test_an_async_client_can_use_a_script() -> None:
    with AsyncScriptedTransport(Answer(503), Unanswered("reset"), SHIPPED) as script:
        assert asyncio.run(_awaited(script)) == "Shipped"
    assert [each.path for each in script.sent] == ["/resellers/v6.1/orders/20-AB1CD"] * 3
    assert script.closed == 1


def test_other_tasks_run_during_an_awaited_call() -> None:
    async def both() -> list[str]:
        order: list[str] = []

        async def called() -> None:
            await _awaited(script)
            order.append("call")

        async def other() -> None:
            order.append("other")

        await asyncio.gather(called(), other())
        return order

    with AsyncScriptedTransport(SHIPPED) as script:
        assert asyncio.run(both()) == ["other", "call"]


def test_an_awaited_request_without_a_step_raises() -> None:
    with pytest.raises(ExpectationError, match="has no step for GET"):
        asyncio.run(_awaited(AsyncScriptedTransport()))


def test_it_needs_neither_pytest_nor_the_sandbox() -> None:
    code = """
import sys
import xi.sdk.resellers.testing
print(sorted({"pytest", "starlette", "uvicorn", "aiohttp", "xi.sdk.resellers.sandbox"} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
