"""What `xi-orders` makes of a line, whatever the command is: options, help, errors, and how each failure ends."""

from __future__ import annotations

import errno
import io
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from cli_kit import COMMAND, environment
from words_kit import parsed, whole_program

import xi.sdk.resellers.cli.program as program_module
from xi.sdk.resellers import __version__, exceptions
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.framework import Entry, moved_forward
from xi.sdk.resellers.cli.options import Common
from xi.sdk.resellers.cli.session import Session
from xi.sdk.resellers.cli.stopping import Terminated
from xi.sdk.resellers.cli.tree import COMMANDS
from xi.sdk.resellers.ordering import Fault, LedgerError
from xi.sdk.resellers.ordering.errors import NotPermittedError

OPTIONS = {"--json": 0, "-v": 0, "-q": 0, "--profile": 1, "--output": 1, "-o": 1}


# -- options of every command


@pytest.mark.parametrize(
    ("given", "moved"),
    [
        ("list --json", "--json list"),
        ("list --profile a --state held", "--profile a list --state held"),
        ("list --profile=a", "--profile=a list"),
        ("list -vq", "-vq list"),
        ("list -vx", "list -vx"),
        ("list -o f --state held", "-o f list --state held"),
        ("show -- --json", "show -- --json"),
        ("list --state=--json", "list --state=--json"),
        ("list --profile", "--profile list"),
        ("", ""),
    ],
)
def test_options_of_every_command_are_moved_before_its_name(given: str, moved: str) -> None:
    assert moved_forward(given.split(), OPTIONS) == moved.split()


@pytest.mark.parametrize("line", ["--profile a --json -vv -q help words", "help words --profile a -vv --json -q"])
def test_options_stand_before_or_after_the_name(line: str) -> None:
    found = parsed(line.split())
    assert (found.common.profile, found.common.mode, found.common.verbose, found.common.quiet) == ("a", "json", 2, True)
    assert found.given == {"topic": ["words"]}


def test_after_two_dashes_all_are_values() -> None:
    found = parsed(["help", "--csv", "--", "--json"])
    assert (found.common.mode, found.given) == ("csv", {"topic": ["--json"]})


# -- the program in this process, with stubs for commands


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Return a function that runs a line, and returns code, stdout and stderr."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def run(*args: str) -> tuple[int, str, str]:
        code = program_module.main(args)
        out, err = capfd.readouterr()
        return code, out, err

    return run


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that makes a command `stub`, which does what it is given."""

    def make(does: Any) -> None:
        module = ModuleType("xi.sdk.resellers.cli.commands.stub")

        def command(session: Any) -> object:
            return does(session)

        module.stub = command  # type: ignore[attr-defined] # this is how a module gets it
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(
            program_module, "COMMANDS", {**COMMANDS, "stub": Entry("A stub.", "stub:stub", ("xi-orders stub",))}
        )

    return make


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("plce orders.csv", "did you mean place"),
        ("create", "by place, so that each is placed once"),
        ("ledger infi", "did you mean init or info?"),
        ("nonsense", "xi-orders --help lists them"),
        ("help --wiat", "--wiat"),
        ("place --max-orders x", "--max-orders"),
        ("list --plain --csv", "csv and plain are both asked for"),
        ("help no-such-word", "xi-orders help lists the topics"),
        ("help exit-code", "did you mean exit-codes"),
        ("help schema lst", "did you mean schema list"),
    ],
)
def test_what_cannot_be_understood_ends_with_2_and_says_what_could_be_meant(say: Any, line: str, said: str) -> None:
    code, out, err = say(*line.split())
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert said in err
    assert re.search(r"\[(bad-usage|bad-option|unknown-topic)\]$", err, re.MULTILINE)


@pytest.mark.parametrize(
    "command", ["place", "check", "quote order", "price --file", "webhooks verify", "ledger restore", "modify N --body"]
)
@pytest.mark.parametrize("name", ["-my orders.csv", "-hello.csv", "--all.csv", "-o.csv"])
def test_a_file_that_was_read_as_an_option_is_told_by_a_name_that_is_none(
    say: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    line = (*command.split(), name)
    _, _, before = say(*line, "--json")
    assert "./-" not in before
    (tmp_path / name).write_text("anything")
    if command.endswith(("--file", "--body")):
        # The value of an option is a value, whatever it begins with.
        assert "No such option" not in say(*line)[2]
        return
    code, out, err = say(*line)
    assert (code, out) == (2, "")
    assert err.startswith("error: No such option: ")
    assert f"\nhint:  for the file of this name: {shlex.quote(f'./{name}')}\n" in err
    assert "./-" not in say(*line[:-1], "x" * 5_000, f"--{'x' * 5_000}")[2]


def test_a_failure_is_an_object_where_json_was_asked_for(say: Any) -> None:
    code, out, err = say("nonsense", "--json")
    told = json.loads(err)
    assert (code, out, told["word"], told["exit_code"], told["schema"]) == (2, "", "bad-usage", 2, "xi-orders/error/1")


def fault_of_ledger(name: Fault) -> LedgerError:
    return LedgerError("it cannot be used", name)


ENDS: list[tuple[object, int, str]] = [
    (None, 0, ""),
    (Code.NO, 1, ""),
    (Code.PERSON, 5, ""),
    (CommandError("x", code=Code.UNABLE, word="api-away", hint="wait"), 4, "error: x [api-away]\nhint:  wait"),
    (CommandError("x", correlation_id="ab12"), 2, "error: x (correlation ID ab12)"),
    (exceptions.ApiValueError("bad"), 2, "[bad-value]"),
    (NotPermittedError("no"), 2, "[not-permitted]"),
    (exceptions.NotFoundException(status=404, reason="Not Found"), 1, "[not-found]"),
    (exceptions.UnauthorizedException(status=401, reason="Unauthorized"), 4, "[api-credentials]"),
    (exceptions.ServiceException(status=503, reason="away"), 4, "[api-away]"),
    (exceptions.TooManyRequestsException(status=429, reason="slow"), 4, "[api-quota]"),
    (exceptions.BadRequestException(status=400, reason="no"), 4, "[api-refused]"),
    *((fault_of_ledger(each), 6, f"[ledger-{each.value.replace('_', '-')}]") for each in Fault),
    (FileNotFoundError(errno.ENOENT, "No such file", "orders.csv"), 2, "orders.csv: No such file [file-unusable]"),
    (ModuleNotFoundError("No module named 'keyring'", name="keyring"), 2, "[extra-missing]"),
    (KeyboardInterrupt(), 130, ""),
    (Terminated(), 143, ""),
    (KeyError("secret-value"), 70, "[fault]"),
]


@pytest.mark.parametrize(("end", "code", "said"), ENDS, ids=lambda each: repr(each)[:40])
def test_each_way_to_end_has_its_code_and_its_word(say: Any, stub: Any, end: object, code: int, said: str) -> None:
    def does(_session: object) -> object:
        if isinstance(end, BaseException):
            raise end
        return end

    stub(does)
    found, out, err = say("stub")
    assert (found, out) == (code, "")
    assert said in err
    assert "Traceback" not in err


def test_the_report_of_a_fault_has_where_it_was_and_no_value(say: Any, stub: Any, tmp_path: Path) -> None:
    def does(_session: object) -> object:
        secret = "hunter2"
        raise KeyError(secret)

    stub(does)
    code, _, err = say("stub")
    (report,) = (tmp_path / "xi-orders").glob("fault-*.txt")
    assert (code, str(report) in err) == (70, True)
    text = report.read_text()
    assert "test_framework.py" in text
    assert "hunter2" not in text + err
    assert report.stat().st_mode & 0o077 == 0


# -- help


def paths() -> Iterator[tuple[str, ...]]:
    for name, entry in COMMANDS.items():
        if entry.place and not entry.is_hidden:
            yield (name,)
        yield from ((name, each) for each in entry.commands)


@pytest.mark.parametrize("path", list(paths()), ids=" ".join)
def test_help_begins_with_lines_to_copy_and_tells_each_option(
    say: Any, monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...]
) -> None:
    for name in ("FORCE_COLOR", "GITHUB_ACTIONS", "PY_COLORS"):
        monkeypatch.setenv(name, "1")
    code, out, err = say(*path, "--help")
    entry = COMMANDS[path[0]]
    entry = entry.commands[path[1]] if len(path) > 1 else entry
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert [each.strip() for each in lines[: len(entry.examples)]] == list(entry.examples)
    assert lines[len(entry.examples) + 1].startswith(f"Usage: xi-orders {' '.join(path)}")
    assert not re.search("[\x1b│╭─]", out)
    group = whole_program()
    for each in path:
        group = group.get_command(None, each)
    for option in group.params:
        assert getattr(option, "hidden", False) or option.help, option.name
        assert not any(each.startswith("--no-") for each in option.secondary_opts), "a stray twin"


def test_the_help_of_the_program_has_every_command_under_its_heading(say: Any) -> None:
    code, out, _ = say("--help")
    assert code == 0
    headings = {entry.heading for entry in COMMANDS.values() if not entry.is_hidden}
    at = [out.index(f"\n{each}:\n") for each in headings]
    assert len(at) == len(headings) > 3
    for name, entry in COMMANDS.items():
        assert (re.search(rf"^  {name} ", out, re.MULTILINE) is not None) is not entry.is_hidden
    assert not re.search("[\x1b│╭─]", out)


@pytest.mark.parametrize("group", [(), *((name,) for name, entry in COMMANDS.items() if not entry.place)], ids=" ".join)
def test_without_a_command_the_help_is_shown_and_is_no_result(say: Any, group: tuple[str, ...]) -> None:
    _, its_help, _ = say(*group, "--help")
    assert say(*group) == (2, "", its_help)
    code, out, err = say(*group, "--jsonl")
    told = json.loads(err)
    assert (code, out, told["word"], told["hint"]) == (2, "", "bad-usage", f"{' '.join(['xi-orders', *group])} --help")
    assert not group or told["message"] == f"say which command: {', '.join(COMMANDS[group[0]].commands)}"


def test_the_version_is_shown(say: Any) -> None:
    assert say("--version") == (0, f"xi-orders {__version__}\n", "")


@pytest.mark.parametrize(
    ("said", "variables", "is_terminal", "has_color"),
    [
        (None, {}, True, True),
        (None, {}, False, False),
        (None, {"GITHUB_ACTIONS": "true", "CI": "true"}, False, False),
        (None, {"FORCE_COLOR": "1"}, False, True),
        (None, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        (None, {"TERM": "dumb"}, True, False),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        (None, {"XI_COLOR": "never"}, True, False),
    ],
)
def test_who_decides_about_colour(
    said: str | None, variables: dict[str, str], is_terminal: bool, has_color: bool
) -> None:
    stream = io.StringIO()
    stream.isatty = lambda: is_terminal  # type: ignore[method-assign] # a terminal of a test
    session = Session(Common(color=said), environ={"TERM": "xterm", **variables}, stdout=stream)
    assert session.has_color(stream) is has_color


def test_a_closed_pipe_ends_a_reader_with_0(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "help", "words"],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
