"""The model `OrderModifyRequestAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

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
