"""Samples to a summary that is short enough to be kept: medians and quartiles, and the ratios to the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import report
from measure import CALLERS, PROBES
from payloads import CASES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from measure import Samples

Summary = dict[str, Any]

DIGITS = 4


def spread(values: Sequence[float]) -> dict[str, float] | None:
    """Return the median and the quartiles of some measurements; None if there are none."""
    return _plain(report.Spread.of(values)) if values else None


def starts(samples: Samples) -> list[dict[str, Any]]:
    """Return a row for each step of the start: its own CPU time, that of the whole process, and both to the floor's.

    The floor of a process up to its first create is the same process without an SDK; that of the others is the import.
    """
    rows: list[dict[str, Any]] = []
    for probe in PROBES:
        found = {name: report.column(samples, probe.title, probe.contestant, name) for name in ("cpu_ms", "process_ms")}
        if not found["cpu_ms"]:
            continue
        is_first_create = probe.title == report.FIRST_CREATE
        floor, key = (report.FIRST_CREATE, "process_ms") if is_first_create else (report.FLOOR_IMPORT, "cpu_ms")
        against = report.ratio(found[key], report.column(samples, floor, "floor", key))
        row: dict[str, Any] = {"row": probe.title, "contestant": probe.contestant}
        row |= {name: spread(values) for name, values in found.items()}
        rows.append(row | {"ratio": _plain(against) if against else None})
    return rows


def calls(samples: Samples) -> list[dict[str, Any]]:
    """Return a row for each call and contestant: CPU time and wall time of a call, and the CPU time to the floor's."""
    rows: list[dict[str, Any]] = []
    for case in CASES.values():
        floor = report.column(samples, case.title, "floor", "cpu_us")
        for contestant in CALLERS:
            cpu = report.column(samples, case.title, contestant, "cpu_us")
            if cpu:
                against = report.ratio(cpu, floor)
                row: dict[str, Any] = {
                    "case": case.name,
                    "row": case.title,
                    "contestant": contestant,
                    "cpu_us": spread(cpu),
                }
                row["wall_us"] = spread(report.column(samples, case.title, contestant, "wall_us"))
                rows.append(row | {"ratio": _plain(against) if against else None})
    return rows


def _plain(found: report.Spread) -> dict[str, float]:
    return {name: float(f"{getattr(found, name):.{DIGITS}g}") for name in ("median", "low", "high")}
