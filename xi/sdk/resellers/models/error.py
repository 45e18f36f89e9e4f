"""The model `Error`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import ClassVar

from xi.sdk.resellers.models._model import Answer, Exact
from xi.sdk.resellers.models.fields import Fields


class Error(Exact, Answer):
    """One problem as the v6.1 details call reports it; all members may be null."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"fields", "id", "message", "type"})

    id: str | None = None
    """Identifier to quote to support, as in the other error bodies."""

    type: str | None = None
    """Class of error as a path, such as `/errors/system-errors`."""

    message: str | None = None
    """What went wrong, in one sentence."""

    fields: list[Fields] | None = None
    """The request fields concerned; null when the fault is not in the request."""
