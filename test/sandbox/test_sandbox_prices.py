"""Price and availability: which products are answered, what they cost, and what is left of them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from xi.sdk.resellers.sandbox import Catalogue, DealLine, DealTerms, Part, Policy, default_catalogue
from xi.sdk.resellers.sandbox.catalog.parts import QuantityBreak, Special

EVERYTHING = {"includeAvailability": "true", "includePricing": "true", "includeProductAttributes": "true"}
STRICT = Policy(strict=True)


def asked(api, *products, query=None, **body):
    named = [each if isinstance(each, dict) else {"ingramPartNumber": each} for each in products]
    return api.call("price_and_availability", body={"products": named, **body}, query=query or EVERYTHING)


def price(api, number="3H2701", units=None, **body):
    sent = {"ingramPartNumber": number, **({} if units is None else {"quantityRequested": str(units)})}
    return asked(api, sent, **body).body[0]["pricing"]["customerPrice"]


def stock(api, number="DF4128"):
    return asked(api, number).body[0]["availability"]["totalAvailability"]


def test_a_product_is_named_by_any_of_its_numbers_and_the_answer_repeats_the_number_that_was_asked(api):
    products = [
        {"ingramPartNumber": "3h2701"},
        {"vendorPartNumber": "HD-m27q"},
        {"customerPartNumber": "90NB0GI4-M03110"},
        {"upc": api.sandbox.catalogue.find("YN6231").upc},
        {"planID": "9d20b711"},
    ]
    answer = asked(api, *products)
    assert answer.status == 200
    assert [each["index"] for each in answer.body] == [1, 2, 3, 4, 5]
    for sent, item in zip(products[:4], answer.body, strict=False):
        assert item | sent == item
    assert [each.get("ingramPartNumber") for each in answer.body[1:4]] == ["3H2701", "4008025", "YN6231"]
    tree = answer.body[4]["subscriptionPrice"][0]
    assert (tree["planId"], tree["options"][0]["resourcePricing"][0]["unitPrice"]) == ("9d20b711", 18.0)


def test_what_is_not_found_is_a_short_item_of_a_207_whose_other_prices_stand_inside_the_availability(make):
    answer = asked(make(), "DF4128", {"vendorPartNumber": "nosuch"})
    good, bad = answer.body
    assert answer.status == 207
    assert "pricing" not in good
    assert good["availability"]["pricing"]["customerPrice"] == 54.9
    assert good["availability"]["availabilityByWarehouse"][0]["warehouseId"] == "10"
    assert bad.keys() == {"index", "productStatusCode", "productStatusMessage", "vendorPartNumber"}
    assert (bad["productStatusCode"], bad["vendorPartNumber"]) == ("E", "nosuch")
    published = asked(make(policy=STRICT), "DF4128", "NOSUCH")
    assert published.body[0]["pricing"]["customerPrice"] == 54.9


def test_warehouses_are_numbers_in_a_200_and_some_say_nothing(make):
    rows = asked(make(), "3H2701").body[0]["availability"]["availabilityByWarehouse"]
    assert [each["warehouseId"] for each in rows] == [10, 20, 40, 5, 81]
    assert rows[3:] == [{"warehouseId": 5}, {"warehouseId": 81}]
    rows = asked(make(policy=STRICT), "3H2701").body[0]["availability"]["availabilityByWarehouse"]
    assert [each["warehouseId"] for each in rows] == ["10", "20", "40", "05", "81"]


@pytest.mark.parametrize("status", [207, 400])
def test_what_is_answered_when_nothing_exists_is_set_by_the_policy(make, status):
    answer = asked(make(policy=Policy(unknown_products_status=status)), "NOSUCH", "NEITHER")
    assert answer.status == status
    assert len(answer.body if status == 207 else answer.body["errors"]) == 2


def test_a_product_that_the_account_may_not_buy_comes_in_a_200_with_a_message_and_no_price(api):
    answer = asked(api, "8Q0401")
    (item,) = answer.body
    assert (answer.status, item["productAuthorized"], "pricing" in item) == (200, False, False)
    assert "not authorised" in item["productStatusMessage"]
    assert item["availability"]["totalAvailability"] == 30
    rejected = api.create(("8Q0401", 1))
    assert (rejected.status, rejected.body["errors"][0]["message"]) == (400, "SKU-NOT-AUTHORIZED    8Q0401")


@pytest.mark.parametrize(
    ("query", "body", "field"),
    [
        ({"includePricing": "true"}, {"products": [{"upc": "1"}]}, "includeAvailability"),
        ({**EVERYTHING, "includePricing": "maybe"}, {"products": [{"upc": "1"}]}, "includePricing"),
        (EVERYTHING, None, "products"),
        (EVERYTHING, {"products": []}, "products"),
        (EVERYTHING, {"products": [{"upc": "1"}] * 51}, "products"),
        (EVERYTHING, {"products": [{"upc": "1"}, "DF4128"]}, "products"),
        (EVERYTHING, {"products": {"upc": "1"}}, "products"),
        (EVERYTHING, [{"upc": "1"}], "products"),
        (EVERYTHING, {"products": [{"upc": "1"}, {"quantityRequested": "2"}]}, "products[1].ingramPartNumber"),
        (EVERYTHING, {"products": [{"upc": "1", "quantityRequested": "some"}]}, "products[0].quantityRequested"),
        (EVERYTHING, {"products": [{"upc": "1"}], "showAvailableDiscounts": "maybe"}, "showAvailableDiscounts"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_by_the_name_of_the_field(api, fields_of, query, body, field):
    answer = api.call("price_and_availability", query=query, body=body)
    assert (answer.status, fields_of(answer)) == (400, [field])


def test_fifty_products_are_answered_and_without_the_limit_the_rest_is_dropped_silently(make):
    assert len(asked(make(), *["DF4128"] * 50).body) == 50
    assert len(asked(make(policy=Policy(price_limit=False)), *["DF4128"] * 60).body) == 50


def test_the_order_of_the_answer_may_be_another_than_that_of_the_question(make):
    numbers = [part.number for part in make().sandbox.catalogue][:40]
    body = asked(make(policy=Policy(shuffled_prices=True)), *numbers).body
    assert [each["ingramPartNumber"] for each in body] != numbers
    assert sorted(each["ingramPartNumber"] for each in body) == sorted(numbers)
    assert all(numbers[each["index"] - 1] == each["ingramPartNumber"] for each in body)


def test_only_what_is_asked_for_is_answered(api):
    query = {"includeAvailability": "false", "includePricing": "false"}
    (item,) = asked(api, "3H2701", query=query, showAvailableDiscounts=True, showReserveInventoryDetails=True).body
    assert not item.keys() & {"availability", "pricing", "discounts", "reserveInventoryDetails", "description", "upc"}
    (item,) = asked(api, "3H2701").body
    assert not item.keys() & {"discounts", "reserveInventoryDetails"}
    (item,) = asked(api, "3H2701", showAvailableDiscounts=True, showReserveInventoryDetails=True).body
    assert item["reserveInventoryDetails"][0]["quantityReserved"] == 25
    (offers,) = item["discounts"]
    assert [each["quantity"] for each in offers["quantityDiscounts"]] == [10, 50]
    # An expired offer is listed with the others.
    assert [each["specialPricingExpirationDate"][:4] for each in offers["specialPricing"]] == ["2031", "2023", "2031"]
    assert offers["specialPricing"][0]["specialBidNumber"] == "HALCYON-27"


@pytest.mark.parametrize(
    ("units", "body", "expected"),
    [
        (None, {}, 289.0),
        (9, {}, 289.0),
        (10, {}, 283.0),
        (50, {}, 275.0),
        (4, {"specialBidNumber": "HALCYON-27"}, 289.0),
        (5, {"specialBidNumber": "halcyon-27"}, 259.0),
        (201, {"specialBidNumber": "HALCYON-27"}, 275.0),
        (5, {"specialBidNumber": "NOSUCH"}, 289.0),
        (1, {"additionalAttributes": [{"attributeName": "GovernmentProgramCode", "attributeValue": "PA"}]}, 264.0),
    ],
)
def test_the_price_follows_quantity_and_bid(api, units, body, expected):
    assert price(api, units=units, **body) == expected


def test_an_order_costs_what_the_price_said(api):
    for units, bid in ((10, ""), (5, "HALCYON-27")):
        said = price(api, units=units, **({"specialBidNumber": bid} if bid else {}))
        line = {"ingramPartNumber": "3H2701", "quantity": units, **({"specialBidNumber": bid} if bid else {})}
        (placed,) = api.create(line).body["orders"][0]["lines"]
        assert (placed["unitPrice"], said) == (said, 283.0 if units == 10 else 259.0)


def test_a_deal_gives_its_price_to_a_question_as_to_an_order_until_its_units_are_used_up(make):
    deal = DealTerms((DealLine("3H2701", Decimal("201.00"), 12),))
    api = make(catalogue=Catalogue.of([default_catalogue().find("3H2701")], deals={"BID-7": deal}))
    assert price(api, units=12, specialBidNumber="bid-7") == 201.0
    assert price(api, units=13, specialBidNumber="BID-7") == 283.0
    (line,) = api.create({"ingramPartNumber": "3H2701", "quantity": 12, "specialBidNumber": "BID-7"}).body["orders"][0][
        "lines"
    ]
    assert line["unitPrice"] == 201.0
    assert price(api, units=1, specialBidNumber="BID-7") == 289.0
    (item,) = asked(api, "3H2701", showAvailableDiscounts=True).body
    mine = item["discounts"][0]["specialPricing"][-1]
    assert (mine["specialBidNumber"], mine["specialPricingDiscount"], mine["specialPricingAvailableQuantity"]) == (
        "BID-7",
        88.0,
        0,
    )


def test_a_promotion_holds_from_its_first_to_its_last_day(make, clock):
    days = [date(2024, 6, 1), date(2024, 6, 3)]
    part = Part("P1", Decimal(10), specials=(Special(Decimal(3), *days),), breaks=(QuantityBreak(1, Decimal(1)),))
    api = make(catalogue=Catalogue.of([part]))
    found = []
    for _ in range(9):
        found.append(price(api, "P1"))
        clock.forward(days=1)
    assert found == [9.0] * 5 + [7.0] * 3 + [9.0]


def test_orders_lower_the_stock_and_what_gives_units_back_raises_it(api):
    before = stock(api)
    held = api.held(("DF4128", 7))
    assert stock(api) == before
    api.release(held)
    assert stock(api) == before - 7
    number = api.created(("DF4128", 3))
    assert stock(api) == before - 10
    api.sandbox.void(number)
    assert stock(api) == before - 7


def test_units_that_orders_wait_for_are_counted_with_the_day_of_their_arrival(api, clock):
    def row(number="1C6094"):
        return asked(api, number).body[0]["availability"]["availabilityByWarehouse"][0]

    assert row()["quantityBackordered"] == 0
    number = api.created(("1C6094", 4))
    api.held(("1C6094", 50))
    assert row()["quantityBackordered"] == 4
    assert [each["quantity"] for each in row()["backOrderInfo"]] == [40, 60]
    assert row()["backOrderInfo"][0]["etaDate"] == (clock().date() + timedelta(days=12)).isoformat()
    assert row("4A0036")["quantityBackorderedEta"] == (clock().date() + timedelta(days=9)).isoformat()
    api.sandbox.restock(number)
    assert row()["quantityBackordered"] == 0


def test_one_warehouse_can_be_asked_for(api):
    one = asked(api, "3H2701", availabilityByWarehouse=[{"availabilityByWarehouseId": "20"}]).body[0]["availability"]
    assert (one["totalAvailability"], len(one["availabilityByWarehouse"])) == (120, 1)
    every = [{"availabilityByWarehouseId": "20", "availabilityForAllLocation": True}]
    assert asked(api, "3H2701", availabilityByWarehouse=every).body[0]["availability"]["totalAvailability"] == 580
    branch = [{"attributeName": "shipfrombranchnumber", "attributeValue": "40"}]
    sent = {"ingramPartNumber": "3H2701", "additionalAttributes": branch}
    assert asked(api, sent).body[0]["availability"]["totalAvailability"] == 60


@pytest.mark.parametrize("number", ["RQ6000", "YZ1478", "4U0212"])
def test_what_its_vendor_ships_is_available_without_a_number(api, number):
    assert asked(api, number).body[0]["availability"] == {"available": True}


@pytest.mark.parametrize(("country", "is_said"), [("US", True), ("BR", False)])
def test_some_countries_say_less(make, country, is_said):
    (item,) = asked(make(country=country, customer="20-222222"), "3H2701").body
    assert ("serviceFees" in item) == ("bundlePartIndicator" in item) == is_said
    assert item["pricing"]["currencyCode"] == ("USD" if is_said else "BRL")
