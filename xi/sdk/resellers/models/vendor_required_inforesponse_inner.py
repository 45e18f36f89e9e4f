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
    """DRAFT 1330.

    VendorRequiredInforesponseInner.

    Args:
        quote_number (str): DRAFT 1331. quote Number of VendorRequiredInforesponseInner.
        ingram_part_number (str): DRAFT 1332. ingram Part Number of VendorRequiredInforesponseInner.
        vendor_part_number (str): DRAFT 1333. vendor Part Number of VendorRequiredInforesponseInner.
        plan_id (str): DRAFT 1334. plan Id of VendorRequiredInforesponseInner.
        plan_name (str): DRAFT 1335. plan Name of VendorRequiredInforesponseInner.
        response_messages (list of VendorRequiredInforesponseInnerResponseMessagesInner): DRAFT 1336. response Messages
            of VendorRequiredInforesponseInner.
        vmf_additional_attributes (list of VendorRequiredInforesponseInnerVmfAdditionalAttributesInner): DRAFT 1337. vmf
            Additional Attributes of VendorRequiredInforesponseInner.
        vri_additional_attributes (list of
            VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner): DRAFT 1338. vri
            Additional Attributes of VendorRequiredInforesponseInner.
    """

    quote_number: str | None = None
    """DRAFT 1331.

    quote Number of VendorRequiredInforesponseInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 1332.

    ingram Part Number of VendorRequiredInforesponseInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 1333.

    vendor Part Number of VendorRequiredInforesponseInner.
    """

    plan_id: str | None = None
    """DRAFT 1334.

    plan Id of VendorRequiredInforesponseInner.
    """

    plan_name: str | None = None
    """DRAFT 1335.

    plan Name of VendorRequiredInforesponseInner.
    """

    response_messages: list[VendorRequiredInforesponseInnerResponseMessagesInner] | None = None
    """DRAFT 1336.

    response Messages of VendorRequiredInforesponseInner.
    """

    vmf_additional_attributes: list[VendorRequiredInforesponseInnerVmfAdditionalAttributesInner] | None = None
    """DRAFT 1337.

    vmf Additional Attributes of VendorRequiredInforesponseInner.
    """

    vri_additional_attributes: (
        list[VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner] | None
    ) = None
    """DRAFT 1338.

    vri Additional Attributes of VendorRequiredInforesponseInner.
    """
