"""Requests and responses as plain values, and the bodies of all errors."""

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
"""Takes the place of the backend machine in live error ids."""


class NoBody(Enum):
    """The mark of a response without a body, which is not the same as a body of `null`."""

    NO_BODY = auto()


NO_BODY: Final = NoBody.NO_BODY


class FullError(Exception):
    """There is no room for another order; the request is answered with a 500."""


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """A request, read from HTTP.

    Args:
        headers: Header values by lower-cased name.
        query: The query string, decoded, repeated keys kept.
        body: The parsed body (JSON, or the form of a token request), None when there was none.
        number: The number or ID in the path, if any.
        method: The HTTP method.
    """

    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    query: Sequence[tuple[str, str]] = ()
    body: object = None
    number: str = ""
    method: str = "GET"

    @property
    def customer(self) -> str:
        """The customer number in upper case: nothing of one customer is seen by another."""
        return self.headers.get("im-customernumber", "").strip().upper()

    @property
    def country(self) -> str:
        """The country code in upper case."""
        return self.headers.get("im-countrycode", "").strip().upper()

    @property
    def correlation_id(self) -> str:
        """The correlation ID as sent."""
        return self.headers.get("im-correlationid", "")

    def parameter(self, name: str) -> str:
        """Return the first value of a query parameter, or an empty string."""
        return next((value.strip() for key, value in self.query if key == name), "")


@dataclass(frozen=True, slots=True)
class ApiResponse:
    """A status, and what is sent with it.

    Args:
        status: The HTTP status.
        body: A JSON value, or NO_BODY.
        headers: The headers that not every response has.
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
        """Return the entry of `fields[]`, without empty members, as on the live API."""
        value = text(self.value) if self.value is not None else None
        named = {"field": self.field, "value": value, "message": self.message}
        return {key: item for key, item in named.items() if item is not None}


def blank(name: str) -> FieldError:
    """Return the error of a required value that is missing or empty."""
    return FieldError(f"{name} must not be blank", name, "")


def too_long(name: str, value: str, limit: int) -> FieldError:
    """Return the error of a value over its limit."""
    return FieldError(f"{name} must not be longer than {limit} characters", name, value)


def failure(
    request: ApiRequest,
    now: datetime,
    status: int,
    messages: Iterable[str],
    *,
    kind: str = VALIDATION_FAILED,
    fields: Sequence[FieldError] = (),
) -> ApiResponse:
    """Return an error with the members of `ErrorResponse`, one entry of `errors[]` per message."""
    identity = f"{request.correlation_id}-{_HOST}-{now.isoformat(timespec='milliseconds')}"
    entries: list[Json] = []
    for message in messages:
        entry: Json = {"id": identity, "type": kind, "message": message}
        if fields:
            entry["fields"] = [item.body() for item in fields]
        entries.append(entry)
    return ApiResponse(status, {"errors": entries})


def too_many() -> ApiResponse:
    """Return the 429 of a quota that is used up, as the portal shows it."""
    return ApiResponse(429, {"errors": [{"field": None, "message": "too many requests"}]})


def gateway_failure(status: int, message: str, code: str) -> ApiResponse:
    """Return an error of the gateway in front of the API, a `fault` object."""
    return ApiResponse(status, {"fault": {"faultstring": message, "detail": {"errorcode": code}}})
