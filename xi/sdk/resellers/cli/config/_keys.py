"""The keys of a configuration: what each may be, and which variable of the environment says the same."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Final, cast
from urllib.parse import parse_qsl, urlsplit

from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.cli.values import numbers, seconds

PROGRAM: Final = "the program"
"""Where a value is from that nobody has said."""
IN_KEYRING: Final = "keyring"
_LONGEST: Final = 4_096
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}")
_SWITCH: Final = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_WORDS_OF_A_PASSWORD: Final = frozenset({"password", "passwd", "sslpassword"})


class UnfitError(ValueError):
    """A value is none that its key may have; the text says what it should be, and never repeats the value."""


def refuse(where: str, message: str, hint: str = "") -> CommandError:
    """Return the error for something that is wrong in the configuration.

    Args:
        where: the file or the variable.
        message: what is wrong there.
        hint: what to change.
    """
    return CommandError(f"{where}: {message}", word="bad-config", hint=hint)


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most similar to a given one; None if none is similar.

    Args:
        given: the name.
        known: the names that are known.
    """
    folded = {each.lower().replace("-", "_"): each for each in known}
    found = difflib.get_close_matches(given.lower().replace("-", "_"), folded, 1, 0.7)
    return folded[found[0]] if found else None


@dataclass(frozen=True, slots=True)
class Place:
    """What a path is read with: where `~` is, and whether a path may begin in the working folder.

    Args:
        home: the home of the user.
        working: the working folder, for what a person has typed; None elsewhere.
    """

    home: Path
    working: Path | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value may be.

    Args:
        of_toml: returns the value from that of a file, or raises UnfitError.
        of_text: returns the value from the text of a variable, or raises UnfitError.
    """

    of_toml: Callable[[object, Place], object]
    of_text: Callable[[str, Place], object]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a profile.

    Args:
        name: its name.
        kind: what its value may be.
        variable: the variable of the environment that says the same; None if there is none.
        default: its value where nobody says one.
        is_secret: whether its value is never shown.
    """

    name: str
    kind: Kind
    variable: str | None = None
    default: Any = None
    is_secret: bool = False


def _text(value: object, _: Place) -> str:
    if not isinstance(value, str):
        raise UnfitError("a text in quotes")
    if not value.strip() or value != value.strip() or not value.isprintable() or len(value) > _LONGEST:
        raise UnfitError("a text in one line, without blanks around it")
    return value


def _environment(value: object, place: Place) -> str:
    text = _text(value, place)
    if text.lower() in ("production", "sandbox"):
        return text.lower()
    if not text.lower().startswith(("http://", "https://")):
        raise UnfitError("production, sandbox or a URL")
    return text


def _path(value: object, place: Place) -> str:
    text = _text(value, place)
    if text == "~" or text.startswith(("~/", "~\\")):
        return str(place.home / text[2:])
    if is_absolute(text):
        return text
    if place.working is not None:
        return str(place.working / text)
    raise UnfitError("a path from / or ~/ on: nothing is found from the working folder, which differs under cron")


def is_absolute(text: str) -> bool:
    """Return whether a path says itself where it begins, on this system or on Windows.

    Args:
        text: the path.
    """
    return PurePath(text).is_absolute() or bool(re.match(r"[A-Za-z]:[\\/]|\\\\", text))


def _ledger(value: object, place: Place) -> str:
    text = _text(value, place)
    scheme, separator, rest = text.partition("://")
    if not separator:
        return _path(text, place)
    if scheme.lower() == "sqlite":
        if not rest.startswith("/") or len(rest) == 1 or "?" in rest:
            raise UnfitError("sqlite:////srv/orders.db, the path of a file, or postgresql://user@host/database")
        return _path(rest[1:], place)
    try:
        parts = urlsplit(text)
        has_password = parts.password is not None or any(
            name.lower() in _WORDS_OF_A_PASSWORD for name, _ in parse_qsl(parts.query, keep_blank_values=True)
        )
    except ValueError:
        raise UnfitError("the path of a file, or postgresql://user@host/database") from None
    if has_password:
        raise UnfitError("a URL without a password: URLs are shown in lists of processes and in logs")
    return text


def _count(value: object, _: Place) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10**9:
        raise UnfitError("a whole number of 1 or more")
    return value


def _count_of_text(text: str, _: Place) -> int:
    if not _NUMBER.fullmatch(text):
        raise UnfitError("a whole number of 1 or more")
    return int(text)


def _switch(value: object, _: Place) -> bool:
    if not isinstance(value, bool):
        raise UnfitError("true or false")
    return value


def _switch_of_text(text: str, _: Place) -> bool:
    if text.lower() not in _SWITCH:
        raise UnfitError("1 or 0")
    return _SWITCH[text.lower()]


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _time(value: object, _: Place) -> str:
    text = str(value) if _is_number(value) else value
    like = "a duration, such as 90 or 30s, 15m, 2h"
    if not isinstance(text, str):
        raise UnfitError(like)
    try:
        seconds(text, "")
    except CommandError:
        raise UnfitError(like) from None
    return text


def _times(value: object, _: Place) -> str:
    like = 'durations such as [10, 60, 180] or "10,60,180"'
    text = value
    if isinstance(value, list):
        text = ",".join(str(each) for each in cast("list[object]", value))
    if not isinstance(text, str):
        raise UnfitError(like)
    try:
        numbers(text, "", like)
    except CommandError:
        raise UnfitError(like) from None
    return text


def _command(value: object, _: Place) -> tuple[str, ...]:
    if isinstance(value, list):
        listed = cast("list[object]", value)
        if listed and all(isinstance(each, str) and each and "\0" not in each for each in listed):
            return tuple(cast("list[str]", listed))
    raise UnfitError('a list of texts, such as ["pass", "show", "ingram/acme"]: no shell reads it')


def _command_of_text(text: str, place: Place) -> tuple[str, ...]:
    try:
        listed: object = json.loads(text)
    except ValueError:
        listed = None
    return _command(listed, place)


def _keyring(value: object, _: Place) -> str:
    if value != IN_KEYRING:
        raise UnfitError('"keyring", or left out: a secret does not stand in this file. `xi-orders login` keeps it')
    return IN_KEYRING


def _one_of(*words: str) -> Kind:
    def read(value: object, _: Place) -> str:
        if not isinstance(value, str) or value not in words:
            raise UnfitError(f"{', '.join(words[:-1])} or {words[-1]}")
        return value

    return Kind(read, read)


TEXT: Final = Kind(_text, _text)
ENVIRONMENT: Final = Kind(_environment, _environment)
PATH: Final = Kind(_path, _path)
LEDGER: Final = Kind(_ledger, _ledger)
COUNT: Final = Kind(_count, _count_of_text)
SWITCH: Final = Kind(_switch, _switch_of_text)
TIME: Final = Kind(_time, _time)
TIMES: Final = Kind(_times, _times)
COMMAND: Final = Kind(_command, _command_of_text)
KEYRING: Final = Kind(_keyring, _keyring)

KEYS: Final[dict[str, Key]] = {
    key.name: key
    for key in (
        Key("environment", ENVIRONMENT, "XI_ENVIRONMENT"),
        Key("customer_number", TEXT, "XI_CUSTOMER_NUMBER"),
        Key("country_code", TEXT, "XI_COUNTRY_CODE"),
        Key("client_id", TEXT, "XI_CLIENT_ID"),
        Key("client_secret", KEYRING, is_secret=True),
        Key("client_secret_file", PATH, "XI_CLIENT_SECRET_FILE"),
        Key("client_secret_command", COMMAND),
        Key("access_token", TEXT, "XI_ACCESS_TOKEN", is_secret=True),
        Key("token_url", TEXT, "XI_TOKEN_URL"),
        Key("sender_id", TEXT, "XI_SENDER_ID"),
        Key("application_id", TEXT, "XI_APPLICATION_ID"),
        Key("customer_contact", TEXT, "XI_CUSTOMER_CONTACT"),
        Key("calls_per_minute", COUNT, "XI_CALLS_PER_MINUTE"),
        Key("ca_cert", PATH, "XI_CA_CERT"),
        Key("ledger", LEDGER, "XI_LEDGER"),
        Key("ledger_password_command", COMMAND),
        Key("webhook_secret", KEYRING, is_secret=True),
        Key("webhook_secret_file", PATH, "XI_WEBHOOK_SECRET_FILE"),
        Key("webhook_secret_command", COMMAND),
        Key("lease", TIME, "XI_LEASE", "90"),
        Key("quiet_time", TIME, "XI_QUIET_TIME", "180"),
        Key("looks", TIMES, "XI_LOOKS", "10,60,180"),
        Key("patience", TIME, "XI_PATIENCE", "24h"),
        Key("breaker", COUNT, "XI_BREAKER", 5),
        Key("call_timeout", TIME, "XI_CALL_TIMEOUT", "60s"),
        Key("color", _one_of("auto", "always", "never"), "XI_COLOR", "auto"),
        Key("progress", _one_of("auto", "bar", "lines", "none"), "XI_PROGRESS", "auto"),
        Key("log_file", PATH, "XI_LOG_FILE"),
        Key("log_format", _one_of("text", "json"), "XI_LOG_FORMAT", "text"),
        Key("no_input", SWITCH, "XI_NO_INPUT", default=False),
    )
}
"""Every key with a single value, in the order of `config show`."""
IDENTITY: Final = ("environment", "customer_number", "country_code", "client_id")
"""The keys that are a set: values of two places are never mixed."""
LIMITS: Final = ("max_orders", "max_quantity")
IN_A_PROFILE: Final = (*(name for name in KEYS if name != "access_token"), "limits", "maps")
"""What a profile may have. A token ends after a day, so it stands in a variable only."""
SECRETS_IN_VARIABLES: Final = {  # nosec B105 # names of variables
    "client_secret": "XI_CLIENT_SECRET",
    "webhook_secret": "XI_WEBHOOK_SECRET",
}
ELSEWHERE: Final = ("XI_CONFIG", "XI_PROFILE", "XI_SANDBOX_TOKEN", "XI_SANDBOX_WEBHOOK_SECRET")
"""Variables of the command that are no values of a profile."""


def check_name(name: str, where: str) -> None:
    """Refuse a name of a profile that cannot be part of the name of a file.

    Args:
        name: the name.
        where: what says it.

    Raises:
        CommandError: it has other characters.
    """
    if not _NAME.fullmatch(name):
        raise refuse(where, f"{name!r} is no name of a profile; it should be letters, digits and . _ -")


def secret_keys(group: str) -> tuple[str, str, str]:
    """Return the keys that say where a secret is; a profile has one of them.

    Args:
        group: `client_secret` or `webhook_secret`.
    """
    return group, f"{group}_file", f"{group}_command"
