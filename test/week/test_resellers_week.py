"""A reseller's week over HTTP, with answers that are lost and refused: at its end all is there once, and adds up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from xi.sdk.resellers import (
    Account,
    ApiClient,
    Configuration,
    InvoicesApi,
    OrdersApi,
    ProductCatalogApi,
    QuotesApi,
    RetryPolicy,
    ReturnsApi,
    invoice_matching,
    part_numbers,
    prices,
    quotes,
    webhooks,
)
from xi.sdk.resellers.ordering import OrderDesk, Settings, State
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.stock_mirror import Source, StockMirror
from xi.sdk.resellers.testing import TOKEN, WebhookReceiver

ACCOUNT = Account("20-222222", "US", "shop", "shop", "buyer@shop.example")
QUICK = RetryPolicy(attempts=9, base=0.001, wait_cap=0.02, quota_window=0.01)
SHORT = Settings(
    deadline=20.0, lease=30.0, quiet=0.1, looks=(0.02, 0.05, 0.1), patience=2.0, breaker_pause=0.1, recheck=0.1
)
READS = [name for name, row in NAMED.items() if row.method == "GET"] + ["price_and_availability"]
CREATES = ("create_v6", "create_v7", "return_create")
MAKERS_NUMBER = "AC-KM550"
QUOTE = "QUO-20417003-G7H8J9"
SHIP_FROM = {
    "companyName": "Alder Office",
    "contact": "Anna Alder",
    "addressLine1": "1 Main Street",
    "city": "Irvine",
    "state": "CA",
    "postalCode": "92612",
    "countryCode": "US",
    "email": "anna@shop.example",
}


class Week:
    """The shop: its clients of the sandbox, its desk and its mirror in one database, and its receiver of webhooks."""

    def __init__(self, server: SandboxServer, receiver: WebhookReceiver, client: ApiClient, database: str) -> None:
        self.sandbox = server.sandbox
        self.receiver = receiver
        self.catalogue = ProductCatalogApi(client).bound(ACCOUNT)
        self.quotes = QuotesApi(client).bound(ACCOUNT)
        self.orders = OrdersApi(client).bound(ACCOUNT)
        self.invoices = InvoicesApi(client).bound(ACCOUNT)
        self.returns = ReturnsApi(client).bound(ACCOUNT)
        self.desk = OrderDesk(self.orders, database, settings=SHORT)
        self.mirror = StockMirror(database)
        self._taken: set[str] = set()

    def take_webhooks(self) -> list[webhooks.Event]:
        """Verify what has come since the last time, and hand it to the desk and to the mirror."""
        assert self.sandbox.hooks.settled(60)
        new: list[webhooks.Event] = []
        for each in self.receiver.received:
            signature = each.headers["x-hub-signature"]
            assert webhooks.verify(each.body, signature, self.receiver.secret)
            events = webhooks.parse(each.body)
            if not {str(event.event_id) for event in events} <= self._taken:
                self._taken |= {str(event.event_id) for event in events}
                new += events
                self.mirror.note(events)
                if any(event.kind is not webhooks.EventKind.STOCK for event in events):
                    self.desk.note_webhook(each.body, signature, secret=self.receiver.secret)
        self.desk.handle_webhooks()
        return new

    def stock(self, *skus: str) -> list[int | None]:
        """Return what is in stock by price and availability."""
        found = prices.prices(self.catalogue, skus)
        return [found[each].total for each in skus]


@pytest.fixture
def week(tmp_path: Path) -> Iterator[Week]:
    sandbox = Sandbox(seed=11, access_tokens={TOKEN}, policy=Policy(tax_percent=Decimal("8.25"), webhook_pause=0.01))
    for kind in ("429", "500", "503", "drop_before", "drop_after", "half"):
        for name in READS:
            sandbox.faults.add(kind, name, times=None, probability=0.05)
    with SandboxServer(sandbox) as server, WebhookReceiver() as receiver:
        sandbox.hooks.add(receiver.url, receiver.secret, ["resellers/orders", "resellers/catalog"])
        configuration = Configuration(host=server.url, access_token=TOKEN, account=ACCOUNT, retry=QUICK)
        with ApiClient(configuration) as client:
            made = Week(server, receiver, client, f"sqlite:///{tmp_path / 'shop.db'}")
            yield made
            made.mirror.close()


def test_a_week_in_which_answers_are_lost_places_files_and_bills_everything_once(week: Week) -> None:
    # Monday: what is it called here, what does it cost, and is it there?
    found = part_numbers.resolve(week.catalogue, [MAKERS_NUMBER])[MAKERS_NUMBER]
    keyboard = found.sku
    assert keyboard is not None, found.says
    price = prices.prices(week.catalogue, [keyboard])[keyboard]
    unit = week.sandbox.catalogue.parts[keyboard].price
    assert price.amount == unit
    week.mirror.check(week.catalogue, [keyboard, "2GZ200"])
    before = week.stock(keyboard, "2GZ200")
    assert [getattr(week.mirror.stock(each), "total", None) for each in (keyboard, "2GZ200")] == before

    # Tuesday: a quote and an order, each of which is acted on although its answer is lost.
    week.sandbox.faults.add("drop_after", "create_v7")
    week.sandbox.faults.add("500_after", "create_v6")
    check = quotes.check(week.quotes, QUOTE)
    assert check.can_be_ordered, check.refusal
    of_quote = week.desk.order_quote(week.quotes, QUOTE, po="WEEK-QUOTE", wait=20)
    lines = [{"customerLineNumber": "1", "ingramPartNumber": keyboard, "quantity": 7}]
    order = {"customerOrderNumber": "WEEK-1", "lines": lines}
    placed = week.desk.place(order, wait=20)
    assert [each.state for each in (of_quote, placed)] == [State.PLACED, State.PLACED]
    assert week.desk.place(order, wait=20).order_numbers == placed.order_numbers

    # Wednesday: it leaves, and is billed; the webhooks tell of both, and of the stock.
    for number in (*placed.order_numbers, *of_quote.order_numbers):
        week.sandbox.ship(number)
        week.sandbox.invoice(number)
    week.sandbox.clock.advance(timedelta(minutes=16))
    week.sandbox.settle()
    kinds = {event.kind for event in week.take_webhooks()}
    assert {webhooks.EventKind.SHIPPED, webhooks.EventKind.INVOICED, webhooks.EventKind.STOCK} <= kinds
    told = [week.mirror.stock(each) for each in (keyboard, "2GZ200")]
    assert [each and (each.total, each.source) for each in told] == [
        ((total or 0) - units, Source.EVENT) for total, units in zip(before, (7, 30), strict=True)
    ]

    # Thursday: the invoices are those of what was ordered, to the cent.
    (billed,) = invoice_matching.match_invoices(week.invoices, week.orders, po="WEEK-1", ledger=week.desk)
    (quoted,) = invoice_matching.match_invoices(week.invoices, week.orders, po="WEEK-QUOTE", ledger=week.desk)
    assert [*billed.findings, *quoted.findings] == []
    assert [sum(each.lines or Decimal(0) for each in of.invoices) for of in (billed, quoted)] == [
        unit * 7,
        Decimal("131.00") * 30,
    ]
    assert check.total == quoted.invoices[0].lines
    for invoice in (*billed.invoices, *quoted.invoices):
        assert invoice.tax == ((invoice.lines or 0) * Decimal("0.0825")).quantize(Decimal("0.01"))
        assert invoice.difference == 0
        assert invoice.total == invoice.sum

    # Friday: two of them come back. The return is acted on, its answer is lost, and the program runs again.
    week.sandbox.faults.add("drop_after", "return_create")
    goods = {
        "referenceNumber": "WEEK-BACK",
        "invoiceNumber": billed.invoices[0].invoice.number,
        "invoiceDate": billed.invoices[0].invoice.day,
        "ingramPartNumber": keyboard,
        "quantity": 2,
        "primaryReason": "Damaged",
        "secondaryReason": "The box was wet",
        "numberOfBoxes": 1,
        "shipFromInfo": SHIP_FROM,
    }
    filed = [week.desk.file_return(goods, wait=20) for _ in range(2)]
    (case,) = week.returns.get_resellers_v6_returnssearch(reference_number="WEEK-BACK").returns_claims or ()
    assert {(each.state, each.case_number) for each in filed} == {(State.PLACED, case.case_request_number)}

    # The weekend: everything is there once.
    assert week.sandbox.placements() == {"WEEK-1": 1, "WEEK-QUOTE": 1}
    assert week.sandbox.purchase_orders() == {"WEEK-1": placed.order_numbers, "WEEK-QUOTE": of_quote.order_numbers}
    assert [each.quantity for each in week.sandbox.returns.of(ACCOUNT.customer_number)] == [2]
    assert week.stock(keyboard, "2GZ200") == [(before[0] or 0) - 7, (before[1] or 0) - 30]
    assert not [each for each in week.sandbox.faults.waiting() if each.times is not None], "a fault never happened"
    broken = sum(count for (_, status), count in week.sandbox.answered.items() if status in (0, 429, 500, 503))
    assert broken > 6
