"""The model `VendorRequiredInfoRequestProductsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class VendorRequiredInfoRequestProductsInner(RequestModel):
    """One product for which vendor-required info is asked.

    Args:
        ingram_part_number (str): Ingram Micro's SKU of the product, such as `YN6231`.
        vendor_part_number (str): Manufacturer's number of the product, for one without a SKU.
        plan_id (str): Plan of a cloud subscription. The key ends in `ID` here and in `Id` in the answer.
    """

    ingram_part_number: str | None = None
    """Ingram Micro's SKU of the product, such as `YN6231`."""

    vendor_part_number: str | None = None
    """Manufacturer's number of the product, for one without a SKU."""

    plan_id: Annotated[str | None, Field(alias="planID")] = None
    """Plan of a cloud subscription.

    The key ends in `ID` here and in `Id` in the answer.
    """
