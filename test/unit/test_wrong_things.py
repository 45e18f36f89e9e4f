"""Wrong objects as arguments, and missing credentials: an error of one line names what was meant."""

from __future__ import annotations

import asyncio
import re
import warnings
from pathlib import Path
from types import SimpleNamespace, new_class
from typing import Any
from unittest.mock import MagicMock, Mock, create_autospec

import pytest
from unit_kit import AT_ONCE, WHO, Connected, answer

from xi.sdk.resellers import AccesstokenApi, Account, ApiClient, Configuration, OrdersApi, aio, paging
from xi.sdk.resellers._client.client import NEVER_CALLED
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, UnauthorizedException

ACCOUNT = Account("20-222222", "US")
NONE = "no credentials: set client_id and client_secret, or access_token"


class Sent(list[Any]):
    """A transport that sends nothing and answers 204."""

    def send(self, request: Any, _: Any) -> Any:
        self.append(request)
        return answer(204)

    def close(self) -> None:
        """Do nothing; no connection is open."""


class SentAsync(Sent):
    async def send(self, request: Any, _: Any) -> Any:
        return super().send(request, _)

    async def close(self) -> None:  # type: ignore[override]
        """Do nothing; no connection is open."""


class OfOurs(Configuration):
    pass


class ClientOfOurs(ApiClient):
    pass


def blocking() -> ApiClient:
    return ApiClient(Configuration(), transport=Sent())


def awaited() -> aio.AsyncApiClient:
    return aio.AsyncApiClient(Configuration(), transport=SentAsync())


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda: OrdersApi(Configuration()),
            "OrdersApi takes an ApiClient, not Configuration: OrdersApi(ApiClient(configuration))",
        ),
        (lambda: OrdersApi(OfOurs()), "not OfOurs: OrdersApi(ApiClient(configuration))"),
        (lambda: AccesstokenApi(Configuration()), "AccesstokenApi takes an ApiClient"),
        (lambda: OrdersApi("https://hush.example"), "not str: OrdersApi(ApiClient(Configuration(...)))"),
        (lambda: OrdersApi({"host": "hush"}), "not dict"),
        (lambda: OrdersApi(ApiClient), "not the class ApiClient"),
        (lambda: OrdersApi(Configuration), "not the class Configuration"),
        (lambda: OrdersApi(ACCOUNT), "not Account"),
        (lambda: OrdersApi(OrdersApi(blocking())), "not OrdersApi"),
        (
            lambda: OrdersApi(awaited()),
            "xi.sdk.resellers.OrdersApi takes an ApiClient, not AsyncApiClient; with that goes aio.OrdersApi",
        ),
        (
            lambda: aio.OrdersApi(blocking()),
            "aio.OrdersApi takes an AsyncApiClient, not ApiClient; with that goes xi.sdk.resellers.OrdersApi",
        ),
        (lambda: aio.OrdersApi(ClientOfOurs(Configuration(), transport=Sent())), "not ClientOfOurs"),
        (lambda: aio.OrdersApi(Configuration()), "OrdersApi takes an AsyncApiClient, not Configuration"),
        (
            lambda: ApiClient("http://hush"),
            "ApiClient takes a Configuration, not str: ApiClient(Configuration(host=...))",
        ),
        (
            lambda: ApiClient({"host": "hush"}),
            "ApiClient takes a Configuration, not dict: ApiClient(Configuration(...))",
        ),
        (lambda: ApiClient(Configuration), "not the class Configuration"),
        (lambda: ApiClient(blocking()), "not ApiClient"),
        (lambda: ApiClient(ACCOUNT), "not Account"),
        (lambda: aio.AsyncApiClient("http://hush"), "AsyncApiClient takes a Configuration, not str"),
        (lambda: OrdersApi(blocking()).bound("20-222222"), "account should be an Account, such as"),
        (lambda: OrdersApi(blocking()).bound(account=("20-222222", "US")), "not tuple"),
        (lambda: aio.OrdersApi(awaited()).bound("US"), "not str"),
    ],
)
def test_a_wrong_object_is_refused_and_the_error_names_the_right_one(make: Any, said: str) -> None:
    with pytest.raises(ApiTypeError) as caught:
        make()
    assert said in str(caught.value)
    assert "hush" not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.argument in ("api_client", "configuration", "account")


def test_test_doubles_of_a_program_are_accepted() -> None:
    for stand_in in (Mock(), MagicMock(), create_autospec(ApiClient, instance=True), SimpleNamespace(), object()):
        assert OrdersApi(stand_in).api_client is stand_in
    client = Mock()
    client.call.return_value = "an order"
    assert OrdersApi(client).get_orderdetails_v6_1("20-1", *WHO) == "an order"
    assert OrdersApi(Mock(configuration=Configuration(account=ACCOUNT))).bound().account == ACCOUNT


# No credentials


def bare(**settings: Any) -> tuple[Sent, Any]:
    sent = Sent()
    return sent, OrdersApi(ApiClient(Configuration(**settings), transport=sent))


def bare_async(**settings: Any) -> tuple[Sent, Any]:
    sent = SentAsync()
    return sent, aio.OrdersApi(aio.AsyncApiClient(Configuration(**settings), transport=sent))


async def _all(pages: Any) -> list[Any]:
    return [each async for each in pages]


@pytest.mark.parametrize(
    "call",
    [
        lambda api, _: api.bound(ACCOUNT).get_resellers_v6_ordersearch(),
        lambda api, _: api.bound(ACCOUNT).get_resellers_v6_ordersearch_with_http_info(),
        lambda api, _: list(paging.orders(api.bound(ACCOUNT))),
        lambda api, _: list(paging.orders(api.bound(ACCOUNT), prefetch=True)),
        lambda _, api: asyncio.run(api.get_resellers_v6_ordersearch(*WHO)),
        lambda _, api: asyncio.run(api.bound(ACCOUNT).get_resellers_v6_ordersearch()),
        lambda _, api: asyncio.run(_all(paging.orders(api.bound(ACCOUNT)))),
    ],
    ids=["bound", "bound with info", "paging", "paging ahead", "aio", "aio bound", "aio paging"],
)
@pytest.mark.parametrize("settings", [{}, {"access_token": ""}], ids=["none", "an empty token"])
def test_without_credentials_nothing_is_sent(call: Any, settings: dict[str, Any]) -> None:
    (sent, api), (sent_async, api_async) = bare(**settings), bare_async(**settings)
    with pytest.raises(ApiValueError) as caught:
        call(api, api_async)
    assert str(caught.value) == NONE
    assert caught.value.argument == "client_id"
    assert (list(sent), list(sent_async)) == ([], [])


def test_every_kind_of_credentials_counts() -> None:
    own = {"in": "header", "key": "X-Key", "value": "k"}
    ways: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"access_token": "t"}, {}),
        ({"access_token": lambda: "t"}, {}),
        ({}, {"_headers": {"authorization": "Basic x"}}),
    ]
    for settings, options in ways:
        sent, api = bare(**settings)
        assert api.bound(ACCOUNT).get_resellers_v6_ordersearch(**options) is None
        assert len(sent) == 1
    sent_async, api_async = bare_async()
    asyncio.run(api_async.get_resellers_v6_ordersearch(*WHO, _request_auth=own))
    assert len(sent_async) == 1
    sent, api = bare()
    api.api_client.set_default_header("Authorization", "Bearer x")
    api.bound(ACCOUNT).get_resellers_v6_ordersearch()
    api.api_client.configuration.auth_settings = dict
    api.bound(ACCOUNT).get_resellers_v6_ordersearch()
    assert len(sent) == 2


def test_a_token_can_come_after_the_account_was_bound() -> None:
    sent, api = bare()
    orders = api.bound(ACCOUNT)
    api.api_client.configuration.access_token = "t"
    orders.get_resellers_v6_ordersearch()
    assert sent[0].open_headers()["Authorization"] == "Bearer t"


def test_a_call_in_the_form_of_1_1_0_is_sent_and_its_401_says_that_credentials_are_missing() -> None:
    refused = answer(401, {"fault": {"faultstring": "Invalid access token"}})
    client = Connected(answer(204), refused, refused, configuration=Configuration(retry=AT_ONCE))
    assert client.orders.get_resellers_v6_ordersearch(*WHO) is None
    with pytest.raises(UnauthorizedException) as caught:
        client.orders.get_resellers_v6_ordersearch(*WHO)
    hint = "no credentials were set: set client_id and client_secret, or access_token"
    assert caught.value.hint == hint
    assert hint in str(caught.value)
    client.configuration.access_token = "t"
    with pytest.raises(UnauthorizedException) as caught:
        client.orders.get_resellers_v6_ordersearch(*WHO)
    assert "no credentials" not in str(caught.value)


def test_the_error_for_an_unapproved_app_does_not_mention_missing_credentials() -> None:
    unapproved = answer(401, {"fault": {"faultstring": "Invalid API call as no apiproduct match found"}})
    client = Connected(unapproved, configuration=Configuration(retry=AT_ONCE))
    with pytest.raises(UnauthorizedException) as caught:
        client.orders.get_resellers_v6_ordersearch(*WHO)
    assert "no credentials" not in str(caught.value)


class Mixin:
    def param_serialize(self) -> None:
        """Never called."""


@pytest.mark.parametrize("base", [ApiClient, aio.AsyncApiClient])
@pytest.mark.parametrize(
    ("members", "mixins", "said"),
    [
        ({"call_api": print}, (), r"call_api \(instead, override call\(\), call_with_info\(\) and call_raw\(\)\)$"),
        (
            {"update_params_for_auth": print},
            (),
            r"update_params_for_auth \(instead, use set_default_header\(\), ",
        ),
        ({"deserialize": print, "response_deserialize": print}, (), r"response_deserialize \([^)]*.*; deserialize \("),
        ({"user_agent": "shop/1.0"}, (), r"user_agent \(instead, assign user_agent to the client\)$"),
        ({"user_agent": property(lambda _: "shop/1.0")}, (), r"user_agent \("),
        ({}, (Mixin,), r"param_serialize \("),
    ],
)
def test_a_class_that_overrides_what_no_call_uses_gives_a_warning(
    base: type[Any], members: dict[str, Any], mixins: tuple[type, ...], said: str
) -> None:
    with pytest.warns(UserWarning, match=rf"^Signed has what no call uses, so it has no effect: {said}") as caught:
        signed: type[Any] = new_class("Signed", (*mixins, base), exec_body=lambda body: body.update(members))
    assert len(caught) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        new_class("Below", (signed,))  # it overrides nothing itself


def test_the_warning_belongs_to_the_line_of_the_class_or_of_the_assignment() -> None:
    with pytest.warns(UserWarning, match="Signed has .*: call_api") as caught:

        class Signed(ApiClient):
            def call_api(self) -> None:
                """Never called."""

    client = blocking()
    with pytest.warns(UserWarning, match=r"^ApiClient has .*: rest_client \(instead, use the settings of") as later:
        client.rest_client = Signed  # type: ignore[attr-defined]
    assert [each.filename for each in (*caught, *later)] == [__file__] * 2


def test_what_calls_use_can_be_overridden_and_assigned_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        class Counting(ApiClient):
            count = 0

            def call(self, *given: Any) -> Any:
                self.count += 1
                return super().call(*given)

        client = Counting(Configuration(access_token="t"), transport=Sent())
        client.user_agent = "shop/1.0"
        OrdersApi(client).get_resellers_v6_ordersearch(*WHO)
    assert client.count == 1


def test_each_name_of_the_published_client_that_no_call_uses_is_known_and_gone() -> None:
    page = (Path(__file__).parents[2] / "docs" / "migrating.md").read_text("utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith("| **Internal parts of `ApiClient`**"))
    assert set(re.findall(r"`(\w+)`", row.partition(";")[0])) - {"ApiClient"} == NEVER_CALLED.keys() - {"user_agent"}
    assert [each for each in NEVER_CALLED if hasattr(ApiClient, each)] == ["user_agent"]
