"""The one base class of every model: names, strict requests, forgiving answers, and nothing lost on the way."""

from __future__ import annotations

import json
import pprint
import types
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    NamedTuple,
    Self,
    TypeGuard,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    ModelWrapValidatorHandler,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    TypeAdapter,
    ValidationError,
    model_serializer,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic_core import CoreSchema, core_schema
from pydantic_core import from_json as read_json

from xi.sdk.resellers.models._collector import LONG_BODY, uncollected

T = TypeVar("T")

JsonPointer = str
"""Where a value stands in a JSON document, as in RFC 6901: `/lines/0/quantity`; the empty text is the whole of it."""


class Model(BaseModel):
    """A value of the orders API, with snake_case names in Python and the contract's camelCase names on the wire.

    Both kinds of names are accepted on construction; fields the contract does not know are kept and written out again.
    """

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        extra="allow",
        coerce_numbers_to_str=True,
        validate_assignment=True,
        protected_namespaces=(),
        defer_build=True,
    )

    def to_str(self) -> str:
        """Return the model as indented text under its wire names, for people to read."""
        return pprint.pformat(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a dict under its wire names.

        What is None is left out, except a nullable field that was set to None.
        """
        found = self.__pydantic_serializer__.to_python(self, by_alias=True, exclude_none=True)
        return cast("dict[str, Any]", found)

    def to_json(self) -> str:
        """Return the model as JSON text under its wire names, with the same omissions as `to_dict`."""
        return self.to_json_bytes().decode()

    def to_json_bytes(self) -> bytes:
        """Return the model as UTF-8 JSON, as it goes over the wire."""
        return self.__pydantic_serializer__.to_json(self, by_alias=True, exclude_none=True)

    @classmethod
    def from_json(cls, json_str: str | bytes) -> Self:
        """Build the model from JSON text.

        Raises:
            pydantic.ValidationError: the text is not JSON, or a request does not fit its model; a ValueError too.
        """
        return cls.model_validate_json(json_str)

    @classmethod
    def from_dict(cls, obj: Any) -> Self | None:
        """Build the model from a dict; None gives None.

        Raises:
            pydantic.ValidationError: a request does not fit its model; a ValueError too.
        """
        return None if obj is None else cls.model_validate(obj)


class Request(Model):
    """What is sent: types and published limits are checked before anything leaves, and a misspelt name is refused."""

    model_config = ConfigDict(allow_inf_nan=False)  # JSON has no such numbers; they would go out as null

    def model_post_init(self, context: Any, /) -> None:  # noqa: ARG002 - pydantic's signature
        """Refuse an unknown snake_case name: the wire has none, so it can only be a slip of the pen."""
        if self.__pydantic_extra__:
            for name in self.__pydantic_extra__:
                if _is_pythonic(name):
                    raise ValueError(_misspelt(type(self), name))

    if not TYPE_CHECKING:  # declared, it would make the checkers accept any attribute

        def __setattr__(self, name: str, value: Any) -> None:
            known = type(self).model_fields
            # Under its wire name a field would be kept a second time, beside itself.
            if name not in known and (_is_pythonic(name) or name in _python_names(type(self))):
                raise AttributeError(_misspelt(type(self), name))
            super().__setattr__(name, value)


class Answer(Model):
    """What is received: never refused, and never poorer than what the server sent.

    Text for a number, a number for text, one object for a list, null anywhere: all are read. A value that still does
    not fit leaves its field None and stays readable in `unparsed`.
    """

    model_config = ConfigDict(ser_json_inf_nan="constants")  # a number such as 1e999 is not to end as null

    @property
    def unparsed(self) -> Mapping[JsonPointer, Any]:
        """What the server sent and no field could hold, by its place; empty for nearly every answer."""
        return types.MappingProxyType(_aside(self).get("unparsed", {}))

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as a dict under its wire names, with what is unparsed back in its place."""
        found = super().to_dict()
        return _put_back(found, self.unparsed) if self.__pydantic_private__ else found

    def to_json_bytes(self) -> bytes:
        """Return the answer as UTF-8 JSON, with what is unparsed back in its place."""
        if self.__pydantic_private__ and self.unparsed:
            return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":")).encode()
        return super().to_json_bytes()

    @classmethod
    def from_json(cls, json_str: str | bytes) -> Self:
        """Read an answer from JSON text, whatever its shape.

        Raises:
            ValueError: the text is not JSON.
        """
        if _is_respelled(cls, json_str):
            return _read_answer(cls, _any_json(json_str))
        found: Self
        try:
            if len(json_str) < LONG_BODY:
                found = cls.__pydantic_validator__.validate_json(json_str)
            else:
                with uncollected():
                    found = cls.__pydantic_validator__.validate_json(json_str)
        except ValidationError:
            found = _read_answer(cls, _any_json(json_str))
        return found

    @classmethod
    def from_dict(cls, obj: Any) -> Self | None:
        """Read an answer from parsed JSON, whatever its shape; None gives None."""
        if obj is None:
            return None
        if isinstance(obj, Mapping):
            obj = dict(cast("Mapping[str, Any]", obj))
        if _odd_keys(cls):
            return _read_answer(cls, obj)
        try:
            return cls.model_validate(obj)
        except ValidationError:
            return _read_answer(cls, obj)


class Exact(Model):
    """For models with nullable fields or second spellings: null that was set and keys as they came go out again."""

    _nullable: ClassVar[frozenset[str]] = frozenset()
    """Python names of the nullable fields."""
    _spellings: ClassVar[Mapping[str, str]] = types.MappingProxyType({})
    """Second spellings of wire names, each with the contract's own."""

    @model_serializer(mode="wrap")
    def _as_it_came(self, handler: SerializerFunctionWrapHandler, info: SerializationInfo) -> dict[str, Any]:
        found = cast("dict[str, Any]", handler(self))
        for name in self._nullable & self.model_fields_set:
            if getattr(self, name) is None:
                found[_wire_name(type(self), name) if info.by_alias else name] = None
        folded = _aside(self).get("folded")
        return {folded.get(key, key): value for key, value in found.items()} if folded and info.by_alias else found


class Respelled(Exact):
    """For requests whose keys may be given in second spellings. Answers need no such help: see `Answer.from_json`."""

    @model_validator(mode="wrap")
    @classmethod
    def _fold_spellings(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not _is_object(data):
            return handler(data)
        folded = _folded(cls, data)
        model = handler(_fold(data, folded))
        if folded:
            _put_aside(model, "folded", folded)
        return model


def _folded(model: type[Model], given: Mapping[str, Any]) -> dict[str, str]:
    """Which of the contract's wire names were given in a second spelling, and in which."""
    known = _spellings(model).items()
    return {ours: theirs for theirs, ours in known if theirs in given and ours not in given} if known else {}


def _fold(given: dict[str, Any], folded: Mapping[str, str]) -> dict[str, Any]:
    back = {theirs: ours for ours, theirs in folded.items()}
    return {back.get(key, key): value for key, value in given.items()} if back else given


class _OneForMany:
    """Reads one object as a list of one, inside pydantic-core, so that a usual deviation costs nothing."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        many = handler(source)
        one = cast("CoreSchema", many.get("items_schema"))
        choices: list[CoreSchema | tuple[CoreSchema, str]] = [
            many,
            core_schema.no_info_after_validator_function(_list_of_one, one),
        ]
        return core_schema.union_schema(choices, mode="left_to_right")


def _list_of_one(value: T) -> list[T]:
    return [value]


def read_date(value: Any) -> Any:
    """Turn a datetime, or any text dateutil can read, into a date; leave the rest for pydantic to judge."""
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, str):
        return value
    from dateutil.parser import parse  # noqa: PLC0415 - costs milliseconds and is needed only where a date is given as text

    try:
        # The day is the same in any zone, and dateutil warns of the names it does not know.
        return parse(value, ignoretz=True).date()
    except (ValueError, OverflowError):
        raise ValueError(f"{value!r} is not a date; use yyyy-MM-dd") from None


def _boolean_text(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


ListOrOne = Annotated[list[T], _OneForMany()]
"""A list that the server also sends as its only element."""

Day = Annotated[date, BeforeValidator(read_date)]
"""A date: takes a date, a datetime or any text dateutil reads; yyyy-MM-dd on the wire."""

Text = Annotated[str, BeforeValidator(_boolean_text)]
"""Text that callers also give as a boolean, which goes out as `true` or `false`."""


class _Leaf(NamedTuple):
    adapter: TypeAdapter[Any]
    takes_text: bool


class _List(NamedTuple):
    item: _Kind


class _Nested(NamedTuple):
    model: type[Answer]


_Kind = _Leaf | _List | _Nested


def _is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_answer(value: Any) -> TypeGuard[type[Answer]]:
    return isinstance(value, type) and issubclass(value, Answer)


def _kind(annotation: Any) -> _Kind:
    """What a field of this type holds, as far as reading it loosely needs to know."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _kind(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        inner = [part for part in get_args(annotation) if part is not type(None)]
        if len(inner) == 1:
            return _kind(inner[0])
    if origin is list:
        return _List(_kind(get_args(annotation)[0]))
    if _is_answer(annotation):
        return _Nested(annotation)
    return _Leaf(_adapter(annotation), takes_text=annotation is str)


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation, config=ConfigDict(coerce_numbers_to_str=True))


@cache
def _fields(model: type[Answer]) -> dict[str, _Kind]:
    """What is held under each wire name of a model."""
    return {_wire_name(model, name): _kind(field.annotation) for name, field in model.model_fields.items()}


@cache
def _odd_keys(model: type[Answer]) -> tuple[bytes, ...]:
    """Second spellings anywhere in a model, as they stand in JSON."""
    found = {f'"{name}"'.encode() for name in _spellings(model)}
    for kind in _fields(model).values():
        while isinstance(kind, _List):
            kind = kind.item  # noqa: PLW2901 - down to what the list is of
        if isinstance(kind, _Nested):
            found.update(_odd_keys(kind.model))
    return tuple(found)


def _is_respelled(model: type[Answer], text: str | bytes) -> bool:
    """Whether a second spelling may be in a text: pydantic-core would take it for an unknown key."""
    odd = _odd_keys(model)
    return bool(odd) and any(key in (text.encode() if isinstance(text, str) else text) for key in odd)


def _spellings(model: type[Model]) -> Mapping[str, str]:
    return model._spellings if issubclass(model, Exact) else {}  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def _wire_name(model: type[Model], name: str) -> str:
    return model.model_fields[name].serialization_alias or name


@cache
def _python_names(model: type[Model]) -> dict[str, str]:
    """The Python name of every field that has another on the wire, by that and by its second spellings."""
    found = {_wire_name(model, name): name for name in model.model_fields}
    found |= {theirs: found[ours] for theirs, ours in _spellings(model).items()}
    return {wire: name for wire, name in found.items() if wire != name}


def _under_wire_names(model: type[Model], given: dict[str, Any]) -> dict[str, Any]:
    """Rename what is given under Python names, which pydantic takes too, as it does when all fits."""
    named = {name: wire for name in model.model_fields if (wire := _wire_name(model, name)) not in given}
    return {named.get(key, key): value for key, value in given.items()}


AnswerT = TypeVar("AnswerT", bound=Answer)


def _read_answer(model: type[AnswerT], raw: Any) -> AnswerT:
    """Read a whole answer value by value; the slow way, taken only when pydantic-core has refused it."""
    found = _read_model(model, raw)
    if found is None:
        found = model.model_validate({})
        _put_aside(found, "unparsed", {"": raw})
    return found


def _read_model(model: type[AnswerT], raw: Any) -> AnswerT | None:
    """Read one object, also when it stands alone in a list; None when it is none."""
    if isinstance(raw, model):
        return raw
    if _is_list(raw):
        raw = raw[0] if len(raw) == 1 else None
    if not _is_object(raw):
        return None
    fields = _fields(model)
    folded = _folded(model, raw)
    fitting: dict[str, Any] = {}
    unparsed: dict[JsonPointer, Any] = {}
    for key, value in _under_wire_names(model, _fold(raw, folded)).items():
        kind = fields.get(key)
        place = "/" + _escape(folded.get(key, key))
        fitting[key] = value if kind is None else _read(kind, value, unparsed, place)
    found = model.model_validate(fitting)
    if folded:
        _put_aside(found, "folded", folded)
    if unparsed:
        _put_aside(found, "unparsed", unparsed)
    return found


def _read(kind: _Kind, raw: Any, unparsed: dict[JsonPointer, Any], at: JsonPointer) -> Any:
    """Read one value as what it should be; what cannot be goes into `unparsed`, by its place."""
    if raw is None:
        return None
    found: Any = None
    match kind:
        case _Leaf(adapter, takes_text):
            with suppress(ValidationError):
                return adapter.validate_python(_boolean_text(raw) if takes_text else raw)
        case _Nested(model):
            found = _read_model(model, raw)
            if found is not None:
                unparsed.update({at + place: value for place, value in found.unparsed.items()})
        case _List(item):
            if _is_list(raw):
                return _read_list(item, raw, unparsed, at)
            aside: dict[JsonPointer, Any] = {}
            found = _read_list(item, [raw], aside, at)
            if found:
                unparsed.update(aside)
    if not found:
        unparsed[at] = raw
    return found or None


def _read_list(kind: _Kind, raw: list[Any], unparsed: dict[JsonPointer, Any], at: JsonPointer) -> list[Any]:
    found: list[Any] = []
    for index, value in enumerate(raw):
        item = _read(kind, value, unparsed, f"{at}/{index}")
        if item is not None:
            found.append(item)
        elif value is None:
            unparsed[f"{at}/{index}"] = None
    return found


def _put_back(document: dict[str, Any], unparsed: Mapping[JsonPointer, Any]) -> dict[str, Any]:
    for pointer, value in unparsed.items():
        if not pointer:
            return {**document, "": value}
        with suppress(LookupError, TypeError):  # its place is gone: something else was assigned there since
            _put_at(document, [_unescape(step) for step in pointer.split("/")[1:]], value)
    return document


def _put_at(document: dict[str, Any], steps: list[str], value: Any) -> None:
    target: Any = document
    for step in steps[:-1]:
        target = target[int(step)] if _is_list(target) else target[step]
    if _is_list(target):
        target.insert(int(steps[-1]), value)
    elif target.get(steps[-1]) is None:  # what was assigned since stays
        target[steps[-1]] = value


def _escape(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")


def _unescape(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")


def _any_json(text: str | bytes) -> Any:
    """Parse JSON, also when an escape in it is half a character, as texts cut at a fixed length are."""
    try:
        return read_json(text)
    except ValueError:
        parsed = json.loads(text)
        return json.loads(json.dumps(parsed, ensure_ascii=False).encode("utf-8", "replace"))


def _aside(model: Model) -> dict[str, Any]:
    """What is kept beside the fields; nothing is there, and nothing was paid for it, unless it was needed."""
    return model.__pydantic_private__ or {}


def _put_aside(model: Model, name: str, value: Any) -> None:
    object.__setattr__(model, "__pydantic_private__", {**_aside(model), name: value})


def _is_pythonic(name: str) -> bool:
    return name.islower() and "_" in name.strip("_")


def _misspelt(model: type[Model], name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    if name in model.model_fields:
        return f"{model.__name__} was given {name!r} twice: also as {_wire_name(model, name)!r}"
    known = _python_names(model).get(name)
    near = [known] if known else get_close_matches(name, model.model_fields, n=1)
    return f"{model.__name__} has no field {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")
