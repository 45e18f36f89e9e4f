"""The model `RenewalsSearchRequestDateTypeExpirationDate`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class RenewalsSearchRequestDateTypeExpirationDate(RequestModel):
    """A range for the day on which the present coverage runs out, both ends as MM/DD/YYYY.

    Args:
        custom_start_date (str): Earliest day on which coverage runs out, MM/DD/YYYY.
        custom_end_date (str): Latest day on which coverage runs out, MM/DD/YYYY; not before the earliest.
    """

    custom_start_date: str | None = None
    """Earliest day on which coverage runs out, MM/DD/YYYY."""

    custom_end_date: str | None = None
    """Latest day on which coverage runs out, MM/DD/YYYY; not before the earliest."""
