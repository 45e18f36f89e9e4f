"""shipments collects from all lines, also where parts of the answer are missing."""

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
ENTRY = {
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
    "shipmentDetails": [ENTRY],
}
SHIPMENT = Shipment(
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


def shipments_with(carriers: Any, **changes: Any) -> list[Shipment]:
    return list(shipments(order({**LINE, "shipmentDetails": [{**ENTRY, "carrierDetails": carriers, **changes}]})))


def test_a_shipment_has_every_field_of_its_line_entry_and_carrier() -> None:
    assert list(shipments(order(LINE))) == [SHIPMENT]


def test_every_carrier_of_every_entry_gives_one_shipment_in_order() -> None:
    two = {**ENTRY, "carrierDetails": [CARRIER, {**CARRIER, "carrierCode": "FX", "quantity": 0}]}
    found = list(shipments(order(LINE, {"shipmentDetails": [ENTRY, two]})))
    assert [(each.ingram_line_number, each.carrier_code, each.quantity) for each in found] == [
        ("002", "UG", 3),
        (None, "UG", 3),
        (None, "UG", 3),
        (None, "FX", 0),
    ]


@pytest.mark.parametrize("lines", [None, [], [{}], [{"shipmentDetails": None}], [{"shipmentDetails": []}]])
def test_an_order_without_shipments_gives_none(lines: Any) -> None:
    assert list(shipments(OrderDetailB2B.from_dict({"lines": lines}))) == []


@pytest.mark.parametrize("carriers", [None, []])
def test_an_entry_without_a_carrier_gives_one_shipment(carriers: Any) -> None:
    bare = replace(
        SHIPMENT,
        quantity=4,
        carrier_code=None,
        carrier_name=None,
        parcels=(),
        shipped_date="2026-05-08",
        estimated_delivery_date="2026-05-10",
    )
    assert shipments_with(carriers) == [bare]


def test_a_single_carrier_without_data_gets_the_quantity_and_dates_of_the_entry() -> None:
    (each,) = shipments_with({"carrierName": "UPS", "quantity": 0, "shippedDate": " "})
    assert (each.quantity, each.shipped_date, each.estimated_delivery_date) == (4, "2026-05-08", "2026-05-10")
    assert (each.parcels, each.tracking_numbers, each.serial_numbers) == ((), (), ())


def test_an_announced_shipment_has_no_shipped_date() -> None:
    (each,) = shipments_with([], shippedDate="")
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
def test_several_tracking_numbers_in_one_text_are_split(text: Any, numbers: tuple[str, ...]) -> None:
    (each,) = shipments_with([{"trackingDetails": [{"trackingNumber": text}]}])
    assert each.parcels[0].tracking_numbers == numbers
    assert each.parcels[0].tracking_text == (str(text) if text else None)


def test_a_shipment_has_the_numbers_of_all_its_parcels_without_duplicates() -> None:
    parcels = [
        {"trackingNumber": "A B", "serialNumbers": [{"serialNumber": "S1 "}, {"serialNumber": ""}, {}]},
        {"trackingNumber": "B C", "SerialNumbers": [{"serialNumber": "S1"}, {"serialNumber": "S2"}]},
    ]
    (each,) = shipments_with([{"trackingDetails": parcels}])
    assert (each.tracking_numbers, each.serial_numbers) == (("A", "B", "C"), ("S1", "S2"))
    assert [parcel.serial_numbers for parcel in each.parcels] == [("S1",), ("S1", "S2")]
