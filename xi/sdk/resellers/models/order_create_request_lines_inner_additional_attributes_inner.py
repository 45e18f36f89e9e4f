"""The model `OrderCreateRequestLinesInnerAdditionalAttributesInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models._types import Text


class OrderCreateRequestLinesInnerAdditionalAttributesInner(Request):
    """A switch for one line."""

    attribute_name: str | None = None
    """Name of the attribute; letter case does not matter to the server.

    `shipFromWarehouseId` is the usual one on lines.
    """

    attribute_value: Text | None = None
    """Its value as text, such as a warehouse number."""
