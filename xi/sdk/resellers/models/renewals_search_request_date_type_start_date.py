"""The model `RenewalsSearchRequestDateTypeStartDate`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class RenewalsSearchRequestDateTypeStartDate(RequestModel):
    """DRAFT 781.

    RenewalsSearchRequestDateTypeStartDate.

    Args:
        custom_start_date (str): DRAFT 782. custom Start Date of RenewalsSearchRequestDateTypeStartDate.
        custom_end_date (str): DRAFT 783. custom End Date of RenewalsSearchRequestDateTypeStartDate.
    """

    custom_start_date: str | None = None
    """DRAFT 782.

    custom Start Date of RenewalsSearchRequestDateTypeStartDate.
    """

    custom_end_date: str | None = None
    """DRAFT 783.

    custom End Date of RenewalsSearchRequestDateTypeStartDate.
    """
