"""Commands that read: how the orders are, what the ledger knows of one, and what Ingram Micro says.

Of the ledger alone they need no credentials.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.codes import Code, worst
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.finding import batch_named
from xi.sdk.resellers.cli.output import Column, Mode
from xi.sdk.resellers.cli.records import RECORD_COLUMNS, paint_state, record_item
from xi.sdk.resellers.cli.rows import Cut
from xi.sdk.resellers.cli.short_lists import Short
from xi.sdk.resellers.cli.values import ago, days, moment, names_and_values, refused, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xi.sdk.resellers.cli.order_view import Detail
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import Record

_SOURCES: Final = ("both", "ledger", "api")
_STATUSES: Final = ("SHIPPED", "PROCESSING", "ON HOLD", "BACKORDERED", "CANCELLED")
_WITHOUT_FILTER_D: Final = 20
"""How far a search without a filter goes back, in days; the server's limit."""

Batch = Annotated[
    str | None, typer.Option("--batch", metavar="B", help="Only the orders of this batch; `last` is the newest.")
]


# -- status


def status(
    session: Session,
    batch: Batch = None,
    watch: Annotated[
        str | None, typer.Option("--watch", metavar="TIME", help="Show it again after each such time; 5s.")
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 5, 3 or 1 for what it shows: needs a person, not done, no.")
    ] = False,
) -> Code:
    """Show how the orders of the account are: counts and age by state, and what needs you with the command to type.

    It reads the ledger alone. Without --exit-code it ends with 0, whatever it shows.
    """
    from xi.sdk.resellers.cli.status_view import MOST, status_code, status_item, status_lines

    every = None if watch is None else seconds(watch, "--watch", least=0.1)
    if every is not None and session.out.mode is Mode.JSON:
        raise CommandError("--watch shows it many times, and --json writes one document", hint="--jsonl")
    desk = session.desk(calls=False)
    name = batch_named(desk, batch)
    while True:
        overview = desk.overview(batch=name, most=MOST)
        item = status_item(desk, overview)
        if every is not None:
            session.out.clear()
        session.out.one("status", item, partial(status_lines, item, session.out))
        if every is None:
            return status_code(overview) if exit_code else Code.DONE
        time.sleep(every)


# -- list


def list_(
    session: Session,
    state: Annotated[
        list[str] | None, typer.Option("--state", metavar="S", help="Only in this state; repeatable.")
    ] = None,
    reason: Annotated[
        list[str] | None, typer.Option("--reason", metavar="R", help="Only held, or doubled, for it; repeatable.")
    ] = None,
    batch: Batch = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="T", help="Written down at this time or later; a time or an age.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="T", help="Written down before this time.")] = None,
    older_than: Annotated[
        str | None, typer.Option("--older-than", metavar="TIME", help="Written down longer ago than this, as 1h.")
    ] = None,
    ref: Annotated[
        list[str] | None, typer.Option("--ref", metavar="K=V", help="Only with this ID of your own; repeatable.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="Not more than so many.")] = None,
) -> None:
    """List the orders of the account in the ledger, in the order in which they were written down.

    What --limit cuts was cut as asked: `complete` is false then, and the exit code 0 all the same.
    """
    now = datetime.now(UTC)
    filters: dict[str, Any] = {
        "state": _members("state", "--state", state),
        "reason": _members("reason", "--reason", reason),
        "since": None if since is None else moment(since, "--since", now=now),
        "until": None if until is None else moment(until, "--until", now=now),
        "ref": _refs(ref),
    }
    if older_than is not None:
        end = ago(older_than, "--older-than", now=now)
        filters["until"] = end if filters["until"] is None else min(end, filters["until"])
    desk = session.desk(calls=False)
    is_paused = desk.paused is not None
    found = desk.rows(batch=batch_named(desk, batch), limit=None if limit is None else limit + 1, **filters)
    rows = Cut((record_item(each, is_paused=is_paused) for each in found), limit)
    count = session.out.rows("list", RECORD_COLUMNS, rows, complete=rows.complete, empty="no orders")
    rows.tell(session, count, "orders")


def _members(name: str, option: str, given: list[str] | None) -> list[str]:
    from xi.sdk.resellers.ordering import Reason, State

    known = [each.value for each in (State if name == "state" else Reason)]
    found = [each.strip().lower().replace("-", "_") for text in given or () for each in text.split(",")]
    for each in found:
        if each not in known:
            raise refused(option, each, f"one of {', '.join(known)}")
    return found


def _refs(given: list[str] | None) -> dict[str, str]:
    found = names_and_values(given or [], "--ref", "K=V")
    for name, values in found.items():
        if len(set(values)) > 1:
            raise refused("--ref", f"{name}={values[1]}", f"given once for {name}: an order has one ID of a name")
    return {name.removeprefix("ref."): values[0] for name, values in found.items()}


# -- show


def show(
    session: Session,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="POs, or order numbers of Ingram Micro's.")],
    from_: Annotated[
        str | None, typer.Option("--from", metavar="WHERE", help="ledger, api or both; both if there are credentials.")
    ] = None,
    raw: Annotated[bool, typer.Option("--raw", help="The body alone, as it came.")] = False,
) -> Code:
    """Show orders: what the ledger knows, then what the API says now.

    It ends with 1 if neither has one of them, and with 4 if the API could not be asked.
    """
    if from_ not in (None, *_SOURCES):
        raise refused("--from", str(from_), "both, ledger or api")
    shown = _Showing(session, from_)
    is_text = raw or (session.out.mode in (Mode.TABLE, Mode.PLAIN) and session.common.fields is None)
    if is_text:
        for each in ids:
            shown.as_text(each, raw=raw)
    else:
        session.out.rows("show", _SHOW_COLUMNS, map(shown.item, ids))
    return worst(shown.codes)


_SHOW_COLUMNS: Final = (Column("id"), Column("record"), Column("orders"))


class _Showing:
    """Shows orders, and remembers what could not be shown."""

    def __init__(self, session: Session, source: str | None) -> None:
        self._session = session
        self._desk = None if source == "api" else session.desk(calls=False)
        self._orders = None if source == "ledger" else self._api(is_needed=source is not None)
        self.codes: list[Code] = [Code.DONE]

    def _api(self, *, is_needed: bool) -> Any:
        try:
            return self._session.orders()
        except CommandError as error:
            if is_needed:
                raise
            self._session.say(f"the ledger alone: {error.message}")
            return None

    def _found(self, given: str) -> tuple[list[Record], list[Detail]]:
        from xi.sdk.resellers.cli.failures import as_command_error
        from xi.sdk.resellers.cli.order_view import details
        from xi.sdk.resellers.exceptions import ApiException

        records = [] if self._desk is None else self._desk.find_all(given)
        found: list[Detail] = []
        if self._orders is not None:
            try:
                found = details(self._orders, records[-1] if records else None, given)
                failures: list[Exception] = [each.failure for each in found if each.failure is not None]
            except ApiException as error:
                failures = [error]
            for each in failures:
                told = as_command_error(each)
                self._session.warn(f"{given}: {each if told is None else told.message}")
                self.codes.append(Code.UNABLE)
            if failures:
                return records, found
        if not records and not any(each.raw is not None for each in found):
            self._session.warn(f"{given}: nothing is known of it")
            self.codes.append(Code.NO)
        return records, found

    def item(self, given: str) -> dict[str, Any]:
        """Return an order as JSON has it.

        Args:
            given: its PO or number.
        """
        records, found = self._found(given)
        return {
            "id": given,
            "record": _with_all_calls(records[-1]) if records else None,
            "orders": [each.item() for each in found],
        }

    def as_text(self, given: str, *, raw: bool) -> None:
        """Show an order for a person.

        Args:
            given: its PO or number.
            raw: whether to show the bodies alone, as they came.
        """
        out = self._session.out
        records, found = self._found(given)
        if raw:
            bodies = [each.raw for each in found if each.raw is not None]
            if self._orders is None:
                bodies = [each.raw for record in records[-1:] for each in record.history() if each.raw is not None][-1:]
            for body in bodies:
                out.text(body.decode("utf-8", "replace").splitlines())
            return
        if records:
            out.one("record", _with_all_calls(records[-1]))
        if len(records) > 1:
            out.text([f"the PO was used {len(records)} times; xi-orders history shows all"])
        for each in found:
            out.text(each.lines(out))


def _with_all_calls(record: Record) -> dict[str, Any]:
    calls = [each.correlation_id for each in record.history() if each.correlation_id]
    return record_item(record, correlation_ids=list(dict.fromkeys(calls)))


# -- search


def search(
    session: Session,
    po: Annotated[str | None, typer.Option("--po", metavar="PO", help="Your purchase order number.")] = None,
    number: Annotated[str | None, typer.Option("--number", metavar="N", help="Ingram Micro's order number.")] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="S", help="shipped, processing, on-hold, backordered, cancelled; repeatable."),
    ] = None,
    ordered: Annotated[str | None, typer.Option("--ordered", metavar="RANGE", help="Days of entry, as 7d.")] = None,
    invoiced: Annotated[str | None, typer.Option("--invoiced", metavar="RANGE", help="Days of the invoice.")] = None,
    shipped: Annotated[str | None, typer.Option("--shipped", metavar="RANGE", help="Days of shipping.")] = None,
    delivered: Annotated[str | None, typer.Option("--delivered", metavar="RANGE", help="Days of delivery.")] = None,
    part: Annotated[str | None, typer.Option("--part", metavar="P", help="Ingram Micro's part number.")] = None,
    vendor_part: Annotated[str | None, typer.Option("--vendor-part", metavar="P", help="The vendor's number.")] = None,
    serial: Annotated[str | None, typer.Option("--serial", metavar="S", help="A serial number.")] = None,
    tracking: Annotated[str | None, typer.Option("--tracking", metavar="T", help="A tracking number.")] = None,
    vendor: Annotated[str | None, typer.Option("--vendor", metavar="V", help="The name of the vendor.")] = None,
    bid: Annotated[str | None, typer.Option("--bid", metavar="B", help="The number of a special bid.")] = None,
    end_customer_po: Annotated[
        str | None, typer.Option("--end-customer-po", metavar="PO", help="The PO of your customer.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="Not more than so many.")] = None,
    page_size: Annotated[
        int, typer.Option("--page-size", metavar="N", min=1, max=100, help="How many orders a call asks for.")
    ] = 100,
) -> None:
    """Search the orders at Ingram Micro. Without a filter these are the orders of the last 20 days.

    It ends with 0 also if there are none, or if --limit cut; with 4 if a page could not be fetched: what came before
    it is shown, and `complete` is false.
    """
    from xi.sdk.resellers import paging
    from xi.sdk.resellers.cli.order_view import ExactOrders, search_item

    today = datetime.now().astimezone().date()
    filters: dict[str, Any] = {
        "customer_order_number": po,
        "ingram_order_number": number,
        "ordered": _days(ordered, "--ordered", today),
        "invoiced": _days(invoiced, "--invoiced", today),
        "shipped": _days(shipped, "--shipped", today),
        "delivered": _days(delivered, "--delivered", today),
        "ingram_part_number": part,
        "vendor_part_number": vendor_part,
        "serial_number": serial,
        "tracking_number": tracking,
        "vendor_name": vendor,
        "special_bid_number": bid,
        "end_customer_order_number": end_customer_po,
        **_statuses(status),
    }
    given = {name: value for name, value in filters.items() if value is not None}
    if not given:
        session.say(f"without a filter, a search gives the orders of the last {_WITHOUT_FILTER_D} days")
    orders = ExactOrders(session.orders())
    short = Short()
    found = paging.orders(orders, page_size=page_size, on_short=short, **given)
    rows = Cut((search_item(each, orders.total_of(each)) for each in found), limit, short)
    count = session.out.rows("search", _SEARCH_COLUMNS, rows, complete=rows.complete, empty="no orders")
    rows.tell(session, count, "orders")


_SEARCH_COLUMNS: Final = (
    Column("number"),
    Column("po", "PO"),
    Column("status"),
    Column("ordered"),
    Column("total", is_right=True),
    Column("vendor", is_cut=True),
    Column("vendor_number", in_table=False),
    Column("end_user", is_cut=True),
    Column("suborders", in_table=False),
)


def _days(given: str | None, option: str, today: date) -> tuple[date, date] | None:
    return None if given is None else days(given, option, today=today)


def _statuses(given: list[str] | None) -> dict[str, Any]:
    """Return the filter by status, whose words can be typed without blanks and capitals."""
    found: list[str] = []
    for each in (each for text in given or () for each in text.split(",")):
        word = each.strip().upper().replace("-", " ").replace("_", " ").replace("CANCELED", "CANCELLED")
        if word not in _STATUSES:
            raise refused("--status", each, "one of " + ", ".join(_STATUSES).lower().replace("on hold", "on-hold"))
        found.append(word)
    if not found:
        return {}
    return {"order_status": found[0]} if len(found) == 1 else {"order_status_in": found}


# -- history


def history(
    session: Session,
    po: Annotated[str, typer.Argument(metavar="PO", help="The PO, or an order number of Ingram Micro's.")],
    support: Annotated[
        bool, typer.Option("--support", help="A block to paste into a ticket; it has no secret.")
    ] = False,
) -> None:
    """Show every event of an order: what was sent, answered, seen and decided, by whom, when and why.

    A PO that was used again has the events of all its orders, the oldest first.
    """
    desk = session.desk(calls=False)
    records = desk.find_all(po)
    if not records:
        raise CommandError(
            f"the ledger has no order {po}", code=Code.NO, word="not-found", hint=f"xi-orders search --po {po}"
        )
    if support:
        from xi.sdk.resellers import __version__
        from xi.sdk.resellers.cli.order_view import support_lines

        for each in records:
            session.out.text(support_lines(each, each.history(), session.identity.host, __version__))
        return
    session.out.rows("history", _HISTORY_COLUMNS, (item for each in records for item in _events(each)))


_HISTORY_COLUMNS: Final = (
    Column("po", "PO", in_table=False),
    Column("generation", in_table=False),
    Column("at", "time"),
    Column("event"),
    Column("state", paint=paint_state),
    Column("reason"),
    Column("by"),
    Column("because", is_cut=True),
    Column("status", is_right=True),
    Column("says", "what", is_cut=True),
    Column("correlation_id", in_table=False),
    Column("detail", in_table=False),
)


def _events(record: Record) -> Iterator[dict[str, Any]]:
    from xi.sdk.resellers.cli.order_view import moment as moment_of

    for each in record.history():
        yield {
            "po": record.po,
            "generation": record.generation,
            "at": moment_of(each.at),
            "event": each.kind,
            "state": each.state,
            "reason": each.reason,
            "by": each.by,
            "because": each.because,
            "status": each.status,
            "says": each.says,
            "correlation_id": each.correlation_id,
            "detail": dict(each.detail),
        }
