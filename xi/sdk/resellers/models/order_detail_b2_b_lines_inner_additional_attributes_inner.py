"""The model `OrderDetailB2BLinesInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class OrderDetailB2BLinesInnerAdditionalAttributesInner(Answer):
    """A datum on a line of the details.

    Args:
        attribute_name (str): What the datum is called.
        attribute_value (str): What the line's datum says, as text.
    """

    attribute_name: str | None = None
    """What the datum is called."""

    attribute_value: str | None = None
    """What the line's datum says, as text."""
