"""The model `RenewalsSearchRequestDateTypeEndDate`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class RenewalsSearchRequestDateTypeEndDate(RequestModel):
    """A range for the last day of the new term, both ends as MM/DD/YYYY.

    Args:
        custom_start_date (str): Earliest last day of the term, MM/DD/YYYY.
        custom_end_date (str): Latest last day of the term, MM/DD/YYYY; not before the earliest.
    """

    custom_start_date: str | None = None
    """Earliest last day of the term, MM/DD/YYYY."""

    custom_end_date: str | None = None
    """Latest last day of the term, MM/DD/YYYY; not before the earliest."""
