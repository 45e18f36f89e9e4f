"""The formats of errors: each family has its own, and the published schema describes few of them as they come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from xi.sdk.resellers.sandbox.wire.json import Json, record, records, text
from xi.sdk.resellers.sandbox.wire.messages import (
    NO_BODY,
    SERVER_ERROR,
    VALIDATION_FAILED,
    ApiRequest,
    ApiResponse,
    FieldError,
    failure,
    gateway_failure,
)

Published = Callable[[object], object]
"""Converts the body of an error to the published schema."""


@dataclass(frozen=True, slots=True)
class ErrorShape:
    """The format of the errors of an operation.

    Args:
        invalid: Makes the 400 of a request with bad fields.
        broken: Makes a 500 from its message.
        published: By status: converts the body of an error to the published schema; others are published as they are.
    """

    invalid: Callable[[ApiRequest, datetime, Sequence[FieldError]], ApiResponse]
    broken: Callable[[ApiRequest, datetime, str], ApiResponse]
    published: Mapping[int, Published] = field(default_factory=dict[int, Published])


def _traced(*, in_list: bool, published: Mapping[int, Published]) -> ErrorShape:
    """Return a shape whose entries have a `traceid`.

    Args:
        in_list: Whether the body is a list with the usual object.
        published: How the published schema has it, by status.
    """

    def answered(request: ApiRequest, status: int, error: Json) -> ApiResponse:
        body: Json = {"errors": [{"traceid": request.correlation_id, **error}]}
        return ApiResponse(status, [body] if in_list else body)

    def invalid(request: ApiRequest, _: datetime, fields: Sequence[FieldError]) -> ApiResponse:
        listed = [
            {"field": item.field or "", "message": item.message, "value": text(item.value) or None} for item in fields
        ]
        error: Json = {"type": VALIDATION_FAILED, "message": "Request validation failed", "fields": listed}
        return answered(request, 400, error)

    def broken(request: ApiRequest, _: datetime, message: str) -> ApiResponse:
        return answered(request, 500, {"type": SERVER_ERROR, "message": message})

    return ErrorShape(invalid, broken, published)


def _entry(body: object) -> Json:
    """Return the first entry of an error: the published schema often has only this, without what it comes in."""
    return records(records(body)[0].get("errors"))[0]


def _entry_without_message(body: object) -> object:
    return {name: value for name, value in _entry(body).items() if name != "message"}


def _with_id(body: object) -> object:
    """Return a body with `id` for `traceid`, as the published schema has it."""
    entries = [
        {("id" if name == "traceid" else name): value for name, value in each.items()}
        for each in records(record(body).get("errors"))
    ]
    return {"errors": entries}


LISTED_ERRORS: Final = ErrorShape(
    invalid=lambda request, now, fields: failure(request, now, 400, ["Validation failed"], fields=fields),
    broken=lambda request, now, message: failure(request, now, 500, [message], kind=SERVER_ERROR),
)
"""A list of errors, each with an `id`: orders of v6, the catalogue, prices, quotes, the details of an invoice."""
TRACED_ERRORS: Final = _traced(in_list=False, published={400: _entry, 500: _entry})
"""A list of errors with a `traceid`, published as its entry alone: the v7 create, the validation of a quote."""
TRACED_LIST_ERRORS: Final = _traced(in_list=False, published={400: _with_id, 500: _with_id})
"""A list of errors with a `traceid`, published with an `id`: the search for invoices."""
DETAIL_ERRORS: Final = ErrorShape(TRACED_LIST_ERRORS.invalid, LISTED_ERRORS.broken, {400: _with_id})
"""The details of a product: a 400 with a `traceid`, a 500 with an `id`."""
CASE_ERRORS: Final = _traced(in_list=False, published={400: _entry_without_message, 500: _entry})
"""A list of errors with a `traceid`, published as its entry alone, and a 400 without its message: deals, the details
of renewals and returns, the search for returns."""
CASE_LIST_ERRORS: Final = _traced(in_list=True, published={400: _entry_without_message, 500: _entry})
"""The same inside a list of one: the search for renewals, the create of a return, the freight estimate."""
BENCH_ERRORS: Final = ErrorShape(
    invalid=LISTED_ERRORS.invalid,
    # The contract gives the 500 of these operations no body.
    broken=lambda _, __, ___: ApiResponse(500, NO_BODY),
)
"""A 400 with a list of errors, a 500 without a body: the test benches of webhooks."""
GATEWAY_ERRORS: Final = ErrorShape(
    invalid=lambda _, __, fields: ApiResponse(400, {"message": fields[0].message}),
    broken=lambda _, __, message: gateway_failure(500, message, "steps.servicecallout.ExecutionFailed"),
)
"""A `fault` object of the gateway: tokens."""
