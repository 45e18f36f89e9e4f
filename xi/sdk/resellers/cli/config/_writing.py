"""Changes a file of the configuration: comments and order stay, and it is whole at any time."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.config._files import file_of
from xi.sdk.resellers.cli.config._keys import (
    IN_A_PROFILE,
    KEYS,
    LIMITS,
    Place,
    UnfitError,
    check_name,
    nearest,
    secret_keys,
)
from xi.sdk.resellers.cli.config._places import make_private
from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PRIVATE: Final = 0o600
SETTABLE: Final = (
    "default_profile",
    *(name for name in IN_A_PROFILE if name not in ("limits", "maps")),
    *(f"limits.{name}" for name in LIMITS),
)
"""The keys that `config set` knows."""


def set_value(file: Path, profile: str | None, key: str, text: str, *, home: Path) -> None:
    """Write a value into a file.

    Args:
        file: the file; it is made if it is not there.
        profile: the profile that gets the value; None is `[defaults]`.
        key: its key; `limits.max_orders` for a limit, `default_profile` for the profile that is taken.
        text: its value as a person types it; empty takes the key out.
        home: the home of the user, for `~`.

    Raises:
        CommandError: there is no such key, the value does not fit, or the file cannot be written.
    """
    if key not in SETTABLE:
        meant = nearest(key, SETTABLE)
        raise CommandError(
            f"{key} is no key of a configuration" if key != "maps" else "a mapping is written into the file by hand",
            word="bad-config",
            hint=f"did you mean {meant}?" if meant else f"the keys are {', '.join(SETTABLE)}",
        )
    value = _typed(key, text, home) if text else None

    def change(document: dict[str, Any]) -> None:
        if key == "default_profile":
            _put(document, key, value)
            return
        table = _table(document, ("defaults",) if profile is None else ("profiles", profile))
        if key.startswith("limits."):
            limits = table.get("limits", {})
            _put_limit(table, {**limits}, key.removeprefix("limits."), value)
        else:
            _put(table, key, value)
            _drop_rivals(table, [key])

    _change(file, change, home)


def _typed(key: str, text: str, home: Path) -> object:
    if key == "default_profile":
        check_name(text, key)
        return text
    kind = KEYS["breaker"].kind if key.startswith("limits.") else KEYS[key].kind
    try:
        value = kind.of_text(text, Place(home))
    except UnfitError as fault:
        raise CommandError(f"{key} should be {fault}", word="bad-config") from None
    if isinstance(value, tuple):
        return list(cast("tuple[str, ...]", value))
    # As it was typed: `~` stays, so that the file can be copied to another machine.
    return value if isinstance(value, (bool, int)) else text


def write_profile(
    file: Path, profile: str, values: Mapping[str, object], *, home: Path, is_default: bool | None = None
) -> bool:
    """Write a profile into a file; what it has and is not named here stays.

    Args:
        file: the file; it is made if it is not there.
        profile: the name of the profile.
        values: its values by key; None takes a key out.
        home: the home of the user, for `~`.
        is_default: whether it becomes the profile that is taken where nobody chooses; None: if there is none yet.

    Returns:
        Whether it is that profile now.

    Raises:
        CommandError: a value does not fit, or the file cannot be written.
    """
    check_name(profile, "--profile")
    default: list[str | None] = []

    def change(document: dict[str, Any]) -> None:
        table = _table(document, ("profiles", profile))
        for key, value in values.items():
            _put(table, key, value)
        _drop_rivals(table, [key for key, value in values.items() if value is not None])
        if is_default or (is_default is None and "default_profile" not in document):
            _put(document, "default_profile", profile)
        default.append(document.get("default_profile"))

    _change(file, change, home)
    return default[0] == profile


def write_private(path: Path, content: bytes, mode: int = _PRIVATE) -> None:
    """Write a file whole or not at all, so that only this user can read it.

    Args:
        path: the file; a link to one stays a link.
        content: what is in it.
        mode: its rights.

    Raises:
        OSError: it cannot be written.
    """
    path = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _change(path: Path, change: Callable[[dict[str, Any]], None], home: Path) -> None:
    import tomlkit

    try:
        make_private(path.parent)
        text, mode = "", _PRIVATE
        if path.exists():
            text = path.read_bytes().decode("utf-8-sig")
            mode = stat.S_IMODE(path.stat().st_mode)
            file_of(text.encode(), path, home)
        document = tomlkit.parse(text)
        change(cast("dict[str, Any]", document))
        content = tomlkit.dumps(document).encode()  # pyright: ignore[reportUnknownMemberType] - tomlkit leaves a type out
        file_of(content, path, home)  # what the next command could not read is not written
        write_private(path, content, mode)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}", code=Code.UNABLE, word="bad-config") from None


def _table(document: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    import tomlkit

    found = document
    for depth, name in enumerate(names, 1):
        if name not in found:
            found[name] = tomlkit.table(is_super_table=depth < len(names))
        found = found[name]
    return found


def _put(table: dict[str, Any], key: str, value: object) -> None:
    if value is not None:
        table[key] = value
    elif key in table:
        del table[key]


def _put_limit(table: dict[str, Any], limits: dict[str, Any], name: str, value: object) -> None:
    import tomlkit

    if "limits" not in table:
        table["limits"] = tomlkit.inline_table()
    _put(table["limits"], name, value)
    if value is None and set(limits) <= {name}:
        _put(table, "limits", None)


def _drop_rivals(table: dict[str, Any], said: list[str]) -> None:
    """Take out the other keys that say where the same secret is."""
    for group in ("client_secret", "webhook_secret"):
        keys = secret_keys(group)
        if any(key in said for key in keys):
            for key in keys:
                if key not in said:
                    _put(table, key, None)
