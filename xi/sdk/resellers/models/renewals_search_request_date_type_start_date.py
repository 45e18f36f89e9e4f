"""The model `RenewalsSearchRequestDateTypeStartDate`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class RenewalsSearchRequestDateTypeStartDate(RequestModel):
    """A range for the first day of the new term.

    Dates are MM/DD/YYYY here, unlike anywhere else in this API.

    Args:
        custom_start_date (str): Earliest first day, MM/DD/YYYY, such as `05/27/2026`.
        custom_end_date (str): Latest first day, MM/DD/YYYY; not before the earliest.
    """

    custom_start_date: str | None = None
    """Earliest first day, MM/DD/YYYY, such as `05/27/2026`."""

    custom_end_date: str | None = None
    """Latest first day, MM/DD/YYYY; not before the earliest."""
