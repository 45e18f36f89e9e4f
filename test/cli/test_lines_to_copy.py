"""The lines to copy on all pages about the command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from words_kit import ROOT, calls_in, entry_of, parsed

PAGES = ("xi-orders.md", "xi-orders-reference.md", "error-words.md", "cron-and-containers.md")


def text_of(page: Path) -> str:
    """Return what the blocks of a page say, without messages of the program."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = "\n".join(blocks).splitlines()
    return "\n".join(each for each in lines if not each.startswith(("error:", "hint:", "needs you", "PO ")))


@pytest.mark.parametrize("page", PAGES)
def test_the_lines_to_copy_are_understood(page: str) -> None:
    calls = list(calls_in(text_of(ROOT / "docs" / page)))
    assert calls
    for args in calls:
        entry = entry_of(args)
        if args[0].startswith("-"):
            continue
        assert entry is not None, args
        assert parsed(args).entry is entry or "--help" in args, args
