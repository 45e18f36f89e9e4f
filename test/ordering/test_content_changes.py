"""What is said of two contents under one number: each difference by its place, and nothing that is no difference."""

from __future__ import annotations

import json
from typing import Any

import pytest

from xi.sdk.resellers.ordering._content_changes import changes_between
from xi.sdk.resellers.ordering._fingerprints import fingerprint_of

FIRST = {"ingramPartNumber": "DF4128", "quantity": 1}
SECOND = {"ingramPartNumber": "YN6231", "quantity": 2, "unitPrice": 10.5}


def attribute(name: str, value: str) -> dict[str, str]:
    return {"attributeName": name, "attributeValue": value}


def body(**members: Any) -> bytes:
    return json.dumps({"customerOrderNumber": "A-1", "lines": [FIRST, SECOND]} | members).encode()


@pytest.mark.parametrize(
    ("ours", "said"),
    [
        ({"notes": "call"}, ('notes is "call", was not there',)),
        (
            {"lines": [FIRST]},
            ('lines[1] is not there, was {"ingramPartNumber": "YN6231", "quantity": 2, "unitPrice": 1…',),
        ),
        ({"lines": [SECOND, FIRST]}, ("lines are the same in another order",)),
        (
            {"lines": [FIRST, {**SECOND, "unitPrice": 11, "notes": "x\x1b"}]},
            ("lines[1].unitPrice is 11, was 10.5", 'lines[1].notes is "x\\u001b", was not there'),
        ),
        ({"shipToInfo": {"city": "Albany"}}, ('shipToInfo is {"city": "Albany"}, was not there',)),
        (
            {"additionalAttributes": [attribute("allowPartialOrder", "true")]},
            ('additionalAttributes.allowpartialorder is "true", was not there',),
        ),
        ({"endCustomerOrderNumber": "E-1"}, ('endCustomerOrderNumber is "E-1", was not there',)),
    ],
)
def test_each_difference_has_its_place_and_both_values(ours: dict[str, Any], said: tuple[str, ...]) -> None:
    assert changes_between(body(**ours), body()) == said
    assert fingerprint_of(body(**ours)) != fingerprint_of(body())


@pytest.mark.parametrize(
    "ours",
    [
        {"customerOrderNumber": "a-1"},
        {"notes": None},
        {"lines": [{**FIRST, "quantity": "1"}, {**SECOND, "unitPrice": "10.50"}]},
        {"additionalAttributes": []},
    ],
)
def test_other_spellings_of_one_content_are_no_difference(ours: dict[str, Any]) -> None:
    assert fingerprint_of(body(**ours)) == fingerprint_of(body())
    assert changes_between(body(**ours), body()) == ()


def test_attributes_are_compared_as_the_server_reads_them() -> None:
    one, other = attribute("allowPartialOrder", "TRUE"), attribute("euDepId", "7")
    ours = body(additionalAttributes=[one, other])
    theirs = body(additionalAttributes=[other, attribute("AllowPartialOrder", "true")])
    assert fingerprint_of(ours) == fingerprint_of(theirs)
    assert changes_between(ours, theirs) == ()


def test_the_marker_of_the_desk_and_a_redacted_ledger_are_no_difference() -> None:
    assert changes_between(body(endCustomerOrderNumber="XI-ABCDEFGHIJKLMNOP"), body()) == ()
    assert changes_between(body(notes="x"), None) == ()
