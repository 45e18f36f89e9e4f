"""The model `VendorRequiredInforesponseInnerResponseMessagesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class VendorRequiredInforesponseInnerResponseMessagesInner(ResponseModel):
    """DRAFT 1339.

    VendorRequiredInforesponseInnerResponseMessagesInner.

    Args:
        id (str): DRAFT 1340. id of VendorRequiredInforesponseInnerResponseMessagesInner.
        trace_id (str): DRAFT 1341. trace Id of VendorRequiredInforesponseInnerResponseMessagesInner.
        type (str): DRAFT 1342. type of VendorRequiredInforesponseInnerResponseMessagesInner.
        message (str): DRAFT 1343. message of VendorRequiredInforesponseInnerResponseMessagesInner.
    """

    id: str | None = None
    """DRAFT 1340.

    id of VendorRequiredInforesponseInnerResponseMessagesInner.
    """

    trace_id: str | None = None
    """DRAFT 1341.

    trace Id of VendorRequiredInforesponseInnerResponseMessagesInner.
    """

    type: str | None = None
    """DRAFT 1342.

    type of VendorRequiredInforesponseInnerResponseMessagesInner.
    """

    message: str | None = None
    """DRAFT 1343.

    message of VendorRequiredInforesponseInnerResponseMessagesInner.
    """
