"""Read what an answer to a send says; pure.

The table (an answer that the client calls doubtful is never read as a refusal):

| answer | it says |
|---|---|
| 2xx with order numbers | placed, partly, or empty: the lines decide |
| v7: 2xx with a confirmation number | accepted |
| any other 2xx: cut off, unreadable, or with rejected lines alone | garbled |
| not sent | not sent |
| 429 | too many |
| 400, 409 or 422 because the PO exists | exists |
| 400 or 422 that names nothing but headers or the customer number | the set-up is refused |
| 400, 413, 422 | refused |
| 401, 403, 404, 405, 415; no token; an argument that cannot be sent | the set-up is refused |
| everything else, none, and an interrupt, which may come after the answer | unanswered |
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, cast

from xi.sdk.resellers import models
from xi.sdk.resellers._charsets import decoded
from xi.sdk.resellers._contract_shape import in_contract_shape
from xi.sdk.resellers._set_up import is_about_set_up
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.exceptions import (
    ApiAttributeError,
    ApiException,
    ApiTypeError,
    ApiValueError,
    NotSentException,
    TooManyRequestsException,
    UnansweredException,
    UnreadableResponseException,
    in_doubt,
    printable,
)
from xi.sdk.resellers.models._schema import Nested
from xi.sdk.resellers.ordering._as_ordered import differences_of_answer
from xi.sdk.resellers.ordering._entries import RejectedPart, with_differences
from xi.sdk.resellers.ordering._findings import amount_of
from xi.sdk.resellers.ordering._protocol import Answered, Kind, Said
from xi.sdk.resellers.outcomes import Outcome, order_numbers, outcome, rejected_lines
from xi.sdk.resellers.statuses import Status, fold_status

_SUCCESS = range(200, 300)
_OF_ORDER = frozenset({400, 413, 422})
_OF_SET_UP = frozenset({401, 403, 404, 405, 415})
_NAMES_FIELDS = frozenset({400, 422})
_TOO_MANY = 429
_CONFLICT = 409
_ARGUMENT_ERRORS = (ApiValueError, ApiTypeError, ApiAttributeError)
_ANYWHERE = (KeyboardInterrupt, SystemExit, MemoryError)
"""Errors that can come between any two steps of a program, so also when the client has returned with an answer."""
_OF_TOKEN = "get_accesstoken"  # noqa: S105 - the name of an operation
_LONGEST_REASON = 200
_IN_WORDS = 3
"""A value of so many characters may be a part of a word by chance."""
_LONGEST_AGAIN_S = 3_600.0
"""After a 429 an order waits no longer: quotas last a minute, and a date in the far future would park it for good."""
_CREATED: Final = Nested(models.OrderCreateResponse)
_DETAILS: Final = Nested(models.OrderDetailB2B)

_CODE = re.compile(r"\s*([A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)+)(?=\s|$|:)")
"""A code such as SKU-NOTFOUND, which the server writes before the part number."""
_EXISTS = re.compile(r"CUSTOMER[-_ ]PO[-_ ](ALREADY[-_ ])?EXISTS", re.IGNORECASE)
_FILED_BEFORE = re.compile(r"\b(already|duplicate)", re.IGNORECASE)
"""A text about what is there before. Something on the way may have sent a request twice, and this is the second one's
answer."""
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\([^)]*\)|\[[^\]]*\]")
_CURRENCY = re.compile(r"\b[A-Z]{3}\b")

_EPOCH_SECONDS_FROM = 1e9
"""A reset of this or more is a moment; a smaller one is a number of seconds to wait."""
_EPOCH_MILLISECONDS_FROM = 1e11
"""A moment of this or more is in milliseconds, as it was measured."""
_LONGEST_WINDOW_S = 121.0
"""A reset further away is not credible: the portal grants calls by the minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back for a send.

    Args:
        answered: the event for the protocol.
        status: the HTTP status; None without an answer.
        says: the answer in one readable line.
        raw: the body as it came; that of an error is its text.
        headers: the headers of the answer.
        rejected: the lines that were rejected.
        total: the sum of the order, as the server wrote it; the sum of its parts if it wrote none.
        currency: the currency of `total`.
        reject_reason: why nothing was placed, without what differs from order to order.
        again_in: seconds until the server accepts calls again, after a 429 that says so.
        differs: how the order that stands is not as it was ordered.
    """

    answered: Answered
    status: int | None
    says: str
    raw: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    rejected: tuple[RejectedPart, ...] = ()
    total: str | None = None
    currency: str | None = None
    reject_reason: str | None = None
    again_in: float | None = None
    differs: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What `says` says, and what differs."""
        return with_differences(self.says, self.differs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """What an answer says about the quota.

    Args:
        limit: calls in a window; None if it does not say.
        remaining: calls that are left in this one; None if it does not say.
        reset_at: when the next one begins, in seconds since 1970; None if it does not say, or is not credible.
    """

    limit: int | None
    remaining: int | None
    reset_at: float | None


# -- answers that were read


def reply_of_answer(kind: Kind, response: ApiResponse[Any], body: bytes | None = None) -> Reply:
    """Return what a success says.

    Args:
        kind: the kind of filing.
        response: the answer to a create, of the `_with_http_info` form.
        body: what was sent, to tell how the answer differs from it; None compares nothing.
    """
    created = _created(response)
    # A database may refuse other characters, and with them the answer.
    given = () if created is None else map(printable, order_numbers(created))
    numbers = tuple(filter(is_number, dict.fromkeys(given)))
    confirmation = None if kind is Kind.V6 else _confirmation(response.data)
    rejected = () if created is None else _rejected(created)
    said = _said(created, numbers, confirmation)
    reasons = [each.reason or "rejected" for each in rejected] if said in (Said.EMPTY, Said.GARBLED) else []
    total, currency = _sums(response.raw_data, created)
    differs = differences_of_answer(body, created) if created is not None and numbers else ()
    return Reply(
        answered=Answered(said, numbers=numbers, confirmation=confirmation),
        status=response.status_code,
        says=_line(response, numbers, confirmation, rejected, is_partly=said is Said.PARTLY),
        raw=response.raw_data,
        headers=dict(response.headers or {}),
        rejected=rejected,
        total=total if numbers else None,
        currency=currency if numbers else None,
        reject_reason=_plain_reason(reasons[0]) if reasons else None,
        differs=differs,
    )


def _created(response: ApiResponse[Any]) -> models.OrderCreateResponse | None:
    """Return the answer as one with orders; v7 was described with such a one too."""
    if isinstance(response.data, models.OrderCreateResponse):
        return response.data
    extra: Mapping[str, Any] | None = getattr(response.data, "model_extra", None)
    if not extra or "orders" not in extra:
        return None
    with suppress(ValueError):
        kind = (response.headers or {}).get("Content-Type", "")
        return models.OrderCreateResponse.from_json(decoded(response.raw_data, kind))
    return None


def _said(created: models.OrderCreateResponse | None, numbers: tuple[str, ...], confirmation: str | None) -> Said:
    if created is not None and numbers:
        if outcome(created) is Outcome.ALL and all(each.lines == [] for each in created.orders or ()):
            return Said.EMPTY  # it shows that there is no line; one without the member says nothing about lines
        return {Outcome.ALL: Said.PLACED, Outcome.SOME: Said.PARTLY, Outcome.NONE: Said.EMPTY}[outcome(created)]
    return Said.GARBLED if confirmation is None else Said.ACCEPTED


def is_number(text: str | None) -> bool:
    """Return whether a text is a number that the server gave; programs write `null` or `0` where they have none."""
    return any("1" <= each <= "9" for each in text or "")


def _confirmation(data: Any) -> str | None:
    number = printable(str(getattr(data, "confirmation_number", None) or ""))
    return number if is_number(number) else None


def _rejected(created: models.OrderCreateResponse) -> tuple[RejectedPart, ...]:
    parts = [
        RejectedPart(
            line=each.customer_line_number,
            part=each.ingram_part_number or each.vendor_part_number,
            reason=": ".join(filter(None, (each.code, each.reason))) or None,
            quantity=each.quantity,
        )
        for each in rejected_lines(created)
    ]
    parts += [
        RejectedPart(
            line=line.customer_line_number,
            part=line.ingram_part_number or line.vendor_part_number,
            reason=line.line_status,
            quantity=line.quantity_ordered,
        )
        for order in created.orders or ()
        for line in order.lines or ()
        if fold_status(line.line_status).status is Status.REJECTED
    ]
    return tuple(parts)


def _line(
    response: ApiResponse[Any],
    numbers: Sequence[str],
    confirmation: str | None,
    rejected: Sequence[RejectedPart],
    *,
    is_partly: bool,
) -> str:
    says: list[str] = []
    if numbers:
        says.append(f"order {', '.join(numbers)}")
    if confirmation:
        says.append(f"confirmation {confirmation}")
    if rejected:
        listed = [" ".join(filter(None, (each.part, each.reason and f"({each.reason})"))) for each in rejected]
        says.append(f"rejected: {', '.join(listed)}")
    elif is_partly:
        says.append("it counts lines that are not placed, and does not name them")
    about = "; ".join(says) or "a success without an order number"
    return printable(f"{response.status_code}: {about}")


def _sums(raw: bytes, created: models.OrderCreateResponse | None) -> tuple[str | None, str | None]:
    """Return the total of the order and its currency, from the text of the answer: a float would change the digits."""
    if created is None:
        return None, None
    try:
        body = texts_of(raw, _CREATED)
    except (ValueError, RecursionError):  # a program's own client may give no text
        body = members_of(created.to_dict())
    listed = body.get("orders")
    orders = [members_of(each) for each in (cast("list[object]", listed) if isinstance(listed, list) else [listed])]
    total = amount_of(body.get("purchaseOrderTotal"))
    currency = _currency(str(each.get("currencyCode") or "") for each in orders)
    if total is None and "," not in (currency or ""):  # amounts of two currencies have no sum
        amounts = [amount_of(each.get("orderTotal")) for each in orders]
        if amounts and None not in amounts:
            total = str(sum((Decimal(each) for each in amounts if each), Decimal(0)))
    return total, currency


def total_of_details(raw: bytes) -> tuple[str | None, str | None]:
    """Return the total of an order and its currency, from the text of its details; see `_sums`.

    Args:
        raw: the answer.
    """
    try:
        order = texts_of(raw, _DETAILS)
    except (ValueError, RecursionError):
        return None, None
    return amount_of(order.get("orderTotal")), _currency([str(order.get("currencyCode") or "")])


def texts_of(raw: bytes, kind: Nested) -> Mapping[str, object]:
    """Return the members of an answer in the shape of the contract, with numbers as the texts that were sent.

    Args:
        raw: the answer.
        kind: what it is by the contract.

    Raises:
        ValueError: it is no JSON.
        RecursionError: it is too deep.
    """
    # Keys and amounts are ASCII, so that one charset of bytes is as good as another.
    content: object = json.loads(decoded(raw, ""), parse_float=str, parse_int=str)
    return members_of(in_contract_shape(content, kind))


def members_of(value: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def _currency(texts: Iterable[str]) -> str | None:
    """Return the currency. Some answers glue it to other things, such as `20-RFKKT : USD` or `USD USD`."""
    given = [printable(each) for each in texts if each.strip()]
    codes: list[str] = list(dict.fromkeys(code for each in given for code in _CURRENCY.findall(each)))
    if len(codes) == 1:
        return codes[0]
    return ", ".join(codes or dict.fromkeys(given)) or None


# -- errors


def reply_of_error(kind: Kind, error: BaseException) -> Reply:
    """Return what a call that failed says.

    Args:
        kind: the kind of filing.
        error: what the client raised, or what broke into its call, such as a KeyboardInterrupt.
    """
    said = _said_by(error)
    if not isinstance(error, ApiException):
        return Reply(answered=Answered(said), status=None, says=_says_of(error))
    is_refused = said is Said.REFUSED
    if kind is Kind.RETURN and (said is Said.EXISTS or (is_refused and _FILED_BEFORE.search(error.body or ""))):
        said = Said.UNANSWERED  # no check for doubles is documented for returns, so a look has to find the other one
    again_in = error.retry_after if isinstance(error, TooManyRequestsException) else None
    again_in = None if again_in is None else min(again_in, _LONGEST_AGAIN_S)
    waits = "" if again_in is None else f"; not sent again for {again_in:.0f} s"
    return Reply(
        answered=Answered(said),
        status=error.status or None,
        says=printable(str(error)) + waits,
        raw=None if error.body is None else error.body.encode("utf-8", "replace"),
        headers=dict(error.headers or {}),
        reject_reason=_reject_reason(error) if said is Said.REFUSED else None,
        again_in=again_in,
    )


def may_have_been_sent(error: BaseException) -> bool:
    """Return whether a request may have been sent before an error of another package broke into its call.

    Args:
        error: the error.
    """
    return isinstance(error, _ANYWHERE) or bool(in_doubt(error))


def _said_by(error: BaseException) -> Said:
    if isinstance(error, ApiException):
        return _said_by_call(error)
    if may_have_been_sent(error):
        return Said.UNANSWERED
    # The body was checked before, so that a wrong argument is one of the account, the host or the token.
    return Said.SET_UP if isinstance(error, _ARGUMENT_ERRORS) else Said.NOT_SENT


def _said_by_call(error: ApiException) -> Said:
    is_unanswered = isinstance(error, UnansweredException)
    if isinstance(error, UnreadableResponseException) or (is_unanswered and error.status in _SUCCESS):
        return Said.GARBLED
    if _says_that_it_exists(error) and (error.status == _CONFLICT or not error.may_have_been_acted_on):
        return Said.EXISTS
    if error.may_have_been_acted_on or is_unanswered:
        return Said.UNANSWERED
    return Said.NOT_SENT if isinstance(error, NotSentException) else _said_by_refusal(error)


def _says_that_it_exists(error: ApiException) -> bool:
    """Return whether the code for a PO that exists is anywhere in a refusal: to look for nothing harms nothing."""
    is_refusal = error.status in _NAMES_FIELDS or error.status == _CONFLICT
    return error.is_duplicate_po or (is_refusal and bool(_EXISTS.search(error.body or "")))


def _said_by_refusal(error: ApiException) -> Said:
    """Return what an answer says after which the client is sure that nothing was done."""
    status = error.status
    if status == _TOO_MANY:
        return Said.TOO_MANY
    if error.operation == _OF_TOKEN:
        return Said.SET_UP if status in _OF_SET_UP | _OF_ORDER else Said.NOT_SENT
    if status in _OF_SET_UP or (status in _NAMES_FIELDS and is_about_set_up(error.errors)):
        return Said.SET_UP
    return Said.REFUSED if status in _OF_ORDER else Said.UNANSWERED


def _says_of(error: BaseException) -> str:
    """Return an error of another package as one line. Its own text is left out: it may have a secret of the program."""
    doubts = in_doubt(error)
    about = ", before anything was sent"
    if may_have_been_sent(error):
        about = f": {doubts[0]}" if doubts else "; it may have been sent"
    if isinstance(error, _ARGUMENT_ERRORS):
        return printable(f"{error}, so nothing was sent" if not doubts else f"{error}{about}")
    return printable(f"interrupted by {type(error).__name__}{about}")


def _reject_reason(error: ApiException) -> str:
    """Return why an order was refused, without what differs from order to order: values, part numbers, places."""
    for detail in error.errors:
        for each in detail.fields:
            name = re.sub(r"\[?\d+\]?", "", each.field or "")
            told = ": ".join(filter(None, (name, _without(each.value, each.message or ""))))
            if told:
                return _plain_reason(told)
        if detail.message:
            return _plain_reason(detail.message)
    return f"{error.status}"


def _without(value: str | None, text: str) -> str:
    """Return a text without a value that it quotes; a short one, such as `a`, is not taken out of words.

    A longer one is, out of `SKU_AB12` and where words are written without spaces: what differs from order to order
    would hide that all of them are refused for the same reason.
    """
    if not value:
        return text
    if len(value) > _IN_WORDS:
        return text.replace(value, "")
    return re.sub(rf"(?<![^\W_]){re.escape(value)}(?![^\W_])", "", text)


def _plain_reason(text: str) -> str:
    head, mark, rest = text.partition(": ")
    for given in (head, rest):
        code = _CODE.match(given)
        if code:
            return code[1]
    if mark and head.isalnum() and head.isupper():
        return head  # the code of a rejected line, such as EN
    words = [each for each in _QUOTED.sub(" ", text).split() if not any(map(str.isdigit, each))]
    return printable(" ".join(words), _LONGEST_REASON)


# -- the quota


def quota_of(headers: Mapping[str, str] | None, now: float) -> Quota | None:
    """Return what an answer says about the quota; None if it says nothing.

    Args:
        headers: the headers of the answer.
        now: seconds since 1970.
    """
    found = {name.lower(): value for name, value in (headers or {}).items()}
    limit, remaining = (_count(found.get(f"x-ratelimit-{name}", "")) for name in ("limit", "remaining"))
    if limit is None and remaining is None:
        return None
    return Quota(limit=limit, remaining=remaining, reset_at=_reset_at(found.get("x-ratelimit-reset", ""), now))


def _count(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len("99999999999") else None


def _reset_at(text: str, now: float) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    if value >= _EPOCH_SECONDS_FROM:
        value = (value / 1000 if value >= _EPOCH_MILLISECONDS_FROM else value) - now
    return now + value if 0 < value <= _LONGEST_WINDOW_S else None
