"""The model `VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.vendor_required_inforesponse_inner_vmf_additional_attributes_inner_additional_attributes_inner_choices_inner import (
    VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner,
)


class VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner(ResponseModel):
    """One value that a vendor demands, with what helps to fill it in.

    Args:
        attribute_name (str): Name of the value, to be repeated with the order.
        attribute_value (str): Value that is known already, or a sample; put the real one in its place.
        attribute_description (str): What the value means, in words.
        attribute_hint (str): Hint for filling it in, such as a form or a limit.
        choices (list of
            VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner): Values
            among which to choose; any text may be given when there are none.
    """

    attribute_name: str | None = None
    """Name of the value, to be repeated with the order."""

    attribute_value: str | None = None
    """Value that is known already, or a sample; put the real one in its place."""

    attribute_description: str | None = None
    """What the value means, in words."""

    attribute_hint: str | None = None
    """Hint for filling it in, such as a form or a limit."""

    choices: (
        list[VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner] | None
    ) = None
    """Values among which to choose; any text may be given when there are none."""
