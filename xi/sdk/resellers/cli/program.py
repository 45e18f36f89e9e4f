"""What stands around a command: the options of every command, signals, and how each failure ends."""

from __future__ import annotations

import json
import os
import shlex
import sys
from importlib import import_module
from itertools import takewhile
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli import options
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.framework import NoCommand, complete, program, run
from xi.sdk.resellers.cli.options import Common
from xi.sdk.resellers.cli.stopping import Signals, stop_code
from xi.sdk.resellers.cli.streams import forget, prepare
from xi.sdk.resellers.cli.tree import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from xi.sdk.resellers.cli.framework import Entry, Group

HELP: Final = "Place orders at Ingram Micro, each once, and see what became of them; also a sandbox on this machine."
BEGINNING: Final = (
    "xi-orders demo",
    "xi-orders login --profile acme-us",
    "xi-orders place orders.csv --environment sandbox",
    "xi-orders status",
)
"""Lines to copy at the beginning of the help."""
_COMPLETE: Final = "_XI_ORDERS_COMPLETE"


def main(args: Sequence[str] | None = None) -> int:
    """Carry out a command line, and return the exit code.

    Args:
        args: the arguments; by default those of the process.
    """
    given = sys.argv[1:] if args is None else list(args)
    prepare()
    root = whole()
    if _COMPLETE in os.environ:
        complete(root)
    state = _State()
    root.context_settings["obj"] = state
    with Signals():
        try:
            code = run(root, given)
            _flush()
        except BaseException as error:  # noqa: BLE001 - each way to end has a code
            return _ended(error, given, as_json=_wants_json(given, state))
        finally:
            _leave()
    return int(code) if isinstance(code, int) else 0


def whole() -> Group:
    """Return the program with all commands."""
    return program(COMMANDS, common, HELP, _command_at, BEGINNING)


def _command_at(place: str) -> Callable[..., Any]:
    """Return the function of a command: `held:resolve` is the function resolve of the module held."""
    module, _, function = place.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"xi.sdk.resellers.cli.commands.{module}"), function)
    return found


class _State:
    """What the options of every command are; called with a command, it carries it out."""

    def __init__(self) -> None:
        self.common: Common | None = None

    def __call__(self, function: Callable[..., Any], entry: Entry, given: Mapping[str, Any]) -> int:
        from xi.sdk.resellers.cli.session import Session

        return Session(self.common or Common(), acts=entry.acts).run(function, given)


def _show_version(asked: bool) -> None:
    if asked:
        from xi.sdk.resellers._version import __version__

        typer.echo(f"xi-orders {__version__}")
        raise typer.Exit


def common(
    ctx: typer.Context,
    profile: options.Profile = None,
    config: options.Config = None,
    environment: options.Environment = None,
    ledger: options.LedgerUrl = None,
    format_: options.Format = None,
    table: options.AsTable = False,
    plain: options.AsPlain = False,
    json_: options.AsJson = False,
    jsonl: options.AsJsonl = False,
    csv: options.AsCsv = False,
    fields: options.Fields = None,
    no_header: options.NoHeader = False,
    output: options.OutputFile = None,
    excel: options.Excel = False,
    utc: options.Utc = False,
    schema: options.SchemaNumber = None,
    color: options.Color = None,
    progress: options.ProgressWay = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
    log_file: options.LogFile = None,
    log_format: options.LogFormat = None,
    yes: options.Yes = False,
    no_input: options.NoInput = False,
    call_timeout: options.CallTimeout = None,
    version: Annotated[  # noqa: ARG001 - its callback does it
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version.")
    ] = False,
) -> None:
    """Note the options of every command.

    Raises:
        CommandError: two formats are asked for.
    """
    flags = {"table": table, "plain": plain, "json": json_, "jsonl": jsonl, "csv": csv}
    modes = {*([format_] if format_ else []), *(name for name, is_given in flags.items() if is_given)}
    if len(modes) > 1:
        raise CommandError(f"{' and '.join(sorted(modes))} are both asked for; choose one format", word="bad-option")
    ctx.obj.common = Common(
        profile=profile,
        config=config,
        environment=environment,
        ledger=ledger,
        mode=next(iter(modes), None),
        fields=fields,
        no_header=no_header,
        output=output,
        excel=excel,
        utc=utc,
        schema=schema,
        color=color,
        progress=progress,
        verbose=verbose,
        quiet=quiet,
        log_file=log_file,
        log_format=log_format,
        yes=yes,
        no_input=no_input,
        call_timeout=call_timeout,
    )


def _wants_json(given: Sequence[str], state: _State) -> bool:
    """Return whether errors are objects; the arguments tell it where they could not be read to the end."""
    if state.common is not None:
        return state.common.mode in ("json", "jsonl")
    return "--json" in given or "--jsonl" in given


def _flush() -> None:
    """Let readers have the rest; the code of what was done stays, whether they are there or not."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        forget(sys.stdout)


def _leave() -> None:
    """Let nothing be left that cannot be written: Python would try it once more, and end with a code of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            forget(stream)


def _ended(error: BaseException, given: Sequence[str], *, as_json: bool) -> int:
    """Tell how a command has failed, and return its code."""
    if isinstance(error, NoCommand):
        return _listed(error, as_json=as_json)
    if isinstance(error, typer.TyperException):
        hint = _file_of(error, given) or _usage_of(error)
        return _told(CommandError(error.format_message(), word="bad-usage", hint=hint), as_json=as_json)
    if isinstance(error, BrokenPipeError):
        # Whoever read has read enough. Python would complain again when it closes the stream.
        forget(sys.stdout)
        return Code.DONE
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        return stop_code(error)
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else Code.FAULT
    from xi.sdk.resellers.cli.failures import as_command_error
    from xi.sdk.resellers.cli.fault_reports import report_fault

    found = as_command_error(error)
    return _told(found or report_fault(error), as_json=as_json)


def _listed(error: NoCommand, *, as_json: bool) -> int:
    """Show which commands there are; nobody has asked for a result, so the help is none."""
    if as_json:
        said = f"say which command: {', '.join(error.names)}"
        return _told(CommandError(said, word="bad-usage", hint=f"{error.group} --help"), as_json=True)
    _say(error.help)
    return Code.USAGE


def _file_of(error: Any, given: Sequence[str]) -> str:
    """Return how a file is named that was read as an option, since its name begins with a dash; empty if none was."""
    if not hasattr(error, "option_name"):
        return ""
    before = takewhile(lambda each: each != "--", given)
    # `Path.is_file` raises where a name is too long to be one.
    named = next((each for each in before if each.startswith("-") and os.path.isfile(each)), None)  # noqa: PTH113
    return "" if named is None else f"for the file of this name: {shlex.quote(f'./{named}')}"


def _usage_of(error: Any) -> str:
    context = getattr(error, "ctx", None)
    return f"{context.command_path} --help" if context is not None else "xi-orders --help"


def _told(error: CommandError, *, as_json: bool) -> int:
    if as_json:
        told = {
            "schema": "xi-orders/error/1",
            "message": error.message,
            "word": error.word or None,
            "hint": error.hint or None,
            "correlation_id": error.correlation_id,
            "exit_code": int(error.code),
            "errors": list(error.errors),
        }
        _say(json.dumps(told, ensure_ascii=False))
        return error.code
    word = f" [{error.word}]" if error.word and not error.message.endswith("]") else ""
    is_told = not error.correlation_id or error.correlation_id in error.message
    call = "" if is_told else f" (correlation ID {error.correlation_id})"
    from xi.sdk.resellers.cli.output import visible

    if error.message:
        _say(visible(f"error: {error.message}{call}{word}"))
    if error.hint:
        _say(visible(f"hint:  {error.hint}"))
    return error.code


def _say(line: str) -> None:
    """Say a line on stderr; if nobody can be told, the code tells it."""
    try:
        typer.echo(line, err=True)
    except OSError:
        forget(sys.stderr)
