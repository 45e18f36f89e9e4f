"""Orders that stand: followed on their way, compared with Ingram Micro's, changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli import options, reading
from xi.sdk.resellers.cli.codes import Code, code_of, worst
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.finding import all_by_name, by_number, count, not_in_ledger
from xi.sdk.resellers.cli.metrics_file import write_metrics
from xi.sdk.resellers.cli.values import days, refused, seconds

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.billing import Bills
    from xi.sdk.resellers.cli.reconciling import Reconciliation
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.models import OrderDetailB2B
    from xi.sdk.resellers.ordering import ChangeResult, OrderDesk, Record

_GOALS: Final = ("shipped", "delivered", "invoiced", "cancelled")
_NEVER_SENT: Final = ("canceled", "voided", "rejected")
_ARRIVED: Final = ("delivered", "closed")
_INTERVAL: Final = "15m"

# -- following


def track(
    session: Session,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID…", help="POs or order numbers; else all that are on their way.")
    ] = None,
    follow: Annotated[bool, typer.Option("--follow", help="Go on, also with orders that are placed later.")] = False,
    interval: Annotated[
        str | None, typer.Option("--interval", metavar="TIME", help="From the beginning of a round to the next; 15m.")
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until", metavar="STATUS", help="Go on until each is shipped, delivered, invoiced or cancelled."
        ),
    ] = None,
    wait: Annotated[
        str | None, typer.Option("--wait", metavar="TIME", help="With --until or --follow: for how long at most.")
    ] = None,
) -> Code:
    """Refresh open orders, and show what has changed since they were read last.

    Every order is read once; with --follow and --until again and again. An order that will never reach what --until
    says, since it was cancelled for example, ends it for this order, with 1.
    """
    if until is not None and until.lower() not in _GOALS:
        raise refused("--until", until, "shipped, delivered, invoiced or cancelled")
    if follow and until is not None:
        raise CommandError("--follow goes on for ever, and --until ends; say one of them", word="bad-usage")
    goes_on = follow or until is not None
    for option, given in (("--wait", wait), ("--interval", interval)):
        if given is not None and not goes_on:
            raise CommandError(f"{option} is for --until or --follow", word="bad-usage")
    every = seconds(interval or _INTERVAL, "--interval", least=0.001)
    longest = None if wait in (None, "forever") else seconds(wait or "", "--wait")
    session.announce()
    session.acts = False  # it reads: when nobody reads its output any more, it ends
    desk = session.desk()
    found, missing = all_by_name(desk, ids) if ids else ([], [])
    if missing:
        if not found:
            raise not_in_ledger(desk, missing)
        session.warn(not_in_ledger(desk, missing).message)
    if goes_on:
        end = "" if longest is None else f", for {wait} at most"
        session.say(f"reads again every {interval or _INTERVAL}{end}; Ctrl-C ends it")
    changes = desk.track(
        [each.key for each in found] if ids else None,
        until=None if until is None else until.lower(),
        follow=follow,
        interval=every,
        wait=longest,
    )
    codes = [Code.NO] * bool(missing)
    failure = _write_changes(session, (_change_item(each) for each in changes))
    ends = [desk.find(each.key) or each for each in found] if until is not None else []
    if failure is not None:
        code = worst([*codes, failure.code, *(code_of(each) for each in ends)])
        raise CommandError(failure.message, code=code, word=failure.word, hint="the same line goes on from here")
    return worst([*codes, *(Code.NO for each in ends if _is_lost(each, (until or "").lower()))])


def _write_changes(session: Session, items: Iterator[dict[str, Any]]) -> CommandError | None:
    """Write what has changed; return why it ended before its end, if the wait was over."""
    from xi.sdk.resellers.cli.failures import as_command_error
    from xi.sdk.resellers.cli.output import Column
    from xi.sdk.resellers.ordering import NotSettledError

    columns = (
        Column("po"),
        Column("after", "status"),
        Column("before"),
        Column("order_numbers", "numbers"),
        Column("at"),
        Column("batch", in_table=False),
        Column("ref", in_table=False),
    )
    failures: list[CommandError] = []

    def until_the_wait_is_over() -> Iterator[dict[str, Any]]:
        try:
            yield from items
        except NotSettledError as error:
            failure = as_command_error(error)
            if failure is not None:
                failures.append(failure)

    session.out.rows(
        "track",
        columns,
        until_the_wait_is_over(),
        complete=lambda: not failures,
        empty="nothing has changed",
        live=True,
    )
    return failures[0] if failures else None


def _change_item(change: Any) -> dict[str, Any]:
    record = change.record
    return {
        "po": record.po,
        "order_numbers": list(record.order_numbers),
        "before": None if change.before is None else change.before.value,
        "after": change.after.value,
        "at": datetime.now(UTC),
        "batch": record.batch,
        "ref": dict(record.ref),
    }


def _is_lost(record: Record, goal: str) -> bool:
    """Return whether an order will never reach what was waited for."""
    if not record.is_standing:
        return record.is_settled
    return record.shipping in (_ARRIVED if goal == "cancelled" else _NEVER_SENT)


# -- comparing


def reconcile(
    session: Session,
    ordered: Annotated[
        str, typer.Option("--ordered", metavar="RANGE", help="Days of order entry: 2026-11-01..2026-11-30, or 7d.")
    ],
    metrics_file: options.MetricsFile = None,
    invoices: Annotated[bool, typer.Option("--invoices", help="Match the invoices of these orders too.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write no evidence: compare with what the ledger knows now.")
    ] = False,
) -> Code:
    """Compare the ledger with the orders at Ingram Micro.

    Every order is equal, different, only in the ledger, only at Ingram Micro (somebody else's), or doubled; a table
    leaves out those that are equal. An order that is not settled and is there is searched for by the desk, which writes
    what it finds. Nothing else is written. With --invoices an order whose invoices do not match it is different.
    """
    from xi.sdk.resellers.cli.reconciling import Reconciliation

    first, last = days(ordered, "--ordered", today=datetime.now().astimezone().date())
    session.announce()
    desk = session.desk(make=False)
    bills = _bills(session, first, last) if invoices else None
    work = Reconciliation(desk, first, last, searches=not dry_run, bills=bills)

    def summary() -> dict[str, Any]:
        return {"first": first, "last": last, **{name: work.counts[name] for name in _VERDICTS}, "dry_run": dry_run}

    is_table = session.out.is_for_eyes
    session.out.rows(
        "reconcile",
        _reconcile_columns(),
        (row for row in work.rows() if not (is_table and row["verdict"] == "equal")),
        complete=lambda: work.is_whole and not (bills is not None and bills.unread),
        summary=summary,
    )
    code = _code_of(work)
    tell = session.say if code is Code.DONE else session.warn
    tell(_summary_line(work))
    write_metrics(None if metrics_file is None else Path(metrics_file), desk, code, session.warn)
    if not work.is_whole:
        raise _not_complete(work) from work.failure
    if bills is not None and bills.unread:
        raise CommandError(
            f"the comparison is not complete: invoices of {count(bills.unread, 'order')} could not be read",
            code=worst([code, Code.UNABLE]),
            word="api-unreadable",
            hint="xi-orders invoice match --ordered with the same days",
        )
    return code


def _bills(session: Session, first: date, last: date) -> Bills:
    """Return what the invoices of the orders of some days say."""
    from xi.sdk.resellers.cli.billing import Bills
    from xi.sdk.resellers.cli.families import INVOICE
    from xi.sdk.resellers.cli.family_calls import require

    require(session, INVOICE.list_needs, "the match of invoices")
    return Bills(session.family("InvoicesApi"), session.family("OrdersApi"), first, last)


_VERDICTS: Final = ("equal", "different", "only_in_ledger", "only_at_ingram_micro", "doubled")


def _reconcile_columns() -> list[Any]:
    from xi.sdk.resellers.cli.output import Column

    return [
        Column("verdict"),
        Column("po"),
        Column("order_numbers", "numbers"),
        Column("state"),
        Column("status"),
        Column("total.ledger", "ours", is_right=True),
        Column("total.ingram_micro", "theirs", is_right=True),
        Column("total.currency", "currency"),
        Column("says", is_cut=True),
        Column("differences", in_table=False),
        Column("ordered", in_table=False),
        Column("first_sent", in_table=False),
        Column("batch", in_table=False),
        Column("ref", in_table=False),
        Column("invoices.verdict", "invoices"),
        Column("invoices.numbers", in_table=False),
        Column("invoices.says", in_table=False),
    ]


def _code_of(work: Reconciliation) -> Code:
    counts = work.counts
    differ = counts["different"] + counts["only_in_ledger"] + counts["only_at_ingram_micro"]
    return worst(
        [
            *[Code.UNABLE] * (not work.is_whole),
            *[Code.PERSON] * bool(counts["doubled"]),
            *[Code.NO] * bool(differ),
        ]
    )


def _summary_line(work: Reconciliation) -> str:
    counts = work.counts
    kinds = [
        f"{number:,} {name} {'differs' if number == 1 else 'differ'}"
        for name, number in sorted(work.differences.items())
    ]
    theirs = counts["only_at_ingram_micro"]
    by = " (placed by somebody else)" if theirs else ""
    parts = (
        f"{counts['equal']:,} equal",
        *(kinds or ["0 different"]),
        f"{theirs:,} only at Ingram Micro{by}",
        f"{counts['only_in_ledger']:,} only in the ledger",
        f"{counts['doubled']:,} doubled",
    )
    return " · ".join(parts)


def _not_complete(work: Reconciliation) -> CommandError:
    from xi.sdk.resellers.cli.failures import as_command_error

    found = None if work.failure is None else as_command_error(work.failure)
    says = work.failure or work.short.said_of("orders") if found is None else found.message
    return CommandError(
        f"the comparison is not complete: {says}",
        code=Code.UNABLE,
        word="api-unreadable" if found is None else found.word,
        hint="the same line again, later",
        correlation_id=found.correlation_id if found is not None else None,
    )


# -- changing

_Number = Annotated[str, typer.Argument(metavar="NUMBER", help="The order number; or the PO, if it is one order.")]
_Numbers = Annotated[
    list[str], typer.Argument(metavar="NUMBER…", help="Order numbers; or POs, each of which is one order.")
]
_Why = Annotated[str | None, typer.Option("--because", metavar="WHY", help="Why, for the history.")]
_Region = Annotated[
    str | None, typer.Option("--region", metavar="CODE", help="Such as CS; only Ingram Micro's sandbox wants it.")
]


def modify(
    session: Session,
    number: _Number,
    add: Annotated[list[str] | None, typer.Option("--add", metavar="PART=QTY", help="A new line; repeatable.")] = None,
    update: Annotated[
        list[str] | None, typer.Option("--update", metavar="LINE=QTY", help="Other units of a line; repeatable.")
    ] = None,
    delete: Annotated[
        list[str] | None, typer.Option("--delete", metavar="LINE", help="A line that is to go; repeatable.")
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="notes, or a field of shipToInfo such as shipToInfo.city."),
    ] = None,
    body: Annotated[
        str | None, typer.Option("--body", metavar="FILE", help="The request as the API takes it, as JSON.")
    ] = None,
    again: Annotated[
        str | None,
        typer.Option("--again", metavar="WHY", help="Send it although one that adds lines is unknown: how you know."),
    ] = None,
    max_quantity: reading.MaxQuantity = None,
    because: _Why = None,
    dry_run: options.DryRun = False,
) -> Code:
    """Change the lines or fields of an order on customer hold.

    The order is read, the change is shown and asked for, and sent once. If it is not answered, the order is read again
    until it shows what became of it; if it does not, the command ends with 3. While a change that adds lines is
    unknown, no line is changed: what is not there yet may still come. --again permits it, after a look at the order.
    """
    from xi.sdk.resellers.cli.changing import Wanted, check_units, now, requests_add, words

    most = reading.most_units(session, max_quantity)
    wanted = Wanted(add=add or (), update=update or (), delete=delete or (), set=set_ or (), body=body)
    if again is not None and not again.strip():
        raise CommandError("--again is empty; say how you know that the change before is not made", word="bad-option")
    requests: dict[str, dict[str, Any]] = {}
    reasons = [each for each in (because, again) if each is not None]
    why = "; ".join(reasons) if reasons else None

    def plan(desk: OrderDesk, target: _Target) -> list[str]:
        request = desk.check_change(wanted.request(target.order)).to_dict()
        check_units(request, most)
        requests[target.number] = request
        return [*(now(target.order) if again is not None else ()), *words(request, target.order)]

    def act(desk: OrderDesk, target: _Target) -> ChangeResult:
        request, is_again = requests[target.number], again is not None
        return desk.modify(target.number, request, because=why, again=is_again, seen=target.record)

    code = _change(session, "modify", [number], plan, act, dry_run=dry_run)
    if code is Code.UNFINISHED and requests_add(requests.values()):
        session.warn('it is not sent again by itself; once you know that it is not made: --again "how you know"')
    return code


def release(
    session: Session,
    numbers: _Numbers,
    because: _Why = None,
    region: _Region = None,
    dry_run: options.DryRun = False,
) -> Code:
    """Release orders from customer hold.

    Each order is read, shown and asked for, and the release is sent once; see `modify`.
    """

    def act(desk: OrderDesk, target: _Target) -> ChangeResult:
        return desk.release(target.number, because=because, region_code=region)

    return _change(session, "release", numbers, _said("released from customer hold"), act, dry_run=dry_run)


def cancel(
    session: Session,
    numbers: _Numbers,
    because: options.Because,
    region: _Region = None,
    dry_run: options.DryRun = False,
) -> Code:
    """Cancel orders on customer hold.

    Each order is read, shown and asked for, and the cancellation is sent once; see `modify`.
    """

    def act(desk: OrderDesk, target: _Target) -> ChangeResult:
        return desk.cancel(target.number, because=because, region_code=region)

    return _change(session, "cancel", numbers, _said("cancelled, with all its lines"), act, dry_run=dry_run)


@dataclass(slots=True, kw_only=True)
class _Target:
    """An order that is to be changed.

    Args:
        record: the order in the ledger.
        number: its number at Ingram Micro.
        order: the order as it was read.
        changes: what is wanted, in words.
    """

    record: Record
    number: str
    order: OrderDetailB2B
    changes: list[str] = field(default_factory=list[str])


def _said(change: str) -> Callable[[OrderDesk, _Target], list[str]]:
    def plan(_desk: OrderDesk, _target: _Target) -> list[str]:
        return [change]

    return plan


_CODES: Final = {"done": Code.DONE, "refused": Code.NO, "not_sent": Code.UNABLE, "unknown": Code.UNFINISHED}


def _change(
    session: Session,
    act_name: str,
    names: Sequence[str],
    plan: Callable[[OrderDesk, _Target], list[str]],
    act: Callable[[OrderDesk, _Target], ChangeResult],
    *,
    dry_run: bool,
) -> Code:
    """Read orders, show what is to be changed, ask, and change each once."""
    session.announce()
    if not dry_run:
        session.require_answer()
    desk = session.desk(make=False)
    targets = _targets(desk, names)
    _refuse_pause(desk)
    for target in targets:
        target.changes = plan(desk, target)
        lines = count(len(target.order.lines or ()), "line")
        session.say(f"{target.number}  PO {target.record.po}  {target.order.order_status}  {lines}")
        for each in target.changes:
            session.say(f"  {each}")
    if not dry_run:
        session.confirm(f"{session.where} · {act_name} {count(len(targets), 'order')}?")
        last = desk.settings.looks[-1]
        session.say(f"an order whose {act_name} is not answered is read again for {last:g} s")
    codes: list[Code] = []

    def items() -> Iterator[dict[str, Any]]:
        for target in targets:
            result = None if dry_run else act(desk, target)
            codes.append(Code.DONE if result is None else _code_of_change(result))
            yield _result_item(act_name, target, result)

    session.out.rows("change", _result_columns(), items(), summary=lambda: {"dry_run": dry_run}, live=True)
    if dry_run:
        session.say("nothing was sent or written")
    code = worst(codes)
    if code is Code.UNFINISHED:
        session.warn("it is unknown what became of it; the same line looks again, and so does xi-orders track")
    return code


def _targets(desk: OrderDesk, names: Sequence[str]) -> list[_Target]:
    """Read the orders that are named.

    Raises:
        CommandError: the ledger lacks one, or one does not stand.
    """
    found: dict[str, Record] = {}
    missing: list[str] = []
    for name in names:
        record = by_number(desk, name)
        if record is not None:
            found[name.strip().upper()] = record
            continue
        record = desk.find(name)
        if record is None:
            missing.append(name)
        else:
            found[_only_number(record)] = record
    if missing:
        raise not_in_ledger(desk, missing)
    for record in found.values():
        if not record.is_standing:
            raise CommandError(f"{record.summary}; only an order that stands can be changed", word="not-permitted")
    return [
        _Target(record=record, number=number, order=desk.orders.get_orderdetails_v6_1(number))
        for number, record in found.items()
    ]


def _only_number(record: Record) -> str:
    if len(record.order_numbers) > 1:
        numbers = ", ".join(record.order_numbers)
        raise CommandError(
            f"PO {record.po} is {len(record.order_numbers)} orders: name one of {numbers}", word="not-permitted"
        )
    return record.order_numbers[0] if record.order_numbers else record.po


def _refuse_pause(desk: OrderDesk) -> None:
    paused = desk.paused
    if paused is None:
        return
    code, word = (Code.UNABLE, "paused-by-itself") if paused.by_itself else (Code.UNFINISHED, "paused")
    raise CommandError(f"{paused}; nothing was sent", code=code, word=word, hint="xi-orders resume")


def _code_of_change(result: ChangeResult) -> Code:
    return Code.NO if result.became == "done" and not result.is_done else _CODES[result.became.value]


def _result_item(act_name: str, target: _Target, result: ChangeResult | None) -> dict[str, Any]:
    rejected = () if result is None else result.rejected
    return {
        "act": act_name,
        "po": target.record.po,
        "number": target.number,
        "became": None if result is None else result.became,
        "says": "not sent: a dry run" if result is None else result.says,
        "rejected": [
            {
                "line": each.ingram_line_number or each.customer_line_number,
                "part": each.ingram_part_number or each.vendor_part_number,
                "code": each.code,
                "reason": each.reason,
            }
            for each in rejected
        ],
        "unmade": None if result is None else result.unmade or None,
        "status": target.order.order_status,
        "changes": target.changes,
        "correlation_id": None if result is None else result.correlation_id,
    }


def _result_columns() -> list[Any]:
    from xi.sdk.resellers.cli.output import Column

    return [
        Column("number"),
        Column("po"),
        Column("act"),
        Column("became"),
        Column("says", is_cut=True),
        Column("rejected", show=_show_rejected),
        Column("unmade", in_table=False),
        Column("status", in_table=False),
        Column("changes", in_table=False, show="; ".join),
        Column("correlation_id", in_table=False),
    ]


def _show_rejected(rejected: Any) -> str:
    return "; ".join(
        " ".join(str(part) for part in (each["line"], each["part"], each["code"], each["reason"]) if part)
        for each in rejected or ()
    )
