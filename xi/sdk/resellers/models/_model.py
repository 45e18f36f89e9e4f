"""The base classes of all models: names, strict requests, and lenient responses that lose nothing."""

from __future__ import annotations

import copy
import json
import re
import types
from collections.abc import Callable, Mapping
from contextlib import nullcontext, suppress
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast, get_type_hints

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    ModelWrapValidatorHandler,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic_core import CoreSchema, PydanticSerializationError, to_json, to_jsonable_python

from xi.sdk.resellers._collector import LONG_BODY, pause
from xi.sdk.resellers._json import is_list, is_object
from xi.sdk.resellers.models._gaps import are_models, closed, emptied
from xi.sdk.resellers.models._lenient import (
    EXACT_KEYS,
    KeyInOtherCaseError,
    adapt,
    has_misplaced,
    has_own_init,
    may_be_respelled,
    read_json,
    read_object,
    watch_keys,
)
from xi.sdk.resellers.models._misspellings import misspelt_extra, misspelt_names, refusal, unknown_field_message
from xi.sdk.resellers.models._schema import (
    Leaf,
    Nested,
    OneOrMany,
    fields,
    given_spellings,
    nullable,
    spelling_keys,
    wire_name,
    wire_names,
)
from xi.sdk.resellers.models._types import item_of_one, without_gaps
from xi.sdk.resellers.models._unparsed import (
    JsonPointer,
    Record,
    copied,
    keep_record,
    places,
    record_assigned,
    record_of,
    with_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from inspect import Signature

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


class _Signature:
    """Shows the Python names of the fields to `inspect.signature`, without the parameters for pydantic.

    A subclass with its own constructor keeps the signature of that.
    """

    def __get__(self, instance: object, owner: type[Model]) -> Signature:
        from inspect import Parameter, Signature  # noqa: PLC0415 - rarely needed

        if cast("Any", owner).__init__ is not BaseModel.__init__:
            raise AttributeError("__signature__")
        types_of: dict[str, Any] = {}
        with suppress(NameError):  # a subclass inside a function may use types of that function
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


@cache
def _is_generated(model: type[Model]) -> bool:
    """Return whether a model is part of this package; others are those of a program."""
    return model.__module__.startswith(f"{__package__}.")


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

    _nullable: ClassVar[frozenset[str]] = frozenset()
    """Python names of the fields whose None is written as null if it was set."""
    _spellings: ClassVar[Mapping[str, str]] = types.MappingProxyType({})
    """The contract's wire name for each second spelling; a key is written in the spelling in which it was given."""
    _elsewhere: ClassVar[Mapping[str, tuple[str, ...]]] = types.MappingProxyType({})
    """By wire name, the fields in whose objects a member comes at times; it is written where it came."""
    _has_subclasses: ClassVar[bool] = False
    """Whether a program has made a subclass of a model: only then are such looked for in what is sent."""

    if not TYPE_CHECKING:
        __signature__ = _Signature()

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        if not _is_generated(cls):
            Model._has_subclasses = True
            _name_own_fields(cls)
        # The published package has this list under this private name, and programs read it.
        setattr(cls, f"_{cls.__name__}__properties", [wire_name(cls, name) for name in cls.model_fields])
        for name, field in cls.model_fields.items():
            if field.serialization_alias is None:
                # pydantic 2.11 sets them only when the validator is built, and they are read before.
                field.alias = field.validation_alias = field.serialization_alias = wire_name(cls, name)

    @classmethod
    def model_rebuild(cls, **how: Any) -> bool | None:
        """Build the validators, as pydantic does."""
        built = super().model_rebuild(**how)
        if "__signature__" in vars(cls):  # that of pydantic has wire names
            del cls.__signature__
        return built

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        for name, value in super().__repr_args__():
            if value is not None or name in self.model_fields_set:
                yield name, value

    def to_str(self) -> str:
        """Return the model as indented text under its wire names, for people to read."""
        import pprint  # noqa: PLC0415 - rarely needed

        return pprint.pformat(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """Return the model as a dict under its wire names.

        What is None is left out, except a nullable field that was set to None.
        """
        return _writer(type(self))(self)

    def to_json(self) -> str:
        """Return the model as JSON text in ASCII under its wire names, with the same omissions as `to_dict`."""
        text = self.to_json_bytes().decode()
        # A character outside ASCII can only be in a string. Escaped, it fits into a file of any encoding.
        return text if text.isascii() else _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)

    def to_json_bytes(self) -> bytes:
        """Return the model as UTF-8 JSON, as it goes over the wire."""
        return self.__pydantic_serializer__.to_json(self, by_alias=True, exclude_none=True)

    @model_serializer(mode="wrap")
    def _serialized(self, handler: SerializerFunctionWrapHandler, info: SerializationInfo) -> dict[str, Any]:
        """Make the methods of pydantic, such as `model_dump`, write the same as `to_dict`."""
        written = cast("dict[str, Any]", handler(self))
        # pydantic calls this for whatever stands where a model is declared, such as a dict that was put there unchecked.
        if not isinstance(self, Model):  # pyright: ignore[reportUnnecessaryIsInstance]
            return written
        if not (self._nullable or self.__pydantic_private__) or info.include or info.exclude:
            return written
        by_alias = bool(info.by_alias)
        for name in nullable(type(self)):
            if name in self.__pydantic_fields_set__ and self.__dict__.get(name) is None:
                written.setdefault(wire_name(type(self), name) if by_alias else name, None)
        return with_record(self, written, by_alias=by_alias) if self.__pydantic_private__ else written

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
        # Outside the except block, since an error that is raised there keeps the first one. The standard library reads
        # half characters, which the model then refuses.
        try:
            return cls.model_validate(json.loads(json_str))
        except json.JSONDecodeError as error:
            raise json.JSONDecodeError(f"Invalid JSON: {error.msg}", error.doc, error.pos) from None
        except RecursionError:
            raise ValueError("the JSON is nested too deeply to be read") from None

    @classmethod
    def from_dict(cls, obj: Any) -> Self | None:
        """Build the model from a dict; None gives None.

        Raises:
            pydantic.ValidationError: a request does not fit its model; a ValueError too.
        """
        return None if obj is None else cls.model_validate(obj)


# They are text, and pydantic would read them from it once for each model.
Model.__annotations__.clear()


class RequestModel(Model):
    """The base of what is sent: types and published limits are checked before, and misspelt names are refused."""

    model_config = ConfigDict(allow_inf_nan=False)  # JSON has no such numbers; they would be written as null

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        super().__pydantic_init_subclass__()
        if not (cls._nullable or cls._spellings):  # then pydantic writes the same without it, and faster
            cls.__pydantic_decorators__.model_serializers.pop("_serialized", None)

    @model_validator(mode="wrap")
    @classmethod
    def _checked(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Read second spellings; refuse misspelt names, in one error with everything else that is wrong.

        A name is misspelt if it is unknown and in snake_case, which no wire name is, or if it differs by one letter from
        a field that is not given.
        """
        respelled: dict[str, str] = {}
        if cls._spellings and is_object(data):
            respelled = given_spellings(cls, data)
            wires = {spelling: wire for wire, spelling in respelled.items()}
            data = {wires.get(key, key): value for key, value in data.items()}
        found: ValidationError | None = None
        model: Self | None = None
        wrong_names: list[str] = []
        try:
            model = handler(data)
        except ValidationError as error:
            found = error
            if isinstance(data, Mapping):
                wrong_names = misspelt_names(cls, cast("Mapping[str, Any]", data))
            if not wrong_names:
                raise
        if model is not None:
            extra = model.__pydantic_extra__
            if extra and not isinstance(data, cls):
                wrong_names = misspelt_extra(cls, extra, model.model_fields_set)
            if not wrong_names:
                if respelled:
                    keep_record(model, Record(spellings=respelled))
                return model
        raise refusal(cls, data, wrong_names, found)

    if not TYPE_CHECKING:  # declared, it would make the checkers accept any attribute

        def __setattr__(self, name: str, value: Any) -> None:
            # Under its wire name a field would be stored a second time. Members that the contract does not know can be
            # given to the constructor; if one is assigned, its name is nearly always misspelt.
            kind = type(self)
            if (
                name not in kind.model_fields
                and name not in (self.__pydantic_extra__ or {})
                # What a class of a program has beside fields; pydantic knows what becomes of it.
                and not name.startswith("_")
                and not isinstance(getattr(kind, name, None), (property, cached_property))
                and name not in kind.__class_vars__
            ):
                raise AttributeError(unknown_field_message(kind, name))
            super().__setattr__(name, value)

    @classmethod
    def from_json(cls, json_str: str | bytes) -> Self:
        """Build the request from JSON text; an empty text or object is an empty list where a list of models is declared.

        Raises:
            json.JSONDecodeError: the text is not JSON; a ValueError too.
            pydantic.ValidationError: it does not fit the model; a ValueError too.
        """
        try:
            return super().from_json(json_str)
        except ValidationError:
            meant = cls._with_empty_lists(json.loads(json_str))
            if meant is None:
                raise
        # Outside the block above, since an error that is raised in it would keep the first one.
        return cls.model_validate(meant)

    @classmethod
    def from_dict(cls, obj: Any) -> Self | None:
        """Build the request from a dict; an empty text or object is an empty list where a list of models is declared.

        Raises:
            pydantic.ValidationError: it does not fit the model; a ValueError too.
        """
        try:
            return super().from_dict(obj)
        except ValidationError:
            meant = cls._with_empty_lists(obj)
            if meant is None:
                raise
        return cls.model_validate(meant)

    @classmethod
    def _with_empty_lists(cls, given: Any) -> Any:
        """Return parsed JSON in which empty texts and objects for lists of models are lists; None if it has none."""
        meant = emptied(Nested(cast("Any", cls)), given)
        return None if meant == given else meant

    def to_json_bytes(self) -> bytes:
        """Return the request as UTF-8 JSON, as it goes over the wire, with what subclasses of a program add to it.

        Raises:
            pydantic_core.PydanticSerializationError: a value does not fit its field, and was set without a check.
        """
        if self._has_subclasses and _has_part_of_program(self):
            return to_json(self.to_dict())
        written = self.__pydantic_serializer__.to_json(self, by_alias=True, exclude_none=True, warnings="error")
        # A null among the items of a list stands after one of these; that of a member stands after a colon. To look for
        # it costs nearly nothing, and the same letters within a text do no harm.
        if b"[null" in written or b",null" in written:
            return to_json(self.to_dict(), inf_nan_mode="null")
        return written


class ResponseModel(Model):
    """The base of what is received: no value is refused, and nothing that the server sent is lost.

    Text for a number, a number for text, one object for a list, null anywhere, and keys in another case than the
    contract's, `InvoiceNumber` for `invoiceNumber`, are all read; such a key is written as it came. Where both are there, the
    contract's has the value of the field, and the other stays an unknown member. If a value still does
    not fit, its field is None, or the value is left out of its list, and it stays readable in `unparsed`. `to_dict` and
    `to_json` write it in its place, also when the model was moved, until something else is assigned to the field. A
    list is written with the values that were left out, as long as it has the items that were read, in their order.

    Numbers are read by their value. `20.0` and `"20.0"` are 20 if a whole number is declared, and `20.5` does not fit; a
    boolean is no number. If text is declared, a number in JSON is written without exponent and without a needless
    fraction, `20.0` as `20`; a float in a dict is written as Python does. A number beyond all range, such as 1e999, is
    infinite; JSON has no such number, so it is written as the text `Infinity`, which is read as the same number again.
    """

    model_config = ConfigDict(ser_json_inf_nan="strings")  # the default would write null

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # One error is enough to read a list leniently. A million errors would take seconds.
        schema = handler(source)
        resolved = handler.resolve_ref_schema(schema)
        adapt(resolved)
        watch_keys(cls, resolved)
        return schema

    @property
    def unparsed(self) -> Mapping[JsonPointer, Any]:
        """The values that did not fit their fields, by their place in what was read; nearly always empty.

        It is a snapshot: it does not change when the model is changed.
        """
        return types.MappingProxyType(places(record_of(self)))

    def to_json_bytes(self) -> bytes:
        """Return the response as UTF-8 JSON, with what is unparsed in its place."""
        try:
            return to_json(self.to_dict(), inf_nan_mode="strings")
        except PydanticSerializationError:  # it may be nested deeper than pydantic-core writes
            return json.dumps(
                self.to_dict(), ensure_ascii=False, separators=(",", ":"), default=to_jsonable_python, allow_nan=False
            ).encode()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, with some fields changed and nothing checked, as pydantic does."""
        names = wire_names(type(self))
        changed = {names.get(name, name): value for name, value in (update or {}).items()}
        # A deep copy by pydantic would copy the fields and the record separately.
        twin = super(ResponseModel, copy.deepcopy(self) if deep else self).model_copy(update=changed)
        record_assigned(twin, changed)
        return twin

    if not TYPE_CHECKING:  # declared, it would make the checkers accept any attribute

        def __setattr__(self, name: str, value: Any) -> None:
            # Under its wire name a field would be stored a second time.
            if name not in type(self).model_fields and name in wire_names(type(self)):
                raise AttributeError(unknown_field_message(type(self), name))
            super().__setattr__(name, value)
            if self.__pydantic_private__:
                record_assigned(self, (name,))

    @classmethod
    def from_json(cls, json_str: str | bytes) -> Self:
        """Read a response from JSON text of any shape.

        Raises:
            ValueError: the text is not JSON.
        """
        with nullcontext() if len(json_str) < LONG_BODY else pause():
            if not (may_be_respelled(cls, json_str) or has_own_init(cls)):
                with suppress(ValidationError, KeyInOtherCaseError):
                    found = cls.model_validate_json(json_str, context=EXACT_KEYS)
                    if not has_misplaced(found):
                        return found
            # Outside the block above, since an error that is raised in it would keep the first one.
            return read_json(cls, json_str)

    @classmethod
    def from_dict(cls, obj: Any) -> Self | None:
        """Read a response from parsed JSON, of any shape; None gives None."""
        if obj is None:
            return None
        if isinstance(obj, Mapping):
            obj = dict(cast("Mapping[str, Any]", obj))
        if not (spelling_keys(cls) or has_own_init(cls)):
            with suppress(ValidationError, KeyInOtherCaseError):
                found = cls.model_validate(obj, context=EXACT_KEYS)
                if not has_misplaced(found):
                    return found
        return read_object(cls, obj)


@cache
def _writer(model: type[Model]) -> Callable[[Any], dict[str, Any]]:
    """Return the function that writes the models of a class, and copies each part once.

    pydantic would copy a part again for each model around it. The function is compiled, like the constructor of a
    dataclass: a loop over the fields would take one and a half times as long.
    """
    own: Callable[[Any], Any] | None = None
    if model.model_dump is not BaseModel.model_dump:
        own = lambda given: given.model_dump(by_alias=True, exclude_none=True)  # noqa: E731 - the shortest name for it
    elif not _is_generated(model) and _has_serializers(model):
        own = lambda given: given.__pydantic_serializer__.to_python(given, by_alias=True, exclude_none=True)  # noqa: E731
    if own is not None:
        whole = Nested(cast("Any", model))
        # In an answer a null among the items is what the server sent.
        return (lambda given: closed(whole, own(given))) if issubclass(model, RequestModel) else own
    kinds = fields(model)
    lines = ["def write(model):", " get = model.__dict__.get", " written = {}"]
    for wire, name in wire_names(model).items():
        kind = kinds[wire]
        value = "value" if isinstance(kind, Leaf) and kind.is_scalar else "part(value)"
        if are_models(kind):
            value = "part(without_gaps(value))"
        elif isinstance(kind, OneOrMany):
            value = "part(item_of_one(without_gaps(value)))" if kind.writes_item else "part(without_gaps(value))"
        lines.append(f" if (value := get({name!r})) is not None: written[{wire!r}] = {value}")
        if name in nullable(model):
            lines.append(f" elif {name!r} in model.__pydantic_fields_set__: written[{wire!r}] = None")
    lines.append(" if not (model.__pydantic_extra__ or model.__pydantic_private__): return written")
    lines.append(" return completed(model, written)")
    names: dict[str, Any] = {"part": _written_part, "completed": _completed}
    names |= {"item_of_one": item_of_one, "without_gaps": without_gaps}
    exec("\n".join(lines), names)  # noqa: S102 - made of nothing but the names of the fields
    return cast("Callable[[Any], dict[str, Any]]", names["write"])


def _name_own_fields(model: type[Model]) -> None:
    """Let the fields that a program adds to a model have the names that it gives; the contract's are in camel case."""
    ours = {name for base in model.__mro__[1:] if issubclass(base, Model) for name in base.model_fields}
    for name, field in model.model_fields.items():
        is_named = field.alias_priority not in (None, 1) or model.model_config.get("alias_generator") is not to_camel
        if ours and name not in ours and not is_named:
            field.alias = field.validation_alias = field.serialization_alias = name
            field.alias_priority = 2  # so that it stays


def _has_serializers(model: type[Model]) -> bool:
    """Return whether a class of a program says itself how some of it is written."""
    decorators = model.__pydantic_decorators__
    own = set(decorators.model_serializers) - {"_serialized"}
    excluded = any(field.exclude for field in model.model_fields.values())
    return bool(own or excluded or decorators.field_serializers or decorators.computed_fields)


def _written_part(value: Any) -> Any:
    if is_list(value):
        return [_part_writer(type(each))(each) if isinstance(each, Model) else copied(each) for each in value]
    return _part_writer(type(value))(value) if isinstance(value, Model) else copied(value)


@cache
def _part_writer(model: type[Model]) -> Callable[[Any], dict[str, Any]]:
    """Return what writes a part of another model; a class of a program may do it in its own way."""
    return _writer(model) if model.to_dict is Model.to_dict else lambda given: given.to_dict()


def _has_part_of_program(value: object) -> bool:
    """Return whether a model, or a part of it, is of a class of a program, whose fields pydantic would leave out."""
    if is_list(value):
        return any(map(_has_part_of_program, value))
    if not isinstance(value, Model):
        return False
    return not _is_generated(type(value)) or any(map(_has_part_of_program, value.__dict__.values()))


def _completed(model: Model, written: dict[str, Any]) -> dict[str, Any]:
    """Add the unknown members of a model, and what is in its record, to its written fields."""
    extra = model.__pydantic_extra__ or {}
    written |= {key: copied(value) for key, value in extra.items() if value is not None}
    return with_record(model, written)
