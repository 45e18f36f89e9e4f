"""The index of a catalogue: by words, by numbers, and by what products are grouped by."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from xi.sdk.resellers.sandbox.catalog.parts import Part

_PIECE: Final = re.compile(r"[0-9a-z]+")
_HIGHEST: Final = "\U0010ffff"
"""A character above all that occur in numbers and words."""

NUMBERS: Final[Mapping[str, Callable[[Part], str]]] = {
    "ingramPartNumber": lambda part: part.number,
    "vendorPartNumber": lambda part: part.vendor_number,
    "customerPartNumber": lambda part: part.customer_number,
    "upc": lambda part: part.upc,
}
"""The kinds of numbers that a part has."""


class Index:
    """Finds parts by their places in a sequence; without regard to case.

    Words are found by how they begin: `key` finds a keyboard, `board` does not.

    Args:
        parts: The parts, in the order in which they are shown.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        words: dict[str, array[int]] = {}
        numbers: list[tuple[str, int]] = []
        self._groups: dict[tuple[str, str], set[int]] = {}
        for place, part in enumerate(parts):
            for word in set(_words(part)):
                words.setdefault(word, array("I")).append(place)
            numbers += [(each, place) for each in _numbers(part)]
            for group in _groups(part):
                self._groups.setdefault(group, set()).add(place)
        # Most numbers belong to one part, so a sorted list takes a fraction of the memory that sets would.
        numbers.sort()
        self._numbers = [number for number, _ in numbers]
        self._places_of_numbers = array("I", (place for _, place in numbers))
        self._words = words
        self._vocabulary = sorted(words)

    @property
    def everything(self) -> Sequence[int]:
        """The places of all parts."""
        return range(len(self._parts))

    def group(self, name: str, values: Iterable[str]) -> set[int]:
        """Return the places of the parts that have one of some values.

        Args:
            name: One of `vendor`, `vendorNumber`, `category`, `kind`, `type`, `discounts`, or a kind of number.
            values: The values.
        """
        find = self._having if name in NUMBERS else self._in_group
        found = [find(name, value.casefold()) for value in values]
        return found[0] if len(found) == 1 else set[int]().union(*found)

    def _in_group(self, name: str, value: str) -> set[int]:
        return self._groups.get((name, value), set[int]())

    def _having(self, kind: str, number: str) -> set[int]:
        """Return the places of the parts with a number of one kind."""
        first, end = bisect_left(self._numbers, number), bisect_right(self._numbers, number)
        read = NUMBERS[kind]
        places = self._places_of_numbers[first:end] if number else ()
        return {place for place in places if read(self._parts[place]).casefold() == number}

    def keyword(self, text: str) -> set[int]:
        """Return the places of the parts that have all words of a text in a title, a vendor's name or a number."""
        found = [set(self._beginning(word)) for word in text.casefold().split()]
        return set[int].intersection(*found) if found else set[int]()

    def _beginning(self, word: str) -> Iterator[int]:
        for place in _between(self._vocabulary, word):
            yield from self._words[self._vocabulary[place]]
        for place in _between(self._numbers, word):
            yield self._places_of_numbers[place]


def _between(values: Sequence[str], start: str) -> range:
    """Return where the values with this beginning stand in a sorted sequence."""
    return range(bisect_left(values, start), bisect_left(values, start + _HIGHEST))


def _words(part: Part) -> Iterator[str]:
    for text in (part.description, part.extra, part.vendor_name, part.category, part.sub_category):
        for word in text.casefold().split():
            yield word
            if not word.isalnum():
                yield from _PIECE.findall(word)


def _numbers(part: Part) -> set[str]:
    return {number.casefold() for read in NUMBERS.values() if (number := read(part))}


def _groups(part: Part) -> Iterator[tuple[str, str]]:
    named = (
        ("vendor", part.vendor_name),
        ("vendorNumber", part.vendor_code),
        ("category", part.category),
        ("category", part.sub_category),
        ("kind", part.kind.value),
        ("type", "digital" if part.virtual else "physical"),
        ("discounts", "true" if part.has_discounts else "false"),
    )
    yield from ((name, value.casefold()) for name, value in named if value)
