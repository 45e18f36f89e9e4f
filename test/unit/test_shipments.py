"""What was shipped is gathered from all lines, whatever is missing in between."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from xi.sdk.resellers import OrderDetailB2B
from xi.sdk.resellers.shipments import Parcel, Shipment, shipments

PARCEL = {
    "trackingNumber": "390064340282",
    "trackingUrl": "https://carrier.example/390064340282",
    "cartonNumber": "1",
    "serialNumbers": [{"serialNumber": "Q2EV-5SJ3-E6LN"}, {"serialNumber": "Q2EV-5SJ3-E6LN"}],
}
CARRIER = {
    "carrierCode": "UG",
    "carrierName": "UPS GROUND",
    "quantity": 3,
    "shippedDate": "2026-05-07",
    "estimatedDeliveryDate": "2026-05-09",
    "deliveredDate": "",
    "trackingDetails": [PARCEL],
}
SENT = {
    "quantity": 4,
    "deliveryNumber": "23423423",
    "estimatedShipDate": "2026-05-06",
    "shippedDate": "2026-05-08",
    "estimatedDeliveryDate": "2026-05-10",
    "shipFromWarehouseId": "10",
    "invoiceNumber": "20RD3QV11",
    "invoiceDate": "2026-05-08",
    "carrierDetails": [CARRIER],
}
LINE = {
    "subOrderNumber": "20-RD3QV-11",
    "ingramOrderLineNumber": "002",
    "customerLineNumber": "001",
    "ingramPartNumber": "4AW708",
    "vendorPartNumber": "BE7H",
    "shipmentDetails": [SENT],
}
WHOLE = Shipment(
    order_number="20-RD3QV",
    sub_order_number="20-RD3QV-11",
    customer_order_number="PO-1",
    ingram_line_number="002",
    customer_line_number="001",
    ingram_part_number="4AW708",
    vendor_part_number="BE7H",
    quantity=3,
    carrier_code="UG",
    carrier_name="UPS GROUND",
    parcels=(
        Parcel(
            tracking_numbers=("390064340282",),
            tracking_text="390064340282",
            tracking_url="https://carrier.example/390064340282",
            carton_number="1",
            serial_numbers=("Q2EV-5SJ3-E6LN",),
        ),
    ),
    shipped_date="2026-05-07",
    estimated_ship_date="2026-05-06",
    delivered_date=None,
    estimated_delivery_date="2026-05-09",
    warehouse_id="10",
    delivery_number="23423423",
    invoice_number="20RD3QV11",
    invoice_date="2026-05-08",
)


def order(*lines: Any) -> OrderDetailB2B:
    return OrderDetailB2B.from_dict(
        {"ingramOrderNumber": "20-RD3QV", "customerOrderNumber": "PO-1", "lines": list(lines)}
    )


def found(carriers: Any, **sent: Any) -> list[Shipment]:
    return list(shipments(order({**LINE, "shipmentDetails": [{**SENT, "carrierDetails": carriers, **sent}]})))


def test_a_shipment_has_all_that_is_said_of_it() -> None:
    assert list(shipments(order(LINE))) == [WHOLE]


def test_every_line_shipment_and_carrier_has_its_own_in_order() -> None:
    two = {**SENT, "carrierDetails": [CARRIER, {**CARRIER, "carrierCode": "FX", "quantity": 0}]}
    gathered = list(shipments(order(LINE, {"shipmentDetails": [SENT, two]})))
    assert [(each.ingram_line_number, each.carrier_code, each.quantity) for each in gathered] == [
        ("002", "UG", 3),
        (None, "UG", 3),
        (None, "UG", 3),
        (None, "FX", 0),
    ]


@pytest.mark.parametrize("lines", [None, [], [{}], [{"shipmentDetails": None}], [{"shipmentDetails": []}]])
def test_where_nothing_was_shipped_there_is_nothing(lines: Any) -> None:
    assert list(shipments(OrderDetailB2B.from_dict({"lines": lines}))) == []


@pytest.mark.parametrize("carriers", [None, []])
def test_a_shipment_without_a_carrier_is_one_all_the_same(carriers: Any) -> None:
    bare = replace(
        WHOLE,
        quantity=4,
        carrier_code=None,
        carrier_name=None,
        parcels=(),
        shipped_date="2026-05-08",
        estimated_delivery_date="2026-05-10",
    )
    assert found(carriers) == [bare]


def test_a_lone_carrier_that_says_nothing_has_the_shipments_quantity_and_dates() -> None:
    (each,) = found({"carrierName": "UPS", "quantity": 0, "shippedDate": " "})
    assert (each.quantity, each.shipped_date, each.estimated_delivery_date) == (4, "2026-05-08", "2026-05-10")
    assert (each.parcels, each.tracking_numbers, each.serial_numbers) == ((), (), ())


def test_what_is_announced_has_not_left() -> None:
    (each,) = found([], shippedDate="")
    assert (each.shipped_date, each.estimated_ship_date) == (None, "2026-05-06")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1Z1", ("1Z1",)),
        ("1Z1,1Z2", ("1Z1", "1Z2")),
        (" 1Z1 ;1Z2; ", ("1Z1", "1Z2")),
        ("1Z1\r\n1Z2\t1Z3\u00a01Z4", ("1Z1", "1Z2", "1Z3", "1Z4")),
        ("1Z1|1Z2/1Z1", ("1Z1", "1Z2")),
        ("020-1234.5678_9", ("020-1234.5678_9",)),
        (390064340282, ("390064340282",)),
        (",", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_tracking_numbers_packed_into_one_text_are_taken_apart(text: Any, numbers: tuple[str, ...]) -> None:
    (each,) = found([{"trackingDetails": [{"trackingNumber": text}]}])
    assert each.parcels[0].tracking_numbers == numbers
    assert each.parcels[0].tracking_text == (str(text) if text else None)


def test_numbers_of_all_parcels_come_together_once() -> None:
    parcels = [
        {"trackingNumber": "A B", "serialNumbers": [{"serialNumber": "S1 "}, {"serialNumber": ""}, {}]},
        {"trackingNumber": "B C", "SerialNumbers": [{"serialNumber": "S1"}, {"serialNumber": "S2"}]},
    ]
    (each,) = found([{"trackingDetails": parcels}])
    assert (each.tracking_numbers, each.serial_numbers) == (("A", "B", "C"), ("S1", "S2"))
    assert [parcel.serial_numbers for parcel in each.parcels] == [("S1",), ("S1", "S2")]
