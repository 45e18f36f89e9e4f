"""The orders, with a search by number and PO and a filter by status."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
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
        wanted = found if status is None else (order for order in found if order.status is status)
        return list(islice(wanted, start, start + count))

    groups = {"All": sum(counts.values())} | {
        status.value: counts.get(status, 0) for status in Status if status in counts
    }
    asked = request.query_params.get("show", "")
    if asked in set(Status):
        # The last order of a status may leave it while somebody looks at the list.
        groups.setdefault(asked, 0)
    return {"list": listing(request, groups, take), "base": str(request.base_url).rstrip("/")}


SECTION = Section(
    title="Orders",
    link="/",
    views={"/": ("orders.html", _show)},
    actions={},
    count=lambda sandbox: len(sandbox.orders),
)
