"""The indexes of the order book agree with a scan of all orders after any moves."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from xi.sdk.resellers.sandbox import Sandbox
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.sandbox.orders.states import MOVES
from xi.sdk.resellers.sandbox.orders.values import Order, Status
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

ASKED = {
    Status.ON_HOLD: "ON HOLD",
    Status.BACKORDERED: "BACKORDERED",
    Status.PROCESSING: "PROCESSING",
    Status.SHIPPED: "SHIPPED",
    Status.DELIVERED: "SHIPPED",
    Status.CANCELED: "CANCELLED",
}
FILTERS: dict[str, Callable[[Order], Iterable[str]]] = {
    "customerOrderNumber": lambda order: [order.customer_order_number],
    "endCustomerOrderNumber": lambda order: [order.end_customer_order_number.upper()],
    "ingramPartNumber": lambda order: [part.number for _, part in order.parts],
    "specialBidNumber": lambda order: [line.special_bid.upper() for line in order.lines],
    "serialNumber": lambda order: [each for shipment in order.shipments for each in shipment.serial_numbers[:2]],
    "trackingNumber": lambda order: [shipment.tracking_number for shipment in order.shipments],
    "ingramOrderNumber": lambda order: [order.number, *order.sub_orders()],
    "orderStatus": lambda order: [ASKED[order.status]],
    "ingramOrderDate": lambda order: [order.placed_at.date().isoformat()],
}
CUSTOMERS = ("20-222222", "20-333333")


class World:
    """A sandbox in which something happens."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.moment = datetime(2024, 5, 27, 20, tzinfo=UTC)
        self.sandbox = Sandbox(clock=lambda: self.moment, seed=1, access_tokens={"t"})

    def call(self, operation: str, customer: str, *, number: str = "", body: object = None, query=()):
        headers = {"authorization": "Bearer t", "im-customernumber": customer, "im-countrycode": "US"}
        request = ApiRequest({**headers, "im-correlationid": "1"}, query, body, number)
        return run(self.sandbox, NAMED[operation], request)

    @property
    def orders(self) -> list[Order]:
        """All orders, the newest first."""
        return self.sandbox.orders.latest(0, 1_000)

    def create(self) -> None:
        choice = self.random.choice
        lines = [
            {"ingramPartNumber": part, "quantity": choice((1, 3, 500)), "specialBidNumber": choice(("", "b1", "B2"))}
            for part in self.random.sample(["DF4128", "5L1701", "1C6094", "RQ6000"], k=2)
        ]
        attributes = {"allowDuplicateCustomerOrderNumber": "y", "allowOrderOnCustomerHold": choice("yn")}
        body = {
            "customerOrderNumber": choice(("PO-1", "po-1", "PO-2")),
            "endCustomerOrderNumber": choice(("", "e1")),
            "lines": lines,
            "additionalAttributes": [{"attributeName": k, "attributeValue": v} for k, v in attributes.items()],
        }
        self.call("create_v6", choice(CUSTOMERS), body=body)

    def change(self) -> None:
        order = self.random.choice(self.orders)
        line = {"ingramLineNumber": str(order.lines[0].number) if order.lines else "1", "quantity": 2}
        action = {"addUpdateDeleteLine": self.random.choice(("ADD", "DELETE")), "ingramPartNumber": "RQ6000"}
        if self.random.random() < 0.2:
            self.call("modify", order.customer, number=order.number, body={"lines": [line | action]})
            return
        with suppress(ValueError):  # it is in no state for that
            self.sandbox.move(order.number, self.random.choice(MOVES))

    def live(self) -> None:
        """Let a few things happen."""
        self.create()
        for _ in range(25):
            self.random.choice((self.create, self.change, self.change))()
            self.moment += timedelta(hours=self.random.choice((0, 0, 3, -30, 23)))

    def search(self, customer: str, query: list[tuple[str, str]], size: int) -> list[str]:
        """Return the numbers on all pages."""
        found: list[str] = []
        for page in range(1, 100):
            pairs = [*query, ("pageSize", str(size)), ("pageNumber", str(page))]
            answer = self.call("search", customer, query=pairs)
            if answer.status == 204:
                break
            found += [each["ingramOrderNumber"] for each in answer.body["orders"]]
        return found


@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])  # a world does not shrink
@given(st.randoms(use_true_random=False))
def test_search_finds_the_same_orders_as_a_scan(random):
    world = World(random)
    world.live()
    world.sandbox.settle()
    orders = sorted(world.orders, key=lambda order: order.placed_at, reverse=True)
    for name, values in FILTERS.items():
        for value in sorted({each for order in orders for each in values(order) if each}):
            other, customer, size = random.choice(list(FILTERS)), random.choice(CUSTOMERS), random.choice((1, 4, 100))
            query = {other: next(iter(FILTERS[other](random.choice(orders))), ""), name: value}
            query = {key: text for key, text in query.items() if text}
            expected = [
                order
                for order in orders
                if order.customer == customer and all(text in FILTERS[key](order) for key, text in query.items())
            ]
            assert world.search(customer, list(query.items()), size) == [order.number for order in expected], query
            first, last = sorted(random.choice(orders).placed_at.date() for _ in range(2))
            days = [("ingramOrderDate-bt", day.isoformat()) for day in (first, last)]
            within = [order.number for order in expected if first <= order.placed_at.date() <= last]
            assert world.search(customer, [*query.items(), *days], size) == within, (query, days)
    for customer in CUSTOMERS:
        first, last = sorted(random.choice(orders).placed_at.date() for _ in range(2))
        days = [("ingramOrderDate-bt", day.isoformat()) for day in (first, last)]
        within = [
            each.number for each in orders if each.customer == customer and first <= each.placed_at.date() <= last
        ]
        assert world.search(customer, days, 4) == within, days


@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])  # a world does not shrink
@given(st.randoms(use_true_random=False))
def test_counts_and_lists_of_the_page_agree_with_a_scan(random):
    world = World(random)
    world.live()
    book, orders = world.sandbox.orders, world.orders
    assert book.counts() == Counter(order.status for order in orders)
    assert book.lines == sum(len(order.lines) for order in orders)
    for status in Status:
        assert book.latest(1, 3, status) == [order for order in orders if order.status is status][1:4]
