"""The sandbox answers every request as the API would, and quantities and orders add up."""

import sys
from datetime import UTC, datetime
from threading import Event, Thread

import pytest
from contract_kit import OPERATION_IDS, check_answer
from hypothesis import given
from hypothesis import strategies as st

from xi.sdk.resellers.sandbox import Sandbox
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

HEADERS = {
    "authorization": "Bearer t",
    "im-customernumber": "20-222222",
    "im-countrycode": "US",
    "im-correlationid": "1",
}
NAMES = st.sampled_from(
    [
        "customerOrderNumber",
        "lines",
        "ingramPartNumber",
        "quantity",
        "customerLineNumber",
        "additionalAttributes",
        "attributeName",
        "attributeValue",
        "shipToInfo",
        "endUserInfo",
        "resellerInfo",
        "shipmentDetails",
        "notes",
        "unitPrice",
        "specialBidNumber",
        "quoteNumber",
        "addUpdateDeleteLine",
        "ingramLineNumber",
        "city",
        "addressLine1",
        "postalCode",
        "countryCode",
        "acceptBackOrder",
    ]
)
WORDS = st.sampled_from(["DF4128", "5L1701", "RQ6000", "ADD", "UPDATE", "DELETE", "true", "1", "2024-05-27", "US"])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40) | WORDS
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6), max_leaves=25
)
LINES = st.lists(
    st.fixed_dictionaries(
        {"ingramPartNumber": st.sampled_from(["DF4128", "5L1701", "1C6094", "RQ6000", "NOPE"])},
        optional={"quantity": st.integers(-1, 4) | VALUES, "customerLineNumber": VALUES, "notes": VALUES},
    ),
    min_size=1,
    max_size=6,
)


def fresh(seed: int = 1) -> Sandbox:
    return Sandbox(clock=lambda: datetime(2024, 5, 27, tzinfo=UTC), seed=seed, access_tokens={"t"})


@pytest.mark.parametrize("operation", OPERATION_IDS, ids=str)
@given(body=VALUES, number=st.text(max_size=12), query=st.lists(st.tuples(st.text(), st.text()), max_size=3))
def test_every_request_gets_an_answer_of_the_contract(operation, body, number, query):
    answer = run(fresh(), NAMED[operation], ApiRequest(HEADERS, query, body, number))
    check_answer(OPERATION_IDS[operation], answer)


@given(lines=LINES)
def test_every_line_of_a_create_is_either_ordered_or_rejected(lines):
    sandbox = fresh()
    body = {"customerOrderNumber": "P", "lines": lines}
    answer = run(sandbox, NAMED["create_v6"], ApiRequest(HEADERS, (), body))
    if answer.status == 400:
        assert len(sandbox.orders) == 0
        return
    orders = answer.body["orders"]
    rejected = [item for order in orders for item in order.get("rejectedLineItems", [])]
    ordered = [line for order in orders for line in order["lines"]]
    assert len(ordered) + len(rejected) == len(lines)
    assert (answer.status == 207) is bool(rejected)
    for line in ordered:
        assert line["quantityConfirmed"] + line["quantityBackOrdered"] == line["quantityOrdered"]
    numbers = [line["customerLineNumber"] for line in ordered]
    assert len(set(numbers)) == len(numbers)


@given(wanted=st.lists(st.integers(1, 4), min_size=1, max_size=6))
def test_no_more_units_are_confirmed_than_there_were_in_stock(wanted):
    sandbox = fresh()
    confirmed = 0
    for index, units in enumerate(wanted):
        body = {"customerOrderNumber": f"P{index}", "lines": [{"ingramPartNumber": "5L1701", "quantity": units}]}
        answer = run(sandbox, NAMED["create_v6"], ApiRequest(HEADERS, (), body))
        confirmed += answer.body["orders"][0]["lines"][0]["quantityConfirmed"]
    assert confirmed <= 5


def test_orders_can_be_read_while_others_are_placed():
    sandbox = fresh()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        done = Event()

        def place():
            for index in range(300):
                body = {"customerOrderNumber": f"P{index}", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
                run(sandbox, NAMED["create_v6"], ApiRequest(HEADERS, (), body))
            done.set()

        placing = Thread(target=place)
        placing.start()
        while not done.is_set():
            assert len(sandbox.orders.latest(0, 50)) <= 50
            assert len(list(sandbox.events)) <= 300
        placing.join()
    finally:
        sys.setswitchinterval(interval)
    assert len(sandbox.orders.latest(0, 1000)) == len(sandbox.orders) == 300
