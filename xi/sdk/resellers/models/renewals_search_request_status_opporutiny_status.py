"""The model `RenewalsSearchRequestStatusOpporutinyStatus`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class RenewalsSearchRequestStatusOpporutinyStatus(RequestModel):
    """DRAFT 773.

    RenewalsSearchRequestStatusOpporutinyStatus.

    Args:
        value (str): DRAFT 774. value of RenewalsSearchRequestStatusOpporutinyStatus.
        sub_status (str): DRAFT 775. sub Status of RenewalsSearchRequestStatusOpporutinyStatus.
    """

    value: str | None = None
    """DRAFT 774.

    value of RenewalsSearchRequestStatusOpporutinyStatus.
    """

    sub_status: str | None = None
    """DRAFT 775.

    sub Status of RenewalsSearchRequestStatusOpporutinyStatus.
    """
