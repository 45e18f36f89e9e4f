"""Writes tables for eyes. They fit the width; what does not fit is cut where it may be, else shown line by line."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from xi.sdk.resellers.cli.output._columns import value_at
from xi.sdk.resellers.cli.output._values import flat, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xi.sdk.resellers.cli.output._columns import Column
    from xi.sdk.resellers.cli.output._sinks import Sink
    from xi.sdk.resellers.cli.output._values import Clock

_GAP: Final = 2
"""The spaces between columns."""
_LEAST_CUT: Final = 8
"""The narrowest that a column is cut to."""
_AT_ONCE: Final = 500
"""How many rows are in memory at once; they share the widths of their columns."""


class TableWriter:
    """Tables.

    Args:
        sink: where to write.
        columns: the columns.
        header: whether to begin with their titles.
        color: whether values may be painted.
        width: how many characters a line has; None is as many as there are.
        clock: shows moments.
        empty: what to write when there are no rows.
        live: whether each row is shown as soon as it is there.
    """

    def __init__(
        self,
        sink: Sink,
        columns: Sequence[Column],
        *,
        header: bool,
        color: bool,
        width: int | None,
        clock: Clock,
        empty: str,
        live: bool,
    ) -> None:
        self._sink = sink
        self._columns = columns
        self._header = header
        self._color = color
        self._width = width
        self._clock = clock
        self._empty = empty
        self._most = 1 if live else _AT_ONCE
        self._rows: list[list[Text]] = []
        self._widths = [cell_len(each.heading) if header else 1 for each in columns]
        self._is_empty = True

    def begin(self) -> None:
        """Write nothing yet: the widths are not known."""

    def row(self, item: Mapping[str, Any]) -> None:
        """Take a row.

        Args:
            item: its values.
        """
        self._rows.append([self._cell(each, value_at(item, each.name)) for each in self._columns])
        if len(self._rows) >= self._most:
            self._show()

    def _cell(self, column: Column, value: Any) -> Text:
        if isinstance(value, datetime):
            text = self._clock.show(value)
        elif column.show is not None:
            text = column.show(value)
        elif isinstance(value, (list, tuple)) and not any(isinstance(each, (list, tuple, dict)) for each in value):  # pyright: ignore[reportUnknownVariableType] # anything can be in it
            text = ", ".join(map(flat, value))  # pyright: ignore[reportUnknownArgumentType] # the same
        else:
            text = flat(value)
        style = column.paint(value) if self._color and column.paint is not None and value is not None else ""
        return Text(visible(text), style=style)

    def end(self, *, complete: bool, summary: Mapping[str, Any] | None) -> None:  # noqa: ARG002 - commands tell these
        """Write what is left, and which zone the times are in."""
        if self._is_empty and self._most > 1:
            self._leave_out_empty_columns()
        self._show()
        zones = self._clock.zones()
        if self._is_empty and self._empty:
            self._sink.write(visible(self._empty) + "\n")
        if zones:
            self._sink.write(zones + "\n")

    def _leave_out_empty_columns(self) -> None:
        """Leave out columns in which no row has anything; all rows are known."""
        used = [at for at in range(len(self._columns)) if any(row[at].plain for row in self._rows)]
        self._columns = [self._columns[at] for at in used]
        self._widths = [self._widths[at] for at in used]
        self._rows = [[row[at] for at in used] for row in self._rows]

    def _show(self) -> None:
        if not self._rows:
            return
        natural = [max(widths) for widths in zip(*([each.cell_len for each in row] for row in self._rows), strict=True)]
        self._widths = [max(pair) for pair in zip(self._widths, natural, strict=True)]
        fitted = self._fitted()
        if fitted is None:
            self._show_line_by_line()
        else:
            self._show_table(fitted)
        self._rows.clear()
        self._is_empty = False
        self._sink.flush()

    def _fitted(self) -> list[int] | None:
        """Return the width of each column; None if they do not fit."""
        if self._width is None:
            return self._widths
        over = sum(self._widths) + _GAP * (len(self._widths) - 1) - self._width
        widths = list(self._widths)
        while over > 0:
            widest = max(
                (at for at, each in enumerate(self._columns) if each.is_cut and widths[at] > _LEAST_CUT),
                key=widths.__getitem__,
                default=None,
            )
            if widest is None:
                return None
            widths[widest] -= 1
            over -= 1
        return widths

    def _show_table(self, widths: Sequence[int]) -> None:
        has_header = self._header and self._is_empty
        table = Table(box=None, show_header=has_header, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
        for column, width in zip(self._columns, widths, strict=True):
            table.add_column(
                Text(column.heading),
                width=width,
                no_wrap=True,
                overflow="ellipsis",
                justify="right" if column.is_right else "left",
            )
        for row in self._rows:
            table.add_row(*row)
        console = self._console(sum(widths) + _GAP * len(widths))
        with console.capture() as shown:
            console.print(table)
        self._sink.write(shown.get())

    def _show_line_by_line(self) -> None:
        """Write each value on a line of its own; the terminal breaks what is longer."""
        longest = max(cell_len(each.heading) for each in self._columns)
        # As wide as the longest value, so that nothing here breaks a line: a broken one cannot be copied.
        console = self._console(longest + _GAP + max(self._widths) + 1)
        with console.capture() as shown:
            for row in self._rows:
                for column, cell in zip(self._columns, row, strict=True):
                    if cell.plain:
                        console.print(Text.assemble((column.heading.ljust(longest + _GAP), "bold"), cell), no_wrap=True)
                console.print()
        self._sink.write(shown.get())

    def _console(self, width: int) -> Console:
        """Return what makes text of tables; it is the sink that writes it, and knows what to do if it cannot."""
        return Console(
            file=self._sink.stream,
            width=width,
            force_terminal=self._color,
            color_system="standard" if self._color else None,
            no_color=not self._color,
            markup=False,
            emoji=False,
            highlight=False,
        )
