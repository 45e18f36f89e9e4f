"""The model `VendorRequiredInforesponseInnerVmfAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.vendor_required_inforesponse_inner_vmf_additional_attributes_inner_additional_attributes_inner import (
    VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner,
)


class VendorRequiredInforesponseInnerVmfAdditionalAttributesInner(ResponseModel):
    """Values that one vendor demands for one of its products.

    Args:
        vendor_name (str): Vendor whose rules these are.
        product_id (str): Identifier of the product at the vendor.
        additional_attributes (list of
            VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner): The values that are
            demanded, one entry for each.
    """

    vendor_name: str | None = None
    """Vendor whose rules these are."""

    product_id: str | None = None
    """Identifier of the product at the vendor."""

    additional_attributes: (
        list[VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner] | None
    ) = None
    """The values that are demanded, one entry for each."""
