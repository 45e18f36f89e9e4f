"""The model `PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner(RequestModel):
    """One named setting of one product.

    The names are lower case here, unlike those of an order.

    Args:
        attribute_name (str): Name of the setting: `governmentprogramcode` asks for that programme's prices,
            `shipfrombranchnumber` for the stock of that branch only, `shiptostatebrazil` is for Brazil.
        attribute_value (str): Value of the product's setting as text, such as the number of a branch.
    """

    attribute_name: str | None = None
    """Name of the setting: `governmentprogramcode` asks for that programme's prices, `shipfrombranchnumber` for the
    stock of that branch only, `shiptostatebrazil` is for Brazil.
    """

    attribute_value: str | None = None
    """Value of the product's setting as text, such as the number of a branch."""
