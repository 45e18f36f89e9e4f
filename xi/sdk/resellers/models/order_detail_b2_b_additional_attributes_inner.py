"""The model `OrderDetailB2BAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class OrderDetailB2BAdditionalAttributesInner(Answer):
    """A datum on an order, in its details.

    Args:
        attribute_name (str): How the order's datum is named.
        attribute_value (str): What the datum says, always text.
    """

    attribute_name: str | None = None
    """How the order's datum is named."""

    attribute_value: str | None = None
    """What the datum says, always text."""
