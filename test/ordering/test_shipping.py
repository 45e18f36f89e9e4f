"""How far an order is: the statuses of its lines and orders, folded into one."""

from __future__ import annotations

from typing import Any

import pytest

from xi.sdk.resellers import ApiValueError, models
from xi.sdk.resellers.ordering._shipping import goal_of, has_reached, status_of, together
from xi.sdk.resellers.statuses import Status


def details(header: str | None, *lines: str | None, invoices: tuple[str, ...] = (), shipped: int = 0) -> Any:
    """Return details whose first lines have shipments, with an invoice each as far as there are some."""
    given = [{"ingramPartNumber": f"P{index}", "lineStatus": each} for index, each in enumerate(lines)]
    for index in range(shipped):
        invoice = invoices[index] if index < len(invoices) else ""
        given[index]["shipmentDetails"] = [{"shippedDate": "2026-11-02", "quantity": 1, "invoiceNumber": invoice}]  # type: ignore[assignment]
    return models.OrderDetailB2B.from_dict({"orderStatus": header, "lines": given})


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (details("On Hold", "On Hold"), Status.ON_HOLD),
        (details("Processing", "In Progress", "In Progress"), Status.PROCESSING),
        (details("Backordered", "Backordered", "In Progress"), Status.BACKORDERED),
        (details("Processing", "In Progress", "In Progress", shipped=1), Status.PARTIALLY_SHIPPED),
        (details("Backordered", "Backordered", "im::shipped"), Status.PARTIALLY_SHIPPED),
        (details("Shipped", "Shipped", "Shipped", shipped=2, invoices=("A",)), Status.SHIPPED),
        (details("Shipped", "Shipped", "Shipped", shipped=2, invoices=("A", "B")), Status.INVOICED),
        (details("INVOICED", "Shipped"), Status.INVOICED),
        (details("E-DELIVERED"), Status.DELIVERED),
        (details("CANCELLED", "Shipped"), Status.CANCELED),
        (details(None, "IM::SHIPPED", "Canceled"), Status.SHIPPED),
        (details("who knows", "Delivered"), Status.DELIVERED),
        (details(None), Status.UNKNOWN),
    ],
)
def test_the_status_of_an_order_is_that_of_its_header_and_its_shipments(order: Any, expected: Status) -> None:
    assert status_of(order) is expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([Status.SHIPPED, Status.DELIVERED], Status.SHIPPED),
        ([Status.PROCESSING, Status.DELIVERED], Status.PARTIALLY_SHIPPED),
        ([Status.PROCESSING, Status.BACKORDERED], Status.BACKORDERED),
        ([Status.ON_HOLD, Status.SHIPPED], Status.ON_HOLD),
        ([Status.CANCELED, Status.INVOICED, Status.UNKNOWN], Status.INVOICED),
        ([Status.VOIDED, Status.CANCELED], Status.CANCELED),
        ([Status.UNKNOWN], Status.UNKNOWN),
        ([], Status.UNKNOWN),
    ],
)
def test_several_orders_are_as_far_as_the_one_that_is_least_far(statuses: list[Status], expected: Status) -> None:
    assert together(statuses) is expected


def test_what_can_be_waited_for_is_reached_by_what_follows_it_too() -> None:
    assert goal_of("cancelled") is Status.CANCELED
    assert has_reached(Status.DELIVERED, goal_of("shipped"))
    assert has_reached(Status.CANCELED, goal_of("delivered"))  # it never will be
    assert not has_reached(Status.SHIPPED, goal_of("invoiced"))
    assert not has_reached(None, goal_of(Status.SHIPPED))
    with pytest.raises(ApiValueError, match="until is 'processing'; it should be shipped, invoiced, delivered or canc"):
        goal_of("processing")
