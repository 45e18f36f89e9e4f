"""From the text of a cell to a value; what can be read in two ways is refused. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.ordering._filing import LONGEST_PO
from xi.sdk.resellers.ordering.files._refusals import CellFault, escaped

Reader = Callable[[str], Any]

LAST_LINE_NUMBER: Final = 884
"""The highest number of a line that the server keeps."""
_SHEET_ERROR: Final = re.compile(
    r"#(?:名称|名稱|名前|이름|溢出|スピル|분산)[!?]"
    r"|#[¡¿]?(?P<word>[^\W\d_][\w/.]*)[ \xa0\u202f]?[!?]"
    r"|#(?:[Nn]/[Aa]|N/[BDTV]|N/DISP|I/T|Н/Д|Δ/Υ|NV|YOK|HIÁNYZIK|NEDOSTUPN[ÉÝ]|NENÍ_K_DISPOZICI|PUUTTUU)"  # noqa: RUF001 - Russian, Greek
    r"|#(?:GETTING_DATA|DATEN_ABRUFEN|OBTENIENDO_DATOS|OBTENDO_DADOS|GEGEVENS_OPHALEN)"
    r"|(?:Err|Erro|Error|Fehler|Fout|Fel|Fejl|Feil|Virhe|Hiba|Chyba|Błąd|Hata|Ошибка|エラー)[ \xa0\u202f]?:5[0-9]{2}"
)
"""What Excel, LibreOffice and others write in place of a value, in the languages that they speak.

Words between # and ! or ? are in capitals, as none but errors are; scripts without capitals have a list, since `#加急!`
may be a remark. LibreOffice has numbers too: `Err:502`.
"""
_NARROW: Final = re.compile("#+")
"""What a column shows that is too narrow for its number."""
_NOTHING: Final = frozenset(
    ("NULL", "Null", "null", "(NULL)", "(null)", "[NULL]", "<NULL>", "<null>", "\\N", "NONE", "None", "none",
     "NAN", "NaN", "nan", "NaT", "<NA>", "N/A", "n/a", "undefined")
)  # fmt: skip
"""What databases and programs write for nothing; the rows of many orders would be one order of that PO."""
_DIGITS_KEPT: Final = 15
"""Digits of a number that a spreadsheet keeps; those behind become zeros."""
_SCIENTIFIC: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
"""A number in scientific form. A part number may be `5E12`: programs write that with a point, a sign or a small e."""
_DECIMALS: Final = re.compile(r"[0-9]+[.,]0+")
_DAY_OR_TIME: Final = re.compile(
    r"[0-9]{1,2}(?:-|\. ?)[A-Z][^\W\d_]{2}(?:[- ][0-9]{2,4})?|[A-Z][^\W\d_]{2}[- ][0-9]{2,4}"
    r"|[0-9]{1,2}([./])[0-9]{1,2}\1[0-9]{2,4}|[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
)
"""What spreadsheets make of a number that looks like a day, a month or a time."""
_PART: Final = re.compile(r"[A-Z0-9]+")
_OTHER: Final = {"point": "comma", "comma": "point"}
_THOUSANDS: Final = {"point": ",", "comma": "."}
_NUMBERS: Final = {
    None: re.compile(r"([0-9]+)(?:\.([0-9]+))?"),
    "point": re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:([,\xa0\u202f])[0-9]{3}(?:\2[0-9]{3})*))(?:\.([0-9]+))?"),
    "comma": re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:([.\xa0\u202f])[0-9]{3}(?:\2[0-9]{3})*))(?:,([0-9]+))?"),
}
_UNSURE: Final = re.compile(r"[0-9]+[.,][0-9]{3}")
_MOST_MEANT: Final = 10**9
"""Units that nobody orders in a line."""
_AS_TEXT: Final = "write the number into the cell; as_text in a mapping takes it as it is"
_LONGEST_NUMBER: Final = 25
"""Characters of a number; all that the contract can mean are shorter."""
_YEARS: Final = range(2000, 2100)
"""The years in which goods can be asked for; another one has a digit too few or too many."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Reading:
    """How numbers and parts are read.

    Args:
        decimal: point or comma; None if it is not said.
        most: units of a line, at most.
        as_text: whether a part or a PO that looks like one changed by a spreadsheet is taken as it is.
        width: digits that a part of digits only must have; None if that is not checked.
        date: the format of a date, as strptime has it; None for YYYY-MM-DD.
    """

    decimal: str | None = None
    most: int = 9999
    as_text: bool = False
    width: int | None = None
    date: str | None = None


class WrongPo(CellFault):
    """A PO that cannot be sent, or is not written as it was, but says which order it is of."""


def may_be(text: str, po: str) -> bool:
    """Return whether a wrong PO may be another spelling of a PO that stands beside it.

    `A-1 urgent` and `4711.0` begin with it; a letter that cannot be seen, or looks like one of ours, stands for any;
    and a number in scientific form may be each number that the spreadsheet rounds to it.

    Args:
        text: the wrong PO.
        po: the other one.
    """
    wrong, right = folded(text), folded(po)
    if wrong.startswith(right):
        return True
    seen = "".join(re.escape(each) if each.isascii() and each.isprintable() else ".{0,2}" for each in wrong)
    if re.fullmatch(seen, right):
        return True
    mantissa = re.split("[eE]", wrong)[0]
    if _SCIENTIFIC.fullmatch(wrong) is None or not (right.isascii() and right.isdigit()):
        return False
    places = len(mantissa.replace(",", ".").partition(".")[2])
    with suppress(ArithmeticError):  # no number of this world
        return Decimal(wrong.replace(",", ".")) == Decimal(f"{Decimal(right):.{places}E}")
    return False


def clean(text: str) -> str:
    """Return the text of a used cell without blanks around it, and without the form `="..."`.

    Raises:
        CellFault: it has control characters, lost characters, or the error of a spreadsheet.
    """
    text = text.strip(" \t")
    if text[:2] == '="' and text[-1] == '"' and len(text) > 2:  # noqa: PLR2004 - the three marks themselves
        text = text[2:-1].strip(" \t")
    check_text(text)
    return text


def check_text(text: str, permitted: str = "") -> None:
    """Refuse what cannot be meant.

    Args:
        text: the text of a cell.
        permitted: control characters that may be in it.

    Raises:
        CellFault: it has control characters, lost characters, or the error of a spreadsheet.
    """
    if "\ufffd" in text:
        raise CellFault(
            "lost-character",
            "has U+FFFD: characters were lost before the file was written",
            "export the file again, as UTF-8",
            whole_file=True,
        )
    if not text.isprintable():
        wrong = next((c for c in text if unicodedata.category(c) == "Cc" and c not in permitted), None)
        if wrong is not None:
            raise CellFault("control-character", f"has the control character {wrong!r}", "take it out of the cell")
        if any(unicodedata.category(each) == "Cs" for each in text):
            raise CellFault(
                "lost-character",
                "has half of a character: the other half was lost before the file was written",
                "write the text anew",
            )
    if text[:1] == "#" or text[-4:-3] == ":":
        _check_sheet_error(text)


def _check_sheet_error(text: str) -> None:
    if _NARROW.fullmatch(text):
        raise CellFault(
            "sheet-error",
            "is what a spreadsheet shows where a column is too narrow",
            "make the column wider and save the file again",
        )
    found = _SHEET_ERROR.fullmatch(text)
    word = "" if found is None else found["word"] or ""
    if found is not None and all(each.isupper() for each in word if each.isalpha()):
        raise CellFault("sheet-error", "is the error of a spreadsheet", "mend the formula and save the file again")


def is_cut(po: str) -> bool:
    """Return whether a PO may have lost digits: a spreadsheet makes zeros of those that it does not keep.

    Args:
        po: the PO.
    """
    return len(po) > _DIGITS_KEPT and po.isascii() and po.isdigit() and not po[_DIGITS_KEPT:].strip("0")


def reader_of(holds: str, limit: int | None, reading: Reading) -> Reader:
    """Return what makes a value of a text that is clean and not empty; it raises CellFault.

    Args:
        holds: what the field holds, as Node says.
        limit: characters at most.
        reading: how numbers and parts are read.
    """
    if holds == "quantity":
        return lambda text: quantity(text, reading)
    if holds == "price":
        return lambda text: price(text, reading)
    if holds == "part":
        return lambda text: part(text, limit, reading)
    if holds == "date":
        return lambda text: day(text, reading.date)
    if holds == "po":
        return lambda text: po(text, reading)
    simple: dict[str, Reader] = {"flag": flag, "line number": line_number}
    return simple.get(holds) or (lambda text: limited(text, limit))


def limited(text: str, limit: int | None) -> str:
    """Return a text.

    Raises:
        CellFault: it is too long; it is never cut.
    """
    if limit is not None and len(text) > limit:
        raise CellFault("too-long", f"has {len(text)} characters; at most {limit} fit", "shorten it; nothing is cut")
    return text


def quantity(text: str, reading: Reading) -> int:
    """Return a whole number of 1 or more.

    Raises:
        CellFault: it is none, or can be read in two ways.
    """
    if text.isdigit() and text.isascii():
        number = int(text) if len(text) < 20 else 10**20  # noqa: PLR2004 - far above each limit, and quick to read
    else:
        read = _number(text, reading.decimal, "bad-quantity", "is not a whole number in this reading")
        if read != read.to_integral_value():
            raise CellFault("bad-quantity", "is not a whole number", "order whole pieces")
        number = int(read)
    if number < 1:
        raise CellFault("bad-quantity", "is below 1", "leave the row out, or order at least 1")
    if number > reading.most:
        hint = f"if it is meant: --max-quantity {number}" if number < _MOST_MEANT else ""
        raise CellFault("max-quantity", f"is more than {reading.most:,}", hint)
    return number


def price(text: str, reading: Reading) -> Decimal:
    """Return a price without a currency sign.

    Raises:
        CellFault: it is none, or can be read in two ways.
    """
    found = _number(text, reading.decimal, "bad-price", "is not a price in this reading; no sign, no currency")
    if Decimal(repr(float(found))) != found:  # it is sent as a number of JSON, which would round it
        raise CellFault("bad-price", "has more digits than can be sent; nothing is rounded", "round it as it is meant")
    return found


def _number(text: str, decimal: str | None, code: str, fault: str) -> Decimal:
    if decimal is None and _UNSURE.fullmatch(text):
        raise CellFault(
            "two-readings", "is a thousand times more in another reading", "say --decimal point or --decimal comma"
        )
    found = _NUMBERS[decimal].fullmatch(text)
    if found is None:
        hint = ""
        if decimal is None and _NUMBERS["comma"].fullmatch(text):
            hint = f"if {'commas are decimals' if ',' in text else 'points part thousands'}: --decimal comma"
        elif decimal is None and _NUMBERS["point"].fullmatch(text):
            hint = "if commas part thousands: --decimal point"
        elif decimal is not None and _NUMBERS[other := _OTHER[decimal]].fullmatch(text):
            hint = f"if {other}s are decimals: --decimal {other}"
        raise CellFault(code, fault, hint)
    if len(text) > _LONGEST_NUMBER:
        raise CellFault(code, f"has {len(text)} characters; no number is so long")
    groups = found.groups()
    whole = groups[0] if decimal is None else groups[0].replace(groups[1] or _THOUSANDS[decimal], "")
    return Decimal(f"{whole}.{groups[-1] or '0'}")


def part(text: str, limit: int | None, reading: Reading) -> str:
    """Return Ingram Micro's part number as it is.

    Raises:
        CellFault: it is none, or a spreadsheet has changed it.
    """
    if not reading.as_text and text in _NOTHING:
        raise CellFault("missing", "is what a program writes for nothing; each line needs a part", _AS_TEXT)
    if not reading.as_text and (_PART.fullmatch(text) is None):
        is_changed = _SCIENTIFIC.fullmatch(text) or _DECIMALS.fullmatch(text) or _DAY_OR_TIME.fullmatch(text)
        if is_changed or text[0] in "'=+@#":
            raise CellFault(
                "changed-part",
                "is not a part number any more: a spreadsheet has changed it",
                "format the column as text before the numbers go in; as_text in a mapping takes it as it is",
            )
    if not (text.isascii() and text.isprintable()):
        raise CellFault("bad-part", "has a character that no part number has", "use printable ASCII")
    if reading.width is not None and text.isdigit() and len(text) != reading.width:
        raise CellFault(
            "part-width", f"has {len(text)} digits, not {reading.width}; zeros in front may be gone", "--map: pad"
        )
    return limited(text, limit)


def po(text: str, reading: Reading) -> str:
    """Return a purchase order number in the case given.

    Args:
        text: the number.
        reading: whether one that a spreadsheet seems to have changed is taken as it is.

    Raises:
        CellFault: the server would not find it again, or a spreadsheet has changed it.
    """
    if not reading.as_text and text in _NOTHING:
        raise CellFault("no-po", "is what a program writes for nothing, not an order number", _AS_TEXT)
    if not reading.as_text and (_SCIENTIFIC.fullmatch(text) or _DECIMALS.fullmatch(text)):
        raise WrongPo(
            "changed-po",
            "is not an order number any more: a spreadsheet has changed it",
            "format the column as text before the numbers go in; as_text in a mapping takes it as it is",
        )
    wrong = next((each for each in text if not (each.isascii() and each.isprintable())), None)
    if wrong is not None:
        # Not what the desk says of it: that a desk can be made that takes it would be of no use here.
        raise WrongPo(
            "bad-po",
            f"cannot be a PO: it has the character '{escaped(wrong)}'",
            "use printable ASCII: letters, digits, blanks and marks",
        )
    if len(text) > LONGEST_PO:
        long = f"cannot be a PO: it has {len(text)} characters; at most {LONGEST_PO} fit"
        raise WrongPo("bad-po", long, "write a shorter number")
    return text


def flag(text: str) -> bool:
    """Return true or false.

    Raises:
        CellFault: it is neither.
    """
    said = {"true": True, "false": False}.get(text.lower())
    if said is None:
        raise CellFault("bad-flag", "is neither true nor false", "write true or false")
    return said


def line_number(text: str) -> str:
    """Return the number of a line.

    Raises:
        CellFault: the server would give it another one.
    """
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and 1 <= int(text) <= LAST_LINE_NUMBER):  # noqa: PLR2004 - digits of 884
        raise CellFault("bad-line-number", f"is not a number from 1 to {LAST_LINE_NUMBER}", "leave the column out")
    return text


def day(text: str, form: str | None) -> str:
    """Return a date as YYYY-MM-DD.

    Args:
        text: the date.
        form: its format, as strptime has it; None for YYYY-MM-DD.

    Raises:
        CellFault: it is no date in this format.
    """
    found: date | None = None
    with suppress(ValueError):
        if form is not None:
            found = datetime.strptime(text, form).date()  # noqa: DTZ007 - a date has no zone
        elif text.isascii() and _DAY.fullmatch(text):
            found = date.fromisoformat(text)
    if found is not None:
        if found.year not in _YEARS:
            raise CellFault("bad-date", f"is in the year {found.year:04}", "mend the year")
        return found.isoformat()
    if text.isdigit() and form is None:
        raise CellFault("bad-date", "is a number of days, not a date", "format the column as YYYY-MM-DD")
    raise CellFault(
        "bad-date", f"is not a date as {form or 'YYYY-MM-DD'}", 'another form: date = "%d.%m.%Y" in a mapping'
    )
