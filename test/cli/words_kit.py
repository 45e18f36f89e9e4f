"""Finds the words that the package gives to errors, with their messages, and parses lines that a person types."""

from __future__ import annotations

import ast
import re
import shlex
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import xi.sdk.resellers.cli.program as program_module
from xi.sdk.resellers.cli.framework import Entry, Group, run
from xi.sdk.resellers.cli.tree import COMMANDS
from xi.sdk.resellers.ordering import Fault

ROOT = Path(__file__).parents[2]
CLI = ROOT / "xi/sdk/resellers/cli"
FILES = ROOT / "xi/sdk/resellers/ordering/files"
KEBAB = re.compile(r"[a-z]+(-[a-z]+)+")
NO_WORDS = {
    # Names of encodings.
    "raw-unicode-escape",
    "unicode-escape",
    "demo-client",
    "demo-secret",
    # A program that mappings are for.
    "dynamics-bc",
    # Headers of HTTP.
    "no-store",
    "x-hub-signature",
    # Kinds of part numbers.
    "customer-part",
    "vendor-part",
    # A status of an order.
    "on-hold",
    "xi-orders",
    # Names of threads.
    "xi-ledger-view",
    "xi-orders-drain",
    "xi-orders-listen",
    # Names of schemas.
    *(path.stem for path in CLI.glob("output/schemas/*.json")),
    *(f"ledger-{name}" for name in COMMANDS["ledger"].commands),
}
"""Texts of the package that look like words of errors and are none."""

Messages = Mapping[str, set[tuple[str, ...]]]
"""The words, and of each the messages: the parts of them that are always the same."""


@cache
def trees(folder: Path) -> list[tuple[Path, list[ast.AST]]]:
    """Return every module of a folder, with all its nodes."""
    return [(path, list(ast.walk(ast.parse(path.read_text("utf-8"))))) for path in sorted(folder.rglob("*.py"))]


def words_of_the_command() -> set[str]:
    """Return the words of `word=...`, and texts in modules that give a word by a variable."""
    found: set[str] = set()
    for path, tree in trees(CLI):
        if path.name in ("words.py", "tree.py", "help.py"):
            found |= {"unknown-topic"}
            continue
        for node in tree:
            if isinstance(node, ast.keyword) and node.arg == "word" and isinstance(node.value, ast.Constant):
                found.add(str(node.value.value))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and KEBAB.fullmatch(node.value):
                found.add(node.value)
    return {each for each in found if each} - NO_WORDS


def words_of_files() -> set[str]:
    """Return the words of order files: there, all texts of that form are words."""
    texts = {
        node.value
        for _, tree in trees(FILES)
        for node in tree
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEBAB.fullmatch(node.value)
    }
    return {each for each in texts if not each.startswith(("utf-", "latin-"))} - NO_WORDS


def words_of_ledgers() -> set[str]:
    """Return the words of the faults of a ledger."""
    return {f"ledger-{each.value.replace('_', '-')}" for each in Fault}


def messages() -> Messages:
    """Return the messages that stand beside a word in the code."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for folder in (CLI, FILES):
        for path, tree in trees(folder):
            for node in [] if path.name == "words.py" else tree:
                if isinstance(node, ast.Call):
                    word, message = _said(node)
                    parts = _fixed(message)
                    if word and parts:
                        found[word].add(parts)
    return found


def _said(call: ast.Call) -> tuple[str, ast.expr | None]:
    """Return the word of a call and the text beside it."""
    named = {each.arg: each.value for each in call.keywords}
    word = named.get("word") or named.get("code")
    if isinstance(word, ast.Constant) and isinstance(word.value, str) and (call.args or "message" in named):
        return word.value, named.get("message") or call.args[0]
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    for first, second in zip(call.args, call.args[1:], strict=False):
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and KEBAB.fullmatch(first.value):
            return first.value, second
        is_second = isinstance(second, ast.Constant) and isinstance(second.value, str)
        if name == "_failed" and is_second:
            return str(second.value), first  # type: ignore[attr-defined] # it is a constant
    return "", None


def _fixed(text: ast.expr | None) -> tuple[str, ...]:
    """Return the parts of a text that are always the same; none if it is not written there."""
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        return (text.value,)
    if isinstance(text, ast.JoinedStr):
        return tuple(
            each.value.strip() for each in text.values if isinstance(each, ast.Constant) and isinstance(each.value, str)
        )
    return ()


def is_like(example: str, parts: tuple[str, ...]) -> bool:
    """Return whether an example has all parts of a message, in this order."""
    at = 0
    for part in parts:
        at = example.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


# -- lines that a person types


def each_entry(table: Mapping[str, Entry] = COMMANDS) -> Iterator[Entry]:
    """Yield every command that help shows, those of a group after it."""
    for entry in table.values():
        if not entry.is_hidden:
            yield entry
            yield from each_entry(entry.commands)


def entry_of(args: list[str]) -> Entry | None:
    """Return the command that arguments name."""
    entries, found = COMMANDS, None
    for each in args:
        if each.startswith("-"):
            continue
        if each not in entries:
            break
        found = entries[each]
        if not found.commands:
            break
        entries = dict(found.commands)
    return found


def typed(line: str) -> Iterator[list[str]]:
    """Yield the arguments of each call of the program in a line of a shell."""
    # Quotes are kept, so that `";"` is told from the end of a call.
    lexer = shlex.shlex(line.partition(" #")[0], posix=False, punctuation_chars="|&;<>")
    lexer.whitespace_split = True
    words: list[str] = []
    for each in [*lexer, ";"]:
        if set(each) <= set("|&;<>"):
            if words[:1] == ["xi-orders"]:
                yield words[1:]
            # What follows `<` or `>` is a file.
            words = ["of a file"] if set(each) <= set("<>") else []
        else:
            words += shlex.split(each)


CALL = re.compile(r"(?:^|[\s/\\])xi-orders(?:\.exe)? ((?:-|[a-z]).*)")
"""A call of the program in a line to copy, whatever stands before it."""


def calls_in(text: str) -> Iterator[list[str]]:
    """Yield the arguments of each call of the program in lines to copy; what continues on the next line is one."""
    for line in text.replace("\\\n", " ").splitlines():
        if found := CALL.search(line):
            # In a line of Windows the call stands in quotes.
            call = found[1].removesuffix('"') if found[1].count('"') % 2 else found[1]
            yield from typed(f"xi-orders {call}")


@cache
def whole_program() -> Group:
    """Return the program with all its commands."""
    return program_module.whole()


class Parsed:
    """Takes the place of what carries out a command: it keeps what the command would have got."""

    def __init__(self) -> None:
        self.common: Any = None
        self.entry: Entry | None = None
        self.given: Mapping[str, Any] = {}

    def __call__(self, _function: object, entry: Entry, given: Mapping[str, Any]) -> int:
        self.entry, self.given = entry, given
        return 0


def parsed(args: list[str]) -> Parsed:
    """Return what the program understands of arguments; it raises what it would tell a person."""
    found = Parsed()
    root = whole_program()
    root.context_settings["obj"] = found
    run(root, args)
    return found
