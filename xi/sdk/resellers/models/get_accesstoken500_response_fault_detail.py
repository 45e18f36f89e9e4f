"""The model `GetAccesstoken500ResponseFaultDetail`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class GetAccesstoken500ResponseFaultDetail(ResponseModel):
    """Holds the gateway's code for a fault and nothing else.

    Args:
        errorcode (str): The gateway's own code for the fault, as text. The API does not document the values.
    """

    errorcode: str | None = None
    """The gateway's own code for the fault, as text.

    The API does not document the values.
    """
