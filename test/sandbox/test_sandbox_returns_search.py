"""Cases are found by each filter, sorted, and shown in pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import urllib3
from returns_of_shop_kit import billed, details, entry, filed, found, search
from walk_kit import TOKEN

from xi.sdk.resellers.sandbox import Policy


@pytest.fixture
def cases(api: Any) -> list[str]:
    """Four cases, a day after each other: open, approved, denied and open; the last of another part and invoice."""
    number = billed(api, ("DF4128", 9))
    other = billed(api, ("TXSLM3", 4), customerOrderNumber="other")
    made: list[str] = []
    for count, reason in enumerate(("Price is wrong", "Defect", "Damage")):
        made += filed(api, entry(api, number, referenceNumber=f"ref-{count}", quantity=count + 1, primaryReason=reason))
        api.clock.forward(days=1)
    made += filed(api, entry(api, other, referenceNumber="ref-3", quantity=4, primaryReason="Something else"))
    api.sandbox.returns.move(made[1], "approve")
    api.sandbox.returns.move(made[2], "deny")
    return made


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ({}, [3, 2, 1, 0]),
        ({"referenceNumber": "REF-2"}, [2]),
        ({"ingramPartNumber": "txslm3"}, [3]),
        ({"vendorPartNumber": "AC-KM550"}, [2, 1, 0]),
        ({"returnStatus-in": "open, APPROVED"}, [3, 1, 0]),
        ({"returnStatus-in": "Partially Approved,Voided"}, []),
        ({"claimStatus-in": "Open,Denied"}, [2, 0]),
        ({"returnReason-in": "(CS) customer service discretion,(PR) Pricing Error"}, [3, 0]),
        ({"createdOn-bt": "2024-05-28,2024-05-29"}, [2, 1]),
        ({"createdOn-bt": "2024-05-28T00:00:00Z, 2024-05-28T23:00:00Z"}, [1]),
        ({"modifiedOn-bt": "2024-05-30,2024-06-30"}, [3, 2, 1]),
        ({"returnStatus-in": "Open", "vendorPartNumber": "AC-KM550"}, [0]),
        ({"sort": "asc"}, [0, 1, 2, 3]),
        ({"sortingColumnName": "estimatedTotalValue", "sort": "desc"}, [2, 1, 3, 0]),
        ({"sort": "referenceNumber"}, [3, 2, 1, 0]),
        ({"sortingColumnName": "status", "sort": "asc"}, [1, 2, 0, 3]),
        ({"page": "2", "size": "3"}, [0]),
        ({"page": "3", "size": "3"}, []),
        ({"colour": "red"}, [3, 2, 1, 0]),
    ],
)
def test_a_search_finds_and_sorts_cases(api, cases, query, places):
    assert found(api, **query) == [cases[place] for place in places]


def test_a_search_finds_cases_by_their_numbers(api, cases):
    (case,) = (each for each in api.sandbox.returns if each.number == cases[3])
    for number in (case.invoice_number, case.invoice_number.replace("-", "").lower()):
        assert found(api, invoiceNumber=number) == [cases[3]]
    assert found(api, caseRequestNumber=cases[0].lower()) == [cases[0]]
    claim = details(api, cases[1])["rmaClaimId"]
    assert found(api, returnClaimId=claim) == [cases[1]]
    # The dates of a range under two keys of the same name, as the search for orders takes them.
    pairs = [("createdOn-bt", "2024-05-27"), ("createdOn-bt", "2024-05-27")]
    assert api.call("return_search", query=pairs).body["recordsFound"] == 1


@pytest.mark.usefixtures("cases")
def test_pages_have_links_to_both_neighbours_and_null_where_there_is_none(api):
    pages = [search(api, page=str(page), size="2", sort="asc") for page in (1, 2)]
    assert [(each["recordsFound"], each["pageSize"], each["pageNumber"]) for each in pages] == [(4, 2, 1), (4, 2, 2)]
    assert pages[0]["nextPage"] == "/resellers/v6/returns/search?size=2&sort=asc&page=2"
    assert (pages[0]["previousPage"], pages[1]["nextPage"]) == (None, None)
    assert pages[1]["previousPage"].endswith("&page=1")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"returnStatus-in": "Open,Lost"}, "returnStatus-in"),
        ({"claimStatus-in": "lost"}, "claimStatus-in"),
        ({"createdOn-bt": "2024-05-28"}, "createdOn-bt"),
        ({"createdOn-bt": "2024-05-28,2024-05-27"}, "createdOn-bt"),
        ({"modifiedOn-bt": "2024-05-28,soon"}, "modifiedOn-bt"),
        ({"sort": "colour"}, "sort"),
        ({"sortingColumnName": "colour"}, "sortingColumnName"),
        ({"page": "0"}, "page"),
        ({"size": "many"}, "size"),
    ],
)
def test_a_wrong_parameter_is_refused_by_name(api, fields_of, query, field):
    answer = api.call("return_search", query=query)
    assert (answer.status, fields_of(answer)) == (400, [field])


def test_a_new_return_is_found_as_late_as_the_policy_says_but_read_at_once(make):
    api = make(policy=Policy(search_lag=timedelta(seconds=30)))
    (case,) = filed(api, entry(api, billed(api)))
    assert found(api) == []
    assert details(api, case)["status"] == "Open"
    api.clock.forward(seconds=30)
    assert found(api, referenceNumber="REF-1") == [case]


def test_an_unknown_case_is_refused(api, fields_of):
    assert fields_of(api.call("return_details", number="CAS-12345-A1B2C3-1")) == ["caseRequestNumber"]


def test_a_number_with_a_line_break_is_unknown_like_any_other(server):
    headers = {
        "Authorization": f"Bearer {TOKEN}",
        "IM-CustomerNumber": "20-222222",
        "IM-CountryCode": "US",
        "IM-CorrelationID": "c-1",
    }
    with urllib3.PoolManager(retries=False, timeout=5) as http:
        answer = http.request("GET", f"{server.url}/resellers/v6/returns/CAS%0A1", headers=headers)
    assert answer.status == 400
    assert answer.json()["errors"][0]["fields"][0] == {
        "field": "caseRequestNumber",
        "message": "There is no return with this number",
        "value": "CAS\n1",
    }
