"""Renewals: how they are found, and what their quotes and the clock make of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from xi.sdk.resellers.sandbox import (
    Catalogue,
    Part,
    Policy,
    QuoteLine,
    QuoteTerms,
    RenewalLine,
    RenewalStatus,
    RenewalTerms,
    Sandbox,
)

READY, WITH_QUOTE, NOTIFIED = "4410001", "4410002", "4410003"


def search(api: Any, body: Any = None, **query: str) -> Any:
    return api.call("renewals", body=body, query=query)


def numbers(api: Any, body: Any = None, **query: str) -> list[int]:
    answer = search(api, body, **query)
    assert answer.status == 200, answer.body
    return [each["renewalId"] - 4_410_000 for each in answer.body["renewals"]]


def details(api: Any, number: str) -> dict[str, Any]:
    answer = api.call("renewal", number=number)
    assert answer.status == 200, answer.body
    return answer.body


def state(value: str, sub_status: str = "") -> dict[str, Any]:
    return {"status": {"OpporutinyStatus": {"value": value, "subStatus": sub_status}}}


def between(name: str, first: str, last: str) -> dict[str, Any]:
    return {"dateType": {name: {"customStartDate": first, "customEndDate": last}}}


def order(api: Any, quote: str, **body: Any) -> None:
    told = [{"attributeName": "endUserCtacEmail", "attributeValue": "lee@enduser.example"}]
    sent = {"customerOrderNumber": f"R-{quote}", "quoteNumber": quote, "vmfAdditionalAttributes": told, **body}
    assert api.call("create_v7", body=sent).status == 200
    assert api.sandbox.events[-1].kind == "created", api.sandbox.events[-1]


def test_a_search_without_a_body_finds_all_the_first_to_expire_at_the_front(api):
    assert numbers(api) == [8, 7, 9, 6, 2, 3, 1, 5, 4]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ({}, [8, 7, 9, 6, 2, 3, 1, 5, 4]),
        ([], [8, 7, 9, 6, 2, 3, 1, 5, 4]),
        (state("Open"), [6, 2, 3, 1, 5, 4]),
        (state("closed", "All"), [8, 7, 9]),
        (state("Open", "ready to ORDER"), [2, 1]),
        ([state("Closed", "Renewal went direct")], [8]),
        (state("Closed", "Quote closed contact sales desk"), [9]),
        (state("", "Expired"), [7]),
        ({"status": {"OpportunityStatus": {"value": "Open"}}}, [8, 7, 9, 6, 2, 3, 1, 5, 4]),
        ({"vendor": "acme", "endUser": "hazel"}, [5]),
        (between("expirationDate", "06/11/2024", "06/26/2024"), [6, 2, 3]),
        (between("startDate", "06/12/2024", "06/12/2024"), [6]),
        (between("endDate", "", "05/01/2025"), [8]),
        (between("invoiceDate", "12/01/2023", ""), [4]),
        ({**state("Open"), **between("expirationDate", "", "06/11/2024")}, [6]),
    ],
    ids=str,
)
def test_filters_of_the_body_hold_together(api, body, found):
    assert numbers(api, body) == found


def test_filters_of_the_query_find_by_order_and_serial_number(api):
    assert numbers(api, customerOrderNumber="po-last-year") == [1]
    assert numbers(api, ingramPurchaseOrderNumber="20-RC1RD") == [1]
    assert numbers(api, serialNumber="x3-1001") == [2]
    assert numbers(api, {"vendor": "GRID"}, serialNumber="X3-1001") == []


def test_pages_are_asked_for_in_text_and_their_link_has_no_filter(api):
    everything = numbers(api, state("Open"))
    pages = [search(api, state("Open"), size="4", page=page).body for page in "12"]
    assert [each["renewalId"] - 4_410_000 for page in pages for each in page["renewals"]] == everything
    assert pages[0]["nextPage"] == "/resellers/v6/renewals/search?page=2"
    assert pages[1]["previousPage"] == "/resellers/v6/renewals/search?page=1"
    assert "nextPage" not in pages[1]
    assert numbers(api, sort="renewalid") == list(range(1, 10))


@pytest.mark.parametrize(
    ("body", "query", "field"),
    [
        ("text", {}, ""),
        ([{}, {}], {}, ""),
        (state("Ajar"), {}, "status.OpporutinyStatus.value"),
        (state("Open", "Expired"), {}, "status.OpporutinyStatus.subStatus"),
        (between("startDate", "2024-05-01", ""), {}, "dateType.startDate.customStartDate"),
        (between("endDate", "", "02/30/2024"), {}, "dateType.endDate.customEndDate"),
        (None, {"sort": "colour"}, "sort"),
        (None, {"size": "x"}, "size"),
    ],
    ids=str,
)
def test_a_search_names_what_is_wrong_inside_a_list(api, body, query, field):
    answer = search(api, body, **query)
    assert answer.status == 400
    assert [each["field"] for each in answer.body[0]["errors"][0]["fields"]] == [field]


def test_a_policy_puts_the_answer_of_a_search_in_a_list_unless_strict(make):
    (body,) = search(make(policy=Policy(renewals_in_list=True))).body
    assert body["recordsFound"] == 9
    assert search(make(policy=Policy(renewals_in_list=True, strict=True))).body["recordsFound"] == 9


def test_the_search_and_the_details_write_the_same_in_different_types(api):
    (found,) = search(api, serialNumber="HV-88120-01").body["renewals"]
    body = details(api, READY)
    assert (found["renewalId"], body["renewalId"]) == (4410001, "4410001")
    assert (found["renewalValue"], body["renewalValue"]) == (2700.0, "2700.00")
    assert found["referenceNumber"] == "QUO-20417013-N1P2Q3"
    assert body["referenceNumber"] == {"notificationId": "", "quoteNumber": "QUO-20417013-N1P2Q3"}
    assert len(body["endUserInfo"]["contact"]) == 100
    assert body["additionalAttributes"][0]["attributeDescription"] == "SerialNumber"
    # The same part may be in it twice, with a number and without.
    assert [each["quantity"] for each in details(api, WITH_QUOTE)["products"]] == [20, 5]


def test_the_links_lead_to_the_renewal_and_to_a_quote_that_renews_it(api):
    (found,) = search(api, serialNumber="HV-88120-01").body["renewals"]
    renewal, quote = (each["href"].rpartition("/")[2] for each in found["links"])
    assert details(api, renewal)["status"] == "Ready to order"
    order(api, quote)
    assert details(api, renewal)["status"] == "Ordered"
    assert numbers(api, state("Closed", "Ordered")) == [1]
    (without,) = search(api, serialNumber="SN6W03000001").body["renewals"][:1]
    assert [each["topic"] for each in without["links"]] == ["renewals"]
    assert without["referenceNumber"] == "NTF-6W0300"


def test_what_one_customer_renews_is_still_open_for_the_others(api):
    order(api, "QUO-20417013-N1P2Q3")
    api.customer = "20-333333"
    assert details(api, READY)["status"] == "Ready to order"


def test_a_renewal_expires_after_its_last_day_unless_it_was_ordered(api, clock):
    order(api, "QUO-20417013-N1P2Q3")
    clock.forward(days=30)
    assert details(api, NOTIFIED)["status"] == "Notification sent"
    clock.forward(days=1)
    assert details(api, NOTIFIED)["status"] == "Expired"
    clock.forward(days=60)
    assert numbers(api, state("Closed", "Expired")) == [7, 6, 2, 3, 5]
    assert details(api, READY)["status"] == "Ordered"


def test_a_renewal_whose_quote_is_closed_says_so_without_brackets_in_its_details(api):
    api.sandbox.set_quote("QUO-20417013-N1P2Q3", "Closed")
    assert details(api, READY)["status"] == "Quote closed contact sales desk"
    assert 1 in numbers(api, state("Closed", "Quote closed (contact sales desk)"))


def test_an_unknown_renewal_is_refused(api, fields_of):
    answer = api.call("renewal", number="1")
    assert (answer.status, fields_of(answer)) == (400, ["renewalId"])


@pytest.mark.parametrize(
    ("number", "part", "why"),
    [
        ("R-1", "A", "its number should be 1 to 15 digits"),
        ("", "A", "its number should be 1 to 15 digits"),
        ("0", "A", "its number should be 1 to 15 digits"),
        ("1", "B", "renewal 1: there is no part B"),
    ],
)
def test_a_catalogue_with_a_renewal_that_cannot_be_is_refused(number, part, why):
    terms = RenewalTerms((RenewalLine(part, 1),))
    with pytest.raises(ValueError, match=why):
        Sandbox(catalogue=Catalogue.of([Part("A", Decimal(1))], renewals={number: terms}))


def test_the_first_five_states_are_open():
    assert [each.value for each in RenewalStatus if each.is_open] == [
        "Ready to order",
        "Quote pending",
        "Notification sent",
        "Future",
        "Quote requested",
    ]


@pytest.mark.parametrize("days", [0, 20, 21, 30, 31, 45, 46, 400])
def test_what_can_be_renewed_has_a_quote_that_can_be_ordered(api, clock, days):
    clock.forward(days=days)
    api.headers = {"im-customercontact": "a@b.example"}
    ready = [str(4_410_000 + each) for each in numbers(api, state("Open", "Ready to order"))]
    assert len(ready) == (2 if days <= 20 else days <= 45)
    for number in ready:
        quote = details(api, number)["referenceNumber"]["quoteNumber"]
        assert api.call("quote", number=quote).body["status"] == "Ready to Order"


def test_a_renewal_whose_quote_has_expired_is_not_ready(make, clock):
    lines = (RenewalLine("A", 1),)
    renewal = RenewalTerms(lines, status=RenewalStatus.READY, quote="Q", expires_days=30)
    quote = QuoteTerms((QuoteLine("A", 1),), valid_days=10)
    api = make(catalogue=Catalogue.of([Part("A", Decimal(2))], quotes={"Q": quote}, renewals={READY: renewal}))
    seen = []
    for days in (10, 1, 19, 1):
        clock.forward(days=days)
        seen.append(details(api, READY)["status"])
    assert seen == ["Ready to order", "Quote closed contact sales desk", "Quote closed contact sales desk", "Expired"]


@pytest.mark.parametrize(("strict", "quantities"), [(False, [20, 5]), (True, ["20", "5"])])
def test_details_have_quantities_as_text_where_they_are_as_published(make, strict, quantities):
    api = make(policy=Policy(strict=strict))
    assert [each["quantity"] for each in details(api, WITH_QUOTE)["products"]] == quantities
