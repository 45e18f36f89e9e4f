"""The model `RenewalsSearchRequestDateTypeExpirationDate`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class RenewalsSearchRequestDateTypeExpirationDate(RequestModel):
    """DRAFT 790.

    RenewalsSearchRequestDateTypeExpirationDate.

    Args:
        custom_start_date (str): DRAFT 791. custom Start Date of RenewalsSearchRequestDateTypeExpirationDate.
        custom_end_date (str): DRAFT 792. custom End Date of RenewalsSearchRequestDateTypeExpirationDate.
    """

    custom_start_date: str | None = None
    """DRAFT 791.

    custom Start Date of RenewalsSearchRequestDateTypeExpirationDate.
    """

    custom_end_date: str | None = None
    """DRAFT 792.

    custom End Date of RenewalsSearchRequestDateTypeExpirationDate.
    """
