"""No unit is lost or made: what is on hand, what orders have reserved and what has shipped is what was supplied."""

import json
from decimal import Decimal
from random import Random

import pytest

from xi.sdk.resellers.sandbox import Catalogue, Part
from xi.sdk.resellers.sandbox.catalog.parts import Arrival
from xi.sdk.resellers.sandbox.orders.states import possible

PARTS = Catalogue.of(
    [
        Part("FEW", Decimal(10), stock={"10": 5, "40": 2}, arrivals=(Arrival("10", 9, 1), Arrival("40", 3, 2))),
        Part("MANY", Decimal(3), stock={"10": 60}),
    ]
)


def on_hand(sandbox, number):
    part = sandbox.catalogue.find(number)
    return sandbox.orders.stock.total(part)


def confirmed(sandbox, number):
    """Return the units of a part that orders have: reserved, or shipped already."""
    orders = sandbox.orders.of("20-222222")
    return sum(line.confirmed for order in orders for line, part in order.parts if part.number == number)


def test_back_ordered_units_that_arrived_are_in_stock_after_the_order_is_voided(make):
    api = make(catalogue=PARTS)
    number = api.created(("FEW", 10))
    assert (on_hand(api.sandbox, "FEW"), confirmed(api.sandbox, "FEW")) == (2, 5)
    api.sandbox.restock(number)
    assert (on_hand(api.sandbox, "FEW"), confirmed(api.sandbox, "FEW")) == (2, 10)
    api.sandbox.void(number)
    assert on_hand(api.sandbox, "FEW") == 12


def test_back_ordered_units_that_arrived_are_there_after_a_hold(make):
    api = make(catalogue=PARTS)
    number = api.created(("FEW", 10))
    for move in ("restock", "hold", "release"):
        api.sandbox.move(number, move)
    assert api.details(number).body["orderStatus"] == "Processing"
    assert on_hand(api.sandbox, "FEW") == 2


def test_units_that_arrive_at_no_warehouse_that_held_the_part_can_be_seen_and_ordered(make):
    api = make(catalogue=Catalogue.of([Part("NONE", Decimal(1))]))
    number = api.created(("NONE", 3))
    api.sandbox.restock(number)
    api.sandbox.void(number)
    question = {"products": [{"ingramPartNumber": "NONE"}]}
    switches = {"includeAvailability": "true", "includePricing": "true"}
    item = api.call("price_and_availability", body=question, query=switches).body[0]
    assert item["availability"]["totalAvailability"] == 3
    again = api.created(("NONE", 3))
    assert api.details(again).body["orderStatus"] == "Processing"


class _Shop:
    """Does what customers, warehouses and sales do, at random, and counts the units that were supplied."""

    def __init__(self, make, clock, seed, path):
        self.random = Random(seed)
        self.make = make
        self.clock = clock
        self.path = path
        self.supplied = {part.number: sum(part.stock.values()) for part in PARTS}
        self.api = None
        self.restart()

    def restart(self):
        if self.api is not None:
            self.api.sandbox.close()
        self.api = self.make(catalogue=PARTS, state=self.path)

    def order(self):
        lines = [(self.random.choice(("FEW", "MANY")), self.random.randint(1, 9)) for _ in range(2)]
        held = {"allowOrderOnCustomerHold": self.random.choice(("true", "false"))}
        self.api.create(*lines, attributes=held, customerOrderNumber=f"PO-{len(self.api.sandbox.orders)}")

    def modify(self):
        held = [order for order in self.api.sandbox.orders.of("20-222222") if order.held]
        if held:
            number = self.random.choice(held).number
            more = {"addUpdateDeleteLine": "ADD", "ingramPartNumber": "FEW", "quantity": 2}
            units = self.random.randint(1, 9)
            self.api.modify(
                number, {"addUpdateDeleteLine": "UPDATE", "ingramLineNumber": "001", "quantity": units}, more
            )

    def move(self):
        sandbox = self.api.sandbox
        known = [(each, move) for each in sandbox.orders.of("20-222222") for move in possible(each)]
        if known:
            order, move = self.random.choice(known)
            if move == "restock":
                for line, part in order.parts:
                    self.supplied[part.number] += line.backordered
            sandbox.move(order.number, move)

    def on_order(self):
        sandbox = self.api.sandbox
        return sum(each.units for each in sandbox.arrivals.of(sandbox.catalogue.parts["FEW"]))

    def wait(self):
        before = self.on_order()
        self.clock.forward(hours=14)
        self.api.sandbox.settle()
        self.supplied["FEW"] += before - self.on_order()

    def change_stock(self):
        number, units = self.random.choice(("FEW", "MANY")), self.random.randint(0, 12)
        before = on_hand(self.api.sandbox, number)
        self.api.sandbox.change_part(number, stock={"10": units})
        self.supplied[number] += on_hand(self.api.sandbox, number) - before


@pytest.mark.parametrize("seed", range(6))
def test_no_unit_is_lost_or_made_whatever_happens(make, clock, seed, tmp_path):
    shop = _Shop(make, clock, seed, tmp_path / "state.db")
    for step in range(60):
        shop.random.choices(
            (shop.order, shop.modify, shop.move, shop.change_stock, shop.wait, shop.restart), (4, 2, 12, 1, 1, 0.5)
        )[0]()
        sandbox = shop.api.sandbox
        for number, supplied in shop.supplied.items():
            assert on_hand(sandbox, number) + confirmed(sandbox, number) == supplied, f"{number} after step {step}"
    shop.api.sandbox.close()


ON_ORDER = Catalogue.of(
    [
        Part("SOON", Decimal(5), stock={"10": 2}, arrivals=(Arrival("10", 4, 3), Arrival("10", 6, 9))),
        Part("NEW", Decimal(5), stock={}, arrivals=(Arrival("40", 7, 3),)),
    ]
)


def asked(api, number="SOON"):
    """Return what is in stock of a part, what is on order, and when the next of it comes."""
    question = {"products": [{"ingramPartNumber": number}]}
    switches = {"includeAvailability": "true", "includePricing": "true"}
    found = api.call("price_and_availability", body=question, query=switches).body[0]["availability"]
    (row,) = found["availabilityByWarehouse"]
    eta = row.get("quantityBackorderedEta") or next((each["etaDate"] for each in row.get("backOrderInfo", ())), None)
    return found["totalAvailability"], row.get("quantityOnOrder", 0), eta


def test_units_on_order_come_on_their_day_counted_from_the_first_start(make, clock, tmp_path):
    api = make(catalogue=ON_ORDER, state=tmp_path / "state.db")
    seen = [asked(api)]
    for days in (2, 1, 5, 1, 300):
        clock.forward(days=days)
        if days == 5:
            api.sandbox.close()
            api = make(catalogue=ON_ORDER, state=tmp_path / "state.db")
        seen.append(asked(api))
    assert seen == [
        (2, 10, "2024-05-30"),
        (2, 10, "2024-05-30"),
        (6, 6, "2024-06-05"),
        (6, 6, "2024-06-05"),
        (12, 0, None),
        (12, 0, None),
    ]
    # The clock may go back; what has come stays.
    api.sandbox.clock.advance(days=-305)
    assert asked(api) == (12, 0, None)
    assert asked(api, "NEW") == (7, 0, None)
    api.sandbox.close()
    again = make(catalogue=ON_ORDER, state=tmp_path / "state.db")
    assert asked(again) == (12, 0, None)
    again.sandbox.close()


def test_units_that_come_are_for_the_orders_that_wait_for_them_the_oldest_first(make, clock):
    api = make(catalogue=ON_ORDER)
    first, second, third = api.created(("SOON", 3)), api.created(("SOON", 2), ("SOON", 3)), api.created(("SOON", 1))
    held, void = api.held(("SOON", 5)), api.created(("SOON", 5))
    api.sandbox.void(void)
    clock.forward(days=3)
    statuses = [api.details(each).body["orderStatus"] for each in (first, second, third, held)]
    assert statuses == ["Processing", "Backordered", "Backordered", "Canceled"]
    lines = api.details(second).body["lines"]
    assert [(each["quantityConfirmed"], each["quantityBackOrdered"]) for each in lines] == [(2, 0), (1, 2)]
    assert [each.order_number for each in api.sandbox.events if each.kind == "restocked"] == [first, second]
    clock.forward(days=6)
    assert asked(api) == (3, 0, None)
    assert {api.details(each).body["orderStatus"] for each in (second, third)} == {"Processing"}


def test_units_that_come_are_told_by_a_stock_event(make, clock):
    api = make(catalogue=ON_ORDER)
    api.sandbox.hooks.add("http://127.0.0.1:9/events", "secret", ["resellers/catalog"])
    clock.forward(days=3)
    api.sandbox.tick()
    (event,) = (json.loads(each.body) for each in api.sandbox.hooks.deliveries())
    told = {each["ingramPartNumber"]: each["totalAvailability"] for each in event["resource"]}
    assert told == {"SOON": "6", "NEW": "7"}
