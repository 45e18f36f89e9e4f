"""Searches of renewals: filters in the query and in the body, and what they find."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, cast

from xi.sdk.resellers.sandbox.catalog.offers import RenewalStatus
from xi.sdk.resellers.sandbox.renewals.values import Renewal
from xi.sdk.resellers.sandbox.wire.json import Json, record, text
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError

Found = tuple[Renewal, RenewalStatus]
"""A renewal and its state today."""

_US_DATE: Final = re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4}")
_ALL: Final = "all"
_OPEN: Final = "open"
_STATUS: Final = "status.OpporutinyStatus"
_BODY: Final = FieldError("The request body must be a JSON object, or a list of one")
_QUERY: Final[dict[str, Callable[[Renewal], Iterable[str]]]] = {
    "customerOrderNumber": lambda renewal: (renewal.customer_order_number,),
    "ingramPurchaseOrderNumber": lambda renewal: (renewal.order_number,),
    "serialNumber": lambda renewal: (each.serial_number for each in renewal.parts),
}
_DATES: Final[dict[str, Callable[[Renewal], date]]] = {
    "startDate": lambda renewal: renewal.starts_on,
    "endDate": lambda renewal: renewal.ends_on,
    "invoiceDate": lambda renewal: renewal.bought_at.date(),
    "expirationDate": lambda renewal: renewal.expires_on,
}
_SORTS: Final[dict[str, Callable[[Renewal], Any]]] = {
    "expirationDate": lambda renewal: renewal.expires_on,
    "renewalId": lambda renewal: int(renewal.number),
    "customerOrderNumber": lambda renewal: renewal.customer_order_number,
    "endUser": lambda renewal: renewal.end_user,
    "vendor": lambda renewal: renewal.vendor,
    "renewalValue": lambda renewal: renewal.value,
}


@dataclass(frozen=True, slots=True)
class RenewalQuery:
    """A valid search of renewals.

    Args:
        exact: Filters of the query by name, and the text that each looks for, in upper case.
        is_open: Whether open or closed ones are wanted; None for both.
        status: The sub-status; None for any.
        dates: By kind of date the first and the last day.
        vendor: A part of the vendor's name, in upper case.
        end_user: A part of the end user's name, in upper case.
        sort: The name of what they are sorted by.
    """

    exact: Mapping[str, str]
    is_open: bool | None
    status: RenewalStatus | None
    dates: Mapping[str, tuple[date, date]]
    vendor: str
    end_user: str
    sort: str


def read_renewal_query(request: ApiRequest) -> RenewalQuery | list[FieldError]:
    """Read the filters of a search, in the query and in the body; unknown ones are ignored.

    The status is read by its misspelt name only, as on the live API. The body may be a list of one object, as in the
    published example.
    """
    body = _body(request.body)
    if body is None:
        return [_BODY]
    errors: list[FieldError] = []
    is_open, status = _status(record(record(body.get("status")).get("OpporutinyStatus")), errors)
    ranges = record(body.get("dateType"))
    dates = {name: span for name in _DATES if (span := _range(name, record(ranges.get(name)), errors)) is not None}
    sort = request.parameter("sort") or "expirationDate"
    known = {name.lower(): name for name in _SORTS}
    if sort.lower() not in known:
        errors.append(FieldError(f"sort must be one of {', '.join(_SORTS)}", "sort", sort))
    if errors:
        return errors
    return RenewalQuery(
        exact={name: request.parameter(name).upper() for name in _QUERY if request.parameter(name)},
        is_open=is_open,
        status=status,
        dates=dates,
        vendor=text(body.get("vendor")).upper(),
        end_user=text(body.get("endUser")).upper(),
        sort=known[sort.lower()],
    )


def find_renewals(renewals: Iterable[Found], query: RenewalQuery) -> list[Found]:
    """Return the renewals that a search finds, in its sequence."""

    def fits(renewal: Renewal, status: RenewalStatus) -> bool:
        return (
            query.is_open in (None, status.is_open)
            and query.status in (None, status)
            and query.vendor in renewal.vendor.upper()
            and query.end_user in renewal.end_user.upper()
            and all(first <= _DATES[name](renewal) <= last for name, (first, last) in query.dates.items())
            and all(wanted in map(str.upper, _QUERY[name](renewal)) for name, wanted in query.exact.items())
        )

    found = [each for each in renewals if fits(*each)]
    return sorted(found, key=lambda each: (_SORTS[query.sort](each[0]), int(each[0].number)))


def _body(body: object) -> Json | None:
    if body is None:
        return {}
    if isinstance(body, list):
        entries = cast("list[object]", body)
        body = entries[0] if len(entries) == 1 else ({} if not entries else None)
    return cast("Json", body) if isinstance(body, dict) else None


def _status(given: Json, errors: list[FieldError]) -> tuple[bool | None, RenewalStatus | None]:
    value, sub_status = text(given.get("value")), text(given.get("subStatus"))
    if value.lower() not in ("", _ALL, _OPEN, "closed"):
        errors.append(FieldError(f"{_STATUS}.value must be Open or Closed", f"{_STATUS}.value", value))
        return None, None
    is_open = None if value.lower() in ("", _ALL) else value.lower() == _OPEN
    if sub_status.lower() in ("", _ALL):
        return is_open, None
    allowed = [each for each in RenewalStatus if is_open in (None, each.is_open)]
    found = next((each for each in allowed if _folded(each) == _folded(sub_status)), None)
    if found is None:
        one_of = f"{_STATUS}.subStatus must be All or one of {', '.join(allowed)}"
        errors.append(FieldError(one_of, f"{_STATUS}.subStatus", sub_status))
    return is_open, found


def _folded(status: str) -> str:
    # The published example of the details leaves the brackets out.
    return re.sub(r"[()]", "", status).lower()


def _range(name: str, given: Json, errors: list[FieldError]) -> tuple[date, date] | None:
    if not given:
        return None
    ends: list[date] = []
    for key, open_end in (("customStartDate", date.min), ("customEndDate", date.max)):
        value = text(given.get(key))
        day = open_end if not value else _us_date(value)
        if day is None:
            field = f"dateType.{name}.{key}"
            errors.append(FieldError(f"{field} must have the form MM/DD/YYYY", field, value))
        else:
            ends.append(day)
    return (ends[0], ends[1]) if len(ends) == 2 else None  # noqa: PLR2004 - the two ends


def _us_date(value: str) -> date | None:
    if not _US_DATE.fullmatch(value):
        return None
    try:
        return datetime.strptime(value, "%m/%d/%Y").date()  # noqa: DTZ007 - a day without a time
    except ValueError:
        return None
