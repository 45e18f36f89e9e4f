"""Deals: how they are found, and the prices that they give to orders until they are over or used up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from xi.sdk.resellers.sandbox import Catalogue, DealLine, DealTerms, Part, Sandbox, default_catalogue

APPLICATION = {"im-applicationid": "shop"}
SCARCE = "NW-2231-T"
"""Three units of 2GZ200 are left, at 124.00 instead of 142.50."""


def numbers(api: Any, **query: str) -> list[str]:
    answer = api.call("deals", query=query)
    assert answer.status == 200, answer.body
    return [each["dealId"] for each in answer.body["deals"]]


def details(api: Any, number: str, **query: str) -> dict[str, Any]:
    api.headers = APPLICATION
    answer = api.call("deal", number=number, query=query)
    assert answer.status == 200, answer.body
    return answer.body


def left(api: Any, number: str = SCARCE) -> int:
    return details(api, number)["products"][0]["remainingQuantity"]


def price(api: Any, units: int, **line: Any) -> float:
    """Order units of the scarce part with its bid; return the unit price."""
    sent = {"ingramPartNumber": "2GZ200", "quantity": units, "specialBidNumber": SCARCE, **line}
    number = api.created(sent)
    return api.details(number).body["lines"][0]["unitPrice"]


def test_a_search_finds_by_end_user_vendor_and_number(api):
    assert set(numbers(api)) == {*default_catalogue().deals}
    assert numbers(api, vendor="gridline") == ["GRID-70001", "GRID-77120"]
    assert numbers(api, endUser="SCHOOL") == ["ACME SPRING DISC"]
    assert numbers(api, dealId="acme spring disc") == ["ACME SPRING DISC"]
    assert numbers(api, dealId="ACME") == []
    assert numbers(api, vendorName="nobody", size="1") == numbers(api)


def test_pages_have_capital_names_and_links_that_lead_inside_the_service(api):
    everything = numbers(api)
    assert [numbers(api, Size="2", Page=page) for page in "123"] == [everything[:2], everything[2:4], everything[4:]]
    middle = api.call("deals", query={"Size": "2", "Page": "2"}).body
    assert middle["nextPage"] == "/bids/v1/special-bidsB2B?Size=25&Page=3"
    assert middle["previousPage"] == "/bids/v1/special-bidsB2B?Size=25&Page=1"
    assert api.call("deals").body["nextPage"] is None


def test_the_link_of_a_deal_is_an_object_and_its_blanks_are_not_encoded(api):
    (deal,) = api.call("deals", query={"endUser": "Cedar"}).body["deals"]
    assert deal["links"] == {"topic": "Deals", "href": "/resellers/v6/deals/ACME SPRING DISC", "type": "GET"}
    assert deal["version"] == "3"


def test_details_count_the_whole_run_and_leave_the_vendor_out(api):
    body = details(api, "acme spring disc", vendorName="Acme Peripherals")
    assert body["vendor"] is None
    first, second = body["products"]
    assert (first["daysRemaining"], second["daysRemaining"]) == (90, 40)
    assert first["extendedMSRP"] == 500 * 54.9
    assert body["extendedMsrp"] == 500 * 54.9 + 200 * 129.0


@pytest.mark.parametrize(
    ("number", "headers", "query", "field"),
    [
        (SCARCE, {}, {}, "IM-ApplicationId"),
        ("NOSUCH", APPLICATION, {}, "dealId"),
        (SCARCE, APPLICATION, {"vendorName": "ACME"}, "vendorName"),
        (SCARCE, {**APPLICATION, "im-environment": "e" * 33}, {}, "IM-Environment"),
    ],
)
def test_details_name_what_is_wrong(api, fields_of, number, headers, query, field):
    api.headers = headers
    answer = api.call("deal", number=number, query=query)
    assert (answer.status, fields_of(answer)) == (400, [field])


def test_a_deal_gives_its_price_until_its_units_are_used_up(api):
    assert left(api) == 3
    assert price(api, 2) == 124.0
    assert left(api) == 1
    # Two are more than are left: the whole line has the usual price.
    assert price(api, 2) == 142.5
    assert left(api) == 1
    assert price(api, 1, specialBidNumber=SCARCE.lower()) == 124.0
    assert price(api, 1) == 142.5
    assert left(api) == 0


def test_two_lines_of_an_order_do_not_use_the_same_units(api):
    lines = [{"ingramPartNumber": "2GZ200", "quantity": units} for units in (2, 2, 1)]
    number = api.created(*lines, specialBidNumber=SCARCE)
    assert [each["unitPrice"] for each in api.details(number).body["lines"]] == [124.0, 142.5, 124.0]
    assert left(api) == 0


def test_a_cancelled_or_voided_order_gives_its_units_back(api, clock):
    number = api.held(("2GZ200", 3), specialBidNumber=SCARCE)
    assert left(api) == 0
    api.cancel(number)
    assert left(api) == 3
    api.held(("2GZ200", 3), specialBidNumber=SCARCE)
    clock.forward(days=1)
    assert left(api) == 3
    assert price(api, 3) == 124.0


def test_an_order_that_grows_beyond_the_deal_loses_its_price(api):
    number = api.held(("2GZ200", 1), specialBidNumber=SCARCE)
    change = {"ingramLineNumber": "001", "addUpdateDeleteLine": "UPDATE"}
    api.modify(number, {**change, "quantity": 3})
    assert (api.details(number).body["lines"][0]["unitPrice"], left(api)) == (124.0, 0)
    api.modify(number, {**change, "quantity": 2})
    assert left(api) == 1
    api.modify(number, {**change, "quantity": 9})
    assert (api.details(number).body["lines"][0]["unitPrice"], left(api)) == (142.5, 3)


def test_what_one_customer_uses_is_left_for_the_others(api):
    assert price(api, 3) == 124.0
    api.customer = "20-333333"
    assert left(api) == 3


def test_a_deal_that_is_over_gives_the_usual_price_also_if_another_is_asked_for(api, clock):
    bid = {"ingramPartNumber": "YN6231", "quantity": 1, "specialBidNumber": "ACME SPRING DISC", "unitPrice": 1}

    def ordered() -> float:
        return api.details(api.created(bid)).body["lines"][0]["unitPrice"]

    assert ordered() == 108.0
    clock.forward(days=9, hours=14)
    assert ordered() == 108.0
    # Its price for this part ends at midnight, before the deal itself.
    clock.forward(hours=1)
    assert ordered() == 129.0
    assert details(api, "ACME SPRING DISC")["products"][1]["remainingQuantity"] == 198


def test_a_deal_does_not_cover_other_parts_and_an_unknown_bid_gives_the_price_asked_for(api):
    other = api.held({"ingramPartNumber": "DF4128", "quantity": 1, "specialBidNumber": SCARCE, "unitPrice": 1})
    assert api.details(other).body["lines"][0]["unitPrice"] == 54.9
    unknown = api.held({"ingramPartNumber": "DF4128", "quantity": 1, "specialBidNumber": "X-1", "unitPrice": 1})
    assert api.details(unknown).body["lines"][0]["unitPrice"] == 1


def test_the_order_of_a_quote_uses_units_of_the_deal_behind_it(api):
    values = {
        "VEND_AUTH_NBR_FLG": "1",
        "ResellerCompanyName": "Shop",
        "resellerCtacEmail": "a@shop.example",
        "rslrCtacName": "Anna",
        "endUserMarketSegment": "Public",
    }
    told = [{"attributeName": name, "attributeValue": value} for name, value in values.items()]
    body = {"customerOrderNumber": "Q", "quoteNumber": "QUO-20417001-A1B2C3", "vmfAdditionalAttributes": told}
    assert api.call("create_v7", body=body).status == 200
    assert [each["remainingQuantity"] for each in details(api, "GRID-77120")["products"]] == [4, 8]


def test_the_price_of_a_bid_is_told_before_an_order(api):
    def told(bid: str, units: int = 1) -> tuple[Decimal, bool] | None:
        found = api.sandbox.offers.bid_price(api.customer, bid, "2gz200", api.sandbox.now(), units)
        return None if found is None else (found.price, found.by_deal)

    assert told(SCARCE) == (Decimal("124.00"), True)
    assert told(SCARCE, 4) == (Decimal("142.50"), False)
    assert told("GRID-70001") == (Decimal("142.50"), False)
    assert told("X-1") is None
    assert told("") is None


def test_price_and_availability_tells_the_price_that_an_order_gets(api):
    def told(units: str, bid: str = SCARCE) -> float:
        query = {"includeAvailability": "true", "includePricing": "true"}
        product = {"ingramPartNumber": "2GZ200", "quantityRequested": units}
        body = {"products": [product], "specialBidNumber": bid}
        answer = api.call("price_and_availability", body=body, query=query)
        return answer.body[0]["pricing"]["customerPrice"]

    assert (told("3"), told("4"), told("3", "X-1")) == (124.0, 142.5, 142.5)
    assert price(api, 2) == told("1") == 124.0
    assert told("2") == 142.5


def test_deals_keep_their_dates_and_used_units_over_a_restart(make, clock, tmp_path):
    state = tmp_path / "state.db"
    api = make(state=state)
    assert price(api, 2) == 124.0
    before = details(api, SCARCE)
    api.sandbox.close()
    clock.forward(days=5)
    again = make(state=state)
    try:
        assert details(again, SCARCE) == before
    finally:
        again.sandbox.close()


def test_what_is_offered_keeps_its_price_and_a_deal_says_what_its_parts_cost_now(make, clock, tmp_path):
    api = make(state=tmp_path / "state.db")
    clock.forward(days=1)
    for part in ("YN6231", "2GZ200"):
        api.sandbox.change_part(part, price=Decimal(999))

    def told(caller):
        caller.headers = {"im-applicationid": "A", "im-customercontact": "a@b.example"}
        quote = caller.call("quote", number="QUO-14551943-D2Y9L9").body["products"][0]["price"]
        deal = caller.call("deal", number=SCARCE).body["products"][0]
        renewal = caller.call("renewal", number="4410003").body
        return quote, (deal["standardPrice"], deal["msrp"]), renewal["renewalValue"], renewal["products"]

    before = told(api)
    assert (before[0]["quotePrice"], before[1]) == (129.0, (999.0, 999.0))
    for part in {line.part_number for line in api.sandbox.catalogue.renewals["4410003"].lines}:
        api.sandbox.change_part(part, price=Decimal(777))
    assert told(api) == before
    api.sandbox.close()
    clock.forward(days=2)
    again = make(state=tmp_path / "state.db")
    assert told(again) == before
    again.sandbox.close()


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((DealLine("B", Decimal(1), 1),), "deal D: there is no part B"),
        ((DealLine("A", Decimal(1), 1), DealLine("a", Decimal(1), 1)), "part A is in it twice"),
    ],
)
def test_a_catalogue_with_a_deal_that_cannot_be_is_refused(lines, why):
    catalogue = Catalogue.of([Part("A", Decimal(1))], deals={"D": DealTerms(lines)})
    with pytest.raises(ValueError, match=why):
        Sandbox(catalogue=catalogue)


def test_a_deal_of_one_customer_is_hidden_from_the_others(make):
    terms = DealTerms((DealLine("A", Decimal(1), 1),), customer="20-333333")
    api = make(catalogue=Catalogue.of([Part("A", Decimal(2))], deals={"D": terms}))
    assert numbers(api) == []
    api.customer = "20-333333"
    assert numbers(api) == ["D"]
