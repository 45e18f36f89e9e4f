"""Writes what a fault of the program is to be mended by, where the person who sees it finds it."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError


def report_fault(error: BaseException) -> CommandError:
    """Write a report about a fault of the program: where it was, without values, which may be secret.

    Args:
        error: what nobody expected.
    """
    from xi.sdk.resellers._version import __version__

    when = datetime.now(UTC)
    frames = [f"{each.filename}:{each.lineno} {each.name}" for each in traceback.extract_tb(error.__traceback__)]
    kinds = [type(each).__qualname__ for each in _chain(error)]
    lines = [f"xi-orders {__version__}, Python {sys.version}, {sys.platform}", when.isoformat(), *kinds, *frames]
    from xi.sdk.resellers.cli.config import home_of, ledger_folder

    folder = ledger_folder(os.environ, sys.platform, home_of(os.environ))
    for place in (folder, Path(os.environ.get("TMPDIR", "/tmp"))):  # noqa: S108 - the name is new, and made for one owner
        name = place / f"fault-{when:%Y%m%dT%H%M%S-%f}-{os.getpid()}.txt"
        with suppress(OSError):
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
            return CommandError(
                f"a fault of the program, {kinds[0]}; nothing is known to be lost: xi-orders status shows the ledger",
                code=Code.FAULT,
                word="fault",
                hint=f"send us {name}; it has no secrets",
            )
    return CommandError(f"a fault of the program: {kinds[0]}", code=Code.FAULT, word="fault")


def _chain(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
