"""The charts of bench/README.md show what bench/results.json states, to every reader."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "bench/README.md").read_text("utf-8")
SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("bench-small.svg", "bench-large.svg", "bench-start.svg")


@pytest.fixture(scope="module")
def script(loaded: Callable[[str], ModuleType]) -> ModuleType:
    return loaded("bench/charts.py")


@pytest.fixture(scope="module")
def results() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "bench/results.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_what_the_results_give(script: ModuleType, results: dict[str, Any], name: str) -> None:
    assert (script.IMAGES / name).read_text("utf-8") == script.files(results)[name], "run: python bench/charts.py"


def test_another_result_gives_another_chart(script: ModuleType, results: dict[str, Any]) -> None:
    changed = deepcopy(results)
    row = next(row for row in changed["calls"] if (row["case"], row["contestant"]) == ("create", "ours"))
    row["cpu_us"] |= {"median": 1234.0, "high": 1234.0}
    before, after = script.files(results), script.files(changed)
    assert {name for name in NAMES if before[name] != after[name]} == {"bench-small.svg"}
    assert "1,234" in after["bench-small.svg"]


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_tells_all_that_it_shows(script: ModuleType, results: dict[str, Any], name: str) -> None:
    drawing = ET.fromstring(script.files(results)[name])
    told = drawing.findtext(f"{SVG}desc", "")
    assert drawing.get("role") == "img"
    assert drawing.findtext(f"{SVG}title")
    shown = [text.text or "" for text in drawing.findall(f"{SVG}text")]
    assert not [text for text in shown if text not in told]
    # The machine, the date and the versions, without which a figure says nothing.
    assert results["machine"]["when"][:10] in told
    assert f"stripe {results['versions']['stripe']['stripe']}" in told


@pytest.mark.parametrize("name", NAMES)
def test_the_longest_bar_and_its_value_fit_on_the_paper(script: ModuleType, results: dict[str, Any], name: str) -> None:
    drawing = ET.fromstring(script.files(results)[name])
    ends = [float(each.get("x", 0)) + float(each.get("width", 0)) for each in drawing.findall(f"{SVG}rect")[1:]]
    assert max(ends) <= script.WIDTH - script.RIGHT + 0.1
    bottom = max(float(each.get("y", 0)) for each in drawing.findall(f"{SVG}text"))
    assert bottom < float(drawing.get("viewBox", "").split()[3])


def test_half_of_the_measurements_gives_half_of_the_charts(script: ModuleType, results: dict[str, Any]) -> None:
    starts = {key: value for key, value in results.items() if key != "calls"}
    calls = {key: value for key, value in results.items() if key != "starts"}
    assert [*script.files(starts)] == ["bench-start.svg"]
    assert [*script.files(calls)] == ["bench-small.svg", "bench-large.svg"]


def test_what_could_not_be_measured_is_left_out(script: ModuleType, results: dict[str, Any]) -> None:
    less = deepcopy(results)
    less["machine"]["load_before"] = None
    for row in less["calls"] + less["starts"]:
        row["ratio"] = None
    less["calls"] = [row for row in less["calls"] if row["contestant"] != "floor"]
    less["starts"] = [row | ({"process_ms": None} if row["contestant"] == "stripe" else {}) for row in less["starts"]]
    told = {name: ET.fromstring(each).findtext(f"{SVG}desc", "") for name, each in script.files(less).items()}
    assert set(told) == set(NAMES)
    assert not [each for each in told.values() if "None" in each or ", load" in each]
    small = told["bench-small.svg"]
    assert "runtime of stripe" in small
    assert not re.search(r"\d \(\d", small)


def test_the_readme_shows_each_chart_with_words_for_it() -> None:
    shown = dict(re.findall(r"!\[([^\]]+)\]\(\.\./docs/images/(bench-[a-z]+\.svg)\)", README))
    assert sorted(shown.values()) == sorted(NAMES)
    assert all(len(words) > len("a chart of it") for words in shown)
