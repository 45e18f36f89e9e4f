"""The command that explains topics, schemas and the words of errors."""

from __future__ import annotations

import difflib
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Final

import typer

from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xi.sdk.resellers.cli.framework import Entry
    from xi.sdk.resellers.cli.session import Session

TOPICS: Final = {
    "files": "order files: columns, and what has to be said about them",
    "states": "the states of an order, and why one is held",
    "exit-codes": "what a command ends with, and who has to do something",
    "formats": "tables, plain lines, JSON, JSON Lines and CSV",
    "configuration": "files and profiles, and which value wins",
    "environment": "variables of the environment",
    "schema": "the schemas of JSON: xi-orders help schema NAME",
    "words": "all words of errors, and reasons for held",
}
"""The topics, in the order of the list, each in a few words."""
STATES: Final = (
    "planned",
    "sending",
    "doubt",
    "accepted",
    "placed",
    "partly",
    "empty",
    "rejected",
    "held",
    "abandoned",
    "not_placed",
)
"""The states of an order; a test compares them with the protocol, whose import takes long."""
_SCHEMA: Final = "schema"
_WORDS: Final = "words"


def help_(
    session: Session,
    topic: Annotated[
        list[str] | None,
        typer.Argument(metavar="TOPIC", help="A topic, schema NAME, the word of an error, a state or a command."),
    ] = None,
) -> None:
    """Explain a topic, a schema or the word of an error.

    Without a topic the topics are listed.
    """
    session.out.text(_page(topic or []))


def _page(names: list[str]) -> Iterable[str]:
    """Return the lines of a page.

    Raises:
        CommandError: there is none.
    """
    if not names:
        return _contents()
    if names[0] == _SCHEMA:
        return _schema(names[1:])
    if len(names) > 1 and (command := _command(names)):
        return command
    if len(names) > 1:
        raise _unknown(" ".join(names), [])
    return _page_of(names[0])


def _page_of(name: str) -> Iterable[str]:
    from xi.sdk.resellers.cli.tree import COMMANDS
    from xi.sdk.resellers.cli.words import WORDS, lines_of

    if name == _WORDS:
        return _all_words()
    if name in TOPICS:
        return topic_text(name).splitlines()
    # A state and a reason are shown with `_`, and many type `-`; an error is shown in brackets.
    bare = name.strip("[]")
    for word in (bare, bare.replace("-", "_")):
        if word in WORDS:
            return lines_of(WORDS[word])
    if bare.replace("-", "_") in STATES:
        return topic_text("states").splitlines()
    command = _command([name])
    if command is not None:
        return command
    known = [*TOPICS, *WORDS, *STATES, *(each for each, its in COMMANDS.items() if not its.is_hidden)]
    raise _unknown(name, known)


def topic_text(name: str) -> str:
    """Return the text of a topic.

    Args:
        name: the topic.
    """
    return (resources.files("xi.sdk.resellers.cli") / "topics" / f"{name}.txt").read_text("utf-8")


def _unknown(name: str, known: list[str]) -> CommandError:
    near = difflib.get_close_matches(name, known, n=2)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    return CommandError(
        f"there is no topic, word or command {name!r}",
        word="unknown-topic",
        hint=f"{meant}xi-orders help lists the topics",
    )


def _contents() -> Iterator[str]:
    yield "xi-orders help TOPIC"
    yield ""
    yield "Topics"
    for name, about in TOPICS.items():
        yield f"  {name:<14}  {about}"
    yield ""
    yield "Also the word at the end of an error, a state, or a command:"
    yield "  xi-orders help bad-quantity"
    yield "  xi-orders help held"
    yield "  xi-orders help place"


def _all_words() -> Iterator[str]:
    from xi.sdk.resellers.cli.words import PARTS

    for part in PARTS:
        yield part.title
        for word in part.words:
            yield f"  {word.name:<19}  {word.means.partition('. ')[0].removesuffix('.')}."
        yield ""
    yield "Each has a page: xi-orders help WORD"


def _schema(names: list[str]) -> Iterable[str]:
    from xi.sdk.resellers.cli.output import schema_names, schema_text

    known = schema_names()
    if not names:
        return ["Schemas: xi-orders help schema NAME", "", *(f"  {each}" for each in known)]
    name = " ".join(names)
    if name not in known:
        raise _unknown(f"schema {name}", [f"schema {each}" for each in known])
    return schema_text(name).splitlines()


def _command(names: list[str]) -> list[str] | None:
    """Return what a command is for and lines to copy; None if there is no such command."""
    from xi.sdk.resellers.cli.tree import COMMANDS

    entries = COMMANDS
    found: Entry | None = None
    for each in names:
        found = entries.get(each)
        if found is None or found.is_hidden:
            return None
        entries = dict(found.commands)
    if found is None:
        return None
    return [
        found.help,
        "",
        *(f"  {each}" for each in found.examples),
        "",
        f"All its options: xi-orders {' '.join(names)} --help",
    ]
