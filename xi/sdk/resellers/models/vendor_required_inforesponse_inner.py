"""The model `VendorRequiredInforesponseInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.vendor_required_inforesponse_inner_response_messages_inner import (
    VendorRequiredInforesponseInnerResponseMessagesInner,
)
from xi.sdk.resellers.models.vendor_required_inforesponse_inner_vmf_additional_attributes_inner import (
    VendorRequiredInforesponseInnerVmfAdditionalAttributesInner,
)
from xi.sdk.resellers.models.vendor_required_inforesponse_inner_vmf_additional_attributes_inner_additional_attributes_inner import (
    VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner,
)


class VendorRequiredInforesponseInner(ResponseModel):
    """What the vendor of one product demands of an order.

    Args:
        quote_number (str): Quote to which the product belongs; missing when products were named.
        ingram_part_number (str): Ingram Micro's SKU, with which an answer is matched to what was asked for.
        vendor_part_number (str): Manufacturer's number of the product, as the vendor has it.
        plan_id (str): Plan of the cloud subscription that is meant.
        plan_name (str): Plan of the cloud subscription in words.
        response_messages (list of VendorRequiredInforesponseInnerResponseMessagesInner): Remarks and errors about this
            product, which come inside a successful answer; read them first.
        vmf_additional_attributes (list of VendorRequiredInforesponseInnerVmfAdditionalAttributesInner): Values demanded
            for hardware, software and warranties, grouped by vendor; to be sent as `vmfAdditionalAttributes`.
        vri_additional_attributes (list of
            VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner): Values demanded for
            cloud products, without a group.
    """

    quote_number: str | None = None
    """Quote to which the product belongs; missing when products were named."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU, with which an answer is matched to what was asked for."""

    vendor_part_number: str | None = None
    """Manufacturer's number of the product, as the vendor has it."""

    plan_id: str | None = None
    """Plan of the cloud subscription that is meant."""

    plan_name: str | None = None
    """Plan of the cloud subscription in words."""

    response_messages: list[VendorRequiredInforesponseInnerResponseMessagesInner] | None = None
    """Remarks and errors about this product, which come inside a successful answer; read them first."""

    vmf_additional_attributes: list[VendorRequiredInforesponseInnerVmfAdditionalAttributesInner] | None = None
    """Values demanded for hardware, software and warranties, grouped by vendor; to be sent as
    `vmfAdditionalAttributes`.
    """

    vri_additional_attributes: (
        list[VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner] | None
    ) = None
    """Values demanded for cloud products, without a group."""
