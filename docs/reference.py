"""Writes the pages about the command that are made from the package: xi-orders-reference.md and error-words.md.

    python docs/reference.py

The first is from the table of commands, the second from the table of words. A test compares pages and package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from typer.core import TyperOption

from xi.sdk.resellers.cli import program as program_module
from xi.sdk.resellers.cli.framework import PROGRAM, Entry, Group
from xi.sdk.resellers.cli.tree import COMMANDS
from xi.sdk.resellers.cli.words import PARTS

REFERENCE: Final = Path(__file__).with_name("xi-orders-reference.md")
ERROR_WORDS: Final = Path(__file__).with_name("error-words.md")
_MADE: Final = "<!-- made by docs/reference.py; change the package, then run it -->"


def reference() -> str:
    """Return the page about every command and its options."""
    root = program_module.whole()
    lines = [
        "# The commands of xi-orders",
        "",
        _MADE,
        "",
        "[Placing orders with xi-orders](xi-orders.md) tells how the commands go together. This page lists them.",
        "`xi-orders COMMAND --help` shows the same.",
        "",
        *_contents(),
        "## Options of every command",
        "",
        "They stand before or after the name of the command. [Configuration](xi-orders-configuration.md) tells which",
        "of them a variable or a profile can say.",
        "",
        *_parameters(root),
        *_commands(root, COMMANDS, PROGRAM),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _contents() -> Iterator[str]:
    """Yield the headings with their commands."""
    headings: dict[str, list[str]] = {}
    for name, entry in COMMANDS.items():
        if not entry.is_hidden:
            headings.setdefault(entry.heading, []).append(f"[{name}](#{PROGRAM}-{name})")
    yield "| | |"
    yield "|---|---|"
    for heading, names in headings.items():
        yield f"| {heading} | {', '.join(names)} |"
    yield ""


def _commands(parent: Group, entries: Mapping[str, Entry], path: str) -> Iterator[str]:
    """Yield a section for each command."""
    for name, entry in entries.items():
        if entry.is_hidden:
            continue
        made = parent.get_command(None, name)
        full = f"{path} {name}"
        yield f"## {full}"
        yield ""
        yield _plain(made.help or entry.help)
        yield ""
        yield "```sh"
        yield from entry.examples
        yield "```"
        yield ""
        yield from _parameters(made)
        if isinstance(made, Group):
            yield from _commands(made, entry.commands, full)


def _parameters(command: Any) -> Iterator[str]:
    """Yield a table of the arguments and options of a command."""
    rows = [_row(each) for each in command.params if not getattr(each, "hidden", False) and each.name != "help"]
    if not rows:
        return
    yield "| | |"
    yield "|---|---|"
    yield from rows
    yield ""


def _row(parameter: Any) -> str:
    is_option = isinstance(parameter, TyperOption)
    takes = not (is_option and (parameter.is_flag or parameter.count))
    is_number = parameter.type_descriptor.annotation in (int, float)
    value = str(parameter.metavar or ("N" if is_number else parameter.name.upper()))
    names = [each.strip() for each in parameter.opts] if is_option else [value]
    text = ", ".join(f"`{each}`" for each in names)
    if is_option and takes:
        text = ", ".join(f"`{each} {value}`" for each in names)
    about = _plain(getattr(parameter, "help", None) or "")
    default = parameter.default
    if takes and isinstance(default, (str, int, float)) and not isinstance(default, bool):
        about = f"{about} Default: `{default}`."
    return f"| {text.replace('|', chr(92) + '|')} | {about.replace('|', chr(92) + '|')} |"


def _plain(text: str) -> str:
    """Return the text of a help with each paragraph in one line, and what Markdown would read as marks as it is."""
    paragraphs = [" ".join(each.split()) for each in text.split("\n\n")]
    return re.sub(r"([*<>])", r"\\\1", "\n\n".join(paragraphs))


def error_words() -> str:
    """Return the page about every word of an error, and every reason for held."""
    lines = [
        "# The words of errors",
        "",
        _MADE,
        "",
        "An error message of `xi-orders` has a word in brackets. It stays the same when the message changes, so a",
        "script can ask for it: with `--json` it is the key `word`. `xi-orders help WORD` shows what is below.",
        "",
    ]
    for part in PARTS:
        lines += [f"## {part.title}", "", part.about, ""]
        for word in part.words:
            lines += [f"### {word.name}", "", word.means, "", "```", word.says, "```", "", word.do, ""]
            if word.type:
                lines += ["```sh", *word.type, "```", ""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    REFERENCE.write_text(reference(), "utf-8")
    ERROR_WORDS.write_text(error_words(), "utf-8")
