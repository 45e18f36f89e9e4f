"""The model `ErrorResponseErrorsInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer
from xi.sdk.resellers.models.error_response_errors_inner_fields_inner import ErrorResponseErrorsInnerFieldsInner


class ErrorResponseErrorsInner(Answer):
    """One problem.

    Keys come misspelt at times (`messaage`, `1ype`), then they are kept as extras; `traceid` may stand in for `id`.
    """

    id: str | None = None
    """Identifier to quote to support: correlation ID, back-end host and time stamp, joined by dashes.

    Starts with a dash when the correlation ID was blank.
    """

    type: str | None = None
    """Class of error as a path, such as `/errors/validation-failed`, `/errors/validation-error`,
    `/errors/system-errors` or `/errors/server-error`.
    """

    message: str | None = None
    """What is wrong.

    For a duplicate PO it is `CUSTOMER-PO-EXISTS`, for unknown parts `SKU-NOTFOUND` and the part; often just a heading,
    with the cause in `fields`.
    """

    fields: list[ErrorResponseErrorsInnerFieldsInner] | None = None
    """The request fields concerned.

    On a modify or release out of time the whole cause stands in the first entry.
    """
