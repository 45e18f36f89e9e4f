"""Reads the files of a configuration, and refuses what they should not have."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers.cli.config._keys import (
    COUNT,
    IN_A_PROFILE,
    KEYS,
    LIMITS,
    Place,
    UnfitError,
    check_name,
    is_absolute,
    nearest,
    refuse,
    secret_keys,
)

if TYPE_CHECKING:
    from pathlib import Path

_TOP: Final = ("default_profile", "defaults", "profiles")
_PASSWORD: Final = "keep it in a PGPASSFILE, or say ledger_password_command"  # noqa: S105 - words about one


class Of(Enum):
    """What kind of place says a value."""

    OPTION = 1
    VARIABLE = 2
    PROFILE = 3
    DEFAULTS = 4


@dataclass(frozen=True, slots=True)
class Layer:
    """The values of one place.

    Args:
        of: what kind of place it is.
        source: the place, as it is shown.
        values: its values by key.
    """

    of: Of
    source: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class File:
    """What a file says.

    Args:
        path: the file.
        default_profile: the profile that is taken where nobody chooses; None if it says none.
        defaults: the values for each profile.
        profiles: the values of each profile by its name.
    """

    path: Path
    default_profile: str | None = None
    defaults: Mapping[str, Any] = field(default_factory=dict[str, Any])
    profiles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])


def read_file(path: Path, home: Path) -> File | None:
    """Return what a file says; None if it is not there.

    Args:
        path: the file.
        home: the home of the user, for `~`.

    Raises:
        CommandError: it cannot be read, or has something wrong.
    """
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise refuse(str(path), f"it cannot be read: {error.strerror}") from None
    return file_of(content, path, home)


def file_of(content: bytes, path: Path, home: Path) -> File:
    """Return what the content of a file says.

    Args:
        content: the content.
        path: the file, for errors.
        home: the home of the user, for `~`.

    Raises:
        CommandError: it has something wrong.
    """
    where = str(path)
    try:
        found = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise refuse(where, "it is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise refuse(where, f"it is no TOML: {error}") from None
    _refuse_unknown(found, _TOP, where, "")
    reader = _Reader(where, path.parent, home)
    default = found.get("default_profile")
    if default is not None:
        if not isinstance(default, str):
            raise refuse(where, "default_profile should be the name of a profile")
        check_name(default, f"{where}: default_profile")
    profiles: dict[str, Mapping[str, Any]] = {}
    for name, table in reader.table(found.get("profiles", {}), "profiles").items():
        check_name(name, where)
        profiles[name] = reader.values(table, f"profiles.{name}")
    return File(path, default, reader.values(found.get("defaults", {}), "defaults"), profiles)


def _refuse_unknown(table: Mapping[str, Any], known: tuple[str, ...], where: str, prefix: str) -> None:
    for name in table:
        if name not in known:
            meant = nearest(name, known)
            hint = f"did you mean {prefix}{meant}?" if meant else f"what may be there: {', '.join(known)}"
            if prefix == "" and name in IN_A_PROFILE:
                hint = f"put it into [defaults] or [profiles.NAME]: the line of {name} belongs below such a line"
            raise refuse(where, f"{prefix}{name} is no key of a configuration", hint)


class _Reader:
    """Reads the tables of one file.

    Args:
        where: the file, for errors.
        folder: its folder, from which files of a mapping are found.
        home: the home of the user.
    """

    def __init__(self, where: str, folder: Path, home: Path) -> None:
        self._where = where
        self._folder = folder
        self._place = Place(home)

    def table(self, found: object, name: str) -> Mapping[str, Any]:
        """Return a table.

        Raises:
            CommandError: it is something else.
        """
        if not isinstance(found, dict):
            raise refuse(self._where, f"{name} should be a table")
        return cast("dict[str, Any]", found)

    def values(self, found: object, prefix: str) -> dict[str, Any]:
        """Return the values of a profile, or of the defaults.

        Raises:
            CommandError: one of them cannot be used.
        """
        table = self.table(found, prefix)
        _refuse_unknown(table, IN_A_PROFILE, self._where, f"{prefix}.")
        values: dict[str, Any] = {}
        for name, value in table.items():
            where = f"{prefix}.{name}"
            if name == "limits":
                values[name] = self._limits(value, where)
            elif name == "maps":
                values[name] = self._maps(value, where)
            else:
                values[name] = self._value(name, value, where)
        for group in ("client_secret", "webhook_secret"):
            said = [name for name in secret_keys(group) if name in values]
            if len(said) > 1:
                raise refuse(self._where, f"{prefix} has {' and '.join(said)}; say one of them")
        return values

    def _value(self, name: str, value: object, where: str) -> object:
        try:
            return KEYS[name].kind.of_toml(value, self._place)
        except UnfitError as fault:
            hint = _PASSWORD if "password" in str(fault) else ""
            raise refuse(self._where, f"{where} should be {fault}", hint) from None

    def _limits(self, found: object, where: str) -> dict[str, int]:
        table = self.table(found, where)
        _refuse_unknown(table, LIMITS, self._where, f"{where}.")
        limits: dict[str, int] = {}
        for name, value in table.items():
            try:
                limits[name] = cast("int", COUNT.of_toml(value, self._place))
            except UnfitError as fault:
                raise refuse(self._where, f"{where}.{name} should be {fault}") from None
        return limits

    def _maps(self, found: object, where: str) -> dict[str, Mapping[str, Any]]:
        """Return the mappings; what is in them is checked when one is used, since only then its reader is loaded."""
        return {
            name: self._with_lookups(self.table(each, f"{where}.{name}"))
            for name, each in self.table(found, where).items()
        }

    def _with_lookups(self, mapping: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a mapping whose lookups are found from the folder of this file, not from the working folder."""
        columns = mapping.get("columns")
        if not isinstance(columns, dict):
            return mapping
        found: dict[str, Any] = {}
        for name, rule in cast("dict[str, Any]", columns).items():
            found[name] = rule
            if isinstance(rule, dict):
                lookup: object = cast("dict[str, Any]", rule).get("lookup")
                if isinstance(lookup, str) and not is_absolute(lookup):
                    found[name] = {**rule, "lookup": str(self._folder / lookup)}
        return {**mapping, "columns": found}
