"""Asks for the pages of a list, one after the other, until it ends."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, cast

from xi.sdk.resellers._arguments import check_called, check_method
from xi.sdk.resellers._core.pages import Pages, RepeatedPages
from xi.sdk.resellers._steps import Begin, Flow, Give, Next, Pause
from xi.sdk.resellers.exceptions import ApiException, ApiTypeError, ApiValueError
from xi.sdk.resellers.paging._families import Family

OnShort = Callable[[int, int], object]
_log: Final = logging.getLogger("xi.sdk.resellers")


class RepeatedPageException(ApiException):
    """The server sent the same page again and again, so the rest of the list cannot be read."""


def pages_of(
    family: Family[Any, Any, Any],
    api: object,
    arguments: dict[str, Any],
    *,
    size: int,
    prefetch: bool,
    limit: int | None = None,
    position: Pages[Any] | None = None,
    on_short: OnShort | None = None,
) -> Flow[int]:
    """Give the pages of a list, each a sequence of items, and return the number of items.

    Args:
        family: whose list it is.
        api: the bound API.
        arguments: what is searched for.
        size: items in a page.
        prefetch: whether the next page is asked for before a page is given.
        limit: how many items are given at most.
        position: how far the list is read, for a caller that wants to know whether all came; else None.
        on_short: called with the items that came and the number that was stated, if the list has fewer.
    """
    call: Callable[..., Any] = getattr(api, family.method)
    position = beginning_of(family) if position is None else position
    given = 0
    yield Begin(partial(call, **arguments, **family.numbers(1, size)))
    while True:
        found = yield from _next_page(family, position)
        if limit is not None:
            found = found[: limit - given]
        given += len(found)
        number = position.number if limit is None or given < limit else None
        ask = None if number is None else Begin(partial(call, **arguments, **family.numbers(number, size)))
        if ask and position.pause:
            yield Pause(position.pause, f"page {number} of {family.items} was empty; it is asked for again")
        if ask and prefetch:
            yield ask
        if found:
            yield Give(found)
        if ask is None:
            break
        if not prefetch:
            yield ask
    if position.number is None and position.is_short:
        _log.warning("the list of %s ended after %s of %s", family.items, position.seen, position.stated)
        if on_short is not None:
            on_short(position.seen, position.stated)
    return given


def beginning_of(family: Family[Any, Any, Any]) -> Pages[Any]:
    """Return how far a list is read of which nothing is read yet.

    Args:
        family: whose list it is.
    """
    return Pages(ending=family.ending)


def _next_page(family: Family[Any, Any, Any], position: Pages[Any]) -> Flow[Sequence[Any]]:
    """Return the items of the page that was asked for; none at the end of the list."""
    number = position.number
    try:
        came = yield Next()
        return position.take(family.page_of(came.value))
    except ApiException as error:
        if not position.ends_with(error.status, error.body):
            raise
        return []
    except RepeatedPages:
        raise repeated(family, number) from None


def repeated(family: Family[Any, Any, Any], number: int | None) -> RepeatedPageException:
    """Return the exception for pages that repeat earlier ones.

    Args:
        family: whose list it is.
        number: the number of the last page.
    """
    return RepeatedPageException(
        200,
        f"page {number} repeats an earlier page, and so does the one before: the server ignores the number of the page",
        operation=family.method,
    )


def check_api(family: Family[Any, Any, Any], api: object) -> None:
    """Refuse an object of this package that is not the bound API of a family. A test double is accepted.

    Raises:
        ApiTypeError: it is something else.
    """
    kinds = [each for each in type(api).__mro__ if each.__module__.startswith("xi.sdk.resellers.")]
    if kinds and not any(each.__name__ == family.api for each in kinds):
        unbound = family.api.removeprefix("Bound")
        raise ApiTypeError(
            f"paging takes {unbound}(client).bound(Account(...)), not {type(api).__name__}", argument="api"
        )
    check_method(api, family.method, f"{family.method}_with_http_info")


def check_size(family: Family[Any, Any, Any], size: object) -> int:
    """Return the number of items in a page, if the server allows it.

    Raises:
        ApiValueError: it does not.
    """
    largest = family.largest
    if isinstance(size, int) and not isinstance(size, bool) and size >= 1 and (largest is None or size <= largest):
        return size
    wanted = "1 or more" if largest is None else f"1 to {largest}"
    raise ApiValueError(f"page_size is {size!r}; it should be {wanted} {family.items}", argument="page_size")


def check_on_short(on_short: object) -> OnShort | None:
    """Return what is to be called if a list ends short.

    Raises:
        ApiTypeError: it cannot be called.
    """
    check_called("on_short", on_short)
    return cast("OnShort | None", on_short)


def check_limit(limit: object) -> int | None:
    """Return how many items are given at most.

    Raises:
        ApiValueError: it is no number of items.
    """
    if limit is None or (isinstance(limit, int) and not isinstance(limit, bool) and limit >= 1):
        return limit
    raise ApiValueError(f"limit is {limit!r}; it should be 1 item or more, or None for all", argument="limit")
