"""Reads the contract's files into the values the templates speak of; what has no rule is refused with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.contract import (
    Api,
    Contract,
    Emptiness,
    Listing,
    Operation,
    Parameter,
    Proof,
    Response,
    Result,
)
from generator.schemas import (
    VERSIONS,
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
        ContractError: it says something the generator has no rule for; the message names the place.
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
        *("x-repeat", "x-empty", "x-proof", "x-listing", "x-python-name", *VERSIONS),
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
    parameters = [*_parameters(path, each), *_body(each)]
    return Operation(
        name=python_name(each, each.text("operationId")),
        tag=tags[0],
        method=method,
        path=path,
        summary=each.text("summary"),
        description=each.text("description"),
        repeat=repeat,
        authorized=(each.get("security") or each.document.common["security"]).value != [],
        # As the published signature has them: the body after the last required parameter, if it is required.
        parameters=tuple(sorted(parameters, key=lambda each: not each.required)),
        responses=responses,
        empty=_emptiness(each, responses),
        proof=_proof(each),
        listing=_listing(each, responses),
    )


def _emptiness(operation: Node, responses: tuple[Response, ...]) -> Emptiness | None:
    """When an answer may carry nothing, as `x-empty` says; an answer without a body has to be among it."""
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
        *("x-dropped", "x-python-name", *VERSIONS),
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
    required = "required" in each and each["required"].value is True
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
    )


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
    body.only("required", "description", "content", "x-python-name", *VERSIONS)
    required = "required" in body and body["required"].value is True
    ((content_type, content), *others) = body["content"].members()
    if others or content_type not in (_JSON, _FORM):
        raise body["content"].fault(f"no rule for it; there is one for either {_JSON} or {_FORM}")
    content.only("schema", "example")
    schema = content["schema"]
    if content_type == _FORM:
        yield from _form(schema)
        return
    if "$ref" not in schema:
        raise schema.fault(f"no rule for a body that is not a $ref to a schema; {_NAME_IT}")
    model = referred(schema)
    yield Parameter(
        name=python_name(body, model),
        wire="",
        place="BODY",
        kind="MODEL",
        annotation=f"{model} | Mapping[str, Any]",
        documented_type=f"[{model}](models/{model}.md)",
        required=required,
        description=body.text("description"),
        example=repr(content["example"].value),
        model=model,
    )


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
    result, may_be_null = (None, False) if schema is None else _result(schema, is_error=int(status) >= _REDIRECT)
    headers = found.get("headers")
    for _, header in headers.members() if headers else ():
        header.followed().text("description")
    return Response(
        status=status,
        description=(said if "description" in said else found).text("description"),
        result=result,
        may_be_null=may_be_null,
        headers=tuple(name for name, _ in headers.members()) if headers else (),
    )


def _result(schema: Node, *, is_error: bool) -> tuple[Result, bool]:
    """What a response holds, and whether null may stand for it."""
    plain, may_be_null = without_null(schema)
    if "$ref" in plain:
        return Result(referred(plain)), may_be_null
    if "properties" in plain or plain_type(plain) != "array" or "$ref" not in plain["items"]:
        why = "no rule for an answer that is neither a $ref to a schema nor a list of them"
        raise plain.fault(f"{why}; {_NAME_IT}")
    if is_error:
        raise plain.fault("no rule for an error that is a list; name the schema of its entries")
    return Result(referred(plain["items"]), is_list=True), may_be_null
