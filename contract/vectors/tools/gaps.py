"""Find what the contract declares and no vector shows: operations, arguments, deviations of the service, errors.

`wanted` lists the points of the contract that need a vector, and `shown` the points that one vector shows. check.py
compares the two.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Json = dict[str, Any]
Point = tuple[str, ...]
"""One thing that needs a vector: the words of which its name consists."""

SHARED = {"401", "429"}
"""Statuses with one form of error in all families but that of the token: one vector for all is sufficient."""
_RULES = {"maxLength", "minLength", "format", "enum"}
"""What makes a property of a body one with a rule of its own, besides a deviation, null, and that it is required."""
_OF_TYPE = {str: "text", bool: "boolean", int: "number", float: "number", list: "list", dict: "object"}
"""The form of a value; true is also an int, so the sequence counts."""
_WITHOUT_CALLS = {"price": "ProductCatalog"}
"""The family of kinds whose vectors call nothing, if it is not that of orders."""
_SERVER_ERROR = 500
_LIMIT = re.compile(r"maxLength: (?P<length>\d+)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Operation:
    """One operation of the contract."""

    id: str
    family: str
    method: str
    declared: Json
    parameters: Mapping[str, Json]
    """Its arguments without the body, by their names on the wire."""


class Contract:
    """The contract as contract.json has it."""

    def __init__(self, document: Json) -> None:
        """Read the operations.

        Args:
            document: the content of contract.json.
        """
        self._document = document
        self.operations = {
            each["operationId"]: self._operation(method, each)
            for path in document["paths"].values()
            for method, each in path.items()
        }

    def family(self, kind: str, operations: Sequence[str]) -> str:
        """Return the family of a vector: the tag of the first operation that it calls.

        Args:
            kind: the kind of the vector, which decides if it calls nothing.
            operations: the operations that it calls.
        """
        known = [self.operations[each].family for each in operations if each in self.operations]
        return known[0] if known else _WITHOUT_CALLS.get(kind, "Orders")

    def wanted(self) -> Iterator[Point]:
        """Yield all points that need a vector."""
        for each in self.operations.values():
            yield ("request", each.id)
            yield ("response", each.id)
            yield from (("argument", each.id, name) for name in each.parameters)
            yield from (
                ("the limit of", each.id, name) for name, declared in each.parameters.items() if _limit(declared)
            )
            yield from (
                ("longer argument", name) for name, declared in each.parameters.items() if _dropped_length(declared)
            )
            yield from self._outcomes_wanted(each)
            yield from self._errors_wanted(each)
            # What an SDK refuses is none of its forms: a body that is a list is refused.
            body = {name: value for name, value in self._body(each).items() if name != "x-observed"}
            yield from self._deviations(body, set(), sent=True)
            for _, schema in self._answers(each):
                yield from self._deviations(schema, set(), sent=False)

    def shown(self, kind: str, vector: Json) -> Iterator[Point]:
        """Yield the points that a vector shows.

        Args:
            kind: the kind of the vector.
            vector: the vector.
        """
        given, expect = vector["given"], vector.get("expect", {})
        operation = self.operations.get(given.get("operation", ""))
        if operation is None:
            return
        if kind == "request" and "request" in expect:
            yield ("request", operation.id)
            for name, value in given["arguments"].items():
                yield ("argument", operation.id, name)
                if _is_at_limit(value, operation.parameters.get(name, {})):
                    yield ("the limit of", operation.id, name)
                length = _dropped_length(operation.parameters.get(name, {}))
                if length is not None and len(str(value)) > length:
                    yield ("longer argument", name)
            if "body" in given["arguments"]:
                yield from self._met(given["arguments"]["body"], self._body(operation))
        elif kind == "response":
            yield from self._response_shown(operation, given["answer"], expect)
        elif kind == "error":
            yield from self._error_shown(operation, given, expect)

    def _operation(self, method: str, declared: Json) -> Operation:
        parameters = {each["name"]: each for each in map(self._resolved, declared.get("parameters", ()))}
        form = declared.get("requestBody", {}).get("content", {}).get("application/x-www-form-urlencoded")
        if form:
            parameters |= form["schema"]["properties"]
        return Operation(declared["operationId"], declared["tags"][0], method, declared, parameters)

    def _resolved(self, node: Json) -> Json:
        """Return what a node refers to, with the words beside the reference."""
        if "$ref" not in node:
            return node
        found: Any = self._document
        for step in node["$ref"].split("/")[1:]:
            found = found[step.replace("~1", "/")]
        return {**found, **{name: value for name, value in node.items() if name != "$ref"}}

    def _body(self, operation: Operation) -> Json:
        return _schema(operation.declared.get("requestBody", {}))

    def _answers(self, operation: Operation) -> Iterator[tuple[str, Json]]:
        for status, response in operation.declared["responses"].items():
            yield status, _schema(self._resolved(response))

    def _outcomes_wanted(self, operation: Operation) -> Iterator[Point]:
        """Yield how a call ends by the rules of its operation."""
        declared = operation.declared
        if "x-empty" in declared:
            yield ("empty answer", operation.id)
        if "x-listing" in declared:
            yield ("list that cannot be read", operation.id)
        if "x-proof" in declared:
            yield ("answer without proof", operation.id)
        if operation.method != "get":
            yield ("doubt or none", operation.id)

    def _errors_wanted(self, operation: Operation) -> Iterator[Point]:
        """Yield the forms of errors: for each family those of its own, and those of all families once."""
        for status, schema in self._answers(operation):
            if status >= "4":
                yield _error(operation, status, schema)

    def _deviations(self, schema: Json, seen: set[str], *, sent: bool) -> Iterator[Point]:
        """Yield each declared deviation of a schema and of what is in it; and each rule for what is sent."""
        for each in _branches(schema):
            name = _name(each)
            yield from (("seen as", name, observed["as"]) for observed in each.get("x-observed", ()))
            if "items" in each:
                yield from self._deviations(each["items"], seen, sent=sent)
            if not name or name in seen:
                continue
            seen.add(name)
            declared = self._resolved(each)
            yield from (points for key in ("x-wrapped", "x-bare") if key in declared for points in _shapes(name, key))
            yield from (("undeclared", name, member["name"]) for member in declared.get("x-undeclared", ()))
            for key, member in declared.get("properties", {}).items():
                yield from _of_member(name, key, member)
                if sent and (key in declared.get("required", ()) or _has_rule(member)):
                    yield ("member", name, key)
                if sent and _limit(member):
                    yield ("the limit of", name, key)
                yield from self._deviations({**member, "x-observed": ()}, seen, sent=sent)

    def _met(self, value: Any, schema: Json) -> Iterator[Point]:
        """Yield the deviations and members that a value shows, by the schema that it is declared to have."""
        for each in _branches(schema):
            name = _name(each)
            if name:
                yield ("seen as", name, _form(cast("object", value)))
            items = cast("list[Any]", value) if isinstance(value, list) else [value]
            inner = each.get("items")
            if inner:
                for item in items:
                    yield from self._met(item, inner)
                continue
            declared = self._resolved(each)
            for item in items:
                if isinstance(item, dict):
                    yield from self._members_met(name, cast("Json", item), declared)
            yield from self._shapes_met(name, value, declared)

    def _members_met(self, name: str, value: Json, declared: Json) -> Iterator[Point]:
        yield from (
            ("undeclared", name, each["name"]) for each in declared.get("x-undeclared", ()) if each["name"] in value
        )
        for key, member in declared.get("properties", {}).items():
            spellings = [key, *(each["name"] for each in member.get("x-also-spelled", ()))]
            held = [(spelling, value[spelling]) for spelling in spellings if spelling in value]
            for other in member.get("x-also-found-in", ()):
                inside = value.get(other["name"])
                if isinstance(inside, dict) and key in inside:
                    yield ("found in", name, key, other["name"])
                    held.append((key, cast("Json", inside)[key]))
            for spelling, given in held:
                yield ("member", name, key)
                if spelling != key:
                    yield ("spelled", name, key, spelling)
                yield from _member_met(name, key, member, given)
                yield from self._met(given, member)

    def _shapes_met(self, name: str, value: Any, declared: Json) -> Iterator[Point]:
        wrapped, bare = declared.get("x-wrapped"), declared.get("x-bare")
        listed = isinstance(value, list)
        items = cast("list[Any]", value) if listed else [value]
        for item in items:
            inside = cast("Json", item).get(wrapped["in"]) if wrapped and isinstance(item, dict) else None
            if isinstance(inside, list):
                yield ("shape", name, "wrapped in a list" if listed else "wrapped")
                for each in cast("list[Any]", inside):
                    yield from self._members_met(name, each, declared)
        if bare and listed:
            yield ("shape", name, "bare")
            yield from self._met(items, declared["properties"][bare["of"]])

    def _response_shown(self, operation: Operation, answer: Json, expect: Json) -> Iterator[Point]:
        if "result" in expect:
            yield ("response", operation.id)
            if expect["result"].get("nothing"):
                yield ("empty answer", operation.id)
            schema = dict(self._answers(operation)).get(str(answer["status"]), {})
            yield from self._met(content(answer["body"]), schema)
        else:
            listing, body = operation.declared.get("x-listing"), content(answer["body"])
            if listing and isinstance(body, dict) and cast("Json", body).get(listing):
                yield ("list that cannot be read", operation.id)
            if expect.get("error", {}).get("mayHaveBeenActedOn") and "x-proof" in operation.declared:
                yield ("answer without proof", operation.id)

    def _error_shown(self, operation: Operation, given: Json, expect: Json) -> Iterator[Point]:
        error = expect["error"]
        answer = given.get("answer")
        # After a refusal, and without a request, no call is in doubt.
        is_telling = given.get("fails") == "unanswered" or (answer is not None and answer["status"] >= _SERVER_ERROR)
        if is_telling and "mayHaveBeenActedOn" in error:
            yield ("doubt or none", operation.id)
        if answer is None:
            return
        status, body = str(answer["status"]), content(answer["body"])
        schema = dict(self._answers(operation)).get(status)
        if schema is None:
            return
        met = list(self._met(body, schema))
        yield from met
        # A body that has nothing of its form shows nothing.
        if not _name(schema) or any(each[:2] in (("member", _name(schema)), ("shape", _name(schema))) for each in met):
            yield _error(operation, status, schema)


def gaps(contract: Contract, vectors: Iterable[tuple[str, Json]]) -> list[str]:
    """Return what the contract declares and no vector shows, each as a sentence.

    Args:
        contract: the contract.
        vectors: each vector, after its kind.
    """
    shown = {point for kind, vector in vectors for point in contract.shown(kind, vector)}
    forms: dict[Point, int] = {}
    for point in shown:
        if point[0] == "any":
            forms[point[1:3]] = forms.get(point[1:3], 0) + 1
    shown |= {("any", *place) for place, times in forms.items() if times > 1}
    return [f"no vector shows {' '.join(point)}" for point in dict.fromkeys(contract.wanted()) if point not in shown]


def content(body: Json) -> Any:
    """Return the JSON in the body of a vector; None if it has no JSON."""
    if "json" in body:
        return body["json"]
    try:
        return json.loads(body.get("text", ""))
    except ValueError:
        return None


def _schema(node: Json) -> Json:
    """Return the schema of a body or of an answer; an empty one if it has none."""
    found: list[Json] = [each["schema"] for each in node.get("content", {}).values()]
    return found[0] if found else {}


def _branches(schema: Json) -> Iterator[Json]:
    """Yield a schema, or each of those that it chooses from."""
    choices = schema.get("oneOf", schema.get("anyOf"))
    if choices is None:
        yield schema
    else:
        yield from choices


def _name(schema: Json) -> str:
    """Return the name of a schema; an empty one for a schema without a name."""
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _error(operation: Operation, status: str, schema: Json) -> Point:
    is_shared = status in SHARED and operation.family != "Accesstoken"
    return ("error", "all" if is_shared else operation.family, _name(schema) or "empty")


def _shapes(name: str, key: str) -> list[Point]:
    if key == "x-bare":
        return [("shape", name, "bare")]
    return [("shape", name, "wrapped"), ("shape", name, "wrapped in a list")]


def _has_rule(member: Json) -> bool:
    may_be_null = isinstance(member.get("type"), list) or {"type": "null"} in member.get("oneOf", ())
    return may_be_null or not _RULES.isdisjoint(member)


def _of_member(name: str, key: str, member: Json) -> Iterator[Point]:
    """Yield the deviations of one member of an object."""
    yield from (("seen as", name, key, observed["as"]) for observed in member.get("x-observed", ()))
    yield from (("spelled", name, key, each["name"]) for each in member.get("x-also-spelled", ()))
    yield from (("found in", name, key, each["name"]) for each in member.get("x-also-found-in", ()))
    if "x-gaps" in member:
        yield ("gap", name, key)
    if "x-number-too" in member:
        yield ("seen as", name, key, "number")
    if "x-list-of-one" in member:
        yield from (("seen as", name, key, form) for form in ("object", "list"))
    if "x-any" in member or "x-any" in member.get("items", {}):
        yield ("any", name, key)
    if _dropped_length(member) is not None:
        yield ("longer", name, key)


def _member_met(name: str, key: str, member: Json, value: object) -> Iterator[Point]:
    """Yield the deviations that the value of a member shows."""
    # A day is a text: where one is declared, another text deviates.
    if not (member.get("format") == "date" and isinstance(value, str) and _DAY.fullmatch(value)):
        yield ("seen as", name, key, _form(value))
    items = _listed(value)
    if None in items:
        yield ("gap", name, key)
    if _is_at_limit(value, member):
        yield ("the limit of", name, key)
    length = _dropped_length(member)
    if length is not None and len(str(value)) > length:
        yield ("longer", name, key)
    if "x-any" in member:
        yield ("any", name, key, _form(value))
    if "x-any" in member.get("items", {}):
        yield from (("any", name, key, _form(each)) for each in items)


def _limit(declared: Json) -> int | None:
    """Return the largest length of an argument or member, or the largest number."""
    schema = declared.get("schema", declared)
    found: int | None = schema.get("maxLength", schema.get("maximum"))
    return found


def _is_at_limit(value: object, declared: Json) -> bool:
    limit = _limit(declared)
    return limit is not None and limit == (len(value) if isinstance(value, str) else value)


def _dropped_length(declared: Json) -> int | None:
    """Return the published length that is not enforced for an argument or a member."""
    found = (_LIMIT.fullmatch(each["limit"]) for each in declared.get("x-dropped", ()))
    return next((int(each["length"]) for each in found if each), None)


def _listed(value: object) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else []


def _form(value: object) -> str:
    return next((form for kind, form in _OF_TYPE.items() if isinstance(value, kind)), "null")
