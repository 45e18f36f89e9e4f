"""How a line can go on: names of profiles, POs, batches, states. Nobody is called; the ledger alone is read."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from xi.sdk.resellers.cli.config import Config

MOST: Final = 100
"""How many names are offered at most."""
_CONNECT_S: Final = "2"
"""How long a database may take; a shell waits for the answer."""
_WORDS: Final[Mapping[str, Sequence[str]]] = {
    "environment": ("production", "sandbox"),
    "format_": ("table", "plain", "json", "jsonl", "csv"),
    "color": ("auto", "always", "never"),
    "progress": ("auto", "bar", "lines", "none"),
    "log_format": ("text", "json"),
    "by": ("sku", "vendor-part", "customer-part", "upc"),
    "store": ("ask", "keyring", "file", "none"),
    "shell": ("bash", "zsh", "fish", "powershell"),
}


def words(name: str, said: Mapping[str, object], begun: str) -> list[str]:
    """Return what an option or an argument can be; nothing if that cannot be known.

    Args:
        name: the name of its parameter, such as `po` or `profile`.
        said: the options of every command that stand in the line.
        begun: what is typed of it.
    """
    try:
        found = _WORDS[name] if name in _WORDS else _ASKED[name](said, begun) if name in _ASKED else ()
    except Exception:  # noqa: BLE001 - a shell that asks gets no message, whatever is wrong
        return []
    return [each for each in found if each.startswith(begun)][:MOST]


def _config(said: Mapping[str, object]) -> Config:
    from xi.sdk.resellers.cli.config import home_of, read_config

    given = {name: None if said.get(name) is None else str(said[name]) for name in ("profile", "environment", "ledger")}
    file = said.get("config")
    return read_config(
        profile=given["profile"],
        config_file=None if file is None else str(file),
        environment=given["environment"],
        ledger=given["ledger"],
        environ=os.environ,
        platform=sys.platform,
        home=home_of(os.environ),
    )


def _profiles(said: Mapping[str, object], _: str) -> Sequence[str]:
    return _config({**said, "profile": None}).profile_names


def _states(_said: Mapping[str, object], _: str) -> Sequence[str]:
    from xi.sdk.resellers.ordering import State

    return [each.value for each in State]


def _reasons(_said: Mapping[str, object], _: str) -> Sequence[str]:
    from xi.sdk.resellers.ordering import Reason

    return [each.value for each in Reason]


def _keys(_said: Mapping[str, object], _: str) -> Sequence[str]:
    from xi.sdk.resellers.cli.config import SETTABLE

    return SETTABLE


def _pos(said: Mapping[str, object], begun: str) -> Sequence[str]:
    return _in_ledger(said, begun, "SELECT po FROM orders", "po", "planned_at")


def _batches(said: Mapping[str, object], begun: str) -> Sequence[str]:
    return ["last", *_in_ledger(said, begun, "SELECT batch FROM batches", "batch", "first_planned")]


def _in_ledger(said: Mapping[str, object], begun: str, query: str, column: str, newest: str) -> Sequence[str]:
    """Return names in the ledger that begin so, the newest first."""
    from xi.sdk.resellers.ordering import Ledger

    config = _config(said)
    place = config.ledger_url(config.identity(acting=False))
    if "://" in str(place.value):
        if config.get("ledger_password_command").value is not None:
            return ()  # it may ask a person something
        os.environ.setdefault("PGCONNECT_TIMEOUT", _CONNECT_S)
    ledger = Ledger(place.value)
    try:
        quoted = begun.replace("'", "''")
        where = f"WHERE substr({column}, 1, {len(begun)}) = '{quoted}'"
        with ledger.sql(f"{query} {where} ORDER BY {newest} DESC LIMIT {MOST}") as rows:
            return [str(row[0]) for row in rows]
    finally:
        ledger.close()


_ASKED: Final[Mapping[str, Callable[[Mapping[str, object], str], Sequence[str]]]] = {
    "profile": _profiles,
    "state": _states,
    "reason": _reasons,
    "key": _keys,
    "po": _pos,
    "pos": _pos,
    "ids": _pos,
    "batch": _batches,
}
