"""Shows values as text: moments, lists, and foreign text whose control characters a terminal must not obey."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any, Final

# The C1 controls begin sequences in some terminals. Marks of direction, and what has no width, make text look like
# another one. The joiners U+200C and U+200D stay: words of some languages, and emoji, are written with them.
_NOT_SEEN: Final = "\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
_UNSAFE: Final = f"\x00-\x1f{_NOT_SEEN}"
_CONTROL: Final = re.compile(f"[{_UNSAFE}]")
_CONTROL_OR_BACKSLASH: Final = re.compile(rf"[{_UNSAFE}\\]")
_CONTROL_BUT_LINES: Final = re.compile(f"(?!\t|\r?\n)[{_UNSAFE}]")
_CONTROL_BUT_TABS: Final = re.compile(f"(?!\t)[{_UNSAFE}]")
# json.dumps escapes the controls below a space itself.
_LEFT_BY_JSON: Final = re.compile(f"[{_NOT_SEEN}]")
_SHORT: Final = {"\t": r"\t", "\n": r"\n", "\r": r"\r", "\\": r"\\"}


def plain(value: Any) -> Any:
    """Return a value as JSON has it: moments and days as text, money as it was sent. Lists and mappings stay.

    Args:
        value: text, a number, a moment, a day, None, or lists and mappings of them.

    Raises:
        TypeError: it is something else.
    """
    if value is None or isinstance(value, (str, bool, int, float, list, dict)):
        return value.value if isinstance(value, Enum) else value  # pyright: ignore[reportUnknownVariableType] # anything can be in it
    if isinstance(value, date):
        return moment_in_utc(value) if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, Enum):
        return plain(value.value)
    return _many(value)


def _many(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] # anything can be in it
    if isinstance(value, (set, frozenset)):
        return sorted(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] # the same
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        return list(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] # the same
    raise TypeError(f"a result has a {type(value).__name__}, which cannot be shown")


def moment_in_utc(moment: datetime) -> str:
    """Return a moment as RFC 3339 has it, in UTC and whole seconds; one without a zone is local.

    Args:
        moment: the moment.
    """
    return moment.astimezone(UTC).isoformat(timespec="seconds").removesuffix("+00:00") + "Z"


def as_json(value: Any, *, indent: int | None = None) -> str:
    """Return JSON text without characters that a terminal obeys.

    Args:
        value: the value; see `plain`.
        indent: the spaces of a step; None writes one line.
    """
    separators = (",", ":") if indent is None else None
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators, default=plain)
    return _LEFT_BY_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def flat(value: Any) -> str:
    """Return a value as the text of a cell; lists are joined by a space, what has parts is JSON, None is empty.

    Args:
        value: the value; see `plain`.
    """
    if value is None:
        return ""
    if type(value) is str:
        return value
    shown = plain(value)
    if isinstance(shown, bool):
        return "true" if shown else "false"
    if isinstance(shown, list):
        items: list[Any] = shown  # pyright: ignore[reportUnknownVariableType] # anything can be in it
        if not any(isinstance(each, (list, dict)) for each in items):
            return " ".join(map(flat, items))
    if isinstance(shown, (list, dict)):
        return as_json(shown) if shown else ""
    return str(shown)


def escaped(text: str) -> str:
    r"""Return text for a cell of a line: tabs, ends of lines and controls as escapes, and each backslash doubled.

    Args:
        text: the text.
    """
    return text if text.isprintable() and "\\" not in text else _CONTROL_OR_BACKSLASH.sub(_escape, text)


def visible(text: str) -> str:
    r"""Return text for eyes: controls are shown as `\x1b`, tabs and ends of lines as `\t` and `\n`.

    Args:
        text: the text.
    """
    return text if text.isprintable() else _CONTROL.sub(_escape, text)


def visible_in_csv(text: str) -> str:
    r"""Return text for a cell of CSV: controls are shown as `\x1b`, a lone CR too; tabs and ends of lines stay.

    Args:
        text: the text.
    """
    return text if text.isprintable() else _CONTROL_BUT_LINES.sub(_escape, text)


def visible_line(text: str) -> str:
    r"""Return a line of text: controls are shown as `\x1b`, but tabs stay.

    Args:
        text: the line.
    """
    return text if text.isprintable() else _CONTROL_BUT_TABS.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return _SHORT.get(sign) or (f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}")  # noqa: PLR2004 - two digits hold it


class Clock:
    """Shows moments as the clock on the wall does, and remembers which zones it has used.

    Args:
        utc: whether to show them in UTC.
    """

    def __init__(self, *, utc: bool) -> None:
        self._utc = utc
        self._zones: dict[str, None] = {}

    def show(self, moment: datetime) -> str:
        """Return the day and the time in whole seconds.

        Args:
            moment: the moment; one without a zone is local.
        """
        local = moment.astimezone(UTC if self._utc else None)
        self._zones[local.tzname() or local.strftime("%z")] = None
        return local.strftime("%Y-%m-%d %H:%M:%S")

    def zones(self) -> str:
        """Return a line that names the zones that were used since it was last asked for; empty if none was."""
        names, self._zones = list(self._zones), {}
        return f"times: {' and '.join(names)}" if names else ""
