"""Samples to tables: medians with quartiles, ratios to the floor, and whether the targets are met."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from measure import CALLERS, PROBES, Probe, Samples
from payloads import CASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FLOOR_IMPORT = "import urllib3, pydantic"
FLOOR_IMPORT_MODEL = "import urllib3; from pydantic import BaseModel"
FIRST_CREATE = "to the first create"
KB_PER_MB = 1024

# Largest ratio to the floor that `ours` may have, by row.
IMPORT_TARGETS = {"import xi.sdk.resellers": 0.15, "to a usable OrdersApi": 1.0}
FIRST_CREATE_TARGET = 2.4
PREPARED_TARGET = 5.0
"""Times a later create."""
CALL_TARGETS = {"create": 1.1, "details": 1.1, "search": 1.7, "large": 2.1}

# The floor measured against itself should be 1; farther off than this, the run is too noisy for a 1.1 target.
TRUSTED_DEVIATION = 0.05


@dataclass(frozen=True)
class Spread:
    """The median and the quartiles of some measurements."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of at least one value."""
        if len(values) == 1:
            return cls(values[0], values[0], values[0])
        low, median, high = statistics.quantiles(values, n=4, method="inclusive")
        return cls(median, low, high)

    def show(self, digits: int) -> str:
        """The median, and in brackets the quartiles."""
        return f"{self.median:,.{digits}f} ({self.low:,.{digits}f} to {self.high:,.{digits}f})"


def column(samples: Samples, row: str, contestant: str, key: str) -> list[float]:
    """Return one quantity of each round; empty if it was not measured."""
    return [sample[key] for sample in samples.rows.get((row, contestant), [])]


def ratio(values: Sequence[float], base: Sequence[float]) -> Spread | None:
    """Return the ratio of each round, so that a slow moment of the machine affects both sides."""
    pairs = list(zip(values, base, strict=False))
    return Spread.of([value / floor for value, floor in pairs]) if pairs else None


def verdict(measured: Spread | None, target: float) -> str:
    """Return whether a ratio meets its target."""
    if measured is None:
        return "not measured"
    return f"{'pass' if measured.median <= target else 'MISS'} (at most {target:.2f})"


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table, aligned so that it is readable in a terminal."""
    cells = [list(header), *(list(row) for row in rows)]
    widths = [max(len(row[index]) for row in cells) for index in range(len(cells[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def import_row(samples: Samples, probe: Probe) -> list[str]:
    """The cells of one import step."""
    cpu = column(samples, probe.title, probe.contestant, "cpu_ms")
    if not cpu:
        return [probe.title, probe.contestant, *["not measured"] * 2, *["-"] * 3, ""]
    wall = column(samples, probe.title, probe.contestant, "wall_ms")
    memory = Spread.of(column(samples, probe.title, probe.contestant, "rss_kb")).median
    bare_memory = Spread.of(column(samples, "interpreter alone", "bare", "rss_kb")).median
    over_floor = ratio(cpu, column(samples, FLOOR_IMPORT, "floor", "cpu_ms"))
    over_model = ratio(cpu, column(samples, FLOOR_IMPORT_MODEL, "floor", "cpu_ms"))
    judged = probe.contestant == "ours" and probe.title in IMPORT_TARGETS
    return [
        probe.title,
        probe.contestant,
        Spread.of(wall).show(1),
        Spread.of(cpu).show(1),
        f"{over_floor.median:.2f}" if over_floor else "-",
        f"{over_model.median:.2f}" if over_model else "-",
        f"{memory / KB_PER_MB:.1f} (+{(memory - bare_memory) / KB_PER_MB:.1f})",
        verdict(over_floor, IMPORT_TARGETS[probe.title]) if judged else "",
    ]


def import_table(samples: Samples) -> str:
    """All import steps."""
    header = ["step, fresh interpreter", "contestant", "wall ms", "CPU ms", "x floor", "x floor + BaseModel"]
    return table([*header, "peak MB (over bare)", "target"], [import_row(samples, probe) for probe in PROBES])


def first_create(samples: Samples) -> str:
    """The whole process up to the first create against the floor, and the first create of a prepared client."""
    lines = list[str]()
    contestants = [each.contestant for each in PROBES if each.title == FIRST_CREATE and each.contestant != "floor"]
    floor = column(samples, FIRST_CREATE, "floor", "process_ms")
    for contestant in contestants:
        over_floor = ratio(column(samples, FIRST_CREATE, contestant, "process_ms"), floor)
        if over_floor:
            judged = verdict(over_floor, FIRST_CREATE_TARGET) if contestant == "ours" else ""
            shown = f"start of the process to the first create answered, {contestant}: {over_floor.show(2)} x floor"
            lines.append(f"{shown} {judged}".rstrip())
    prepared = ratio(*(column(samples, "first create, prepared", "ours", key) for key in ("first_ms", "later_ms")))
    if prepared:
        judged = verdict(prepared, PREPARED_TARGET)
        lines.append(f"first create after prepare(), ours: {prepared.show(2)} x a later one {judged}")
    return "\n".join(lines)


def call_row(samples: Samples, case: str, contestant: str) -> list[str]:
    """The cells of one call by one contestant."""
    title = CASES[case].title
    cpu = column(samples, title, contestant, "cpu_us")
    over_floor = ratio(cpu, column(samples, title, "floor", "cpu_us"))
    wall = column(samples, title, contestant, "wall_us")
    return [
        title,
        contestant,
        Spread.of(cpu).show(0) if cpu else "not measured",
        over_floor.show(2) if over_floor else "-",
        f"{Spread.of(wall).median:,.0f}" if wall else "-",
        verdict(over_floor, CALL_TARGETS[case]) if contestant == "ours" and case in CALL_TARGETS else "",
    ]


def call_table(samples: Samples) -> str:
    """All calls."""
    header = ["call, keep-alive", "contestant", "CPU µs", "x floor", "wall µs", "target"]
    return table(header, [call_row(samples, case, contestant) for case in CASES for contestant in CALLERS])


def noise(samples: Samples) -> str:
    """Return the largest difference of the floor from itself; a smaller difference means nothing."""
    worst = 0.0
    for case in CASES.values():
        again = column(samples, case.title, "floor again", "cpu_us")
        itself = ratio(again, column(samples, case.title, "floor", "cpu_us"))
        worst = max(worst, abs(itself.median - 1) if itself else 0.0)
    judgement = "" if worst <= TRUSTED_DEVIATION else ": TOO NOISY, do not publish"
    return f"noise: the floor against itself is off by up to {worst:.2f}{judgement}"


def plain(samples: Samples) -> dict[str, Any]:
    """The raw samples for a JSON file."""
    rows = [
        {"row": row, "contestant": contestant, "samples": values} for (row, contestant), values in samples.rows.items()
    ]
    return {"rows": rows, "failures": samples.failures}
