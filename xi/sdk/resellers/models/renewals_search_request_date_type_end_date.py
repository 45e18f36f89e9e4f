"""The model `RenewalsSearchRequestDateTypeEndDate`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class RenewalsSearchRequestDateTypeEndDate(RequestModel):
    """DRAFT 784.

    RenewalsSearchRequestDateTypeEndDate.

    Args:
        custom_start_date (str): DRAFT 785. custom Start Date of RenewalsSearchRequestDateTypeEndDate.
        custom_end_date (str): DRAFT 786. custom End Date of RenewalsSearchRequestDateTypeEndDate.
    """

    custom_start_date: str | None = None
    """DRAFT 785.

    custom Start Date of RenewalsSearchRequestDateTypeEndDate.
    """

    custom_end_date: str | None = None
    """DRAFT 786.

    custom End Date of RenewalsSearchRequestDateTypeEndDate.
    """
