"""The model `ProductDetailResponseAdditionalInformationProductWeightInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class ProductDetailResponseAdditionalInformationProductWeightInner(ResponseModel):
    """Weight of the product as one plant has it on file.

    Args:
        plant_id (str): Identifier of the plant, a country and a number such as `NL01`.
        weight (int or float): Weight in the unit named beside it, packaging presumably included.
        weight_unit (str): Unit of the weight: `KG` or `LB`.
    """

    plant_id: str | None = None
    """Identifier of the plant, a country and a number such as `NL01`."""

    weight: IntOrFloat | None = None
    """Weight in the unit named beside it, packaging presumably included."""

    weight_unit: str | None = None
    """Unit of the weight: `KG` or `LB`."""
