"""Account: valid values are accepted, others are refused before any call."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace
from enum import StrEnum
from typing import Any

import pytest

from xi.sdk.resellers import Account
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError


class Country(StrEnum):
    USA = "us"


@pytest.mark.parametrize(
    "given",
    [("20-222222", "US"), ("0012345678", "de"), ("A B", "fr", "a" * 32), ("1", Country.USA), ("20-1", "US", "Jürgen")],
)
def test_a_valid_account_is_accepted_and_its_country_becomes_upper_case(given: tuple[Any, ...]) -> None:
    account = Account(*given)
    assert (account.customer_number, account.sender_id) == (given[0], given[2] if len(given) > 2 else None)
    assert account.country_code == given[1].upper()
    assert pickle.loads(pickle.dumps(account)) == copy.deepcopy(account) == replace(account) == account


@pytest.mark.parametrize(
    ("given", "argument", "complaint"),
    [
        (("US", "20-222222"), "customer_number", "Account(customer_number, country_code)"),
        (("us", "US"), "customer_number", "which is a country"),
        (("20-222222", "USA"), "country_code", "country_code is 'USA'; it should be two letters, such as US"),
        (("20-222222", "20-222222"), "country_code", "two letters"),
        (("20-222222", "U1"), "country_code", "two letters"),
        (("20-222222", "ÜS"), "country_code", "two letters"),
        (("20-222222", "United States"), "country_code", "two letters"),
        (("20-222222", ""), "country_code", "country_code is blank; it should be two letters"),
        (("20-222222", " US"), "country_code", "without blanks around it"),
        (("20-222222", None), "country_code", "not NoneType"),
        (("", "US"), "customer_number", "customer_number is blank"),
        ((" \t", "US"), "customer_number", "customer_number is blank"),
        (("20-222222 ", "US"), "customer_number", "without blanks around it"),
        (("20-22\r\n2", "US"), "customer_number", "control characters"),
        (("20-22222222", "US"), "customer_number", "11 characters; the limit is 10"),
        (("20\u2013222222", "US"), "customer_number", "\u2013 (U+2013), which no header can carry"),
        (("\uff12\uff10-222222", "US"), "customer_number", "\uff12 (U+FF12)"),
        (("20-222222", "US", "\u0141ukasz"), "sender_id", "\u0141 (U+0141), which no header can carry"),
        (("20-222222", "US", None, "Shop \u20ac"), "application_id", "\u20ac (U+20AC)"),
        (("20-222222", "US", None, None, "b\u2024x@example.com"), "customer_contact", "\u2024 (U+2024)"),
        ((20222222, "US"), "customer_number", "should be a str, such as 20-222222, not int"),
        (("20-222222", "US", ""), "sender_id", "sender_id is blank"),
        (("20-222222", "US", "x" * 33), "sender_id", "33 characters; the limit is 32"),
        (("20-222222", "US", 5), "sender_id", "not int"),
    ],
    ids=str,
)
def test_an_invalid_account_is_refused(given: tuple[Any, ...], argument: str, complaint: str) -> None:
    with pytest.raises((ApiValueError, ApiTypeError)) as caught:
        Account(*given)
    assert complaint in str(caught.value)
    assert caught.value.argument == argument
    assert "\n" not in str(caught.value)
