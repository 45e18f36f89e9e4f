"""What `show`, `search` and `history --support` tell of an order at Ingram Micro."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers import BoundOrdersApi
from xi.sdk.resellers.cli.output import moment_in_utc
from xi.sdk.resellers.exceptions import ApiException, NotFoundException
from xi.sdk.resellers.paging import LARGEST_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from xi.sdk.resellers import ApiResponse
    from xi.sdk.resellers.cli.output import Output
    from xi.sdk.resellers.models import OrderSearchResponse, OrderSearchResponseOrdersInner
    from xi.sdk.resellers.ordering import Record

_OF_A_LINE: Final = ("customerLineNumber", "ingramPartNumber", "quantityOrdered", "lineStatus")
_PATHS: Final = {
    "v6": "POST /resellers/v6/orders",
    "v7": "POST /resellers/v7/orders",
    "quote": "POST /resellers/v7/orders",
    "return": "POST /resellers/v6/returns/create",
}


# -- the search


class ExactOrders(BoundOrdersApi):
    """The API, whose searches remember the totals as they were sent: a number of Python loses the zeros of 812.40."""

    def __init__(self, orders: BoundOrdersApi) -> None:
        super().__init__(orders, orders.account)
        self._totals: dict[str, str] = {}

    def get_resellers_v6_ordersearch(self, **filters: Any) -> OrderSearchResponse | None:  # pyright: ignore[reportIncompatibleMethodOverride] # it passes on what it is given
        """Search one page."""
        answer: ApiResponse[OrderSearchResponse | None] = self.get_resellers_v6_ordersearch_with_http_info(**filters)
        self._totals = _totals(answer.raw_data)
        return answer.data

    def total_of(self, order: OrderSearchResponseOrdersInner) -> str | None:
        """Return the total of an order of the last page, as it was sent."""
        text = self._totals.get(order.ingram_order_number or "")
        return text if text is not None or order.order_total is None else str(order.order_total)


def _totals(body: bytes) -> dict[str, str]:
    try:
        content: Any = json.loads(body or b"{}", parse_float=str, parse_int=str)
    except ValueError:
        return {}  # the client could read it all the same; its numbers are good enough then
    found = _objects(content.get("orders")) if isinstance(content, dict) else []  # pyright: ignore[reportUnknownMemberType] # of JSON
    return {
        str(each.get("ingramOrderNumber")): each["orderTotal"]
        for each in found
        if isinstance(each.get("orderTotal"), str)
    }


def search_item(order: OrderSearchResponseOrdersInner, total: str | None) -> dict[str, Any]:
    """Return an order of a search as JSON has it; the schema `search` describes it.

    Args:
        order: the order.
        total: its total as it was sent.
    """
    return {
        "number": order.ingram_order_number,
        "po": order.customer_order_number,
        "status": order.order_status,
        "ordered": order.ingram_order_date,
        "total": total,
        "vendor": order.vendor_name,
        "vendor_number": order.vendor_sales_order_number,
        "end_user": order.end_user_company_name,
        "suborders": [
            {"number": each.sub_order_number, "status": each.sub_order_status} for each in order.sub_orders or ()
        ],
    }


# -- the details


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """What the API says of an order number.

    Args:
        number: the order number.
        raw: the body as it came; None if there is none.
        error: why it could not be read; None if it could.
        correlation_id: the ID of the call.
        failure: what the client raised; None also where the order is not there.
    """

    number: str
    raw: bytes | None = None
    error: str | None = None
    correlation_id: str | None = None
    failure: ApiException | None = None

    @property
    def body(self) -> dict[str, Any] | None:
        """The content of the body; numbers with a point are text, as they were sent. None if it is no object."""
        content: Any = None if self.raw is None else json.loads(self.raw, parse_float=str)
        return content if isinstance(content, dict) else None  # pyright: ignore[reportUnknownVariableType] # of JSON

    def item(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "number": self.number,
            "body": self.body,
            "error": self.error,
            "correlation_id": self.correlation_id,
        }

    def lines(self, out: Output) -> Iterator[str]:
        """Yield what a person reads of it.

        Args:
            out: where it is shown.
        """
        body = self.body
        if body is None:
            yield f"{out.text_of(self.number)}: {out.text_of(self.error or 'the answer is no order')}"
            return
        total = " ".join(out.text_of(body[name]) for name in ("orderTotal", "currencyCode") if body.get(name))
        first = (self.number, body.get("orderStatus"), body.get("ingramOrderDate"), total)
        yield "  ".join(out.text_of(each) for each in first if each)
        for line in _objects(body.get("lines")):
            values = [line.get(each) for each in _OF_A_LINE]
            yield "  line " + "  ".join(out.text_of(each) for each in values if each is not None)


def details(orders: BoundOrdersApi, record: Record | None, given: str) -> list[Detail]:
    """Return what the API says of an order now, an element for each number.

    An order whose numbers are not known, or not there, is searched for by its PO.

    Args:
        orders: the API.
        record: what the ledger knows; None if it knows nothing.
        given: the number or the PO that was asked for.

    Raises:
        ApiException: a search by the PO could not be made.
    """
    if record is not None and record.kind.value == "return":
        return []  # the cases of a return are no orders
    numbers = [given] if record is None else record.order_numbers
    found = [_detail(orders, each) for each in numbers]
    if any(each.raw is not None or each.failure is not None for each in found):
        return found
    po = given if record is None else record.po
    answer = orders.get_resellers_v6_ordersearch(customer_order_number=po, page_size=LARGEST_PAGE)
    listed = [] if answer is None else answer.orders or []
    same = [each for each in listed if (each.customer_order_number or "").strip().upper() == po.strip().upper()]
    return [_detail(orders, each.ingram_order_number) for each in same if each.ingram_order_number]


def _detail(orders: BoundOrdersApi, number: str) -> Detail:
    try:
        answer = orders.get_orderdetails_v6_1_with_http_info(number)
    except NotFoundException as error:
        return Detail(number=number, error="it is not there", correlation_id=error.correlation_id)
    except ApiException as error:
        return Detail(number=number, error=str(error), correlation_id=error.correlation_id, failure=error)
    correlation_id = (answer.headers or {}).get("IM-CorrelationID")
    return Detail(number=number, raw=answer.raw_data, correlation_id=correlation_id)


def _objects(values: Any) -> list[dict[str, Any]]:
    """Return the objects of a list of JSON; empty where it is something else."""
    return [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []  # pyright: ignore[reportUnknownVariableType] # of JSON


# -- for a ticket


def support_lines(record: Record, events: Sequence[Any], host: str, version: str) -> Iterator[str]:
    """Yield a block for a ticket of Ingram Micro's support: what was sent and answered, in UTC, and no secret.

    Args:
        record: the order.
        events: its history.
        host: where calls go to.
        version: the version of this package.
    """
    reason = f" ({record.reason.value})" if record.reason is not None else ""
    yield f"PO:             {record.po}"
    yield f"account:        {record.customer} {record.country}, {record.environment}"
    yield f"endpoint:       {_PATHS[record.kind.value]} at {host}"
    yield f"state:          {record.state.value}{reason}"
    yield f"order numbers:  {', '.join(record.order_numbers) or 'none known'}"
    yield f"requests:       {record.sends} may have been received"
    yield f"client:         xi.sdk.resellers {version}"
    yield "time (UTC)            event     status  correlation ID                        what"
    for each in events:
        words = each.says or each.because or ""
        status = "" if each.status is None else str(each.status)
        correlation = each.correlation_id or ""
        at = moment_in_utc(moment(each.at))
        yield f"{at}  {each.kind:8}  {status:6}  {correlation:36}  {words}".rstrip()


def moment(seconds: float) -> datetime:
    """Return a moment of the ledger.

    Args:
        seconds: seconds since 1970.
    """
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC)
