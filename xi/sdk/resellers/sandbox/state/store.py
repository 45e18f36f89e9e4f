"""What a sandbox would have to remember across a restart, told as it changes."""

from collections.abc import Iterator
from typing import Protocol


class Journal(Protocol):
    """Takes note of changes; several become lasting together."""

    def put(self, kind: str, key: str, value: object) -> None:
        """Note that something is new, or has changed."""

    def drop(self, kind: str, key: str) -> None:
        """Note that something is gone."""

    def commit(self) -> None:
        """Make all that was noted last."""

    def kept(self, kind: str) -> Iterator[tuple[str, object]]:
        """Return what an earlier run left, in the order it first came."""
        ...

    def close(self) -> None:
        """Make what was noted last, and let go of the file."""


class Forgetful:
    """Remembers nothing: the sandbox lives in memory alone."""

    def put(self, kind: str, key: str, value: object) -> None:
        """Forget it."""

    def drop(self, kind: str, key: str) -> None:
        """Forget it."""

    def commit(self) -> None:
        """Do nothing."""

    def kept(self, kind: str) -> Iterator[tuple[str, object]]:  # noqa: ARG002 - there is nothing of any kind
        """Return nothing."""
        return iter(())

    def close(self) -> None:
        """Do nothing."""
