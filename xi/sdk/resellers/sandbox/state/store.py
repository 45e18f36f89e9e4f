"""Where a sandbox stores its state."""

from collections.abc import Iterator


class Store:
    """Collects changes, and writes them together. This one stores nothing; a subclass writes to a file."""

    def put(self, kind: str, key: str, value: object) -> None:
        """Add a new or changed value, or a function that makes it when it is written."""

    def drop(self, kind: str, key: str) -> None:
        """Remove a value."""

    def commit(self) -> None:
        """Write all changes."""

    def read(self, kind: str) -> Iterator[tuple[str, object]]:  # noqa: ARG002 - nothing is stored
        """Return the values of an earlier run, in the sequence in which they were first put."""
        return iter(())

    def close(self) -> None:
        """Write all changes, and close the file."""
