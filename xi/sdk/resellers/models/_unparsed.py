"""What of a response fits no field: recorded when it is read, shown as a snapshot, and written back in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import SchemaSerializer, core_schema

from xi.sdk.resellers.models._schema import wire_name, wire_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import BaseModel

    from xi.sdk.resellers.models._model import Model

JsonPointer = str
"""Where a value stands in a JSON document, as in RFC 6901: `/lines/0/quantity`; the empty text is the whole of it."""

_RECORD = "_record"
_ANY = SchemaSerializer(core_schema.any_schema())


class Unparsed(NamedTuple):
    """A value that does not fit where it stands."""

    raw: Any


class Gaps(NamedTuple):
    """What of a list does not fit."""

    items: list[Any]
    """What fits, as it was read."""
    parts: dict[int, Part]
    """Items that do not fit, and those in which something does not, by their index as they were sent."""

    def filled(self, written: list[Any]) -> list[Any]:
        """Return the items as they are written, with those that do not fit in their places."""
        fitting = iter(written)
        missing = sum(isinstance(part, Unparsed) for part in self.parts.values())
        found: list[Any] = []
        for index in range(len(written) + missing):
            part = self.parts.get(index)
            if isinstance(part, Unparsed):
                found.append(copied(part.raw))
            else:
                item = next(fitting)
                found.append(part.filled(item) if isinstance(part, Gaps) else item)
        return found


class Record(NamedTuple):
    """How a model came, where its fields do not tell."""

    parts: Mapping[str, Part] = {}
    """What does not fit, by the wire name of its field; under the empty name, a body that is no object."""
    spellings: Mapping[str, str] = {}
    """Wire names that came in a second spelling, and in which."""
    assigned: frozenset[str] = frozenset()
    """Fields, by wire name, that were assigned since: what they came with is not written any more."""


Part = Unparsed | Gaps | Record

NO_RECORD = Record()
"""Of a model whose fields tell all."""


def record_of(model: BaseModel) -> Record:
    """Return the record of a model; it is empty where the fields tell all."""
    # Among the private attributes it is copied, pickled and compared along with its model.
    private = model.__pydantic_private__
    found: Record = private.get(_RECORD, NO_RECORD) if private else NO_RECORD
    return found


def keep_record(model: BaseModel, record: Record) -> None:
    """Give a model its record."""
    object.__setattr__(model, "__pydantic_private__", {**(model.__pydantic_private__ or {}), _RECORD: record})


def note_assigned(model: Model, names: Iterable[str]) -> None:
    """Note that fields were assigned, by their Python names."""
    record = record_of(model)
    if record is not NO_RECORD:
        kind = type(model)
        wires = {wire_name(kind, name) for name in names if name in kind.model_fields}
        keep_record(model, record._replace(assigned=record.assigned | wires))


def places(record: Record) -> dict[JsonPointer, Any]:
    """Return all that does not fit, by its place in what was read."""
    found: dict[JsonPointer, Any] = {}
    _add_places(found, record, "")
    return found


def _add_places(found: dict[JsonPointer, Any], part: Gaps | Record, at: JsonPointer) -> None:
    if isinstance(part, Gaps):
        steps: Iterable[tuple[str | int, Part]] = part.parts.items()
    else:
        names = part.spellings
        steps = [
            (names.get(name, name).replace("~", "~0").replace("/", "~1"), each) for name, each in part.parts.items()
        ]
    for step, each in steps:
        place = f"{at}/{step}"
        if isinstance(each, Unparsed):
            found[place if step != "" or at else at] = each.raw
        else:
            _add_places(found, each, place)


def copied(value: Any) -> Any:
    """Copy a value that may be anything, as pydantic writes it."""
    return _ANY.to_python(value, by_alias=True, exclude_none=True)


def with_record(model: Model, written: dict[str, Any], *, by_alias: bool = True) -> dict[str, Any]:
    """Add to the written fields of a model, by wire name or by Python name, what is on its record."""
    record = record_of(model)
    if record is NO_RECORD:
        return written
    names = wire_names(type(model))
    for wire, part in record.parts.items():
        name = names.get(wire, wire)
        key = wire if by_alias else name
        held = model.__dict__.get(name)
        if wire in record.assigned:
            continue
        if isinstance(part, Unparsed):
            if held is None:
                written[key] = copied(part.raw)
        elif isinstance(part, Gaps) and held == part.items:
            written[key] = part.filled(written[key])
    if not (record.spellings and by_alias):
        return written
    return {record.spellings.get(key, key): value for key, value in written.items()}
