"""Freight estimates: warehouses as orders choose them, carriers of each, and figures that add up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xi.sdk.resellers.sandbox import Policy
from xi.sdk.resellers.sandbox.freight.carriers import CARRIERS, NAME_WIDTH, carriers_at, distance_class

CONTACT = {"im-customercontact": "anna@example.com"}
SHIP_TO = {"city": "Lenexa", "state": "KS", "postalCode": "66219", "countryCode": "US"}


@pytest.fixture
def shop(api: Any) -> Any:
    api.headers = dict(CONTACT)
    return api


def line(part: str, quantity: Any = 1, **more: Any) -> dict[str, Any]:
    return {"ingramPartNumber": part, "quantity": quantity, **more}


def asked(shop: Any, *lines: dict[str, Any], **body: Any):
    return shop.call("freight_estimate", body={"lines": list(lines), **body})


def estimate(shop: Any, *lines: dict[str, Any], **body: Any):
    answer = asked(shop, *lines, **body)
    assert answer.status == 200, answer.body
    return answer.body["freightEstimateResponse"]


def errors_of(answer) -> list[str]:
    """Return the fields of a refused call; its body is a list of one."""
    assert answer.status == 400, answer.body
    return [field["field"] for each in answer.body for error in each["errors"] for field in error["fields"]]


def amount(number: float) -> Decimal:
    return Decimal(str(number))


def test_each_warehouse_has_a_shipment_with_the_cheapest_of_its_carriers(shop):
    body = estimate(shop, line("TXSLM3", "2"), line("DF4128", 3), line("TSXML1", 1))
    assert [each["shipFromBranchNumber"] for each in body["distribution"]] == ["10", "40"]
    assert [each["totalWeight"] for each in body["distribution"]] == [4, 2]
    for each in body["distribution"]:
        cheapest = min(each["carrierList"], key=lambda one: Decimal(one["estimatedFreightCharge"]))
        assert cheapest["carrierCode"] == each["carrierCode"]
        assert Decimal(cheapest["estimatedFreightCharge"]) == amount(each["freightRate"])
        assert cheapest["daysInTransit"] == str(each["transitDays"])
        assert {type(one[name]) for one in each["carrierList"] for name in one} == {str}
        assert {len(one["shipVia"]) for one in each["carrierList"]} == {NAME_WIDTH}
    lines = [(each["ingramPartNumber"], each["warehouseId"], each["quantity"]) for each in body["lines"]]
    assert lines == [("TXSLM3", "40", 2), ("DF4128", "10", 3), ("TSXML1", "10", 1)]


def test_the_warehouses_are_those_that_an_order_of_the_same_lines_ships_from(shop):
    lines = [line("YN6231", 4_990), line("YN6231", 500), line("5L1701", 4), line("1C6094", 1), line("TXSLM3", 1)]
    expected = [each["warehouseId"] for each in estimate(shop, *lines)["lines"]]
    # Asking changed nothing: the order finds the same stock.
    details = shop.details(shop.created(*lines)).body
    order = shop.sandbox.orders.get(details["ingramOrderNumber"])
    assert [each.warehouse for each, _ in order.parts] == expected
    assert len(set(expected)) == 3


def test_the_prices_are_those_that_an_order_of_the_same_lines_pays(shop):
    part = next(each for each in shop.sandbox.catalogue if each.breaks and each.stock and each.authorised)
    units = part.breaks[0].quantity
    lines = [line(part.number, units), line(part.number, 1)]
    estimated = [(each["unitPrice"], each["netAmount"]) for each in estimate(shop, *lines)["lines"]]
    ordered = shop.details(shop.created(*lines)).body["lines"]
    assert estimated == [(each["unitPrice"], each["extendedPrice"]) for each in ordered]
    assert estimated[0][0] < estimated[1][0]


def test_the_carriers_of_two_warehouses_need_not_overlap():
    served = {name: {each.code for each in carriers_at(name)} for name in ("10", "30", "40", "77")}
    assert not served["30"] & served["40"]
    assert served["10"] & served["30"]
    assert set().union(*served.values()) == set(CARRIERS)
    for name in served:
        assert {each.mode for each in carriers_at(name)} == {"SML", "AIR", "LTL"}


def test_heavy_shipments_go_by_truck(shop):
    for units, modes in ((150, {"SML", "AIR"}), (151, {"LTL"})):
        (each,) = estimate(shop, line("DF4128", units))["distribution"]
        assert {one["carrierMode"] for one in each["carrierList"]} == modes


def test_a_carrier_that_is_asked_for_is_the_only_one_offered(shop):
    (each,) = estimate(shop, line("DF4128", carrierCode="ur"))["distribution"]
    assert [one["carrierCode"] for one in each["carrierList"]] == [each["carrierCode"]] == ["UR"]
    assert errors_of(asked(shop, line("DF4128"), line("TXSLM3", carrierCode="U3"))) == ["lines[1].carrierCode"]
    assert errors_of(asked(shop, line("DF4128", 151, carrierCode="RG"))) == ["lines[0].carrierCode"]


def test_a_warehouse_can_be_asked_for_if_it_holds_the_part(shop):
    assert estimate(shop, line("DF4128", warehouseId="30"))["distribution"][0]["shipFromBranchNumber"] == "30"
    assert errors_of(asked(shop, line("DF4128", warehouseId="40"))) == ["lines[0].warehouseId"]


def test_what_no_warehouse_ships_has_no_freight(shop):
    body = estimate(shop, line("RQ6000"), line("YZ1478", 2))
    assert (body["distribution"], body["totalFreightAmount"]) == ([], 0)
    assert amount(body["grossAmount"]) == 3650 + 2 * 2795


@pytest.mark.parametrize("address", [SHIP_TO, [SHIP_TO]])
def test_a_farther_address_costs_more_in_either_form(shop, address):
    near, far = (
        estimate(shop, line("DF4128"), shipToAddress=each)["totalFreightAmount"]
        for each in ({**SHIP_TO, "postalCode": "92335"}, address)
    )
    assert near < far
    # The address on file is near the same warehouse.
    for empty in ({}, [], None, {"postalCode": "", "countryCode": " "}):
        assert estimate(shop, line("DF4128"), shipToAddress=empty)["totalFreightAmount"] == near


@pytest.mark.parametrize("code", ["", "66219", "K1A 0B6", "SW1A 1AA", "é", "٣٤"])
def test_any_postal_code_has_a_distance(code):
    assert all(0 <= distance_class(warehouse, code) <= 9 for warehouse in ("10", "30", "DE01", ""))


def test_an_unknown_part_stands_in_the_errors_of_a_success(shop):
    answer = asked(shop, line("DF4128"), line("NOSUCH"))
    assert answer.status == 200
    (error,) = answer.body["errors"]
    assert (error["fields"][0]["field"], error["fields"][0]["value"]) == ("lines[1].ingramPartNumber", "NOSUCH")
    assert [each["ingramPartNumber"] for each in answer.body["freightEstimateResponse"]["lines"]] == ["DF4128"]
    assert asked(shop, line("NOSUCH")).body.keys() == {"errors"}
    refused = next(each.number for each in shop.sandbox.catalogue if not each.authorised)
    assert "not authorised" in asked(shop, line(refused)).body["errors"][0]["message"]


@pytest.mark.parametrize("policy", [Policy(unknown_freight_status=400), Policy(strict=True)])
def test_an_unknown_part_is_refused_if_the_policy_says_so_or_answers_are_as_published(make, policy):
    shop = make(policy=policy)
    shop.headers = dict(CONTACT)
    answer = asked(shop, line("DF4128"), line("NOSUCH"))
    fields = answer.body["fields"] if policy.strict else answer.body[0]["errors"][0]["fields"]
    assert (answer.status, [each["field"] for each in fields]) == (400, ["lines[1].ingramPartNumber"])


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (None, ["lines"]),
        ([], ["lines"]),
        ({}, ["lines"]),
        ({"lines": []}, ["lines"]),
        ({"lines": "DF4128"}, ["lines"]),
        ({"lines": [{}]}, ["lines[0].ingramPartNumber", "lines[0].quantity"]),
        ({"lines": [line("DF4128", 0)]}, ["lines[0].quantity"]),
        ({"lines": [line("DF4128", "many")]}, ["lines[0].quantity"]),
        ({"lines": [line("DF4128", 100_000)]}, ["lines[0].quantity"]),
        ({"lines": [line("X" * 19)]}, ["lines[0].ingramPartNumber"]),
        ({"lines": [line("DF4128", carrierCode="ZZ")]}, ["lines[0].carrierCode"]),
        ({"lines": [line("DF4128")] * 885}, ["lines"]),
        ({"lines": [line("DF4128")], "shipToAddress": "home"}, ["shipToAddress"]),
        ({"lines": [line("DF4128")], "shipToAddress": [SHIP_TO, SHIP_TO]}, ["shipToAddress"]),
        (
            {"lines": [line("DF4128")], "shipToAddress": {"city": "Lenexa"}},
            [f"shipToAddress.{name}" for name in ("postalCode", "countryCode")],
        ),
    ],
)
def test_a_wrong_value_is_refused_by_name(shop, body, fields):
    assert errors_of(shop.call("freight_estimate", body=body)) == fields


def test_the_contact_is_asked_for(api):
    assert errors_of(asked(api, line("DF4128"))) == ["IM-CustomerContact"]


@given(
    lines=st.lists(
        st.tuples(st.sampled_from(["DF4128", "TXSLM3", "YN6231", "5L1701", "1C6094", "RQ6000"]), st.integers(1, 400)),
        min_size=1,
        max_size=6,
    ),
    code=st.text("0123456789AZ ", max_size=9),
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_goods_and_freight_add_up_and_nothing_is_left_out(make, lines, code):
    shop = make()
    shop.headers = dict(CONTACT)
    address = {"postalCode": code, "countryCode": "US"} if code.strip() else {}
    body = estimate(shop, *(line(*each) for each in lines), shipToAddress=address)
    freight = sum((amount(each["freightRate"]) for each in body["distribution"]), Decimal(0))
    goods = sum((amount(each["netAmount"]) for each in body["lines"]), Decimal(0))
    assert goods == sum(amount(each["unitPrice"]) * each["quantity"] for each in body["lines"])
    assert freight == amount(body["totalFreightAmount"])
    assert goods + freight == amount(body["grossAmount"])
    assert body["totalNetAmount"] == 0
    assert [(each["ingramPartNumber"], each["quantity"]) for each in body["lines"]] == lines
    # All stocked parts of the catalogue weigh a pound.
    weight = sum(quantity for part, quantity in lines if part != "RQ6000")
    assert sum(each["totalWeight"] for each in body["distribution"]) == weight
    for each in body["distribution"]:
        charges = [Decimal(one["estimatedFreightCharge"]) for one in each["carrierList"]]
        assert charges == sorted(charges)
        assert all(charge > 0 for charge in charges)


def test_an_estimate_leaves_out_what_an_order_would_refuse_for_want_of_stock(shop):
    # 7 are left of a part that is made no more.
    numbers = [each["ingramPartNumber"] for each in estimate(shop, line("DF4128"), line("3H2400", 7))["lines"]]
    assert numbers == ["DF4128", "3H2400"]
    answer = asked(shop, line("DF4128"), line("3H2400", 8))
    assert "it is not in stock, and takes no back orders" in str(answer.body)
    assert shop.create(("DF4128", 1), ("3H2400", 8)).body["orders"][0]["rejectedLineItems"][0]["rejectCode"] == "EW"
