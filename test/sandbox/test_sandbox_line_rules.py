"""A create and a modify have the same rules for a line: whether it can be ordered, and what a unit of it costs."""

from decimal import Decimal

import pytest

from xi.sdk.resellers.sandbox import Catalogue, Part, PartKind
from xi.sdk.resellers.sandbox.catalog.parts import QuantityBreak

BREAKS = "3H2701"
BID = "HALCYON-27"
SCARCE = "NW-2231-T"
HOLD = {"allowOrderOnCustomerHold": "true"}


def change(action, number="001", **more):
    return {"addUpdateDeleteLine": action, "ingramLineNumber": number, **more}


def update(quantity, number="001"):
    return change("UPDATE", number, quantity=quantity)


def add(part, quantity=1):
    return {"addUpdateDeleteLine": "ADD", "ingramPartNumber": part, "quantity": quantity}


def prices(api, number):
    return [(each["quantityOrdered"], each["unitPrice"]) for each in api.details(number).body["lines"]]


def refusals(answer):
    return [each["rejectCode"] for each in answer.body.get("rejectedLineItems") or []]


@pytest.mark.parametrize(("before", "after"), [(1, 10), (10, 60), (60, 10), (60, 9), (9, 9), (1, 50)])
def test_a_line_that_a_modify_changes_costs_what_a_line_of_a_create_costs(api, before, after):
    number = api.held((BREAKS, before))
    api.modify(number, update(after))
    assert prices(api, number) == prices(api, api.held((BREAKS, after)))


def test_a_line_that_a_modify_adds_costs_what_a_line_of_a_create_costs(api):
    number = api.held(("DF4128", 1), specialBidNumber=BID)
    api.modify(number, add(BREAKS, 12))
    other = api.held(("DF4128", 1), (BREAKS, 12), specialBidNumber=BID)
    assert prices(api, number) == prices(api, other) == [(1, 54.9), (12, 259.0)]
    assert api.details(number).body["lines"][1]["specialBidNumber"] == BID


def test_a_price_that_was_asked_for_with_a_bid_stays_when_the_quantity_changes(api):
    line = {"ingramPartNumber": BREAKS, "quantity": 1, "specialBidNumber": "X-1", "unitPrice": 200}
    number = api.held(line)
    api.modify(number, update(60))
    assert prices(api, number) == [(60, 200.0)]


def test_a_quote_gives_its_price_for_no_more_than_it_offers(api):
    body = {"customerOrderNumber": "Q", "quoteNumber": "QUO-20417003-G7H8J9"}
    attributes = [{"attributeName": name, "attributeValue": value} for name, value in HOLD.items()]
    assert api.call("create_v7", body={**body, "additionalAttributes": attributes}).status == 200
    number = api.sandbox.orders.of(api.customer)[0].number
    seen = []
    for units in (20, 30, 31, 30):
        api.modify(number, update(units))
        seen += prices(api, number)
    assert seen == [(20, 131.0), (30, 131.0), (31, 142.5), (30, 131.0)]


def test_units_that_a_modify_takes_from_one_line_are_there_for_another(api):
    lines = [{"ingramPartNumber": "2GZ200", "quantity": units} for units in (2, 1)]
    number = api.held(*lines, specialBidNumber=SCARCE)
    assert prices(api, number) == [(2, 124.0), (1, 124.0)]
    api.modify(number, change("DELETE", "001"), update(3, "002"))
    assert prices(api, number) == [(3, 124.0)]
    api.modify(number, add("2GZ200", 1))
    assert prices(api, number) == [(3, 124.0), (1, 142.5)]


def asked(api, units):
    question = {
        "products": [{"ingramPartNumber": BREAKS, "quantityRequested": str(units)}],
        "specialBidNumber": BID,
        "showAvailableDiscounts": True,
    }
    switches = {"includeAvailability": "true", "includePricing": "true"}
    item = api.call("price_and_availability", body=question, query=switches).body[0]
    (left,) = (
        each["specialPricingAvailableQuantity"]
        for each in item["discounts"][0]["specialPricing"]
        if each.get("specialBidNumber") == BID
    )
    return item["pricing"]["customerPrice"], left


def with_bid(api, units):
    return api.held({"ingramPartNumber": BREAKS, "quantity": units, "specialBidNumber": BID, "unitPrice": 1})


def test_a_special_bid_of_the_catalogue_is_used_up_as_a_deal_is(make, tmp_path):
    api = make(state=tmp_path / "state.db")
    first = with_bid(api, 150)
    assert prices(api, first) == [(150, 259.0)]
    assert (asked(api, 50), asked(api, 51)) == ((259.0, 50), (275.0, 50))
    # More than are left, and fewer than it is for: both have the usual price, whatever is asked for.
    assert prices(api, with_bid(api, 51)) == [(51, 275.0)]
    assert prices(api, with_bid(api, 4)) == [(4, 289.0)]
    api.modify(first, update(201))
    assert prices(api, first) == [(201, 275.0)]
    assert asked(api, 200) == (259.0, 200)
    api.modify(first, update(200))
    assert (prices(api, first), asked(api, 5)) == ([(200, 259.0)], (289.0, 0))
    api.sandbox.close()
    again = make(state=tmp_path / "state.db")
    assert asked(again, 5) == (289.0, 0)
    again.customer = "20-333333"
    assert asked(again, 5) == (259.0, 200)
    again.customer = "20-222222"
    again.cancel(first)
    assert asked(again, 5) == (259.0, 200)
    again.sandbox.close()


CATALOGUE = Catalogue.of(
    [
        Part("OLD", Decimal(10), stock={"10": 7}, discontinued=True),
        Part("PLENTY", Decimal(10), stock={"10": 7}, breaks=(QuantityBreak(5, Decimal(1)),)),
        Part("DIRECT", Decimal(10), kind=PartKind.DIRECT),
        Part("GONE", Decimal(10), kind=PartKind.DIRECT, discontinued=True),
        Part("FORBIDDEN", Decimal(10), stock={"10": 7}, authorised=False),
        Part("WARRANTY", Decimal(10), kind=PartKind.WARRANTY, needs_authorisation=True),
        Part("SERVICE", Decimal(10), kind=PartKind.WARRANTY),
    ]
)


@pytest.mark.parametrize(
    ("part", "units", "body", "code"),
    [
        ("OLD", 7, {}, ""),
        ("OLD", 8, {}, "EW"),
        ("PLENTY", 8, {}, ""),
        ("PLENTY", 8, {"acceptBackOrder": "false"}, "EW"),
        ("PLENTY", 7, {"acceptBackOrder": "false"}, ""),
        ("GONE", 1, {}, "EW"),
        ("FORBIDDEN", 1, {}, "EA"),
        ("NOSUCH", 1, {}, "EN"),
        ("PLENTY", 0, {}, "EQ"),
    ],
)
def test_a_create_and_a_modify_refuse_the_same_lines(make, part, units, body, code):
    api = make(catalogue=CATALOGUE)
    attributes = {"allowPartialOrder": "true"}
    start = "SERVICE" if part == "GONE" else "OLD" if part == "PLENTY" else "PLENTY"
    created = api.create((start, 1), (part, units), attributes=attributes, **body)
    sent = [each["rejectCode"] for each in created.body["orders"][0].get("rejectedLineItems") or []]
    assert sent == ([code] if code else [])
    number = api.held((start, 1), **body)
    for each in api.sandbox.orders.of(api.customer)[1:]:
        api.sandbox.void(each.number)
    assert refusals(api.modify(number, add(part, units))) == ([code] if code else [])


def test_a_line_of_a_part_that_takes_no_back_orders_does_not_grow_beyond_its_stock(make):
    api = make(catalogue=CATALOGUE)
    number = api.held(("OLD", 3), ("OLD", 2))
    assert refusals(api.modify(number, update(6))) == ["EW"]
    assert refusals(api.modify(number, update(5))) == []
    assert prices(api, number) == [(5, 10.0), (2, 10.0)]


@pytest.mark.parametrize(("start", "other"), [("PLENTY", "DIRECT"), ("DIRECT", "PLENTY"), ("PLENTY", "SERVICE")])
def test_a_modify_adds_no_part_that_a_create_would_place_in_another_order(make, start, other):
    api = make(catalogue=CATALOGUE)
    number = api.held((start, 1))
    assert refusals(api.modify(number, add(other))) == ["EW"]
    assert len(api.details(number).body["lines"]) == 1
    sap = make(catalogue=CATALOGUE, country="SG")
    number = sap.held((start, 1))
    assert refusals(sap.modify(number, add(other))) == []


def test_a_hold_that_waits_for_a_vendor_is_not_released_by_the_customer(make):
    api = make(catalogue=CATALOGUE)
    number = api.created(("WARRANTY", 1))
    answer = api.release(number)
    assert (answer.status, api.details(number).body["orderStatus"]) == (400, "On Hold")
    assert "authorisation of a vendor" in str(answer.body)
    api.sandbox.release(number)
    assert api.details(number).body["orderStatus"] == "Processing"
    # It is authorised now, so a later hold is the customer's again.
    api.sandbox.hold(number)
    assert api.release(number).status == 200


def test_a_modify_that_adds_what_needs_an_authorisation_makes_the_order_wait_for_it(make):
    api = make(catalogue=CATALOGUE)
    number = api.held(("SERVICE", 1))
    api.modify(number, add("WARRANTY"))
    assert api.release(number).status == 400
    api.modify(number, change("DELETE", "002"))
    assert api.release(number).status == 200
    told = api.held(("SERVICE", 1), vmf={"vendAuthNumber": "V-1"})
    api.modify(told, add("WARRANTY"))
    assert api.release(told).status == 200


def test_an_order_without_lines_costs_nothing_and_is_not_released(api, clock):
    number = api.held(("DF4128", 1))
    api.modify(number, change("DELETE"))
    body = api.details(number).body
    assert (body["orderTotal"], body["orderSubTotal"], body["orderStatus"]) == (0, 0, "On Hold")
    assert api.release(number).status == 400
    with pytest.raises(ValueError, match="has no lines and cannot be released"):
        api.sandbox.release(number)
    api.modify(number, add("DF4128"))
    assert api.details(number).body["orderTotal"] == 62.73
    assert api.release(number).status == 200
    empty = api.held(("DF4128", 1))
    api.modify(empty, change("DELETE"))
    clock.forward(hours=24)
    assert api.details(empty).body["orderStatus"] == "Canceled"


def test_a_line_keeps_its_price_when_only_its_note_changes(api):
    number = api.held({"ingramPartNumber": "2GZ200", "quantity": 1, "specialBidNumber": SCARCE})
    api.modify(number, {**update(1), "notes": "soon"})
    assert prices(api, number) == [(1, 124.0)]
