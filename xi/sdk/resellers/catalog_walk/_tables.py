"""Makes a table of the rows that a walk has read: JSON Lines, CSV or Parquet, a few rows at a time."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

from xi.sdk.resellers._extras import missing
from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.models import ProductSearchResponseCatalogInner

OTHER: Final = "other"
"""The column with all fields that have none of their own, as JSON."""
_BATCH: Final = 5_000
"""Rows of a table that are in memory at once."""

Make = Callable[[Path, Path], None]
"""Makes a table from the rows: takes the file with the rows, as JSON Lines, and the place of the table."""


def columns() -> list[str]:
    """Return the columns of a table: the fields of a product on the wire, and `other`."""
    fields = ProductSearchResponseCatalogInner.model_fields
    return [str(field.alias or name) for name, field in fields.items()] + [OTHER]


def maker(out: Path, kind: str | None) -> Make:
    """Return what makes a table, by its kind or by the ending of its name.

    Args:
        out: the place of the table.
        kind: `csv`, `jsonl` or `parquet`; None to go by the name.

    Raises:
        ApiValueError: the kind is none of these.
        ImportError: the packages for this kind are missing.
    """
    wanted = (kind or out.suffix.removeprefix(".")).lower()
    match wanted:
        case "csv":
            return _csv
        case "jsonl" | "ndjson":
            return _json_lines
        case "parquet":
            _pyarrow()
            return _parquet
        case _:
            raise ApiValueError(
                f"out is {str(out)!r}; it should end with .csv, .jsonl or .parquet, or kind should say what it is",
                argument="out" if kind is None else "kind",
            )


def _pyarrow() -> tuple[Any, Any]:
    try:
        # Only Parquet needs it. It has no types.
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415 # pyright: ignore[reportMissingTypeStubs]
        import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415 # pyright: ignore[reportMissingTypeStubs]
    except ImportError as error:
        raise ImportError(missing("a Parquet table needs pyarrow", "parquet"), name=error.name) from error
    return pa, pq


def _json_lines(rows: Path, out: Path) -> None:
    shutil.copyfile(rows, out)


def _csv(rows: Path, out: Path) -> None:
    # A text from the server may have half characters, which no file can have.
    with out.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        table = csv.DictWriter(file, columns())
        table.writeheader()
        table.writerows(_cells(rows))


def _parquet(rows: Path, out: Path) -> None:
    arrow, parquet = _pyarrow()
    schema = arrow.schema([(name, arrow.string()) for name in columns()])
    cells = _cells(rows)
    with parquet.ParquetWriter(out, schema) as table:
        while batch := list(islice(cells, _BATCH)):
            whole = [{name: _whole(value) for name, value in each.items()} for each in batch]
            table.write_table(arrow.Table.from_pylist(whole, schema=schema))


def _whole(value: str | None) -> str | None:
    return None if value is None else value.encode("utf-8", "backslashreplace").decode()


def _cells(rows: Path) -> Iterator[dict[str, str | None]]:
    """Yield each row with a text for each column; None where the server sent nothing."""
    named = columns()[:-1]
    with rows.open(encoding="ascii") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            cells = {name: _cell(row.pop(name, None)) for name in named}
            yield {**cells, OTHER: _json(row) if row else None}


def _cell(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def row_of(product: Mapping[str, Any]) -> bytes:
    """Return a product as a line of JSON in ASCII, the same for the same content."""
    return json.dumps(product, sort_keys=True, separators=(",", ":")).encode() + b"\n"
