"""The model `ProductDetailResponseAdditionalInformationProductWeightInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class ProductDetailResponseAdditionalInformationProductWeightInner(ResponseModel):
    """DRAFT 418.

    ProductDetailResponseAdditionalInformationProductWeightInner.

    Args:
        plant_id (str): DRAFT 419. plant Id of ProductDetailResponseAdditionalInformationProductWeightInner.
        weight (int or float): DRAFT 420. weight of ProductDetailResponseAdditionalInformationProductWeightInner.
        weight_unit (str): DRAFT 421. weight Unit of ProductDetailResponseAdditionalInformationProductWeightInner.
    """

    plant_id: str | None = None
    """DRAFT 419.

    plant Id of ProductDetailResponseAdditionalInformationProductWeightInner.
    """

    weight: IntOrFloat | None = None
    """DRAFT 420.

    weight of ProductDetailResponseAdditionalInformationProductWeightInner.
    """

    weight_unit: str | None = None
    """DRAFT 421.

    weight Unit of ProductDetailResponseAdditionalInformationProductWeightInner.
    """
