"""Check a quote before it is ordered: what the vendor still wants to know, price, last day, what was only suggested.

    from xi.sdk.resellers import ApiClient, Configuration, QuotesApi, quotes

    with ApiClient(Configuration.from_env()) as client:
        found = quotes.check(QuotesApi(client).bound(), "QUO-14551943-D2Y9L9")
        print(found.refusal or f"{found.total} {found.currency}, {found.days_left} days left")
        for field in found.empty_fields():
            print("to be filled:", field)

With a bound API of `xi.sdk.resellers.aio`, `check` is awaited. `OrderDesk.order_quote` orders the quote, once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, Final, overload

from xi.sdk.resellers import aio, api
from xi.sdk.resellers._arguments import check_day, check_text
from xi.sdk.resellers._exact import loaded
from xi.sdk.resellers._json import is_object
from xi.sdk.resellers._keys import is_api_error
from xi.sdk.resellers._set_up import is_about_set_up
from xi.sdk.resellers._steps import Begin, Flow, Give, Next, is_awaited, only, only_awaited
from xi.sdk.resellers.exceptions import ApiException, ApiValueError, UnreadableResponseException
from xi.sdk.resellers.paging._families import QUOTES
from xi.sdk.resellers.paging._flow import check_api
from xi.sdk.resellers.quotes._differences import differences
from xi.sdk.resellers.quotes._reading import read_validation, with_details
from xi.sdk.resellers.quotes._request import Values, check_values, request_of
from xi.sdk.resellers.quotes._values import QuoteCheck, QuotedProduct, QuoteLine, VendorField

__all__ = [
    "QuoteCheck",
    "QuoteLine",
    "QuotedProduct",
    "Values",
    "VendorField",
    "check",
    "check_values",
    "differences",
    "request_of",
]

_REFUSALS: Final = (400, 404, 409, 422)
"""Statuses that are about the quote, unless the answer is that of a gateway, or about the account or a header."""


@overload
def check(api: api.BoundQuotesApi, quote_number: str, *, today: date | None = ...) -> QuoteCheck: ...
@overload
def check(
    api: aio.BoundQuotesApi, quote_number: str, *, today: date | None = ...
) -> Coroutine[Any, Any, QuoteCheck]: ...
def check(
    api: api.BoundQuotesApi | aio.BoundQuotesApi, quote_number: str, *, today: date | None = None
) -> QuoteCheck | Coroutine[Any, Any, QuoteCheck]:
    """Return what is known of a quote before it is ordered. It makes two calls: the validation, and the details.

    A quote that cannot be ordered is no error: see `QuoteCheck.refusal`.

    Args:
        api: the API of quotes, bound to an account. With the asynchronous one the result is awaited.
        quote_number: the number, such as `QUO-14551943-D2Y9L9`.
        today: the day from which the days that are left are counted; None is today in UTC.

    Raises:
        ApiTypeError: the API is another one, or the number is not text; nothing was sent.
        ApiValueError: the number is blank; nothing was sent.
        ApiException: a call failed for another reason than the quote.
    """
    check_api(QUOTES, api)
    check_text("quote_number", quote_number)
    number = quote_number.strip()
    if not number:
        raise ApiValueError("quote_number is blank", argument="quote_number")
    check_day("today", today)
    flow = _checked(api, number, today or datetime.now(UTC).date())
    return only_awaited(flow) if is_awaited(api) else only(flow)


def _checked(api: object, number: str, today: date) -> Flow[None]:
    """Give a `QuoteCheck`."""
    try:
        answer = yield from _answer(api, "get_reseller_v6_validate_quote_with_http_info", number)
        found = read_validation(number, answer)
    except UnreadableResponseException as error:
        # A success that is no validation may say in its own words why there is none.
        said = _object_in(error.body)
        if said is None or "fault" in said:
            raise
        found = read_validation(number, said)
    except ApiException as error:
        if not _is_refusal(error):
            raise
        found = QuoteCheck(number=number, refusal=_says(error))
    try:
        answer = yield from _answer(api, "get_resellers_v6_quotes_with_http_info", number)
        found = with_details(found, answer, today)
    except ApiException as error:
        # Without details a quote that was validated can be ordered all the same, but not for a price that is known.
        if found.refusal is None or not _is_refusal(error):
            raise
    yield Give(found)


def _is_refusal(error: ApiException) -> bool:
    """Return whether an answer is about the quote, and not about the call."""
    return error.status in _REFUSALS and is_api_error(error.body) and not is_about_set_up(error.errors)


def _answer(api: object, method: str, number: str) -> Flow[Any]:
    call: Callable[..., Any] = getattr(api, method)
    yield Begin(partial(call, number))
    came = yield Next()
    try:
        return loaded(came.value)
    except ValueError as error:
        said = f"the answer could not be read: {error}"
        raise UnreadableResponseException(came.value.status_code, said, operation=method) from None


def _object_in(body: str | None) -> Any:
    """Return the JSON object in a body; None if it is none."""
    try:
        found = json.loads(body or "")
    except ValueError:
        return None
    return found if is_object(found) else None


def _says(error: ApiException) -> str:
    return "; ".join(str(each) for each in error.errors) or str(error)
