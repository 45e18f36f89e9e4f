"""Reads the order files of a command: their options, what is said about them, and what is refused."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.values import check_word, names_and_values, refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import FileCheck, FileMapping, OrderFiles, Refusal, Totals
    from xi.sdk.resellers.ordering.files import ReadOptions
    from xi.sdk.resellers.ordering.runs import Item

STANDARD_INPUT: Final = "-"
SUMS: Final = ("orders", "lines", "units")
BEGINNINGS: Final = 1
"""Orders of each file that a dry run shows, unless it is said."""
_LINES_SHOWN: Final = 5
"""Lines of an order that a dry run shows."""
_MOST_UNITS: Final = 9_999
_OF_TYPED: Final = ("set", "decimal", "equal_rows", "max_quantity")
"""The options of files that hold for an order of the command line too."""
_TIMES: Final = "\N{MULTIPLICATION SIGN}"

Map = Annotated[
    str | None,
    typer.Option("--map", metavar="FILE|NAME", help="What the columns are: a mapping, by file or from the profile."),
]
Set = Annotated[
    list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="A field that every order gets; repeatable.")
]
Only = Annotated[
    list[str] | None, typer.Option("--only", metavar="COLUMN=VALUE", help="Read these rows only; repeatable.")
]
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="csv, json or jsonl, where the name does not tell.")
]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="Such as cp1252; else UTF-8.")]
Delimiter = Annotated[str | None, typer.Option("--delimiter", metavar="CHAR", help="Between cells; or tab.")]
Decimal = Annotated[str | None, typer.Option("--decimal", metavar="SIGN", help="point or comma.")]
SkipBad = Annotated[bool, typer.Option("--skip-bad", help="Leave out orders with bad rows, and place the others.")]
Group = Annotated[
    str | None, typer.Option("--group", metavar="WHERE", help="anywhere: rows of an order need not stand together.")
]
EqualRows = Annotated[bool, typer.Option("--equal-rows", help="Two equal rows in an order are meant.")]
SendUnknown = Annotated[bool, typer.Option("--send-unknown", help="Send keys of JSON that no order has.")]
LastLineWhole = Annotated[bool, typer.Option("--last-line-whole", help="A last line without its end is whole.")]
MaxQuantity = Annotated[
    int | None, typer.Option("--max-quantity", metavar="N", min=1, help="Units of a line; the profile's, else 9,999.")
]
Expect = Annotated[
    str | None,
    typer.Option("--expect", metavar="orders=N,lines=N,units=N", help="Refuse files with other totals than these."),
]
Show = Annotated[int | None, typer.Option("--show", metavar="N", min=0, help="Show the first N orders of each file.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOptions:
    """What a command line says about how order files are read."""

    map: Map = None
    set: Set = None
    only: Only = None
    kind: Kind = None
    encoding: Encoding = None
    delimiter: Delimiter = None
    decimal: Decimal = None
    skip_bad: SkipBad = False
    group: Group = None
    equal_rows: EqualRows = False
    send_unknown: SendUnknown = False
    last_line_whole: LastLineWhole = False
    max_quantity: MaxQuantity = None


AS_THEY_ARE: Final = FileOptions()
"""Nothing is said."""


def most_units(session: Session, said: int | None) -> int:
    """Return how many units a line may have: what is said, else the limit of the profile, else 9,999.

    Args:
        session: the session.
        said: what `--max-quantity` says; None if it was not given.
    """
    return said or session.config.limits().get("max_quantity") or _MOST_UNITS


def read(
    session: Session,
    files: Sequence[str],
    options: FileOptions,
    *,
    expect: str | None = None,
    asks: bool = True,
    may_reuse: bool = False,
) -> OrderFiles:
    """Return the orders of the files, all read and checked; what is refused was told. It is closed with the session.

    Bad orders are left out if `--skip-bad` says so, or a person; then `errors` of what is returned names them.

    Args:
        session: the session.
        files: their paths; `-` for standard input.
        options: what is said about them.
        expect: the text of `--expect`, such as `orders=412,units=5120`.
        asks: whether bad orders have to be agreed to; a dry run goes on without.
        may_reuse: whether orders may turn the server's check for duplicates off.

    Raises:
        CommandError: the files are refused, or nobody agrees to leave bad orders out.
    """
    from xi.sdk.resellers.ordering import FileRefusedError

    try:
        found = session.closing(opened(session, files, options, expect, may_reuse=may_reuse))
    except FileRefusedError as error:
        raise as_refused(session, error.errors) from None
    if found.errors:
        tell(session, found.errors)
    if not found.errors or options.skip_bad or not asks:
        return found
    good, bad = found.totals.orders or 0, sum(each.refused_orders for each in found.checks)
    question = f"{bad:,} of {good + bad:,} orders {_are(bad)} refused."
    if not good or not session.can_ask:
        raise CommandError(
            f"{question} Nothing was sent",
            word="file-refused",
            hint="mend the rows; --skip-bad places the others" if good else "mend the rows",
            errors=[each.as_item() for each in found.errors],
        )
    if session.ask(f"{question} Place the other {good:,}? [y/N] ").casefold() not in ("y", "yes"):
        raise CommandError("the answer was no; nothing was done", word="answered-no")
    return found


def typed(
    session: Session,
    po: str,
    lines: Sequence[tuple[str, int]],
    options: FileOptions,
    *,
    expect: str | None = None,
    may_reuse: bool = False,
) -> OrderFiles:
    """Return the order that the options of a command say, read by the rules of a file. It is closed with the session.

    Args:
        session: the session.
        po: its PO.
        lines: its parts and quantities.
        options: what is said about files; what makes no sense here is refused.
        expect: the text of `--expect`, such as `lines=2,units=5`.
        may_reuse: whether the order may turn the server's check for duplicates off.

    Raises:
        CommandError: an option is for files, or the order is refused.
    """
    from xi.sdk.resellers.ordering import FileMapping, FileRefusedError, read_order_files

    for each in fields(options):
        if each.name not in _OF_TYPED and getattr(options, each.name) != each.default:
            raise CommandError(f"--{each.name.replace('_', '-')} is for order files, not for --po", word="bad-usage")
    check_word("--po", po)
    said = read_options(session, options)
    # What is typed was in no spreadsheet, which would have changed it.
    columns = {"--po": "customerOrderNumber", "--line": "ingramPartNumber"}
    said["mapping"] = FileMapping.from_dict(
        {
            "columns": {
                **{name: {"to": to, "as_text": True} for name, to in columns.items()},
                "quantity": "quantity",
            }
        }
    )
    said["kind"], said["delimiter"], said["may_reuse"] = "csv", ",", may_reuse
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*columns, "quantity"))
    writer.writerows((po, part, quantity) for part, quantity in lines)
    try:
        totals = None if expect is None else expected(expect)
        return session.closing(read_order_files([io.BytesIO(text.getvalue().encode())], expect=totals, **said))
    except FileRefusedError as error:
        first = error.errors[0]
        value = [] if first.value is None else [f'"{first.value}"']
        raise CommandError(
            " ".join([*([first.name] if first.name else []), *value, first.message]),
            word=first.code,
            hint=first.hint,
            errors=[each.as_item() for each in error.errors],
        ) from None


def opened(
    session: Session,
    files: Sequence[str],
    options: FileOptions,
    expect: str | None = None,
    *,
    may_reuse: bool = False,
) -> OrderFiles:
    """Return the orders of the files, also if some are bad; the caller closes them.

    Args:
        session: the session.
        files: their paths; `-` for standard input.
        options: what is said about them.
        expect: the text of `--expect`, such as `orders=412,units=5120`.
        may_reuse: whether orders may turn the server's check for duplicates off.

    Raises:
        FileRefusedError: a file is refused as a whole.
        CommandError: an option cannot be read, or a file.
    """
    from xi.sdk.resellers.ordering import read_order_files

    said = read_options(session, options)
    said["may_reuse"] = may_reuse
    totals = None if expect is None else expected(expect)
    if files.count(STANDARD_INPUT) > 1:
        raise CommandError("standard input is named twice; it can be read once", word="bad-option")
    sources = [source_of(session, each) for each in files]
    return read_order_files(sources, skip_bad=True, expect=totals, **said)


def read_options(session: Session, options: FileOptions) -> ReadOptions:
    """Return the options of the library.

    Args:
        session: the session.
        options: what the command line says.

    Raises:
        CommandError: one cannot be read.
    """
    for option, value, permitted in (
        ("--kind", options.kind, ("csv", "json", "jsonl")),
        ("--decimal", options.decimal, ("point", "comma")),
        ("--group", options.group, ("anywhere",)),
    ):
        if value is not None and value not in permitted:
            raise refused(option, value, " or ".join(permitted))
    fixed = names_and_values(options.set or [], "--set")
    twice = next((name for name, values in fixed.items() if len(values) > 1), None)
    if twice is not None:
        raise CommandError(f"--set {twice} is given twice; one of them should be left out", word="bad-option")
    said: ReadOptions = {
        "mapping": None if options.map is None else mapping_of(session, options.map),
        "kind": options.kind,
        "encoding": options.encoding,
        "delimiter": options.delimiter,
        "decimal": options.decimal,
        "set": {name: values[0] for name, values in fixed.items()},
        "only": names_and_values(options.only or [], "--only", "COLUMN=VALUE"),
        "group": options.group,
        "equal_rows": options.equal_rows,
        "send_unknown": options.send_unknown,
        "last_line_whole": options.last_line_whole,
    }
    most = options.max_quantity or session.config.limits().get("max_quantity")
    if most is not None:
        said["max_quantity"] = most
    return said


def mapping_of(session: Session, said: str) -> FileMapping:
    """Return a mapping by its file, or by its name in the profile.

    Args:
        session: the session.
        said: the file or the name.

    Raises:
        CommandError: there is none, there are two, or it cannot be read as one.
    """
    from xi.sdk.resellers import ApiValueError
    from xi.sdk.resellers.ordering import FileMapping

    path = Path(said)
    known = session.config.maps()
    if said in known and path.is_file():
        hint = f"the file: --map {Path(path.parent)}/{path.name}; or give the mapping another name"
        raise CommandError(f"--map {said} is a mapping of the profile and a file", word="two-mappings", hint=hint)
    try:
        if said in known:
            return FileMapping.from_dict(known[said], folder=session.config.file_to_write.parent)
        if path.is_file():
            return FileMapping.from_file(path)
    except ApiValueError as error:
        raise CommandError(f"--map {said}: {error}", word="bad-mapping") from None
    names = f"the profile has {', '.join(sorted(known))}" if known else "the profile has none"
    raise CommandError(
        f"--map {said} is neither a file nor a mapping of the profile; {names}",
        word="no-mapping",
        hint="write one to edit: xi-orders template --from FILE > map.toml",
    )


def expected(text: str) -> Totals:
    """Return totals from a text such as `orders=412,units=5120`.

    Args:
        text: the text of `--expect`.

    Raises:
        CommandError: it cannot be read.
    """
    from xi.sdk.resellers.ordering import Totals

    found: dict[str, int] = {}
    for each in text.split(","):
        name, _, number = each.strip().partition("=")
        is_number = number.isascii() and number.isdigit()
        if name not in SUMS or name in found or not is_number:
            raise refused("--expect", text, "totals such as orders=412,lines=1912,units=5120; each may be left out")
        found[name] = int(number)
    return Totals(**found)


def tell(session: Session, errors: Sequence[Refusal]) -> None:
    """Tell on stderr what is refused: the first 20 of each code, then a count.

    Args:
        session: the session.
        errors: what is refused.
    """
    if session.common.mode in ("json", "jsonl"):
        return
    for line in lines_of(errors):
        session.warn(line)


def lines_of(errors: Iterable[Refusal]) -> Iterator[str]:
    """Yield the lines about what is refused, each with `error:` or `hint:` in front."""
    from xi.sdk.resellers.ordering import FileRefusedError

    for line in str(FileRefusedError(errors)).splitlines():
        yield line if line.startswith("hint:  ") else f"error: {line}"


def as_refused(session: Session, errors: Sequence[Refusal]) -> CommandError:
    """Tell what is refused, and return the error that ends the command.

    Args:
        session: the session.
        errors: what is refused.
    """
    tell(session, errors)
    first = next((each for each in errors if each.whole_file), errors[0])
    if session.common.mode in ("json", "jsonl"):
        return CommandError(str(first), word=first.code, hint=first.hint, errors=[each.as_item() for each in errors])
    return CommandError(f"{first.file} is refused; nothing was sent", word="file-refused")


def about(check: FileCheck, *, first: Iterable[Item] | None = None, notes: Sequence[str] = ()) -> Iterator[str]:
    """Yield the lines of a dry run about a file, without its errors.

    Args:
        check: what was found in the file.
        first: the first orders; None for those that the check has.
        notes: what else is known of its orders, such as `already placed 17`.
    """
    lines = check.about()
    for line in lines:
        is_sum = bool(notes) and line.startswith("orders ")
        yield f"{line} · {' · '.join(notes)}" if is_sum else line
    for number, item in enumerate(check.first[:BEGINNINGS] if first is None else first):
        yield f"{'first' if number == 0 else '':<9} {beginning(item)}".rstrip()


def beginning(item: Item) -> str:
    """Return a line about an order: its PO, its lines, and where the goods go.

    Args:
        item: the order.
    """
    order: dict[str, Any] = item.order
    listed: list[dict[str, Any]] = order.get("lines", [])
    lines = [f"{each.get('ingramPartNumber')} {_TIMES} {each.get('quantity')}" for each in listed[:_LINES_SHOWN]]
    if len(listed) > _LINES_SHOWN:
        lines.append(f"and {len(listed) - _LINES_SHOWN:,} more")
    what = ", ".join(lines) or f"quote {order.get('quoteNumber')}"
    to = order.get("shipToInfo", {})
    city = " ".join(str(to[name]) for name in ("postalCode", "city") if to.get(name))
    where = [str(each) for each in (to.get("companyName") or to.get("contact"), city, to.get("addressId")) if each]
    to_whom = f"  → {', '.join(where)}" if where else ""
    return f"{order.get('customerOrderNumber')}  {what}{to_whom}"


def source_of(session: Session, file: str) -> Any:
    """Return what is read: the path of a file, or the bytes of standard input.

    Args:
        session: the session.
        file: the path; `-` for standard input.
    """
    if file != STANDARD_INPUT:
        return file
    if session.stdin.isatty():
        session.say("reading standard input; it ends with Ctrl-D (Ctrl-Z on Windows)")
    return session.stdin.buffer


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
