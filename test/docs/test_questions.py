"""The forty questions: each is numbered, asked once, and leads to a heading; and a newcomer finds the page of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xi.sdk.resellers import RetryPolicy
from xi.sdk.resellers._environment import COMMAND, READ

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "questions.md").read_text("utf-8")
ITEM = re.compile(r"^(\d+)\. \*\*(.+?\?)\*\* (.+(?:\n +\S.*)*)$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]+\]\(([\w.-]+\.md)(?:#([\w-]+))?\)")
ITEMS = ITEM.findall(PAGE)
QUESTIONS = {int(number): (asked, LINK.findall(answer)) for number, asked, answer in ITEMS}


def parts_of(page: Path) -> list[tuple[str, str]]:
    """Return the anchor of each heading of a page, as a code host makes it, and the text below it without blocks."""
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    _, *found = re.split(r"^#+ (.+)$", text, flags=re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in found[::2]]
    return list(zip(anchors, found[1::2], strict=True))


def test_there_are_forty_and_no_line_is_left_out() -> None:
    assert list(QUESTIONS) == list(range(1, 41))
    assert len(re.findall(r"^\d+\. ", PAGE, re.MULTILINE)) == 40
    assert len({asked for asked, _ in QUESTIONS.values()}) == 40


def test_each_has_a_short_answer_before_its_links() -> None:
    for _, asked, answer in ITEMS:
        assert 3 <= len(re.findall(r"\w+", answer.partition("[")[0])) <= 25, asked


def test_the_numbers_in_answers_are_those_of_the_package() -> None:
    assert f"{len(READ)} for programs and the command, {len(COMMAND)} more for the command." in PAGE
    assert f"{RetryPolicy().deadline:.0f} seconds with all waits" in PAGE


@pytest.mark.parametrize("number", range(1, 41))
def test_each_leads_to_a_heading(number: int) -> None:
    asked, links = QUESTIONS[number]
    assert links, asked
    for page, anchor in links:
        found = [each for each, _ in parts_of(DOCS / page)]
        assert found, page
        if anchor:
            assert found.count(anchor) == 1, f"{page}#{anchor}: {found}"


@pytest.mark.parametrize("number", range(1, 41))
def test_what_answers_is_short(number: int) -> None:
    """An answer in a minute has at most 400 words. A whole page is named only if its beginning answers."""
    asked, links = QUESTIONS[number]
    for page, anchor in links:
        part = next(text for each, text in parts_of(DOCS / page) if each == anchor or not anchor)
        words = len(re.findall(r"\w+", part))
        assert 8 <= words <= 400, f"{asked} {page}#{anchor} has {words} words"


def test_the_readme_and_the_first_page_lead_to_the_questions() -> None:
    assert "(docs/questions.md)" in (DOCS.parent / "README.md").read_text("utf-8")
    assert "(questions.md)" in (DOCS / "index.md").read_text("utf-8")
