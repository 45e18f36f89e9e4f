"""The model `OrderModifyRequestAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models._types import Text


class OrderModifyRequestAdditionalAttributesInner(Request):
    """One named setting that governs how a change is carried out.

    Args:
        attribute_name (str): Name of the setting: `entryMethod`, `enableCommentsAsLines` or `regionCode`.
        attribute_value (str): Value of the setting as text; `true` switches comment lines on.
    """

    attribute_name: str | None = None
    """Name of the setting: `entryMethod`, `enableCommentsAsLines` or `regionCode`."""

    attribute_value: Text | None = None
    """Value of the setting as text; `true` switches comment lines on."""
