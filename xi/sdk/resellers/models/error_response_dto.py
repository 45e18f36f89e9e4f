"""The model `ErrorResponseDTO`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import ClassVar

from xi.sdk.resellers.models._model import Answer, Exact
from xi.sdk.resellers.models.error import Error


class ErrorResponseDTO(Exact, Answer):
    """How the v6.1 details call reports errors: the list of the v6 calls, with null allowed everywhere."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"errors"})

    errors: list[Error] | None = None
    """One entry per problem; null when there is nothing to say beyond the status."""
