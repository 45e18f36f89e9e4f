"""What a command works with: options, configuration, output, and the desk with its ledger."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import ExitStack, suppress
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.config import PROGRAM, home_of, ledger_folder, make_private, read_config
from xi.sdk.resellers.cli.errors import CommandError, shortened
from xi.sdk.resellers.cli.options import NO_TIMES
from xi.sdk.resellers.cli.output import Mode, Output, visible
from xi.sdk.resellers.cli.outputs import check_outputs
from xi.sdk.resellers.cli.streams import Messages
from xi.sdk.resellers.cli.values import numbers, refused, seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from typing import TextIO, TypeVar

    from xi.sdk.resellers import ApiClient, BoundOrdersApi, BoundProductCatalogApi, Configuration
    from xi.sdk.resellers.cli.config import Config, Identity
    from xi.sdk.resellers.cli.options import Common, Times
    from xi.sdk.resellers.cli.rehearsal import RehearsingLedger
    from xi.sdk.resellers.ordering import OrderDesk, Record, Settings

    T = TypeVar("T")

_COLORS: Final = ("auto", "always", "never")
_PROGRESS: Final = ("auto", "bar", "lines", "none")


class Session:
    """What a command works with. All that it opens is closed at the end of the command.

    Args:
        common: the options of every command.
        acts: whether the command changes something: then it goes on when nobody reads its output any more.
        environ: the environment variables.
        stdin: where answers come from.
        stdout: where the result goes.
        stderr: where all else goes.
    """

    def __init__(
        self,
        common: Common,
        *,
        acts: bool = False,
        environ: Mapping[str, str] | None = None,
        stdin: TextIO | None = None,
        stdout: TextIO | None = None,
        stderr: TextIO | None = None,
    ) -> None:
        self.common = common
        self.acts = acts
        self.environ = os.environ if environ is None else environ
        self.stdin = stdin or sys.stdin
        self.stdout = stdout or sys.stdout
        self.messages = Messages(stderr or sys.stderr)
        self.stderr = cast("TextIO", self.messages)
        self._opened = ExitStack()
        self._is_announced = False

    # -- words

    def say(self, text: str) -> None:
        """Say something on stderr; with `-q` it is not said."""
        if not self.common.quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        """Say something on stderr, whatever the options are; the middle of a very long line is left out."""
        self.stderr.write("\n".join((*(visible(shortened(line)) for line in text.split("\n")), "")))
        self.stderr.flush()

    @cached_property
    def out(self) -> Output:
        """Where the result goes."""
        common = self.common
        mode = common.mode or ("table" if self.stdout.isatty() else "plain")
        if mode not in [each.value for each in Mode]:
            raise refused("--format", mode, "table, plain, json, jsonl or csv")
        made = Output(
            Mode(mode),
            stream=self.stdout,
            fields=None if common.fields is None else tuple(each.strip() for each in common.fields.split(",")),
            header=not common.no_header,
            excel=common.excel,
            utc=common.utc,
            schema=common.schema,
            file=None if common.output is None else Path(common.output),
            color=self.has_color(self.stdout),
            width=self.width if self.stdout.isatty() else None,
            goes_on=self.acts,
            before=self.messages.give_way if self.stdout.isatty() else None,
        )

        def close(kind: type[BaseException] | None, _error: object, _traceback: object) -> None:
            made.close(ok=kind is None)

        self._opened.push(close)
        return made

    @property
    def width(self) -> int:
        """The characters of a line of the terminal."""
        return shutil.get_terminal_size().columns

    def has_color(self, stream: TextIO) -> bool:
        """Return whether a stream gets colours: by --color, NO_COLOR, FORCE_COLOR, TERM, then if it is a terminal."""
        chosen = self.setting("color", self.common.color) or "auto"
        if chosen not in _COLORS:
            raise refused("--color", chosen, "auto, always or never")
        if chosen != "auto":
            return chosen == "always"
        if self.environ.get("NO_COLOR"):
            return False
        if self.environ.get("FORCE_COLOR"):
            return True
        return self.environ.get("TERM") != "dumb" and stream.isatty()

    @property
    def progress(self) -> str:
        """How progress is shown: bar, lines or none."""
        chosen = self.setting("progress", self.common.progress) or "auto"
        if chosen not in _PROGRESS:
            raise refused("--progress", chosen, "auto, bar, lines or none")
        is_live = self.stderr.isatty() and self.environ.get("TERM") != "dumb"
        if chosen == "auto":
            return "none" if self.common.quiet else "bar" if is_live else "lines"
        return "lines" if chosen == "bar" and not is_live else chosen

    # -- questions

    @property
    def can_ask(self) -> bool:
        """Whether somebody sits there who can answer."""
        is_refused = self.common.no_input or bool(self.setting("no_input", None))
        return not is_refused and self.stdin.isatty() and self.stderr.isatty()

    def confirm(self, question: str, *, typed: str | None = None, everywhere: bool = False) -> None:
        """Ask before an act; in production only, but for what has to be typed.

        Args:
            question: what is about to happen: how many, where, which account.
            typed: what a person has to type, such as the PO; None asks for y.
            everywhere: whether it is asked in each environment.

        Raises:
            CommandError: the answer is no, or nobody can answer.
        """
        if not self._is_asked(everywhere=bool(typed) or everywhere):
            return
        if not self.can_ask:
            raise CommandError(
                f"{question} Nobody can answer here, so nothing was done", word="needs-yes", hint="add --yes"
            )
        wanted = f"type {typed} to go on: " if typed else "[y/N] "
        answer = self.ask(f"{question} {wanted}")
        if answer.casefold() not in ((typed.casefold(),) if typed else ("y", "yes")):
            raise CommandError("the answer was no; nothing was done", word="answered-no")

    def require_answer(self, *, everywhere: bool = False) -> None:
        """Refuse an act at once, before anything is read for it, if it will be asked for and nobody can answer.

        Args:
            everywhere: whether it is asked for in each environment.

        Raises:
            CommandError: nobody can answer.
        """
        if self._is_asked(everywhere=everywhere) and not self.can_ask:
            raise CommandError(
                f"{self.where}: this has to be confirmed, and nobody can answer here; nothing was done",
                word="needs-yes",
                hint="add --yes",
            )

    def _is_asked(self, *, everywhere: bool) -> bool:
        return not self.common.yes and (everywhere or self.identity.label == "production")

    def ask(self, question: str) -> str:
        """Ask something, and return the answer without blanks around it.

        Raises:
            CommandError: nobody can answer.
        """
        if not self.can_ask:
            raise CommandError(f"{question.rstrip(': ')}: nobody can answer here", word="needs-answer")
        self.stderr.write(visible(question))
        self.stderr.flush()
        return self.stdin.readline().strip()

    # -- where

    @cached_property
    def config(self) -> Config:
        """The configuration, with where each value is from."""
        common = self.common
        return read_config(
            profile=common.profile,
            config_file=common.config,
            environment=common.environment,
            ledger=common.ledger,
            environ=self.environ,
            platform=sys.platform,
            home=home_of(self.environ),
        )

    @cached_property
    def identity(self) -> Identity:
        """The environment, the account and the app; for commands that act the environment has to be said."""
        return self.config.identity(acting=self.acts)

    def setting(self, name: str, given: str | None) -> Any:
        """Return an option's text: the one that was given, else that of the configuration."""
        return given if given is not None else self.config.get(name).value

    def announce(self) -> None:
        """Say on stderr, once, which environment, account and ledger it is."""
        if self._is_announced:
            return
        self._is_announced = True
        self.say(self.where)

    @property
    def where(self) -> str:
        """The environment, the account and the ledger, in a line."""
        ledger = str(self.config.ledger_url(self.identity).value)
        return f"{self.identity.label} · {' '.join(self._account())} · ledger {_short(ledger)}"

    # -- the library

    def settings(self, times: Times = NO_TIMES) -> Settings:
        """Return the times and limits of the desk.

        Args:
            times: what the command line says of them.
        """
        from xi.sdk.resellers.ordering import Settings

        found: dict[str, Any] = {}
        for name, text in {"call_timeout": self.common.call_timeout, **asdict(times)}.items():
            chosen = self.setting(name, text)
            if chosen is None:
                continue
            option = f"--{name.replace('_', '-')}"
            if name == "looks":
                found["looks"] = numbers(str(chosen), option, "rising seconds, such as 10,60,180")
            elif name == "breaker":
                found["breaker"] = int(seconds(str(chosen), option, least=1))
            else:
                found[_SETTINGS[name]] = seconds(str(chosen), option, least=0.001)
        return Settings(**found)

    def configuration(self, *, calls: bool = True) -> Configuration:
        """Return the configuration of a client.

        Args:
            calls: whether it makes calls; otherwise it needs no credentials, and refuses to call.
        """
        from xi.sdk.resellers import Account, Configuration
        from xi.sdk.resellers.cli.logs import observer

        identity = self.identity
        options: dict[str, Any] = {
            "host": identity.host,
            "account": Account(
                *self._account(), identity.sender_id, identity.application_id, identity.customer_contact
            ),
            "calls_per_minute": identity.calls_per_minute,
            "ssl_ca_cert": identity.ca_cert,
        }
        if not calls:
            return Configuration(access_token=_no_calls, **options)
        token = self.config.access_token()
        if token is not None:
            options["access_token"] = token
        else:
            options["client_id"], options["client_secret"] = self.config.credentials()
            options["token_url"] = identity.token_url
        made = Configuration(observer=observer, **options)
        if self.common.verbose > 1:
            made.debug = True
        return made

    def _account(self) -> tuple[str, str]:
        identity = self.identity
        if identity.customer_number is None or identity.country_code is None:
            raise CommandError(
                "no account is said: customer_number and country_code",
                word="no-account",
                hint="xi-orders login; or set XI_CUSTOMER_NUMBER and XI_COUNTRY_CODE",
            )
        return identity.customer_number, identity.country_code

    def client(self, *, calls: bool = True) -> ApiClient:
        """Return a client, closed at the end."""
        from xi.sdk.resellers import ApiClient

        made = self.closing(ApiClient(self.configuration(calls=calls)))
        if not calls:
            # The ledger has the quota by the app, whose secret nobody needs here.
            made.configuration.client_id = self.identity.client_id
        return made

    def orders(self, *, calls: bool = True) -> BoundOrdersApi:
        """Return the API, bound to the account."""
        from xi.sdk.resellers import OrdersApi

        return OrdersApi(self.client(calls=calls)).bound()

    def catalog(self) -> BoundProductCatalogApi:
        """Return the API of the catalogue, bound to the account; see `family`."""
        from xi.sdk.resellers import ProductCatalogApi

        return ProductCatalogApi(self._reading_client).bound()

    def family(self, api: str) -> Any:
        """Return an API, bound to the account; a call takes no longer than --call-timeout, if said.

        Otherwise the client's own limit holds: with many calls in a row one may wait a minute for the quota.

        Args:
            api: its name, such as `QuotesApi`.
        """
        from xi.sdk import resellers

        return getattr(resellers, api)(self._reading_client).bound()

    @cached_property
    def call_timeout(self) -> float | None:
        """The longest that a call may take with its repeats, in seconds; None if nobody has said it.

        Raises:
            CommandError: the text is no duration.
        """
        known = self.config.get("call_timeout")
        if self.common.call_timeout is None and known.source == PROGRAM:
            return None
        return seconds(str(self.common.call_timeout or known.value), "--call-timeout", least=0.001)

    @cached_property
    def _reading_client(self) -> ApiClient:
        """The client for calls that read, closed at the end."""
        from xi.sdk.resellers import ApiClient, RetryPolicy

        configuration = self.configuration()
        if self.call_timeout is not None:
            configuration.retry = RetryPolicy(deadline=self.call_timeout)
        return self.closing(ApiClient(configuration))

    def ledger(self, *, make: bool | None = None) -> RehearsingLedger:
        """Return the ledger, opened for the environment.

        Args:
            make: whether to make it if there is none; None does so for the sandbox and this machine.
        """
        found = self.unopened_ledger()
        found.open(self.identity.label, make=make)
        return found

    def unopened_ledger(self) -> RehearsingLedger:
        """Return the ledger as it is, for commands that take care of it."""
        from xi.sdk.resellers.cli.rehearsal import RehearsingLedger

        found = RehearsingLedger(self.ledger_place())
        self._opened.callback(found.close)
        return found

    def ledger_place(self) -> str:
        """Return what the ledger is opened with. The folder that the program has for ledgers is made if need be."""
        said = self.config.ledger_url(self.identity)
        folder = ledger_folder(self.environ, sys.platform, home_of(self.environ))
        if Path(str(said.value)).parent == folder:
            with suppress(OSError):  # the ledger says then what cannot be done
                make_private(folder)
        return self.config.ledger_with_password(said)

    def desk(
        self,
        *,
        calls: bool = True,
        make: bool | None = None,
        settings: Settings | None = None,
        on_held: Callable[[Record], Any] | None = None,
        on_settled: Callable[[Record], Any] | None = None,
    ) -> OrderDesk:
        """Return the desk.

        Args:
            calls: whether it makes calls; otherwise it needs no credentials.
            make: whether to make the ledger if there is none; see `ledger`.
            settings: its times and limits.
            on_held: see OrderDesk.
            on_settled: see OrderDesk.
        """
        from xi.sdk.resellers.ordering import OrderDesk

        chosen = settings or self.settings()
        ledger = self.ledger(make=make)
        orders = self.orders(calls=calls)
        return OrderDesk(orders, ledger, settings=chosen, on_held=on_held, on_settled=on_settled)

    def closing(self, opened: AbstractContextManager[T]) -> T:
        """Enter a context manager that is left at the end of the command."""
        return self._opened.enter_context(opened)

    @property
    def is_journal(self) -> bool:
        """Whether journald reads stderr: it names the stream that it made, which may be redirected since."""
        named = self.environ.get("JOURNAL_STREAM")
        try:
            found = os.fstat(self.stderr.fileno())
        except (OSError, ValueError):
            return False
        return named == f"{found.st_dev}:{found.st_ino}"

    def run(self, function: Callable[..., Any], given: Mapping[str, Any]) -> Code:
        """Carry out a command, and close what it opened.

        Args:
            function: the command.
            given: its arguments.

        Raises:
            CommandError: an output would overwrite the ledger or an input; or what the command raises.
        """
        from xi.sdk.resellers.cli.logs import start

        log_file = self.setting("log_file", self.common.log_file)
        check_outputs(self.config, {"-o": self.common.output, "--log-file": log_file}, given)
        with self._opened:
            end = start(
                self.stderr,
                verbose=self.common.verbose,
                quiet=self.common.quiet,
                form=self.setting("log_format", self.common.log_format) or "text",
                file_name=log_file,
                is_journal=self.is_journal,
            )
            self._opened.callback(end)
            code = function(self, **given)
        return Code.DONE if code is None else Code(code)


_SETTINGS: Final = {
    "call_timeout": "deadline",
    "lease": "lease",
    "quiet_time": "quiet",
    "looks": "looks",
    "patience": "patience",
    "breaker": "breaker",
}
"""The arguments of Settings, by the names of the options."""


def _no_calls() -> str:
    raise CommandError("this command makes no calls", code=Code.FAULT)


def _short(url: str) -> str:
    """Return the name of a ledger's file, or the URL of a database without what it takes to log in."""
    if "://" in url and not url.startswith("sqlite"):
        scheme, _, rest = url.partition("://")
        return f"{scheme}://{rest.rpartition('@')[2]}"
    return Path(url).name
