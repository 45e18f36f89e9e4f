"""Writes the models, the API classes, the lazy package and their pages from `openapi.yaml`.

Run it through `tox -e generate`. What it writes is committed, never edited by hand; a test compares the two.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from reading import read_contract

if TYPE_CHECKING:
    from values import Contract

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MARK = "Generated from contract/openapi.yaml"
WIDTH = 120
PACKAGE = Path("xi/sdk/resellers")
OWNED = (PACKAGE, PACKAGE / "api", PACKAGE / "models", Path("docs"), Path("docs/models"))
"""Folders where a file that carries MARK and is no longer generated is removed."""


def render(contract: Contract) -> dict[Path, str]:
    """Return every generated file, by its path from the project's root, before formatting."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - Python and Markdown, not HTML
    )
    named = re.compile(rf"\b({'|'.join(model.name for model in contract.models)})\b")

    def from_models(annotation: str) -> str:
        return named.sub(r"models.\1", annotation)

    filters: dict[str, Any] = {
        "docstring": docstring,
        "hanging": hanging,
        "cell": cell,
        "unlink": unlink,
        "from_models": from_models,
    }
    environment.filters.update(filters)
    constants: dict[str, Any] = {"MARK": MARK}
    environment.globals.update(constants)

    def fill(template: str, **values: object) -> str:
        return environment.get_template(template).render(contract=contract, **values)

    files = {
        PACKAGE / "__init__.py": fill("package.py.j2"),
        PACKAGE / "models" / "__init__.py": fill("models.py.j2"),
        PACKAGE / "api" / "__init__.py": fill("apis.py.j2", aio=False),
        PACKAGE / "aio" / "__init__.py": fill("apis.py.j2", aio=True),
        PACKAGE / "_core" / "operations.py": fill("operations.py.j2"),
    }
    for model in contract.models:
        files[PACKAGE / "models" / f"{model.module}.py"] = fill("model.py.j2", model=model)
        files[Path("docs/models") / f"{model.name}.md"] = fill("model.md.j2", model=model)
    for api in contract.apis:
        for folder, aio in (("api", False), ("aio", True)):
            files[PACKAGE / folder / f"{api.module}.py"] = fill("api.py.j2", api=api, aio=aio)
            if api.is_bound:
                files[PACKAGE / folder / f"bound_{api.module}.py"] = fill("bound.py.j2", api=api, aio=aio)
        files[Path("docs") / f"{api.name}.md"] = fill("api.md.j2", api=api)
    return files


def docstring(text: str, indent: int, *, closed: bool = True) -> str:
    """Wrap a text as a docstring that starts `indent` columns in: its first sentence, then the rest."""
    first, rest = _first_sentence(text)
    room = WIDTH - indent
    opening = ('r"""' if "\\" in text else '"""') + first
    if closed and not rest and len(opening) + 3 <= room:
        return " " * indent + opening + '"""'
    lines = textwrap.wrap(opening, room, break_on_hyphens=False)
    if rest:
        lines += ["", *textwrap.wrap(rest, room, break_on_hyphens=False)]
    if closed:
        lines.append('"""')
    return textwrap.indent("\n".join(lines), " " * indent)


def hanging(text: str, indent: int) -> str:
    """Wrap an argument's name and text for a docstring, the name so far in and every further line deeper."""
    first, rest = " " * indent, " " * (indent + 4)
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def cell(text: str) -> str:
    """Keep a text inside its cell of a Markdown table."""
    return text.replace("|", "\\|")


def unlink(text: str) -> str:
    """Show a Markdown link as its text."""
    return re.sub(r"\[(\w+)\]\([^)]*\)", r"\1", text)


def _first_sentence(text: str) -> tuple[str, str]:
    head, stop, tail = text.partition(". ")
    return (head + ".", tail) if stop else (head, "")


def write(files: dict[Path, str], target: Path) -> None:
    """Write the files below a folder, formatted by ruff, and remove what is no longer generated."""
    for folder in OWNED:
        for path in sorted((target / folder).glob("*.*")) if (target / folder).is_dir() else ():
            if path.relative_to(target) not in files and path.is_file() and MARK in path.read_text("utf-8")[:400]:
                path.unlink()
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
    written = [str(target / name) for name in files]
    settings = ["--config", str(ROOT / "pyproject.toml"), "--quiet"]
    for command in (["check", "--select", "I,UP,RUF022", "--fix"], ["format"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, *settings, *written], check=True)  # noqa: S603 - our own


def main() -> None:
    """Write everything into the project, or into another folder for comparison."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--into", type=Path, default=ROOT, help="folder to write below (default: the project)")
    arguments.add_argument("--contract", type=Path, default=HERE / "openapi.yaml", help="the contract to read")
    given = arguments.parse_args()
    write(render(read_contract(given.contract)), given.into)


if __name__ == "__main__":
    main()
