"""Calls of the families beside orders: a list, the details of one, and what both need of the profile."""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

import typer

from xi.sdk.resellers._keys import may_be_api_error
from xi.sdk.resellers._set_up import is_about_set_up
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.rows import Cut
from xi.sdk.resellers.cli.sent import Remembered, content_of, correlation_id_of, lines_of
from xi.sdk.resellers.cli.short_lists import Short
from xi.sdk.resellers.cli.values import days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from xi.sdk.resellers._json import Json
    from xi.sdk.resellers.cli.families import Family
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.exceptions import ApiException

_NOT_FOUND: Final = 404
_NOT_THERE: Final = re.compile(r"\bnot found\b|\bdoes not exist\b|\bthere is no\b", re.IGNORECASE)
_NOT_THERE_BEHIND: Final = re.compile(r"\(404\)\s*not found\b", re.IGNORECASE)
_SAYS_NOT_THERE: Final = {400: _NOT_THERE, 422: _NOT_THERE, 500: _NOT_THERE_BEHIND}
"""By status, the words that tell that there is none. A failure of the API may be about a machine that it misses."""
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="Not more than so many.")]
Raw = Annotated[bool, typer.Option("--raw", help="The body alone, as it came.")]
_NEEDED: Final = {
    "application_id": ("no-application-id", "a name of your company or program", "XI_APPLICATION_ID", "StockRoom"),
    "customer_contact": (
        "no-customer-contact",
        "the e-mail address of who asks",
        "XI_CUSTOMER_CONTACT",
        "buyer@reseller.example",
    ),
}
"""The word, what it is, the variable and an example of what some calls need of the profile."""


def range_of(given: str | None, option: str) -> tuple[date, date] | None:
    """Return the days of an option; None if it was not given.

    Args:
        given: its text.
        option: its name.

    Raises:
        CommandError: it cannot be read.
    """
    return None if given is None else days(given, option, today=datetime.now().astimezone().date())


def in_one_text(given: str | None, option: str) -> str | None:
    """Return the days of an option as the lists take them that want both in one text; None if it was not given.

    Args:
        given: its text.
        option: its name.

    Raises:
        CommandError: it cannot be read.
    """
    found = range_of(given, option)
    return None if found is None else ",".join(map(str, found))


def searched_number(number: str) -> str:
    """Return the number of an invoice as searches have it: without dashes, which its details and orders write.

    Args:
        number: the number.
    """
    return number.replace("-", "").strip()


def require(session: Session, needed: str, what: str) -> None:
    """Refuse a call that needs something of the profile which is not set, before anything is sent.

    Args:
        session: the command.
        needed: the key of the configuration; empty if nothing is needed.
        what: the call, such as `the list of invoices`.

    Raises:
        CommandError: it is not set.
    """
    if not needed or getattr(session.identity, needed):
        return
    word, meaning, variable, example = _NEEDED[needed]
    raise CommandError(
        f"{what} needs {needed} ({meaning}), which is not set",
        word=word,
        hint=f"xi-orders config set {needed} {example}; or set {variable}",
    )


def show_list(session: Session, family: Family, filters: Mapping[str, Any], limit: int | None) -> None:
    """Show the rows of a list as its pages come.

    Args:
        session: the command.
        family: the family.
        filters: what the list is asked for, in the names of `paging`; None where nothing was said.
        limit: how many rows at most; None is all.

    Raises:
        CommandError: something is not set or empty, or a page could not be fetched.
    """
    from xi.sdk.resellers import paging

    require(session, family.list_needs, f"the list of {family.many}")
    given = {name: value for name, value in filters.items() if value is not None}
    api = session.family(family.api)
    sent = Remembered(api, family.search, family.items)
    short = Short()
    found: Iterable[Any] = getattr(paging, family.many)(api, on_short=short, **given)
    rows = Cut((family.row(each, sent.of(each)) for each in found), limit, short)
    shown = session.out.rows(
        f"{family.name}-list", family.columns, rows, complete=rows.complete, empty=f"no {family.many}"
    )
    rows.tell(session, shown, family.many)


def show_details(session: Session, family: Family, number: str, *, raw: bool, **more: Any) -> None:
    """Show the details of one as the API has them now; the schema `detail` describes it.

    Args:
        session: the command.
        family: the family.
        number: its number.
        raw: whether to show the body alone, as it came.
        more: further arguments of the call.

    Raises:
        CommandError: something is not set, or it is not there.
    """
    from xi.sdk.resellers.exceptions import ApiException

    require(session, family.details_need, f"the call for one {family.name}")
    if not (number.strip() and number.isprintable()):
        raise CommandError(f"{number!r} is no number of a {family.name}", word="bad-value")
    call: Callable[..., Any] = getattr(session.family(family.api), f"{family.details}_with_http_info")
    try:
        answer = call(number.strip(), **{name: value for name, value in more.items() if value is not None})
    except ApiException as error:
        if not is_not_there(error):
            raise
        raise CommandError(
            f"{family.name} {number} is not there: {error}",
            code=Code.NO,
            word="not-found",
            hint=f"xi-orders {family.name} list",
            correlation_id=error.correlation_id,
        ) from None
    if raw:
        session.out.text(answer.raw_data.decode("utf-8", "replace").splitlines())
        return
    body = content_of(answer)
    if not isinstance(body, dict) or not body:
        raise CommandError(
            f"{family.name} {number}: the answer has no details",
            code=Code.NO,
            word="not-found",
            correlation_id=correlation_id_of(answer),
        )
    content = cast("Json", body)
    item = {
        "family": family.name,
        "number": number.strip(),
        "body": content,
        "correlation_id": correlation_id_of(answer),
    }
    session.out.one("detail", item, partial(lines_of, content, session.out))


def is_not_there(error: ApiException) -> bool:
    """Return whether the API says that there is none of this number: by 404, or in words, as most services do.

    That of invoices answers with 500 then, and quotes the 404 of another service. What is said of the account or of a
    header says nothing of the number, and so does the 404 of a gateway or of a web server in front of the API.

    Args:
        error: how the call has failed.
    """
    if error.status == _NOT_FOUND:
        return may_be_api_error(error.body)
    words = _SAYS_NOT_THERE.get(error.status or 0)
    if words is None:
        return False
    return any(words.search(str(each)) and not is_about_set_up([each]) for each in error.errors)
