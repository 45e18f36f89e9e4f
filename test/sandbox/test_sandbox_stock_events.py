"""Stock events, and changes of parts by hand: what is told, when, and to whom."""

import json
from dataclasses import replace
from decimal import Decimal

import contract_kit
import pytest

from xi.sdk.resellers.sandbox import Sandbox, SandboxServer, generated_catalogue
from xi.sdk.resellers.testing import WebhookReceiver

URL = "http://127.0.0.1:9/events"


@pytest.fixture
def shop(api):
    """Return a caller whose sandbox has a receiver of stock events that is never reached."""
    api.sandbox.hooks.add(URL, "secret", ["resellers/catalog"])
    yield api
    api.sandbox.close()


def bodies(sandbox):
    return [json.loads(each.body) for each in sandbox.hooks.deliveries()]


def told(sandbox):
    """Return what each event says: totals by part number."""
    return [
        {each["ingramPartNumber"]: each["totalAvailability"] for each in body["resource"]} for body in bodies(sandbox)
    ]


def quarter(api):
    api.clock.forward(minutes=15)
    api.sandbox.settle()


def test_what_changed_is_told_once_each_quarter_of_an_hour_in_absolute_totals(shop):
    shop.created(("DF4128", 3), ("TSXML1", 1))
    shop.created(("DF4128", 4))
    assert told(shop.sandbox) == []
    quarter(shop)
    assert told(shop.sandbox) == [{"DF4128": "9993", "TSXML1": "99999"}]
    quarter(shop)
    assert len(told(shop.sandbox)) == 1
    number = shop.created(("DF4128", 5))
    shop.sandbox.void(number)
    quarter(shop)
    # Units that came back within the quarter changed nothing.
    assert len(told(shop.sandbox)) == 1
    shop.created(("DF4128", 1))
    quarter(shop)
    assert told(shop.sandbox)[1:] == [{"DF4128": "9992"}]


def test_an_event_is_as_the_contract_has_it(shop):
    shop.created(("5L1701", 1))
    quarter(shop)
    (body,) = bodies(shop.sandbox)
    schema = contract_kit.DOCUMENT["webhooks"]["stockUpdate"]["post"]["requestBody"]["content"]["application/json"]
    assert contract_kit.errors(schema["schema"], body) == []
    assert (body["topic"], body["event"]) == ("resellers/catalog", "im::updated")
    assert body["resource"][0] | {"eventType": "IM::STOCK_UPDATE", "skuStatus": None} == body["resource"][0]


def test_only_receivers_of_the_topic_get_events_and_later_ones_only_what_changes_later(api):
    api.sandbox.hooks.add(URL, "secret")
    api.created(("DF4128", 3))
    quarter(api)
    assert bodies(api.sandbox) == []
    api.sandbox.hooks.add(URL, "secret", ["resellers/catalog", "resellers/orders"])
    quarter(api)
    assert bodies(api.sandbox) == []
    api.created(("DF4128", 1))
    quarter(api)
    assert told(api.sandbox) == [{"DF4128": "9996"}]
    api.sandbox.close()


def test_nothing_is_told_of_a_product_that_the_account_may_not_buy(shop):
    shop.sandbox.change_part("8Q0401", stock={"20": 1})
    shop.sandbox.change_part("DF4128", stock={"10": 1})
    quarter(shop)
    assert told(shop.sandbox) == [{"DF4128": "5001"}]


def test_more_than_four_thousand_parts_are_told_in_several_events(make):
    catalogue = generated_catalogue(9_000)
    parts = [part for part in catalogue if part.authorised and part.kind.value == "stock"]
    api = make(catalogue=catalogue)
    api.sandbox.hooks.add(URL, "secret", ["resellers/catalog"])
    some = [part for part in parts if part.stock][:4_001]
    changed = [replace(part, stock={**part.stock, "10": 77_777}) for part in some]
    for part in some:
        api.sandbox._news.begin(part, api.sandbox.orders.stock)
    api.sandbox.catalogue = catalogue.having(*changed)
    quarter(api)
    events = told(api.sandbox)
    assert [len(each) for each in events] == [4_000, 1]
    assert {number for each in events for number in each} == {part.number for part in some}
    api.sandbox.close()


def test_what_was_not_told_before_a_restart_is_told_after_it(tmp_path, clock):
    state = tmp_path / "state.db"
    before = Sandbox(clock=clock, state=state)
    before.hooks.add(URL, "secret", ["resellers/catalog"])
    before.change_part("DF4128", stock={"10": 9, "99": 4}, price=Decimal("12.00"), authorised=True)
    before.change_part("8Q0401", authorised=True)
    before.close()
    clock.forward(hours=3)
    after = Sandbox(clock=clock, state=state)
    part = after.catalogue.find("DF4128")
    assert (part.price, after.orders.stock.left(part, "10"), after.orders.stock.left(part, "99")) == (Decimal(12), 9, 4)
    assert after.catalogue.find("8Q0401").authorised
    after.settle()
    clock.forward(minutes=15)
    after.settle()
    assert told(after) == [{"DF4128": "5013"}]
    after.close()


def test_units_are_set_whatever_orders_took_before(shop):
    shop.created(("5L1701", 3))
    part = shop.sandbox.change_part("5l1701", stock={"10": 2, "99": 5})
    assert [shop.sandbox.orders.stock.left(part, name) for name in ("10", "40", "99")] == [2, 2, 5]
    shop.created(("5L1701", 2))
    assert shop.sandbox.orders.stock.left(part, "10") == 0


def test_an_order_on_hold_gets_the_units_that_came_meanwhile(api):
    number = api.held(("5L1701", 20))
    api.sandbox.change_part("5L1701", stock={"10": 30})
    api.release(number)
    line = api.details(number).body["lines"][0]
    assert line["quantityConfirmed"] == 20
    assert api.sandbox.orders.stock.total(api.sandbox.catalogue.find("5L1701")) == 12
    api.sandbox.void(number)
    assert api.sandbox.orders.stock.total(api.sandbox.catalogue.find("5L1701")) == 32


@pytest.mark.parametrize(
    ("number", "change", "why"),
    [
        ("NOSUCH", {}, "part NOSUCH"),
        ("DF4128", {"price": Decimal(-1)}, "price is -1"),
        ("DF4128", {"price": Decimal("NaN")}, "price is NaN"),
        ("DF4128", {"stock": {"10": -1}}, "stock of '10' is -1"),
        ("DF4128", {"stock": {"": 1}}, "stock of '' is 1"),
        ("YZ1478", {"stock": {"10": 1}}, "stock has warehouse '10'; YZ1478 is not kept in any"),
    ],
)
def test_a_change_that_is_not_possible_is_refused_and_changes_nothing(api, number, change, why):
    before = dict(api.sandbox.catalogue.parts)
    with pytest.raises((KeyError, ValueError), match=why):
        api.sandbox.change_part(number, **change)
    assert dict(api.sandbox.catalogue.parts) == before


def test_a_server_sends_events_though_nobody_calls_it_and_signs_them(clock):
    with WebhookReceiver() as receiver, SandboxServer(Sandbox(clock=clock)) as server:
        server.sandbox.hooks.add(receiver.url, receiver.secret, ["resellers/catalog"])
        server.sandbox.change_part("DF4128", stock={"10": 1})
        clock.forward(minutes=15)
        (event,) = receiver.wait(seconds=60)
        assert json.loads(event.body)["resource"][0]["totalAvailability"] == "5001"
        assert event.genuine
