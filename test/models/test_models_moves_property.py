"""Damaged answers whose parts are then deleted and moved: every leaf that is still there goes out at its right place.

What each part is to be written as is noted when it is read, and put together again by lists of the test's own, which
are changed along with those of the answers.
"""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Mapping
from typing import Any, NamedTuple, get_args, get_origin

from hypothesis import given
from hypothesis import strategies as st
from models_kit import ANSWERS, BOUNDED, core, damaged, in_json, wire

from xi.sdk.resellers.models._model import Answer


class Raw(NamedTuple):
    """Something in a list that is no part."""

    value: Any


class Note:
    """What a part is to be written as: what is its own, and by wire name the parts it is made of."""

    def __init__(self, part: Answer, document: dict[str, Any], unparsed: Mapping[str, Any], at: str = "") -> None:
        self.part = part
        self.own = dict(document)
        self.lists: dict[str, list[Note | Raw]] = {}
        self.single: dict[str, Note] = {}
        self.replaced: dict[str, Any] = {}
        for key, name in names(type(part)).items():
            held = getattr(part, name)
            place = f"{at}/{key}"
            if isinstance(held, Answer):
                self.single[key] = Note(held, self.own.pop(key), unparsed, place)
            elif held is not None and is_list_of_parts(type(part), name):
                parts = iter(held)
                self.lists[key] = [
                    Raw(item)
                    if f"{place}/{index}" in unparsed
                    else Note(next(parts), item, unparsed, f"{place}/{index}")
                    for index, item in enumerate(self.own.pop(key))
                ]
        self.kept = {
            place.removeprefix(at): raw
            for place, raw in unparsed.items()
            if any(f"{place}/".startswith(f"{at}/{key}/") for key in self.own.keys() & names(type(part)).keys())
        }

    def document(self) -> dict[str, Any]:
        return (
            self.own
            | {key: note.document() for key, note in self.single.items()}
            | {
                key: [each.value if isinstance(each, Raw) else each.document() for each in items]
                for key, items in self.lists.items()
            }
        )

    def unparsed(self, at: str = "") -> dict[str, Any]:
        found = {at + place: raw for place, raw in (self.kept | self.replaced).items()}
        for key, note in self.single.items():
            found |= note.unparsed(f"{at}/{key}")
        for key, items in self.lists.items():
            for index, each in enumerate(items):
                place = f"{at}/{key}/{index}"
                found |= {place: each.value} if isinstance(each, Raw) else each.unparsed(place)
        return found

    def all(self) -> list[Note]:
        below = [*self.single.values(), *(each for items in self.lists.values() for each in items)]
        return [self, *(note for each in below if isinstance(each, Note) for note in each.all())]


def names(model: type[Answer]) -> dict[str, str]:
    """The Python name of every field, by its name on the wire."""
    return {wire(model, name): name for name in model.model_fields}


def is_list_of_parts(model: type[Answer], name: str) -> bool:
    kind = core(model.model_fields[name].annotation)
    inner = get_args(kind)[0] if get_origin(kind) is list else None
    return isinstance(inner, type) and issubclass(inner, Answer)


def noted(model: type[Answer], document: Any) -> Note:
    found = model.from_json(json.dumps(document))
    return Note(found, found.to_dict(), found.unparsed)


def put_away(held: list[Any], note: Note) -> Any:
    return held.pop(next(index for index, each in enumerate(held) if each is note.part))


def delete(draw: Any, note: Note) -> None:
    """Delete an item of a list, or what stands in a field, of some part."""
    holder = draw(st.sampled_from(note.all()))
    known = names(type(holder.part))
    items = [(key, each) for key, its in holder.lists.items() for each in its if isinstance(each, Note)]
    fields = [(key, None) for key in known if key in holder.own or key in holder.single]
    if not items and not fields:
        return
    key, item = draw(st.sampled_from(items + fields))
    if item is not None:
        holder.lists[key].remove(item)
        put_away(getattr(holder.part, known[key]), item)
        return
    setattr(holder.part, known[key], None)
    holder.single.pop(key, None)
    holder.own.pop(key, None)
    if known[key] in getattr(type(holder.part), "_nullable", ()):
        holder.own[key] = None
    gone = {place: raw for place, raw in holder.kept.items() if f"{place}/".startswith(f"/{key}/")}
    holder.replaced |= gone
    holder.kept = {place: raw for place, raw in holder.kept.items() if place not in gone}


def move(draw: Any, note: Note, other: Note) -> None:
    """Move an item of a list to the end of such a list in another answer."""
    ways = [
        (source, key, item, target)
        for source in note.all()
        for key, items in source.lists.items()
        for item in items
        for target in other.all()
        if isinstance(item, Note) and type(target.part) is type(source.part) and key in target.lists
    ]
    if ways:
        source, key, item, target = draw(st.sampled_from(ways))
        name = names(type(source.part))[key]
        source.lists[key].remove(item)
        target.lists[key].append(item)
        getattr(target.part, name).append(put_away(getattr(source.part, name), item))


@BOUNDED
@given(data=st.data())
def test_what_is_left_after_deletions_and_moves_goes_out_at_its_place(data: st.DataObject) -> None:
    model = data.draw(st.sampled_from(WITH_LISTS))
    objects = damaged(model).filter(lambda body: isinstance(body, dict))
    first, second = noted(model, data.draw(objects)), noted(model, data.draw(objects))
    for _ in range(data.draw(st.integers(1, 8))):
        if data.draw(st.booleans()):
            delete(data.draw, data.draw(st.sampled_from([first, second])))
        else:
            move(data.draw, first, second)
    for note in (first, second):
        found, document, unparsed = note.part, note.document(), note.unparsed()
        for twin in (found, copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
            assert twin.to_dict() == document
            assert json.loads(twin.to_json()) == in_json(document)
            assert dict(twin.unparsed) == unparsed
            assert twin == found
        for each in note.all():
            assert each.part.to_dict() == each.document()
            assert dict(each.part.unparsed) == each.unparsed()


WITH_LISTS = [model for model in ANSWERS if any(is_list_of_parts(model, name) for name in model.model_fields)]
