"""Checks answers against contract/openapi.yaml, as published or with the deviations observed in the live API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import yaml
from jsonschema import Draft202012Validator

from xi.sdk.resellers.sandbox.operations.table import TABLE
from xi.sdk.resellers.sandbox.wire.messages import NO_BODY, ApiResponse

Json = dict[str, Any]

CONTRACT: Final = Path(__file__).parents[2] / "contract" / "openapi.yaml"
# The loader in C is ten times as fast as the other one.
DOCUMENT: Final[Json] = yaml.load(CONTRACT.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
OPERATION_IDS: Final = {
    row.name: DOCUMENT["paths"][row.path][row.method.lower()]["operationId"]
    for row in TABLE
    if row.method.lower() in DOCUMENT["paths"].get(row.path, ())
}
JSON_TYPE: Final = "application/json"

_OBSERVED: Final[dict[str, Json]] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "null": {"type": "null"},
}


class ContractError(AssertionError):
    """An answer does not match the contract."""


def operations() -> Iterator[tuple[str, str, Json]]:
    """Yield every operation with its method and path."""
    for path, item in DOCUMENT["paths"].items():
        for method, operation in item.items():
            responses = {status: _resolved(answer) for status, answer in operation["responses"].items()}
            yield method.upper(), path, {**operation, "responses": responses}


def _resolved(answer: Json) -> Json:
    """Resolve the reference of a shared answer; the operation's own keys override it."""
    reference = answer.get("$ref")
    common = DOCUMENT["components"]["responses"][reference.rsplit("/", 1)[1]] if reference else {}
    return {**common, **answer}


def documented() -> Iterator[tuple[str, str]]:
    """Yield the ID of every operation with each of its documented statuses."""
    for _, _, operation in operations():
        for status in operation["responses"]:
            yield operation["operationId"], status


def operation_at(method: str, target: str) -> Json:
    """Return the operation of a request line; a more literal path takes precedence."""
    path = target.partition("?")[0].removeprefix("/sandbox")
    fitting = [
        (template.count("{"), operation)
        for known, template, operation in operations()
        if known == method and _fits(template, path)
    ]
    if not fitting:
        raise ContractError(f"the contract has no {method} {path}")
    return min(fitting, key=lambda each: each[0])[1]


def _fits(template: str, path: str) -> bool:
    wanted, given = template.split("/"), path.split("/")
    return len(wanted) == len(given) and all(
        (bool(unquote(one)) if part.startswith("{") else part == one) for part, one in zip(wanted, given, strict=True)
    )


def check(operation: Json, status: int, content_type: str, body: bytes, *, strict: bool = False) -> None:
    """Check an answer against the contract.

    Args:
        operation: of the contract.
        status: of the answer; one the operation documents.
        content_type: as the header says it.
        body: as it came; empty where the contract gives the status none.
        strict: against the published schema alone, not against what was observed besides.

    Raises:
        ContractError: it is something else; it says what and where.
    """
    where = f"{operation['operationId']} {status}"
    answer = operation["responses"].get(str(status))
    if answer is None:
        raise ContractError(f"{where} is not documented: {body[:500]!r}")
    if "content" not in answer:
        if body:
            raise ContractError(f"{where} has a body, the contract gives it none: {body[:500]!r}")
        return
    if not body and status == 200 and {"type": "null"} in answer["content"][JSON_TYPE]["schema"].get("oneOf", ()):
        # What the contract writes as null has no bytes on the wire.
        body = b"null"
    if content_type.partition(";")[0] != JSON_TYPE:
        raise ContractError(f"{where} is {content_type or 'of no type'}, not {JSON_TYPE}")
    try:
        value = json.loads(body)
    except ValueError:
        raise ContractError(f"{where} is not JSON: {body[:500]!r}") from None
    problems = errors(answer["content"][JSON_TYPE]["schema"], value, strict=strict)
    if problems:
        raise ContractError("\n".join([where, *problems]))


def check_answer(operation_id: str, answer: ApiResponse, *, strict: bool = False) -> None:
    """Check an answer against the contract before it is sent over HTTP; see `check`."""
    (operation,) = (each for _, _, each in operations() if each["operationId"] == operation_id)
    body = b"" if answer.body is NO_BODY else json.dumps(answer.body, allow_nan=False).encode()
    check(operation, answer.status, JSON_TYPE if body else "", body, strict=strict)


def errors(schema: Json, value: object, *, strict: bool = False) -> list[str]:
    """Return what is wrong with a value, with the place of each error."""
    validator = Draft202012Validator(
        {**widened(schema, strict=strict), "components": {"schemas": _schemas(strict)}},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    found = sorted(validator.iter_errors(value), key=lambda each: each.json_path)
    return [f"{each.json_path}: {each.message[:300]}" for each in found]


@cache
def _schemas(strict: bool) -> Json:
    return {name: widened(schema, strict=strict) for name, schema in DOCUMENT["components"]["schemas"].items()}


def widened(schema: Json, *, strict: bool = False) -> Json:
    """Return a schema that accepts declared values and, unless strict, observed deviations, but no undeclared field.

    What a field deviates by is its own: x-observed gives it further types, x-also-spelled a second name, x-dropped
    takes a limit away. A schema may have members undeclared, or come wrapped in a list.
    """
    made = {key: value for key, value in schema.items() if not key.startswith("x-") and key != "description"}
    if "items" in made:
        made["items"] = widened(made["items"], strict=strict)
    for choice in ("oneOf", "anyOf"):
        if choice in made:
            made[choice] = [widened(each, strict=strict) for each in made[choice]]
    if "properties" in made:
        made["properties"] = dict(_properties(made["properties"], strict=strict))
        made.setdefault("additionalProperties", False)
    if strict:
        return made
    for each in schema.get("x-undeclared", ()):
        made["properties"][each["name"]] = {"type": each["type"]}
    if "x-wrapped" in schema:
        name = schema["x-wrapped"]["in"]
        wrapped = {"type": "array", "items": made, "minItems": 1}
        body = {"type": "object", "properties": {name: wrapped}, "additionalProperties": False, "required": [name]}
        # Some families send it inside a list of one, which no schema has.
        return {"anyOf": [body, {"type": "array", "items": body, "minItems": 1, "maxItems": 1}]}
    if "x-bare" in schema:
        return {"anyOf": [made, made["properties"][schema["x-bare"]["of"]]]}
    for each in schema.get("x-dropped", ()):
        made.pop(each["limit"].partition(":")[0], None)
    forms = [_form(made, each["as"]) for each in schema.get("x-observed", ())]
    return {"anyOf": [made, *forms]} if forms else made


def _properties(properties: Mapping[str, Json], *, strict: bool) -> Iterator[tuple[str, Json]]:
    for name, schema in properties.items():
        made = widened(schema, strict=strict)
        yield name, made
        if not strict:
            yield from ((each["name"], made) for each in schema.get("x-also-spelled", ()))


def _form(schema: Json, form: str) -> Json:
    if form == "object":
        return schema["items"]
    if form == "list":
        return {"type": "array", "items": schema}
    return _OBSERVED[form]
