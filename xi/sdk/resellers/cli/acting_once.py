"""Sends one thing through the ledger once, an order of a quote or a return, and shows what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.codes import Code, code_of
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.records import RECORD_COLUMNS, record_item

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import Record

Wait = Annotated[
    str, typer.Option("--wait", metavar="TIME", help="How long to wait for it; 0 sends and leaves; or forever.")
]
Reuse = Annotated[str | None, typer.Option("--reuse", metavar="WHY", help="Why the number is used again.")]
Batch = Annotated[str | None, typer.Option("--batch", metavar="NAME", help="A name that it has with others.")]
LONGEST: Final = "30m"
"""How long is waited where nobody says it."""


def goes_on(record: Record | None, reuse: str | None) -> bool:
    """Return whether the same line goes on with what the ledger has, and sends nothing new.

    Args:
        record: what the ledger has under the number; None if it has nothing.
        reuse: why the number is used again; None if it is not.
    """
    return record is not None and reuse is None and (record.is_standing or not record.is_settled)


def acts(ahead: Record) -> bool:
    """Return whether something may be sent for it: it is new, or not sent yet, or not settled.

    Args:
        ahead: what the ledger has, or would have once it is written down.
    """
    return not ahead.is_settled and ahead.reason is None


def send_once(session: Session, act: Callable[[], Record], *, wait: str, ahead: Record) -> Code:
    """Carry out an act of the desk, show the row of the ledger, and return the code of the command.

    Args:
        session: the command.
        act: what sends it, and returns what became of it.
        wait: the text of `--wait`, which is told.
        ahead: what the ledger has, or would have once it is written down: it says whether anything is sent.

    Raises:
        CommandError: the wait is over, and the ledger says why nothing goes on; the row was shown.
    """
    from xi.sdk.resellers.cli.failures import as_command_error
    from xi.sdk.resellers.ordering import NotSettledError

    bound = "until it is settled" if wait == "forever" else f"for {wait} at most"
    if acts(ahead):
        does = "sends it, and waits" if ahead.state == "planned" else f"it is {ahead.state} already; waits for it"
        session.say(f"{does} {bound}; the wait ends, the order or return does not")
    failure: CommandError | None = None
    try:
        record = act()
    except NotSettledError as error:
        record = error.record
        failure = as_command_error(error) if error.by_itself else None
    if not acts(ahead):
        # Said when it is so: the desk may refuse it instead, as other content.
        session.say(f"it {'stands' if record.is_standing else f'is {record.state}'} already; nothing is sent")
    item = record_item(record)
    state = record.state.value
    session.out.rows(
        "place",
        RECORD_COLUMNS,
        [item],
        complete=lambda: failure is None,
        summary=lambda: {"batch": record.batch or "", "orders": 1, "states": {state: 1}, "refused": 0, "errors": []},
    )
    if failure is not None:
        raise failure
    code = code_of(record)
    if code is Code.UNFINISHED:
        session.say("the same line goes on from here")
    return code


def preview(session: Session, name: str, known: Record | None, ahead: Record) -> Code:
    """Say what the command would do, and that nothing was written or sent.

    Args:
        session: the command.
        name: the PO or the reference number.
        known: what the ledger has under it; None if it has nothing.
        ahead: what it would have afterwards; another one is new, and stands under the same number.
    """
    record = known if known is not None and known.key == ahead.key else None
    would = "send" if record is None else "known" if record.is_settled or record.reason is not None else "goes_on"
    item: dict[str, Any] = {
        "po": name,
        "would": would,
        "state": None if record is None else record.state,
        "order_numbers": [] if record is None else list(record.order_numbers),
        "source": None,
        "error": None,
    }
    session.out.rows("preview", _PREVIEW, [item])
    session.say("nothing was sent or written")
    return Code.DONE


_PREVIEW: Final = (
    Column("po"),
    Column("would"),
    Column("state"),
    Column("order_numbers", "numbers"),
    Column("source.file", in_table=False),
    Column("source.lines", in_table=False),
    Column("error", is_cut=True),
)
"""The columns of a preview, as those of `place --dry-run`."""
