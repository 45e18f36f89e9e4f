"""The code blocks of all pages, and how each one is run: here, by another test, or not at all, with the reason."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from registry_kit import ELSEWHERE, NOT_RUN

ROOT = Path(__file__).parents[2]
DATA = ("json", "yaml", "toml", "ini", "csv")
SHELLS = ("sh", "console", "text", "")
LINE = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?(?:[A-Z_]+=\S+ )*(xi-orders(?: .*)?)$")
"""A line that calls the command, with or without a prompt and variables."""


@dataclass(frozen=True)
class Block:
    """A code block of a page."""

    page: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def commands(self) -> list[str]:
        """The lines that call `xi-orders`; what continues on the next line is one."""
        whole = self.text.replace("\\\n", " ").splitlines()
        return [found[1] for each in whole if (found := LINE.match(each))]


def pages() -> list[str]:
    """Return all pages with code blocks, by their paths."""
    texts = [ROOT / "README.md", *ROOT.glob("docs/**/*.md"), ROOT / "bench/README.md"]
    texts += [ROOT / "contract/vectors" / each for each in ("README.md", "rules.md", "runners/README.md")]
    return sorted(each.relative_to(ROOT).as_posix() for each in texts)


def is_of_model(page: str) -> bool:
    """Return whether a page is that of a model, which is generated."""
    return page.startswith("docs/models/")


def is_of_api(page: str) -> bool:
    """Return whether a page is that of the operations of a class, which is generated."""
    return page.startswith("docs/") and page.endswith("Api.md")


WRITTEN = [each for each in pages() if not is_of_model(each)]


@cache
def blocks(page: str) -> tuple[Block, ...]:
    """Return the code blocks of a page, fenced and indented, in their order."""
    tokens = MarkdownIt("commonmark").parse((ROOT / page).read_text("utf-8"))
    found = [each for each in tokens if each.type in ("fence", "code_block")]
    return tuple(
        Block(page, (each.map or [0])[0] + 1, each.info.strip(), each.content)
        for each in found
        if not each.info.startswith("{")  # a list of pages for the site
    )


def way(block: Block) -> str:
    """Return how a block is run; empty if nobody runs it.

    It is `not run`, `elsewhere`, `python`, `output` of the Python before it, `command` or `data`.
    """
    before = _before(block)
    ways = {
        "not run": reason(block),
        "elsewhere": (block.page, block.language) in ELSEWHERE,
        "python": block.language == "python",
        "output": block.language == "text" and before is not None and way(before) == "python",
        "data": block.language in DATA,
        "command": block.language in SHELLS and block.commands,
    }
    return next((name for name, holds in ways.items() if holds), "")


def _before(block: Block) -> Block | None:
    """Return the block before a block, on its page."""
    all_of_it = blocks(block.page)
    at = all_of_it.index(block)
    return all_of_it[at - 1] if at else None


def of_way(page: str, wanted: str) -> list[Block]:
    """Return the blocks of a page that are run in one way."""
    return [each for each in blocks(page) if way(each) == wanted]


def reason(block: Block) -> str:
    """Return why a block is not run; empty if it is."""
    (*found,) = (why for text, why in NOT_RUN.get(block.page, {}).items() if text in block.text)
    assert len(found) <= 1, f"{block}: several reasons"
    return found[0] if found else ""


def is_run_by(block: Block, test: str) -> bool:
    """Return whether the source of a test names the block: all of its page, or a text that only this block has."""
    source = (ROOT / test).read_text("utf-8")
    name = re.escape(Path(block.page).stem)
    if re.search(rf'\b(?:run|blocks)\("{name}"\)(?!\[)', source):
        return True
    others = [each.text for each in blocks(block.page) if each != block and each.language == block.language]
    return any(each in block.text and not any(each in other for other in others) for each in _texts(source))


@cache
def _texts(source: str) -> tuple[str, ...]:
    """Return the texts of a module that are long enough to name a block, those in longer texts too."""
    nodes = (each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Constant))
    return tuple(each.value for each in nodes if isinstance(each.value, str) and len(each.value) >= MINIMUM)


MINIMUM = 6
