"""The headers that only some families need: from the account, or from the argument of a bound call."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from xi.sdk.resellers import (
    Account,
    ApiClient,
    ApiValueError,
    Configuration,
    DealsApi,
    FreightEstimateApi,
    InvoicesApi,
    OrdersApi,
    QuotesApi,
    aio,
)
from xi.sdk.resellers.testing import Answer, AsyncScriptedTransport, ScriptedTransport

WHO = ("20-222222", "US")
Ask = Callable[..., Any]
NEEDED: list[tuple[Ask, str, str, str, Any]] = [
    (
        lambda client, **more: FreightEstimateApi(client).bound().post_freightestimate(**more),
        "IM-CustomerContact",
        "im_customer_contact",
        "customer_contact",
        {"freightEstimateResponse": {"currencyCode": "USD"}},
    ),
    (
        lambda client, **more: QuotesApi(client).bound().get_quotessearch_v6(**more),
        "IM-CustomerContact",
        "im_customer_contact",
        "customer_contact",
        {"recordsFound": 0},
    ),
    (
        lambda client, **more: InvoicesApi(client).bound().get_invoicedetails_v6_1("31-1", **more),
        "IM-ApplicationID",
        "im_application_id",
        "application_id",
        {"invoiceNumber": "31-1"},
    ),
    (
        lambda client, **more: DealsApi(client).bound().get_resellers_v6_dealsdetails("7", **more),
        "IM-ApplicationId",
        "im_application_id",
        "application_id",
        {"dealId": "7"},
    ),
    (
        lambda client, **more: OrdersApi(client).bound().vendor_required_info(**more),
        "IM-SenderID",
        "im_sender_id",
        "sender_id",
        [],
    ),
]


def sent(ask: Ask, answer: Any, account: Account, **more: str) -> Any:
    """Return the headers of one call."""
    with ScriptedTransport(Answer(200, answer)) as script:
        ask(ApiClient(Configuration(access_token="t", account=account), transport=script), **more)
    return script.request.headers


@pytest.mark.parametrize(("ask", "header", "argument", "field", "answer"), NEEDED)
def test_it_is_that_of_the_account_and_an_argument_replaces_it(
    ask: Ask, header: str, argument: str, field: str, answer: Any
) -> None:
    account = Account(*WHO, **{field: "desk@reseller.example"})
    assert sent(ask, answer, account)[header] == "desk@reseller.example"
    assert sent(ask, answer, account, **{argument: "other"})[header] == "other"
    assert sent(ask, answer, Account(*WHO), **{argument: "other"})[header] == "other"


@pytest.mark.parametrize(("ask", "argument", "field"), [(ask, named, field) for ask, _, named, field, _ in NEEDED])
def test_without_one_the_error_names_both_ways(ask: Ask, argument: str, field: str) -> None:
    client = ApiClient(Configuration(access_token="t", account=Account(*WHO)), transport=ScriptedTransport())
    with pytest.raises(ApiValueError, match=rf"{argument} is required: .* Account\(\.\.\., {field}=") as caught:
        ask(client)
    assert caught.value.argument == argument


def test_it_is_the_same_in_an_event_loop() -> None:
    async def ask() -> None:
        configuration = Configuration(access_token="t", account=Account(*WHO, application_id="shop"))
        async with aio.AsyncApiClient(configuration, transport=script) as client:
            await aio.InvoicesApi(client).bound().get_invoicedetails_v6_1("31-1")
            with pytest.raises(ApiValueError, match="im_customer_contact is required"):
                await aio.FreightEstimateApi(client).bound().post_freightestimate()

    with AsyncScriptedTransport(Answer(200, {"invoiceNumber": "31-1"})) as script:
        asyncio.run(ask())
    assert script.request.headers["IM-ApplicationID"] == "shop"
