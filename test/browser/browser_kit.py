"""What the tests of the page in a browser share: windows, what is too wide in them, and what stands out too little."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
PATIENCE_MS = 60_000
"""How long an expectation may take: the page rests ten times as long as its last update took on a loaded machine."""
expect = playwright.expect
expect.set_options(timeout=PATIENCE_MS)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)"
)

TOKEN = "demo-token"
AXE = "axe-core@4.10.3"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


@contextmanager
def started() -> Iterator[Any]:
    """Yield a browser."""
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield launched
        launched.close()


def opened(browser: Any, url: str, viewport: dict[str, int], scheme: str = "light") -> Iterator[Any]:
    """A page in a window of its own, in which no script may fail."""
    context = browser.new_context(viewport=viewport, color_scheme=scheme)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.goto(url)
    yield page
    context.close()
    assert problems == []


def go(page: Any, section: str) -> None:
    page.get_by_role("navigation", name="Sections").get_by_role("link", name=section).click()


def too_wide(page: Any) -> list[str]:
    """Return what can be seen and is wider than the window, or reaches out of it."""
    # The text of a page is there before its styles are.
    page.wait_for_load_state()
    return page.evaluate(
        """() => {
          const isHidden = each => each && (getComputedStyle(each).clipPath !== "none" || isHidden(each.parentElement));
          return [...document.querySelectorAll("body, body *:not(.skip)")]
            .filter(each => each.checkVisibility() && !each.closest("pre") && !isHidden(each))
            .filter(each => each.getBoundingClientRect().right > innerWidth + 0.5 || each.scrollWidth > innerWidth)
            .map(each => each.outerHTML.slice(0, 200));
        }"""
    )


CONTRAST = """() => {
    const channels = text => text.match(/[\\d.]+/g).map(Number);
    const luminance = ([r, g, b]) => {
        const [x, y, z] = [r, g, b].map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const ground = each => {
        for (; each; each = each.parentElement) {
            const found = channels(getComputedStyle(each).backgroundColor);
            if (found.length === 3 || found[3] === 1) return found;
        }
        return [255, 255, 255];
    };
    const speaks = each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    return [...document.querySelectorAll("body *")]
        .filter(each => each.checkVisibility() && !each.closest(".hidden") && (speaks(each) || each.matches("input")))
        .map(each => {
            const colors = [channels(getComputedStyle(each).color), ground(each)];
            const [dark, light] = colors.map(luminance).sort((a, b) => a - b);
            return [(light + 0.05) / (dark + 0.05), each.outerHTML.slice(0, 120)];
        });
}"""
