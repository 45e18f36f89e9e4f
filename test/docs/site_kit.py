"""The site as a browser shows it: opened from files, without a server and without network."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def make(into: Path) -> None:
    """Make the site as `tox -e docs` does."""
    tox = (ROOT / "tox.ini").read_text("utf-8")
    (options,) = re.findall(r"^    sphinx-build (.+) \. build/site$", tox, re.MULTILINE)
    made = ["--quiet", "--doctree-dir", str(into.with_suffix(".doctrees")), *options.split(), str(ROOT), str(into)]
    ran = subprocess.run(
        [sys.executable, "-m", "sphinx", *made], cwd=ROOT, capture_output=True, text=True, check=False, timeout=280
    )
    assert (ran.returncode, ran.stderr) == (0, "")


class Window:
    """A window that notes what goes wrong in it."""

    def __init__(self, page: Any, site: Path) -> None:
        self.page = page
        self.wrong: list[str] = []
        self._site = site
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("request", lambda asked: self._note(asked.url))
        page.on("requestfailed", lambda asked: self.wrong.append(f"{asked.url}: {asked.failure}"))

    def _note(self, url: str) -> None:
        if not url.startswith((f"file://{self._site}/", "data:")):
            self.wrong.append(f"asks outside for {url}")

    def open(self, name: str) -> None:
        """Open a page of the site, by its path."""
        self.page.goto(f"file://{self._site}/{name}")

    def of_page(self, name: str) -> list[str]:
        """Return what is wrong with a page, without what axe finds."""
        self.wrong.clear()
        self.open(name)
        found = [*self.wrong]
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        if wide > self.page.viewport_size["width"]:
            found.append(f"is {wide} px wide")
        return [f"{name}: {each}" for each in found]

    def of_axe(self, name: str, axe: str, without: tuple[str, ...] = ()) -> list[str]:
        """Return what axe finds on the page that is open.

        Args:
            name: the page.
            axe: the script with the rules.
            without: selectors of what is not looked at.
        """
        self.page.evaluate(axe)
        # It would fetch the styles, which a browser refuses for files.
        options = {"preload": False, "resultTypes": ["violations"]}
        context = {"exclude": [[each] for each in without]}
        found = self.page.evaluate("([context, options]) => axe.run(context, options)", [context, options])
        return [
            f"{name}: {each['impact']} {each['id']}: {node['html'][:150]}"
            for each in found["violations"]
            for node in each["nodes"]
        ]


@contextmanager
def opened(browser: Any, site: Path, viewport: dict[str, int], scheme: str = "light") -> Iterator[Window]:
    """Yield a window in which no network is there."""
    context = browser.new_context(viewport=viewport, color_scheme=scheme, offline=True)
    yield Window(context.new_page(), site)
    context.close()
