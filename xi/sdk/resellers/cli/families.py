"""The families beside orders: what a row of each list has, which calls there are, and what they need of the profile."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, datetime, time
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

import typer

from xi.sdk.resellers._json import Json
from xi.sdk.resellers._set_up import is_about_set_up
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.rows import Cut, Short
from xi.sdk.resellers.cli.sent import Remembered, besides, content_of, correlation_id_of, lines_of, text_of
from xi.sdk.resellers.cli.values import days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.exceptions import ApiException

_NO_DAY: Final = "0001-01-01"
"""What stands for a day that there is not."""
_TIMES: Final = frozenset(("created", "due", "expires", "invoiced", "modified", "ordered", "terms_due"))
"""The fields of rows that are days or moments."""
_DAY: Final = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of the API.

    Args:
        name: what one of it is called.
        many: what many are called, as in `paging`.
        api: the name of its API.
        search: the call of its list.
        items: the attribute of the answer that has the items.
        details: the call of its details.
        columns: the columns of its list; all that is in none of them is in `other`.
        values: where each field of a row is in an item.
        amounts: where each amount of a row is in the JSON that was sent.
        list_needs: what the list needs of the profile.
        details_need: what the details need of it.
    """

    name: str
    many: str
    api: str
    search: str
    items: str
    details: str
    columns: tuple[Column, ...]
    values: Mapping[str, str]
    amounts: Mapping[str, str]
    list_needs: str = ""
    details_need: str = ""

    def row(self, item: Any, sent: Json) -> dict[str, Any]:
        """Return an item as JSON has it; the schema `quote-list` and its like describe it.

        Args:
            item: the item.
            sent: the same as it was sent; empty if that is not known.
        """
        from xi.sdk.resellers.models._schema import wire_name

        sent = sent or item.to_dict()
        row = {name: _shown(name, getattr(item, attribute)) for name, attribute in self.values.items()}
        row |= {name: text_of(sent, key) for name, key in self.amounts.items()}
        model = cast("Any", type(item))
        places = {name: wire_name(model, attribute) for name, attribute in self.values.items()}
        return row | {"other": besides(sent, row, {**places, **self.amounts})}


def _shown(name: str, value: Any) -> Any:
    """Return a value of an item as rows have it."""
    if name in _TIMES and isinstance(value, str):
        return _day_or_moment(value)
    return str(value) if isinstance(value, int) else value


def _day_or_moment(text: str) -> Any:
    """Return the moment that a text names with its zone, or its day; the text itself if it names neither."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return text
    if found["day"] == _NO_DAY:
        return None
    try:
        moment = datetime.fromisoformat(found[0])
    except ValueError:  # such as 2026-02-30
        return text
    if not moment.utcoffset() and moment.time() == time.min:
        # Most lists write a day so. In another zone it would be shown as the day before.
        return found["day"]
    # Near the ends of the calendar a zone may lead out of it.
    return moment if moment.tzinfo is not None and MINYEAR < moment.year < MAXYEAR else text


def _beside(*names: str) -> tuple[Column, ...]:
    return tuple(Column(each, in_table=False) for each in names)


QUOTE: Final = Family(
    name="quote",
    many="quotes",
    api="QuotesApi",
    search="get_quotessearch_v6",
    items="quotes",
    details="get_resellers_v6_quotes",
    list_needs="customer_contact",
    columns=(
        Column("number"),
        Column("name", is_cut=True),
        Column("status"),
        Column("total", is_right=True),
        Column("currency"),
        Column("expires"),
        Column("vendor", is_cut=True),
        Column("end_user", is_cut=True),
        *_beside("bid", "created", "modified", "revision", "type", "created_by", "other"),
    ),
    values={
        "number": "quote_number",
        "name": "quote_name",
        "status": "quote_status",
        "currency": "currency_code",
        "expires": "ingram_quote_expiry_date",
        "vendor": "vendor",
        "end_user": "end_user_name",
        "bid": "special_bid_number",
        "created": "ingram_quote_date",
        "modified": "last_modified_date",
        "revision": "revision",
        "type": "quote_type",
        "created_by": "created_by",
    },
    amounts={"total": "quoteTotal"},
)
INVOICE: Final = Family(
    name="invoice",
    many="invoices",
    api="InvoicesApi",
    search="get_resellers_v6_invoicesearch",
    items="invoices",
    details="get_invoicedetails_v6_1",
    list_needs="application_id",
    details_need="application_id",
    columns=(
        Column("number"),
        Column("po", "PO"),
        Column("order_number", "order"),
        Column("status"),
        Column("invoiced"),
        Column("due", "due by"),
        Column("total", is_right=True),
        Column("amount_due", "to pay", is_right=True),
        *_beside("ordered", "end_customer_po", "bids", "terms_due", "other"),
    ),
    values={
        "number": "invoice_number",
        "po": "customer_order_number",
        "order_number": "erp_order_number",
        "status": "invoice_status",
        "invoiced": "invoice_date",
        "due": "invoice_due_date",
        "ordered": "order_create_date",
        "end_customer_po": "end_customer_order_number",
        "bids": "special_bid_numbers",
        "terms_due": "payment_terms_due_date",
    },
    amounts={"total": "invoiceAmountInclTax", "amount_due": "invoicedAmountDue"},
)
RETURN: Final = Family(
    name="return",
    many="returns",
    api="ReturnsApi",
    search="get_resellers_v6_returnssearch",
    items="returns_claims",
    details="get_resellers_v6_returnsdetails",
    columns=(
        Column("case"),
        Column("reference"),
        Column("status"),
        Column("type"),
        Column("reason", is_cut=True),
        Column("value", is_right=True),
        Column("credit", is_right=True),
        Column("created"),
        *_beside("claim", "modified", "other"),
    ),
    values={
        "case": "case_request_number",
        "reference": "reference_number",
        "status": "status",
        "type": "type",
        "reason": "return_reason",
        "created": "created_on",
        "claim": "return_claim_id",
        "modified": "modified_on",
    },
    amounts={"value": "estimatedTotalValue", "credit": "credit"},
)
DEAL: Final = Family(
    name="deal",
    many="deals",
    api="DealsApi",
    search="get_resellers_v6_dealssearch",
    items="deals",
    details="get_resellers_v6_dealsdetails",
    details_need="application_id",
    columns=(
        Column("id", "ID"),
        Column("version"),
        Column("vendor", is_cut=True),
        Column("end_user", is_cut=True),
        Column("expires"),
        *_beside("other"),
    ),
    values={
        "id": "deal_id",
        "version": "version",
        "vendor": "vendor",
        "end_user": "end_user",
        "expires": "deal_expiry_date",
    },
    amounts={},
)
RENEWAL: Final = Family(
    name="renewal",
    many="renewals",
    api="RenewalsApi",
    search="post_renewalssearch",
    items="renewals",
    details="get_resellers_v6_renewalsdetails",
    columns=(
        Column("id", "ID"),
        Column("po", "PO"),
        Column("status"),
        Column("expires"),
        Column("value", is_right=True),
        Column("vendor", is_cut=True),
        Column("end_user", is_cut=True),
        *_beside("reference", "other"),
    ),
    values={
        "id": "renewal_id",
        "po": "customer_order_number",
        "status": "status",
        "expires": "expiration_date",
        "vendor": "vendor",
        "end_user": "end_user",
        "reference": "reference_number",
    },
    amounts={"value": "renewalValue"},
)


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
    header says nothing of the number.

    Args:
        error: how the call has failed.
    """
    words = _SAYS_NOT_THERE.get(error.status or 0)
    if words is None:
        return error.status == _NOT_FOUND
    return any(words.search(str(each)) and not is_about_set_up([each]) for each in error.errors)
