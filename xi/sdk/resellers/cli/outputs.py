"""What a command writes to: no output may be the ledger, a file that the command reads, or another output.

An output is renamed into its place at the end: the ledger or the orders would be gone, and the exit code would be 0.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers._json import is_list
from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xi.sdk.resellers.cli.config import Config

WRITTEN: Final[Mapping[str, str]] = {"report": "--report", "metrics_file": "--metrics-file"}
"""The options of single commands that name a file to write, by their names in Python."""
READ: Final = ("files", "file", "path", "map", "body", "from_", "catalogue", "headers", "token_file")
"""The arguments and options that name a file to read, by their names in Python. Some are names of other things too."""
_BESIDE: Final = ("", "-wal", "-shm", "-journal")
"""What SQLite has beside the file of a ledger."""


def check_outputs(config: Config, common: Mapping[str, str | None], given: Mapping[str, Any]) -> None:
    """Refuse an output that would overwrite the ledger, an input or another output. Nothing is opened.

    Files are compared by their resolved paths, also where there is no file yet, and by device and inode.

    Args:
        config: the configuration.
        common: the outputs that every command can have, by their options; None for those that are not said.
        given: the arguments of the command, by their names in Python.

    Raises:
        CommandError: one would.
    """
    said = dict(_flat(given))
    outputs = [*common.items(), *((option, said.get(name)) for name, option in WRITTEN.items())]
    written = [(option, _Place(Path(name))) for option, name in outputs if name]
    written = [each for each in written if each[1].is_lost_if_written]
    if not written:
        return
    others = [*_ledgers(config, said), *_inputs(config, said)]
    for index, (option, place) in enumerate(written):
        for what, other in (*others, *((f"the file of {name}", its) for name, its in written[:index])):
            if place.is_same(other):
                raise CommandError(
                    f"{option} {place.path} is {what}, which would be overwritten; nothing was done",
                    word="would-overwrite",
                    hint=f"name another file: {option} FILE",
                )


class _Place:
    """Where a file is or will be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._real = os.path.realpath(path)
        self._stat: os.stat_result | None = None
        with suppress(OSError, ValueError):  # it is not there, or it is no name of a file
            self._stat = Path(self._real).stat()

    @property
    def is_lost_if_written(self) -> bool:
        """Whether it is a file, or will be one: what is written to /dev/null or a pipe overwrites nothing."""
        return self._stat is None or Path(self._real).is_file()

    def is_same(self, other: _Place) -> bool:
        if self._real == other._real:
            return True
        return self._stat is not None and other._stat is not None and os.path.samestat(self._stat, other._stat)


def _flat(given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the arguments, those that several commands share by their own names."""
    for name, value in given.items():
        if is_dataclass(value):
            yield from ((each.name, getattr(value, each.name)) for each in fields(value))
        else:
            yield name, value


def _ledgers(config: Config, said: Mapping[str, Any]) -> Iterator[tuple[str, _Place]]:
    """Yield the files of the ledger, and of the one that it moves to."""
    try:
        found = [config.ledger_url(config.identity(acting=False)).value]
    except CommandError:  # the command works without an account, or says itself what is missing
        found = [config.get("ledger").value]
    found += [said.get("url")]
    for url in found:
        path = _file_of(url)
        if path is not None:
            yield from (("the ledger", _Place(Path(f"{path}{end}"))) for end in _BESIDE)


def _file_of(url: object) -> str | None:
    """Return the path of an SQLite file; None for another database."""
    if not isinstance(url, str) or not url:
        return None
    if "://" not in url:
        return url
    scheme, _, rest = url.partition("://")
    # sqlite:///orders.db is in the working folder, sqlite:////srv/orders.db is not.
    return rest.removeprefix("/") or None if scheme.partition("+")[0].lower() == "sqlite" else None


def _inputs(config: Config, said: Mapping[str, Any]) -> Iterator[tuple[str, _Place]]:
    """Yield the files that are read, also those of the configuration."""
    for name, value in said.items():
        for each in value if is_list(value) else [value]:
            is_file = isinstance(each, Path) or (name in READ and isinstance(each, str))
            if is_file and name not in WRITTEN and str(each) not in ("", "-"):
                yield "a file that this command works with", _Place(Path(each))
    for path in (*config.paths, config.file_to_write):
        yield "the configuration", _Place(path)
    for key in ("client_secret_file", "webhook_secret_file"):
        found = config.get(key).value
        if isinstance(found, str) and found:
            yield key, _Place(Path(found))
