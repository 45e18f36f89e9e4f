"""The files of a walk: the rows so far, how far it is, the index, and at the end the table and the changes."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.catalog_walk import _state
from xi.sdk.resellers.catalog_walk._index import Index
from xi.sdk.resellers.catalog_walk._state import State
from xi.sdk.resellers.catalog_walk._tables import Make, row_of
from xi.sdk.resellers.catalog_walk._values import Walk
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from io import BufferedRandom
    from pathlib import Path

SKU: Final = "ingramPartNumber"
_CHANGES: Final = "changes.jsonl"
_INCOMPLETE: Final = "incomplete"
_log: Final = logging.getLogger("xi.sdk.resellers")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the files of a walk are: beside the table, under names of its own.

    Args:
        out: the table.
        state: how far the walk is.
    """

    out: Path
    state: Path

    def beside(self, ending: str) -> Path:
        """Return the place of a file beside the table."""
        return self.out.with_name(f"{self.out.name}.{ending}")


class Store:
    """The files of a walk. They can be used by one thread at a time.

    Args:
        places: where they are.
        make: makes the table.
    """

    def __init__(self, places: Places, make: Make) -> None:
        self._places = places
        self._make = make
        self._index: Index | None = None
        self._rows: BufferedRandom | None = None

    def open(self, asked: dict[str, Any], now: float, within: float, *, restart: bool) -> State:
        """Return where to go on: where an earlier walk was stopped, or at the beginning.

        Args:
            asked: what is walked.
            now: seconds since the epoch.
            within: an earlier walk that stood still for more seconds is begun anew: the catalogue has moved.
            restart: whether to begin anew in any case.

        Raises:
            ApiValueError: another walk is writing this table, or another one was stopped.
        """
        self._index = Index(self._places.beside("index"))
        state = None if restart else self._resumable(asked, now, within)
        if state is None:
            state = State(asked, now, now)
        path = self._places.beside("rows")
        path.touch()
        self._rows = path.open("r+b")
        self._rows.truncate(state.offset)
        self._rows.seek(state.offset)
        if not state.is_read:
            self._index.begin(state.walk, state.page)
        return state

    def _resumable(self, asked: dict[str, Any], now: float, within: float) -> State | None:
        path = self._places.state
        try:
            state = _state.read(path)
        except ValueError as error:
            _log.warning("the walk is begun anew, since its state %s cannot be read: %s", path, error)
            return None
        if state is None:
            return None
        if state.asked != asked:
            raise ApiValueError(
                f"{path} is the state of another walk, of {json.dumps(state.asked)}; use another name, or restart=True",
                argument="state",
            )
        rows = self._places.beside("rows")
        if not rows.exists() or rows.stat().st_size < state.offset:
            _log.warning("the walk is begun anew, since its rows are missing: %s", rows)
            return None
        if self._index is None or self._index.begun() != state.walk:
            # It would be cut in the middle of a row: a restarted walk was killed, or two tables share a state.
            _log.warning("the walk is begun anew, since its rows are those of another walk: %s", rows)
            return None
        if now - state.saved > within and not state.is_read:
            _log.warning("the walk is begun anew, since it was stopped %.0f s ago", now - state.saved)
            return None
        _log.info("the walk goes on with page %s, after %s products", state.page, state.rows)
        return state

    def add(self, state: State, products: Sequence[Mapping[str, Any]]) -> None:
        """Write the products of a page, and that they are written.

        Args:
            state: how far the walk is; its page is the one of the products. Its counts are brought up to date.
            products: the products.
        """
        assert self._index is not None  # noqa: S101 - it is open
        assert self._rows is not None  # noqa: S101 - it is open
        rows = [(_sku(each), row_of(each)) for each in products]
        is_new = self._index.add(state.page, rows)
        written = [row for (_, row), new in zip(rows, is_new, strict=True) if new]
        self._rows.writelines(written)
        self._rows.flush()
        os.fsync(self._rows.fileno())
        state.rows += len(written)
        state.doubles += len(rows) - len(written)
        state.unnamed += sum(1 for sku, _ in rows if sku is None)
        state.pages += bool(rows)
        state.offset = self._rows.tell()

    def save(self, state: State, now: float) -> None:
        """Write how far the walk is.

        Args:
            state: how far it is.
            now: seconds since the epoch.
        """
        state.saved = now
        _state.write(self._places.state, state)

    def finish(self, state: State, now: float, least: float) -> Walk:
        """Make the table, and compare it with that of the last complete walk. What was stopped here can be repeated.

        Args:
            state: how far the walk is: its last page was read.
            now: seconds since the epoch.
            least: the part of the products of the last complete walk that has to come if the server stated no number.
        """
        assert self._index is not None  # noqa: S101 - it is open
        last = self._index.last()
        is_done = last is not None and last[0] == state.walk
        asked = json.dumps(state.asked, sort_keys=True)
        if not is_done and self._lacks_many(state, last is not None and last[2] == asked, least):
            state.is_complete = False
        path = self._places.out if state.is_complete else self._places.beside(_INCOMPLETE)
        if not is_done:
            aside = self._places.beside("new")
            self._make_table(aside)
            aside.replace(path)
        since: float | None = None
        counts: dict[str, int] = {}
        if state.is_complete:
            if not is_done:
                self._complete(state, now, asked, last[1] if last is not None and last[2] == asked else None)
            since, counts = self._index.told()
        self._clean_up()
        return Walk(
            path,
            state.is_complete,
            state.rows,
            state.stated,
            state.pages,
            state.doubles,
            state.unnamed,
            datetime.fromtimestamp(state.began, UTC),
            datetime.fromtimestamp(now, UTC),
            None if since is None else datetime.fromtimestamp(since, UTC),
            counts.get("came"),
            counts.get("gone"),
            counts.get("changed"),
            None if since is None else self._places.beside(_CHANGES),
            counts.get("unseen"),
        )

    def _make_table(self, out: Path) -> None:
        rows = self._places.beside("rows")
        try:
            self._make(rows, out)
        except ValueError as error:
            raise ApiValueError(
                f"{rows} is damaged, and no table can be made of it ({error}); begin anew with restart=True",
                argument="state",
            ) from error

    def _complete(self, state: State, now: float, asked: str, since: float | None) -> None:
        """Write what has changed since the last complete walk, and make this one the last."""
        assert self._index is not None  # noqa: S101 - it is open
        is_short = state.rows < state.stated
        counts: dict[str, int] = {}
        if since is None:
            self._places.beside(_CHANGES).unlink(missing_ok=True)  # those of an earlier walk
        else:
            counts = self._write_changes(self._places.beside(_CHANGES), is_short=is_short)
        self._places.beside(_INCOMPLETE).unlink(missing_ok=True)
        is_kept = is_short and since is not None
        self._index.complete(state.walk, now, asked, (since, counts), keeps_unseen=is_kept)

    def _lacks_many(self, state: State, is_alike: bool, least: float) -> bool:
        """Return whether too many products of the last complete walk are missing to believe that they are gone.

        An account that is set up wrongly finds nothing; nobody's catalogue disappears in one night.
        """
        assert self._index is not None  # noqa: S101 - it is open
        now, then = self._index.counts()
        if now and (state.stated or not is_alike):
            return False
        is_lacking = now < then * (least if now else 1)
        if is_lacking:
            _log.warning("the walk found %s products, and the last complete one %s; it is not complete", now, then)
        return is_lacking

    def _write_changes(self, path: Path, *, is_short: bool) -> dict[str, int]:
        assert self._index is not None  # noqa: S101 - it is open
        counts: dict[str, int] = dict.fromkeys(("came", "gone", "changed"), 0)
        aside = self._places.beside("changes.new")
        with aside.open("w", encoding="utf-8") as file:
            for kind, sku in self._index.changes(is_short=is_short):
                counts[kind] += 1
                file.write(json.dumps({"change": kind, SKU: sku}) + "\n")
        aside.replace(path)
        return counts

    def _clean_up(self) -> None:
        if self._rows is not None:
            self._rows.close()
            self._rows = None
        self._places.state.unlink(missing_ok=True)
        self._places.beside("rows").unlink(missing_ok=True)

    def close(self) -> None:
        """Close the files; what is on the disk is enough to go on."""
        if self._rows is not None:
            self._rows.close()
        if self._index is not None:
            self._index.close()


def _sku(product: Mapping[str, Any]) -> str | None:
    found = product.get(SKU)
    return found.strip() or None if isinstance(found, str) else None
