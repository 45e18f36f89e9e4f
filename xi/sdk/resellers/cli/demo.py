"""The demo: the life of one order through the SDK, then a desk that loses an answer, and one that is killed.

As a program, `python -m xi.sdk.resellers.cli.demo URL LEDGER PREFIX`, it is the run that the demo kills.
"""

from __future__ import annotations

import subprocess
import sys
import time
import uuid
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from rich.table import Table
from rich.text import Text

from xi.sdk.resellers import (
    AccesstokenApi,
    Account,
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
    from collections.abc import Callable, Generator, Iterator, Sequence

    from xi.sdk.resellers.ordering import OrderDesk
    from xi.sdk.resellers.sandbox import Sandbox

T = TypeVar("T")

CUSTOMER = "20-222222"
COUNTRY = "US"

ORDERS: Final = 8
"""Orders of the run that is killed."""
THREADS: Final = 4
UNDER_WAY: Final = 4
"""Orders that the server has acted on when the run is killed; the answers to most of them have not come by then."""
SLOW_S: Final = 0.6
"""How long the sandbox keeps an answer of that run back, in seconds."""
PATIENCE_S: Final = 60.0
"""How long the demo waits for anything, in seconds; it takes a tenth of it on a busy machine."""
_FAST: Final[dict[str, Any]] = {
    "deadline": 1.2,
    "lease": 1.5,
    "quiet": 1.0,
    "looks": (0.3, 0.6, 1.0),
}
"""Times of a desk that somebody watches. Those of a real one are in minutes."""


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


class DeskDemo:
    """Shows that a desk places each order once, although an answer is lost and a process is killed.

    Args:
        sandbox: the sandbox in which the orders are placed.
        host: its URL.
        ledger: the file for the ledger.
    """

    def __init__(self, sandbox: Sandbox, host: str, ledger: str) -> None:
        self.passed = False
        self._sandbox = sandbox
        self._host = host
        self._ledger = ledger
        self._prefix = f"DESK-{uuid.uuid4().hex[:6].upper()}"

    def run(self) -> Iterator[str]:
        """Yield what happens, in plain lines. `passed` is true at the end if each PO was placed once."""
        try:
            with _desk_at(self._host, self._ledger) as desk:
                yield from self._lose_an_answer(desk)
                yield from self._kill_a_run(desk)
                yield from self._go_on(desk)
        except (UnexpectedAnswerError, ApiException, OSError) as error:
            yield f"failed: {error}"

    def _lose_an_answer(self, desk: OrderDesk) -> Iterator[str]:
        po = f"{self._prefix}-LOST"
        self._sandbox.faults.add("drop_after", "create_v6")
        yield f"An answer is lost: the sandbox places PO {po}, and drops the connection before it answers."
        record = desk.place(_order_of(po), wait=PATIENCE_S)
        self._check_once(po)
        _required(record.is_standing and record.adopted, f"order that a look has found: {record.summary}")
        looks = sum(event.kind == "look" for event in record.history())
        yield (
            f"  The desk did not repeat it: {looks} look(s), found as {record.order_numbers[0]}, "
            f"{record.sends} create sent."
        )

    def _kill_a_run(self, desk: OrderDesk) -> Iterator[str]:
        slow = self._sandbox.faults.add("delay", "create_v6", times=None, seconds=SLOW_S)
        command = [sys.executable, "-m", __name__, self._host, self._ledger, self._prefix]
        try:
            with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own module
                try:
                    self._wait_until_under_way(process)
                finally:
                    process.kill()
                    process.communicate()
        finally:
            self._sandbox.faults.remove(slow.number)
        states = Counter(record.state.value for record in desk.rows(batch=self._prefix))
        left = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        yield f"A process is killed: a run of {ORDERS} orders gets SIGKILL (process {process.pid}) in the midst of it."
        yield f"  It left in the ledger: {left}; {ORDERS - states.total()} not begun."

    def _wait_until_under_way(self, process: subprocess.Popen[str]) -> None:
        until = time.monotonic() + PATIENCE_S
        while sum(po.startswith(f"{self._prefix}-0") for po in self._sandbox.placements()) < UNDER_WAY:
            if process.poll() is not None or time.monotonic() > until:
                said = process.stderr.read() if process.poll() is not None and process.stderr else ""
                raise UnexpectedAnswerError(f"the run that is to be killed did not get under way: {said[-500:]}")
            time.sleep(0.01)

    def _go_on(self, desk: OrderDesk) -> Iterator[str]:
        records = list(desk.place_all(_orders_of(self._prefix), batch=self._prefix, threads=THREADS, wait=PATIENCE_S))
        for record in records:
            _required(record.is_standing, f"order under PO {record.po}: {record.summary}")
            self._check_once(record.po)
        _required(len(records) == ORDERS, f"result for each of {ORDERS} orders")
        found = sum(record.adopted for record in records)
        yield (
            f"The same run again: {found} found by a look, {ORDERS - found} known by their answers. "
            f"{ORDERS} POs, each placed once."
        )
        self.passed = True

    def _check_once(self, po: str) -> None:
        placed = self._sandbox.placements().get(po, 0)
        if placed != 1:
            raise UnexpectedAnswerError(f"PO {po} was placed {placed} times")


@contextmanager
def _desk_at(host: str, ledger: str) -> Generator[OrderDesk]:
    """Yield a desk with fast times at a sandbox."""
    from xi.sdk.resellers.ordering import OrderDesk, Settings

    configuration = Configuration(
        host=host,
        client_id="demo-client",
        client_secret="demo-secret",  # noqa: S106 - a sandbox takes any
        account=Account(CUSTOMER, COUNTRY),
    )
    with ApiClient(configuration) as client:
        desk = OrderDesk(OrdersApi(client).bound(), ledger, settings=Settings(**_FAST))
        try:
            yield desk
        finally:
            desk.ledger.close()


def _order_of(po: str) -> dict[str, Any]:
    return {
        "customerOrderNumber": po,
        "lines": [{"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": 1}],
    }


def _orders_of(prefix: str) -> list[dict[str, Any]]:
    return [_order_of(f"{prefix}-{number:02}") for number in range(1, ORDERS + 1)]


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


def main(host: str, ledger: str, prefix: str) -> None:
    """Place the orders of the run that is killed.

    Args:
        host: the URL of the sandbox.
        ledger: the file of the ledger.
        prefix: what the POs begin with.
    """
    with _desk_at(host, ledger) as desk:
        for _ in desk.place_all(_orders_of(prefix), batch=prefix, threads=THREADS):
            pass


if __name__ == "__main__":
    main(*sys.argv[1:])
