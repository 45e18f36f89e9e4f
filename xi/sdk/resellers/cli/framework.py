"""Mends what Typer does otherwise than an operator expects; no other module knows of it.

Options of every command are accepted after its name too. Modules of commands are imported when one of their commands is
used, since `--help` has to be quick. Help begins with lines to copy, without boxes and colours, in groups of our own.
"""

from __future__ import annotations

import difflib
import inspect
import sys
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

PROGRAM: Final = "xi-orders"
HELP: Final[dict[str, Any]] = {"help_option_names": ["-h", "--help"]}


@dataclass(frozen=True, slots=True)
class Entry:
    """A command, or a group of commands, as the table of commands has it.

    Args:
        help: one line.
        place: the module under `cli.commands` and the function, such as `held:resolve`; empty for a group.
        examples: lines to copy, without the prompt.
        heading: under which heading the help of the program has it.
        acts: whether it changes something, so that it goes on to its end when nobody reads its output any more.
        is_hidden: whether the help leaves it out.
        commands: the commands of a group.
    """

    help: str
    place: str = ""
    examples: tuple[str, ...] = ()
    heading: str = ""
    acts: bool = False
    is_hidden: bool = False
    commands: Mapping[str, Entry] = field(default_factory=dict[str, "Entry"])


class NoCommand(Exception):  # noqa: N818 - it says what is missing, and its help is not told as an error
    """No command is named, and nothing else either.

    Args:
        group: the command line so far, such as `xi-orders quote`.
        help: the help of the group.
        names: the commands that it has.
    """

    def __init__(self, group: str, help: str, names: Sequence[str]) -> None:  # noqa: A002 - as Typer calls it
        super().__init__(group)
        self.group = group
        self.help = help
        self.names = names


class _Help:
    """Writes help that begins with lines to copy."""

    examples: tuple[str, ...] = ()

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the lines to copy, then how the command is used."""
        if self.examples:
            for each in self.examples:
                formatter.write(f"  {each}\n")
            formatter.write("\n")
        super().format_usage(ctx, formatter)  # type: ignore[misc] # the class that this one is mixed into has it

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Say where the options of every command are."""
        if ctx.parent is not None:
            formatter.write(f"\nOptions of every command: {PROGRAM} --help. Error words and topics: {PROGRAM} help.\n")


class Command(_Help, TyperCommand):
    """A command."""


class Group(_Help, TyperGroup):
    """A group whose commands are imported when they are used."""

    entries: Mapping[str, Entry]
    root_options: ClassVar[Mapping[str, int]] = {}
    """Options of every command, and how many values each takes."""
    load: ClassVar[Callable[[str], Callable[..., Any]]]
    """Returns the function of a command by its place; it may import the module then."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature of Typer
        """Return the names, in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the signature of Typer
        """Return a command; its module is imported now."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = _made(cmd_name, entry)
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is named, or say which names are like it."""
        name = args[0]
        if name not in self.entries:
            near = difflib.get_close_matches(name, [each for each, its in self.entries.items() if not its.is_hidden])
            hint = f"; did you mean {' or '.join(near)}?" if near else f"; {ctx.command_path} --help lists them"
            said = _SAID.get(name) if ctx.parent is None else None
            ctx.fail(said or f"there is no command {name!r}{hint}")
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Move options of every command before the command's name; if none is named, say which there are."""
        if not args and not ctx.resilient_parsing:
            names = [name for name, entry in self.entries.items() if not entry.is_hidden]
            raise NoCommand(ctx.command_path, self.get_help(ctx), names)
        return super().parse_args(ctx, moved_forward(args, self.root_options) if ctx.parent is None else args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - the signature of Typer
        """Write the commands under their headings, without importing them."""
        headings: dict[str, list[tuple[str, str]]] = {}
        for name, entry in self.entries.items():
            if not entry.is_hidden:
                headings.setdefault(entry.heading or "Commands", []).append((name, entry.help))
        for heading, rows in headings.items():
            with formatter.section(heading):
                formatter.write_dl(rows)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Complete names of commands, without importing them, and options."""
        from typer.core import CompletionItem  # type: ignore[attr-defined] # Typer passes it on

        names = [
            CompletionItem(name, help=entry.help)
            for name, entry in self.entries.items()
            if name.startswith(incomplete) and not entry.is_hidden
        ]
        options = super(TyperGroup, self).shell_complete(ctx, incomplete)
        return [*names, *options]


_SAID: Final = {
    "create": "there is no command create: orders are placed through the ledger, by place, so that each is placed once",
}
"""What is said about names that people try."""


def _made(name: str, entry: Entry) -> TyperCommand | Group:
    if not entry.place:
        group = Group(name=name, help=entry.help, rich_markup_mode=None, context_settings=HELP)
        group.entries, group.examples = entry.commands, entry.examples
        return group
    found = Group.load(entry.place)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    given = app.command(name, cls=Command, context_settings=HELP, help=_help_of(found))
    given(_with_session(found, entry))
    made = cast("Command", get_command(app))
    made.examples = entry.examples
    return made


def _help_of(function: Callable[..., Any]) -> str:
    """Return what the docstring of a command says before its arguments."""
    return inspect.cleandoc(function.__doc__ or "").partition("\n\nArgs:")[0].partition("\n\nRaises:")[0]


def _with_session(function: Callable[..., Any], entry: Entry) -> Callable[..., Any]:
    """Return a function whose first parameter Typer does not see: it is the session of the command.

    A parameter that is a dataclass is seen as its fields: options that several commands share stand there once.
    """
    named: list[inspect.Parameter] = []
    gathered: dict[str, type[Any]] = {}
    for each in list(inspect.signature(function).parameters.values())[1:]:
        annotation = each.annotation
        if isinstance(annotation, str):
            annotation = eval(annotation, function.__globals__)  # noqa: S307 - an annotation of our own
        if isinstance(annotation, type) and is_dataclass(annotation):
            gathered[each.name] = annotation
            named += _options_of(annotation)
        else:
            named.append(each.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=annotation))

    def call(ctx: typer.Context, **given: Any) -> Any:
        for name, kind in gathered.items():
            given[name] = kind(**{each.name: given.pop(each.name) for each in fields(kind)})
        return ctx.find_root().obj(function, entry, given)

    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    call.__signature__ = inspect.Signature([context, *named])  # type: ignore[attr-defined] # a documented attribute
    call.__annotations__ = {"ctx": typer.Context} | {each.name: each.annotation for each in named}
    return call


def _options_of(kind: type[Any]) -> list[inspect.Parameter]:
    """Return the fields of a dataclass as parameters; each has a default."""
    hints = get_type_hints(kind, include_extras=True)
    return [
        inspect.Parameter(each.name, inspect.Parameter.KEYWORD_ONLY, default=each.default, annotation=hints[each.name])
        for each in fields(kind)
    ]


def moved_forward(args: Sequence[str], options: Mapping[str, int]) -> list[str]:
    """Return arguments with the options of every command before all others.

    Args:
        args: the arguments.
        options: those options, and how many values each takes.
    """
    moved: list[str] = []
    others: list[str] = []
    left = iter(args)
    for each in left:
        if each == "--":
            others += [each, *left]
            break
        name, separator, _ = each.partition("=")
        if each in options or (separator and name.startswith("--") and name in options):
            moved.append(each)
            if not separator or each in options:
                moved += _values(left, options[each])
        elif _is_cluster(each, options):
            moved.append(each)
        else:
            others.append(each)
    return [*moved, *others]


def _values(left: Iterator[str], count: int) -> list[str]:
    return [each for _, each in zip(range(count), left, strict=False)]


def _is_cluster(given: str, options: Mapping[str, int]) -> bool:
    """Return whether these are short flags behind one dash, such as `-vv`, and all of every command."""
    flags = given[1:]
    is_short = len(flags) > 1 and given[0] == "-" and flags.isalpha()
    return is_short and all(options.get(f"-{each}") == 0 for each in flags)


def program(
    entries: Mapping[str, Entry],
    common: Callable[..., None],
    help_text: str,
    load: Callable[[str], Callable[..., Any]],
    examples: tuple[str, ...] = (),
) -> Group:
    """Return the program: its commands and the options of every command.

    Args:
        entries: the table of commands.
        common: the function whose parameters are the options of every command; it gives the context its `obj`.
        help_text: what the program is for.
        load: returns the function of a command by its place in the table.
        examples: lines to copy.
    """
    app = typer.Typer(
        name=PROGRAM,
        cls=Group,
        help=help_text,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=HELP,
    )
    app.callback()(common)
    # Typer takes a group without commands for a mistake; ours are in the table.
    app.command("sandbox")(lambda: None)
    made = cast("Group", get_command(app))
    made.commands.clear()
    made.entries, made.examples = entries, examples
    Group.load = staticmethod(load)
    Group.root_options = {
        option: 0 if getattr(each, "is_flag", False) or getattr(each, "count", False) else 1
        for each in made.params
        for option in each.opts
    }
    return made


def run(root: Group, args: Sequence[str]) -> object:
    """Carry out a command line; return what its command returned.

    Args:
        root: the program.
        args: the arguments.

    Raises:
        NoCommand: it names none.
        typer.TyperException: it cannot be understood.
    """
    try:
        with root.make_context(PROGRAM, list(args)) as context:
            return root.invoke(context)
    except typer.Exit as end:
        return end.exit_code


def complete(root: Group) -> None:
    """Answer a shell that asks how a line can go on; then exit."""
    from typer.completion import completion_init  # type: ignore[attr-defined] # Typer passes it on

    _let_values_complete()
    completion_init()
    root.main(prog_name=PROGRAM, args=sys.argv[1:])


def _let_values_complete() -> None:
    """Let options and arguments offer names of profiles, POs and the like; Typer knows the words of each alone."""
    from typer.core import CompletionItem, TyperArgument, TyperOption  # type: ignore[attr-defined] # Typer passes it on

    from xi.sdk.resellers.cli.completing import words

    def offer(kind: Any) -> None:
        before = kind.shell_complete

        def shell_complete(self: Any, ctx: Any, incomplete: str) -> list[Any]:
            found = words(self.name, ctx.find_root().params, incomplete)
            return [CompletionItem(each) for each in found] or before(self, ctx, incomplete)

        kind.shell_complete = shell_complete

    offer(TyperArgument)
    offer(TyperOption)
