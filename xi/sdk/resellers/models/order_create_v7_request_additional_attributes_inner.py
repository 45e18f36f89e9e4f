"""The model `OrderCreateV7RequestAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestAdditionalAttributesInner(RequestModel):
    """One named setting of a whole v7 order.

    Args:
        attribute_name (str): Name of the setting, for example `enableCommentsAsLines`.
        attribute_value (str): Value of the setting, always text, such as `true`.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"attribute_name", "attribute_value"})

    attribute_name: str | None = None
    """Name of the setting, for example `enableCommentsAsLines`."""

    attribute_value: str | None = None
    """Value of the setting, always text, such as `true`."""
