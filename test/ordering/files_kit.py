"""Reads order files from bytes, and shows what came out in a short form. Each order that comes out can be filed."""

from __future__ import annotations

import io
from typing import Any

import pytest

from xi.sdk.resellers.account import Account
from xi.sdk.resellers.ordering._filing import file_order
from xi.sdk.resellers.ordering.files import FileCheck, FileRefusedError, check_file, read_orders
from xi.sdk.resellers.ordering.runs import Item

HEADER = b"customerOrderNumber,ingramPartNumber,quantity\n"


def orders_of(content: bytes, **options: Any) -> dict[str, list[str]]:
    """Return the orders by PO, each line as `part*quantity`."""
    options.setdefault("kind", "csv")
    with read_orders(io.BytesIO(content), **options) as file:
        return {each["customerOrderNumber"]: lines_of(each) for each in map(filed, file)}


def filed(item: Item) -> Any:
    """Return an order of a file, which the desk has to take as it is."""
    file_order(item.order, Account("20-222222", "US"), reuse="it was cancelled")
    return item.order


def lines_of(order: dict[str, Any]) -> list[str]:
    return [f"{line['ingramPartNumber']}*{line['quantity']}" for line in order["lines"]]


def only_order(content: bytes, **options: Any) -> dict[str, Any]:
    """Return the order of a file that has one."""
    options.setdefault("kind", "csv")
    with read_orders(io.BytesIO(content), **options) as file:
        (item,) = file
    return filed(item)


def errors_of(content: bytes, **options: Any) -> list[tuple[int | None, int | None, str]]:
    """Return the line, the cell and the code of each error; the reader refuses the file too."""
    options.setdefault("kind", "csv")
    check = checked(content, **options)
    if check.errors:
        with pytest.raises(FileRefusedError) as caught:
            read_orders(io.BytesIO(content), **options)
        assert caught.value.errors == check.errors
    else:
        read_orders(io.BytesIO(content), **options).close()
    return [(each.line or each.item, each.column, each.code) for each in check.errors]


def checked(content: bytes, **options: Any) -> FileCheck:
    options.setdefault("kind", "csv")
    return check_file(io.BytesIO(content), **options)


def table(rows: list[list[str]], delimiter: str, end: str) -> str:
    """Return rows as CSV, with quotes where RFC 4180 needs them."""
    return "".join(delimiter.join(quoted(cell, delimiter) for cell in row) + end for row in rows)


def quoted(cell: str, delimiter: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if any(each in cell for each in f'{delimiter}"\r\n') else cell
