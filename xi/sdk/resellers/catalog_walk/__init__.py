"""Walk the whole catalogue into a table, to its real end, and learn what came and went since the last complete walk.

    from xi.sdk.resellers import ApiClient, Configuration, ProductCatalogApi, catalog_walk

    with ApiClient(Configuration.from_env()) as client:
        walk = catalog_walk.walk(ProductCatalogApi(client).bound(), "catalogue.csv")
        print(walk.rows, walk.came, walk.gone, walk.changed)

With a bound API of `xi.sdk.resellers.aio` the walk is awaited. docs/catalog-walk.md tells what is kept beside the
table.
"""

from __future__ import annotations

import os
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Unpack, overload

from xi.sdk.resellers import aio, api
from xi.sdk.resellers._arguments import check_called, check_number, check_texts
from xi.sdk.resellers._steps import is_awaited, only, only_awaited
from xi.sdk.resellers.catalog_walk._flow import Plan
from xi.sdk.resellers.catalog_walk._flow import walk as _walk
from xi.sdk.resellers.catalog_walk._quota import Quota
from xi.sdk.resellers.catalog_walk._store import Places, Store
from xi.sdk.resellers.catalog_walk._tables import columns, maker
from xi.sdk.resellers.catalog_walk._values import Change, Filters, Progress, Told, Walk
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.paging._families import PRODUCTS
from xi.sdk.resellers.paging._flow import check_api, check_size

__all__ = ["Change", "Filters", "Options", "Progress", "Told", "Walk", "columns", "walk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to walk.

    Args:
        kind: `csv`, `jsonl` or `parquet`; None to go by the ending of the table's name. Parquet needs the extra
            `parquet`.
        state: where the state is kept meanwhile; None is beside the table.
        page_size: products in a page, 1 to 100.
        reserve: calls of each minute that are left to others, 0 or more. The quota is known from the answers, and from
            `calls_per_minute` of the configuration.
        least: the part of the products stated by the server that has to come, 0 to 1; with fewer the walk is not
            complete. Lower it for an account whose catalogue never comes in full.
        resume_within: for how many seconds a stopped walk can be gone on with; an older one is begun anew.
        restart: whether a stopped walk is begun anew.
        on_page: called after each page, with the `Progress`.

    Raises:
        ApiValueError: a value cannot be used.
    """

    kind: str | None = None
    state: str | os.PathLike[str] | None = None
    page_size: int = 100
    reserve: int = 10
    least: float = 0.95
    resume_within: float = 86_400.0
    restart: bool = False
    on_page: Told | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be used."""
        check_size(PRODUCTS, self.page_size)
        check_number("reserve", self.reserve, 0, None, "0 calls or more")
        check_number("least", self.least, 0, 1, "a part, 0 to 1")
        check_number("resume_within", self.resume_within, 0, None, "0 seconds or more")
        check_called("on_page", self.on_page)


@overload
def walk(
    api: api.BoundProductCatalogApi,
    out: str | os.PathLike[str],
    options: Options | None = ...,
    **filters: Unpack[Filters],
) -> Walk: ...
@overload
def walk(
    api: aio.BoundProductCatalogApi,
    out: str | os.PathLike[str],
    options: Options | None = ...,
    **filters: Unpack[Filters],
) -> Coroutine[Any, Any, Walk]: ...
def walk(
    api: api.BoundProductCatalogApi | aio.BoundProductCatalogApi,
    out: str | os.PathLike[str],
    options: Options | None = None,
    **filters: Unpack[Filters],
) -> Walk | Coroutine[Any, Any, Walk]:
    """Write the catalogue into a table, and return what came of it.

    Memory use does not depend on the size of the catalogue. The table is replaced at the end, and only by a complete
    one. A walk that was stopped goes on where it was when it is called again. Products have no prices and no stock
    here: see `xi.sdk.resellers.prices`.

    Args:
        api: the API of the catalogue, bound to an account. With the asynchronous one the walk is awaited.
        out: the table: its name ends with `.csv`, `.jsonl` or `.parquet`. Of a link, what it names is replaced.
        options: how to walk.
        filters: what part of the catalogue; see `Filters`.

    Raises:
        ApiTypeError: the API is another one, or there is no filter of a given name; nothing was sent.
        ApiValueError: an option cannot be used, there is no such folder, the table would replace what is no file,
            another walk is writing this table, or one with other filters was stopped.
        ApiException: a page could not be fetched. Call it again later: it goes on with this page.
        OSError: the files beside the table cannot be written, or the disk is full. Mend that, and call it again.
        ImportError: the packages for Parquet are missing.
    """
    if not isinstance(options, (Options, type(None))):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"options should be Options(...), not {type(options).__name__}", argument="options")
    if not isinstance(out, (str, os.PathLike)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"out should be a path, not {type(out).__name__}", argument="out")
    how = options or Options()
    check_api(PRODUCTS, api)
    _check_filters(filters)
    make = maker(Path(out), how.kind)
    place = _replaceable("out", out)
    state = place.with_name(f"{place.name}.state.json") if how.state is None else _replaceable("state", how.state)
    places = Places(place, state)
    asked = {"account": _account(api), "filters": _plain(filters), "page_size": how.page_size}
    plan = Plan(
        getattr(api, f"{PRODUCTS.method}_with_http_info"),
        filters,
        asked,
        how.page_size,
        how.least,
        how.resume_within,
        how.restart,
        how.on_page,
    )
    flow = _walk(plan, Store(places, make), Quota(how.reserve, _stated(api)))
    return only_awaited(flow) if is_awaited(api) else only(flow)


def _replaceable(argument: str, given: str | os.PathLike[str]) -> Path:
    """Return the place of a file that will be replaced: a link stays one, and what it names is replaced.

    Raises:
        ApiValueError: something else than a file is there, or there is no such folder.
    """
    place = Path(given)
    if place.is_symlink():
        place = Path(os.path.realpath(place))
    if place.is_symlink() or (place.exists() and not place.is_file()):
        raise ApiValueError(f"{argument} is {str(given)!r}, which is no file and cannot be replaced", argument=argument)
    folder = place.absolute().parent
    if not folder.is_dir():
        raise ApiValueError(f"{argument} is {str(given)!r}, but there is no folder {folder}", argument=argument)
    return place


def _check_filters(filters: Filters) -> None:
    unknown = sorted(filters.keys() - Filters.__annotations__.keys())
    if unknown:
        known = ", ".join(Filters.__annotations__)
        raise ApiTypeError(f"the catalogue has no filter {unknown[0]!r}; it has {known}", argument=unknown[0])
    for name, value in filters.items():
        if not isinstance(value, str):
            check_texts(name, value, "a list of texts")


def _plain(filters: Filters) -> dict[str, Any]:
    """Return the filters as JSON gives them back."""
    return {name: value if isinstance(value, str) else list(value) for name, value in filters.items()}  # type: ignore[call-overload]  # a TypedDict's values


def _account(api: object) -> str:
    account = getattr(api, "account", None)
    return f"{account.customer_number} {account.country_code}" if account is not None else ""


def _stated(api: object) -> int | None:
    configuration = getattr(getattr(api, "api_client", None), "configuration", None)
    found = getattr(configuration, "calls_per_minute", None)
    return found if isinstance(found, int) else None
