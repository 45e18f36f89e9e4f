"""What keeps a sandbox across restarts, and what keeps nothing."""

from collections.abc import Iterator
from typing import Protocol


class Store(Protocol):
    """Takes changes, and makes several of them last together."""

    def put(self, kind: str, key: str, value: object) -> None:
        """Take something new or changed: a value, or a function that makes it when it is written."""

    def drop(self, kind: str, key: str) -> None:
        """Take that something is gone."""

    def commit(self) -> None:
        """Make all that was taken last."""

    def read(self, kind: str) -> Iterator[tuple[str, object]]:
        """Return what an earlier run left, in the order it first came."""
        ...

    def close(self) -> None:
        """Make what was taken last, and let go of the file."""


class NoStore:
    """Keeps nothing: the sandbox lives in memory alone."""

    def put(self, kind: str, key: str, value: object) -> None:
        """Do nothing."""

    def drop(self, kind: str, key: str) -> None:
        """Do nothing."""

    def commit(self) -> None:
        """Do nothing."""

    def read(self, kind: str) -> Iterator[tuple[str, object]]:  # noqa: ARG002 - there is nothing of any kind
        """Return nothing."""
        return iter(())

    def close(self) -> None:
        """Do nothing."""
