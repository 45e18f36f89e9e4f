"""A call and its answer as plain values, and the bodies of everything that goes wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Final

from xi.sdk.resellers.sandbox.wire.json import Json, text

VALIDATION_FAILED: Final = "/errors/validation-failed"
VALIDATION_ERROR: Final = "/errors/validation-error"
SERVER_ERROR: Final = "/errors/server-error"

_HOST: Final = "sandbox"
"""Stands where live error ids name the backend machine."""


class NoBody(Enum):
    """Says that an answer has no body at all, which differs from a body of `null`."""

    NO_BODY = auto()


NO_BODY: Final = NoBody.NO_BODY


@dataclass(frozen=True, slots=True)
class Call:
    """A parsed request.

    Args:
        headers: Header values by lower-cased name.
        query: The query string, decoded, repeated keys kept.
        body: The parsed JSON body, None when there was none.
        number: The order number in the path, if any.
        method: The HTTP method.
    """

    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    query: Sequence[tuple[str, str]] = ()
    body: object = None
    number: str = ""
    method: str = "GET"

    @property
    def customer(self) -> str:
        """The customer number, folded: it scopes everything."""
        return self.headers.get("im-customernumber", "").strip().upper()

    @property
    def country(self) -> str:
        """The country code, folded."""
        return self.headers.get("im-countrycode", "").strip().upper()

    @property
    def correlation_id(self) -> str:
        """The correlation ID as sent."""
        return self.headers.get("im-correlationid", "")

    def asked(self, name: str) -> str:
        """Return the first value of a query parameter, or an empty string."""
        return next((value.strip() for key, value in self.query if key == name), "")


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and what goes with it.

    Args:
        status: The HTTP status.
        body: A JSON value, or NO_BODY.
        headers: Beside those that every answer has.
    """

    status: int
    body: object = NO_BODY
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing wrong with one field.

    Args:
        message: What is wrong.
        field: The field's wire name, if there is one.
        value: What was sent, if anything.
    """

    message: str
    field: str | None = None
    value: object = None

    def body(self) -> Json:
        """Return the entry of `fields[]`: members that say nothing are left out, as on the live API."""
        value = text(self.value) if self.value is not None else None
        named = {"field": self.field, "value": value, "message": self.message}
        return {key: item for key, item in named.items() if item is not None}


def blank(name: str) -> FieldError:
    """Return the entry for a required value that is missing or empty."""
    return FieldError(f"{name} must not be blank", name, "")


def failure(
    call: Call,
    now: datetime,
    status: int,
    messages: Iterable[str],
    *,
    kind: str = VALIDATION_FAILED,
    fields: Sequence[FieldError] = (),
) -> Answer:
    """Return an error with the members of `ErrorResponse`, one entry of `errors[]` per message."""
    identity = f"{call.correlation_id}-{_HOST}-{now.isoformat(timespec='milliseconds')}"
    entries: list[Json] = []
    for message in messages:
        entry: Json = {"id": identity, "type": kind, "message": message}
        if fields:
            entry["fields"] = [item.body() for item in fields]
        entries.append(entry)
    return Answer(status, {"errors": entries})


def invalid(call: Call, now: datetime, fields: Sequence[FieldError]) -> Answer:
    """Return the 400 for a request with bad fields."""
    return failure(call, now, 400, ["Validation failed"], fields=fields)


def invalid_async(call: Call, fields: Sequence[FieldError]) -> Answer:
    """Return the 400 of the v7 create, whose errors carry a `traceid`."""
    listed = [
        {"field": item.field or "", "message": item.message, "value": text(item.value) or None} for item in fields
    ]
    error: Json = {
        "traceid": call.correlation_id,
        "type": VALIDATION_FAILED,
        "message": "Request validation failed",
        "fields": listed,
    }
    return Answer(400, {"errors": [error]})


def broken(operation: str, call: Call, now: datetime, message: str = "Internal error") -> Answer:
    """Return the 500 of an operation, by the name faults know it by; the token's comes from the gateway."""
    if operation == "token":
        return fault(500, message, "steps.servicecallout.ExecutionFailed")
    if operation == "create_v7":
        return Answer(500, {"errors": [{"traceid": call.correlation_id, "type": SERVER_ERROR, "message": message}]})
    return failure(call, now, 500, [message], kind=SERVER_ERROR)


def too_many() -> Answer:
    """Return the 429 of a quota that is used up, as the portal shows it."""
    return Answer(429, {"errors": [{"field": None, "message": "too many requests"}]})


def fault(status: int, message: str, code: str) -> Answer:
    """Return an error of the gateway, a `fault` object."""
    return Answer(status, {"fault": {"faultstring": message, "detail": {"errorcode": code}}})
