"""How far a walk is, in a JSON file that is replaced as a whole, so that it is never half written."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from xi.sdk.resellers._json import is_object

if TYPE_CHECKING:
    from pathlib import Path

VERSION: Final = 1
"""The version of the file; another one is not gone on with."""


@dataclass(slots=True)
class State:
    """How far a walk is.

    Args:
        asked: what is walked: account, filters and size of a page. Another walk must not go on with it.
        began: when it began, in seconds since the epoch.
        saved: when this was written.
        page: the page to ask for next.
        pages: how many pages had products.
        rows: products in the table so far.
        seen: products that came, doubles included.
        stated: how many the server stated at most.
        doubles: products that came twice.
        unnamed: products without a SKU.
        offset: the length of the unfinished table in bytes.
        is_read: whether the last page was read, and only the tables are left to be written.
        is_complete: whether its end is that of the catalogue.
        walk: tells this walk from others.
        version: the version of the file.
    """

    asked: dict[str, Any]
    began: float
    saved: float
    page: int = 1
    pages: int = 0
    rows: int = 0
    seen: int = 0
    stated: int = 0
    doubles: int = 0
    unnamed: int = 0
    offset: int = 0
    is_read: bool = False
    is_complete: bool = False
    walk: str = field(default_factory=lambda: uuid4().hex)
    version: int = VERSION


def write(path: Path, state: State) -> None:
    """Replace the file of a state; afterwards it is on the disk."""
    aside = path.with_name(f"{path.name}.new")
    with aside.open("w", encoding="utf-8") as file:
        json.dump(asdict(state), file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def read(path: Path) -> State | None:
    """Return the state in a file; None if there is none.

    Raises:
        ValueError: the file cannot be read as a state.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    if not is_object(found) or found.get("version") != VERSION:
        raise ValueError(f"it is not a state of version {VERSION}")
    wanted = asdict(State({}, 0.0, 0.0))
    if {name: type(value) for name, value in wanted.items()} != {name: type(value) for name, value in found.items()}:
        raise ValueError("a field is missing, or is no field of a state")
    return State(**found)
