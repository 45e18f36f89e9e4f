"""The model `OrderCreateRequestLinesInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Text


class OrderCreateRequestLinesInnerAdditionalAttributesInner(RequestModel):
    """One named setting of a v6 line.

    Names are matched without regard to case.

    Args:
        attribute_name (str): Name of the line setting. `SHIPFROMWAREHOUSEID` is the one found in published examples.
        attribute_value (str): Value of the line setting, always as text; a warehouse is given by its number, such as
            `10` or `40`.
    """

    attribute_name: str | None = None
    """Name of the line setting.

    `SHIPFROMWAREHOUSEID` is the one found in published examples.
    """

    attribute_value: Text | None = None
    """Value of the line setting, always as text; a warehouse is given by its number, such as `10` or `40`."""
