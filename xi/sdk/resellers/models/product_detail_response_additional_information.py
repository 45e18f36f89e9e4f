"""The model `ProductDetailResponseAdditionalInformation`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.product_detail_response_additional_information_product_weight_inner import (
    ProductDetailResponseAdditionalInformationProductWeightInner,
)


class ProductDetailResponseAdditionalInformation(ResponseModel):
    """Weight and size.

    Sizes are text, either a number alone, with the unit in `dimensionUnit`, or a number with its own unit.

    Args:
        product_weight (list of ProductDetailResponseAdditionalInformationProductWeightInner): Weights by plant, a list
            even for one; the same product can weigh differently elsewhere.
        is_bulk_freight (bool): Whether it travels as bulk freight, by pallet or truck.
        height (str): Height as text: `4.5` with the unit beside it, or `5 inches`.
        width (str): Width as text, in either of the two forms of the height.
        length (str): Length as text, in either of the two forms of the height.
        net_weight (str): Weight without packaging as text, with its unit where it is known; null in the published
            example.
        dimension_unit (str): Unit of the sizes that are numbers alone, such as `CM`.
    """

    product_weight: list[ProductDetailResponseAdditionalInformationProductWeightInner] | None = None
    """Weights by plant, a list even for one; the same product can weigh differently elsewhere."""

    is_bulk_freight: bool | None = None
    """Whether it travels as bulk freight, by pallet or truck."""

    height: str | None = None
    """Height as text: `4.5` with the unit beside it, or `5 inches`."""

    width: str | None = None
    """Width as text, in either of the two forms of the height."""

    length: str | None = None
    """Length as text, in either of the two forms of the height."""

    net_weight: str | None = None
    """Weight without packaging as text, with its unit where it is known; null in the published example."""

    dimension_unit: str | None = None
    """Unit of the sizes that are numbers alone, such as `CM`."""
