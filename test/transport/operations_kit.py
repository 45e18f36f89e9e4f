"""A call and a good answer of every operation of the contract, made from the operation itself."""

from __future__ import annotations

import json
import typing
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from xi.sdk.resellers import aio, api, models
from xi.sdk.resellers._core import operations
from xi.sdk.resellers._core.operation import Kind, Operation, Parameter, Place

TEXT = "2024-05-01"
"""Every parameter and every member takes it, also one that has to be a day; so all of them name the same order."""


class Known(NamedTuple):
    """An operation, a call of it, and what answers it well."""

    operation: Operation[Any]
    group: str
    """The class that has it, in both clients."""
    arguments: dict[str, Any]
    good: bytes
    """The body of a good 200."""
    elsewise: dict[str, bytes]
    """Bodies of a 200 that prove nothing, by what is wrong with them."""

    def __str__(self) -> str:
        return self.operation.name

    def call(self, client: Any, module: Any = api) -> Any:
        """Make the call; `module` says with which of the two clients."""
        return getattr(getattr(module, self.group)(client), self.operation.name)(**self.arguments)


def every_operation() -> Iterator[Known]:
    """Yield each operation of the contract; one that a client lacks is an error."""
    for name in operations.__all__:
        operation: Operation[Any] = getattr(operations, name)
        groups = [each for each in api.__all__ if not each.startswith("Bound") and _has(api, each, operation.name)]
        assert len(groups) == 1, f"{operation.name} is in {groups}"
        assert _has(aio, groups[0], operation.name), f"the awaited {groups[0]} lacks {operation.name}"
        arguments = {each.name: _argument(each) for each in operation.parameters if _is_needed(each, operation)}
        yield Known(operation, groups[0], arguments, _good(operation), dict(_elsewise(operation)))


def _has(module: Any, group: str, method: str) -> bool:
    return callable(getattr(getattr(module, group), method, None))


def _is_needed(parameter: Parameter, operation: Operation[Any]) -> bool:
    first = next(iter(operation.body_indexes), None)
    if parameter.place is Place.BODY:
        return first is not None and parameter is operation.parameters[first]
    return parameter.required


_BY_KIND: dict[Kind, Callable[[], Any]] = {
    Kind.TEXTS: lambda: [TEXT],
    Kind.FLAG: lambda: True,
    Kind.DAY: lambda: TEXT,
    Kind.DAYS: lambda: [TEXT, TEXT],
}


def _argument(parameter: Parameter) -> Any:
    if parameter.kind is Kind.MODEL:
        return _filled(getattr(models, parameter.model or ""))
    if parameter.kind is Kind.NUMBER:
        return parameter.minimum or 1
    if parameter.kind is Kind.TEXT:
        return "US" if parameter.max_length == 2 else TEXT.ljust(parameter.min_length or 0, "0")[: parameter.max_length]
    return _BY_KIND[parameter.kind]()


def _filled(model: type[BaseModel]) -> dict[str, Any]:
    """Return the members without which the model is not made, and one more, as a body cannot be empty."""
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    return dict(_member(model, name) for name in needed or [next(iter(model.model_fields))])


def _member(model: type[BaseModel], name: str, inner: list[str] | None = None) -> tuple[str, Any]:
    """Return the name and a value of a member; `inner` leads on to one of its own members."""
    field = model.model_fields[name]
    is_list, kind = _kind(field.annotation)
    value: Any = {bool: True, int: 1, float: 1.5}.get(kind, TEXT)
    if issubclass(kind, BaseModel):
        value = dict([_member(kind, inner[0], inner[1:])]) if inner else _filled(kind)
    return field.alias or name, [value] if is_list else value


def _kind(annotation: Any) -> tuple[bool, type]:
    """Return whether an annotation is a list, and the first class in it."""
    if isinstance(annotation, type) and not typing.get_origin(annotation):
        return False, annotation
    inside = next(each for each in typing.get_args(annotation) if each is not type(None))
    is_list, kind = _kind(inside)
    return is_list or typing.get_origin(annotation) is list, kind


def _success(operation: Operation[Any]) -> tuple[type[BaseModel], bool] | None:
    body = next((operation.parameters[i].model for i in operation.body_indexes), None)
    name, is_list = operation.result_at(200, body)
    return (getattr(models, name), is_list) if name else None


def _good(operation: Operation[Any]) -> bytes:
    success = _success(operation)
    if success is None:
        return b""
    model, is_list = success
    if operation.proof is not None:
        path = next(each for each in operation.proof.any_of if each.split(".")[0] in model.model_fields)
        made = dict([_member(model, path.split(".")[0], path.split(".")[1:])])
    elif operation.listing is not None:
        made = {operation.listing.wire: []}
    else:
        made = dict([_member(model, next(iter(model.model_fields)))])
    return json.dumps([made] if is_list else made).encode()


def _elsewise(operation: Operation[Any]) -> Iterator[tuple[str, bytes]]:
    if operation.proof is not None:
        yield "a body that names nothing that was made", b'{"customerOrderNumber": "PO-1"}'
    if operation.listing is not None:
        yield "a list that cannot be read", json.dumps({operation.listing.wire: "none"}).encode()
