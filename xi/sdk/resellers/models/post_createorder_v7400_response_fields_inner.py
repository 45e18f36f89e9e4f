"""The model `PostCreateorderV7400ResponseFieldsInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Answer


class PostCreateorderV7400ResponseFieldsInner(Answer):
    """One refused field of a v7 create."""

    var_field: Annotated[str | None, Field(alias="field")] = None
    """Name of the refused field in the request body."""

    message: str | None = None
    """Why the field was refused."""

    value: str | None = None
    """The refused value, echoed as text where there was one."""
