"""What a program calls to read an order file: its options, checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypedDict, Unpack

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering.files._checks import FileCheck, FileRefusedError
from xi.sdk.resellers.ordering.files._mapping import DECIMALS, FileMapping, mapping_of, texts_of
from xi.sdk.resellers.ordering.files._order_files import OrderFiles
from xi.sdk.resellers.ordering.files._reading import OrderFile, OrderSource, Said
from xi.sdk.resellers.ordering.files._values import Reading
from xi.sdk.resellers.ordering.runs import Totals

_MOST: Final = 9999


Mapped = FileMapping | Mapping[str, Any] | str | os.PathLike[str] | None
"""A mapping, a dict with its keys, the path of its file, or None for our own names."""


class ReadOptions(TypedDict, total=False):
    """What a program may say about order files; see read_orders."""

    mapping: Mapped
    kind: str | None
    encoding: str | None
    delimiter: str | None
    decimal: str | None
    set: Mapping[str, str] | None
    only: Mapping[str, str | Sequence[str]] | None
    group: str | None
    equal_rows: bool
    send_unknown: bool
    last_line_whole: bool
    max_quantity: int
    may_reuse: bool


def _said(
    *,
    mapping: Mapped = None,
    kind: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    decimal: str | None = None,
    set: Mapping[str, str] | None = None,  # noqa: A002 - the name of the option
    only: Mapping[str, str | Sequence[str]] | None = None,
    group: str | None = None,
    equal_rows: bool = False,
    send_unknown: bool = False,
    last_line_whole: bool = False,
    max_quantity: int = _MOST,
    may_reuse: bool = False,
) -> Said:
    chosen = mapping_of(mapping)
    if decimal not in (None, *DECIMALS):
        raise ApiValueError(f"decimal is {decimal!r}; it should be point or comma", argument="decimal")
    if group not in (None, "anywhere"):
        raise ApiValueError(f"group is {group!r}; it should be anywhere, or left out", argument="group")
    if isinstance(max_quantity, bool) or not isinstance(max_quantity, int) or max_quantity < 1:  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not check types
        raise ApiValueError("max_quantity should be a whole number of 1 or more", argument="max_quantity")
    wanted = dict(chosen.only)
    for name, given in (only or {}).items():
        texts = texts_of(given)
        if texts is None:
            raise ApiTypeError("only should have a text or a list of texts for each column", argument="only")
        wanted[name] = tuple(each for each in texts if name not in wanted or each in wanted[name])
    if not all(isinstance(value, str) for value in (set or {}).values()):  # pyright: ignore[reportUnnecessaryIsInstance] - the same
        raise ApiTypeError("set should have a text for each field", argument="set")
    chosen = replace(
        chosen,
        encoding=encoding or chosen.encoding,
        delimiter=delimiter or chosen.delimiter,
        decimal=decimal or chosen.decimal,
        only=wanted,
    )
    return Said(
        mapping=chosen,
        kind=kind,
        fixed=dict(set or {}),
        is_anywhere=group is not None,
        equal_rows=equal_rows,
        send_unknown=send_unknown,
        last_line_whole=last_line_whole,
        may_reuse=may_reuse,
        reading=Reading(decimal=chosen.decimal, most=max_quantity),
    )


def read_orders(
    file: OrderSource,
    *,
    mapping: Mapped = None,
    kind: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    decimal: str | None = None,
    set: Mapping[str, str] | None = None,  # noqa: A002 - the name of the option
    only: Mapping[str, str | Sequence[str]] | None = None,
    skip_bad: bool = False,
    group: str | None = None,
    equal_rows: bool = False,
    send_unknown: bool = False,
    last_line_whole: bool = False,
    max_quantity: int = _MOST,
    may_reuse: bool = False,
) -> OrderFile:
    """Return the orders of a file, all read and checked; `OrderDesk.place_all` takes them.

    Args:
        file: a path, or a stream of bytes.
        mapping: what the columns are: a FileMapping, a dict, or the path of a TOML or JSON file; None for our own
            names.
        kind: csv, json or jsonl; None if the ending of the name tells.
        encoding: the encoding, as Python names it; None for what a byte order mark says, else UTF-8.
        delimiter: the character between cells; None if the header tells.
        decimal: point or comma; None if the file does not need it.
        set: fields with the value that every order gets.
        only: columns with the values of the rows that are read, added to those of the mapping.
        skip_bad: whether bad orders are left out; `check.errors` names them. What makes all of the file unsure still
            refuses it.
        group: anywhere, if rows of one order may stand in many places; all rows are kept in memory then.
        equal_rows: whether rows of one order may be equal in every cell.
        send_unknown: whether keys of JSON that no order has are sent.
        last_line_whole: whether a last line of CSV without its end is whole.
        max_quantity: units of one line, at most.
        may_reuse: whether orders may turn the server's check for duplicates off; `place_all` then needs `reuse`.

    Raises:
        FileRefusedError: something in the file is refused; `errors` has all of it.
        ApiValueError: a mapping or an argument does not fit.
        ApiTypeError: an argument has the wrong type.
        OSError: the file cannot be read.
    """
    found = OrderFile(
        file,
        _said(
            mapping=mapping,
            kind=kind,
            encoding=encoding,
            delimiter=delimiter,
            decimal=decimal,
            set=set,
            only=only,
            group=group,
            equal_rows=equal_rows,
            send_unknown=send_unknown,
            last_line_whole=last_line_whole,
            max_quantity=max_quantity,
            may_reuse=may_reuse,
        ),
    )
    check = found.check
    if check.is_refused or (check.errors and not skip_bad):
        found.close()
        raise FileRefusedError(check.errors, [check])
    return found


def read_order_files(
    files: Iterable[OrderSource],
    *,
    skip_bad: bool = False,
    expect: Totals | None = None,
    **options: Unpack[ReadOptions],
) -> OrderFiles:
    """Return the orders of several files as one run; all are read and checked before an order of the first is given.

    A PO that is in two files is refused in both.

    Args:
        files: a path, or a stream of bytes, for each file.
        skip_bad: see read_orders.
        expect: how many orders, lines and units of all files can be placed; other sums refuse all files, also if bad
            orders are left out. None does not check them.
        options: the other arguments of read_orders; they hold for each file.

    Raises:
        FileRefusedError: something in a file is refused; `errors` has all of it, and `checks` what is in each file.
        ApiValueError: a mapping or an argument does not fit, or there is no file.
        ApiTypeError: an argument has the wrong type.
        OSError: a file cannot be read.
    """
    if isinstance(files, (str, os.PathLike)):
        raise ApiTypeError("files should be a list of paths or streams, not one of them", argument="files")
    listed = list(files)
    if not listed:
        raise ApiValueError("files should have at least one file", argument="files")
    found = OrderFiles(listed, _said(**options), expect)
    errors = found.errors
    if found.is_refused or (errors and not skip_bad):
        found.close()
        raise FileRefusedError(errors, found.checks)
    return found


def check_file(
    file: OrderSource,
    *,
    mapping: Mapped = None,
    kind: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    decimal: str | None = None,
    set: Mapping[str, str] | None = None,  # noqa: A002 - the name of the option
    only: Mapping[str, str | Sequence[str]] | None = None,
    group: str | None = None,
    equal_rows: bool = False,
    send_unknown: bool = False,
    last_line_whole: bool = False,
    max_quantity: int = _MOST,
    may_reuse: bool = False,
) -> FileCheck:
    """Return what is in an order file, and all that is wrong with it; nothing is sent. It reads as read_orders does.

    Args:
        file: a path, or a stream of bytes.
        mapping: see read_orders, as for all that follow.
        kind: csv, json or jsonl.
        encoding: the encoding.
        delimiter: the character between cells.
        decimal: point or comma.
        set: fields with the value that every order gets.
        only: columns with the values of the rows that are read.
        group: anywhere, if rows of one order may stand in many places.
        equal_rows: whether rows of one order may be equal in every cell.
        send_unknown: whether keys of JSON that no order has are sent.
        last_line_whole: whether a last line of CSV without its end is whole.
        max_quantity: units of one line, at most.
        may_reuse: whether orders may turn the server's check for duplicates off; `place_all` then needs `reuse`.

    Raises:
        ApiValueError: a mapping or an argument does not fit.
        ApiTypeError: an argument has the wrong type.
        OSError: the file cannot be read.
    """
    with OrderFile(
        file,
        _said(
            mapping=mapping,
            kind=kind,
            encoding=encoding,
            delimiter=delimiter,
            decimal=decimal,
            set=set,
            only=only,
            group=group,
            equal_rows=equal_rows,
            send_unknown=send_unknown,
            last_line_whole=last_line_whole,
            max_quantity=max_quantity,
            may_reuse=may_reuse,
        ),
    ) as found:
        return found.check
