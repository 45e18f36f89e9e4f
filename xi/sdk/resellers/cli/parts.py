"""Reads lists of part numbers: from the line, a file or standard input, one number a line."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.values import refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xi.sdk.resellers.cli.session import Session

STANDARD_INPUT: Final = "-"
KINDS: Final = {
    "sku": "sku",
    "vendor-part": "vendor_part_number",
    "customer-part": "customer_part_number",
    "upc": "upc",
}
"""The ways to name a part, as an operator types them, each with its name in the library."""
_LARGEST: Final = 100_000_000
"""The largest list, in bytes; a million part numbers have a fifth of it."""
_SEPARATORS: Final = ",;\t"

Parts = Annotated[list[str] | None, typer.Argument(metavar="PART...", help="Part numbers; - reads standard input.")]
File = Annotated[
    str | None, typer.Option("--file", metavar="FILE", help="Part numbers, one a line; - is standard input.")
]
By = Annotated[
    str, typer.Option("--by", metavar="KIND", help="What the numbers are: sku, vendor-part, customer-part or upc.")
]


@dataclass(frozen=True, slots=True)
class _Line:
    """A part number, and where it stands."""

    text: str
    place: str


def kind_of(by: str) -> str:
    """Return what a kind of part number is called in the library.

    Args:
        by: the text of `--by`.

    Raises:
        CommandError: there is no such kind.
    """
    if by not in KINDS:
        raise refused("--by", by, "sku, vendor-part, customer-part or upc")
    return KINDS[by]


def read_parts(session: Session, given: Sequence[str] | None, file: str | None) -> list[str]:
    """Return the part numbers of a line and its file, each once, in their order. Letters and zeros stay as they are.

    Args:
        session: the command.
        given: the arguments; `-` stands for standard input.
        file: the text of `--file`.

    Raises:
        CommandError: there is none, a line is no part number, or the file cannot be read.
    """
    if [*(given or ()), file].count(STANDARD_INPUT) > 1:
        raise CommandError("standard input can be read once; - stands twice", word="bad-usage")
    found: list[_Line] = []
    for each in given or ():
        found += _lines(session, STANDARD_INPUT) if each == STANDARD_INPUT else [_Line(each.strip(), "the line")]
    if file is not None:
        found += _lines(session, file)
    for line in found:
        _check(line)
    if not found:
        is_unsaid = file is None and not given
        said = "say which parts: their numbers, - or --file" if is_unsaid else "the list has no part number"
        raise CommandError(said, word="bad-usage")
    return list(dict.fromkeys(each.text for each in found))


def _check(line: _Line) -> None:
    """Refuse what is no part number, before anything is sent."""
    if not line.text or not line.text.isprintable():
        raise CommandError(
            f"{line.place}: {line.text!r} is no part number: it is empty or has control characters", word="bad-list"
        )


def _lines(session: Session, file: str) -> Iterator[_Line]:
    name = "standard input" if file == STANDARD_INPUT else file
    for number, each in enumerate(_text(session, file, name).splitlines(), start=1):
        text = each.strip()
        place = f"{name}:{number}"
        if any(sign in text for sign in _SEPARATORS):
            raise CommandError(
                f"{place}: {text!r} has several cells; it should be one part number a line",
                word="bad-list",
                hint="keep the column of the part numbers alone",
            )
        if text:
            yield _Line(text, place)


def _text(session: Session, file: str, name: str) -> str:
    if file != STANDARD_INPUT:
        with Path(file).open("rb") as source:
            return _decoded(_content(source, name), name)
    if session.stdin.isatty():
        end = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
        session.say(f"part numbers are read from here, one a line; {end} ends them")
    buffer: Any = getattr(session.stdin, "buffer", None)
    return session.stdin.read() if buffer is None else _decoded(_content(buffer, name), name)


def _content(source: IO[bytes], name: str) -> bytes:
    """Return the bytes of a list; a pipe or a device has no size, and may have no end."""
    content = source.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise CommandError(f"{name} is larger than {_LARGEST // 1_000_000:,} MB", word="bad-list")
    return content


def _decoded(content: bytes, name: str) -> str:
    try:
        # Spreadsheets write a mark at the beginning, which is part of no number.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError(f"{name} is not UTF-8; save it as UTF-8 text", word="bad-list") from None
