"""A session compares everything that is sent and waited for: a missing or additional step in a script is a failure."""

from __future__ import annotations

from typing import Any

import pytest
from adapters import exchange

CALL = {
    "operation": "get-orderdetails-v6.1",
    "arguments": {
        "ordernumber": "20-RD128",
        "IM-CustomerNumber": "20-222222",
        "IM-CountryCode": "US",
        "IM-CorrelationID": "c0ffee",
    },
}
FOUND = {"status": 200, "headers": [], "body": {"json": {"ingramOrderNumber": "20-RD128"}}}
SCRIPT: list[dict[str, Any]] = [
    {"calls": CALL},
    {"sends": {"method": "GET"}, "then": {"fails": "unanswered", "after": 1}},
    {"waits": 0.25},
    {"sends": {"method": "GET"}, "then": {"answer": FOUND, "after": 0}},
    {"ends": {"result": {"fields": {"/ingramOrderNumber": "20-RD128"}}}},
]


def differences(*script: dict[str, Any]) -> list[dict[str, Any]]:
    given = {"clock": 1767225600, "chance": 0.5, "token": "tok-1", "policy": {}}
    return exchange.run({"given": given, "script": list(script)})


def test_a_correct_script_has_no_difference() -> None:
    assert differences(*SCRIPT) == []


@pytest.mark.parametrize("left_out", range(len(SCRIPT)))
def test_a_missing_step_is_a_difference(left_out: int) -> None:
    assert differences(*SCRIPT[:left_out], *SCRIPT[left_out + 1 :])


@pytest.mark.parametrize("at", range(1, len(SCRIPT) + 1))
@pytest.mark.parametrize("more", [SCRIPT[2], SCRIPT[3], SCRIPT[4], {"sleeps": 1}], ids=["waits", "sends", "ends", "?"])
def test_an_additional_step_is_a_difference(at: int, more: dict[str, Any]) -> None:
    assert differences(*SCRIPT[:at], more, *SCRIPT[at:])


@pytest.mark.parametrize("waits", [0.248, 0.252])
def test_the_tolerance_of_a_wait_is_one_millisecond(waits: float) -> None:
    assert differences(*SCRIPT[:2], {"waits": 0.2495}, *SCRIPT[3:]) == []
    assert differences(*SCRIPT[:2], {"waits": 0.1}, {"waits": 0.15}, *SCRIPT[3:]) == []
    assert differences(*SCRIPT[:2], {"waits": waits}, *SCRIPT[3:])


def test_differences_are_reported_for_both_clients() -> None:
    assert {each["at"].partition("/")[0] for each in differences(*SCRIPT[:4])} == {"blocking", "awaited"}
