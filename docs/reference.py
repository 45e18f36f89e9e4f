"""Writes the pages of the reference that are made from the package.

    python docs/reference.py

xi-orders-reference.md is from the table of commands, error-words.md from the table of words, exit-codes.md from the
text of `xi-orders help exit-codes`, and exceptions.md from the classes and their docstrings. A test compares pages and
package.
"""

from __future__ import annotations

import inspect
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module, resources
from pathlib import Path
from typing import Any, Final

from typer.core import TyperOption

from xi.sdk.resellers.cli import program as program_module
from xi.sdk.resellers.cli.codes import code_of_state
from xi.sdk.resellers.cli.framework import PROGRAM, Entry, Group
from xi.sdk.resellers.cli.tree import COMMANDS
from xi.sdk.resellers.cli.words import PARTS
from xi.sdk.resellers.exceptions import OpenApiException
from xi.sdk.resellers.ordering import State

_MADE: Final = "<!-- made by docs/reference.py; change the package, then run it -->"


def reference() -> str:
    """Return the page about every command and its options."""
    root = program_module.whole()
    lines = [
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
    return _page("The commands of xi-orders", lines)


def _page(title: str, lines: Sequence[str]) -> str:
    """Return a page that says that it is made."""
    return "\n".join([f"# {title}", "", _MADE, "", *lines]).rstrip() + "\n"


def _cell(text: str) -> str:
    """Return a text as it stands in a table."""
    return text.replace("|", "\\|")


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
    return f"| {_cell(text)} | {_cell(about)} |"


def _plain(text: str) -> str:
    """Return the text of a help with each paragraph in one line, and what Markdown would read as marks as it is."""
    paragraphs = [" ".join(each.split()) for each in text.split("\n\n")]
    return re.sub(r"([*<>])", r"\\\1", "\n\n".join(paragraphs))


def error_words() -> str:
    """Return the page about every word of an error, and every reason for held."""
    lines = [
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
    return _page("The words of errors", lines)


_CODE: Final = re.compile(r"^  (\d+) +(.*(?:\n {7}.*)*)", re.MULTILINE)
"""A code in the text of `xi-orders help exit-codes`, with its lines."""


def exit_codes() -> str:
    """Return the page about what a command ends with."""
    text = resources.files("xi.sdk.resellers.cli").joinpath("topics", "exit-codes.txt").read_text("utf-8")
    lines = [
        "What a command of `xi-orders` ends with says who has to do something. `xi-orders help exit-codes` shows the",
        "same.",
        "",
        "| code | what has happened | who does what |",
        "|---|---|---|",
    ]
    for code, about in _CODE.findall(text):
        *happened, does = [each.strip() for each in about.splitlines()]
        cells = (" ".join(happened), does) if happened else (does, "")
        lines.append(f"| {code} | {cells[0]} | {cells[1]} |")
    after = text[[each.end() for each in _CODE.finditer(text)][-1] :]
    lines += ["", *after.strip().splitlines(), "", "## The code for the state of an order", ""]
    lines += ["| state | code |", "|---|---|"]
    lines += [f"| `{state.value}` | {int(code_of_state(state))} |" for state in State]
    lines += [
        "",
        "An order that stands twice has 5, whatever its state. The states are [those of the",
        "ledger](ordering.md#the-states-of-an-order).",
        "",
        "## In a script",
        "",
        "```sh",
        "xi-orders place orders.csv --yes --quiet",
        "code=$?",
        'case "$code" in',
        "    0) ;;",
        '    1) echo "the business looks at what was rejected" ;;',
        '    3) echo "the same line again, later" ;;',
        '    *) echo "somebody has to look now: $code" ;;',
        "esac",
        "```",
        "",
        "[Cron, containers, Windows](cron-and-containers.md) has the lines for a job, and [the words of",
        "errors](error-words.md) tell more than a code can.",
    ]
    return _page("Exit codes", lines)


_RAISED_BY: Final = {
    "xi.sdk.resellers": "Calls",
    "xi.sdk.resellers.paging": "Long lists",
    "xi.sdk.resellers.ordering": "Order desks, ledgers, order files",
    "xi.sdk.resellers.stock_mirror": "The stock at hand",
}
"""The modules that exceptions are imported from, with what raises them."""


def exceptions() -> str:
    """Return the page about every exception."""
    found = {module: list(_exceptions_of(module)) for module in _RAISED_BY}
    everything = [each for kinds in found.values() for each in kinds]
    lines = [
        "This page lists them. [When a call fails](errors.md) says what to do about each. The first question",
        "is whether the server may have acted on the call: `in_doubt(error)` answers it for every exception.",
        "",
        "```text",
        *_tree(OpenApiException, everything),
        "```",
        "",
    ]
    for module, kinds in found.items():
        lines += [f"## {_RAISED_BY[module]}", "", f"From `{module}`:", "", "| exception | raised when |", "|---|---|"]
        lines += [f"| {_with_bases(each)} | {_first_paragraph(each)} |" for each in kinds]
        lines.append("")
    lines += ["## What an exception tells", "", "Each has what its base has too.", ""]
    for each in everything:
        rows = _told_by(each, everything)
        if rows:
            lines += [f"### {each.__name__}", "", "| | |", "|---|---|", *rows, ""]
    return _page("Exceptions", lines)


def _exceptions_of(module: str) -> Iterator[type[BaseException]]:
    """Yield the public exceptions of a module, those of no other module before it, bases first."""
    loaded = import_module(module)
    names = loaded.__all__
    kinds = {getattr(loaded, name) for name in names if isinstance(getattr(loaded, name), type)}
    own = [each for each in kinds if issubclass(each, OpenApiException)]
    of_calls = () if module == "xi.sdk.resellers" else tuple(_exceptions_of("xi.sdk.resellers"))
    yield from sorted((each for each in own if each not in of_calls), key=_place)


def _place(kind: type[BaseException]) -> tuple[str, int]:
    """Return what sorts exceptions as they stand in the source."""
    return kind.__module__, inspect.getsourcelines(kind)[1]


def _tree(top: type[BaseException], kinds: Sequence[type[BaseException]], indent: str = "") -> Iterator[str]:
    """Yield the lines of a tree of exceptions."""
    if not indent:
        yield top.__name__
    below = [each for each in kinds if each is not top and _parent(each, kinds) is top]
    for each in below:
        is_last = each is below[-1]
        yield f"{indent}{'└── ' if is_last else '├── '}{each.__name__}"
        yield from _tree(each, kinds, indent + ("    " if is_last else "│   "))


def _parent(kind: type[BaseException], kinds: Sequence[type[BaseException]]) -> type[BaseException] | None:
    return next((each for each in kind.__mro__[1:] if each in kinds), None)


def _with_bases(kind: type[BaseException]) -> str:
    """Return the name of an exception, with the exception of Python that it is too."""
    others = [
        each.__name__ for each in kind.__mro__ if each.__module__ == "builtins" and each.__name__.endswith("Error")
    ]
    return f"`{kind.__name__}`" + (f", also `{others[0]}`" if others else "")


def _first_paragraph(kind: type[BaseException]) -> str:
    return _cell(" ".join((inspect.getdoc(kind) or "").split("\n\n")[0].split()))


_KEPT_AS: Final = {"msg": None, "message": None, "http_resp": None, "refusals": "errors"}
"""Arguments that no attribute has the name of: they become the text, other attributes, or one of another name."""


def _told_by(kind: type[BaseException], kinds: Sequence[type[BaseException]]) -> list[str]:
    """Return a row for each attribute: arguments, of a private base too, then what the class itself documents."""
    own = itertools.takewhile(lambda each: each is kind or each not in kinds, kind.__mro__)
    # Cleaned, since Python 3.13 takes the indentation away and older ones do not.
    documented = next((inspect.cleandoc(each.__doc__ or "") for each in own if "Args:" in (each.__doc__ or "")), "")
    told = re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", documented.partition("Args:\n")[2], re.MULTILINE)
    told = [(_KEPT_AS.get(name, name), about) for name, about in told]
    told += re.findall(r'^ {4}([a-z]\w*): .*\n {4}"""(.*?)"""', inspect.getsource(kind), re.MULTILINE)
    told += [(name, inspect.getdoc(each) or "") for name, each in vars(kind).items() if isinstance(each, property)]
    return [f"| `{name}` | {' '.join(about.split())} |" for name, about in told if name is not None]


PAGES: Final = {
    "xi-orders-reference.md": reference,
    "error-words.md": error_words,
    "exit-codes.md": exit_codes,
    "exceptions.md": exceptions,
}
"""The pages, by the names of their files, with what makes each."""


if __name__ == "__main__":
    for name, made in PAGES.items():
        Path(__file__).with_name(name).write_text(made(), "utf-8")
