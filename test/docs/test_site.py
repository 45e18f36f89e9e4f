"""The site of the documentation: made strictly, and opened in a browser, from files and without network."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from blocks_kit import WRITTEN, is_of_api, pages
from browser_kit import LAPTOP, PHONE, expect, needs_chromium
from site_kit import make, opened

from xi.sdk.resellers import __version__

pytestmark = pytest.mark.apart

PARTS = 4
"""In how many parts the pages are looked at, so that they share the processors."""
FULL = [each for each in WRITTEN if not is_of_api(each) and each != "docs/error-words.md"]
"""The pages that axe looks at as a whole: those that somebody wrote, and the reference of the command."""
MADE = [each for each in pages() if each not in FULL]
SAMPLE = ("docs/models/OrderDetailB2B.md", "docs/models/OrderCreateRequest.md", "docs/QuotesApi.md")
"""Of the pages that come from a template, by hundreds: two models, and operations."""


LISTS = (".sidebar-drawer", ".toc-drawer")
"""The lists of pages and headings, alike on every page: axe looks at them on a laptop."""


@pytest.fixture(scope="session")
def site(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    return once("site", make)


def made_of(page: str) -> str:
    """Return the file that is made of a page."""
    return page.removesuffix(".md") + ".html"


def test_each_page_is_in_the_site_and_nothing_is_loaded_from_outside(site: Path) -> None:
    for page in pages():
        assert (site / made_of(page)).exists(), page
    for made in site.rglob("*.html"):
        loaded = re.findall(r"<(?:script|img|link|iframe)[^>]*\s(?:src|href)=\"([^\"]+)\"", made.read_text("utf-8"))
        assert [each for each in loaded if urlsplit(each).netloc] == [], made
    for style in site.rglob("*.css"):
        assert re.findall(r"url\([\"']?(?:https?:)?//|@import", style.read_text("utf-8")) == [], style


def test_each_page_names_the_version(site: Path) -> None:
    for page in WRITTEN:
        title = re.search(r"<title>(.*?)</title>", (site / made_of(page)).read_text("utf-8"), re.DOTALL)
        assert title is not None
        assert title[1].endswith(f"xi.sdk.resellers {__version__}"), page


def test_links_to_the_web_have_their_form(site: Path) -> None:
    found = {
        each
        for made in site.rglob("*.html")
        for each in re.findall(r"<a [^>]*href=\"([^\"]+)\"", made.read_text("utf-8"))
    }
    outside = {each for each in found if urlsplit(each).scheme}
    assert outside
    for each in outside:
        parts = urlsplit(each)
        assert parts.scheme in ("https", "mailto") or parts.hostname in ("127.0.0.1", "localhost"), each
        assert parts.hostname or parts.path, each


@needs_chromium
@pytest.mark.parametrize("part", range(PARTS))
def test_each_written_page_is_for_everybody_on_a_phone(browser: Any, site: Path, axe: Path, part: int) -> None:
    script = axe.read_text("utf-8")
    wrong = []
    with opened(browser, site, PHONE) as window:
        for page in FULL[part::PARTS]:
            wrong += window.of_page(made_of(page))
            wrong += window.of_axe(page, script, LISTS)
    assert wrong == []


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_each_kind_is_for_everybody_on_a_laptop(browser: Any, site: Path, axe: Path, scheme: str) -> None:
    script = axe.read_text("utf-8")
    wrong = []
    with opened(browser, site, LAPTOP, scheme) as window:
        for page in ("docs/index.md", "docs/start.md", *SAMPLE):
            wrong += window.of_page(made_of(page))
            wrong += window.of_axe(page, script)
    assert wrong == []


@needs_chromium
@pytest.mark.parametrize("part", range(PARTS))
def test_each_page_that_is_made_fits_a_phone(browser: Any, site: Path, part: int) -> None:
    with opened(browser, site, PHONE) as window:
        assert [each for page in MADE[part::PARTS] for each in window.of_page(made_of(page))] == []


@needs_chromium
def test_the_search_finds_a_page_without_a_server(browser: Any, site: Path) -> None:
    with opened(browser, site, LAPTOP) as window:
        window.open("index.html")
        expect(window.page.get_by_role("heading", level=1)).to_contain_text("xi.sdk.resellers")
        box = window.page.get_by_role("textbox", name="Search").first
        box.fill("held orders")
        box.press("Enter")
        expect(window.page.locator("#search-results li a").first).to_be_visible()
        expect(window.page.locator("#search-results")).to_contain_text("What to do with a held order")
        window.page.get_by_role("link", name="What to do with a held order").first.click()
        expect(window.page.get_by_role("heading", level=1)).to_contain_text("What to do with a held order")
        assert window.wrong == []
