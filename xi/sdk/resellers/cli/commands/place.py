"""The one way to place an order: through the ledger, each once."""

from __future__ import annotations

from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli import options, reading
from xi.sdk.resellers.cli.codes import Code, code_of, worst
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.finding import batch_name
from xi.sdk.resellers.cli.metrics_file import write_metrics
from xi.sdk.resellers.cli.values import check_word, part_and_quantity, refused, seconds

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping

    from xi.sdk.resellers.cli.reports import Report
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import FileCheck, Item, OrderDesk, OrderDiffersError, Refusal, Totals

_WAIT: Final = "30m"
_API: Final = ("v6", "v7")
_MOST_TOLD: Final = 20
"""Orders of other content that are told one by one; a dry run shows all."""


def place(
    session: Session,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE…", help="Order files; - is standard input.")
    ] = None,
    po: Annotated[str | None, typer.Option("--po", metavar="PO", help="Place one order under this PO.")] = None,
    line: Annotated[
        list[str] | None, typer.Option("--line", metavar="PART=QTY", help="A line of that order; repeatable.")
    ] = None,
    dry_run: options.DryRun = False,
    wait: Annotated[
        str, typer.Option("--wait", metavar="TIME", help="How long to wait for each; 0 sends and leaves; or forever.")
    ] = _WAIT,
    threads: Annotated[int, typer.Option("--threads", min=1, max=256, help="How many are sent at once.")] = 8,
    rate: Annotated[
        float | None, typer.Option("--rate", metavar="N", min=0.001, help="Orders sent in a minute at most.")
    ] = None,
    search_first: Annotated[
        bool, typer.Option("--search-first", help="Search for each PO before its first send.")
    ] = False,
    all_or_nothing: Annotated[
        bool, typer.Option("--all-or-nothing", help="Write all down in one transaction before the first is sent.")
    ] = False,
    api: Annotated[str, typer.Option("--api", metavar="VERSION", help="v6 or v7.")] = "v6",
    report: options.Report = None,
    batch: Annotated[
        str | None, typer.Option("--batch", metavar="NAME", help="A name for the run; else date, time and file.")
    ] = None,
    reuse: Annotated[
        str | None, typer.Option("--reuse", metavar="WHY", help="Why POs that are settled are used again.")
    ] = None,
    metrics_file: options.MetricsFile = None,
    max_orders: Annotated[
        int | None, typer.Option("--max-orders", metavar="N", min=1, help="Orders of a run at most.")
    ] = None,
    max_rejected: Annotated[
        int, typer.Option("--max-rejected", metavar="N", min=1, help="Rejections in a row for one reason that stop it.")
    ] = 20,
    said: reading.FileOptions = reading.AS_THEY_ARE,
    expect: reading.Expect = None,
    times: options.Times = options.NO_TIMES,
) -> Code:
    """Place the orders of files, each once.

    Run the same line again whenever it did not end with 0: what is settled stays, and the rest goes on. Nothing is sent
    before all files are read and checked.
    """
    if api not in _API:
        raise refused("--api", api, "v6 or v7")
    check_word("--batch", batch)
    check_word("--reuse", reuse)
    limits = session.config.limits()
    run = _Run(
        wait=seconds(wait, "--wait", or_forever=True),
        threads=threads,
        rate=rate,
        search_first=search_first,
        all_or_nothing=all_or_nothing,
        is_v7=api == "v7",
        report=None if report is None else Path(report),
        batch=batch or _batch_of(files or [po or ""]),
        reuse=reuse,
        metrics_file=None if metrics_file is None else Path(metrics_file),
        max_orders=max_orders if max_orders is not None else limits.get("max_orders"),
        max_rejected=max_rejected,
        times=times,
    )
    with _orders(session, files or [], po, line or [], said, expect=expect, is_dry=dry_run, reuse=reuse) as given:
        if dry_run:
            return _preview(session, run, given)
        return _place(session, run, given)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """How the orders are placed; each is an option of the command."""

    wait: float
    threads: int
    rate: float | None
    search_first: bool
    all_or_nothing: bool
    is_v7: bool
    report: Path | None
    batch: str
    reuse: str | None
    metrics_file: Path | None
    max_orders: int | None
    max_rejected: int
    times: options.Times


@dataclass(slots=True, kw_only=True)
class _Given:
    """The orders of the command line.

    Args:
        items: the orders; they can be read more than once.
        totals: how many there are.
        max_quantity: the most units of a line.
        refused: orders that the files have and that cannot be placed.
        refusals: why they are refused.
        checks: what was found in each file.
    """

    items: Iterable[Item]
    totals: Totals
    max_quantity: int | None = None
    refused: int = 0
    refusals: tuple[Refusal, ...] = ()
    checks: tuple[FileCheck, ...] = ()


def _batch_of(files: list[str]) -> str:
    from xi.sdk.resellers.ordering.files._reading import name_of

    more = f" and {len(files) - 1} more" if len(files) > 1 else ""
    return batch_name(f"{'standard input' if files[0] == '-' else name_of(files[0])}{more}")


@contextmanager
def _orders(
    session: Session,
    files: list[str],
    po: str | None,
    lines: list[str],
    said: reading.FileOptions,
    *,
    expect: str | None,
    is_dry: bool,
    reuse: str | None,
) -> Generator[_Given]:
    """Yield the orders of the files, or the one of the options.

    Raises:
        CommandError: there are none, both are given, or a file is refused.
    """
    if bool(files) == (po is not None):
        raise CommandError(
            "say which orders: files, or --po with --line", word="bad-usage", hint="xi-orders place orders.csv"
        )
    if po is None:
        if lines:
            raise CommandError("--line is for the order of --po", word="bad-usage")
        found = reading.read(session, files, said, expect=expect, asks=not is_dry, may_reuse=bool(reuse))
        yield _Given(
            items=found,
            totals=found.totals,
            refused=sum(each.refused_orders for each in found.checks),
            refusals=found.errors,
            checks=found.checks,
        )
        return
    if not lines:
        raise CommandError("--po needs at least one --line", word="bad-usage", hint="--line DF4128=2")
    most = reading.most_units(session, said.max_quantity)
    parts = [part_and_quantity(each, "--line") for each in lines]
    for part, quantity in parts:
        if quantity > most:
            raise CommandError(
                f"--line {part}={quantity}: the limit of a line is {most} units",
                word="bad-quantity",
                hint="--max-quantity",
            )
    found = reading.typed(session, po, parts, said, expect=expect, may_reuse=bool(reuse))
    yield _Given(items=[replace(each, source=None) for each in found], totals=found.totals, max_quantity=most)


# -- the dry run


def _preview(session: Session, run: _Run, given: _Given) -> Code:
    """Say for each order what the run would do with it. Nothing is written or sent."""
    from xi.sdk.resellers.cli.failures import in_words

    session.announce()
    for check in given.checks:
        for each in reading.about(check):
            session.say(each)
    desk = session.desk(calls=False, settings=session.settings(run.times))
    counts: Counter[str] = Counter()

    def items() -> Iterator[dict[str, Any]]:
        for each in desk.preview(_for_api(given.items, run), reuse=run.reuse, max_quantity=given.max_quantity):
            counts[each.ahead] += 1
            record = each.record
            source = each.item.source
            yield {
                "po": each.po or None,
                "would": each.ahead,
                "state": None if record is None else record.state,
                "order_numbers": [] if record is None else list(record.order_numbers),
                "source": None if source is None else {"file": source[0], "lines": source[1]},
                "error": None if each.error is None else in_words(each.error),
            }
        yield from _refused_items(given.refusals)

    session.out.rows("preview", _preview_columns(), items(), empty="no orders")
    known = f" · already placed {counts['known']:,}" if counts["known"] else ""
    going = f" · not settled {counts['goes_on']:,}" if counts["goes_on"] else ""
    session.say(
        f"to send {counts['send']:,}{known}{going} · other content {counts['differs']:,} · "
        f"refused {given.refused + counts['bad']:,}"
    )
    stops = counts["differs"] + counts["bad"]
    if stops:
        session.say(f"the run would send nothing: {stops:,} of the orders cannot be placed as written")
    session.say("nothing was sent")
    _check_limit(run, given)
    if stops:
        return Code.USAGE
    return Code.NO if given.refused else Code.DONE


def _refused_items(refusals: Iterable[Refusal]) -> Iterator[dict[str, Any]]:
    """Yield what a dry run says of the orders that the files' own faults keep out: each with all its faults."""
    found: dict[tuple[str, str | int], list[Refusal]] = {}
    for number, each in enumerate(refusals):
        found.setdefault((each.file, each.po or number), []).append(each)
    for listed in found.values():
        first = listed[0]
        place = first.line if first.line is not None else first.item
        yield {
            "po": first.po or None,
            "would": "bad",
            "state": None,
            "order_numbers": [],
            "source": {"file": first.file, "lines": "" if place is None else str(place)},
            "error": "; ".join(map(str, listed)),
        }


def _preview_columns() -> list[Any]:
    from xi.sdk.resellers.cli.output import Column

    return [
        Column("po"),
        Column("would"),
        Column("state"),
        Column("order_numbers", "numbers"),
        Column("source.file", in_table=False),
        Column("source.lines", in_table=False),
        Column("error", is_cut=True),
    ]


# -- the run


def _check_limit(run: _Run, given: _Given) -> None:
    """Refuse more orders than a run may have.

    Raises:
        CommandError: there are more.
    """
    if run.max_orders is not None and (given.totals.orders or 0) > run.max_orders:
        raise CommandError(
            f"there are {given.totals.orders:,} orders; the limit of a run is {run.max_orders:,}; nothing was sent",
            word="too-many-orders",
            hint=f"if they are meant: --max-orders {given.totals.orders}",
        )


def _place(session: Session, run: _Run, given: _Given) -> Code:
    from xi.sdk.resellers.cli.progress import Shown
    from xi.sdk.resellers.ordering.errors import OrderDiffersError

    _check_limit(run, given)
    session.announce()
    desk = session.desk(settings=session.settings(run.times))
    orders, lines = given.totals.orders or 0, given.totals.lines or 0
    if orders == 0:
        session.say("no orders")
    else:
        session.confirm(
            f"{session.where} · {orders:,} {_s('order', orders)}, {lines:,} {_s('line', lines)}. Place them?"
        )
    session.say(f"batch {run.batch}")
    told = _Told(session, run, given, quiet=session.common.quiet)
    with Shown(session, orders) as shown, told.reporting():
        error = told.write(desk, shown)
    codes = [*told.codes]
    if given.refused:
        codes.append(Code.NO)
    failure = None if error is None else _failure_of(error, run.reuse)
    if error is not None:
        codes.append(Code.FAULT if failure is None else told.code_of(failure, orders))
    code = worst(codes)
    # A run that ended early has done something, and -q is for runs in which all is well.
    (session.say if error is None or not told.has_begun else session.warn)(told.summary(orders))
    write_metrics(run.metrics_file, desk, code, session.warn)
    if failure is not None:
        if isinstance(error, OrderDiffersError) and error.count > 1 and session.common.mode not in ("json", "jsonl"):
            _tell_differing(session, error)
            failure.message = f"{error.count:,} orders have other content than what their POs were used for before"
        # The worst of all codes is told, with what ended the run.
        raise CommandError(
            failure.message,
            code=code,
            word=failure.word,
            hint=failure.hint,
            correlation_id=failure.correlation_id,
            errors=failure.errors,
        ) from error
    if error is not None:
        raise error  # a fault of the program
    if code in (Code.UNFINISHED, Code.UNABLE):
        session.say("the same line goes on from here")
    return code


def _s(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def _tell_differing(session: Session, error: OrderDiffersError) -> None:
    """Tell of the orders whose POs have other content in the ledger: the first 20, then a count."""
    from xi.sdk.resellers.cli.failures import what_differs

    for each in (error, *error.others)[:_MOST_TOLD]:
        session.warn(f"error: {what_differs(each)} [order-differs]")
    if error.count > _MOST_TOLD:
        session.warn(f"error: and {error.count - _MOST_TOLD:,} more [order-differs]; --dry-run shows all")


def _failure_of(error: BaseException, reuse: str | None) -> CommandError | None:
    """Return what ended the run; None if it was a fault of the program.

    Args:
        error: the error.
        reuse: why POs are used again; None if nobody has said it.
    """
    from xi.sdk.resellers.cli.failures import as_command_error
    from xi.sdk.resellers.cli.stopping import stop_code
    from xi.sdk.resellers.ordering.errors import OrderDiffersError

    if isinstance(error, KeyboardInterrupt):
        return CommandError("stopped", code=stop_code(error), word="stopped", hint="the same line goes on from here")
    found = as_command_error(error)
    if found is None:
        return None
    if reuse is not None and isinstance(error, OrderDiffersError) and error.record.is_settled:
        found.hint = "another PO; or --reuse with a reason of its own: this one was said before"
    return found


class _Told:
    """What became of the orders, written as it happens: the result, the report, the counts.

    Args:
        session: the command.
        run: how the orders are placed.
        given: the orders.
        quiet: whether only those that are not placed are shown.
    """

    def __init__(self, session: Session, run: _Run, given: _Given, *, quiet: bool) -> None:
        self._session = session
        self._run = run
        self._given = given
        self._is_quiet = quiet
        self.codes: set[Code] = set()
        self._states: Counter[str] = Counter()
        self._differ: tuple[OrderDiffersError, ...] = ()
        self._differ_count = 0
        self._report: Report | None = None
        self._is_lost = False

    @property
    def has_begun(self) -> bool:
        """Whether something was told of an order, or would have been if the ledger could be read."""
        return bool(self._states) or self._is_lost

    @contextmanager
    def reporting(self) -> Generator[None]:
        """Write the report beside, and put it in its place at the end, however the run ends."""
        if self._run.report is None:
            yield
            return
        from xi.sdk.resellers.cli.reports import Report

        with Report(self._run.report, self._session) as report:
            report.note_refused(self._given.refusals)
            self._report = report
            yield

    def write(self, desk: OrderDesk, shown: Any) -> BaseException | None:
        """Place the orders, and write what becomes of each; return what ended the run before its end."""
        from xi.sdk.resellers.cli.records import RECORD_COLUMNS

        ended: list[BaseException] = []
        items = self._items(desk, shown, ended)
        rows: Iterator[Mapping[str, Any]] = items
        if self._is_quiet and self._session.out.mode in ("plain", "table", "csv"):
            first = next(rows, None)
            if first is None:  # silence says that all is well; a header would be mail from cron
                return ended[0] if ended else None
            rows = chain([first], rows)
        try:
            self._session.out.rows(
                "place",
                RECORD_COLUMNS,
                rows,
                complete=lambda: not ended,
                summary=self._summary,
                live=True,
            )
        except KeyboardInterrupt as error:
            # Ctrl-C while a row was written. What is out is awaited, then told as where it comes at any other time.
            items.close()
            ended.append(error)
        return ended[0] if ended else None

    def _items(
        self, desk: OrderDesk, shown: Any, ended: list[BaseException]
    ) -> Generator[Mapping[str, Any], None, None]:
        """Place the orders, and yield what becomes of each.

        Args:
            desk: where they are placed.
            shown: shows how far the run is.
            ended: takes what ended the run before its end.
        """
        from xi.sdk.resellers.cli.records import record_item
        from xi.sdk.resellers.ordering import State
        from xi.sdk.resellers.ordering.errors import LedgerError, OrderDiffersError

        run, given = self._run, self._given
        try:
            placing = desk.place_all(
                _for_api(given.items, run),
                threads=run.threads,
                wait=run.wait,
                batch=run.batch,
                reuse=run.reuse,
                all_or_nothing=run.all_or_nothing,
                max_rejected=run.max_rejected,
                max_orders=run.max_orders,
                max_quantity=given.max_quantity,
                rate=run.rate,
                search_first=run.search_first,
                progress=shown,
            )
            with closing(placing) as records:  # left in its midst, it waits here for what is out
                for record in records:
                    code = code_of(record)
                    self.codes.add(code)
                    self._states[record.state.value] += 1
                    item = record_item(record)
                    if self._report is not None:
                        self._report.note(item)
                    if not (self._is_quiet and code is Code.DONE):
                        yield item
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - told after what is known of the orders
            ended.append(error)
            self._is_lost = isinstance(error, LedgerError)
            if isinstance(error, OrderDiffersError):
                self._note_differing(error)
            if isinstance(error, LedgerError) and error.sent:
                self._states[State.DOUBT.value] += error.out  # they are out; the ledger cannot say more

    def _note_differing(self, error: OrderDiffersError) -> None:
        """Note the orders that ended the run, since their POs have other content in the ledger."""
        from xi.sdk.resellers.cli.failures import what_differs

        self._differ, self._differ_count = (error, *error.others), error.count
        for each in self._differ:
            source = None if each.source is None else {"file": each.source[0], "lines": each.source[1]}
            row = {"po": each.po, "state": "refused", "reason": "order-differs", "source": source}
            if self._report is not None:
                self._report.note({**row, "answer": what_differs(each)})

    def code_of(self, failure: CommandError, orders: int) -> Code:
        """Return the code for what ended the run: 2 says that nothing was done, and this run may have done something.

        Args:
            failure: what ended the run.
            orders: how many there are in all.
        """
        if failure.code not in (Code.USAGE, Code.NO) or not self.has_begun:
            return failure.code
        return Code.UNFINISHED if self._left(orders) else Code.NO

    def _left(self, orders: int) -> int:
        """Return how many orders were not begun."""
        return orders - sum(self._states.values()) - self._differ_count

    def _summary(self) -> dict[str, Any]:
        from xi.sdk.resellers.cli.failures import refusal_of

        refusals = (*self._given.refusals, *map(refusal_of, self._differ))
        return {
            "batch": self._run.batch,
            "orders": sum(self._states.values()),
            "states": dict(self._states),
            "refused": self._given.refused + self._differ_count,
            "errors": [each.as_item() for each in refusals],
        }

    def summary(self, orders: int) -> str:
        """Return the counts in a line.

        Args:
            orders: how many there are in all.
        """
        counts = [f"{count:,} {state}" for state, count in sorted(self._states.items())]
        left = self._left(orders)
        if counts and left > 0:
            counts.append(f"{left:,} still to do")
        if not counts:
            counts.append("the ledger knows what was begun" if self._is_lost else "nothing was begun")
        if self._differ_count:
            counts.append(f"{self._differ_count:,} of other content, and refused")
        if self._given.refused:
            counts.append(f"{self._given.refused:,} refused, and left out")
        return " · ".join(counts)


def _for_api(items: Iterable[Item], run: _Run) -> Iterable[Item]:
    """Return the orders for the version of the API that was asked for."""
    return _AsV7(items) if run.is_v7 else items


class _AsV7:
    """Orders as v7 takes them; they can be read more than once."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items

    def __iter__(self) -> Iterator[Item]:
        from xi.sdk.resellers import AsyncOrderCreateDTO

        for each in self._items:
            order = each.order
            if not isinstance(order, AsyncOrderCreateDTO):
                content: dict[str, Any] = order.to_dict() if hasattr(order, "to_dict") else dict(order)
                given: list[dict[str, Any]] = content.get("lines") or []
                lines = [{**line, "quantity": str(line.get("quantity"))} for line in given]
                order = AsyncOrderCreateDTO.model_validate({**content, "lines": lines})
            yield replace(each, order=order)
