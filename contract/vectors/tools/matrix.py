"""Write docs/conformance.md: which SDK agrees with which vectors, from the files in results/ alone.

    python contract/vectors/tools/matrix.py            exit with 1 if the page differs from the results
    python contract/vectors/tools/matrix.py --write    write the page

Needs nothing but Python.
"""

from __future__ import annotations

import html
import json
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from results import VECTORS, Json, stamp

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = VECTORS.parents[1] / "docs" / "conformance.md"
_NONE = "\u2013"
"""In a cell for which an SDK claims nothing."""
_LEVELS = {1: "1 calls", 2: "2 errors", 3: "3 exchange", 4: "4 desk"}
_ABOUT = """\
# Conformance

The [vectors](../contract/vectors/README.md) say what an SDK of this API should do, in plain JSON for any language. This
page shows which SDK agrees with which of them. `contract/vectors/tools/matrix.py` makes it from what the runner of each
SDK printed (`contract/vectors/results/`), and `tox -e vectors` runs them all again. The SDKs in JavaScript and Java are
small ones: they show that the vectors do not depend on Python. A cell counts the vectors that pass, of those that the
SDK claims; a dash means that it claims none. Open a topic to see its vectors.
"""


@dataclass(frozen=True)
class Sdk:
    """What one runner printed."""

    about: Json
    of: dict[str, str]
    """The result of each vector, by its ID."""

    @property
    def name(self) -> str:
        """The name in its column."""
        return str(self.about["language"])

    def cell(self, ids: list[str]) -> str:
        """Return how many of the claimed vectors pass."""
        counts = Counter(self.of.get(each, "unsupported") for each in ids)
        claimed = counts.total() - counts["unsupported"]
        return f"{counts['pass']}/{claimed}" if claimed else _NONE


def page(results: list[Json], manifest: Json) -> str:
    """Return the text of the page.

    Args:
        results: the content of the files in results/.
        manifest: the manifest; a result for another one is shown as old.
    """
    sdks = [Sdk(each, _by_id(each)) for each in results]
    return "\n".join([_ABOUT, *_head(sdks, stamp(manifest)), "", *_topics(sdks)]) + "\n"


def _by_id(result: Json) -> dict[str, str]:
    return {name: vector["result"] for topic in result["topics"] for name, vector in topic["vectors"].items()}


def _head(sdks: list[Sdk], current: str) -> Iterator[str]:
    rows: list[tuple[str, list[Any]]] = [
        ("version", [each.about["version"] for each in sdks]),
        ("levels", [", ".join(_LEVELS[level] for level in each.about["levels"]) for each in sdks]),
        ("families", [", ".join(each.about["families"]) for each in sdks]),
        ("capabilities", [", ".join(each.about["capabilities"]) or _NONE for each in sdks]),
        ("vectors", [_suite(each.about, current) for each in sdks]),
        ("date", [each.about["date"] for each in sdks]),
    ]
    yield f"| | {' | '.join(each.name for each in sdks)} |"
    yield f"|---|{'---|' * len(sdks)}"
    yield from (f"| {name} | {' | '.join(map(str, cells))} |" for name, cells in rows)


def _suite(about: Json, current: str) -> str:
    claimed = "" if about["claimed"] == about["vectors"] else f", claimed up to {about['claimed']}"
    old = "" if about["stamp"] == current else ", **old**: the vectors have changed since"
    return f"{about['vectors']}{claimed}{old}"


def _topics(sdks: list[Sdk]) -> Iterator[str]:
    """Yield a table for each kind, with a row for each topic that any result has."""
    topics: dict[str, Json] = {topic["file"]: topic for each in sdks for topic in each.about["topics"]}
    kinds = list(dict.fromkeys(file.partition("/")[0] for file in sorted(topics)))
    for kind in kinds:
        own = {file: topic for file, topic in sorted(topics.items()) if file.partition("/")[0] == kind}
        ids = [name for topic in own.values() for name in topic["vectors"]]
        yield f"## {kind.capitalize()}"
        yield ""
        yield f"| topic | {' | '.join(each.name for each in sdks)} |"
        yield f"|---|{'---|' * len(sdks)}"
        for topic in own.values():
            cells = " | ".join(each.cell(list(topic["vectors"])) for each in sdks)
            yield f"| {_opened(topic, sdks)} | {cells} |"
        yield f"| all | {' | '.join(each.cell(ids) for each in sdks)} |"
        yield ""


def _opened(topic: Json, sdks: list[Sdk]) -> str:
    """Return the title of a topic, which opens to its vectors, each with what it shows and who does not pass it."""
    lines = [
        f"<code>{name}</code> {_plain(vector['why'])}{''.join(_unlike_pass(each, name) for each in sdks)}"
        for name, vector in topic["vectors"].items()
    ]
    return f"<details><summary>{_plain(topic['title'])}</summary>{'<br>'.join(lines)}</details>"


def _unlike_pass(sdk: Sdk, name: str) -> str:
    result = sdk.of.get(name, "not run")
    return "" if result in ("pass", "unsupported") else f" **{sdk.name}: {result}**"


def _plain(text: str) -> str:
    return html.escape(text, quote=False).replace("|", "&#124;").replace("`", "")


def main(arguments: list[str]) -> int:
    """Write the page or compare it, and return the exit status."""
    results = [json.loads(each.read_text("utf-8")) for each in sorted((VECTORS / "results").glob("*.json"))]
    manifest = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    text = page(sorted(results, key=lambda each: each["language"] != "Python"), manifest)
    if arguments == ["--write"]:
        PAGE.write_text(text, "utf-8")
    elif not PAGE.exists() or PAGE.read_text("utf-8") != text:
        sys.stderr.write(f"{PAGE.name} differs from the results; run contract/vectors/tools/matrix.py --write\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
