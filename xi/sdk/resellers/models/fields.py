"""The model `Fields`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import Answer, Exact


class Fields(Exact, Answer):
    """One refused field in an error of the v6.1 details call."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"message", "value", "var_field"})

    var_field: Annotated[str | None, Field(alias="field")] = None
    """Name of the refused header or query parameter."""

    message: str | None = None
    """Why the value was refused, in one sentence."""

    value: str | None = None
    """What had been sent, echoed as text."""
