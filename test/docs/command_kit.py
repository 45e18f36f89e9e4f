"""Runs the lines of a block that call `xi-orders`, as a shell would, against a sandbox and in a folder of their own."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass

from blocks_kit import Block
from cli_kit import Cli, Ran
from person_kit import inside
from words_kit import entry_of

NUMBERS = ("20-RD3QV-11", "20-RD3QV", "CAS-12345-K2B7Q4-1")
"""Numbers of Ingram Micro's on the pages; in their place stands that of the world."""


@dataclass(frozen=True)
class Line:
    """A line of a block: what is typed, and what the page shows below it."""

    text: str
    shown: str


def lines(block: Block) -> Iterator[Line]:
    """Yield the lines of a block that call the command."""
    text = block.text.replace("\\\n", " ")
    has_prompt = re.search(r"^\$ ", text, re.MULTILINE)
    for each in re.split(r"^\$ " if has_prompt else r"^", text, flags=re.MULTILINE):
        typed, _, shown = each.partition("\n")
        if typed.startswith("xi-orders "):
            yield Line(typed.removeprefix("xi-orders "), shown)


def run(line: Line, cli: Cli, number: str, typed: str = "") -> Ran:
    """Run a line.

    Args:
        line: the line.
        cli: the user.
        number: the order, invoice or case in the world.
        typed: what the user types. There is a terminal only if something is typed or the page shows what is printed.
    """
    text = line.text
    for each in NUMBERS:
        text = text.replace(each, number)
    text = re.sub(r"--wait \d\b", "--wait 0.2", text)
    words = [_there(each, cli) for each in shlex.split(text, comments=True)]
    args, given, into = _redirected(words)
    entry = entry_of(args)
    acts = ["--yes"] if entry is not None and entry.acts and "--yes" not in args else []
    with chdir(cli.home):
        if typed or line.shown.strip():
            ran = cli.run(
                *args,
                tty=True,
                stdin=typed,
                columns=250,
                env=WIDE,
            )
        elif given:
            ran = cli.run(*args, stdin=(cli.home / given).read_text())
        else:
            ran = inside(cli)(*args, *acts)
    if into:
        (cli.home / into).parent.mkdir(parents=True, exist_ok=True)
        (cli.home / into).write_text(ran.out)
    return ran


WIDE = {"NO_COLOR": "1", "COLUMNS": "250", "XI_PROGRESS": "lines"}
"""A terminal that cuts nothing off, and shows the progress as lines."""
QUESTION = re.compile(r"^((?:environment|customer number|country|client|keep the secret).*?: ?)[^:]*$")
"""A question of `login`, whose answer the terminal of a test does not show."""
VARIES = re.compile(
    r"""
    (?P<number>20-[0-9A-Z]{5,6})
    | (?P<run>\d{4}-\d\d-\d\d\ \d\d:\d\d:\d\d-[0-9a-f]{4})
    | (?P<time>\d{4}-\d\d-\d\d(?:\ \d\d:\d\d(?::\d\d)?|T[\d:]+Z)? | \b\d\d:\d\d(?::\d\d)?)
    | (?P<hash>\b[0-9a-f]{8,}(?:…|\.\.\.)?)
    | (?P<cut>\S*(?:…|\.\.\.))
    | (?P<by>\bby\ \w+)
    | (?P<profile>\b[\w-]+-local\.db)
    | (?P<seconds>\b\d+\ s\b)
    | (?P<space>\s+)
    """,
    re.VERBOSE,
)
"""What differs from run to run, and what a narrow terminal cuts off."""
PATTERNS = {
    "number": r"20-[0-9A-Z]{5,6}",
    "run": r"[\d-]{10} [\d:]{8}-[0-9a-f]{4}",
    "time": r"[\d:TZ -]+",
    "hash": r"[0-9a-f]{8,}",
    "by": r"by \w+",
    "profile": r"\S+\.db",
    "seconds": r"\d+ s",
    "space": r"\s+",
}


def is_printed(shown: str, printed: str) -> bool:
    """Return whether a line was printed, but for what differs from run to run."""
    return re.search(_pattern(shown.strip()), printed, re.DOTALL) is not None


def not_printed(line: Line, ran: Ran, known: Mapping[str, str]) -> list[str]:
    """Return the lines that a page shows and that were not printed, but for what differs from run to run.

    Args:
        line: the line that was typed.
        ran: what became of it.
        known: beginnings of lines that the page shows of another world, each with the reason.
    """
    printed = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", f"{ran.err}\n{ran.out}")
    shown = (QUESTION.sub(r"\1", each) for each in line.shown.splitlines() if not each.startswith(tuple(known)))
    return [each for each in shown if not is_printed(each, printed)]


def _pattern(shown: str) -> str:
    parts, at = [], 0
    for found in VARIES.finditer(shown):
        parts.append(re.escape(shown[at : found.start()]))
        kind = str(found.lastgroup)
        parts.append(re.escape(found[0].rstrip(".…")) + ".*?" if kind == "cut" else PATTERNS[kind])
        at = found.end()
    return "".join([*parts, re.escape(shown[at:])])


def _there(word: str, cli: Cli) -> str:
    """Return a word of a line with the folders, services and databases that are here."""
    assert cli.server is not None
    if word.startswith("postgresql:"):
        return f"sqlite:///{cli.home}/moved.db"
    if word.startswith("~/"):
        return f"{cli.home}/{word[2:]}"
    if word.startswith(("/srv/", "/etc/")):
        return f"{cli.home}{word}"
    if word in ("production", "sandbox"):
        return cli.server.url
    return re.sub(r"http://127\.0\.0\.1:(8099|8931)", cli.server.url, word)


def _redirected(words: list[str]) -> tuple[list[str], str, str]:
    """Return the arguments, the file that is read, and the file that is written."""
    args = list(words)
    files = {"<": "", ">": ""}
    for mark in files:
        if mark in args:
            at = args.index(mark)
            files[mark] = args[at + 1]
            del args[at : at + 2]
    return args, files["<"], files[">"]
