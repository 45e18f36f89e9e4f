"""Reads the files of the contract into the values for the templates; refuses what has no rule, with its place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.contract import (
    Api,
    Contract,
    Emptiness,
    Listing,
    Operation,
    OtherOrder,
    Parameter,
    Proof,
    Response,
    Result,
)
from generator.schemas import (
    FIRST_VERSION,
    VERSIONS,
    bases_of,
    distinct,
    known_values,
    limits,
    plain_type,
    python_name,
    read_models,
    referred,
    snake,
    without_null,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document import Document, Node

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_REPEATS = ("SAFE", "IDEMPOTENT", "ONCE")
_REDIRECT = 300
_NAME_IT = "write an object under components/schemas and refer to it"
_LONGEST_SUMMARY = 100
"""Characters; it is the first line of a docstring."""


def read_contract(document: Document) -> Contract:
    """Read the contract.

    Raises:
        ContractError: it has something that the generator has no rule for; the message names the place.
    """
    read = [(_operation(path, method, each), each) for path, method, each in document.operations()]
    distinct((operation.name, each) for operation, each in read)
    apis = tuple(_api(tag, [operation for operation, _ in read]) for tag in document.tags())
    distinct(zip((api.name for api in apis), document.tags(), strict=True))
    names = {tag.text("name") for tag in document.tags()}
    for operation, each in read:
        if operation.tag not in names:
            raise each["tags"].fault(f"there is no tag {operation.tag}")
    server = next(document.common["servers"].entries())
    return Contract(host=server.text("url"), models=read_models(document), apis=apis)


def _api(tag: Node, operations: list[Operation]) -> Api:
    tag.only("name", "description")
    name = tag.text("name")
    if not re.fullmatch(r"([A-Z][a-z0-9]*)+", name):
        raise tag["name"].fault("should be words in capitals, such as ProductCatalog")
    own = sorted((each for each in operations if each.tag == name), key=lambda each: each.name)
    if not own:
        raise tag.fault("no operation has this tag")
    return Api(name=f"{name}Api", family=snake(name), description=tag.text("description"), operations=tuple(own))


def _operation(path: str, method: str, each: Node) -> Operation:
    each.only(
        *("operationId", "tags", "summary", "description", "security", "parameters", "requestBody", "responses"),
        *("x-repeat", "x-empty", "x-proof", "x-listing", "x-other-order", "x-python-name", *VERSIONS),
    )
    tags = [str(entry.value) for entry in each["tags"].entries()]
    if len(tags) != 1:
        raise each["tags"].fault("should name one tag")
    repeat = each["x-repeat"].value if "x-repeat" in each else None
    if repeat not in _REPEATS:
        where, what = (each, "x-repeat") if repeat is None else (each["x-repeat"], "it")
        raise where.fault(f"{what} should be one of {', '.join(_REPEATS)}: how safe it is to send the call again")
    if len(each.text("summary")) > _LONGEST_SUMMARY:
        raise each["summary"].fault(f"should have at most {_LONGEST_SUMMARY} characters")
    responses = tuple(_response(status, response) for status, response in sorted(each["responses"].members()))
    parameters = _in_signature([*_parameters(path, each), *_body(each)])
    if any(response.instead for response in responses) and not any(one.instead for one in parameters):
        raise each["responses"].fault("no rule for an answer of two models where the body is not of two models")
    return Operation(
        name=python_name(each, each.text("operationId")),
        tag=tags[0],
        method=method,
        path=path,
        summary=each.text("summary"),
        description=each.text("description"),
        repeat=repeat,
        authorized=(each.get("security") or each.document.common["security"]).value != [],
        parameters=parameters,
        responses=responses,
        empty=_emptiness(each, responses),
        proof=_proof(each),
        listing=_listing(each, responses),
        other_order=_other_order(each, parameters),
    )


def _in_signature(parameters: list[Parameter]) -> tuple[Parameter, ...]:
    """Return the arguments in the sequence of the published signature.

    A required body is after the last required parameter. What only another version has comes last, and by name.
    """
    ordered = sorted(parameters, key=lambda each: (each.by_name, not (each.required or each.was_required)))
    found: list[Parameter] = []
    may_be_left_out = False
    for each in ordered:
        may_be_left_out = each.by_name or may_be_left_out or not each.required
        found.append(replace(each, has_default=may_be_left_out))
    return tuple(found)


def _other_order(operation: Node, parameters: tuple[Parameter, ...]) -> OtherOrder | None:
    """Return the order of another version, from `x-other-order`, which names all that it takes by position."""
    said = operation.get("x-other-order")
    if said is None:
        return None
    said.only("version", "names")
    known = {each.name: each for each in parameters}
    for entry in said["names"].entries():
        if entry.value not in known:
            raise entry.fault(f"there is no argument {entry.value}")
    here = [each for each in parameters if not each.by_name]
    there = [known[str(name)] for name in said["names"].value]
    at = next((i for i, pair in enumerate(zip(here, there, strict=False)) if pair[0] is not pair[1]), len(here))
    if there[at:] == []:
        raise said["names"].fault("the order is the same here")
    kinds = [[each.kind for each in order[at:]] for order in (here, there)]
    return OtherOrder(said.text("version"), at, tuple(each.name for each in there[at:]), kinds[0] == kinds[1])


def _emptiness(operation: Node, responses: tuple[Response, ...]) -> Emptiness | None:
    """Return when an answer may be empty, from `x-empty`, which has to include each answer without a body."""
    said = operation.get("x-empty")
    statuses: tuple[int, ...] = tuple(sorted(said["statuses"].value)) if said else ()
    good = [each for each in responses if int(each.status) < _REDIRECT]
    bare = {int(each.status) for each in good if each.result is None or each.may_be_null}
    if bare - set(statuses):
        raise operation.fault(f"x-empty has to name the statuses {sorted(bare)}, which may come without a body")
    if said is None:
        return None
    said.only("statuses", "query")
    query = said.get("query")
    return Emptiness(statuses, None if query is None else (query.text("name"), query.text("value")))


def _proof(operation: Node) -> Proof | None:
    said = operation.get("x-proof")
    if said is None:
        return None
    said.only("anyOf", "instead")
    instead = said.get("instead")
    return Proof(
        tuple(_members(str(entry.value)) for entry in said["anyOf"].entries()),
        {int(status): _members(str(member.value)) for status, member in instead.members()} if instead else {},
    )


def _members(path: str) -> str:
    return ".".join(map(snake, path.split(".")))


def _listing(operation: Node, responses: tuple[Response, ...]) -> Listing | None:
    if "x-listing" not in operation:
        return None
    wire = operation.text("x-listing")
    results = {each.result for each in responses if int(each.status) < _REDIRECT and each.result}
    for result in results:
        if result.is_list or wire not in operation.document.schemas[result.model]["properties"]:
            raise operation["x-listing"].fault(f"{result.annotation} has no member {wire}")
    return Listing(snake(wire), wire)


def _parameters(path: str, operation: Node) -> Iterator[Parameter]:
    found = operation.get("parameters")
    nodes = [entry.followed() for entry in found.entries()] if found else []
    distinct((python_name(each, each.text("name")), each) for each in nodes)
    in_path = {each.text("name") for each in nodes if each.text("in") == "path"}
    if in_path != set(re.findall(r"{([^{}]*)}", path)):
        raise operation.fault(f"the path {path} and its parameters {sorted(in_path)} do not match")
    yield from map(_parameter, nodes)


def _parameter(each: Node) -> Parameter:
    each.only(
        *("name", "in", "required", "description", "schema", "style", "explode", "example"),
        *("x-dropped", "x-python-name", "x-by-name", "x-required-in", *VERSIONS),
    )
    wire, place = each.text("name"), each.text("in")
    if place not in ("path", "query", "header"):
        raise each["in"].fault("no rule for this place; there is one for path, query and header")
    for name, value in (("style", "form"), ("explode", True)):
        if name in each and (each[name].value != value or place != "query"):
            raise each[name].fault(f"no rule for it; there is one for {value} in a query")
    schema = each["schema"]
    kind, annotation, documented = _parameter_kind(schema)
    if kind in ("TEXTS", "DAYS") and place != "query":
        raise each.fault("no rule for a list outside a query")
    required, was_required = _needed(each)
    by_name = "x-by-name" in each
    if by_name and (each["x-by-name"].value is not True or required or was_required):
        raise each["x-by-name"].fault("no rule for it; there is one for true, for a parameter that is not required")
    if place == "path" and not required:
        raise each.fault("a parameter in the path should be required")
    return Parameter(
        name=python_name(each, wire),
        wire=wire,
        place=place.upper(),
        kind=kind,
        annotation=annotation,
        documented_type=documented,
        required=required,
        description=each.text("description"),
        example=repr(each["example"].value),
        limits=limits(schema, "minimum", "maximum"),
        known=known_values(schema),
        was_required=was_required,
        by_name=by_name,
    )


def _needed(said: Node) -> tuple[bool, bool]:
    """Return whether a parameter or body is required, and whether only version 1.1.0 requires it."""
    required = "required" in said and said["required"].value is True
    was_required = "x-required-in" in said
    if was_required and (required or said["x-required-in"].value != FIRST_VERSION):
        raise said["x-required-in"].fault(f"no rule for it; there is one for {FIRST_VERSION}, where it is not required")
    return required, was_required


def _parameter_kind(schema: Node) -> tuple[str, str, str]:
    is_day = "format" in schema and schema["format"].value == "date"
    match plain_type(schema), is_day:
        case "array", _:
            items = schema["items"]
            if plain_type(items) != "string":
                raise items.fault("no rule for a parameter that is a list of anything but texts and dates")
            if "format" in items and items["format"].value == "date":
                return "DAYS", "Sequence[date | str]", "List[date]"
            return "TEXTS", "Sequence[str]", "List[str]"
        case "string", True:
            return "DAY", "date | str", "date"
        case "string", False:
            return "TEXT", "str", "str"
        case "integer", _:
            return "NUMBER", "int", "int"
        case "boolean", _:
            return "FLAG", "bool", "bool"
        case kind, _:
            raise schema.fault(f"no rule for a parameter of type {kind}")


def _body(operation: Node) -> Iterator[Parameter]:
    body = operation.get("requestBody")
    if body is None:
        return
    body = body.followed()
    body.only("required", "description", "content", "x-python-name", "x-required-in", "x-told-by", *VERSIONS)
    required, was_required = _needed(body)
    ((content_type, content), *others) = body["content"].members()
    if others or content_type not in (_JSON, _FORM):
        raise body["content"].fault(f"no rule for it; there is one for either {_JSON} or {_FORM}")
    content.only("schema", "example")
    schema = content["schema"]
    if content_type == _FORM:
        yield from _form(schema)
        return
    if "oneOf" in schema:
        yield from _either_body(body, content)
        return
    if "x-told-by" in body:
        raise body["x-told-by"].fault("no rule for it where the body is of one model")
    if "$ref" not in schema:
        raise schema.fault(f"no rule for a body that is not a $ref to a schema; {_NAME_IT}")
    yield replace(
        _body_of_model(body, content, referred(schema)),
        name=python_name(body, referred(schema)),
        required=required,
        was_required=was_required,
    )


def _body_of_model(body: Node, content: Node, model: str) -> Parameter:
    return Parameter(
        name=snake(model),
        wire="",
        place="BODY",
        kind="MODEL",
        annotation=f"{model} | Mapping[str, Any]",
        documented_type=f"[{model}](models/{model}.md)",
        required=False,
        description=body.text("description"),
        example=repr(content["example"].value),
        model=model,
    )


def _either_body(body: Node, content: Node) -> Iterator[Parameter]:
    """Yield the two arguments of a body that is of one of two models; the second one only goes by name."""
    schema = content["schema"]
    schema.only("oneOf")
    choices = list(schema["oneOf"].entries())
    if len(choices) != 2 or any("$ref" not in each for each in choices):  # noqa: PLR2004 - a pair
        raise schema["oneOf"].fault("no rule for a choice but that of two $ref to schemas")
    if not _needed(body)[0]:
        raise body.fault("no rule for a body of two models that is not required")
    first, second = (_body_of_model(body, content, referred(each)) for each in choices)
    text = "Give this or `{}`, one of the two."
    second = replace(second, description=text.format(first.name), by_name=True, example="None")
    told_by = tuple(_members(str(entry.value)) for entry in body["x-told-by"].entries())
    yield replace(first, was_required=True, instead=second, told_by=told_by)
    yield second


def _form(schema: Node) -> Iterator[Parameter]:
    schema.only("type", "required", "properties")
    required = [entry.value for entry in schema["required"].entries()]
    for name, each in schema["properties"].members():
        if plain_type(each) != "string":
            raise each.fault("no rule for a part of a form that is not a text")
        yield Parameter(
            name=python_name(each, name),
            wire=name,
            place="FORM",
            kind="TEXT",
            annotation="str",
            documented_type="str",
            required=name in required,
            description=each.text("description"),
            example=repr(each["example"].value),
        )


def _response(status: str, said: Node) -> Response:
    if not re.fullmatch("[2-5][0-9][0-9]", status):
        raise said.fault("no rule for a response that is not under one status")
    found = said.followed()
    if found is not said:
        said.only("$ref", "description", *VERSIONS)
    found.only("description", "headers", "content", *VERSIONS)
    content = found.get("content")
    schema: Node | None = None
    if content is not None:
        content.only(_JSON)
        content[_JSON].only("schema", "example", "examples")
        schema = content[_JSON]["schema"]
    is_error = int(status) >= _REDIRECT
    result, may_be_null, instead = (None, False, None) if schema is None else _results(schema, is_error=is_error)
    headers = found.get("headers")
    for _, header in headers.members() if headers else ():
        header.followed().text("description")
    return Response(
        status=status,
        description=(said if "description" in said else found).text("description"),
        result=result,
        may_be_null=may_be_null,
        headers=tuple(name for name, _ in headers.members()) if headers else (),
        instead=instead,
    )


def _results(schema: Node, *, is_error: bool) -> tuple[Result, bool, Result | None]:
    """Return the result in a response, whether it may be null, and the result for a body of the second model."""
    if "anyOf" in schema and all("$ref" in each for each in schema["anyOf"].entries()) and not is_error:
        schema.only("anyOf")
        parts = [_result(each, is_error=False)[0] for each in schema["anyOf"].entries()]
        if len(parts) != 2:  # noqa: PLR2004 - a pair
            raise schema["anyOf"].fault("no rule for a choice but that of two, in the sequence of the bodies")
        return parts[0], False, parts[1]
    return (*_result(schema, is_error=is_error), None)


def _result(schema: Node, *, is_error: bool) -> tuple[Result, bool]:
    """Return the result in a response, and whether it may be null."""
    plain, may_be_null = without_null(schema)
    if "$ref" in plain:
        return Result(referred(plain), bases=bases_of(plain.followed())), may_be_null
    if "properties" in plain or plain_type(plain) != "array" or "$ref" not in plain["items"]:
        why = "no rule for an answer that is neither a $ref to a schema nor a list of them"
        raise plain.fault(f"{why}; {_NAME_IT}")
    if is_error:
        raise plain.fault("no rule for an error that is a list; name the schema of its entries")
    return Result(referred(plain["items"]), is_list=True), may_be_null
