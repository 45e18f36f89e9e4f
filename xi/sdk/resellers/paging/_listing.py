"""Makes the functions that iterate over a list, each from its row in the table of families and its parameters."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, overload

from xi.sdk.resellers._steps import Flow, awaited, blocking, is_awaited
from xi.sdk.resellers.exceptions import ApiTypeError
from xi.sdk.resellers.paging._families import AwaitedT, BlockingT, Family, ItemT
from xi.sdk.resellers.paging._flow import check_api, check_limit, check_on_short, check_size, pages_of

P = ParamSpec("P")
Make = Callable[[Family[Any, Any, Any], object, dict[str, Any]], Flow[int]]
"""Makes the flow of a list from the arguments that its function was called with."""
_OWN = frozenset({"page_size", "prefetch", "limit", "on_short"})


def plain(family: Family[Any, Any, Any], api: object, given: dict[str, Any]) -> Flow[int]:
    """Return the flow of a list whose arguments are those of the call.

    Args:
        family: whose list it is.
        api: the bound API.
        given: the arguments.

    Raises:
        ApiValueError: the size of a page or the limit is not allowed.
    """
    arguments = {name: value for name, value in given.items() if name not in _OWN}
    return pages_of(
        family,
        api,
        arguments,
        size=check_size(family, given["page_size"]),
        prefetch=bool(given["prefetch"]),
        limit=check_limit(given["limit"]),
        on_short=check_on_short(given["on_short"]),
    )


class Listing(Generic[P, BlockingT, AwaitedT, ItemT]):
    """A list of the server: called with a bound API, it returns an iterator over the items.

    Args:
        family: which call gives a page, and how the list ends.
        parameters: a function whose signature and text are those of the list.
        make: makes the flow of the list.
    """

    def __init__(self, family: Family[BlockingT, AwaitedT, ItemT], parameters: Callable[P, None], make: Make) -> None:
        self._family = family
        self._signature = inspect.signature(parameters)
        self._make = make
        update_wrapper(self, parameters)

    def __repr__(self) -> str:
        """Return the name under which it is imported."""
        return f"paging.{self._name}"

    @property
    def _name(self) -> str:
        return str(self.__dict__["__name__"])

    @overload
    def __call__(self, api: BlockingT, *none: P.args, **given: P.kwargs) -> Iterator[ItemT]: ...
    @overload
    def __call__(self, api: AwaitedT, *none: P.args, **given: P.kwargs) -> AsyncIterator[ItemT]: ...
    def __call__(
        self, api: BlockingT | AwaitedT, *none: P.args, **given: P.kwargs
    ) -> Iterator[ItemT] | AsyncIterator[ItemT]:
        """Return an iterator over the items of the list."""
        found = self._pages(api, *none, **given)
        if isinstance(found, AsyncIterator):
            return flattened(found)
        return (item for page in found for item in page)

    @overload
    def pages(self, api: BlockingT, *none: P.args, **given: P.kwargs) -> Iterator[Sequence[ItemT]]: ...
    @overload
    def pages(self, api: AwaitedT, *none: P.args, **given: P.kwargs) -> AsyncIterator[Sequence[ItemT]]: ...
    def pages(
        self, api: BlockingT | AwaitedT, *none: P.args, **given: P.kwargs
    ) -> Iterator[Sequence[ItemT]] | AsyncIterator[Sequence[ItemT]]:
        """Return an iterator over the pages of the list, each a sequence of items."""
        return self._pages(api, *none, **given)

    def _pages(
        self, api: BlockingT | AwaitedT, *none: P.args, **given: P.kwargs
    ) -> Iterator[Sequence[ItemT]] | AsyncIterator[Sequence[ItemT]]:
        check_api(self._family, api)
        self._check_names(given)
        bound = self._signature.bind(*none, **given)
        bound.apply_defaults()
        named = {name: value for name, value in bound.arguments.items() if value is not None or name in _OWN}
        flow = self._make(self._family, api, named)
        return awaited(flow) if is_awaited(api) else blocking(flow, threads=int(bool(named["prefetch"])))

    def _check_names(self, given: dict[str, Any]) -> None:
        """Refuse a filter that there is not: the server would ignore it, and return everything."""
        known = self._signature.parameters
        unknown = sorted(given.keys() - known.keys())
        if unknown:
            from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

            near = get_close_matches(unknown[0], known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; it has {', '.join(known)}"
            raise ApiTypeError(f"the search has no filter {unknown[0]!r}{hint}", argument=unknown[0])


async def flattened(pages: AsyncIterator[Sequence[ItemT]]) -> AsyncIterator[ItemT]:
    """Yield the items of pages."""
    async for page in pages:
        for item in page:
            yield item


def listing(
    family: Family[BlockingT, AwaitedT, ItemT], make: Make = plain
) -> Callable[[Callable[P, None]], Listing[P, BlockingT, AwaitedT, ItemT]]:
    """Return a decorator that turns a function, which has only parameters and a text, into the list of a family.

    Args:
        family: whose list it is.
        make: makes the flow of the list.
    """

    def made(parameters: Callable[P, None]) -> Listing[P, BlockingT, AwaitedT, ItemT]:
        return Listing(family, parameters, make)

    return made
