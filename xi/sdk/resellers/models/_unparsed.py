"""The values of a response that do not fit their fields: recorded, shown as a snapshot, and written in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import SchemaSerializer, core_schema

from xi.sdk.resellers._json import is_object
from xi.sdk.resellers.models._schema import wire_name, wire_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pydantic import BaseModel

    from xi.sdk.resellers.models._model import Model

JsonPointer = str
"""The place of a value in a JSON document (RFC 6901): `/lines/0/quantity`; empty for the whole document."""

_RECORD = "_record"
_ANY = SchemaSerializer(core_schema.any_schema())


class Unparsed(NamedTuple):
    """A value that does not fit its field or its list."""

    raw: Any


class ListRecord(NamedTuple):
    """The record of a list: what does not fit in it."""

    items: list[Any]
    """The items that fit, as they were read."""
    parts: dict[int, Part]
    """By index in what was sent: items that do not fit, and records of items with a part that does not fit."""

    def filled(self, written: list[Any]) -> list[Any]:
        """Return the written items with those that do not fit added in their places."""
        fitting = iter(written)
        missing = sum(isinstance(part, Unparsed) for part in self.parts.values())
        found: list[Any] = []
        for index in range(len(written) + missing):
            part = self.parts.get(index)
            if isinstance(part, Unparsed):
                found.append(copied(part.raw))
            else:
                item = next(fitting)
                found.append(part.filled(item) if isinstance(part, ListRecord) else item)
        return found


class Record(NamedTuple):
    """The record of a model: what was read and is not in its fields."""

    parts: Mapping[str, Part] = {}
    """By wire name: what does not fit its field; under the empty name, a body that is not an object."""
    spellings: Mapping[str, str] = {}
    """The second spelling of each wire name that was given in one."""
    elsewhere: Mapping[str, str] = {}
    """The field in whose object each wire name was given that was not given in its own place."""
    assigned: frozenset[str] = frozenset()
    """Wire names of fields that were assigned later; what was read for them is not written any more."""


Part = Unparsed | ListRecord | Record

NO_RECORD = Record()
"""The record of a model whose fields have all that was read."""


def record_of(model: BaseModel) -> Record:
    """Return the record of a model; it is empty if the fields have all that was read."""
    # As a private attribute it is copied, pickled and compared with its model.
    private = model.__pydantic_private__
    found: Record = private.get(_RECORD, NO_RECORD) if private else NO_RECORD
    return found


def keep_record(model: BaseModel, record: Record) -> None:
    """Give a model its record."""
    object.__setattr__(model, "__pydantic_private__", {**(model.__pydantic_private__ or {}), _RECORD: record})


def record_assigned(model: Model, names: Iterable[str]) -> None:
    """Record that fields were assigned, by their Python names."""
    record = record_of(model)
    if record is not NO_RECORD:
        kind = type(model)
        wires = {wire_name(kind, name) for name in names if name in kind.model_fields}
        keep_record(model, record._replace(assigned=record.assigned | wires))


def places(record: Record) -> dict[JsonPointer, Any]:
    """Return all values that do not fit, by their place in what was read."""
    found: dict[JsonPointer, Any] = {}
    _add_places(found, record, "", _step)
    return found


def declared_places(model: BaseModel) -> dict[JsonPointer, Any]:
    """Return all values that do not fit, by their place with the names of the contract, whatever the keys that came."""
    found: dict[JsonPointer, Any] = {}
    _add_places(found, record_of(model), "", lambda _, wire: wire)
    return found


def _add_places(
    found: dict[JsonPointer, Any], part: ListRecord | Record, at: JsonPointer, step_of: Callable[[Record, str], str]
) -> None:
    if isinstance(part, ListRecord):
        steps: Iterable[tuple[str | int, Part]] = part.parts.items()
    else:
        steps = [(step_of(part, name), each) for name, each in part.parts.items()]
    for step, each in steps:
        place = f"{at}/{step}"
        if isinstance(each, Unparsed):
            found[place if step != "" or at else at] = each.raw
        else:
            _add_places(found, each, place, step_of)


def _step(record: Record, wire: str) -> str:
    """Return the way from a model to a member as it came."""
    way = (record.elsewhere[wire], wire) if wire in record.elsewhere else (wire,)
    return "/".join(record.spellings.get(name, name).replace("~", "~0").replace("/", "~1") for name in way)


def copied(value: Any) -> Any:
    """Return a copy of any value, as pydantic writes it."""
    return _ANY.to_python(value, by_alias=True, exclude_none=True)


def with_record(model: Model, written: dict[str, Any], *, by_alias: bool = True) -> dict[str, Any]:
    """Return the written fields of a model, by wire name or Python name, with what is in its record."""
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
            if held is None or held == []:
                written[key] = copied(part.raw)
        elif isinstance(part, ListRecord) and held == part.items:
            written[key] = part.filled(written[key])
    for wire, place in record.elsewhere.items():
        key, holder = (wire, place) if by_alias else (names[wire], names[place])
        held = written.get(holder)
        given = record.spellings.get(wire, wire) if by_alias else key
        if key in written and is_object(held) and given not in held:
            held[given] = written.pop(key)
    if not (record.spellings and by_alias):
        return written
    return {record.spellings.get(key, key): value for key, value in written.items()}
