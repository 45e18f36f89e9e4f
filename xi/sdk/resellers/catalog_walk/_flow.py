"""Walks the catalogue page by page, to its real end."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from xi.sdk.resellers._contract_shape import shaped_as
from xi.sdk.resellers._core.pages import Pages, RepeatedPages
from xi.sdk.resellers._steps import Begin, Flow, Give, Next, Pause, Work
from xi.sdk.resellers.catalog_walk._quota import Quota
from xi.sdk.resellers.catalog_walk._state import State
from xi.sdk.resellers.catalog_walk._store import Store
from xi.sdk.resellers.catalog_walk._values import Progress, Told
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.paging._families import PRODUCTS
from xi.sdk.resellers.paging._flow import repeated

_SURE_S: Final = 2.0
"""How long to wait before the end is asked for a second time."""
_TELL_S: Final = 10.0
"""How often the log has a line at most, if nothing is waited for."""
_log: Final = logging.getLogger("xi.sdk.resellers")


@dataclass(frozen=True, slots=True)
class Plan:
    """How to walk.

    Args:
        call: asks for a page.
        filters: what part of the catalogue.
        asked: the same with account and size of a page, for the state.
        size: products in a page.
        least: the part of the stated products that has to come, if the walk is to be complete.
        within: for how many seconds a stopped walk can be gone on with.
        restart: whether a stopped walk is begun anew.
        told: is told of each page.
    """

    call: Callable[..., Any]
    filters: Mapping[str, Any]
    asked: dict[str, Any]
    size: int
    least: float
    within: float
    restart: bool
    told: Told | None


def walk(plan: Plan, store: Store, quota: Quota) -> Flow[None]:
    """Walk the catalogue, and give the `Walk`.

    Args:
        plan: how.
        store: where the products are written.
        quota: how many calls are left to others.
    """
    try:
        state: State = yield Work(partial(store.open, plan.asked, time.time(), plan.within, restart=plan.restart))
        if not state.is_read:
            yield from _read(plan, store, quota, state)
        yield Give((yield Work(partial(store.finish, state, time.time(), plan.least))))
    finally:
        store.close()


def _read(plan: Plan, store: Store, quota: Quota, state: State) -> Flow[None]:
    """Read the pages that are left."""
    position: Pages[Any] = Pages(state.page, PRODUCTS.ending, seen=state.seen, stated=state.stated)
    doubted: int | None = None
    logged = time.time()
    while position.number is not None:
        number = position.number
        yield Begin(partial(plan.call, **plan.filters, **PRODUCTS.numbers(number, plan.size)))
        products, headers, at = yield from _page(position, number)
        if position.is_over and doubted != number:
            # The end is asked for twice: a walk that ends too early makes products disappear.
            doubted = position.number = number
            position.pause = _SURE_S
        state.page, state.seen, state.stated = number, position.seen, position.stated
        if products:
            yield Work(partial(store.add, state, [shaped_as(each, each.to_dict()) for each in products]))
        state.page = position.number or number + 1
        state.is_read = position.is_over
        # Those that came twice do not count: pages that move while they are read repeat some products and skip others.
        state.is_complete = state.is_read and state.rows >= position.stated * plan.least
        yield Work(partial(store.save, state, at))
        wait = 0.0 if state.is_read else max(position.pause, quota.wait(headers, at))
        if plan.told is not None:
            plan.told(Progress(number, state.rows, state.stated, wait))
        if wait:
            yield Pause(
                wait, f"before page {position.number} of the catalogue; {state.rows} of {state.stated} are read"
            )
        elif at - logged >= _TELL_S:
            logged = at
            _log.info("the walk has read page %s, %s of %s products", number, state.rows, state.stated)
    if not state.is_complete:
        _log.warning("the walk ended after %s of %s products; it is not complete", state.rows, state.stated)


def _page(position: Pages[Any], number: int) -> Flow[tuple[Sequence[Any], Mapping[str, str] | None, float]]:
    """Return the products of the page that was asked for, the headers of the answer, and when it came."""
    try:
        came = yield Next()
        return position.take(PRODUCTS.page_of(came.value.data)), came.value.headers, came.at
    except ApiException as error:
        if not position.ends_with(error.status, error.body):
            raise
        return [], error.headers, time.time()
    except RepeatedPages:
        raise repeated(PRODUCTS, number) from None
