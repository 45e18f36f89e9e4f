"""The demo: the life of one order through the SDK, each call checked and timed."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from rich.table import Table
from rich.text import Text

from xi.sdk.resellers import (
    AccesstokenApi,
    ApiClient,
    ApiException,
    AsyncOrderCreateDTO,
    AsyncOrderCreateDTOLinesInner,
    Configuration,
    OrderCreateRequest,
    OrderCreateRequestAdditionalAttributesInner,
    OrderCreateRequestLinesInner,
    OrderModifyRequest,
    OrderModifyRequestLinesInner,
    OrdersApi,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

CUSTOMER = "20-222222"
COUNTRY = "US"


class UnexpectedAnswerError(Exception):
    """An answer could be read, but does not say what the step needs."""


@dataclass(frozen=True, slots=True)
class Step:
    """One call of the demo, as the table shows it."""

    call: str
    status: int
    result: str
    milliseconds: float
    passed: bool


class Demo:
    """Takes one order from its creation to its cancellation.

    Args:
        host: URL of a sandbox; the orders are placed there.
    """

    def __init__(self, host: str) -> None:
        self.steps: list[Step] = []
        self._configuration = Configuration(host=host)
        self._purchase_order = f"DEMO-{uuid.uuid4().hex[:8].upper()}"
        self._order_number = ""

    def run(self) -> None:
        """Run the steps in order, and stop at the first that fails."""
        with ApiClient(self._configuration) as client:
            self._tokens = AccesstokenApi(client)
            self._orders = OrdersApi(client)
            steps: tuple[tuple[str, Callable[[], tuple[int, str]]], ...] = (
                ("get_accesstoken", self._get_token),
                ("post_createorder_v6", self._create),
                ("get_orderdetails_v6_1", self._read_on_hold),
                ("put_ordermodify", self._modify),
                ("get_resellers_v6_ordersearch", self._search),
                ("post_createorder_v7", self._create_v7),
                ("delete_ordercancel", self._cancel),
                ("get_orderdetails_v6_1", self._read_cancelled),
            )
            for name, step in steps:
                if not self._run_step(name, step):
                    break

    def _run_step(self, name: str, step: Callable[[], tuple[int, str]]) -> bool:
        started = time.perf_counter()
        try:
            status, result = step()
            passed = True
        except ApiException as error:
            status, result, passed = error.status or 0, str(error), False
        except UnexpectedAnswerError as error:
            status, result, passed = 0, str(error), False
        self.steps.append(Step(name, status, result, (time.perf_counter() - started) * 1000, passed))
        return passed

    def _get_token(self) -> tuple[int, str]:
        answer = self._tokens.get_accesstoken_with_http_info("client_credentials", "demo-client", "demo-secret")
        self._configuration.access_token = answer.data.access_token
        _required(answer.data.access_token, "a token")
        return answer.status_code, f"a token for {answer.data.expires_in} s"

    def _create(self) -> tuple[int, str]:
        order = OrderCreateRequest(
            customer_order_number=self._purchase_order,
            lines=[OrderCreateRequestLinesInner(customer_line_number="1", ingram_part_number="DF4128", quantity=1)],
            additional_attributes=[
                OrderCreateRequestAdditionalAttributesInner(
                    attribute_name="allowOrderOnCustomerHold", attribute_value="true"
                )
            ],
        )
        answer = self._orders.post_createorder_v6_with_http_info(CUSTOMER, COUNTRY, _correlation_id(), order)
        placed = _required(answer.data.orders, "an order")[0]
        self._order_number = _required(placed.ingram_order_number, "an order number")
        return answer.status_code, f"{self._order_number} for PO {answer.data.customer_order_number}"

    def _read_on_hold(self) -> tuple[int, str]:
        return self._read("on hold")

    def _modify(self) -> tuple[int, str]:
        change = OrderModifyRequest(
            lines=[
                OrderModifyRequestLinesInner(
                    customer_line_number="2", ingram_part_number="2GZ200", add_update_delete_line="ADD", quantity=2
                )
            ]
        )
        answer = self._orders.put_ordermodify_with_http_info(
            self._order_number, CUSTOMER, COUNTRY, _correlation_id(), change
        )
        changed = _required(answer.data, "a body")
        if changed.rejected_line_items:
            raise UnexpectedAnswerError(f"the line was rejected: {changed.rejected_line_items[0].reject_reason}")
        return answer.status_code, f"{len(_required(changed.lines, 'lines'))} line added, order {changed.order_status}"

    def _search(self) -> tuple[int, str]:
        answer = self._orders.get_resellers_v6_ordersearch_with_http_info(
            CUSTOMER, COUNTRY, _correlation_id(), customer_order_number=self._purchase_order
        )
        found = _required(_required(answer.data, "a body").orders, "orders")
        if self._order_number not in {order.ingram_order_number for order in found}:
            raise UnexpectedAnswerError(f"{self._order_number} is not among the {len(found)} found")
        return answer.status_code, f"found by its PO, {found[0].order_status}"

    def _create_v7(self) -> tuple[int, str]:
        order = AsyncOrderCreateDTO(
            customer_order_number=f"{self._purchase_order}-7",
            lines=[AsyncOrderCreateDTOLinesInner(customer_line_number="1", ingram_part_number="DF4128", quantity="1")],
        )
        answer = self._orders.post_createorder_v7_with_http_info(CUSTOMER, COUNTRY, _correlation_id(), order)
        return answer.status_code, f"accepted as {_required(answer.data.confirmation_number, 'a confirmation')}"

    def _cancel(self) -> tuple[int, str]:
        answer = self._orders.delete_ordercancel_with_http_info(
            self._order_number, CUSTOMER, COUNTRY, _correlation_id()
        )
        return answer.status_code, f"{self._order_number} cancelled"

    def _read_cancelled(self) -> tuple[int, str]:
        return self._read("cancel")

    def _read(self, status: str) -> tuple[int, str]:
        answer = self._orders.get_orderdetails_v6_1_with_http_info(
            self._order_number, CUSTOMER, COUNTRY, _correlation_id()
        )
        said = _required(answer.data.order_status, "a status")
        if status not in said.lower():
            raise UnexpectedAnswerError(f"the order is {said!r}, not {status}")
        return answer.status_code, f"{said}, {len(answer.data.lines or [])} line(s)"


def table_of(steps: Sequence[Step]) -> Table:
    """Return the steps as a table."""
    table = Table(title="The life of an order, through the SDK")
    table.add_column("#", justify="right")
    table.add_column("call")
    table.add_column("HTTP", justify="right")
    table.add_column("result")
    table.add_column("ms", justify="right")
    for number, step in enumerate(steps, 1):
        table.add_row(
            str(number),
            Text(step.call),
            str(step.status or "-"),
            Text(step.result),
            f"{step.milliseconds:.1f}",
            style=None if step.passed else "red",
        )
    return table


def _correlation_id() -> str:
    """Return 32 characters, the most that the header allows."""
    return uuid.uuid4().hex


def _required(value: T | None, what: str) -> T:
    """Return a value of an answer.

    Raises:
        UnexpectedAnswerError: It is missing or empty.
    """
    if not value:
        raise UnexpectedAnswerError(f"the answer has no {what}")
    return value
