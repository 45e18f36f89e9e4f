"""The lines to copy on all pages about the command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from words_kit import ROOT, entry_of, parsed, typed

PAGES = ("xi-orders.md", "xi-orders-reference.md", "error-words.md", "cron-and-containers.md")


def lines_of(page: Path) -> list[str]:
    """Return the lines to copy on a page: those of its blocks that call the program, without what stands before it."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = "\n".join(blocks).replace("\\\n", " ").splitlines()
    lines = [each for each in lines if not each.startswith(("error:", "hint:", "needs you", "PO "))]
    found = (re.search(r"(?:^|[\s/\\])xi-orders(?:\.exe)? ((?:-|[a-z]).*)", each) for each in lines)
    calls = [f"xi-orders {each[1]}" for each in found if each is not None]
    # In a line of Windows the call stands in quotes.
    return [each.removesuffix('"') if each.count('"') % 2 else each for each in calls]


@pytest.mark.parametrize("page", PAGES)
def test_the_lines_to_copy_are_understood(page: str) -> None:
    lines = lines_of(ROOT / "docs" / page)
    assert lines
    for line in lines:
        for args in typed(line):
            entry = entry_of(args)
            if args[0].startswith("-"):
                continue
            assert entry is not None, line
            assert parsed(args).entry is entry or "--help" in args, line
