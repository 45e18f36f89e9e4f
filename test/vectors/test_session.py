"""A session compares all that is sent and waited for: a script that is short of a step, or has one too many, fails."""

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


def played(*script: dict[str, Any]) -> list[dict[str, Any]]:
    given = {"clock": 1767225600, "chance": 0.5, "token": "tok-1", "policy": {}}
    return exchange.run({"given": given, "script": list(script)})


def test_a_script_that_fits_passes() -> None:
    assert played(*SCRIPT) == []


@pytest.mark.parametrize("left_out", range(len(SCRIPT)))
def test_a_script_that_is_short_of_a_step_fails(left_out: int) -> None:
    assert played(*SCRIPT[:left_out], *SCRIPT[left_out + 1 :])


@pytest.mark.parametrize("at", range(1, len(SCRIPT) + 1))
@pytest.mark.parametrize("more", [SCRIPT[2], SCRIPT[3], SCRIPT[4], {"sleeps": 1}], ids=["waits", "sends", "ends", "?"])
def test_a_script_that_has_a_step_too_many_fails(at: int, more: dict[str, Any]) -> None:
    assert played(*SCRIPT[:at], more, *SCRIPT[at:])


@pytest.mark.parametrize("waits", [0.248, 0.252])
def test_a_wait_may_be_off_by_a_millisecond_and_no_more(waits: float) -> None:
    assert played(*SCRIPT[:2], {"waits": 0.2495}, *SCRIPT[3:]) == []
    assert played(*SCRIPT[:2], {"waits": 0.1}, {"waits": 0.15}, *SCRIPT[3:]) == []
    assert played(*SCRIPT[:2], {"waits": waits}, *SCRIPT[3:])


def test_both_clients_are_told_of() -> None:
    assert {each["at"].partition("/")[0] for each in played(*SCRIPT[:4])} == {"blocking", "awaited"}
