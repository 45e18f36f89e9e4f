"""Compare the end of a call, a result or an error, with the expectation of a vector."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

from adapters.comparing import MISSING, Mismatch, compare, compare_listed, exact

from xi.sdk.resellers.exceptions import ApiException
from xi.sdk.resellers.models._model import Model

_PARTS = {"fields", "unparsed", "extra", "written", "nothing"}
KINDS = {
    "BadRequestException": "bad-request",
    "NotApprovedException": "not-approved",
    "UnauthorizedException": "unauthorized",
    "ForbiddenException": "forbidden",
    "NotFoundException": "not-found",
    "MethodNotAllowedException": "method-not-allowed",
    "ConflictException": "conflict",
    "UnprocessableEntityException": "unprocessable",
    "TooManyRequestsException": "too-many-requests",
    "ServiceException": "service",
    "UnreadableResponseException": "unreadable",
    "NotSentException": "not-sent",
    "UnansweredException": "unanswered",
    "ApiException": "other",
}


def compare_end(at: str, want: Mapping[str, Any], got: Any) -> list[Mismatch]:
    """Return the differences between the end of a call and its expectation."""
    ((kind, wanted),) = want.items()
    if kind == "error" and isinstance(got, ApiException):
        return compare_error(f"{at}/error", wanted, got)
    if kind == "result" and not isinstance(got, Exception):
        return compare_result(f"{at}/result", wanted, got)
    return [{"at": f"{at}/{kind}", "want": wanted, "got": got}]


def compare_result(at: str, want: Mapping[str, Any], got: Any) -> list[Mismatch]:
    """Return the differences of a result. `fields` compares only listed fields; the other parts are complete."""
    found = [{"at": f"{at}/{name}", "want": want[name], "got": "an unknown part"} for name in want.keys() - _PARTS]
    if got is None:
        return found + compare(f"{at}/nothing", want.get("nothing", False), True)
    if "nothing" in want:
        found += compare(f"{at}/nothing", want["nothing"], False)
    for pointer, value in want.get("fields", {}).items():
        found += compare(f"{at}/fields{pointer}", value, value_at(got, pointer))
    unparsed = _unparsed(got)
    found += compare(f"{at}/unparsed", want.get("unparsed", {}), unparsed)
    found += compare(f"{at}/extra", want.get("extra", {}), dict(_extra(got, "", unparsed)))
    if "written" in want:
        written = [exact(each.to_json()) for each in got] if isinstance(got, list) else exact(got.to_json())
        found += compare(f"{at}/written", want["written"], written)
    return found


def _unparsed(got: Any) -> dict[str, Any]:
    """Return what a model could not read, by its place; of an answer that is a list, of each item."""
    if isinstance(got, list):
        return {f"/{i}{at}": value for i, each in enumerate(got) for at, value in each.unparsed.items()}
    return dict(got.unparsed)


def value_at(value: Any, pointer: str) -> Any:
    """Return the value of a typed model at a place in wire names; its lists have only readable items."""
    for step in pointer.split("/")[1:]:
        if isinstance(value, Model):
            names = {_wire(type(value), name): name for name in type(value).model_fields}
            value = getattr(value, names[step]) if step in names else MISSING
        else:
            value = value[int(step)] if isinstance(value, list) and int(step) < len(value) else MISSING
    return value


def _extra(value: Any, at: str, unparsed: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the unknown keys, by their places in the document as it would be written."""
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


def compare_error(at: str, want: Mapping[str, Any], error: ApiException) -> list[Mismatch]:
    """Return the differences of an error in its listed parts."""
    listed = {name: value for name, value in want.items() if name != "hides"}
    texts = printed(error)
    hides = [each for each in want.get("hides", ()) if each in texts]
    return compare_listed(at, listed, _parts_of(error)) + compare(f"{at}/hides", [], hides)


def printed(error: ApiException) -> str:
    """Return all texts of an error: messages, traceback, attributes, pickle."""
    texts = [str(error), repr(error), *map(repr, vars(error).values()), *traceback.format_exception(error)]
    return "\n".join([*texts, str(error.body), pickle.dumps(error).decode("latin-1")])


def _parts_of(error: ApiException) -> dict[str, Any]:
    return {
        "kind": next(KINDS[each.__name__] for each in type(error).__mro__ if each.__name__ in KINDS),
        "status": error.status or None,
        "correlationId": error.correlation_id,
        "attempts": error.attempts,
        "mayHaveBeenActedOn": getattr(error, "may_have_been_acted_on", MISSING),
        "isDuplicatePo": getattr(error, "is_duplicate_po", MISSING),
        "retryAfter": getattr(error, "retry_after", None),
        "errors": [
            {
                "message": each.message,
                "type": each.type,
                "id": each.id,
                "fields": [{"field": f.field, "value": f.value, "message": f.message} for f in each.fields],
            }
            for each in error.errors
        ],
    }
