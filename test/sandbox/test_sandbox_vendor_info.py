"""What vendors want to be told, and the test benches of webhooks."""

from __future__ import annotations

import json
from typing import Any

import pytest

from xi.sdk.resellers.sandbox import Policy, QuoteLine, QuoteTerms
from xi.sdk.resellers.sandbox.state.webhooks import DeliveryState, signature
from xi.sdk.resellers.sandbox.wire.messages import NO_BODY
from xi.sdk.resellers.testing import WebhookReceiver

SENDER = {"im-senderid": "shop"}
EVENT = {"topic": "resellers/catalog", "event": "im::updated", "eventId": "E-1", "resource": [{"eventType": "X::Y"}]}
BENCHES = ["stock_test", "order_status_test"]


def info(api: Any, **body: Any) -> list[dict[str, Any]]:
    api.headers = SENDER
    answer = api.call("vendor_info", body=body)
    assert answer.status == 200, answer.body
    return answer.body


def demanded(entry: dict[str, Any]) -> list[str]:
    return [
        each["attributeName"] for demand in entry["vmfAdditionalAttributes"] for each in demand["additionalAttributes"]
    ]


def test_products_are_told_apart_by_each_kind_of_number(api):
    products = [
        {"ingramPartNumber": "yz1478"},
        {"vendorPartNumber": "gl-r5"},
        {"ingramPartNumber": "DF4128"},
        {"planID": "P-1"},
        {"ingramPartNumber": "NOSUCH", "vendorPartNumber": "GL-R5"},
    ]
    licence, warranty, keyboard, plan, unknown = info(api, products=products)
    assert demanded(licence) == ["endUserCtacEmail"]
    assert (warranty["ingramPartNumber"], demanded(warranty)) == ("6W0300", ["VEND_AUTH_NBR_FLG"])
    assert demanded(keyboard) == []
    assert plan == {"planId": "P-1", "responseMessages": plan["responseMessages"]}
    assert [each["message"] for entry in (plan, unknown) for each in entry["responseMessages"]] == [
        "The product was not found"
    ] * 2


def test_a_plan_of_the_cloud_has_demands_of_its_own_kind(api):
    (plan,) = info(api, products=[{"planID": "9d20b711"}])
    assert plan["planName"] == api.sandbox.catalogue.plans["9d20b711"].name
    assert [each["attributeName"] for each in plan["vriAdditionalAttributes"]] == ["tenantDomain", "agreementAccepted"]
    assert "vmfAdditionalAttributes" not in plan


def test_a_quote_has_an_entry_for_itself_and_for_each_line(api):
    header, storage, licence = info(api, quoteNumber="QUO-20417001-A1B2C3")
    assert demanded(header) == ["VEND_AUTH_NBR_FLG", "ResellerCompanyName"]
    assert (storage["ingramPartNumber"], demanded(storage)) == ("RQ6000", ["resellerCtacEmail"])
    choices = licence["vmfAdditionalAttributes"][0]["additionalAttributes"][1]["choices"]
    assert choices == [{"string": "Commercial"}, {"string": "Education"}, {"string": "Public"}]
    (closed,) = info(api, quoteNumber="QUO-20417008-X4Y5Z6")
    assert "its status is Closed" in closed["responseMessages"][0]["message"]


def test_what_is_demanded_is_what_an_order_needs(api):
    """The pre-check and the create agree: with what the first names, the second is not refused."""
    number = "QUO-20417001-A1B2C3"
    fields = [
        each
        for entry in info(api, quoteNumber=number)
        for demand in entry["vmfAdditionalAttributes"]
        for each in demand["additionalAttributes"]
    ]
    told = [{"attributeName": each["attributeName"], "attributeValue": each["attributeValue"]} for each in fields]
    api.call("create_v7", body={"customerOrderNumber": "P", "quoteNumber": number, "vmfAdditionalAttributes": told})
    assert api.sandbox.events[-1].kind == "created"


@pytest.mark.parametrize(
    ("headers", "body", "field"),
    [
        ({}, {"quoteNumber": "Q"}, "IM-SenderID"),
        ({**SENDER, "im-countrycode": "U" * 11}, {"quoteNumber": "Q"}, "IM-CountryCode"),
        (SENDER, {}, "quoteNumber"),
        (SENDER, None, None),
        (SENDER, {"products": {"ingramPartNumber": "DF4128"}}, "products"),
        (SENDER, {"products": [{"ingramPartNumber": " "}]}, "products[0].ingramPartNumber"),
    ],
    ids=str,
)
def test_the_error_names_what_is_wrong(api, fields_of, headers, body, field):
    api.headers = headers
    answer = api.call("vendor_info", body=body)
    assert (answer.status, fields_of(answer)) == (400, [field])


def test_a_country_may_have_ten_characters(api):
    api.headers = {**SENDER, "im-countrycode": "U" * 10}
    assert api.call("vendor_info", body={"quoteNumber": "Q"}).status == 200


@pytest.mark.parametrize("bench", BENCHES)
def test_an_event_reaches_its_target_with_the_signature_that_was_given_and_is_repeated(make, bench):
    api = make(policy=Policy(webhook_pause=0.01))
    with WebhookReceiver() as receiver:
        receiver.answer_next(503, 200)
        api.headers = {"targeturl": receiver.url, "x-hub-signature": "made elsewhere"}
        answer = api.call(bench, body=EVENT)
        assert (answer.status, answer.body) == (200, NO_BODY)
        got = receiver.wait(2, 60)
        assert api.sandbox.hooks.settled(60)
    assert [json.loads(each.body) for each in got] == [EVENT, EVENT]
    assert {each.headers["x-hub-signature"] for each in got} == {"made elsewhere"}
    (sent,) = api.sandbox.hooks.deliveries()
    assert (sent.event_id, sent.event_type, sent.state) == ("E-1", "X::Y", DeliveryState.DELIVERED)
    assert [each.result for each in sent.tries] == ["503", "200"]


GOOD = {"targeturl": "http://127.0.0.1:9/", "x-hub-signature": "s"}


@pytest.mark.parametrize(
    ("headers", "body", "fields"),
    [
        ({}, EVENT, ["targeturl", "x-hub-signature"]),
        ({**GOOD, "targeturl": "http://example.com/"}, EVENT, ["targeturl"]),
        ({**GOOD, "targeturl": "ftp://127.0.0.1/"}, EVENT, ["targeturl"]),
        ({**GOOD, "targeturl": "http://127.0.0.1/\u00e9"}, EVENT, ["targeturl"]),
        ({**GOOD, "x-hub-signature": "s" * 1_001}, EVENT, ["x-hub-signature"]),
        ({**GOOD, "x-hub-signature": "s\u00e9"}, EVENT, ["x-hub-signature"]),
        (GOOD, [EVENT], [None]),
        (GOOD, None, [None]),
    ],
    ids=str,
)
def test_what_cannot_be_relayed_is_refused_and_the_header_named(api, fields_of, headers, body, fields):
    api.headers = headers
    answer = api.call("stock_test", body=body)
    assert (answer.status, fields_of(answer)) == (400, fields)
    assert api.sandbox.hooks.deliveries() == ()


def test_events_go_elsewhere_if_the_policy_allows_it(make):
    api = make(policy=Policy(webhooks_anywhere=True))
    api.headers = {"targeturl": "http://nowhere.invalid/", "x-hub-signature": "s"}
    assert api.call("stock_test", body=EVENT).status == 200
    (sent,) = api.sandbox.hooks.deliveries()
    assert sent.hook.url == "http://nowhere.invalid/"
    api.sandbox.close()


def test_a_relayed_event_is_sent_again_as_it_was(api):
    with WebhookReceiver() as receiver:
        api.headers = {"targeturl": receiver.url, "x-hub-signature": signature("E-1", receiver.secret)}
        api.call("stock_test", body=EVENT)
        receiver.wait(1, 60)
        assert api.sandbox.hooks.settled(60)
        api.sandbox.hooks.replay(1)
        first, second = receiver.wait(2, 60)
    assert first.genuine
    assert second.genuine
    assert first.body == second.body


def test_a_quote_that_sales_make_is_told_to_who_wants_to_know(api):
    with WebhookReceiver() as receiver:
        api.sandbox.hooks.add(receiver.url, receiver.secret, ["resellers/quotes"])
        quote = api.sandbox.add_quote(QuoteTerms((QuoteLine("DF4128", 1),)))
        api.create()
        (got,) = receiver.wait(1, 60)
        assert api.sandbox.hooks.settled(60)
    assert got.genuine
    assert json.loads(got.body)["resource"]["quoteNumber"] == quote.number
    assert len(receiver.received) == 1
