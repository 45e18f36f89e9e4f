"""The model `RenewalsSearchRequestStatus`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.renewals_search_request_status_opporutiny_status import (
    RenewalsSearchRequestStatusOpporutinyStatus,
)


class RenewalsSearchRequestStatus(RequestModel):
    """Wrapper around the state of a renewal opportunity.

    Args:
        opporutiny_status (RenewalsSearchRequestStatusOpporutinyStatus): The state itself. The name is misspelt on the
            wire, and only this spelling is documented.
    """

    opporutiny_status: Annotated[
        RenewalsSearchRequestStatusOpporutinyStatus | None, Field(alias="OpporutinyStatus")
    ] = None
    """The state itself.

    The name is misspelt on the wire, and only this spelling is documented.
    """
