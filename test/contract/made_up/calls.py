"""Calls the made-up operations in every form; runs in a process of its own, in which they are part of the package.

It prints one object: the name of each check, with what went wrong or an empty text.
"""

from __future__ import annotations

import asyncio
import json
import sys
import traceback
from collections.abc import Sequence
from inspect import signature
from typing import Any, get_type_hints

import pytest

from xi.sdk.resellers import (
    Account,
    ApiClient,
    ApiException,
    ApiValueError,
    BoundWidgetPricesApi,
    Configuration,
    ToolsApi,
    UnreadableResponseException,
    WidgetBatch,
    WidgetMaker,
    WidgetPrice,
    WidgetPricesApi,
    WidgetPricesRequest,
    WidgetReceipt,
    aio,
    api,
)
from xi.sdk.resellers._core.operations import POST_WIDGETPRICES, PUT_WIDGETPRICE, widget_prices
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.testing import AT_ONCE, Answer, AsyncScriptedTransport, ScriptedTransport, SentRequest

WHO = ("20-222222", "US", "corr-1")
PRICES = [{"name": "sprocket", "price": 2}, {"name": "cog", "price": "3.5", "more": 1}]
CONFIGURATION = Configuration(access_token="t", account=Account("20-222222", "US"), retry=AT_ONCE)


def prices(answer: Answer, *arguments: Any, **named: Any) -> tuple[Any, SentRequest]:
    with ScriptedTransport(answer) as script:
        found = WidgetPricesApi(ApiClient(CONFIGURATION, transport=script)).post_widgetprices(
            *WHO, "shop", *arguments, **named
        )
    return found, script.request


def refused(answer: Answer) -> UnreadableResponseException:
    with pytest.raises(UnreadableResponseException) as caught:
        prices(answer)
    return caught.value


def check_a_list_is_read_as_a_list_of_models() -> None:
    for status in (200, 207):
        found, _ = prices(Answer(status, PRICES))
        assert [type(each) for each in found] == [WidgetPrice, WidgetPrice]
        assert [each.price for each in found] == [2, 3.5]
        assert found[1].to_dict() == {"name": "cog", "price": 3.5, "more": 1}


def check_an_answer_without_a_field_that_the_contract_requires_is_read() -> None:
    (found,), _ = prices(Answer(200, [{"price": 2}]))
    assert (found.name, found.price) == (None, 2)
    assert WidgetPrice(price=1).name is None


def check_an_empty_list_is_an_answer_and_no_body_is_none() -> None:
    assert prices(Answer(200, []))[0] == []
    assert "carries no body" in str(refused(Answer(200)))


def check_one_object_in_place_of_a_list_is_a_list_of_one() -> None:
    assert [each.name for each in prices(Answer(200, PRICES[0]))[0]] == ["sprocket"]


def check_a_list_of_other_things_is_refused() -> None:
    for body in (
        {"fault": {"faultstring": "no"}},
        [{"fault": {}}],
        [{"name": "cog"}, {"fault": {}}],
        [1, None],
        "[",
        '"text"',
        '[{"name": "a"}] {"name": "b"}',
        '[{"unknown": 1}]',
    ):
        refused(Answer(200, body))


def check_numbers_and_cut_characters_are_kept_as_they_came() -> None:
    (found,), _ = prices(
        Answer(200, '[{"name": 20.0, "price": 1e999, "more": 12345678901234567890123, "odd": "\\ud83d"}]')
    )
    assert found.name == "20"
    assert found.price == float("inf")
    assert found.more == 12345678901234567890123


def check_an_optional_body_may_be_left_out() -> None:
    _, sent = prices(Answer(200, []))
    assert sent.json is None
    assert "Content-Type" not in sent.headers
    _, sent = prices(Answer(200, []), widget_prices_request=WidgetPricesRequest(names=["sprocket", None]))
    assert sent.json == {"names": ["sprocket", None]}
    assert sent.headers["Content-Type"] == "application/json"
    assert signature(WidgetPricesApi.post_widgetprices).parameters["widget_prices_request"].default is None


def check_headers_and_query_go_out_under_their_own_names() -> None:
    _, sent = prices(Answer(200, []), accept_language="de", plan_id="gold", keyword=["red", "round"])
    assert sent.headers["Accept-Language"] == "de"
    assert sent.headers["IM-ApplicationId"] == "shop"
    assert sent.query == {"planID": ["gold"], "keyword": ["red", "round"]}


def check_the_arguments_come_required_first() -> None:
    assert [each.name for each in POST_WIDGETPRICES.parameters] == [
        *("im_customer_number", "im_country_code", "im_correlation_id", "im_application_id"),
        *("accept_language", "plan_id", "keyword", "widget_prices_request"),
    ]


def check_each_status_has_its_model() -> None:
    for status, body, kind in ((200, {"receiptNumber": 4}, WidgetReceipt), (201, PRICES[0], WidgetPrice)):
        with ScriptedTransport(Answer(status, body)) as script:
            found = WidgetPricesApi(ApiClient(CONFIGURATION, transport=script)).put_widgetprice(
                *WHO, WidgetPrice(price=1)
            )
        assert type(found) is kind
    assert (PUT_WIDGETPRICE.success, PUT_WIDGETPRICE.success_by_status) == ("WidgetReceipt", {201: "WidgetPrice"})
    assert get_type_hints(WidgetPricesApi.put_widgetprice)["return"] == WidgetReceipt | WidgetPrice


def check_types_are_those_of_lists() -> None:
    assert get_type_hints(WidgetPricesApi.post_widgetprices)["return"] == list[WidgetPrice]
    assert get_type_hints(WidgetPricesApi.post_widgetprices_with_http_info)["return"] == ApiResponse[list[WidgetPrice]]
    assert get_type_hints(BoundWidgetPricesApi.post_widgetprices)["return"] == list[WidgetPrice]
    assert get_type_hints(aio.WidgetPricesApi.post_widgetprices)["return"] == list[WidgetPrice]
    assert get_type_hints(WidgetPricesApi.post_widgetprices)["keyword"] == Sequence[str] | None


def check_the_other_forms_give_the_same() -> None:
    with ScriptedTransport(Answer(200, PRICES), Answer(404, "none")) as script:
        calls = WidgetPricesApi(ApiClient(CONFIGURATION, transport=script))
        told = calls.post_widgetprices_with_http_info(*WHO, "shop")
        assert calls.post_widgetprices_without_preload_content(*WHO, "shop").status == 404
    assert [each.name for each in told.data] == ["sprocket", "cog"]
    assert json.loads(told.raw_data) == PRICES


def check_bound_calls_fill_in_who_is_calling() -> None:
    with ScriptedTransport(Answer(207, PRICES)) as script:
        found = (
            WidgetPricesApi(ApiClient(CONFIGURATION, transport=script))
            .bound()
            .post_widgetprices(im_application_id="shop", plan_id="lead")
        )
    assert len(found) == 2
    assert script.request.headers["IM-CustomerNumber"] == "20-222222"
    assert len(script.request.headers["IM-CorrelationID"]) == 32


def check_awaited_calls_give_the_same() -> None:
    async def ask() -> list[WidgetPrice]:
        async with aio.AsyncApiClient(CONFIGURATION, transport=script) as client:
            return await aio.WidgetPricesApi(client).bound().post_widgetprices(im_application_id="shop")

    with AsyncScriptedTransport(Answer(200, PRICES)) as script:
        assert [each.name for each in asyncio.run(ask())] == ["sprocket", "cog"]


def check_an_answer_may_be_empty_and_a_call_without_an_account() -> None:
    with ScriptedTransport(Answer(200)) as script:
        calls = ToolsApi(ApiClient(CONFIGURATION, transport=script))
        calls.try_hook("t-1", "abc", {"names": ["cog"]})
    assert (script.request.path, script.request.headers["x-hub-signature"]) == ("/tools/t-1/hook", "abc")
    assert not hasattr(calls, "bound")
    assert get_type_hints(ToolsApi.try_hook)["return"] is type(None)


def check_what_is_only_sent_is_strict_and_what_also_comes_is_not() -> None:
    WidgetPrice(name="longer than three")
    with pytest.raises(ValueError, match="at most 5 characters"):
        WidgetMaker(maker_name="longer than five")
    assert WidgetPricesRequest(maker=None).to_dict() == {"maker": None}


def check_a_field_may_have_the_name_of_a_type() -> None:
    batch = WidgetBatch(list=[WidgetMaker(maker_name="ACME")], str="a", notes=["b"])
    assert batch.to_dict() == {"list": [{"makerName": "ACME"}], "str": "a", "notes": ["b"]}


def check_no_error_speaks_of_an_order() -> None:
    with ScriptedTransport(Answer(404)) as script:
        calls = ToolsApi(ApiClient(CONFIGURATION, transport=script))
        for tool, kind in (("..", ApiValueError), ("t-1", ApiException)):
            with pytest.raises(kind) as caught:
                calls.try_hook(tool, "abc", {})
            assert "order" not in str(caught.value)
            assert getattr(caught.value, "order_number", None) is None


def check_each_name_is_where_names_are() -> None:
    assert api.WidgetPricesApi is WidgetPricesApi
    assert WidgetPricesApi.__module__ == "xi.sdk.resellers.api.widget_prices_api"
    assert widget_prices.POST_WIDGETPRICES is POST_WIDGETPRICES


def wrong_with(check: Any) -> str:
    try:
        check()
    except BaseException:  # noqa: BLE001 - whatever it is, that of pytest too, it is told
        return traceback.format_exc()
    return ""


if __name__ == "__main__":
    checks = {name: check for name, check in globals().items() if name.startswith("check_")}
    sys.stdout.write(json.dumps({name: wrong_with(check) for name, check in checks.items()}))
