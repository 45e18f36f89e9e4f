"""The orders: found by number, PO and status."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.page._section import Section, listing, search_text
from xi.sdk.resellers.sandbox.orders.values import Order, Status
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    book = sandbox.orders
    text = search_text(request)
    found = book.fitting(text) if text else []
    counts = Counter(order.status for order in found) if text else book.counts()

    def take(group: str, start: int, count: int) -> Sequence[Order]:
        status = Status(group) if group else None
        if not text:
            return book.latest(start, count, status)
        return [order for order in found if status in (None, order.status)][start : start + count]

    groups = {"All": sum(counts.values())} | {
        status.value: counts.get(status, 0) for status in Status if status in counts
    }
    asked = request.query_params.get("show", "")
    if asked in set(Status):
        # Also where no order is left in it: the last one may have moved on while somebody watched.
        groups.setdefault(asked, 0)
    return {"list": listing(request, groups, take), "base": str(request.base_url).rstrip("/")}


SECTION = Section(
    title="Orders",
    link="/",
    views={"/": ("orders.html", _show)},
    actions={},
    count=lambda sandbox: len(sandbox.orders),
)
