"""The model `VendorRequiredInforesponseInnerVmfAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.vendor_required_inforesponse_inner_vmf_additional_attributes_inner_additional_attributes_inner import (
    VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner,
)


class VendorRequiredInforesponseInnerVmfAdditionalAttributesInner(ResponseModel):
    """DRAFT 1344.

    VendorRequiredInforesponseInnerVmfAdditionalAttributesInner.

    Args:
        vendor_name (str): DRAFT 1345. vendor Name of VendorRequiredInforesponseInnerVmfAdditionalAttributesInner.
        product_id (str): DRAFT 1346. product Id of VendorRequiredInforesponseInnerVmfAdditionalAttributesInner.
        additional_attributes (list of
            VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner): DRAFT 1347.
            additional Attributes of VendorRequiredInforesponseInnerVmfAdditionalAttributesInner.
    """

    vendor_name: str | None = None
    """DRAFT 1345.

    vendor Name of VendorRequiredInforesponseInnerVmfAdditionalAttributesInner.
    """

    product_id: str | None = None
    """DRAFT 1346.

    product Id of VendorRequiredInforesponseInnerVmfAdditionalAttributesInner.
    """

    additional_attributes: (
        list[VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner] | None
    ) = None
    """DRAFT 1347.

    additional Attributes of VendorRequiredInforesponseInnerVmfAdditionalAttributesInner.
    """
