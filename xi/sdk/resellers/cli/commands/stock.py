"""The command stock: how many there are, as the API says now, or as the mirror beside the ledger knows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.commands.prices import (
    STOCK_COLUMNS,
    Asking,
    found_or_not,
    not_asked,
    of_warehouses,
    show_prices,
)
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.finding import count, some
from xi.sdk.resellers.cli.mirror import open_mirror
from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.parts import File, Parts, read_parts
from xi.sdk.resellers.cli.steps import Steps
from xi.sdk.resellers.cli.values import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.prices import Price
    from xi.sdk.resellers.stock_mirror import Stock, StockMirror

_PIECE: Final = 500
"""Parts that are checked between two lines of progress: ten calls."""
_KNOWN: Final = ("priced", "unpriced")
"""What comes for a part that there is, where no price was asked for."""
_MISSING: Final = ("not found", "not authorized")
"""What a check has noted of a part that there is not, or not for this account."""


def stock(
    session: Session,
    parts: Parts = None,
    file: File = None,
    warehouse: Annotated[
        list[str] | None, typer.Option("--warehouse", metavar="ID", help="Only this warehouse; repeatable.")
    ] = None,
    mirror: Annotated[bool, typer.Option("--mirror", help="What the mirror knows; the API is not called.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Ask the API, note it in the mirror, and show what differed there.")
    ] = False,
    older_than: Annotated[
        str | None, typer.Option("--older-than", metavar="TIME", help="Only what is older: 1d. For the mirror.")
    ] = None,
    forget: Annotated[bool, typer.Option("--forget", help="Take the parts out of the mirror.")] = False,
) -> Code:
    """Show how many there are of parts: as the API says now, by warehouse; or as the mirror knows.

    The mirror is beside the ledger. `webhooks serve` notes the stock events of Ingram Micro in it, and --check finds
    what they missed: run it each night. With part numbers --check takes those into the mirror, without it asks about
    all that are there.

    It ends with 0 if each part is known, with 1 if one is not, and with 4 if the API could not be asked for one.
    Differences that --check finds and mends are no failure.
    """
    ways = [name for name, is_chosen in (("--mirror", mirror), ("--check", check), ("--forget", forget)) if is_chosen]
    if len(ways) > 1:
        raise CommandError(f"{' and '.join(ways)} exclude each other", word="bad-option")
    if older_than is not None and not (mirror or check):
        raise CommandError("--older-than is for --mirror and --check", word="bad-option")
    if warehouse and ways:
        raise CommandError(f"--warehouse asks the API; {ways[0]} knows totals alone", word="bad-option")
    if not ways:
        options: dict[str, Any] = {"pricing": False, "attributes": False, **of_warehouses(warehouse)}
        return show_prices(session, Asking(session, parts, file, "sku"), options, STOCK_COLUMNS, good=_KNOWN)
    age = None if older_than is None else seconds(older_than, "--older-than")
    skus = read_parts(session, parts, file) if parts or file is not None or forget else None
    if skus is not None and age is not None and check:
        raise CommandError("--older-than chooses among the parts of the mirror; name none", word="bad-option")
    if check or forget:
        session.config.identity(acting=True)
        session.announce()
    opened = open_mirror(session)
    if check:
        return _check(session, opened, skus, age)
    if forget:
        return _forget(session, opened, skus or [])
    return _show(session, opened, skus, age)


# -- what is known


def _show(session: Session, mirror: StockMirror, skus: list[str] | None, age: float | None) -> Code:
    before = None if age is None else datetime.now(UTC) - timedelta(seconds=age)
    missing: list[str] = []

    def known(found: Stock) -> Mapping[str, Any]:
        if found.outcome in _MISSING:
            missing.append(found.sku)
        return _known(found)

    def items() -> Iterator[Mapping[str, Any]]:
        if skus is None:
            yield from map(known, mirror.all(before=before))
            return
        for each in skus:
            found = mirror.stock(each)
            if found is None:
                missing.append(each)
                yield _unknown(each)
            elif before is None or found.as_of < before:
                yield known(found)

    session.out.rows("stock-mirror", _MIRROR, items(), empty="the mirror has no such part")
    return Code.NO if missing else Code.DONE


_MIRROR: Final = (
    Column("sku", "SKU"),
    Column("stock", is_right=True, show=lambda value: "not said" if value is None else str(value)),
    Column("as_of"),
    Column("source", show=lambda value: value or "not known"),
    Column("outcome", show=found_or_not),
)


def _known(found: Stock) -> dict[str, Any]:
    """Return what is known of a part as JSON has it; the schema `stock-mirror` describes it."""
    return {
        "sku": found.sku,
        "stock": found.total,
        "as_of": found.as_of,
        "source": found.source.value,
        "outcome": None if found.outcome is None else found.outcome.replace(" ", "_"),
    }


def _unknown(sku: str) -> dict[str, Any]:
    return {"sku": sku, "stock": None, "as_of": None, "source": None, "outcome": None}


# -- checks


def _check(session: Session, mirror: StockMirror, skus: list[str] | None, age: float | None) -> Code:
    before = None if age is None else datetime.now(UTC) - timedelta(seconds=age)
    wanted = [each.sku for each in mirror.all(before=before)] if skus is None else skus
    api = session.catalog()
    checked = 0
    unanswered: list[Price] = []
    missing: list[Price] = []

    def items() -> Iterator[Mapping[str, Any]]:
        nonlocal checked
        for start in range(0, len(wanted), _PIECE):
            steps(f"{start:,} of {count(len(wanted), 'part')} checked")
            its = mirror.check(api, wanted[start : start + _PIECE])
            checked += its.checked
            unanswered.extend(its.unanswered)
            missing.extend(its.missing)
            yield from ({"sku": each.sku, "before": each.before, "after": each.after} for each in its.differing)
            if not its.checked and any(each.error is not None for each in its.unanswered):
                return  # the API is away: the others would wait for all repeats as well

    with Steps(session) as steps:
        differing = session.out.rows(
            "stock-check", _DIFFERENCES, items(), complete=lambda: checked == len(wanted), empty="nothing differs"
        )
    session.say(f"{checked:,} of {count(len(wanted), 'part')} checked, {differing:,} differed")
    _refuse_missing(unanswered, missing, len(wanted), len(wanted) - checked)
    return Code.DONE


_DIFFERENCES: Final = (
    Column("sku", "SKU"),
    Column("before", "mirror", is_right=True, show=lambda value: "not said" if value is None else str(value)),
    Column("after", "API", is_right=True, show=lambda value: "not said" if value is None else str(value)),
)


def _refuse_missing(unanswered: list[Price], missing: list[Price], of: int, unknown: int) -> None:
    """Raise what a person has to know about the parts without an answer, and about those that there are not.

    Raises:
        CommandError: there are such parts.
    """
    failed = [each for each in unanswered if each.error is not None]
    if failed:
        raise not_asked(failed, of, unknown)
    said: list[str] = []
    if unanswered:
        said.append(f"the API says nothing of {_named(unanswered)}; the mirror keeps what it had")
    if missing:
        said.append(f"the API does not have, for this account, {_named(missing)}")
    if said:
        raise CommandError(
            "; ".join(said),
            code=Code.NO,
            word="not-found",
            hint="xi-orders stock --forget PART, for what is no longer sold",
        )


def _named(prices: list[Price]) -> str:
    return some([str(each.asked) for each in prices])


def _forget(session: Session, mirror: StockMirror, skus: list[str]) -> Code:
    gone = mirror.forget(skus)
    session.say(f"{count(gone, 'part')} of {len(skus):,} taken out of the mirror")
    return Code.DONE if gone == len(skus) else Code.NO
