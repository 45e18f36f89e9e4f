"""What is wrong in an order file: each fault as a value with its place, and the text of many of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_SHOWN: Final = 20
"""Refusals of one code that a text shows."""
LONGEST_VALUE: Final = 60
"""Characters of a cell that a message shows."""
_OF_ONE_CAUSE: Final = {
    "po-twice": "order numbers come back later; the file is sorted by another column",
    "po-in-two-files": "order numbers are in two files; the same orders may have been exported twice",
    "cell-count": "rows have more or fewer cells than the header; look for a delimiter that is not in quotes",
}
"""Codes that nearly always have one cause if there are many of them, and what is said of all of them."""


class CellFault(Exception):  # noqa: N818 - it never leaves the reader: it becomes a Refusal, once its place is known
    """What is wrong with a cell.

    Args:
        code: a stable word for it.
        message: what is wrong, to be read after the name and the text of the cell.
        hint: what to type or to change.
        whole_file: whether it refuses all of the file, since it cannot be known which order it belongs to.
    """

    def __init__(self, code: str, message: str, hint: str = "", *, whole_file: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.hint = hint
        self.whole_file = whole_file


class FileFault(CellFault):
    """What is wrong with all of the file.

    Args:
        code: a stable word for it.
        message: what is wrong.
        hint: what to type or to change.
        line: the line, from 1, if it is about one.
    """

    def __init__(self, code: str, message: str, hint: str = "", line: int | None = None) -> None:
        super().__init__(code, message, hint, whole_file=True)
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One thing in an order file that is refused.

    Args:
        file: the name of the file.
        code: a stable word for what is wrong.
        message: what is wrong.
        line: the line in the file, from 1; of a row over several lines the first. None if it is about all of the file.
        item: the place in a list of JSON, from 1; None in other files.
        column: the cell in its row, from 1; None if it is about no single cell.
        name: the name of the column, or the place in a JSON order, such as `lines[0].quantity`.
        value: the text of the cell, with control characters escaped, at most 60 characters.
        po: the PO of the order that is refused; empty if it is about all of the file.
        hint: what to type or to change; empty if there is nothing to say.
        whole_file: whether it refuses all of the file, also if bad orders are to be left out.
    """

    file: str
    code: str
    message: str
    line: int | None = None
    item: int | None = None
    column: int | None = None
    name: str = ""
    value: str | None = None
    po: str = ""
    hint: str = ""
    whole_file: bool = False

    @property
    def place(self) -> str:
        """Where it is, such as `orders.csv:14:3` or `orders.json:item 3:lines[0].quantity`; one printable line."""
        steps = [self.file]
        if self.item is not None:
            steps.append(f"item {self.item}")
        elif self.line is not None:
            steps.append(str(self.line))
        if self.column is not None:
            steps.append(str(self.column))
        elif self.name and len(steps) > 1:
            steps.append(self.name)
        return escaped(":".join(steps))

    def as_item(self) -> dict[str, Any]:
        """Return it as a plain dict for JSON: what is not known is None."""
        return {
            "file": self.file,
            "line": self.line,
            "item": self.item,
            "column": self.column,
            "name": self.name or None,
            "code": self.code,
            "value": self.value,
            "po": self.po or None,
            "hint": self.hint or None,
            "message": self.message,
        }

    def __str__(self) -> str:
        """Return one line, without the hint, in which control characters are escaped."""
        name = escaped(self.name)
        is_named = name and not self.place.endswith(f":{name}")
        about = [name] if is_named else []
        if self.value is not None:
            about.append(f'"{self.value}"')
        refused = f" · PO {self.po} is refused" if self.po else ""
        return escaped(f"{self.place}: {' '.join([*about, self.message])} [{self.code}]{refused}")


def shown_refusals(refusals: Iterable[Refusal]) -> Iterator[str]:
    """Yield the lines of a text: the first 20 of each code with their hints, then how many more there are.

    Args:
        refusals: what is refused, in the order of the rows.
    """
    listed = list(refusals)
    counts = Counter(each.code for each in listed)
    shown: Counter[str] = Counter()
    hints: set[tuple[str, str]] = set()
    for each in listed:
        code, count = each.code, counts[each.code]
        shown[code] += 1
        is_one = code in _OF_ONE_CAUSE and count > MOST_SHOWN
        if is_one and shown[code] == 1:
            yield f"{each.place}: {count:,} {_OF_ONE_CAUSE[code]} [{code}]; this is the first"
        elif not is_one and shown[code] <= MOST_SHOWN:
            yield str(each)
        if each.hint and shown[code] <= MOST_SHOWN and (code, each.hint) not in hints:
            hints.add((code, each.hint))
            yield escaped(f"hint:  {each.hint}")
    for code, count in counts.items():
        if count > MOST_SHOWN and code not in _OF_ONE_CAUSE:
            yield f"and {count - MOST_SHOWN:,} more of [{code}]"


def shown(text: str) -> str:
    """Return a text of the file as a message shows it: escaped and at most 60 characters.

    Args:
        text: the text.
    """
    return escaped(text[:LONGEST_VALUE] + ("…" if len(text) > LONGEST_VALUE else ""))


def escaped(text: str) -> str:
    """Return a text in which everything that cannot be printed is escaped, such as a line break or a control character.

    Args:
        text: the text, also one that is escaped already.
    """
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)
