"""The model `OrderModifyRequestAdditionalAttributesInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models._types import Text


class OrderModifyRequestAdditionalAttributesInner(Request):
    """A switch of a modify."""

    attribute_name: str | None = None
    """Name of the attribute; letter case does not matter to the server.

    `entryMethod`, `enableCommentsAsLines` or `regionCode`.
    """

    attribute_value: Text | None = None
    """Its value as text, such as `true`."""
