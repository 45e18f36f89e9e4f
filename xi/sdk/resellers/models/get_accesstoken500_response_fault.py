"""The model `GetAccesstoken500ResponseFault`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.get_accesstoken500_response_fault_detail import GetAccesstoken500ResponseFaultDetail


class GetAccesstoken500ResponseFault(ResponseModel):
    """The inside of a gateway error.

    It has neither `errors` nor field messages; the cause is in `faultstring` alone.

    Args:
        faultstring (str): Readable cause from the gateway. Seen on the live API: `Invalid API call as no apiproduct
            match found`, when the app is not approved or the product is not bound to it.
        detail (GetAccesstoken500ResponseFaultDetail): Wrapper around the gateway's error code; may be missing from a
            401.
    """

    faultstring: str | None = None
    """Readable cause from the gateway.

    Seen on the live API: `Invalid API call as no apiproduct match found`, when the app is not approved or the product
    is not bound to it.
    """

    detail: GetAccesstoken500ResponseFaultDetail | None = None
    """Wrapper around the gateway's error code; may be missing from a 401."""
