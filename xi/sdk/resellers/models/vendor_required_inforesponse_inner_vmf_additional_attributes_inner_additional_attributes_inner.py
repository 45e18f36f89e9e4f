"""The model `VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.vendor_required_inforesponse_inner_vmf_additional_attributes_inner_additional_attributes_inner_choices_inner import (
    VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner,
)


class VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner(ResponseModel):
    """DRAFT 1348.

    VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.

    Args:
        attribute_name (str): DRAFT 1349. attribute Name of
            VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.
        attribute_value (str): DRAFT 1350. attribute Value of
            VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.
        attribute_description (str): DRAFT 1351. attribute Description of
            VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.
        attribute_hint (str): DRAFT 1352. attribute Hint of
            VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.
        choices (list of
            VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner): DRAFT
            1353. choices of VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.
    """

    attribute_name: str | None = None
    """DRAFT 1349.

    attribute Name of VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.
    """

    attribute_value: str | None = None
    """DRAFT 1350.

    attribute Value of VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.
    """

    attribute_description: str | None = None
    """DRAFT 1351.

    attribute Description of VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.
    """

    attribute_hint: str | None = None
    """DRAFT 1352.

    attribute Hint of VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.
    """

    choices: (
        list[VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner] | None
    ) = None
    """DRAFT 1353.

    choices of VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner.
    """
