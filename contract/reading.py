"""Reads `openapi.yaml` into the plain values the templates speak of: models, fields, operations, parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

import yaml
from pydantic.alias_generators import to_camel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Json = dict[str, Any]


class ContractError(Exception):
    """The contract says something the generator has no rule for."""


@dataclass(frozen=True)
class Field:
    """One field of a model."""

    name: str
    wire: str
    annotation: str
    description: str
    documented_type: str
    required: bool
    nullable: bool
    limits: tuple[str, ...]
    spellings: tuple[str, ...]
    observed: tuple[tuple[str, str], ...]
    refs: tuple[str, ...]
    secret: bool

    @property
    def declared(self) -> str:
        """The type as it stands in the class, with the alias and limits pydantic is to know."""
        inner = self.annotation if self.required else f"{self.annotation} | None"
        settings = [*self.limits, *(["repr=False"] if self.secret else [])]
        if to_camel(self.name) != self.wire:
            settings.insert(0, f'alias="{self.wire}"')
        return f"Annotated[{inner}, Field({', '.join(settings)})]" if settings else inner

    @property
    def notes(self) -> str:
        """The last column of the model's page."""
        parts = ["" if self.required else "optional", "null is sent when set to None" if self.nullable else ""]
        parts += [limit.replace("_", " ").replace("=", " ") for limit in self.limits]
        parts += [f"also comes as {form} ({evidence})" for form, evidence in self.observed]
        parts += [f"also spelled `{name}`" for name in self.spellings]
        return "; ".join(part for part in parts if part)


@dataclass(frozen=True)
class Model:
    """One named schema."""

    name: str
    module: str
    description: str
    fields: tuple[Field, ...]
    is_request: bool

    @property
    def refs(self) -> list[str]:
        """The other models its fields are made of."""
        return sorted({ref for each in self.fields for ref in each.refs} - {self.name})

    @property
    def nullable(self) -> list[str]:
        """Python names of the fields whose None goes out as null."""
        return sorted(each.name for each in self.fields if each.nullable)

    @property
    def spellings(self) -> dict[str, str]:
        """Second spellings of wire names, each with the contract's own."""
        return {theirs: each.wire for each in self.fields for theirs in each.spellings}

    @property
    def bases(self) -> list[str]:
        """Names from `_model.py` it is built on."""
        role = "Request" if self.is_request else "Answer"
        if self.spellings and self.is_request:
            return ["Respelled", role]
        return ["Exact", role] if self.spellings or self.nullable else [role]

    @property
    def helpers(self) -> list[str]:
        """Names its module takes from `_model.py`."""
        words = re.findall(r"\b(Day|ListOrOne|Text)\b", " ".join(each.annotation for each in self.fields))
        return sorted({*self.bases, *words})

    def uses(self, word: str) -> bool:
        """Whether a word stands in the type of any field."""
        return any(re.search(rf"\b{word}\b", each.declared) for each in self.fields)


@dataclass(frozen=True)
class Parameter:
    """One argument of an operation, the body included."""

    name: str
    wire: str
    place: str
    kind: str
    annotation: str
    documented_type: str
    required: bool
    description: str
    example: str
    limits: tuple[str, ...] = ()
    model: str | None = None


@dataclass(frozen=True)
class Answer:
    """What an operation may be answered with, under one status."""

    status: str
    description: str
    model: str | None
    may_be_null: bool
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Operation:
    """One operation, under its Python name."""

    name: str
    tag: str
    method: str
    path: str
    summary: str
    description: str
    repeat: str
    authorized: bool
    parameters: tuple[Parameter, ...]
    answers: tuple[Answer, ...]

    @property
    def constant(self) -> str:
        """Its name among the operations."""
        return self.name.upper()

    @property
    def success(self) -> str | None:
        """The model of a successful answer; one model serves all 2xx."""
        models = {answer.model for answer in self._good if answer.model}
        if len(models) > 1:
            raise ContractError(f"{self.name}: more than one model for 2xx: {sorted(models)}")
        return models.pop() if models else None

    @property
    def may_be_empty(self) -> bool:
        """Whether a successful answer may carry nothing."""
        return any(answer.may_be_null or answer.model is None for answer in self._good)

    @property
    def returns(self) -> str:
        """The annotation of the plain form's result."""
        return "None" if self.success is None else self.success + (" | None" if self.may_be_empty else "")

    @property
    def errors(self) -> dict[str, str]:
        """Models of error bodies, by status."""
        return {answer.status: answer.model for answer in self.answers if answer.status >= "300" and answer.model}

    @property
    def sends(self) -> str:
        """The Content-Type it sends."""
        places = {parameter.place for parameter in self.parameters}
        if "FORM" in places:
            return "application/x-www-form-urlencoded"
        return "application/json" if "BODY" in places else "Not defined"

    @property
    def _good(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.status.startswith("2")]


@dataclass(frozen=True)
class Api:
    """The operations of one tag: one class."""

    name: str
    module: str
    description: str
    operations: tuple[Operation, ...]

    @property
    def request_models(self) -> list[str]:
        """Models of bodies."""
        return sorted({p.model for each in self.operations for p in each.parameters if p.model})

    @property
    def answer_models(self) -> list[str]:
        """Models of successful answers."""
        return sorted({each.success for each in self.operations if each.success})

    @property
    def has_lists(self) -> bool:
        """Whether an argument is a list."""
        return any("Sequence" in p.annotation for each in self.operations for p in each.parameters)

    @property
    def has_dates(self) -> bool:
        """Whether an argument is a date."""
        return any("date" in p.annotation for each in self.operations for p in each.parameters)


@dataclass(frozen=True)
class Contract:
    """Everything the templates need."""

    host: str
    models: tuple[Model, ...]
    apis: tuple[Api, ...]

    @cached_property
    def modules(self) -> dict[str, str]:
        """The module of each model."""
        return {model.name: model.module for model in self.models}


def snake(name: str) -> str:
    """Turn a wire or schema name into a Python one, as the published package does."""
    apart = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name.replace("-", "_").replace(".", "_"))
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", apart).lower().replace("__", "_")


def read_contract(path: Path) -> Contract:
    """Read the contract file.

    Raises:
        ContractError: it says something the generator has no rule for; the message names the place.
    """
    document: Json = yaml.safe_load(path.read_text(encoding="utf-8"))
    schemas = dict(_schemas(document))
    requests = _reachable(document, _request_bodies(document))
    models = tuple(_model(name, schema, name in requests) for name, schema in schemas.items())
    operations = tuple(_operations(document))
    apis = tuple(
        Api(
            name=f"{tag['name']}Api",
            module=f"{tag['name'].lower()}_api",
            description=tag["description"],
            operations=tuple(sorted((o for o in operations if o.tag == tag["name"]), key=lambda o: o.name)),
        )
        for tag in document["tags"]
    )
    return Contract(host=document["servers"][0]["url"], models=tuple(sorted(models, key=lambda m: m.name)), apis=apis)


def _schemas(document: Json) -> Iterator[tuple[str, Json]]:
    """Named schemas, and the titled ones that stand inside a webhook."""
    yield from document["components"]["schemas"].items()
    for item in document.get("webhooks", {}).values():
        schema: Json = item["post"]["requestBody"]["content"]["application/json"]["schema"]
        schema = schema.get("items", schema)
        if "title" in schema:
            yield schema["title"], schema


def _request_bodies(document: Json) -> Iterator[str]:
    for _, _, operation in _each_operation(document):
        for content in operation.get("requestBody", {}).get("content", {}).values():
            yield from _refs(content["schema"])


def _reachable(document: Json, names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _refs(document["components"]["schemas"][name])
    return found


def _refs(schema: Any) -> Iterator[str]:
    """Names of the schemas a piece of the contract refers to."""
    parts: list[tuple[str, Any]] = []
    if isinstance(schema, dict):
        parts += cast("Json", schema).items()
    elif isinstance(schema, list):
        parts += (("", item) for item in cast("Iterable[Any]", schema))
    for key, value in parts:
        yield from [_named(value)] if key == "$ref" else _refs(value)


def _named(reference: str) -> str:
    return reference.rsplit("/", 1)[1]


def _each_operation(document: Json) -> Iterator[tuple[str, str, Json]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method.upper(), operation


def _model(name: str, schema: Json, is_request: bool) -> Model:
    required = schema.get("required", [])
    fields = [_field(wire, each, wire in required, is_request) for wire, each in schema["properties"].items()]
    return Model(
        name=name,
        module=snake(name),
        description=schema["description"],
        fields=tuple(sorted(fields, key=lambda each: not each.required)),
        is_request=is_request,
    )


def _field(wire: str, schema: Json, required: bool, is_request: bool) -> Field:
    observed = tuple((each["as"], each["evidence"]) for each in schema.get("x-observed", ()))
    forms = {form for form, _ in observed}
    limits = tuple(_limits(schema)) if is_request else ()
    return Field(
        name=schema.get("x-python-name", snake(wire)),
        wire=wire,
        annotation=_annotation(schema, forms, is_request),
        description=schema["description"],
        documented_type=_documented(schema),
        required=required,
        nullable=isinstance(schema.get("type"), list),
        limits=limits,
        spellings=tuple(each["name"] for each in schema.get("x-also-spelled", ())),
        observed=observed,
        refs=tuple(_refs(schema)),
        secret=schema.get("format") == "password",
    )


def _limits(schema: Json) -> Iterator[str]:
    for key, setting in (("minLength", "min_length"), ("maxLength", "max_length")):
        if key in schema:
            yield f"{setting}={schema[key]}"


def _plain_type(schema: Json) -> str:
    kind: str | list[str] = schema["type"]
    if isinstance(kind, str):
        return kind
    (only,) = (each for each in kind if each != "null")
    return only


def _annotation(schema: Json, forms: set[str], is_request: bool) -> str:
    if "$ref" in schema:
        return _named(schema["$ref"])
    kind = _plain_type(schema)
    if kind == "array":
        many = "ListOrOne" if "object" in forms and not is_request else "list"
        return f"{many}[{_annotation(schema['items'], set(), is_request)}]"
    if kind == "string" and is_request:
        return "Day" if schema.get("format") == "date" else "Text" if "boolean" in forms else "str"
    plain = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "object": "dict[str, Any]"}[kind]
    return f"{plain} | str" if is_request and "text" in forms and plain in ("int", "float") else plain


def _documented(schema: Json) -> str:
    """The type as a page shows it, with a link to the other model's page."""
    if "$ref" in schema:
        name = _named(schema["$ref"])
        return f"[{name}]({name}.md)"
    kind = _plain_type(schema)
    if kind == "array":
        return f"list of {_documented(schema['items'])}"
    if kind == "string" and schema.get("format") == "date":
        return "date"
    return {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "object": "dict"}[kind]


def _operations(document: Json) -> Iterator[Operation]:
    headers = document["components"]["headers"]
    for path, method, each in _each_operation(document):
        name = snake(each["operationId"])
        yield Operation(
            name=name,
            tag=each["tags"][0],
            method=method,
            path=path,
            summary=each["summary"],
            description=each["description"],
            repeat=each["x-repeat"],
            authorized=each.get("security", document["security"]) != [],
            parameters=tuple(_in_order([*_parameters(each), *_body(each)])),
            answers=tuple(_answer(status, answer, headers) for status, answer in sorted(each["responses"].items())),
        )


def _in_order(parameters: list[Parameter]) -> Iterator[Parameter]:
    """The arguments as the published signature has them: the body after the last required parameter."""
    yield from (each for each in parameters if each.required)
    yield from (each for each in parameters if not each.required)


def _parameters(operation: Json) -> Iterator[Parameter]:
    for each in operation.get("parameters", ()):
        schema = each["schema"]
        kind, annotation, documented = _parameter_kind(schema)
        name = _parameter_name(each["name"])
        yield Parameter(
            name=name,
            wire=each["name"],
            place=each["in"].upper(),
            kind=kind,
            annotation=annotation,
            documented_type=documented,
            required=each.get("required", False),
            description=each["description"],
            example=repr(each["example"]) if "example" in each else _no_example(operation, each["name"]),
            limits=tuple(_limits(schema)),
        )


def _no_example(operation: Json, name: str) -> str:
    raise ContractError(f"{operation['operationId']}: parameter {name} needs an example")


def _parameter_name(wire: str) -> str:
    prefix, _, rest = wire.partition("-")
    return f"im_{snake(rest)}" if prefix == "IM" else snake(wire)


def _parameter_kind(schema: Json) -> tuple[str, str, str]:
    match schema["type"], schema.get("format"):
        case "array", _:
            return "TEXTS", "Sequence[str | date]", "List[str]"
        case "string", "date":
            return "DAY", "date | str", "date"
        case "string", _:
            return "TEXT", "str", "str"
        case "integer", _:
            return "NUMBER", "int", "int"
        case "boolean", _:
            return "FLAG", "bool", "bool"
        case other:
            raise ContractError(f"no rule for a parameter of type {other}")


def _body(operation: Json) -> Iterator[Parameter]:
    body = operation.get("requestBody")
    if body is None:
        return
    ((content_type, content),) = body["content"].items()
    if content_type == "application/json":
        model = _named(content["schema"]["$ref"])
        yield Parameter(
            name=snake(model),
            wire="",
            place="BODY",
            kind="MODEL",
            annotation=f"{model} | Mapping[str, Any]",
            documented_type=f"[{model}](models/{model}.md)",
            required=True,
            description=body["description"],
            example=repr(content["example"]),
            model=model,
        )
        return
    schema = content["schema"]
    for name, each in schema["properties"].items():
        yield Parameter(
            name=name,
            wire=name,
            place="FORM",
            kind="TEXT",
            annotation="str",
            documented_type="str",
            required=name in schema["required"],
            description=each["description"],
            example=repr(each["example"]),
        )


def _answer(status: str, answer: Json, headers: Json) -> Answer:
    schema: Json = answer.get("content", {}).get("application/json", {}).get("schema", {})
    parts = schema.get("oneOf", [schema] if schema else [])
    models = [_named(part["$ref"]) for part in parts if "$ref" in part]
    return Answer(
        status=status,
        description=answer["description"],
        model=models[0] if models else None,
        may_be_null={"type": "null"} in parts,
        headers=tuple((name, headers[name]["description"]) for name in answer.get("headers", {})),
    )
