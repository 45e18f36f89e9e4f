"""Calls bound to an account: the same requests, with the headers of the account."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import Any

import pytest
from unit_kit import CREATED, ORDER, Connected, answer

from xi.sdk.resellers._core.operation import Operation
from xi.sdk.resellers._core.operations import orders
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.api import OrdersApi
from xi.sdk.resellers.api.bound_orders_api import BoundOrdersApi
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, ServiceException

ACCOUNT = Account("20-222222", "US", "shop")
FILLED_IN = ("im_customer_number", "im_country_code", "im_correlation_id", "im_sender_id")
CALLS: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "delete_ordercancel": (("20-RD128",), {"region_code": "CS"}),
    "get_orderdetails_v6_1": (
        ("20-RD128",),
        {
            "ingram_order_date": "2026-01-02",
            "vendor_number": "V1",
            "simulate_status": "SHIPPED",
            "is_iml": True,
            "region_code": "CS",
        },
    ),
    "get_resellers_v6_ordersearch": (
        (),
        {
            "ingram_order_number": "20-RD128",
            "order_status": "SHIPPED",
            "order_status_in": ["SHIPPED", "BACKORDERED"],
            "ingram_order_date": "2026-01-02",
            "ingram_order_date_bt": ["2026-01-02", "2026-01-03"],
            "customer_order_number": "PO-1",
            "page_size": 10,
            "page_number": 2,
            "end_customer_order_number": "E-1",
            "invoice_date_bt": ["2026-01-02", "2026-01-03"],
            "ship_date_bt": ["2026-01-02", "2026-01-03"],
            "delivery_date_bt": ["2026-01-02", "2026-01-03"],
            "ingram_part_number": "AB12",
            "vendor_part_number": "VP1",
            "serial_number": "S1",
            "tracking_number": "T1",
            "vendor_name": "Vendor",
            "special_bid_number": "B1",
        },
    ),
    "post_createorder_v6": ((ORDER,), {}),
    "post_createorder_v7": (({"customerOrderNumber": "PO-1"},), {}),
    "put_ordermodify": (("20-RD128", {}), {"action_code": "release", "region_code": "CS"}),
}
FORMS = ("", "_with_http_info", "_without_preload_content")
FOUND = answer(200, {"ingramOrderNumber": "20-RD128"})
ANSWERS = {
    "delete_ordercancel": answer(204),
    "get_resellers_v6_ordersearch": answer(200, {"recordsFound": 0}),
    "post_createorder_v6": answer(201, CREATED),
    "post_createorder_v7": answer(202, {"confirmationNumber": "C-1"}),
}
"""What a call is answered; any other finds the order."""


def bound(client: Connected, account: Account | None = ACCOUNT) -> BoundOrdersApi:
    return BoundOrdersApi(client.orders, account)


def test_every_method_has_three_forms_without_the_arguments_of_the_account() -> None:
    names = {name for name in vars(BoundOrdersApi) if not name.startswith("_")}
    operations = {each.name for each in vars(orders).values() if isinstance(each, Operation)}
    assert names == {f"{name}{form}" for name in operations for form in FORMS}
    assert operations >= CALLS.keys()
    for name in names:
        whole = inspect.signature(getattr(OrdersApi, name)).parameters
        ours = inspect.signature(getattr(BoundOrdersApi, name)).parameters
        replaceable = {"im_correlation_id"} | ({"im_sender_id"} & required_in(whole))
        assert set(ours) == {each for each in whole if each not in FILLED_IN} | replaceable, name


def required_in(parameters: Mapping[str, inspect.Parameter]) -> set[str]:
    """The arguments that a call must be given; the body of the v7 create is one of two."""
    return {
        name for name, each in parameters.items() if each.default is each.empty or name == "async_order_create_dto"
    } - {"self"}


@pytest.mark.parametrize("form", ["", "_with_http_info"])
@pytest.mark.parametrize("name", CALLS)
def test_a_bound_call_sends_the_same_request_with_the_account(name: str, form: str) -> None:
    positional, named = CALLS[name]
    given = ANSWERS.get(name, FOUND)
    plain, ours = Connected(given), Connected(given)
    got = getattr(bound(ours), name + form)(*positional, **named, im_correlation_id="corr-1")
    who = dict(zip(FILLED_IN, ("20-222222", "US", "corr-1", "shop"), strict=True))
    parameters = list(inspect.signature(getattr(OrdersApi, name)).parameters)[1:]
    filled = iter(positional)
    whole = inspect.signature(getattr(OrdersApi, name)).parameters
    required = [each for each in whole if each in required_in(whole) and each not in FILLED_IN]
    arguments = {each: next(filled) for each in required} | named | who
    assert set(arguments) <= set(parameters)
    expected = getattr(plain.orders, name + form)(**arguments)
    assert ours.request == plain.request
    assert (got.data if form else got) == (expected.data if form else expected)
    assert [ours.header(each) for each in ("IM-CustomerNumber", "IM-CountryCode", "IM-SenderID")] == [
        "20-222222",
        "US",
        "shop",
    ]


def test_every_call_has_a_new_correlation_id() -> None:
    client = Connected(FOUND, FOUND)
    for _ in range(2):
        bound(client).get_orderdetails_v6_1("20-RD128")
    ids = [each.headers["IM-CorrelationID"] for each in client.sent]
    assert ids[0] != ids[1]
    assert all(re.fullmatch("[0-9a-f]{32}", each) for each in ids)


def test_a_repeated_attempt_keeps_the_correlation_id_and_the_error_has_it() -> None:
    client = Connected(*[answer(503)] * 4)
    with pytest.raises(ServiceException) as caught:
        bound(client).get_orderdetails_v6_1("20-RD128")
    assert {each.headers["IM-CorrelationID"] for each in client.sent} == {caught.value.correlation_id}


def test_without_an_argument_the_account_of_the_configuration_is_used() -> None:
    client = Connected(FOUND, configuration=Configuration(access_token="t", account=ACCOUNT))
    api = client.orders.bound()
    assert isinstance(api, BoundOrdersApi)
    assert api.account is ACCOUNT
    assert client.orders.bound(Account("20-1", "CA")).account == Account("20-1", "CA")


def test_bound_without_an_account_raises() -> None:
    with pytest.raises(ApiValueError, match=r"bound\(\) needs an Account"):
        bound(Connected(), None)


def test_without_a_sender_its_header_is_not_sent() -> None:
    client = Connected(FOUND)
    bound(client, Account("20-1", "US")).get_orderdetails_v6_1("20-RD128")
    assert client.header("IM-SenderID") is None


@pytest.mark.parametrize("given", ["20-222222", ("20-222222", "US"), {"customer_number": "20-222222"}])
def test_a_value_that_is_not_an_account_is_refused(given: Any) -> None:
    with pytest.raises(
        ApiTypeError, match=r'account should be an Account, such as Account\("20-222222", "US"\)'
    ) as caught:
        bound(Connected(), given)
    assert caught.value.argument == "account"


@pytest.mark.parametrize("name", CALLS)
def test_a_bound_call_takes_the_options_of_a_call(name: str) -> None:
    positional, named = CALLS[name]
    client = Connected(answer(429))
    options: dict[str, Any] = {"_retry": RetryPolicy(attempts=1), "_deadline": 9.0, "_headers": {"X-Team": "blue"}}
    with pytest.raises(Exception, match="429"):
        getattr(bound(client), name)(*positional, **named, **options, _request_timeout=30.0)
    assert client.header("X-Team") == "blue"
    assert client.transport.timeouts[0].read == pytest.approx(9.0, abs=1.0)


def test_an_account_is_a_value() -> None:
    assert Account("20-1", "US") == Account("20-1", "US")
    assert len({Account("20-1", "US"), Account("20-1", "US")}) == 1


@pytest.mark.parametrize("form", FORMS)
def test_a_bound_call_takes_the_options_of_any_call(form: str) -> None:
    client = Connected(answer(201, CREATED))
    call = getattr(bound(client), f"post_createorder_v6{form}")
    auth = {"in": "header", "key": "Authorization", "value": "Basic own"}
    call(ORDER, _request_auth=auth, _content_type="application/vnd.own+json", _host_index=0)
    assert client.header("Authorization") == "Basic own"
    assert client.header("Content-Type") == "application/vnd.own+json"
    with pytest.raises(ValueError, match="there is no host 7"):
        call(ORDER, _host_index=7)
