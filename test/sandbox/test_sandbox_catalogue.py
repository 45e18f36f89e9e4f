"""What can be ordered: kinds of parts, a catalogue from a file, and what is wrong with one."""

import json
from decimal import Decimal

import pytest

from xi.sdk.resellers.sandbox import Catalogue, Part, PartKind, Sandbox, default_catalogue


@pytest.fixture
def write(tmp_path):
    def to_file(content: object):
        file = tmp_path / "catalogue.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content))
        return file

    return to_file


PART = {"number": "A", "price": 1}
DEALT = {"part_number": "A", "price": 1, "quantity": 2}


def test_the_default_catalogue_has_every_kind_of_part():
    assert {part.kind for part in default_catalogue()} == set(PartKind)


def test_a_catalogue_can_be_written_and_read_back(write):
    ours = default_catalogue()
    again = Catalogue.read(write(ours.to_json()))
    assert list(again) == list(ours)
    assert again.quotes == ours.quotes


def test_a_part_of_a_file_can_be_ordered(make, write):
    file = write({"parts": [{"number": "abc", "price": "1.50", "kind": "stock", "stock": {"10": 2}}]})
    api = make(catalogue=Catalogue.read(file))
    line = api.create(("ABC", 3)).body["orders"][0]["lines"][0]
    assert (line["unitPrice"], line["quantityConfirmed"], line["quantityBackOrdered"]) == (1.5, 2, 1)
    assert api.create(("DF4128", 1)).status == 400


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("{", "the file"),
        ("[]", "the file"),
        ({}, "parts"),
        ({"parts": [{"number": "A"}]}, r"parts\.0\.price"),
        ({"parts": [{"number": "", "price": 1}]}, r"parts\.0\.number"),
        ({"parts": [{"number": "A", "price": -1}]}, r"parts\.0\.price"),
        ({"parts": [{"number": "A", "price": "NaN"}]}, r"parts\.0\.price"),
        ({"parts": [{"number": "A", "price": 1, "kind": "odd"}]}, r"parts\.0\.kind"),
        ({"parts": [{"number": "A", "price": 1, "stock": {"10": -5}}]}, r"parts\.0\.stock\.10"),
        ({"parts": [{"number": "A", "price": 1, "colour": "red"}]}, r"parts\.0\.colour"),
        ({"parts": [], "quotes": {"Q": [{"part_number": "A", "quantity": 1}]}}, r"quotes\.Q: there is no part A"),
        ({"parts": [], "quotes": {"Q": [{"part_number": "A", "quantity": 0}]}}, r"quotes\.Q\.lines\.0\.quantity"),
        ({"parts": [{"number": "A/1", "price": 1}]}, "the number of a part is 'A/1'; it should be printable"),
        ({"parts": [{"number": "A%1", "price": 1}]}, "the number of a part is 'A%1'; it should be printable"),
        ({"parts": [PART], "deals": {"D?1": {"lines": [DEALT]}}}, r"the number of a deal is 'D\?1'"),
        ({"parts": [PART], "quotes": {"Q#1": [{"part_number": "A", "quantity": 1}]}}, "the number of a quote is 'Q#1'"),
        ({"parts": [{"number": "A", "price": "1.005"}]}, r"parts\.0\.price"),
        ({"parts": [PART], "deals": {"D": {"lines": [DEALT | {"price": "0.001"}]}}}, r"deals\.D\.lines\.0\.price"),
    ],
)
def test_the_error_for_an_invalid_catalogue_file_names_the_problem(write, content, named):
    with pytest.raises(ValueError, match=rf"catalogue\.json is not a catalogue: {named}"):
        Catalogue.read(write(content))


DOUBLE = {"deals": {"D": {"lines": [DEALT, DEALT]}}}
LETTERS = {"renewals": {"X1": {"lines": [{"part_number": "A", "quantity": 1}]}}}


@pytest.mark.parametrize(("offers", "why"), [(DOUBLE, "deal D: part A is in it twice"), (LETTERS, "renewal 'X1'")])
def test_the_error_for_an_offer_that_cannot_be_names_the_file(write, tmp_path, offers, why):
    catalogue = Catalogue.read(write({"parts": [PART], **offers}))
    for state in (None, tmp_path / "state.db"):
        with pytest.raises(ValueError, match=rf"catalogue\.json cannot be used: {why}"):
            Sandbox(catalogue=catalogue, state=state)


def test_each_answer_has_the_same_whole_cents(make):
    with pytest.raises(ValueError, match=r"price is 1\.005; it should have 2 digits after the point at most"):
        Part("A", Decimal("1.005"))
    api = make(catalogue=Catalogue.of([Part("A", Decimal("1.50"))]))
    with pytest.raises(ValueError, match="it should have 2 digits"):
        api.sandbox.change_part("A", price=Decimal("1.001"))
    # What a customer asks for is rounded when it comes.
    number = api.created({"ingramPartNumber": "A", "quantity": 3, "specialBidNumber": "X-1", "unitPrice": "1.005"})
    body = api.details(number).body
    (line,) = body["lines"]
    assert (line["unitPrice"], line["extendedPrice"], body["orderSubTotal"]) == (1.01, 3.03, 3.03)


@pytest.mark.parametrize("kind", [PartKind.LICENCE, PartKind.WARRANTY])
def test_licences_and_warranties_need_no_stock_and_ship_without_tracking(make, kind):
    api = make(catalogue=Catalogue.of([Part("L", Decimal(5), kind=kind)]))
    answer = api.create(("L", 7))
    order = answer.body["orders"][0]
    assert (order["orderType"], order["lines"][0]["quantityConfirmed"]) == ("D", 7)
    api.sandbox.ship(order["ingramOrderNumber"])
    shipment = api.details(order["ingramOrderNumber"]).body["lines"][0]["shipmentDetails"][0]
    assert shipment["carrierDetails"][0]["trackingDetails"][0]["trackingNumber"] == ""


@pytest.mark.parametrize("kind", list(PartKind))
def test_a_part_without_stock_in_a_warehouse_ships_from_warehouse_10(make, kind):
    api = make(catalogue=Catalogue.of([Part("L", Decimal(5), kind=kind)]))
    line = api.create(("L", 7)).body["orders"][0]["lines"][0]
    assert line["shipmentDetails"]["shipFromWarehouseId"] == "10"


@pytest.mark.parametrize(
    ("sent", "held"), [({}, True), ({"vmf": {"vendAuthNumber": "A-1"}}, False), ({"vendAuthNumber": "A-1"}, False)]
)
def test_a_warranty_without_its_vendors_authorisation_goes_on_hold(api, sent, held):
    """Facts §6.1: warranties of some vendors need `vmf.vendAuthNumber`; without it the order goes on hold."""
    number = api.created(("6W0300", 1), **sent)
    assert api.details(number).body["orderStatus"] == ("On Hold" if held else "Processing")


def test_an_order_on_hold_takes_no_stock(make):
    api = make(country="SG", customer="SG-1")
    before = api.sandbox.orders.stock.counts()
    number = api.created(("DF4128", 5), ("6W0300", 1))
    assert api.details(number).body["orderStatus"] == "On Hold"
    assert sum(units for _, _, units in api.sandbox.orders.stock.counts()) == 0
    assert before == []
    api.sandbox.release(number)
    assert sum(units for _, _, units in api.sandbox.orders.stock.counts()) == 5


def test_sales_can_hold_release_and_void(api):
    number = api.created(("5L1701", 3))
    api.sandbox.hold(number)
    assert api.details(number).body["orderStatus"] == "On Hold"
    assert api.created(("5L1701", 3), customerOrderNumber="GETS-THE-STOCK")
    api.sandbox.release(number)
    assert api.details(number).body["orderStatus"] == "Backordered"
    api.sandbox.void(number)
    assert api.details(number).body["orderStatus"] == "Canceled"
    assert [event.kind for event in api.sandbox.events if event.order_number == number] == [
        "created",
        "held",
        "released",
        "voided",
    ]


def test_a_hold_by_sales_lasts_a_day(api):
    number = api.created()
    api.clock.forward(hours=30)
    api.sandbox.hold(number)
    api.clock.forward(hours=23)
    assert api.details(number).body["orderStatus"] == "On Hold"
    api.clock.forward(hours=2)
    assert api.details(number).body["orderStatus"] == "Canceled"


def test_a_second_hold_lasts_a_day_of_its_own(api):
    number = api.held()
    api.release(number)
    api.clock.forward(hours=20)
    api.sandbox.hold(number)
    api.clock.forward(hours=5)
    assert api.details(number).body["orderStatus"] == "On Hold"
    api.clock.forward(hours=20)
    assert api.details(number).body["orderStatus"] == "Canceled"


def test_a_shipped_order_is_neither_held_nor_voided(api):
    number = api.created()
    api.sandbox.ship(number)
    with pytest.raises(ValueError, match="is shipped and cannot be held"):
        api.sandbox.hold(number)
    with pytest.raises(ValueError, match="cannot be voided"):
        api.sandbox.void(number)
    with pytest.raises(ValueError, match="is shipped and cannot be released"):
        api.sandbox.release(number)


@pytest.mark.parametrize(
    ("number", "price", "why"),
    [
        ("", "1", "number is ''; it should be 1 to 18 characters"),
        ("N" * 19, "1", "1 to 18 characters"),
        ("N", "-1", "price is -1; it should be 0 or more"),
        ("N", "NaN", "price is NaN"),
    ],
)
def test_a_part_that_cannot_be_written_to_a_file_is_refused(number, price, why):
    with pytest.raises(ValueError, match=why):
        Part(number, Decimal(price))
