"""Reads a response that does not fit its model: each value is read separately, and what does not fit is recorded.

The validators are those of pydantic for the model, changed so that each one accepts any value. A value that the original
validator refuses becomes `Unparsed`, and is then moved from its field to the record. So everything is read once, inside
pydantic-core.
"""

from __future__ import annotations

import json
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import BaseModel, ValidationError, ValidationInfo
from pydantic_core import CoreSchema, SchemaValidator, core_schema, to_json

from xi.sdk.resellers._json import is_list
from xi.sdk.resellers.models._schema import (
    SCALARS,
    ListOf,
    elsewhere,
    fields,
    given_spellings,
    holders,
    keys_in_other_case,
    meant_by,
    nested,
    respell_later,
    spelling_keys,
    wire_names,
)
from xi.sdk.resellers.models._types import boolean_text, list_of_one, meant_as_number
from xi.sdk.resellers.models._unparsed import NO_RECORD, ListRecord, Record, Unparsed, keep_record, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xi.sdk.resellers.models._model import ResponseModel
    from xi.sdk.resellers.models._schema import Kind
    from xi.sdk.resellers.models._unparsed import Part

ModelT = TypeVar("ModelT", bound="ResponseModel")


def may_be_respelled(model: type[ResponseModel], text: str | bytes) -> bool:
    """Return whether a text may contain a second spelling, which pydantic-core would read as an unknown key."""
    keys = spelling_keys(model)
    if not keys:
        return False
    body = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return any(map(body.__contains__, keys))


@cache
def has_own_init(model: type[ResponseModel]) -> bool:
    """Return whether a program's subclass has a constructor of its own, as the model or as a part of it.

    pydantic-core would call it without the context, and again where the model is read a second time.
    """
    return model.__pydantic_custom_init__ or any(map(has_own_init, nested(model).values()))


class KeyInOtherCaseError(Exception):
    """A key differs from the name of a field in nothing but case; no ValueError, so that it ends the reading at once."""


EXACT_KEYS = object()
"""The context of pydantic in which a key in another case ends the reading; elsewhere it is an unknown key."""


def watch_keys(model: type[ResponseModel], schema: Any) -> None:
    """Make the validator of a model look at unknown keys; others cost nothing.

    Args:
        model: the class; its names are looked up later, as pydantic completes them while it builds the validator.
        schema: that of the model.
    """
    if model.model_config.get("extra") != "allow":  # in a subclass; it has no place for unknown keys
        return
    while schema["type"] != "model-fields":
        schema = schema["schema"]

    def exact(key: str, info: ValidationInfo) -> str:
        if info.context is EXACT_KEYS and meant_by(model, key):
            raise KeyInOtherCaseError
        return key

    schema["extras_keys_schema"] = core_schema.with_info_plain_validator_function(exact)


def has_misplaced(value: Any) -> bool:
    """Return whether a model or a part of it has a member in the object of another field, where it is not read."""
    if is_list(value):
        return any(map(has_misplaced, value))
    if not isinstance(value, BaseModel):
        return False
    model = cast("type[ResponseModel]", type(value))
    held = value.__dict__
    return any(True for _ in _misplaced(model, held)) or any(has_misplaced(held.get(name)) for name in holders(model))


def _misplaced(model: type[ResponseModel], held: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each wire name whose field holds nothing, the field in whose object it came instead, and its key there."""
    for wire, places in elsewhere(model).items():
        names = wire_names(model)
        if held.get(names[wire]) is not None:
            continue
        for place in places:
            holder = held.get(names[place])
            extra = (holder.__pydantic_extra__ or {}) if isinstance(holder, BaseModel) else {}
            key = wire if wire in extra else keys_in_other_case(model, extra).get(wire, "")
            if extra.get(key) is not None:
                yield wire, place, key
                break


def adapt(schema: Any) -> None:
    """Make the lists in a schema stop at the first item that does not fit, and its whole numbers refuse what is none."""
    match schema["type"]:
        case "list":
            schema["fail_fast"] = True
            adapt(schema["items_schema"])
        case "int" if not schema.get("strict"):
            # pydantic-core would read true as 1. A plain whole number, the usual case, needs no call of a function.
            other = core_schema.no_info_before_validator_function(meant_as_number, cast("CoreSchema", {**schema}))
            whole = core_schema.union_schema(
                [core_schema.int_schema(strict=True), other], mode="left_to_right", custom_error_type="int_type"
            )
            schema.clear()
            schema.update(whole)
        case "model-fields":
            for field in schema["fields"].values():
                adapt(field["schema"])
        case "union":
            for choice in schema["choices"]:
                adapt(choice)
        case "function-before" if schema["function"]["function"] is meant_as_number:
            pass  # it is shared by two choices, and was reached by the other one
        case _:
            if "schema" in schema:
                adapt(schema["schema"])


def read_json(model: type[ModelT], text: str | bytes) -> ModelT:
    """Read a response from JSON, also if it contains half a character, as in texts that were cut at a fixed length.

    Raises:
        ValueError: the text is not JSON, or nested too deeply to be read.
    """
    try:
        return _whole(model, _validator(model).validate_json(text))
    except ValidationError:
        pass
    try:
        body = json.dumps(json.loads(text), ensure_ascii=False).encode("utf-8", "replace")
        try:
            return _whole(model, _validator(model).validate_json(body))
        except ValidationError:  # it may be nested deeper than pydantic-core reads
            return read_object(model, json.loads(body))
    except RecursionError:
        raise ValueError("the JSON is nested too deeply to be read") from None


def read_object(model: type[ModelT], given: Any) -> ModelT:
    """Read a response from parsed JSON."""
    return _whole(model, _validator(model).validate_python(given))


def _whole(model: type[ModelT], found: Any) -> ModelT:
    """Return what was read; for a body that is not an object, an empty model with the body in its record."""
    if isinstance(found, Unparsed):
        whole = model.model_validate({})
        keep_record(whole, Record({"": found}))
        return whole
    return cast("ModelT", found)


# Validators that accept anything


class _Draft:
    """Takes the place of a model in pydantic-core, which would use the strict validator of the model itself."""

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")
    __pydantic_extra__: dict[str, Any] | None
    __pydantic_fields_set__: set[str]


@cache
def _validator(model: type[ResponseModel]) -> SchemaValidator:
    model.model_rebuild()
    return SchemaValidator(_Lenient().of(cast("Any", model).__pydantic_core_schema__))


_UNPARSED = core_schema.no_info_plain_validator_function(Unparsed)
_BOOLEAN_TEXT = core_schema.no_info_after_validator_function(boolean_text, core_schema.bool_schema(strict=True))


class _Lenient:
    """Changes the schema of a model so that it accepts any value."""

    def __init__(self) -> None:
        self._models: dict[str, CoreSchema] = {}

    def of(self, schema: Any) -> CoreSchema:
        """Return the schema of a whole response."""
        if schema["type"] == "definitions":
            self._models |= {each["ref"]: self._definition(each) for each in schema["definitions"]}
            schema = schema["schema"]
        whole = self._any(schema)
        return core_schema.definitions_schema(whole, list(self._models.values()))

    def _any(self, schema: Any) -> CoreSchema:
        """Return a schema that accepts any value."""
        if schema["type"] == "default":
            return cast("CoreSchema", {**schema, "schema": self._any(schema["schema"])})
        return _either(self._near(schema), _UNPARSED)

    def _near(self, schema: Any) -> CoreSchema:
        """Return a schema that also accepts a boolean for text, one item for a list, and a list of one for an object."""
        if schema["type"] == "model" or "ref" in schema:
            ref = schema.get("ref") or f"{schema['cls'].__qualname__}:{id(schema)}"
            if ref not in self._models:
                self._models[ref] = self._definition({**schema, "ref": ref})
            schema = core_schema.definition_reference_schema(ref)
        match schema["type"]:
            case "str":
                return _either(schema, _BOOLEAN_TEXT)
            case "list":
                item = schema["items_schema"]
                one = core_schema.no_info_after_validator_function(list_of_one, self._near(item))
                return _either(cast("CoreSchema", {**schema, "items_schema": self._any(item), "fail_fast": False}), one)
            case "definition-ref":
                alone = core_schema.list_schema(schema, min_length=1, max_length=1)
                return _either(schema, core_schema.no_info_after_validator_function(itemgetter(0), alone))
            case "union" if schema.get("mode") == "left_to_right":
                return cast("CoreSchema", {**schema, "choices": [self._near(each) for each in schema["choices"]]})
            case "nullable" | "function-before" | "function-after" | "function-wrap":
                return cast("CoreSchema", {**schema, "schema": self._near(schema["schema"])})
            case _:
                return cast("CoreSchema", schema)

    def _definition(self, schema: Any) -> CoreSchema:
        """Change the fields of a model, inside the validators that it may have."""
        if schema["type"] == "model-fields":
            fields = {name: {**each, "schema": self._any(each["schema"])} for name, each in schema["fields"].items()}
            return cast("CoreSchema", {**schema, "fields": fields})
        if "schema" not in schema:
            return cast("CoreSchema", schema)
        changed = {**schema, "schema": self._definition(schema["schema"])}
        if schema["type"] != "model":
            return cast("CoreSchema", changed)
        model = schema["cls"]
        ref: str | None = cast("Any", changed).pop("ref", None)
        changed |= {"cls": _Draft, "custom_init": False}
        if changed["config"].get("extra_fields_behavior") == "forbid":
            # In a program's subclass it is meant for what the program makes; an answer must not be lost for it.
            changed["config"] = {**changed["config"], "extra_fields_behavior": "allow"}
        has_post_init = changed.pop("post_init", None) is not None

        def finish(draft: _Draft, info: ValidationInfo) -> ResponseModel:
            is_json, is_whole = info.mode == "json", info.context is not model
            return _finished(model, draft, is_json=is_json, has_post_init=has_post_init, is_whole=is_whole)

        read = core_schema.with_info_after_validator_function(finish, cast("CoreSchema", changed))
        ready = core_schema.is_instance_schema(model)
        return core_schema.json_or_python_schema(read, _either(ready, read), ref=ref)


def _either(*choices: CoreSchema) -> CoreSchema:
    # A union with a custom error does not collect the errors of its choices, which would take time.
    return core_schema.union_schema(
        list(choices), mode="left_to_right", custom_error_type="unparsed", custom_error_message="Input does not fit"
    )


# What was read


@cache
def _kinds(model: type[ResponseModel]) -> dict[str, tuple[str, Kind]]:
    """Return the wire name and the kind of each field, by its Python name."""
    return {name: (wire, fields(model)[wire]) for wire, name in wire_names(model).items()}


def _finished(
    model: type[ResponseModel], draft: _Draft, *, is_json: bool, has_post_init: bool, is_whole: bool
) -> ResponseModel:
    """Return the model for a draft; its record has what does not fit."""
    kinds = _kinds(model)
    held = draft.__dict__
    parts: dict[str, Part] = {}
    for name in draft.__pydantic_fields_set__:
        value = held.get(name)  # None for unknown keys, whose names are in the set too
        if value is not None and type(value) not in SCALARS:
            wire, kind = kinds[name]
            held[name], part = _sifted(value, kind)
            if part is not None:
                parts[wire] = part
    spelt = _fold_spellings(model, draft, parts, is_json=is_json) if draft.__pydantic_extra__ else {}
    moved = _fetch_misplaced(model, draft, parts, spelt, is_json=is_json) if is_whole and elsewhere(model) else {}
    # Some members alone are no model, of which a program's code could make anything.
    found = _constructed(model, draft) if is_whole and model.__pydantic_custom_init__ else _filled(model, draft)
    if is_whole and has_post_init and not model.__pydantic_custom_init__:
        found.model_post_init(None)
    if parts or spelt or moved:
        keep_record(found, Record(parts, spelt, moved))
    return found


def _filled(model: type[ModelT], draft: _Draft) -> ModelT:
    """Return a model with the content of a draft."""
    found = model.__new__(model)
    put = object.__setattr__
    put(found, "__dict__", draft.__dict__)
    put(found, "__pydantic_extra__", draft.__pydantic_extra__)
    put(found, "__pydantic_fields_set__", draft.__pydantic_fields_set__)
    put(found, "__pydantic_private__", None)
    return found


def _constructed(model: type[ModelT], draft: _Draft) -> ModelT:
    """Return what the constructor of a program's subclass makes of a draft; it is given the wire names."""
    given = {
        wire: draft.__dict__[name] for wire, name in wire_names(model).items() if name in draft.__pydantic_fields_set__
    }
    extra = draft.__pydantic_extra__
    if not extra or model.model_config.get("extra") == "allow":
        return model(**given, **(extra or {}))
    found = model(**given)
    object.__setattr__(found, "__pydantic_extra__", extra)
    return found


def _sifted(value: Any, kind: Kind) -> tuple[Any, Part | None]:
    """Return the part of a value that fits, and the part that does not."""
    if isinstance(value, Unparsed):
        # Some services write an empty text or object where there is no list.
        return [] if isinstance(kind, ListOf) and value.raw in ("", {}) else None, value
    if isinstance(value, BaseModel):
        record = record_of(value)
        return value, None if record is NO_RECORD else record
    if not (isinstance(kind, ListOf) and is_list(value)):
        return value, None
    items: list[Any] = []
    parts: dict[int, Part] = {}
    for index, each in enumerate(value):
        if isinstance(each, Unparsed):
            parts[index] = each
            continue
        item, part = _sifted(each, kind.item)
        items.append(item)
        if part is not None:
            parts[index] = part
    return items, ListRecord(_copied(items), parts) if parts else None


def _copied(items: list[Any]) -> list[Any]:
    return [_copied(each) if is_list(each) else each for each in items]


def _fold_spellings(
    model: type[ResponseModel], draft: _Draft, parts: dict[str, Part], *, is_json: bool
) -> dict[str, str]:
    """Read members under second spellings, and under keys in another case, into their fields.

    Returns:
        These keys by wire name. A field that was given has precedence; what else is meant by a key stays an extra.
    """
    extra = draft.__pydantic_extra__ or {}
    respell_later(model, extra)
    names = wire_names(model)
    known = keys_in_other_case(model, extra) | given_spellings(model, extra)
    found = {wire: key for wire, key in known.items() if names[wire] not in draft.__pydantic_fields_set__}
    if not found:
        return found
    read = _read_members(model, {wire: extra.pop(key) for wire, key in found.items()}, is_json=is_json)
    for wire in found:
        draft.__dict__[names[wire]] = read.__dict__[names[wire]]
    draft.__pydantic_fields_set__.difference_update(found.values())
    draft.__pydantic_fields_set__.update(names[wire] for wire in found)
    parts.update(record_of(read).parts)
    return found


def _fetch_misplaced(
    model: type[ResponseModel], draft: _Draft, parts: dict[str, Part], spelt: dict[str, str], *, is_json: bool
) -> dict[str, str]:
    """Read members that came in the objects of other fields into their own; return these other fields by wire name.

    Args:
        model: the class.
        draft: what was read.
        parts: what does not fit; that of the members is added.
        spelt: keys that are not the contract's; those of the members are added.
        is_json: whether JSON is read.
    """
    found: dict[str, str] = {}
    names, held = wire_names(model), draft.__dict__
    for wire, place, key in _misplaced(model, held):
        read = _read_members(model, {wire: held[names[place]].__pydantic_extra__[key]}, is_json=is_json)
        part = record_of(read).parts.get(wire)
        if wire in parts or isinstance(part, Unparsed):
            continue  # it stays an unknown member of that object
        # A copy, since the object may be a model of the caller.
        holder = held[names[place]] = held[names[place]].model_copy()
        del holder.__pydantic_extra__[key]
        holder.__pydantic_fields_set__.discard(key)
        held[names[wire]] = read.__dict__[names[wire]]
        draft.__pydantic_fields_set__.add(names[wire])
        if part is not None:
            parts[wire] = part
        found[wire] = place
        if key != wire:
            spelt[wire] = key
    return found


def _read_members(model: type[ModelT], given: dict[str, Any], *, is_json: bool) -> ModelT:
    """Read some members of a model; what of them is misplaced stays there, as only the whole model shows where it belongs."""
    if is_json:
        return cast("ModelT", _validator(model).validate_json(to_json(given, inf_nan_mode="constants"), context=model))
    return cast("ModelT", _validator(model).validate_python(given, context=model))
