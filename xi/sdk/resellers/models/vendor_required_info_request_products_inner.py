"""The model `VendorRequiredInfoRequestProductsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class VendorRequiredInfoRequestProductsInner(RequestModel):
    """DRAFT 1326.

    VendorRequiredInfoRequestProductsInner.

    Args:
        ingram_part_number (str): DRAFT 1327. ingram Part Number of VendorRequiredInfoRequestProductsInner.
        vendor_part_number (str): DRAFT 1328. vendor Part Number of VendorRequiredInfoRequestProductsInner.
        plan_id (str): DRAFT 1329. plan ID of VendorRequiredInfoRequestProductsInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 1327.

    ingram Part Number of VendorRequiredInfoRequestProductsInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 1328.

    vendor Part Number of VendorRequiredInfoRequestProductsInner.
    """

    plan_id: Annotated[str | None, Field(alias="planID")] = None
    """DRAFT 1329.

    plan ID of VendorRequiredInfoRequestProductsInner.
    """
