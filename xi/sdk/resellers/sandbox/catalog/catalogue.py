"""A catalogue: the parts, offers and plans that exist, and how they are found."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import ClassVar, Final, Self

from pydantic import ConfigDict, TypeAdapter, ValidationError

from xi.sdk.resellers.sandbox.catalog.index import Index
from xi.sdk.resellers.sandbox.catalog.offers import (
    DealTerms,
    GivenQuote,
    QuoteLine,
    QuoteTerms,
    RenewalTerms,
    check_number,
    terms_of,
)
from xi.sdk.resellers.sandbox.catalog.parts import Part, Plan

_INDEX: Final = "index"
_SEARCHES: Final = 16
"""Searches that are remembered."""
_GUARD: Final = Lock()


@dataclass(frozen=True, slots=True)
class _File:
    """The content of a catalogue file."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    parts: list[Part]
    quotes: dict[str, GivenQuote] = field(default_factory=dict[str, QuoteTerms])
    deals: dict[str, DealTerms] = field(default_factory=dict[str, DealTerms])
    renewals: dict[str, RenewalTerms] = field(default_factory=dict[str, RenewalTerms])
    plans: list[Plan] = field(default_factory=list[Plan])


@dataclass(frozen=True)
class Catalogue:
    """The parts, offers and plans that exist; any other number is unknown.

    Args:
        parts: The parts by Ingram part number, in upper case.
        quotes: The quotes by their numbers.
        deals: The special bids by their numbers.
        renewals: The renewals by their numbers.
        plans: The plans of the cloud by their IDs.
        source: What errors name it by.
    """

    parts: Mapping[str, Part]
    quotes: Mapping[str, QuoteTerms] = field(default_factory=dict[str, QuoteTerms])
    deals: Mapping[str, DealTerms] = field(default_factory=dict[str, DealTerms])
    renewals: Mapping[str, RenewalTerms] = field(default_factory=dict[str, RenewalTerms])
    plans: Mapping[str, Plan] = field(default_factory=dict[str, Plan])
    source: str = field(default="the catalogue", compare=False)

    @classmethod
    def of(
        cls,
        parts: Iterable[Part],
        quotes: Mapping[str, QuoteTerms | Sequence[QuoteLine]] | None = None,
        deals: Mapping[str, DealTerms] | None = None,
        renewals: Mapping[str, RenewalTerms] | None = None,
        plans: Iterable[Plan] = (),
    ) -> Self:
        """Build a catalogue from parts in any order, and offers by number; lines alone are a quote that never ends.

        Raises:
            ValueError: Two parts have the same number, also one that differs in case only, or two plans. Or a number
                cannot be in a URL.
        """
        by_number: dict[str, Part] = {}
        for part in parts:
            if by_number.setdefault(part.number.upper(), part) is not part:
                raise ValueError(f"two parts have the number {part.number.upper()}")
            check_number("the number of a part", part.number)
        for what, numbers in (("a quote", quotes), ("a deal", deals)):
            for number in numbers or ():
                check_number(f"the number of {what}", number)
        by_plan: dict[str, Plan] = {}
        for plan in plans:
            if by_plan.setdefault(plan.number, plan) is not plan:
                raise ValueError(f"two plans have the number {plan.number}")
        return cls(
            MappingProxyType(by_number),
            MappingProxyType({number: terms_of(given) for number, given in (quotes or {}).items()}),
            MappingProxyType(dict(deals or {})),
            MappingProxyType(dict(renewals or {})),
            MappingProxyType(by_plan),
        )

    @classmethod
    def read(cls, path: Path | str) -> Self:
        """Read a catalogue from a JSON file, as `to_json` writes it.

        Args:
            path: The file.

        Raises:
            OSError: It cannot be read.
            ValueError: It is not a catalogue; the message names the place.
        """
        raw = Path(path).read_bytes()
        try:
            found = _file().validate_json(raw)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"]) or "the file"
            raise ValueError(f"{path} is not a catalogue: {place}: {first['msg']}") from None
        try:
            made = cls.of(found.parts, found.quotes, found.deals, found.renewals, found.plans)
        except ValueError as error:
            raise ValueError(f"{path} is not a catalogue: {error}") from None
        for place, number in made.offered():
            if made.find(number) is None:
                raise ValueError(f"{path} is not a catalogue: {place}: there is no part {number}")
        return replace(made, source=str(path))

    def to_json(self) -> str:
        """Return the catalogue as the JSON that `read` reads; members with their usual values are left out."""
        plans = list(self.plans.values())
        file = _File(list(self), dict(self.quotes), dict(self.deals), dict(self.renewals), plans)
        return _file().dump_json(file, indent=1, fallback=dict, warnings=False, exclude_defaults=True).decode()

    def offered(self) -> Iterator[tuple[str, str]]:
        """Yield the part number of each line of an offer, with the place of the offer, such as `quotes.QUO-1`."""
        for name, quote in self.quotes.items():
            yield from ((f"quotes.{name}", line.part_number) for line in quote.lines)
        for name, deal in self.deals.items():
            yield from ((f"deals.{name}", line.part_number) for line in deal.lines)
        for name, renewal in self.renewals.items():
            yield from ((f"renewals.{name}", line.part_number) for line in renewal.lines)

    def __iter__(self) -> Iterator[Part]:
        return iter(self.parts.values())

    def __len__(self) -> int:
        return len(self.parts)

    @cached_property
    def index(self) -> Index:
        """The index of the parts; it is made once, which takes about a second for 100,000 parts."""
        return Index(self._shown)

    @cached_property
    def refused(self) -> frozenset[int]:
        """The places of the parts that the reseller may not buy."""
        return frozenset(place for place, part in enumerate(self._shown) if not part.authorised)

    def remembered(self, filters: Hashable, find: Callable[[], Sequence[int]]) -> Sequence[int]:
        """Return what a search found, and find it if it is not one of the last ones.

        Args:
            filters: What decides what is found.
            find: Finds it.
        """
        found = self._searches.get(filters)
        if found is None:
            found = find()
            # With a lock: several sandboxes may share a catalogue.
            with _GUARD:
                if len(self._searches) >= _SEARCHES:
                    # The oldest goes.
                    del self._searches[next(iter(self._searches))]
                self._searches[filters] = found
        return found

    @cached_property
    def _searches(self) -> dict[Hashable, Sequence[int]]:
        return {}

    @cached_property
    def _shown(self) -> tuple[Part, ...]:
        return tuple(self.parts.values())

    def prepare(self) -> None:
        """Make the index now, so that the first search need not wait for it."""
        _ = self.index, self.refused

    def at(self, places: Iterable[int]) -> list[Part]:
        """Return the parts at some places of the index."""
        return [self._shown[place] for place in places]

    def find(self, number: str, customer_number: str = "") -> Part | None:
        """Return the part with this Ingram part number, or else with this part number of the reseller."""
        found = self.parts.get(number.upper()) if number else None
        if found is None and customer_number:
            return next(iter(self.named("customerPartNumber", customer_number)), None)
        return found

    def named(self, name: str, value: str) -> list[Part]:
        """Return the parts with a number of another kind, in the order of the catalogue; several may share one.

        Args:
            name: `vendorPartNumber`, `customerPartNumber` or `upc`.
            value: The number, in any case.
        """
        return self.at(sorted(self.index.group(name, [value])))

    def having(self, *parts: Part) -> Self:
        """Return the catalogue with some parts in place of those with their numbers.

        Only the price, the stock and the authorisation may differ, since the index stays as it is.
        """
        if not parts:
            return self
        changed = {part.number.upper(): part for part in parts}
        made = replace(self, parts=MappingProxyType({**self.parts, **changed}))
        if _INDEX in vars(self):
            vars(made)[_INDEX] = self.index
        return made


@cache
def _file() -> TypeAdapter[_File]:
    return TypeAdapter(_File)
