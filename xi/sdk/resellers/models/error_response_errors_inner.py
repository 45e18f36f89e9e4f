"""The model `ErrorResponseErrorsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.error_response_errors_inner_fields_inner import ErrorResponseErrorsInnerFieldsInner


class ErrorResponseErrorsInner(ResponseModel):
    """One failure of a v6 call.

    The 429 body of the portal page puts `field` directly into this entry; it is kept as an extra.

    Args:
        id (str): Reference for support. Commonly the correlation ID, a back-end host and an ISO timestamp joined by
            dashes, starting with `-` when the correlation ID was blank; some answers carry a UUID instead.
        type (str): Class of the failure: `/errors/validation-failed`, `/errors/validation-error`,
            `/errors/system-errors` or `/errors/server-error`; other texts occur outside orders.
        message (str): Readable summary, often only `Validation failed`. A duplicate PO says `CUSTOMER-PO-EXISTS` and an
            unknown part `SKU-NOTFOUND` with the SKU. May be missing.
        fields (list of ErrorResponseErrorsInnerFieldsInner): The request fields that the server rejects, each with its
            own message; empty or absent when the failure is not about one field.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"1ype": "type", "messaage": "message"}

    id: str | None = None
    """Reference for support.

    Commonly the correlation ID, a back-end host and an ISO timestamp joined by dashes, starting with `-` when the
    correlation ID was blank; some answers carry a UUID instead.
    """

    type: str | None = None
    """Class of the failure: `/errors/validation-failed`, `/errors/validation-error`, `/errors/system-errors` or
    `/errors/server-error`; other texts occur outside orders.
    """

    message: str | None = None
    """Readable summary, often only `Validation failed`.

    A duplicate PO says `CUSTOMER-PO-EXISTS` and an unknown part `SKU-NOTFOUND` with the SKU. May be missing.
    """

    fields: list[ErrorResponseErrorsInnerFieldsInner] | None = None
    """The request fields that the server rejects, each with its own message; empty or absent when the failure is not
    about one field.
    """
