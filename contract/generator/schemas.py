"""Reads the schemas of the contract as models and their fields."""

from __future__ import annotations

import keyword
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from generator.contract import Field, Model
from generator.document import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document import Document, Node

VERSIONS = ("x-since", "x-gone-in", "x-nullable-in", "x-in-1.3.0")
"""Notes about other published versions, for people; they have no effect on the generated files."""
FIRST_VERSION = "1.1.0"
"""The published version whose names, order and types are kept."""
_LIMITS = ("minLength", "maxLength", "minimum", "maximum")
_SAID = ("description", "x-python-name", *VERSIONS)
_WIRE = (
    *("x-observed", "x-also-spelled", "x-also-found-in", "x-dropped"),
    *("x-gaps", "x-list-of-one", "x-number-too"),
)
_FORMS = ("object", "list", "text", "number", "boolean", "null")
_LIST_OF_ONE = {"item": "OneOrMany", "list": "OneOrList"}
"""The type in Python for each way to write a list of one."""
_FORMATS = ("date", "date-time", "decimal", "double", "email", "int32", "int64", "password", "uri")
_DOCUMENTED = {"string": "str", "integer": "int", "number": "int or float", "boolean": "bool", "object": "dict"}
_ANSWERED = {"string": "str", "integer": "int", "number": "IntOrFloat", "boolean": "bool", "object": "dict[str, Any]"}


def snake(name: str) -> str:
    """Convert a wire or schema name to a Python name, as the published package does."""
    apart = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name.replace("-", "_").replace(".", "_"))
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", apart).lower().replace("__", "_")


def python_name(node: Node, wire: str) -> str:
    """Return the Python name of an argument or a field.

    Raises:
        ContractError: it is not valid in Python.
    """
    found = node.text("x-python-name") if "x-python-name" in node else snake(wire)
    if not found.isidentifier() or keyword.iskeyword(found):
        raise node.fault(f"{found!r} cannot be a name in Python; x-python-name can give another")
    return found


def distinct(named: Iterable[tuple[str, Node]]) -> None:
    """Refuse names that are not distinct.

    Raises:
        ContractError: two nodes have the same name.
    """
    seen: dict[str, Node] = {}
    for name, node in named:
        if name in seen:
            raise node.fault(f"has the Python name {name}, which {seen[name].place} has too")
        seen[name] = node


def read_models(document: Document) -> tuple[Model, ...]:
    """Return all models, sorted by name.

    A schema that is only sent becomes a request model; one that the server also sends becomes a response model.

    Raises:
        ContractError: there is no rule for a schema.
    """
    sent = _reachable((operation.get("requestBody") for _, _, operation in document.operations()))
    received = _reachable((operation["responses"] for _, _, operation in document.operations()))
    received |= _reachable(webhook["requestBody"] for webhook in document.webhooks())
    schemas = document.schemas
    distinct((snake(name), schema) for name, schema in schemas.items())
    models = {name: _model(name, schemas[name], name in sent - received) for name in sorted(schemas)}
    return tuple(_with_inherited(model, models, schemas[name]) for name, model in models.items())


def _with_inherited(model: Model, models: dict[str, Model], schema: Node) -> Model:
    """Return a model with the fields that it has from the one that it is a subclass of."""
    inherited: dict[str, Field] = {}
    own = {field.name: field for field in model.fields}
    for name in reversed(bases_of(schema)):
        base = models[name]
        if base.is_request is not model.is_request:
            raise schema["x-subclass-of"].fault("no rule for it where only one of the two is an answer")
        for field in base.fields:
            same = own.get(field.name, field)
            if (same.wire, same.annotation) != (field.wire, field.annotation):
                raise schema["properties"][same.wire].fault(f"should be as in {name}, of which this is a subclass")
            inherited.setdefault(field.name, field)
    return replace(model, inherited=tuple(each for each in inherited.values() if each.name not in own))


def _reachable(nodes: Iterable[Node | None]) -> set[str]:
    found: set[str] = set()
    waiting = [node for node in nodes if node is not None]
    while waiting:
        for target in _targets(waiting.pop()):
            if target.pointer.startswith("/components/schemas/"):
                if target.key in found:
                    continue
                found.add(target.key)
            waiting.append(target)
    return found


def _targets(node: Node) -> Iterator[Node]:
    """Yield the targets of all references in a node."""
    if is_object(node.value):
        for key, member in node.members():
            if key == "$ref":
                yield node.followed()
            elif key not in VERSIONS:
                yield from _targets(member)
    elif is_list(node.value):
        for entry in node.entries():
            yield from _targets(entry)


def bases_of(schema: Node) -> tuple[str, ...]:
    """Return the names of the schemas that a schema's model is a subclass of, the nearest first."""
    if "x-subclass-of" not in schema:
        return ()
    base = schema.text("x-subclass-of")
    if base not in schema.document.schemas:
        raise schema["x-subclass-of"].fault(f"there is no schema {base}")
    return (base, *bases_of(schema.document.schemas[base]))


def _model(name: str, schema: Node, is_request: bool) -> Model:
    if schema["type"].value != "object":
        raise schema["type"].fault("a schema of its own should be an object; write a list where it stands")
    schema.only(
        *("type", "title", "description", "required", "properties"),
        *("x-undeclared", "x-wrapped", "x-bare", "x-dropped", "x-subclass-of", *VERSIONS),
    )
    required = {str(entry.value): entry for entry in schema["required"].entries()} if "required" in schema else {}
    properties = dict(schema["properties"].members())
    for wire, entry in required.items():
        if wire not in properties:
            raise entry.fault(f"there is no property {wire}")
    # The server leaves out what it likes, so a field of a response is never required.
    fields = [_field(wire, each, is_request and wire in required, is_request) for wire, each in properties.items()]
    for wire, each in properties.items():
        _check_elsewhere(wire, each, properties, is_request)
    later = [(each, properties[field.wire]) for field in fields for each, _ in field.later_names]
    distinct([*zip((field.name for field in fields), properties.values(), strict=True), *later])
    return Model(
        name=name,
        module=snake(name),
        description=schema.text("description"),
        fields=tuple(sorted(_apart_from_builtins(fields), key=lambda each: not each.required)),
        is_request=is_request,
        parent=next(iter(bases_of(schema)), None),
    )


def _apart_from_builtins(fields: list[Field]) -> list[Field]:
    """Write builtin types with their module if a field has the same name, which would hide the type in the class."""
    hidden = {field.name for field in fields} & {"bool", "dict", "int", "list", "str"}
    if not hidden:
        return fields
    named = re.compile(rf"\b({'|'.join(sorted(hidden))})\b")
    return [replace(field, annotation=named.sub(r"builtins.\1", field.annotation)) for field in fields]


def _field(wire: str, schema: Node, required: bool, is_request: bool) -> Field:
    name = python_name(schema, wire)
    if hasattr(BaseModel, name) or name.startswith("_"):
        raise schema.fault(f"pydantic has a meaning of its own for {name!r}; x-python-name can give another")
    _check_words(schema, is_request=is_request)
    observed = tuple((_form(each), each.text("evidence")) for each in _listed(schema, "x-observed"))
    plain, nullable = without_null(schema)
    return Field(
        name=name,
        wire=wire,
        annotation=_annotation(schema, {form for form, _ in observed}, is_request),
        description=schema.text("description"),
        documented_type=_documented(schema),
        required=required,
        nullable=nullable,
        limits=limits(schema, "ge", "le") if is_request else (),
        known=known_values(schema),
        is_closed=is_request,
        spellings=tuple(each.text("name") for each in _listed(schema, "x-also-spelled")),
        later_names=tuple(_later_names(schema, is_request=is_request)),
        elsewhere=tuple(each.text("name") for each in _listed(schema, "x-also-found-in")),
        observed=observed,
        refs=tuple(target.key for target in _targets(plain)),
        secret="format" in schema and schema["format"].value == "password",
    )


def _check_words(schema: Node, *, is_request: bool) -> None:
    """Refuse words that have a rule for fields of another type, or only in what is sent."""
    for word, kind in (("x-gaps", "array"), ("x-number-too", "string")):
        if word in schema and not (is_request and "type" in schema and schema["type"].value == kind):
            raise schema[word].fault(f"no rule for it but in what is only sent, with the type {kind}")


def _later_names(schema: Node, *, is_request: bool) -> Iterator[tuple[str, str]]:
    for each in _listed(schema, "x-also-spelled"):
        each.only("name", "evidence", "x-python-name")
        if "x-python-name" in each:
            if is_request:
                raise each["x-python-name"].fault("no rule for it in a request")
            yield python_name(each, each.text("name")), each.text("name")


def _check_elsewhere(wire: str, schema: Node, properties: dict[str, Node], is_request: bool) -> None:
    """Refuse places of a field, in `x-also-found-in`, where it could not be told from another or is never looked for.

    Raises:
        ContractError: a place is no object of another field, or declares the name itself; or the model is only sent.
    """
    for each in _listed(schema, "x-also-found-in"):
        each.only("name", "evidence")
        if is_request:
            raise each.fault("no rule for it in what is only sent")
        holder = properties.get(each.text("name"))
        plain = None if holder is None else without_null(holder)[0]
        if plain is None or "$ref" not in plain:
            raise each["name"].fault("should be a field of the same schema, with a $ref to an object")
        if wire in plain.followed()["properties"]:
            raise each["name"].fault(f"declares a {wire} of its own")


def _listed(schema: Node, name: str) -> Iterator[Node]:
    found = schema.get(name)
    yield from found.entries() if found else ()


def _form(observed: Node) -> str:
    observed.only("as", "evidence")
    form = observed.text("as")
    if form not in _FORMS:
        raise observed["as"].fault(f"no rule for {form!r}; there is one for {', '.join(_FORMS)}")
    return form


def without_null(schema: Node) -> tuple[Node, bool]:
    """Return a schema without its choice of null, and whether null is allowed.

    Raises:
        ContractError: it has other choices.
    """
    if "oneOf" in schema and "x-list-of-one" not in schema:
        schema.only("oneOf", *_SAID, *_WIRE)
        parts = list(schema["oneOf"].entries())
        wanted = [part for part in parts if part.value != {"type": "null"}]
        if len(wanted) != 1 or len(parts) == 1:
            raise schema["oneOf"].fault("no rule for a choice but that of one schema and null")
        return wanted[0], len(parts) > 1
    if not {"$ref", "x-any", "x-list-of-one"}.isdisjoint(schema.value):
        return schema, False
    return schema, is_list(schema["type"].value)


def limits(schema: Node, minimum: str, maximum: str) -> tuple[str, ...]:
    """Return the limits of a value, those of a number under the given names."""
    settings = dict(zip(_LIMITS, ("min_length", "max_length", minimum, maximum), strict=True))
    return tuple(f"{setting}={schema[key].value}" for key, setting in settings.items() if key in schema)


def known_values(schema: Node) -> tuple[str, ...]:
    """Return the values of an enumeration."""
    return tuple(str(each.value) for each in _listed(schema, "enum"))


def plain_type(schema: Node) -> str:
    """Return the type of a value, apart from null.

    Raises:
        ContractError: it has more than one type, or a type without a rule.
    """
    if "properties" in schema:
        raise schema.fault("no rule for an object inside another; write it under components/schemas and refer to it")
    schema.only("type", "format", "items", "enum", "default", "example", "uniqueItems", *_LIMITS, *_SAID, *_WIRE)
    kind = schema["type"]
    kinds: list[Any] = kind.value if is_list(kind.value) else [kind.value]
    kinds = [each for each in kinds if each != "null"]
    if len(kinds) != 1 or kinds[0] not in (*_DOCUMENTED, "array"):
        raise kind.fault(f"no rule for {kind.value}; declare one type and record the others in x-observed")
    if "format" in schema and schema["format"].value not in _FORMATS:
        raise schema["format"].fault(f"no rule for it; there is one for {', '.join(_FORMATS)}")
    if "uniqueItems" in schema and schema["uniqueItems"].value is not False:
        raise schema["uniqueItems"].fault("no rule for a list that refuses doubles")
    return str(kinds[0])


def referred(schema: Node) -> str:
    """Return the name of the schema that a reference points at.

    Raises:
        ContractError: it has other members without a rule, or its target is not a schema.
    """
    schema.only("$ref", *_SAID, *_WIRE)
    target = schema.followed()
    if not target.pointer.startswith("/components/schemas/"):
        raise schema.fault("$ref should point at a schema")
    return target.key


def _one_or_many(schema: Node, is_request: bool) -> tuple[str, Node]:
    """Return how a list of one is written, and the two schemas, of a field that is an object or a list of objects."""
    schema.only("oneOf", *_SAID, *_WIRE)
    parts = list(schema["oneOf"].entries())
    written = schema["x-list-of-one"]
    if written.value not in _LIST_OF_ONE or not is_request:
        raise written.fault(f"no rule for it; there is one for {' and '.join(_LIST_OF_ONE)}, in a request")
    if len(parts) != 2 or "$ref" not in parts[0] or "items" not in parts[1]:  # noqa: PLR2004 - a pair
        raise schema["oneOf"].fault("should be a $ref to a schema, and a list of them")
    return _LIST_OF_ONE[str(written.value)], schema["oneOf"]


def _annotation_without_type(schema: Node, is_request: bool) -> str:
    if "x-any" in schema:
        schema.only("x-any", *_SAID, *_WIRE)
        return "Any"
    if "$ref" in schema:
        return referred(schema)
    kind, parts = _one_or_many(schema, is_request)
    one, many = (_annotation(each, set(), is_request) for each in parts.entries())
    return f"{kind}[{one}, {many}]"


def _annotation(schema: Node, forms: set[str], is_request: bool) -> str:
    schema, _ = without_null(schema)
    if not {"$ref", "x-any", "x-list-of-one"}.isdisjoint(schema.value):
        return _annotation_without_type(schema, is_request)
    kind = plain_type(schema)
    if kind == "array":
        many = "ListOrOne" if "object" in forms and not is_request else "list"
        items = schema["items"]
        gap = " | None" if without_null(items)[1] else ""
        if "x-gaps" in schema:
            if gap:
                raise schema["x-gaps"].fault("no rule for it where items may be null")
            many = "ListWithGaps"
        return f"{many}[{_annotation(items, set(), is_request)}{gap}]"
    if kind == "string" and is_request:
        is_day = "format" in schema and schema["format"].value == "date"
        text = "Day" if is_day else "Text" if "boolean" in forms else _text(schema)
        return f"{text} | WholeNumber" if "x-number-too" in schema else text
    if is_request and kind in ("integer", "number"):
        number = "WholeNumber" if kind == "integer" else "Number"
        return f"{number} | str" if "text" in forms else number
    if kind == "string" and "format" in schema and schema["format"].value == "date":
        return "DayOrText" if "text" in forms else "AnsweredDay"
    return "Flag" if is_request and kind == "boolean" else _ANSWERED[kind]


def _text(schema: Node) -> str:
    """Return the type of a text in a request, which is one of the words of its enumeration if it has one."""
    words = known_values(schema)
    return f"Annotated[str, OneOf({', '.join(map(repr, words))})]" if words else "str"


def _documented(schema: Node) -> str:
    """Return the type for a page, with a link to the page of another model."""
    schema, _ = without_null(schema)
    if "$ref" in schema:
        name = referred(schema)
        return f"[{name}]({name}.md)"
    if "x-any" in schema:
        return "any value"
    if "x-list-of-one" in schema:
        return " or ".join(_documented(each) for each in schema["oneOf"].entries())
    kind = plain_type(schema)
    if kind == "array":
        return f"list of {_documented(schema['items'])}"
    if kind == "string" and "format" in schema and schema["format"].value == "date":
        return "date"
    return _DOCUMENTED[kind]
