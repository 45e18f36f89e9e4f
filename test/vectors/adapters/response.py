"""Responses: an answer becomes a typed result in which nothing the server sent is lost, or an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from adapters.calling import answer_of, api_of, configuration_of, operation_of, python_arguments
from adapters.comparing import MISSING, Mismatch, compare, exact
from adapters.error import compare_error

from xi.sdk import resellers
from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.models._model import Model
from xi.sdk.resellers.testing import Answer, ScriptedTransport

_PARTS = {"fields", "unparsed", "extra", "written", "nothing"}


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given = vector["given"]
    operation = operation_of(given["operation"])
    arguments = python_arguments(operation, given.get("arguments", {}), filled=True)
    answer = answer_of(given["answer"])
    script = ScriptedTransport(Answer(answer.status, answer.body, answer.headers, answer.reason))
    client = resellers.ApiClient(configuration_of({"token": "tok-1"}, {"attempts": 1}), transport=script)
    try:
        result = getattr(api_of(client, resellers, operation), operation.name)(**arguments)
    except ApiException as error:
        return compare_end("", vector["expect"], error)
    return compare_end("", vector["expect"], result)


def compare_end(at: str, want: Mapping[str, Any], got: Any) -> list[Mismatch]:
    """Return how the end of a call, a result or an error, differs from the one expected."""
    ((kind, wanted),) = want.items()
    if kind == "error" and isinstance(got, ApiException):
        return compare_error(f"{at}/error", wanted, got)
    if kind == "result" and not isinstance(got, Exception):
        return compare_result(f"{at}/result", wanted, got)
    return [{"at": f"{at}/{kind}", "want": wanted, "got": got}]


def compare_result(at: str, want: Mapping[str, Any], got: Any) -> list[Mismatch]:
    """Return how a result differs; `fields` looks at what it lists, the rest is complete."""
    found = [{"at": f"{at}/{name}", "want": want[name], "got": "no such part"} for name in want.keys() - _PARTS]
    if not isinstance(got, Model):
        return found + compare(f"{at}/nothing", want.get("nothing", False), got is None)
    if "nothing" in want:
        found += compare(f"{at}/nothing", want["nothing"], False)
    for pointer, value in want.get("fields", {}).items():
        found += compare(f"{at}/fields{pointer}", value, _at(got, pointer))
    unparsed = dict(getattr(got, "unparsed", {}))
    found += compare(f"{at}/unparsed", want.get("unparsed", {}), unparsed)
    found += compare(f"{at}/extra", want.get("extra", {}), dict(_extra(got, "", unparsed)))
    if "written" in want:
        found += compare(f"{at}/written", want["written"], exact(got.to_json()))
    return found


def _at(value: Any, pointer: str) -> Any:
    """Return what the typed reader gives at a place in wire names; its lists count only what could be read."""
    for step in pointer.split("/")[1:]:
        if isinstance(value, Model):
            names = {_wire(type(value), name): name for name in type(value).model_fields}
            value = getattr(value, names[step]) if step in names else MISSING
        else:
            value = value[int(step)] if isinstance(value, list) and int(step) < len(value) else MISSING
    return value


def _extra(value: Any, at: str, unparsed: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the keys the contract does not know, by their places in the document as it would be written out."""
    if isinstance(value, Model):
        yield from ((f"{at}/{name}", kept) for name, kept in (value.model_extra or {}).items())
        for name in type(value).model_fields:
            yield from _extra(getattr(value, name), f"{at}/{_wire(type(value), name)}", unparsed)
    elif isinstance(value, list):
        taken = {f"{at}/{i}" for i in range(len(value) + len(unparsed))} - unparsed.keys()
        places = sorted(taken, key=lambda place: int(place.rpartition("/")[2]))
        for item, place in zip(value, places, strict=False):
            yield from _extra(item, place, unparsed)


def _wire(model: type[Model], name: str) -> str:
    return model.model_fields[name].alias or name
