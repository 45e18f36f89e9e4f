"""The model `ErrorResponseErrorsInnerFieldsInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Answer


class ErrorResponseErrorsInnerFieldsInner(Answer):
    """What is wrong with one field of the request.

    Any of its members may be missing.
    """

    var_field: Annotated[str | None, Field(alias="field")] = None
    """Name of the header or body field; its letter case varies, so compare without it."""

    value: str | None = None
    """What was sent, echoed as text; empty for a blank header."""

    message: str | None = None
    """Why the value was refused, such as which format is expected."""
