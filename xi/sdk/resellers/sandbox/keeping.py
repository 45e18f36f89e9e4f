"""What a family keeps: values by key, in memory and in the state file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A kind of values that a sandbox keeps. Its place is in the list of `state/books.py`; no more is needed.

    Args:
        kind: Its name in the state file; no two kinds share one.
        type: The type of the values, for reading them back: a frozen dataclass, or another type that pydantic knows.
        key: Returns the key of a value; a new value with a key replaces the old one.
        customer: Returns the customer that a value belongs to, in upper case; None for values of nobody.
    """

    kind: str
    type: Any
    key: Callable[[T], str]
    customer: Callable[[T], str] | None = None


class Book(Generic[T]):
    """The values of one kind, in the order in which they were first put.

    Args:
        kept: The kind.
        save: Stores a new or changed value: kind, key and value.
        drop: Removes a value from the store: kind and key.
    """

    def __init__(
        self, kept: Kept[T], save: Callable[[str, str, object], None], drop: Callable[[str, str], None]
    ) -> None:
        self._kept = kept
        self._save = save
        self._drop = drop
        self._values: dict[str, T] = {}
        self._by_customer: dict[str, dict[str, T]] = {}

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[T]:
        return iter(tuple(self._values.values()))

    def get(self, key: str) -> T | None:
        """Return the value with a key."""
        return self._values.get(key)

    def of(self, customer: str) -> list[T]:
        """Return the values of a customer, the oldest first."""
        return list(self._by_customer.get(customer, {}).values())

    def put(self, value: T) -> None:
        """Add or replace a value; it is stored with the next commit."""
        key = self._add(value)
        self._save(self._kept.kind, key, value)

    def remove(self, key: str) -> T | None:
        """Remove a value, and return it."""
        value = self._values.pop(key, None)
        if value is not None:
            self._forget(key, value)
            self._drop(self._kept.kind, key)
        return value

    def restore(self, values: Iterable[T]) -> None:
        """Add the values of an earlier run."""
        for value in values:
            self._add(value)

    def _add(self, value: T) -> str:
        key = self._kept.key(value)
        before = self._values.get(key)
        if before is not None and self._kept.customer and self._kept.customer(before) != self._kept.customer(value):
            self._forget(key, before)
        self._values[key] = value
        if self._kept.customer is not None:
            self._by_customer.setdefault(self._kept.customer(value), {})[key] = value
        return key

    def _forget(self, key: str, value: T) -> None:
        if self._kept.customer is not None:
            self._by_customer[self._kept.customer(value)].pop(key, None)
