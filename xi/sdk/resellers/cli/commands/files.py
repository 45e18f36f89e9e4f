"""Order files without an account: what is in them, and files and mappings to begin with."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli import reading
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import Column, Mode, Output

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import FileCheck, Item, OrderFiles, Refusal

_COLUMNS: Final = (
    Column("file"),
    Column("kind"),
    Column("encoding"),
    Column("delimiter"),
    Column("rows", is_right=True),
    Column("lines", is_right=True),
    Column("empty", is_right=True),
    Column("refused_rows", is_right=True),
    Column("orders", is_right=True),
    Column("order_lines", is_right=True),
    Column("units", is_right=True),
    Column("refused_orders", is_right=True),
    Column("sha256"),
)
_ERROR_COLUMNS: Final = tuple(
    Column(name) for name in ("file", "line", "item", "column", "name", "code", "value", "po", "hint", "message")
)


def check(
    session: Session,
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Order files; - is standard input.")],
    said: reading.FileOptions = reading.AS_THEY_ARE,
    expect: reading.Expect = None,
    show: reading.Show = None,
    report: Annotated[
        str | None, typer.Option("--report", metavar="FILE", help="Write all that is refused, as CSV, here too.")
    ] = None,
) -> Code:
    """Check order files, without account, network or ledger.

    They are read as `place` reads them. Exits with status 1 where orders are refused, and 2 where a whole file is.
    """
    from xi.sdk.resellers.ordering import FileRefusedError

    found: OrderFiles | None = None
    try:
        found = session.closing(reading.opened(session, files, said, expect))
        checks, errors = found.checks, found.errors
    except FileRefusedError as error:
        checks, errors = error.checks, error.errors
    if report is not None:
        _write_report(session, Path(report), errors)
    _show(session, _found(checks, found, show), show)
    reading.tell(session, errors)
    return Code.DONE if not errors else Code.NO if found is not None else Code.USAGE


def _found(
    checks: Sequence[FileCheck], found: OrderFiles | None, show: int | None
) -> Iterator[tuple[FileCheck, Iterator[Item]]]:
    """Yield what is in each file, and its first orders; of files that are refused those that the check has."""
    for index, each in enumerate(checks):
        orders = iter(each.first if found is None else found.files[index])
        yield each, islice(orders, show)


def _show(session: Session, found: Iterator[tuple[FileCheck, Iterator[Item]]], show: int | None) -> None:
    out = session.out
    if out.mode in (Mode.TABLE, Mode.PLAIN):
        for each, first in found:
            shown = first if show is not None else islice(first, reading.BEGINNINGS)
            out.text(reading.about(each, first=shown))
        out.text(["nothing was sent"])
    elif out.mode is Mode.CSV:
        out.rows("check", _COLUMNS, (each.as_item() for each, _ in found))
    else:
        out.rows("check", _COLUMNS, ({**each.as_item(), "bodies": [*map(_body, first)]} for each, first in found))


def _body(item: Item) -> dict[str, Any]:
    file, lines = item.source or (None, None)
    return {"source": {"file": file, "lines": lines}, "ref": dict(item.ref), "order": item.order}


def _write_report(session: Session, path: Path, errors: Sequence[Refusal]) -> None:
    made = Output(Mode.CSV, stream=session.stdout, file=path, excel=session.common.excel)
    is_whole = False
    try:
        made.rows("check", _ERROR_COLUMNS, (each.as_item() for each in errors))
        is_whole = True
    finally:
        made.close(ok=is_whole)


def template(
    session: Session,
    kind: Annotated[str | None, typer.Argument(metavar="[csv|json|jsonl]", help="Kind of order file; csv.")] = None,
    all_fields: Annotated[bool, typer.Option("--all-fields", help="All fields that an order can have.")] = False,
    for_: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="PROGRAM",
            help="A mapping to edit, for odoo, netsuite, shopify, sap-b1, dynamics-bc, quickbooks or woocommerce.",
        ),
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="FILE", help="A mapping to edit, from the header of this CSV file.")
    ] = None,
    encoding: reading.Encoding = None,
    delimiter: reading.Delimiter = None,
    header: Annotated[int, typer.Option("--header", metavar="LINE", min=1, help="The line of its header.")] = 1,
) -> Code:
    """Print an order file to begin with, or a mapping to edit. What the fields mean goes to standard error."""
    from xi.sdk.resellers.ordering import FileRefusedError, field_notes, mapping_template, order_template

    if (kind is not None) + (for_ is not None) + (from_ is not None) > 1:
        raise CommandError("say one of csv, json, jsonl, --for and --from", word="bad-usage")
    if for_ is None and from_ is None:
        chosen = kind or "csv"
        session.out.text(order_template(chosen, all_fields=all_fields).splitlines())
        for note in field_notes(chosen, all_fields=all_fields):
            session.say(str(note))
        return Code.DONE
    if all_fields:
        raise CommandError("--all-fields is for an order file, not for a mapping", word="bad-usage")
    try:
        text = mapping_template(
            for_,
            file=reading.source_of(session, from_) if from_ is not None else None,
            encoding=encoding,
            delimiter=delimiter,
            header=header,
        )
    except FileRefusedError as error:
        raise reading.as_refused(session, error.errors) from None
    session.out.text(text.splitlines())
    return Code.DONE
