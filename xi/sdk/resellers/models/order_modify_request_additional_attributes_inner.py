"""The model `OrderModifyRequestAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Types are no text here: reading them back would take a tenth of the time in which a model is made.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Text


class OrderModifyRequestAdditionalAttributesInner(RequestModel):
    """One named setting for the way a change is made.

    Args:
        attribute_name (str): Name of the setting: `entryMethod`, `enableCommentsAsLines` or `regionCode`.
        attribute_value (str): Value of the setting as text; `true` switches comment lines on.
    """

    attribute_name: str | None = None
    """Name of the setting: `entryMethod`, `enableCommentsAsLines` or `regionCode`."""

    attribute_value: Text | None = None
    """Value of the setting as text; `true` switches comment lines on."""
