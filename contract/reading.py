"""Reads `openapi.yaml` into the values the templates speak of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import yaml
from values import Answer, Api, Contract, ContractError, Emptiness, Field, Listing, Model, Operation, Parameter, Proof

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Json = dict[str, Any]


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
    limits = tuple(_limits(schema, "ge", "le")) if is_request else ()
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


def _limits(schema: Json, minimum: str, maximum: str) -> Iterator[str]:
    """The limits of a value, those of a number under the names that they have where they are written."""
    settings = {"minLength": "min_length", "maxLength": "max_length", "minimum": minimum, "maximum": maximum}
    for key, setting in settings.items():
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
    if is_request and kind in ("integer", "number"):
        number = "WholeNumber" if kind == "integer" else "Number"
        return f"{number} | str" if "text" in forms else number
    plain = {"string": "str", "integer": "int", "number": "IntOrFloat", "boolean": "bool", "object": "dict[str, Any]"}
    return plain[kind]


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
    return {"string": "str", "integer": "int", "number": "int or float", "boolean": "bool", "object": "dict"}[kind]


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
            empty=_emptiness(each, headers),
            proof=_proof(each),
            listing=_listing(each),
        )


def _emptiness(operation: Json, headers: Json) -> Emptiness | None:
    """When an answer may carry nothing, as `x-empty` says; an answer without a body has to be among it."""
    said = operation.get("x-empty")
    good = {int(status): answer for status, answer in operation["responses"].items() if status < "300"}
    read = {status: _answer(str(status), answer, headers) for status, answer in good.items()}
    bare = {status for status, answer in read.items() if not answer.model or answer.may_be_null}
    if bare - set(said["statuses"] if said else ()):
        raise ContractError(f"{operation['operationId']}: x-empty has to name the statuses {sorted(bare)}")
    if said is None:
        return None
    query = said.get("query")
    return Emptiness(tuple(sorted(said["statuses"])), None if query is None else (query["name"], query["value"]))


def _proof(operation: Json) -> Proof | None:
    said = operation.get("x-proof")
    if said is None:
        return None
    instead = {int(status): _members(path) for status, path in said.get("instead", {}).items()}
    return Proof(tuple(map(_members, said["anyOf"])), instead)


def _listing(operation: Json) -> Listing | None:
    said = operation.get("x-listing")
    return None if said is None else Listing(snake(said), said)


def _members(path: str) -> str:
    return ".".join(map(snake, path.split(".")))


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
            limits=tuple(_limits(schema, "minimum", "maximum")),
        )


def _no_example(operation: Json, name: str) -> str:
    raise ContractError(f"{operation['operationId']}: parameter {name} needs an example")


def _parameter_name(wire: str) -> str:
    prefix, _, rest = wire.partition("-")
    return f"im_{snake(rest)}" if prefix == "IM" else snake(wire)


def _parameter_kind(schema: Json) -> tuple[str, str, str]:
    match schema["type"], schema.get("format"):
        case "array", _ if schema["items"].get("format") == "date":
            return "DAYS", "Sequence[date | str]", "List[date]"
        case "array", _:
            return "TEXTS", "Sequence[str]", "List[str]"
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
