"""Draws the charts of bench/README.md from bench/results.json: `python bench/charts.py`.

Bars lie on their sides, each with its name, its value and its quartiles. All that is seen is also in the text for those
who do not see it. The colours follow the light or dark setting of the reader.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).resolve().with_name("results.json")
IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"

WIDTH = 860
LEFT, RIGHT = 262, 118
"""Where the bars begin, and the space for the values after them."""
BAR, STEP = 16, 25
HEADING, TOP, LINE = 30, 74, 17

NAMES = {
    "floor": "the floor",
    "models": "urllib3 and bare models",
    "ours": "this SDK",
    "published": "published 1.1.0",
    "published 1.3.0": "published 1.3.0",
    "stripe": "runtime of stripe",
    "openai": "runtime of openai",
}
"""The contestants that are drawn, in this order, with their names."""

STYLE = """
  .paper { fill: #ffffff } .axis { stroke: #b6bdc6 } .range { stroke: #1d242c; stroke-width: 1.5 }
  .bar { fill: #a9b6c6 } .limit { fill: #d3dae3 } .ours { fill: #2d7a4b }
  text { fill: #1d242c; font: 13px system-ui, sans-serif } .title { font-size: 17px; font-weight: 600 }
  .heading { font-weight: 600 } .small { font-size: 12px; fill: #4a5664 } .name { text-anchor: end }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0f1419 } .axis { stroke: #4a5664 } .range { stroke: #e4e9ef }
    .bar { fill: #5b6b7e } .limit { fill: #36424f } .ours { fill: #5fbf85 }
    text { fill: #e4e9ef } .small { fill: #97a5b5 }
  }
""".strip("\n")


@dataclass(frozen=True)
class Bar:
    """One contestant in one group."""

    contestant: str
    median: float
    low: float
    high: float
    ratio: float | None
    """To the floor; None if the floor could not be measured."""

    @property
    def value(self) -> str:
        """What stands beside it."""
        return number(self.median) + ("" if self.ratio is None else f" ({self.ratio:.2f})")

    @property
    def colour(self) -> str:
        """The class of its colour: the limits are pale, this SDK is green."""
        return {"ours": "ours", "floor": "limit", "models": "limit"}.get(self.contestant, "bar")


@dataclass(frozen=True)
class Chart:
    """What a chart shows: groups of bars, each group with a scale of its own."""

    name: str
    title: str
    unit: str
    groups: tuple[tuple[str, tuple[Bar, ...]], ...]


def number(value: float) -> str:
    """Return a number with three digits that count, and commas in large ones."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three digits


def bars(rows: list[dict[str, Any]], key: str) -> tuple[Bar, ...]:
    """Return the bars of some rows of the results, in the order in which contestants are drawn."""
    found = {row["contestant"]: row for row in rows}
    # Without the floor there is no ratio, and without a measurement no bar.
    kept = [found[name] for name in NAMES if name in found and found[name][key]]
    return tuple(Bar(row["contestant"], **row[key], ratio=row["ratio"] and row["ratio"]["median"]) for row in kept)


def charts(results: dict[str, Any]) -> list[Chart]:
    """Return the charts that the results allow: without one half of the measurements, its charts are missing."""
    calls, starts = results.get("calls", []), results.get("starts", [])

    def of_calls(*cases: str) -> tuple[tuple[str, tuple[Bar, ...]], ...]:
        rows = {case: [row for row in calls if row["case"] == case] for case in cases}
        return tuple((found[0]["row"], bars(found, "cpu_us")) for found in rows.values() if found)

    create = [row for row in starts if row["row"] == "to the first create"]
    usable = [row for row in starts if row["row"] == "to a usable OrdersApi"]
    usable += [row for row in starts if row["row"] == "import urllib3, pydantic"]
    started = "start of the process until the first create is answered; the floor is urllib3 and json"
    made = "until there is an OrdersApi; the floor is the import of urllib3 and pydantic"
    of_client = "CPU µs of the client a call; shorter is better; the floor is urllib3 and json"
    found = [
        Chart(
            "bench-small",
            "A small call",
            of_client,
            of_calls("create", "details"),
        ),
        Chart(
            "bench-large",
            "A large answer",
            of_client,
            of_calls("search", "large"),
        ),
        Chart(
            "bench-start",
            "The start of a program",
            "CPU ms in a new interpreter; shorter is better",
            (
                (
                    started,
                    bars(create, "process_ms"),
                ),
                (
                    made,
                    bars(usable, "cpu_ms"),
                ),
            ),
        ),
    ]
    return [chart for chart in found if all(group for _, group in chart.groups) and chart.groups]


def caption(results: dict[str, Any]) -> list[str]:
    """Return the lines below a chart: when, on what, and which versions."""
    machine, versions = results["machine"], results["versions"]
    names = {"ours": "xi.sdk.resellers", "stripe": "stripe", "openai": "openai"}
    shown = [f"{package} {versions[name][package]}" for name, package in names.items() if name in versions]
    base = versions.get("floor", {})
    shown += [f"{package} {base[package]}" for package in ("urllib3", "pydantic") if package in base]
    rounds = results["rounds"]
    where = f"Python {machine['python']}, {machine['system']}, {machine['cores']} cores"
    if machine["load_before"] is not None:  # Windows has none
        where += f", load {machine['load_before']:.1f}"
    return [
        f"{machine['when'][:10]}, {where}; {rounds['imports']} rounds of starts, {rounds['calls']} of calls",
        ", ".join(shown),
        "Bars are medians, thin lines the quartiles; in brackets the median ratio to the floor, taken round by round.",
    ]


def described(chart: Chart, below: list[str]) -> str:
    """Return all that a chart shows as text."""
    told = [f"{chart.title}, {chart.unit}."]
    for heading, group in chart.groups:
        values = [f"{NAMES[bar.contestant]} {bar.value}" for bar in group]
        told.append(f"{heading}: {'; '.join(values)}.")
    return " ".join((*told, *below))


def drawn(chart: Chart, below: list[str]) -> str:
    """Return a chart as SVG."""
    lines = [f'<text class="title" x="16" y="30">{escape(chart.title)}</text>']
    lines.append(f'<text class="small" x="16" y="50">{escape(chart.unit)}</text>')
    y = TOP
    for heading, group in chart.groups:
        lines.append(f'<text class="heading" x="16" y="{y + 12}">{escape(heading)}</text>')
        y += HEADING
        scale = (WIDTH - LEFT - RIGHT) / max(bar.high for bar in group)
        for bar in group:
            lines += _row(bar, y, scale)
            y += STEP
        lines.append(f'<path class="axis" d="M {LEFT} {y - len(group) * STEP - 4} V {y - 4}"/>')
        y += 14
    for text in below:
        y += LINE
        lines.append(f'<text class="small" x="16" y="{y}">{escape(text)}</text>')
    height = y + 16
    size = f'viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="title desc"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    about = [
        f'<title id="title">{escape(chart.title)}</title>',
        f'<desc id="desc">{escape(described(chart, below))}</desc>',
    ]
    paper = f'<rect class="paper" width="{WIDTH}" height="{height}"/>'
    return "\n".join([head, *about, f"<style>\n{STYLE}\n</style>", paper, *lines, "</svg>"]) + "\n"


def _row(bar: Bar, y: int, scale: float) -> list[str]:
    """Return the marks of one bar: its name, its length, its quartiles, its value."""
    length, low, high = (max(value * scale, 1) for value in (bar.median, bar.low, bar.high))
    middle, after = y + BAR / 2, LEFT + max(length, high) + 8
    return [
        f'<text class="name" x="{LEFT - 10}" y="{y + 12.5}">{escape(NAMES[bar.contestant])}</text>',
        f'<rect class="{bar.colour}" x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR}"/>',
        f'<path class="range" d="M {LEFT + low:.1f} {middle} H {LEFT + high:.1f}"/>',
        f'<text x="{after:.1f}" y="{y + 12.5}">{bar.value}</text>',
    ]


def files(results: dict[str, Any]) -> dict[str, str]:
    """Return the charts of some results as SVG, by the names of their files."""
    below = caption(results)
    return {f"{chart.name}.svg": drawn(chart, below) for chart in charts(results)}


def write(results: dict[str, Any], folder: Path) -> None:
    """Write the charts of some results into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files(results).items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(json.loads(RESULTS.read_text(encoding="utf-8")), IMAGES)
