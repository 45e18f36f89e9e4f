"""The commands of set-up: login, logout, profiles, config, completion."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.config import (
    as_profile,
    check_name,
    drop_from_keyring,
    keyring_name,
    make_private,
    read_config,
    set_value,
    to_keyring,
    write_private,
    write_profile,
)
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.output import Column
from xi.sdk.resellers.cli.steps import Steps
from xi.sdk.resellers.cli.values import refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xi.sdk.resellers import ApiException
    from xi.sdk.resellers.cli.commands._checks import Trial
    from xi.sdk.resellers.cli.config import Config, Identity
    from xi.sdk.resellers.cli.session import Session

_STORES: Final = ("ask", "keyring", "file", "none")
_SHELLS: Final = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "pwsh"}
_COMPLETE: Final = "_XI_ORDERS_COMPLETE"
_QUESTIONS: Final = {
    "environment": "environment (production, sandbox or a URL)",
    "customer_number": "customer number, such as 20-222222",
    "country_code": "country, two letters",
    "client_id": "client ID of the app",
}
_LONGEST_SECRET: Final = 4_096


def login(
    session: Session,
    customer_number: Annotated[
        str | None, typer.Option("--customer-number", metavar="NUMBER", help="The customer, such as 20-222222.")
    ] = None,
    country_code: Annotated[
        str | None, typer.Option("--country-code", metavar="CC", help="The country of the account: two letters.")
    ] = None,
    client_id: Annotated[
        str | None, typer.Option("--client-id", metavar="ID", help="The client ID of the app in the developer portal.")
    ] = None,
    store: Annotated[
        str, typer.Option("--store", metavar="WHERE", help="Where the secret is kept: ask, keyring, file or none.")
    ] = "ask",
    secret_stdin: Annotated[
        bool, typer.Option("--secret-stdin", help="Read the secret from standard input: one line.")
    ] = False,
) -> Code:
    """Ask for environment, account and credentials, try them, and write a profile.

    What is given by an option is not asked. The secret is typed unseen, or comes by standard input; it is never an
    option, since lists of processes show those. Nothing is written if the credentials are refused.
    """
    if store not in _STORES:
        raise refused("--store", store, "ask, keyring, file or none")
    call_timeout = session.call_timeout
    config = session.config
    profile = _profile_of(session)
    given = {"customer_number": customer_number, "country_code": country_code, "client_id": client_id}
    known = _known(session, profile)
    said = {key: _said(session, key, given.get(key), known, secret_stdin=secret_stdin) for key in _QUESTIONS}
    planned = replace(known, layers=(as_profile(said, known.home), *known.layers), missing=None)
    identity = planned.identity()
    secret = _secret(session, known, secret_stdin=secret_stdin)
    kept = _store(session, store, secret_stdin=secret_stdin) if secret is not None else "none"
    client_secret = planned.credentials()[1] if secret is None else secret
    with Steps(session) as steps:
        trial = _tried(identity, client_secret, steps, call_timeout)
    if trial.error is not None and trial.is_approved is not False:
        raise _refused(trial.error)
    values = {key: planned.get(key).value for key in _QUESTIONS} | {"country_code": identity.country_code}
    if secret is not None:
        values |= _keep(config, profile, kept, secret)
    is_default = write_profile(config.file_to_write, profile, values, home=config.home)
    _tell(session, profile, trial, kept=kept if secret is not None else "kept", is_default=is_default)
    return Code.DONE if trial.error is None else Code.UNABLE


def _profile_of(session: Session) -> str:
    """Return the name of the profile that is written.

    Raises:
        CommandError: none is said, and nobody can be asked.
    """
    chosen = session.config.profile
    if chosen is None:
        if not session.can_ask:
            raise CommandError("login writes a profile, and no name is said", word="no-profile", hint="--profile NAME")
        chosen = session.ask("name of the profile [default]: ") or "default"
    check_name(chosen, "--profile")
    return chosen


def _known(session: Session, profile: str) -> Config:
    """Return the configuration with that profile chosen, if it is there already."""
    common = session.common
    return read_config(
        profile=profile,
        config_file=common.config,
        environment=common.environment,
        ledger=common.ledger,
        environ=session.environ,
        platform=sys.platform,
        home=session.config.home,
    )


def _said(session: Session, key: str, given: str | None, known: Config, *, secret_stdin: bool) -> str:
    """Return a value: what an option says, else what a person types, else what was known before.

    Raises:
        CommandError: nothing says it.
    """
    found = known.get(key)
    if given is None and found.source.startswith("--"):
        given = str(found.value)
    if given is not None:
        return given.strip()
    before = "" if found.value is None else str(found.value)
    if session.can_ask and not secret_stdin:
        shown = f" [{before}]" if before else ""
        before = session.ask(f"{_QUESTIONS[key]}{shown}: ") or before
    if not before:
        option = f"--{key.replace('_', '-')}"
        raise CommandError(f"{_QUESTIONS[key]}: nothing says it", word="needs-answer", hint=f"add {option}")
    return before


def _secret(session: Session, known: Config, *, secret_stdin: bool) -> str | None:
    """Return the secret; None if the one that is kept already is taken.

    Raises:
        CommandError: it cannot be had.
    """
    if secret_stdin:
        return _checked(session.stdin.read(_LONGEST_SECRET + 2), "--secret-stdin")
    has_one = known.secret_place("client_secret") is not None
    if not session.can_ask:
        if has_one:
            return None
        raise CommandError(
            "the secret cannot be asked for here", word="needs-answer", hint="login --secret-stdin < FILE"
        )
    typed = _unseen(session, "client secret, not shown" + (" [the one that is kept]: " if has_one else ": "))
    if not typed and has_one:
        return None
    return _checked(typed, "the client secret")


def _checked(text: str, where: str) -> str:
    secret = text.strip()
    if not secret or len(secret) > _LONGEST_SECRET or not secret.isprintable():
        raise CommandError(f"{where} should be the secret alone, in one line", word="bad-option")
    return secret


def _unseen(session: Session, question: str) -> str:
    """Ask something whose answer is not shown.

    The answer is read from standard input, not from the terminal of the process: both are the same for a person.
    """
    if sys.platform == "win32":
        from getpass import getpass

        return getpass(question)
    import termios

    handle = session.stdin.fileno()
    before = termios.tcgetattr(handle)
    unseen = [*before]
    unseen[3] &= ~termios.ECHO
    try:
        termios.tcsetattr(handle, termios.TCSADRAIN, unseen)
        return session.ask(question)
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
        session.warn("")


def _store(session: Session, store: str, *, secret_stdin: bool) -> str:
    """Return where the secret is kept.

    Raises:
        CommandError: it has to be asked, and nobody can answer.
    """
    if store != "ask":
        return store
    choices = "keyring, file or none"
    if secret_stdin or not session.can_ask:
        raise CommandError("where the secret is kept is not said", word="needs-answer", hint="--store file")
    answer = session.ask(f"keep the secret in ({choices}) [keyring]: ") or "keyring"
    if answer not in _STORES[1:]:
        raise CommandError(f"{answer!r} is no place for the secret; it should be {choices}", word="bad-option")
    return answer


def _tried(identity: Identity, secret: str, steps: Steps, call_timeout: float | None) -> Trial:
    from xi.sdk.resellers import Account, Configuration
    from xi.sdk.resellers.cli.commands._checks import tried
    from xi.sdk.resellers.cli.logs import observer

    configuration = Configuration(
        host=identity.host,
        client_id=identity.client_id,
        client_secret=secret,
        token_url=identity.token_url,
        account=Account(
            identity.customer_number or "",
            identity.country_code or "",
            identity.sender_id,
            identity.application_id,
            identity.customer_contact,
        ),
        ssl_ca_cert=identity.ca_cert,
        observer=observer,
    )
    return tried(configuration, steps, call_timeout=call_timeout)


def _refused(error: ApiException) -> CommandError:
    """Return the error for credentials with which nothing works; no profile was written."""
    from xi.sdk.resellers.cli.failures import as_command_error

    told = as_command_error(error) or CommandError(str(error))
    hint = told.hint
    if error.status:
        hint = "check client ID, secret and environment: sandbox and production have apps of their own"
    return CommandError(
        f"{told.message}; no profile was written",
        code=Code.UNABLE,
        word=told.word,
        hint=hint,
        correlation_id=told.correlation_id,
    )


def _keep(config: Config, profile: str, store: str, secret: str) -> dict[str, object]:
    """Keep the secret, and return what the profile says about it.

    Raises:
        CommandError: it cannot be kept there.
    """
    if store == "keyring":
        to_keyring(keyring_name("client_secret", profile), secret)
        return {"client_secret": "keyring"}  # nosec B105 # the name of a store
    if store == "file":
        path = _secret_file(config, profile)
        try:
            make_private(path.parent.parent)
            make_private(path.parent)
            write_private(path, f"{secret}\n".encode())
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}", code=Code.UNABLE) from None
        return {"client_secret_file": str(path)}
    return {}


def _secret_file(config: Config, profile: str) -> Path:
    """Return the file in which `login --store file` keeps the secret of a profile."""
    return Path(config.file_to_write).absolute().parent / "secrets" / profile


def _tell(session: Session, profile: str, trial: Trial, *, kept: str, is_default: bool) -> None:
    """Write what login has found, and what is left to do."""
    from xi.sdk.resellers.cli.commands._checks import clock_text, ledger_row
    from xi.sdk.resellers.cli.commands._families import approvals_of, approved_texts

    # The profile is there now, and decides where the ledger is.
    session.config = _known(session, profile)
    row = ledger_row(session)
    is_first = trial.error is None
    found = {
        "profile": profile,
        "is_default": is_default,
        "file": str(session.config.file_to_write),
        "secret_in": kept,
        "orders_approved": is_first,
        "apis": [{"api": name, "state": state} for name, state in approvals_of(trial.others, first=is_first)],
        "clock_seconds": None if trial.clock_s is None else round(trial.clock_s, 1),
        "quota_left": None if trial.quota is None else trial.quota[0],
        "ledger": row.found,
        "ledger_do": row.do or None,
    }

    def lines() -> Iterator[str]:
        parts = ["credentials good", *approved_texts(trial.others, first=is_first)]
        if trial.clock_s is not None:
            parts.append(f"clock {clock_text(trial.clock_s)}")
        parts.append(f"{row.found}: {row.do}" if row.do else f"ledger: {row.found}")
        yield " · ".join(parts)

    session.out.one("login", found, lines)
    if kept == "none":
        session.say("the secret is not kept: set XI_CLIENT_SECRET_FILE, or say client_secret_command in the profile")
    if not is_default:
        session.say(f"another profile is taken where none is said: add --profile {profile}")


def logout(session: Session) -> Code:
    """Forget the secret that login has kept for the profile. The profile stays, and says no secret any more."""
    config = session.config
    config.check()
    place = config.secret_place("client_secret")
    own = _secret_file(config, config.profile or "")
    if config.profile is None or not (place and place[1].source.startswith("profile ")):
        raise CommandError("no profile says where a secret is", word="no-secret", hint="xi-orders profiles")
    key, found = place
    if key == "client_secret":
        drop_from_keyring(keyring_name("client_secret", config.profile))
    elif key == "client_secret_file" and Path(found.value) == own:
        own.unlink(missing_ok=True)
    else:
        session.say(f"{key} was not made by login, so what it names stays as it is")
    write_profile(config.file_to_write, config.profile, {key: None}, home=config.home, is_default=False)
    session.say(f"the profile {config.profile} has no secret any more: xi-orders login --profile {config.profile}")
    return Code.DONE


_PROFILES: Final = (
    Column("profile"),
    Column("is_default", "default", show=lambda value: "yes" if value else ""),
    Column("environment"),
    Column("customer_number", "customer"),
    Column("country_code", "country"),
    Column("client_id", is_cut=True),
    Column("secret_in", "secret"),
)


def profiles(session: Session) -> None:
    """List the profiles of all files, with the account of each. No secret is asked for."""
    config = session.config

    def items() -> Iterator[dict[str, Any]]:
        for name in config.profile_names:
            known = config.of_files(name)
            place = known.secret_place("client_secret")
            yield {
                "profile": name,
                "is_default": name == config.profile,
                **{key: known.get(key).value for key in _QUESTIONS},
                "secret_in": None if place is None else place[0],
            }

    empty = "there is no profile: xi-orders login"
    session.out.rows("profiles", _PROFILES, items(), empty=empty)


def config_show(session: Session) -> None:
    """Show every value and where it is from. A secret is shown as ***."""
    config = session.config
    config.check()
    columns = (Column("key"), Column("value"), Column("source"))
    rows = ({"key": key, "value": _shown(each.value), "source": each.source} for key, each in config.values())
    session.out.rows("config", columns, rows)


def _shown(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


def config_path(session: Session) -> None:
    """Show the files that are read, the later wins, and the one that is written."""
    config = session.config
    columns = (
        Column("path"),
        Column("is_there", "there", show=lambda value: "yes" if value else "no"),
        Column("is_written", "written", show=lambda value: "yes" if value else "no"),
    )
    rows = (
        {"path": str(path), "is_there": path.exists(), "is_written": path == config.file_to_write}
        for path in config.paths
    )
    session.out.rows("config-path", columns, rows)


def config_set(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Such as ledger, quiet_time or limits.max_orders.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="The value; empty takes the key out.")],
    defaults: Annotated[bool, typer.Option("--defaults", help="Write it into [defaults], for all profiles.")] = False,
) -> None:
    """Write a value into the profile, or into [defaults]. Comments and order of the file stay."""
    config = session.config
    config.check()
    profile = None if defaults else config.profile
    set_value(config.file_to_write, profile, key, value, home=config.home)
    place = "" if key == "default_profile" else f" for {'all profiles' if profile is None else f'profile {profile}'}"
    session.say(f"{key} is {'set' if value else 'taken out'}{place} in {config.file_to_write}")


def completion(
    session: Session,
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")],
) -> None:
    """Print the script that completes commands, options, profiles and POs in a shell. No file is changed."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined] # Typer passes it on

    if shell not in _SHELLS:
        raise refused("SHELL", shell, "bash, zsh, fish or powershell")
    # Its argument `shell` is a name, and nothing is run.
    script = get_completion_script(prog_name="xi-orders", complete_var=_COMPLETE, shell=_SHELLS[shell])  # nosec B604
    session.out.text(script.splitlines())
