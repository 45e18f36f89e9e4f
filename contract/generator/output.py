"""Formats and checks the generated files in a temporary folder, and copies them only if all are correct."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.rendering import MARK, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
_OWNED = {
    PACKAGE / "api": (),
    PACKAGE / "aio": ("api_client.py",),
    PACKAGE / "models": ("_*.py",),
    PACKAGE / "_core" / "operations": (),
    Path("docs/models"): (),
}
"""Folders that belong to the generator, each with the other files in it; `__init__.py` is generated too."""
_SHARED = (PACKAGE, PACKAGE / "_core", Path("docs"))
"""Folders in which only the files with the mark are generated."""


class OutputError(Exception):
    """A generated file cannot be correct."""


def formatted(files: dict[Path, str]) -> dict[Path, str]:
    """Return the files as they are committed.

    Raises:
        OutputError: one of them is not valid Python, or has a name that is not defined or is defined twice.
    """
    with tempfile.TemporaryDirectory() as folder:
        aside = Path(folder)
        for path, text in files.items():
            if path.suffix == ".py":
                _compile(path, text)
            (aside / path).parent.mkdir(parents=True, exist_ok=True)
            (aside / path).write_text(text.rstrip("\n") + "\n", "utf-8")
        _ruff(aside, "check", "--select", "F401,I,UP,RUF022", "--fix-only")
        _ruff(aside, "format")
        _ruff(aside, "check", "--select", "E9,F")
        return {path: (aside / path).read_text("utf-8") for path in files}


def _compile(path: Path, text: str) -> None:
    try:
        compile(text, str(path), "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"{path} is not Python: {error}") from None


def _ruff(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "ruff", *arguments, "--config", str(ROOT / "pyproject.toml"), "--quiet", "."]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if ran.returncode:
        raise OutputError(ran.stdout + ran.stderr)


def copy(files: dict[Path, str], target: Path) -> None:
    """Write the files that differ to a folder, and remove files that are no longer generated."""
    for path, text in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        if not (target / path).is_file() or (target / path).read_text("utf-8") != text:
            (target / path).write_text(text, "utf-8")
    for path in orphans(files, target):
        (target / path).unlink()


def orphans(files: dict[Path, str], target: Path) -> list[Path]:
    """Return the files in a folder that only the generator writes, and that are not generated any more."""
    return sorted({*_of_owned(target), *_of_shared(target)} - files.keys())


def _of_owned(target: Path) -> Iterator[Path]:
    for folder, others in _OWNED.items():
        for path in (target / folder).rglob("*"):
            if path.suffix in (".py", ".pyi", ".md") and not any(map(path.match, others)):
                yield path.relative_to(target)


def _of_shared(target: Path) -> Iterator[Path]:
    for folder in _SHARED:
        for path in (target / folder).glob("*.*"):
            if path.suffix in (".py", ".md") and MARK in path.read_text("utf-8")[:400]:
                yield path.relative_to(target)
