"""How quotes are found: what a search looks at, in which sequence, and what it refuses."""

from __future__ import annotations

import pytest
from quotes_kit import (
    CONTACT,
    EASY,
    IN_PIECES,
    MANY_FIELDS,
    SUGGESTS,
    details,
    numbers,
)


def test_a_search_finds_open_quotes_of_the_last_30_days_the_newest_first(api):
    found = numbers(api)
    assert found[0] in (EASY, "QUO-20417005-N4P5Q6", "QUO-20417007-U1V2W3")
    assert {"QUO-20417006-R7S8T9", "QUO-20417008-X4Y5Z6", "QUO-20417009-A7B8C9"}.isdisjoint(found)
    days = [details(api, each)["ingramQuoteDate"] for each in found]
    assert days == sorted(days, reverse=True)


def test_dates_lead_back_365_days_and_no_further(api):
    between = ("quoteCreateDate-bt", "2023-01-01,2024-05-27")
    assert "QUO-20417009-A7B8C9" in numbers(api, between)
    assert "QUO-20417010-D1E2F3" not in numbers(api, between)
    assert numbers(api, ("quoteCreateDate-bt", "2024-03-27,2024-03-27")) == ["QUO-20417009-A7B8C9"]


@pytest.mark.parametrize(
    "pairs",
    [
        [("ingramOrderDate-bt", "2024-03-01"), ("ingramOrderDate-bt", "2024-04-01")],
        [("ingramOrderDate-bt", "2024-03-01,2024-04-01")],
        [("quoteCreateDate-bt", "2024-03-01 to 2024-04-01")],
        [("quoteCreateDate-bt", "[2024-03-01..2024-04-01]")],
    ],
)
def test_two_dates_may_be_written_in_several_ways(api, pairs):
    assert numbers(api, *pairs) == ["QUO-20417009-A7B8C9"]


def test_a_change_brings_an_old_quote_into_the_last_30_days(api):
    assert "QUO-20417009-A7B8C9" not in numbers(api)
    api.sandbox.set_quote("quo-20417009-a7b8c9", "Active")
    assert "QUO-20417009-A7B8C9" in numbers(api)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"quoteNumber": "417003"}, [SUGGESTS]),
        ({"quoteNumber": "quo-20417001-a"}, [MANY_FIELDS]),
        ({"quoteName": "IN PIECES"}, [IN_PIECES]),
        ({"endUserContact": "birch"}, [MANY_FIELDS, "QUO-20417012-K7L8M9"]),
        ({"vendorName": "northwind"}, [SUGGESTS]),
        ({"specialBidNumber": "GRID-77120"}, [MANY_FIELDS]),
        ({"status": "active"}, ["QUO-20417004-K1L2M3"]),
        ({"status": "Closed"}, []),
        ({"vendor": "northwind", "quoteNumber": "417003"}, [SUGGESTS]),
        ({"quoteNumber": "417003", "endUserContact": "birch"}, []),
    ],
    ids=str,
)
def test_filters_find_parts_of_texts_in_any_case_and_hold_together(api, query, found):
    assert numbers(api, **query) == found


def test_a_search_is_sorted_and_paged(api):
    everything = numbers(api, sortBy="quoteNumber", sortingOrder="asc")
    assert everything == sorted(everything)
    assert len(everything) == 11
    assert numbers(api, sortBy="expiryDate")[0] == "QUO-20417005-N4P5Q6"
    query = {"sortBy": "quoteNumber", "sortingOrder": "ASC", "pageSize": "4"}
    pages = [api.call("quotes", query={**query, "pageNumber": page}).body for page in "123"]
    assert [each["quoteNumber"] for page in pages for each in page["quotes"]] == everything
    assert [("prevPage" in page, "nextPage" in page) for page in pages] == [(False, True), (True, True), (True, False)]
    assert "previousPage" not in pages[1]
    assert pages[1]["recordsFound"] == 11
    assert api.call("quotes", query={**query, "pageNumber": "4"}).status == 404


def test_nothing_found_is_a_404_in_the_form_of_a_failed_validation(api):
    api.headers = CONTACT
    answer = api.call("quotes", query={"quoteNumber": "NOSUCH"})
    assert answer.status == 404
    assert answer.body["errors"][0]["type"] == "/errors/validation-failed"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ([("status", "Sold")], "status"),
        ([("sortBy", "colour")], "sortBy"),
        ([("sortingOrder", "up")], "sortingOrder"),
        ([("pageSize", "many")], "pageSize"),
        ([("quoteCreateDate-bt", "2024-05-01")], "quoteCreateDate-bt"),
        ([("quoteCreateDate-bt", "2024-05-01,2024-05-02,2024-05-03")], "quoteCreateDate-bt"),
        ([("quoteCreateDate-bt", "2024-05-01,2024-02-30")], "quoteCreateDate-bt"),
        ([("ingramOrderDate-bt", "last week 2024-05-01,2024-05-02")], "ingramOrderDate-bt"),
    ],
    ids=str,
)
def test_a_search_names_the_parameter_that_is_wrong(api, fields_of, query, field):
    api.headers = CONTACT
    answer = api.call("quotes", query=query)
    assert (answer.status, fields_of(answer)) == (400, [field])


def test_a_search_needs_the_contact_of_the_customer(api, fields_of):
    assert fields_of(api.call("quotes")) == ["IM-CustomerContact"]


# The details
