"""The model `PostCreateorderV7500Response`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Any

from xi.sdk.resellers.models._model import Answer


class PostCreateorderV7500Response(Answer):
    """How v7 create reports a fault of the service.

    During an outage the order is queued all the same, so search before repeating.
    """

    traceid: str | None = None
    """Identifier of the failed request in the logs, for support."""

    type: str | None = None
    """Class of the fault, such as `/errors/server-error`."""

    message: str | None = None
    """What failed, in one sentence."""

    fields: list[dict[str, Any]] | None = None
    """Normally empty: the fault is not in a field."""
