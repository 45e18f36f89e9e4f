"""The model `GetAccesstoken500Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.get_accesstoken500_response_fault import GetAccesstoken500ResponseFault


class GetAccesstoken500Response(ResponseModel):
    """Error body of the API gateway, not of the service behind it.

    The same shape comes with a 401 on any resource, for instance when the app is not approved for the API.

    Args:
        fault (GetAccesstoken500ResponseFault): The gateway's description of the failure: one readable text and one
            code.
    """

    fault: GetAccesstoken500ResponseFault | None = None
    """The gateway's description of the failure: one readable text and one code."""
