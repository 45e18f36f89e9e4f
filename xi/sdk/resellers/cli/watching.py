"""Shows what expires soon, has expired or is used up, of quotes, deals or renewals, for three commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, cast

import typer

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.families import Family
from xi.sdk.resellers.cli.family_calls import require
from xi.sdk.resellers.cli.finding import count, plain, some
from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.values import refused, seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.expiring import Row, Unread, Watch

Within = Annotated[
    str, typer.Option("--within", metavar="TIME", help="How far ahead, in whole days: 30d; 0 is today alone.")
]
Overdue = Annotated[
    str | None, typer.Option("--overdue", metavar="TIME", help="How far back, in whole days; without it, all.")
]
_DAY_S: Final = 86_400
_STYLES: Final = {"expired": "red", "used_up": "red", "expiring": "yellow"}


def show_expiring(session: Session, family: Family, within: str, overdue: str | None) -> Code:
    """Show what expires within some days, has expired, or is used up, by its last day.

    Args:
        session: the command.
        family: of which family.
        within: the text of `--within`.
        overdue: the text of `--overdue`.

    Raises:
        CommandError: an option cannot be read, something is not set, or something could not be read.
    """
    from xi.sdk.resellers.expiring import expiring

    ahead = _days(within, "--within")
    back = None if overdue is None else _days(overdue, "--overdue")
    for needed in {family.list_needs, family.details_need}:
        require(session, needed, f"the watch over {family.many}")
    apis: dict[str, Any] = {family.many: session.family(family.api)}
    found = cast("Watch", expiring(**apis, days=ahead, overdue_days=back))
    session.out.rows(
        "expiring",
        _COLUMNS,
        map(_item, found.rows),
        complete=lambda: found.is_complete,
        empty=f"nothing expires within {count(ahead, 'day')}",
    )
    undated = sum(found.undated.values())
    if undated:
        session.say(f"{undated:,} of {count(sum(found.read.values()), family.name)} state no last day")
    if not found.is_complete:
        raise _not_read(found.unread, family)
    return Code.DONE


def _days(text: str, option: str) -> int:
    try:
        days, rest = divmod(seconds(text, option), _DAY_S)
    except CommandError:
        rest = days = -1.0
    if rest:
        raise refused(option, text, "whole days, such as 30d")
    return int(days)


_COLUMNS: Final = (
    Column("day", "last day"),
    Column("days_left", "days", is_right=True),
    Column("standing", paint=lambda value: _STYLES.get(value, ""), show=lambda value: value.replace("_", " ")),
    Column("number"),
    Column("sku", "SKU"),
    Column("remaining", "left", is_right=True),
    Column("value", is_right=True),
    Column("currency"),
    Column("vendor", is_cut=True),
    Column("end_user", is_cut=True),
    Column("status"),
    Column("quote_number", "quote"),
    Column("name", in_table=False),
    Column("kind", in_table=False),
)


def _item(row: Row) -> dict[str, Any]:
    """Return a row as JSON has it; the schema `expiring` describes it."""
    return {
        "kind": row.kind.value,
        "number": row.number,
        "standing": row.standing.value.replace(" ", "_"),
        "day": row.day,
        "days_left": row.days_left,
        "name": row.name,
        "end_user": row.end_user,
        "vendor": row.vendor,
        "status": row.status,
        "value": plain(row.value),
        "currency": row.currency,
        "sku": row.sku,
        "remaining": plain(row.remaining),
        "quote_number": row.quote_number,
    }


def _not_read(unread: Sequence[Unread], family: Family) -> CommandError:
    from xi.sdk.resellers.cli.failures import as_command_error

    first = next((each.error for each in unread if each.error is not None), None)
    told = None if first is None else as_command_error(first)
    unnamed = count(sum(each.number is None and not each.is_rest for each in unread), family.name)
    rest, others = f"the rest of the {family.many}", f"{unnamed} without a number"
    # Quotes are listed in two ways, and both may break off.
    names = list(dict.fromkeys(each.number or (rest if each.is_rest else others) for each in unread))
    return CommandError(
        f"not read, so it may expire all the same: {some(names)}: {unread[0].says}",
        code=Code.UNABLE,
        word="api-unreadable" if told is None else told.word,
        hint="the same line again, later" if told is None else told.hint,
        correlation_id=None if told is None else told.correlation_id,
    )
