"""Ask for the prices and the stock of any number of parts, and learn what came of each.

    from xi.sdk.resellers import ApiClient, Configuration, ProductCatalogApi, prices

    with ApiClient(Configuration.from_env()) as client:
        found = prices.prices(ProductCatalogApi(client).bound(), ["DF4128", "YN6231"])
        print(found["DF4128"].amount, found["DF4128"].total)

With a bound API of `xi.sdk.resellers.aio`, `prices` is awaited and `each_price` is an asynchronous iterator.
docs/prices.md tells how answers are matched with what was asked.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Coroutine, Iterable, Iterator
from typing import Any, Unpack, overload

from xi.sdk.resellers import aio, api
from xi.sdk.resellers._arguments import check_called, check_method
from xi.sdk.resellers._steps import Flow, awaited, blocking, is_awaited
from xi.sdk.resellers.exceptions import ApiTypeError
from xi.sdk.resellers.prices._answers import Discount, Outcome, Price, Warehouse
from xi.sdk.resellers.prices._asked import LARGEST_PIECE, Options, Part, asked_of, request_of
from xi.sdk.resellers.prices._flow import METHOD, Progress, prices_of

__all__ = [
    "LARGEST_PIECE",
    "Discount",
    "Options",
    "Outcome",
    "Part",
    "Price",
    "Progress",
    "Warehouse",
    "each_price",
    "prices",
]


@overload
def each_price(
    api: api.BoundProductCatalogApi,
    parts: Iterable[str | Part],
    *,
    on_progress: Progress | None = ...,
    **options: Unpack[Options],
) -> Iterator[Price]: ...
@overload
def each_price(
    api: aio.BoundProductCatalogApi,
    parts: Iterable[str | Part],
    *,
    on_progress: Progress | None = ...,
    **options: Unpack[Options],
) -> AsyncIterator[Price]: ...
def each_price(
    api: api.BoundProductCatalogApi | aio.BoundProductCatalogApi,
    parts: Iterable[str | Part],
    *,
    on_progress: Progress | None = None,
    **options: Unpack[Options],
) -> Iterator[Price] | AsyncIterator[Price]:
    """Return an iterator over what came for each part, in pieces of 50, while the next pieces are in flight.

    Each part is asked for once, and gets exactly one `Price`, whatever happens: a piece that fails is told for each of
    its parts, and does not stop the others.

    Args:
        api: the API of the catalogue, bound to an account. The asynchronous one gives an asynchronous iterator.
        parts: SKUs as text, and `Part`s for what is named in another way or wanted in a quantity.
        on_progress: called after each piece, with the number of parts that are answered and the number of all.
        options: see `Options`: special_bid_number, warehouses, discounts, reservations, pricing, availability,
            attributes, in_flight, deadline.

    Raises:
        ApiTypeError: the API is another one, or a part or an option has the wrong type; nothing was sent.
        ApiValueError: a part or an option cannot be used; nothing was sent.
    """
    flow, threads = _flow(api, parts, on_progress, options)
    return awaited(flow) if is_awaited(api) else blocking(flow, threads)


@overload
def prices(
    api: api.BoundProductCatalogApi,
    parts: Iterable[str | Part],
    *,
    on_progress: Progress | None = ...,
    **options: Unpack[Options],
) -> dict[str | Part, Price]: ...
@overload
def prices(
    api: aio.BoundProductCatalogApi,
    parts: Iterable[str | Part],
    *,
    on_progress: Progress | None = ...,
    **options: Unpack[Options],
) -> Coroutine[Any, Any, dict[str | Part, Price]]: ...
def prices(
    api: api.BoundProductCatalogApi | aio.BoundProductCatalogApi,
    parts: Iterable[str | Part],
    *,
    on_progress: Progress | None = None,
    **options: Unpack[Options],
) -> dict[str | Part, Price] | Coroutine[Any, Any, dict[str | Part, Price]]:
    """Return what came for each part, by the part as it was given. Arguments and errors: see `each_price`."""
    flow, threads = _flow(api, parts, on_progress, options)
    if is_awaited(api):
        return _collected(awaited(flow))
    return {each.asked: each for each in blocking(flow, threads)}


async def _collected(found: AsyncIterator[Price]) -> dict[str | Part, Price]:
    return {each.asked: each async for each in found}


def _flow(
    api: object, parts: Iterable[str | Part], progress: Progress | None, options: Options
) -> tuple[Flow[None], int]:
    name = type(api).__name__
    if type(api).__module__.startswith("xi.sdk.resellers.") and name != "BoundProductCatalogApi":
        raise ApiTypeError(f"prices takes ProductCatalogApi(client).bound(Account(...)), not {name}", argument="api")
    check_method(api, METHOD)
    check_called("on_progress", progress)
    asked, request = asked_of(parts), request_of(options)
    threads = request.in_flight if len(asked) > LARGEST_PIECE and request.in_flight > 1 else 0
    return prices_of(api, asked, request, progress), threads
