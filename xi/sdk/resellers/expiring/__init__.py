"""List the quotes, deals and renewals of an account that expire soon, have expired, or are used up.

    from xi.sdk.resellers import ApiClient, Configuration, DealsApi, QuotesApi, RenewalsApi
    from xi.sdk.resellers.expiring import expiring

    with ApiClient(Configuration.from_env()) as client:
        quotes, deals, renewals = QuotesApi(client).bound(), DealsApi(client).bound(), RenewalsApi(client).bound()
        found = expiring(quotes=quotes, deals=deals, renewals=renewals, days=30)
        for row in found.rows:
            print(row.day, row.kind.value, row.number, row.standing.value)
        for lost in found.unread:
            print("not read:", lost.kind.value, lost.number, lost.says)

With bound APIs of `xi.sdk.resellers.aio`, `expiring` is awaited. Days are counted here: what the service states as the
days that remain of a deal is the length of its term.
"""

from __future__ import annotations

from collections.abc import Coroutine
from datetime import UTC, date, datetime
from typing import Any, overload

from xi.sdk.resellers import aio, api
from xi.sdk.resellers._arguments import check_day
from xi.sdk.resellers._steps import is_awaited, only, only_awaited
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.expiring._flow import Watching
from xi.sdk.resellers.expiring._values import Kind, Row, Standing, Unread, Watch
from xi.sdk.resellers.paging._families import DEALS, QUOTES, RENEWALS, Family
from xi.sdk.resellers.paging._flow import check_api

__all__ = ["Kind", "Row", "Standing", "Unread", "Watch", "expiring"]


# A call without any API fits both, and is refused.
@overload
def expiring(  # pyright: ignore[reportOverlappingOverload]
    *,
    quotes: api.BoundQuotesApi | None = ...,
    deals: api.BoundDealsApi | None = ...,
    renewals: api.BoundRenewalsApi | None = ...,
    days: int = ...,
    overdue_days: int | None = ...,
    most_details: int = ...,
    today: date | None = ...,
) -> Watch: ...
@overload
def expiring(
    *,
    quotes: aio.BoundQuotesApi | None = ...,
    deals: aio.BoundDealsApi | None = ...,
    renewals: aio.BoundRenewalsApi | None = ...,
    days: int = ...,
    overdue_days: int | None = ...,
    most_details: int = ...,
    today: date | None = ...,
) -> Coroutine[Any, Any, Watch]: ...
def expiring(
    *,
    quotes: api.BoundQuotesApi | aio.BoundQuotesApi | None = None,
    deals: api.BoundDealsApi | aio.BoundDealsApi | None = None,
    renewals: api.BoundRenewalsApi | aio.BoundRenewalsApi | None = None,
    days: int = 30,
    overdue_days: int | None = None,
    most_details: int = 100,
    today: date | None = None,
) -> Watch | Coroutine[Any, Any, Watch]:
    """Return what expires within some days, has expired, or is used up, of the kinds whose APIs are given.

    It asks for all pages of each list, of quotes twice: those of the last year, and those that were changed lately. Of
    deals that have not expired it also asks for the details, the first to expire first, since only those have the
    quantities that are left.

    Args:
        quotes: the API of quotes, bound to an account with a contact. A search finds no quote older than a year.
        deals: the API of deals.
        renewals: the API of renewals. Renewals that are over are left out, those that expired are not.
        days: how many days ahead, 0 or more; 0 is today.
        overdue_days: how many days back, 0 or more; None is without a limit.
        most_details: of how many deals the details are asked for at most, 0 or more. The others are told as unread.
        today: the day to count from; None is today in UTC.

    Raises:
        ApiTypeError: no API is given, one is another one, or some block and others do not; nothing was sent.
        ApiValueError: a number is below 0; nothing was sent.
        ApiException: no list could be read at all. A list of which a part could be read is told in `Watch.unread`.
    """
    given: list[tuple[Family[Any, Any, Any], object]] = [(QUOTES, quotes), (DEALS, deals), (RENEWALS, renewals)]
    apis = [(family, api) for family, api in given if api is not None]
    for family, each in apis:
        check_api(family, each)
    if len({is_awaited(api) for _, api in apis}) != 1:
        said = "some APIs block and others do not" if apis else "no API is given"
        raise ApiTypeError(f"{said}; give quotes, deals or renewals, all of the same client", argument="quotes")
    for name, number in (("days", days), ("overdue_days", overdue_days or 0), ("most_details", most_details)):
        if isinstance(number, bool) or not isinstance(number, int) or number < 0:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiValueError(f"{name} is {number!r}; it should be a whole number of 0 or more", argument=name)
    check_day("today", today)
    span = (days, overdue_days)
    watching = Watching(today or datetime.now(UTC).date(), span, most_details, quotes, deals, renewals)
    return only_awaited(watching.run()) if is_awaited(apis[0][1]) else only(watching.run())
