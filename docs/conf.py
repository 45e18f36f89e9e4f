"""The site: Sphinx reads the pages where they are, so that a link works on a code host and in the site alike.

    sphinx-build --fail-on-warning --keep-going --nitpicky -c docs . build/site

The source is the whole repository, because pages link to README.md, bench and contract. Nothing is loaded from outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from sphinx.highlighting import lexer_classes

ROOT: Final = Path(__file__).parents[1]
_VERSION: Final = ROOT / "xi/sdk/resellers/_version.py"

project = "xi.sdk.resellers"
author = "the authors of xi.sdk.resellers"
(release,) = re.findall(r'^__version__\b.* = "(.+)"$', _VERSION.read_text("utf-8"), re.MULTILINE)
language = "en"

extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = [
    "README.md",
    "CHANGELOG.md",
    "docs/**",
    "bench/README.md",
    "contract/vectors/README.md",
    "contract/vectors/rules.md",
    "contract/vectors/runners/README.md",
]
# Sphinx does not enter these folders, which may hold many thousand files.
exclude_patterns = [".*", "build", "dist", "node_modules", "test", "xi", "contract/generator", "contract/openapi"]

myst_heading_anchors = 6  # each heading has an anchor, as on a code host
myst_links_external_new_tab = False

html_theme = "furo"
html_title = f"{project} {release}"
html_static_path = ["_static"]
html_js_files = [("site.js", {"defer": "defer"})]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
# The excerpts of results would be fetched, which a browser refuses for a site that is opened as a file.
html_show_search_summary = False
html_theme_options: dict[str, list[str]] = {"top_of_page_buttons": []}

_DEPTH: Final = 1
"""How deep the list of all pages goes that stands beside each page: without the 241 pages of models."""


_MENDED: Final = {
    'class="caption" role="heading"': 'class="caption" role="heading" aria-level="2"',
    '<th class="head"><p></p></th>': "<td></td>",
}
"""What a screen reader cannot place: the heading of a list of pages without a level, an empty cell as a heading."""


def _mended(html: str) -> str:
    """Return a part of a page with what a screen reader can place."""
    for made, right in _MENDED.items():
        html = html.replace(made, right)
    return html


def _mend(_app: Any, _name: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    """Limit the depth of the list of all pages, for which the theme has no option, and mend what is made."""
    whole: Callable[..., str] | None = context.get("toctree")
    if whole is not None:

        def shortened(**options: Any) -> str:
            return _mended(whole(**{**options, "maxdepth": _DEPTH, "collapse": True}) or "")

        context["toctree"] = shortened
    if "body" in context:
        context["body"] = _mended(context["body"])


def _begin_at_the_index(app: Any, failure: Exception | None) -> None:
    """Write index.html at the top, which leads to the first page."""
    if failure is None and app.builder.name == "html":
        target = app.builder.get_target_uri(root_doc)
        head = f'<title>{project}</title><meta http-equiv="refresh" content="0;url={target}">'
        page = f'<!doctype html><html lang="en">{head}<p><a href="{target}">{project}</a></p></html>\n'
        (Path(app.outdir) / "index.html").write_text(page, "utf-8")


def setup(app: Any) -> None:
    """Connect the two functions above; Sphinx calls this."""
    app.add_lexer("crontab", lexer_classes["none"])  # which Pygments does not know
    app.connect("html-page-context", _mend, priority=100)  # before the theme asks for the list
    app.connect("build-finished", _begin_at_the_index)
