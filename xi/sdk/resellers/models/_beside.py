"""Keeps what no field could hold: as extras under the wire names of the fields, so that it goes wherever its model goes.

pydantic-core writes extras, copies and pickles take them along, and an answer that was read whole pays nothing. The one
thing extras cannot do is stand between the items of a list; `Gaps` does that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from pydantic import BaseModel
from pydantic_core import SchemaSerializer, core_schema

from xi.sdk.resellers.models._fields import branches, is_list, wire_name, wire_names

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from pydantic import SerializationInfo

    from xi.sdk.resellers.models._model import Model

JsonPointer = str
"""Where a value stands in a JSON document, as in RFC 6901: `/lines/0/quantity`; the empty text is the whole of it."""


class Lost(NamedTuple):
    """A value that stands between the items of a list, and is none."""

    raw: Any


class Writing:
    """Tells, given as the context of a serialisation, whether a list with gaps was met."""

    met_gaps = False


def _as_sent(kept: Whole | Gaps, info: SerializationInfo) -> Any:
    if isinstance(kept, Whole):
        return kept.raw
    if isinstance(info.context, Writing):
        info.context.met_gaps = True
    return kept.written()


_serializer = SchemaSerializer(
    core_schema.any_schema(serialization=core_schema.plain_serializer_function_ser_schema(_as_sent, info_arg=True))
)


class Whole:
    """A body that was no object at all; kept under the empty key, which an object may have too."""

    __pydantic_serializer__: ClassVar[SchemaSerializer] = _serializer

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Whole) and self.raw == other.raw

    __hash__ = None  # type: ignore[assignment]


class Gaps:
    """What of a list could not be read, each with its neighbours: the list may have changed when it is written.

    Each goes out behind the item it came behind, or behind the nearest one before that which is still in the list. The
    gaps write the whole list, after the list itself: in a dict it takes that one's place, in JSON text it would stand there
    a second time, so `Answer.to_json` writes such an answer from its dict.
    """

    __pydantic_serializer__: ClassVar[SchemaSerializer] = _serializer

    def __init__(self, lost: dict[int, Any], inner: dict[int, Gaps]) -> None:
        """Keep what was lost by its index in what was sent, and the gaps of inner lists by the index of what was read."""
        self._lost = lost
        self._inner = inner
        self.held: list[Any] = []
        self._before: list[Any] = []

    def of(self, held: list[Any]) -> Self:
        """Return the gaps as those of this very list, which was read from what was sent."""
        self.held, self._before = held, held.copy()
        for index, gaps in self._inner.items():
            gaps.of(held[index])
        return self

    def filled(self) -> Iterator[tuple[Any, Gaps | None]]:
        """Yield what the list holds now, with the gaps of each inner list, and what was lost in its place."""
        inner = {id(gaps.held): gaps for gaps in self._inner.values()}
        now = {key: index for index, key in enumerate(_keys(self.held))}
        behind: dict[int, list[Lost]] = {}
        place = -1
        keys = _keys(self._before)
        for index in range(len(self._before) + len(self._lost)):
            if index in self._lost:
                behind.setdefault(place, []).append(Lost(self._lost[index]))
            else:
                place = now.get(next(keys), place)
        yield from ((lost, None) for lost in behind.get(-1, ()))
        for index, item in enumerate(self.held):
            yield item, inner.get(id(item))
            yield from ((lost, None) for lost in behind.get(index, ()))

    def written(self) -> list[Any]:
        return [
            item.raw if isinstance(item, Lost) else item if gaps is None else gaps.written()
            for item, gaps in self.filled()
        ]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Gaps) and list(self.filled()) == list(other.filled())

    __hash__ = None  # type: ignore[assignment]


def _keys(items: Iterable[object]) -> Iterator[object]:
    """What each item of a list can be known again by: models and lists by themselves, plain values by how many came."""
    seen: Counter[object] = Counter()
    for item in items:
        key = (type(item), item if isinstance(item, Hashable) else id(item))
        seen[key] += 1
        yield key, seen[key]


def aside_of(model: BaseModel) -> dict[str, Any]:
    """What is remembered beside the fields; nothing is there, and nothing was paid for it, unless it was needed."""
    return model.__pydantic_private__ or {}


def put_aside(model: BaseModel, name: str, value: Any) -> None:
    object.__setattr__(model, "__pydantic_private__", {**aside_of(model), name: value})


def beside(model: BaseModel) -> dict[str, Any]:
    """What is kept of the fields' own values, by wire name."""
    extra = model.__pydantic_extra__
    if not extra:
        return {}
    known = wire_names(type(model))
    return {key: kept for key, kept in extra.items() if key in known or isinstance(kept, Whole)}


def put_beside(model: Model, kept: dict[str, Any]) -> None:
    names = wire_names(type(model))
    for key, value in kept.items():
        if isinstance(value, Gaps):
            value.of(getattr(model, names[key]))
    object.__setattr__(model, "__pydantic_extra__", {**(model.__pydantic_extra__ or {}), **kept})


@contextmanager
def held_back(model: Model) -> Generator[None]:
    """Hold what is kept out of the extras: where a wire name is a field's own, pydantic takes one for the other."""
    kept = beside(model)
    extra = model.__pydantic_extra__ or {}
    object.__setattr__(model, "__pydantic_extra__", {key: value for key, value in extra.items() if key not in kept})
    try:
        yield
    finally:
        object.__setattr__(model, "__pydantic_extra__", {**(model.__pydantic_extra__ or {}), **kept})


def give_way(model: Model, name: str) -> None:
    """Keep what was sent for a field from being written, now that something else was assigned to it."""
    key = wire_name(type(model), name)
    extra = model.__pydantic_extra__
    if extra and key in extra:
        was = dict(_own_places(extra.pop(key), _place(model, key)))
        put_aside(model, "replaced", {**aside_of(model).get("replaced", {}), **was})


def places(model: Model) -> dict[JsonPointer, Any]:
    """What is unparsed in a model as it is now, and in its parts, by its place."""
    return dict(_places(model, "")) if _keeps_any(model) else {}


def _keeps_any(model: Model) -> bool:
    """Whether there is anything to look for: most of the time a search costs is in spelling out the places."""
    parts: list[Any] = [model]
    while parts:
        part = parts.pop()
        if is_list(part):
            parts += part
        elif isinstance(part, BaseModel):
            if aside_of(part) or beside(part):
                return True
            held = part.__dict__
            parts += [value for name in branches(type(part)).values() if (value := held.get(name))]
            if part.__pydantic_extra__:
                parts += _parts_among_extras(part).values()
    return False


def _places(model: BaseModel, at: JsonPointer) -> Iterator[tuple[JsonPointer, Any]]:
    kept = beside(model)
    for key, value in kept.items():
        if isinstance(value, Whole):
            yield (at and f"{at}/"), value.raw  # within another model it stands under its empty key
        elif not isinstance(value, Gaps):
            yield at + _place(model, key), value
    parts = {key: model.__dict__.get(name) for key, name in branches(type(model)).items()}
    for key, value in (parts | _parts_among_extras(model)).items():
        gaps = kept.get(key)
        yield from _places_in(value, gaps if isinstance(gaps, Gaps) else None, at + _place(model, key))
    for place, raw in aside_of(model).get("replaced", {}).items():
        yield at + place, raw


def _parts_among_extras(model: BaseModel) -> dict[str, Any]:
    """Parts that callers put under keys of their own; what the server sent there has none, and may be very deep."""
    fields = wire_names(type(model))
    return {
        key: value
        for key, value in (model.__pydantic_extra__ or {}).items()
        if key not in fields
        and (isinstance(value, BaseModel) or (is_list(value) and any(isinstance(each, BaseModel) for each in value)))
    }


def _places_in(value: Any, gaps: Gaps | None, at: JsonPointer) -> Iterator[tuple[JsonPointer, Any]]:
    if isinstance(value, BaseModel):
        yield from _places(value, at)
    elif is_list(value):
        for index, (item, inner) in enumerate(gaps.filled() if gaps else ((each, None) for each in value)):
            if isinstance(item, Lost):
                yield f"{at}/{index}", item.raw
            else:
                yield from _places_in(item, inner, f"{at}/{index}")


def _own_places(kept: Any, at: JsonPointer) -> Iterator[tuple[JsonPointer, Any]]:
    """Yield what is kept of a field, without what is kept in the parts of it."""
    if isinstance(kept, Gaps):
        for index, (item, inner) in enumerate(kept.filled()):
            if isinstance(item, Lost):
                yield f"{at}/{index}", item.raw
            elif inner is not None:
                yield from _own_places(inner, f"{at}/{index}")
    else:
        yield at, kept


def _place(model: BaseModel, key: str) -> JsonPointer:
    sent_as: str = aside_of(model).get("folded", {}).get(key, key)
    return "/" + sent_as.replace("~", "~0").replace("/", "~1")
