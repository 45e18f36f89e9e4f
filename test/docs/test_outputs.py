"""What a page shows below a program is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from blocks_kit import WRITTEN, Block, blocks
from python_kit import TOKENS, pointed_to, variables

from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

CHANGING = re.compile(r"\b(?:20-[A-Z0-9]{5}|[0-9a-f]{32}|[0-9a-f]{8}…)(?!\w)")
"""What differs from run to run: order numbers and correlation IDs, which a page may cut off."""


def output_of(page: str, block: Block) -> Block | None:
    """Return the block of text right below a program, with nothing but an empty line between them."""
    after = block.line + block.text.count("\n") + 3
    return next((each for each in blocks(page) if each.language == "text" and each.line == after), None)


SHOWN = [
    each for each in WRITTEN if any(block.language == "python" and output_of(each, block) for block in blocks(each))
]


def test_pages_show_outputs() -> None:
    assert len(SHOWN) >= 5


@pytest.mark.parametrize("page", SHOWN)
def test_a_program_prints_what_the_page_shows(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "shown"}
    with SandboxServer(Sandbox(seed=1, access_tokens=TOKENS)) as server:
        for name, value in variables(server).items():
            monkeypatch.setenv(name, value)
        for block in blocks(page):
            if block.language != "python":
                continue
            exec(compile("\n" * block.line + pointed_to(block.text, server, {}), page, "exec"), names)
            printed = [each.rstrip() for each in capsys.readouterr().out.splitlines()]
            shown = output_of(page, block)
            if shown is not None:
                assert [CHANGING.sub("?", each) for each in printed] == [
                    CHANGING.sub("?", each) for each in shown.text.splitlines()
                ], f"{page}:{shown.line}"
