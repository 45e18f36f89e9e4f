"""The base classes of every model: names, strict requests, forgiving answers, and nothing lost on the way."""

from __future__ import annotations

import json
import pprint
import re
import types
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast, get_type_hints

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic_core import InitErrorDetails, PydanticCustomError, PydanticSerializationError, to_json, to_jsonable_python

from xi.sdk.resellers.models._beside import (
    JsonPointer,
    Writing,
    aside_of,
    beside,
    give_way,
    held_back,
    places,
    put_aside,
)
from xi.sdk.resellers.models._collector import LONG_BODY, uncollected
from xi.sdk.resellers.models._fields import fold, folded_keys, is_object, python_names, wire_name, wire_names
from xi.sdk.resellers.models._reading import any_json, is_respelled, odd_keys, plain_json, read_answer

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from inspect import Signature


NameT = TypeVar("NameT", bound=str | None)

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SHORT = 3
"""Names of up to so many letters are too easily a letter off each other."""


class _Fields:
    """Shows to `inspect.signature` what a model takes, under its Python names and without what pydantic alone reads.

    Heirs with a constructor of their own are seen as they are.
    """

    def __get__(self, instance: object, owner: type[Model]) -> Signature:
        from inspect import Parameter, Signature  # noqa: PLC0415 - only for those who inspect

        if cast("Any", owner).__init__ is not BaseModel.__init__:
            raise AttributeError("__signature__")
        types_of: dict[str, Any] = {}
        with suppress(NameError):  # an heir's own, of types that only its function knows
            types_of = get_type_hints(owner)
        shown = [
            Parameter(
                name,
                Parameter.KEYWORD_ONLY,
                default=Parameter.empty if field.is_required() else field.default,
                annotation=types_of.get(name, field.annotation),
            )
            for name, field in owner.model_fields.items()
        ]
        return Signature([*shown, Parameter("further", Parameter.VAR_KEYWORD, annotation=Any)])


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

    if not TYPE_CHECKING:
        __signature__ = _Fields()

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        # As the published package lists them: a private name, but one that programs read.
        setattr(cls, f"_{cls.__name__}__properties", [wire_name(cls, name) for name in cls.model_fields])

    @classmethod
    def model_rebuild(cls, **how: Any) -> bool | None:
        """Build what was deferred, as pydantic does."""
        built = super().model_rebuild(**how)
        if "__signature__" in vars(cls):  # pydantic's own names fields as on the wire
            del cls.__signature__
        return built

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        for name, value in super().__repr_args__():
            if value is not None or name in self.model_fields_set:
                yield name, value

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
        """Return the model as JSON text in ASCII under its wire names, with the same omissions as `to_dict`."""
        text = self.to_json_bytes().decode()
        # Whatever is not ASCII stands in a string; escaped it can be written to a file of any encoding.
        return text if text.isascii() else _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)

    def to_json_bytes(self) -> bytes:
        """Return the model as UTF-8 JSON, as it goes over the wire."""
        return self.__pydantic_serializer__.to_json(self, by_alias=True, exclude_none=True)

    @classmethod
    def from_json(cls, json_str: str | bytes) -> Self:
        """Build the model from JSON text.

        Raises:
            json.JSONDecodeError: the text is not JSON; a ValueError too.
            pydantic.ValidationError: a request does not fit its model; a ValueError too.
        """
        try:
            return cls.model_validate_json(json_str)
        except ValidationError as error:
            if error.errors(include_url=False, include_context=False, include_input=False)[0]["type"] != "json_invalid":
                raise
        # Out here, since an error raised in handling another keeps that one.
        return cls.model_validate(plain_json(json_str))

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

    @model_validator(mode="wrap")
    @classmethod
    def _refuse_slips(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Refuse an unknown name that can only be a slip of the pen, beside whatever else is wrong.

        That is one in snake_case, of which the wire has none, and one that is a letter off a field that is not given.
        """
        found: ValidationError | None = None
        model: Self | None = None
        slips: list[str] = []
        try:
            model = handler(data)
        except ValidationError as error:
            found = error
            if isinstance(data, Mapping):
                slips = _slips_in(cls, cast("Mapping[str, Any]", data))
            if not slips:
                raise
        if model is not None:
            extra = model.__pydantic_extra__
            if extra and not isinstance(data, cls):
                slips = [name for name in extra if _is_pythonic(name) or _is_slip(cls, name, model.model_fields_set)]
            if not slips:
                return model
        raise _refusal(cls, data, slips, found)

    if not TYPE_CHECKING:  # declared, it would make the checkers accept any attribute

        def __setattr__(self, name: str, value: Any) -> None:
            # Under its wire name a field would be kept a second time, beside itself. What the contract does not know is
            # given to the constructor, where it is a key among keys; assigned, it is nearly always a slip.
            if name not in type(self).model_fields and name not in (self.__pydantic_extra__ or {}):
                raise AttributeError(_misspelt(type(self), name))
            super().__setattr__(name, value)

    def to_json_bytes(self) -> bytes:
        """Return the request as UTF-8 JSON, as it goes over the wire.

        Raises:
            pydantic_core.PydanticSerializationError: a value was put in, past all checks, that does not fit its field.
        """
        return self.__pydantic_serializer__.to_json(self, by_alias=True, exclude_none=True, warnings="error")


class Answer(Model):
    """What is received: never refused, and never poorer than what the server sent.

    Text for a number, a number for text, one object for a list, null anywhere: all are read. A value that still does
    not fit leaves its field None and stays readable in `unparsed`. It belongs to the model whose field it is: it is
    written at that field's place wherever the model goes by then, alone or in another answer, and not at all once
    something else is assigned to the field. What stood between the items of a list stays behind the item it came behind.

    Numbers are read for what they are worth. `20.0` and `"20.0"` are 20 where a whole number is declared, and `20.5`
    does not fit there. A number in JSON where text is declared is spelt out without exponent or needless fraction,
    `20.0` as `20`; a float in a dict is spelt as Python does. A number beyond all range, such as 1e999, is infinite;
    JSON has no such number, so it is written as the text `Infinity`, which is read as that number again.
    """

    model_config = ConfigDict(ser_json_inf_nan="strings")  # by default it would end as null

    @property
    def unparsed(self) -> Mapping[JsonPointer, Any]:
        """What the server sent and no field could hold, by its place in the answer as it is now; nearly always empty.

        What was sent for a field stays readable here when something else is assigned to it.
        """
        return types.MappingProxyType(places(self))

    @property
    def model_extra(self) -> dict[str, Any] | None:
        """What the server sent under keys that the contract does not know."""
        extra = super().model_extra
        kept = beside(self)
        return {key: value for key, value in extra.items() if key not in kept} if extra and kept else extra

    def to_json_bytes(self) -> bytes:
        """Return the answer as UTF-8 JSON, with what is unparsed in its place."""
        writing = Writing()
        try:
            text = self.__pydantic_serializer__.to_json(self, by_alias=True, exclude_none=True, context=writing)
            if not writing.met_gaps:
                return text
            return to_json(self.to_dict(), inf_nan_mode="strings")  # a list with gaps was written beside itself
        except PydanticSerializationError:  # json writes what is nested deeper
            return json.dumps(
                self.to_dict(), ensure_ascii=False, separators=(",", ":"), default=to_jsonable_python, allow_nan=False
            ).encode()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, with some fields changed and nothing checked, as pydantic does."""
        names = wire_names(type(self))
        changed = {names.get(name, name): value for name, value in (update or {}).items()}
        twin = super().model_copy(update=changed, deep=deep)
        for name in changed.keys() & type(self).model_fields.keys():
            give_way(twin, name)
        return twin

    def __iter__(self) -> Generator[tuple[str, Any]]:
        yield from self._without_kept(super().__iter__())

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        # A field that is not to be shown is not to be shown either where it came in a shape nobody expects.
        return self._without_kept(super().__repr_args__())

    def _without_kept(self, pairs: Iterable[tuple[NameT, Any]]) -> Generator[tuple[NameT, Any]]:
        kept = beside(self)
        for name, value in pairs:
            if name is None or name not in kept or kept[name] is not value:
                yield name, value

    if not TYPE_CHECKING:  # declared, they would make the checkers accept any attribute

        def __setattr__(self, name: str, value: Any) -> None:
            known = type(self).model_fields
            # Under its wire name a field would be kept a second time, beside itself.
            if name not in known and name in wire_names(type(self)):
                raise AttributeError(_misspelt(type(self), name))
            if not beside(self):
                super().__setattr__(name, value)
                return
            with held_back(self):
                super().__setattr__(name, value)
            if name in known:
                give_way(self, name)

        def __getattr__(self, name: str) -> Any:
            if name in wire_names(type(self)):  # what is kept there is read in `unparsed`
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            return super().__getattr__(name)

    @classmethod
    def from_json(cls, json_str: str | bytes) -> Self:
        """Read an answer from JSON text, whatever its shape.

        Raises:
            ValueError: the text is not JSON.
        """
        if is_respelled(cls, json_str):
            return read_answer(cls, any_json(json_str), was_json=True)
        found: Self
        try:
            if len(json_str) < LONG_BODY:
                found = cls.__pydantic_validator__.validate_json(json_str)
            else:
                with uncollected():
                    found = cls.__pydantic_validator__.validate_json(json_str)
        except ValidationError:
            found = read_answer(cls, any_json(json_str), was_json=True)
        return found

    @classmethod
    def from_dict(cls, obj: Any) -> Self | None:
        """Read an answer from parsed JSON, whatever its shape; None gives None."""
        if obj is None:
            return None
        if isinstance(obj, Mapping):
            obj = dict(cast("Mapping[str, Any]", obj))
        if odd_keys(cls):
            return read_answer(cls, obj, was_json=False)
        try:
            return cls.model_validate(obj)
        except ValidationError:
            return read_answer(cls, obj, was_json=False)


class Exact(Model):
    """For models with nullable fields or second spellings: null that was set and keys as they came go out again."""

    _nullable: ClassVar[frozenset[str]] = frozenset()
    """Python names of the nullable fields."""
    _spellings: ClassVar[Mapping[str, str]] = types.MappingProxyType({})
    """Second spellings of wire names, each with the contract's own."""

    @model_serializer(mode="wrap")
    def _as_it_came(self, handler: SerializerFunctionWrapHandler, info: SerializationInfo) -> dict[str, Any]:
        found = cast("dict[str, Any]", handler(self))
        for name in sorted(self._nullable & self.model_fields_set):  # a set alone has another order in each process
            if getattr(self, name) is None:
                # What was sent instead, and does not fit, may stand there.
                found.setdefault(wire_name(type(self), name) if info.by_alias else name, None)
        folded = aside_of(self).get("folded")
        return {folded.get(key, key): value for key, value in found.items()} if folded and info.by_alias else found


class Respelled(Exact):
    """For requests whose keys may be given in second spellings. Answers need no such help: see `Answer.from_json`."""

    @model_validator(mode="wrap")
    @classmethod
    def _fold_spellings(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not is_object(data):
            return handler(data)
        folded = folded_keys(cls, data)
        model = handler(fold(data, folded))
        if folded:
            put_aside(model, "folded", folded)
        return model


def _is_pythonic(name: str) -> bool:
    return name.islower() and "_" in name.strip("_")


def _is_slip(cls: type[Model], name: str, given: Collection[str]) -> bool:
    """Whether a name is that of a field that was not given, but for its case or for one letter."""
    return any(_is_near(name.lower(), each.lower()) for each in _missing(cls, given))


def _missing(cls: type[Model], given: Collection[str]) -> set[str]:
    """Both names of every field that is not among those given."""
    missing = cls.model_fields.keys() - given
    return missing | {wire_name(cls, each) for each in missing}


def _slips_in(cls: type[Model], data: Mapping[str, Any]) -> list[str]:
    """Names that may be why a request does not fit: as it is refused, a likeness is enough."""
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    names = python_names(cls)
    unknown = [name for name in data if name not in names and name not in cls.model_fields]
    missing = _missing(cls, {names.get(name, name) for name in data})
    return [
        name
        for name in unknown
        if _is_pythonic(name) or get_close_matches(name.lower(), [each.lower() for each in missing], n=1)
    ]


class UnknownFieldError(ValueError):
    """A key that no field has."""

    def __init__(self, model: type[Model], key: str) -> None:
        super().__init__(_misspelt(model, key))
        self.key = key


def _refusal(cls: type[Model], data: Any, slips: list[str], found: ValidationError | None) -> ValidationError:
    """All that is wrong with a request in one error."""
    told: list[InitErrorDetails] = []
    for each in found.errors(include_url=False) if found else ():
        kind: Any = each["type"]
        message: Any = each["msg"]
        same = PydanticCustomError(kind, message, each.get("ctx"))
        told.append(InitErrorDetails(type=same, loc=each["loc"], input=each["input"]))
    told += [
        InitErrorDetails(type="value_error", ctx={"error": UnknownFieldError(cls, name)}, input=data) for name in slips
    ]
    return ValidationError.from_exception_data(cls.__name__, told)


def _is_near(given: str, meant: str) -> bool:
    """Whether two texts differ by no more than one letter, left out, added, changed or swapped with the next."""
    if abs(len(given) - len(meant)) > 1 or len(meant) <= _SHORT:
        return given == meant
    start = next((i for i, (a, b) in enumerate(zip(given, meant, strict=False)) if a != b), min(len(given), len(meant)))
    a, b = given[start:], meant[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _misspelt(model: type[Model], name: str) -> str:
    """Say that a model has no such field, and which one may be meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    if name in model.model_fields:
        return f"{model.__name__} was given {name!r} twice: also as {wire_name(model, name)!r}"
    wires = python_names(model)
    meant = {**dict.fromkeys(model.model_fields), **wires}
    near = [name] if name in wires else get_close_matches(name, meant, n=1)
    near = [meant[each] or each for each in near]
    return f"{model.__name__} has no field {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")
