"""The forty questions: each is numbered, asked once, and leads to a heading; and a newcomer finds the page of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "questions.md").read_text("utf-8")
ITEM = re.compile(r"^(\d+)\. (.+?\?) (\[.+(?:\n {4}\[.+)*)$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]+\]\(([\w.-]+\.md)(?:#([\w-]+))?\)")
QUESTIONS = {int(number): (asked, LINK.findall(answers)) for number, asked, answers in ITEM.findall(PAGE)}


def headings(page: Path) -> list[str]:
    """Return the anchors of a page, as a code host makes them; text in blocks is no heading."""
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    found = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return [re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in found]


def test_there_are_forty_and_no_line_is_left_out() -> None:
    assert list(QUESTIONS) == list(range(1, 41))
    assert len(re.findall(r"^\d+\. ", PAGE, re.MULTILINE)) == 40
    assert len({asked for asked, _ in QUESTIONS.values()}) == 40


@pytest.mark.parametrize("number", range(1, 41))
def test_each_leads_to_a_heading(number: int) -> None:
    asked, links = QUESTIONS[number]
    assert links, asked
    for page, anchor in links:
        found = headings(DOCS / page)
        assert found, page
        if anchor:
            assert found.count(anchor) == 1, f"{page}#{anchor}: {found}"


@pytest.mark.parametrize("number", range(1, 41))
def test_what_answers_is_short(number: int) -> None:
    """An answer in a minute has at most 400 words. A whole page is named only if its beginning answers."""
    asked, links = QUESTIONS[number]
    for page, anchor in links:
        text = re.sub(r"^```.*?^```$", "", (DOCS / page).read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        parts = re.split(r"^#+ .+$", text, flags=re.MULTILINE)[1:]
        part = parts[headings(DOCS / page).index(anchor) if anchor else 0]
        words = len(re.findall(r"\w+", part))
        assert 8 <= words <= 400, f"{asked} {page}#{anchor} has {words} words"


def test_the_readme_and_the_first_page_lead_to_the_questions() -> None:
    assert "(docs/questions.md)" in (DOCS.parent / "README.md").read_text("utf-8")
    assert "(questions.md)" in (DOCS / "index.md").read_text("utf-8")
