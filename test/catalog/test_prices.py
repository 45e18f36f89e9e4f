"""prices says of each part what came, whatever the order, the form and the failures of the answers."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from catalog_kit import LIST, Asked, answer, awaited, blocking, both

from xi.sdk.resellers import prices
from xi.sdk.resellers._core.messages import NotSent
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, ServiceException
from xi.sdk.resellers.prices import Outcome, Part, Price

Products = list[dict[str, str]]


def priced(product: dict[str, str], amount: str = "1.10") -> dict[str, Any]:
    return {**product, "pricing": {"currencyCode": "USD", "customerPrice": amount}}


def shop(respond: Callable[[Products], Any]) -> Callable[[Asked], Any]:
    """Answer each call with what a function makes of its products: items, or a whole answer."""

    def handler(asked: Asked) -> Any:
        made = respond(asked.body["products"])
        return answer(207, made) if isinstance(made, list) else made

    return handler


def ask(run: Any, respond: Callable[[Products], Any], parts: Any, **options: Any) -> Any:
    return run(shop(respond), lambda api: prices.prices(api, parts, **options))


@both
def test_120_parts_and_doubles_in_any_order(run: Any) -> None:
    skus = [f"{number:04}" for number in range(120)]

    def backwards(products: Products) -> Any:
        assert len(products) <= 50
        return [priced(each, f"{each['ingramPartNumber']}.10") for each in reversed(products)]

    told: list[tuple[int, int]] = []
    found = ask(run, backwards, [*skus, *skus[:7], " 0003 "], on_progress=lambda *how: told.append(how))
    assert found.error is None
    assert {each for asked in found.asked for each in map(str, asked.body["products"])} == {
        str({"ingramPartNumber": sku}) for sku in skus
    }
    assert sorted(len(each.body["products"]) for each in found.asked) == [20, 50, 50]
    assert list(found.value) == [*skus[:4], " 0003 ", *skus[4:]]
    assert all(each.amount == Decimal(f"{int(key):04}.10") for key, each in found.value.items())
    assert told == [(50, 120), (100, 120), (120, 120)]


@both
def test_the_iterator_gives_the_same_in_order_while_the_next_pieces_are_in_flight(run: Any) -> None:
    skus = [str(number) for number in range(500)]
    found = run(
        shop(lambda products: list(map(priced, products))), lambda api: prices.each_price(api, skus, in_flight=3)
    )
    assert [each.asked for each in found.items] == skus
    assert len(found.asked) == 10
    if run is awaited:
        assert found.server.most == 3


ITEMS: dict[str, tuple[dict[str, Any], Outcome, str | None]] = {
    "priced": (priced({}), Outcome.PRICED, "1.10"),
    "priced, and told something": (
        {**priced({}), "productStatusMessage": "ACOPS ARE AVAILABLE"},
        Outcome.PRICED,
        "1.10",
    ),
    "the price inside the availability": (
        {"availability": {"pricing": {"customerPrice": 5.430}}},
        Outcome.PRICED,
        "5.43",
    ),
    "for nothing": ({"pricing": {"customerPrice": 0}}, Outcome.PRICED, "0"),
    "no price for the account": ({**priced({}), "productAuthorized": "False"}, Outcome.NOT_AUTHORIZED, "1.10"),
    "barred by a message": ({"productStatusMessage": "Not authorised for this product"}, Outcome.NOT_AUTHORIZED, None),
    "unknown by its code": ({"productStatusCode": "E", "productStatusMessage": "?"}, Outcome.NOT_FOUND, None),
    "unknown by its message": ({"productStatusMessage": "Part not found"}, Outcome.NOT_FOUND, None),
    "in stock, with no price": ({"availability": {"available": True}}, Outcome.UNPRICED, None),
    "a placeholder": (
        {"pricing": {"customerPrice": "decimal"}, "availability": {"available": "x"}},
        Outcome.UNPRICED,
        None,
    ),
}


@both
@pytest.mark.parametrize(("item", "outcome", "amount"), ITEMS.values(), ids=ITEMS)
def test_what_an_item_says(run: Any, item: dict[str, Any], outcome: Outcome, amount: str | None) -> None:
    found = ask(run, lambda products: [{**products[0], **item}], ["A"])
    price = found.value["A"]
    assert (price.outcome, price.amount) == (outcome, None if amount is None else Decimal(amount))
    is_placeholder = item.get("pricing", {}).get("customerPrice") == "decimal"
    told = "its price is 'decimal', which is no amount" if is_placeholder else None
    assert price.message == item.get("productStatusMessage", told)


def one(body: bytes, part: str | Part = "A", content_type: str = "application/json") -> Price:
    found = blocking(
        lambda _: answer(200, body, Content_Type=content_type),
        lambda api: prices.prices(api, [part], discounts=True),
    )
    assert found.error is None
    return found.value[part]


def test_prices_and_stock_that_cannot_be_read_are_told_beside_what_the_server_says() -> None:
    price = one(
        b'[{"ingramPartNumber": "A", "productStatusMessage": "Call us", "pricing": [{"customerPrice": "1,019.70"}],'
        b' "availability": [{"totalAvailability": "1,234"}]}]'
    )
    assert price.message == (
        "its price is '1,019.70', which is no amount; its stock is '1,234', which is no whole number; Call us"
    )
    assert (price.outcome, price.amount, price.total) == (Outcome.UNPRICED, None, None)
    wrapped = one(b'{"IngramPartNumber": "A", "pricing": [{"customerPrice": "2.50", "currencyCode": "USD"}]}')
    assert (wrapped.amount, wrapped.currency, wrapped.message) == (Decimal("2.50"), "USD", None)


def test_amounts_are_those_of_the_text() -> None:
    price = one(
        b'[{"ingramPartNumber": "A", "pricing": {"currencyCode": "USD", "customerPrice": 12345678901234567.10,'
        b' "retailPrice": "0.30", "mapPrice": 0.00}}]'
    )
    assert str(price.amount) == "12345678901234567.10"
    assert str(price.retail) == "0.30"
    assert price.lowest_advertised is None
    assert price.product is not None
    assert datetime.now(UTC) - price.received < timedelta(minutes=1)
    below = one(b'{"ingramPartNumber": "A", "pricing": {"customerPrice": 1, "retailPrice": -3, "mapPrice": "-1"}}')
    assert (below.amount, below.retail, below.lowest_advertised) == (Decimal(1), None, None)


def test_stock_that_is_not_said_is_not_zero() -> None:
    price = one(
        b'[{"ingramPartNumber": "A", "availability": {"available": true, "availabilityByWarehouse": ['
        b'{"warehouseId": 10, "quantityAvailable": 0}, {"warehouseId": "05"}, {"warehouseId": "81",'
        b' "quantityAvailable": "7", "quantityBackordered": 4, "quantityBackorderedEta": "2026-12-01",'
        b' "location": "Here "}]}}]'
    )
    assert (price.available, price.total) == (True, None)
    assert [(each.warehouse_id, each.quantity) for each in price.warehouses] == [("10", 0), ("05", None), ("81", 7)]
    assert (price.warehouses[2].location, price.warehouses[2].etas) == ("Here", ((4, "2026-12-01"),))


def test_only_live_discounts_are_shown_first() -> None:
    today = datetime.now(UTC).date()
    specials = [
        {"specialPricingDiscount": 1.1, "specialPricingExpirationDate": f"{today:%Y-%m-%d}"},
        {"specialPricingDiscount": 2, "specialPricingExpirationDate": f"{today - timedelta(days=1):%Y-%m-%d}"},
        {"specialPricingDiscount": 3, "specialPricingEffectiveDate": f"{today + timedelta(days=1):%Y-%m-%dT00:00:00}"},
        {"specialPricingDiscount": 4, "specialPricingExpirationDate": "one day"},
        {"specialPricingDiscount": 5, "specialBidNumer": "B1", "specialPricingAvailableQuantity": 9999999},
    ]
    item = {
        "ingramPartNumber": "A",
        "discounts": [{"specialPricing": specials, "quantityDiscounts": [{"quantity": 9}]}],
    }
    price = one(json.dumps([item]).encode())
    assert [each.amount for each in price.listed_discounts] == [Decimal("1.1"), *map(Decimal, range(2, 6)), None]
    assert [each.amount for each in price.discounts] == [Decimal("1.1"), 5, None]
    assert (price.discounts[1].special_bid_number, price.discounts[1].left) == ("B1", None)
    assert price.discounts[2].minimum == 9
    assert price.listed_discounts[1].is_live(date(2000, 1, 1))


MIXED = [
    "S1",
    Part(vendor_part_number="V/1"),
    Part(customer_part_number="mine"),
    Part(upc="0012"),
    Part(sku="S1", quantity=9),
]


@both
def test_parts_of_all_kinds_are_matched_by_their_own_identifier(run: Any) -> None:
    def respond(products: Products) -> Any:
        items = [
            priced({**each, **({} if "ingramPartNumber" in each else {"ingramPartNumber": "S9"})}) for each in products
        ]
        return [{"ingramPartNumber": "other"}, *reversed(items)]

    found = ask(run, respond, MIXED, special_bid_number="B1", warehouses=["05"], reservations=True)
    assert {each.outcome for each in found.value.values()} == {Outcome.PRICED}
    assert list(found.value) == MIXED
    assert [found.value[each].sku for each in MIXED] == ["S1", "S9", "S9", "S9", "S1"]
    assert [each.body["products"] for each in found.asked] == [
        [{"ingramPartNumber": "S1"}, {"vendorPartNumber": "V/1"}, {"customerPartNumber": "mine"}, {"upc": "0012"}],
        [{"ingramPartNumber": "S1", "quantityRequested": "9"}],  # in one piece the two answers could not be told apart
    ]
    assert found.asked[0].body["specialBidNumber"] == "B1"
    assert found.asked[0].body["showReserveInventoryDetails"] is True
    assert found.asked[0].body["availabilityByWarehouse"] == [{"availabilityByWarehouseId": "05"}]


@both
def test_a_number_of_several_products_chooses_none(run: Any) -> None:
    def respond(products: Products) -> Any:
        return [
            priced({**each, "ingramPartNumber": sku}) for each in products if "vendorPartNumber" in each for sku in "YX"
        ] + [priced(each) for each in products if "ingramPartNumber" in each]

    part = Part(vendor_part_number="V")
    found = ask(run, respond, ["Z", part])
    price = found.value[part]
    assert (price.outcome, price.amount) == (Outcome.SEVERAL, None)
    assert price.message == "it is the name of several products: X, Y"
    assert [each.ingram_part_number for each in price.products] == ["Y", "X"]
    assert found.value["Z"].outcome is Outcome.PRICED


def fault(text: str, **field: str) -> dict[str, Any]:
    return {"errors": [{"id": "1", "type": "Validation", "message": text, "fields": [field] if field else []}]}


@both
def test_nothing_found_in_all_forms(run: Any) -> None:
    for respond in (
        lambda _: answer(404, LIST),
        lambda _: answer(400, fault("No products found")),
        lambda products: answer(400, fault("wrong", field="ingramPartNumber", value=products[0]["ingramPartNumber"])),
    ):
        found = ask(run, respond, ["A", "B"])
        assert [each.outcome for each in found.value.values()] == [Outcome.NOT_FOUND] * 2
    for respond in (lambda _: [], lambda _: answer(204)):
        found = ask(run, respond, ["A"])
        assert (found.value["A"].outcome, found.error) == (Outcome.NOT_SAID, None)


@both
def test_a_bad_header_is_no_unknown_part(run: Any) -> None:
    found = ask(run, lambda _: answer(400, fault("Invalid", field="IM-CustomerNumber", value="20-222222")), ["A"])
    assert found.value["A"].outcome is Outcome.FAILED
    for body in (b"<html>", b"", {"fault": {"faultstring": "not found"}}, {"message": "Resource not found"}):
        found = ask(run, lambda _, body=body: answer(404, body), ["A"])
        assert found.value["A"].outcome is Outcome.FAILED


@both
def test_a_failed_piece_is_told_and_loses_nothing(run: Any) -> None:
    def respond(products: Products) -> Any:
        return answer(503) if products[0]["ingramPartNumber"] == "50" else list(map(priced, products))

    found = ask(run, respond, [str(number) for number in range(130)])
    failed = [key for key, each in found.value.items() if each.outcome is Outcome.FAILED]
    assert failed == [str(number) for number in range(50, 100)]
    assert isinstance(found.value["50"].error, ServiceException)
    assert "503" in found.value["50"].message
    assert found.value["129"].outcome is Outcome.PRICED


@both
@pytest.mark.parametrize(("failure", "calls"), [(answer(403), 1), (NotSent("no route"), 5)])
def test_the_rest_is_not_sent_where_it_is_hopeless(run: Any, failure: Any, calls: int) -> None:
    parts = [str(number) for number in range(50 * 9)]
    found = run(lambda _: failure, lambda api: prices.prices(api, parts, in_flight=1))
    assert {each.outcome for each in found.value.values()} == {Outcome.FAILED}
    assert len({json.dumps(each.body) for each in found.asked}) == calls
    assert found.value["449"].message.startswith("not sent, since the calls before it failed: ")
    assert found.value["449"].error is not None


WRONG: dict[str, tuple[Any, dict[str, Any], type[Exception], str]] = {
    "one text": ("ABC", {}, ApiTypeError, "parts should be a list of part numbers and Parts, not 'ABC' alone"),
    "a number": (
        ["A", 1346],
        {},
        ApiTypeError,
        "parts[1] should be a part number as text, or a Part, not int: a number",
    ),
    "blank": (["A", " "], {}, ApiValueError, "parts[1] is ' '"),
    "a line break": (["A\nB"], {}, ApiValueError, "without control characters"),
    "option": (["A"], {"discount": True}, ApiTypeError, "there is no option 'discount'; there are special_bid_number"),
    "in flight": (["A"], {"in_flight": 0}, ApiValueError, "in_flight is 0; it should be 1 to 32 calls"),
    "nothing": (["A"], {"pricing": False, "availability": False}, ApiValueError, "one of them should be"),
    "warehouse": (["A"], {"warehouses": "05"}, ApiTypeError, "warehouses should be a list of IDs"),
}


@both
@pytest.mark.parametrize(("parts", "options", "kind", "message"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_asked_is_not_sent(
    run: Any, parts: Any, options: dict[str, Any], kind: type[Exception], message: str
) -> None:
    found = ask(run, lambda _: pytest.fail("it was sent"), parts, **options)
    assert isinstance(found.error, kind)
    assert re.search(re.escape(message), str(found.error))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "a Part is named by one of sku, vendor_part_number, customer_part_number, upc, not by nothing"),
        ({"sku": "A", "upc": "1"}, "not by sku and upc"),
        ({"upc": 12}, "upc should be text, not int"),
        ({"sku": ""}, "sku is ''"),
        ({"sku": "A", "quantity": 0}, "quantity is 0; it should be 1 or more"),
        ({"sku": "A", "quantity": 1.5}, "quantity should be a whole number"),
    ],
)
def test_a_part_is_named_in_one_way(given: dict[str, Any], message: str) -> None:
    with pytest.raises((ApiTypeError, ApiValueError), match=re.escape(message)):
        Part(**given)


def test_nothing_is_asked_for_no_parts() -> None:
    assert ask(blocking, lambda _: pytest.fail("it was sent"), []).value == {}


def test_whoever_stops_early_leaves_nothing_under_way() -> None:
    skus = [str(number) for number in range(50 * 20)]
    respond = shop(lambda products: list(map(priced, products)))
    threads = threading.active_count()

    def first(api: Any) -> Price:
        found = prices.each_price(api, skus, in_flight=3)
        price: Price = next(found)
        found.close()
        return price

    stopped = blocking(respond, first)
    assert (stopped.value.asked, len(stopped.asked) <= 4, threading.active_count()) == ("0", True, threads)

    async def afirst(api: Any) -> Price:
        found = prices.each_price(api, skus, in_flight=3)
        price: Price = await anext(found)
        await found.aclose()
        return price

    stopped = awaited(respond, afirst)
    assert (stopped.value.asked, len(stopped.asked) <= 4, stopped.server.at_once) == ("0", True, 0)


@both
def test_two_prices_for_one_product_are_not_chosen_from(run: Any) -> None:
    answers = [("1.10", "1.1"), ("1.10", "1.20")]
    same, other = (
        ask(run, lambda products, both=both: [priced(products[0], each) for each in both], ["A"]).value["A"]
        for both in answers
    )
    assert (same.outcome, same.amount) == (Outcome.PRICED, Decimal("1.10"))
    assert (other.outcome, other.amount, len(other.products)) == (Outcome.SEVERAL, None, 2)
    assert "1.10 USD, 1.20 USD" in (other.message or "")


@both
@pytest.mark.parametrize("sent", ["1,299.00", "1e3", "-5", "on request"])
def test_a_price_that_is_no_amount_is_told(run: Any, sent: str) -> None:
    found = ask(run, lambda products: [priced(products[0], sent)], ["A"]).value["A"]
    assert (found.outcome, found.amount) == (Outcome.UNPRICED, None)
    assert sent in (found.message or "")
