"""The pictures show what is so: the session in the terminal; each has a text, and asks for nothing outside."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from blocks_kit import ROOT, WRITTEN

PICTURES = ROOT / "docs/images"


def words(drawing: str) -> list[str]:
    """Return the texts of a drawing, without the numbers of orders, which differ when two are placed at once."""
    texts = ["".join(each.itertext()) for each in ET.fromstring(drawing).iter() if each.tag.endswith("}text")]
    return [re.sub(r"20-[0-9A-Z]{5,6}", "20-AB1CD", each) for each in texts]


@pytest.mark.apart
def test_the_terminal_shows_what_the_command_prints(loaded: Callable[[str], ModuleType]) -> None:
    terminal = loaded("docs/images/terminal.py")
    assert words(terminal.DRAWING.read_text("utf-8")) == words(terminal.drawn()), "run: python docs/images/terminal.py"


@pytest.mark.parametrize("drawing", sorted(PICTURES.glob("*.svg")), ids=lambda each: each.name)
def test_a_drawing_asks_for_nothing_outside(drawing: Path) -> None:
    text = drawing.read_text("utf-8")
    ET.fromstring(text)
    assert not re.search(r"@import|@font-face|<script|(?:href|src)=[\"']\w+:|url\([\"']?\w+:", text)


def test_each_picture_is_shown_and_has_a_text() -> None:
    shown: set[str] = set()
    for page in WRITTEN:
        for text, path in re.findall(r"!\[([^]]*)\]\(([^)]+)\)", (ROOT / page).read_text("utf-8")):
            assert len(text.split()) > 1, f"{page}: {path} has no text for those who do not see it"
            shown.add(Path(path).name)
    assert {each.name for each in PICTURES.iterdir() if each.suffix in (".svg", ".png")} <= shown
