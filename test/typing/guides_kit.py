"""The programs of the guides, written into test/typing/guides for type checkers, a file for each guide.

    python test/typing/guides_kit.py

All examples of a guide are one program, in their order, so that later ones can use the names of earlier ones.
test/ordering and test/catalog run them.
"""

from __future__ import annotations

import keyword
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).with_name("guides")
GUIDES = (
    "ordering",
    "bulk",
    "web-application",
    "held-orders",
    "order-files",
    "returns",
    "paging",
    "prices",
    "catalog-walk",
    "part-numbers",
    "stock-mirror",
    "invoice-matching",
    "quotes",
    "start",
    "concepts-call",
    "concepts-repeats",
    "concepts-placing-once",
    "credentials",
    "retries-and-limits",
    "async",
    "proxies-and-logging",
    "serverless",
    "environment-variables",
)


def blocks(guide: str) -> list[str]:
    """Return the examples of a guide.

    Args:
        guide: the name of the page in docs, without its ending.
    """
    text = (ROOT / f"docs/{guide}.md").read_text("utf-8")
    return re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def path_of(guide: str) -> Path:
    """Return the file for type checkers.

    Args:
        guide: the name of the page in docs, without its ending.
    """
    name = guide.replace("-", "_")
    return FOLDER / f"{name}{'_' * keyword.iskeyword(name)}.py"


def program(guide: str) -> str:
    """Return the examples of a guide as one program.

    Args:
        guide: the name of the page in docs, without its ending.
    """
    first = f'"""The examples of docs/{guide}.md; written by test/typing/guides_kit.py."""\n\n'
    first += "# pyright: strict, reportDuplicateImport=false\n"  # an example may be a whole file
    return first + "\n\n".join(blocks(guide))


if __name__ == "__main__":
    for each in GUIDES:
        path_of(each).write_text(program(each), "utf-8")
