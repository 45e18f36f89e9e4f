"""The model `RenewalsSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.renewals_search_response_renewals_inner import RenewalsSearchResponseRenewalsInner


class RenewalsSearchResponse(ResponseModel):
    """One page of a search for renewals.

    Args:
        records_found (int): How many renewals match, over all pages. It may change between two calls.
        page_size (int): Renewals that a page holds at most, as asked for or by default.
        page_number (int): Number of this page; the first is 1.
        renewals (list of RenewalsSearchResponseRenewalsInner): The renewals of this page; empty if none matches or the
            page lies past the last one.
        next_page (str): Relative address of the next page, null or missing on the last. It looks like that of a GET and
            has the page only, so use it as a sign that there is more.
        previous_page (str): Relative address of the page before, null or missing on the first.
    """

    records_found: int | None = None
    """How many renewals match, over all pages.

    It may change between two calls.
    """

    page_size: int | None = None
    """Renewals that a page holds at most, as asked for or by default."""

    page_number: int | None = None
    """Number of this page; the first is 1."""

    renewals: list[RenewalsSearchResponseRenewalsInner] | None = None
    """The renewals of this page; empty if none matches or the page lies past the last one."""

    next_page: str | None = None
    """Relative address of the next page, null or missing on the last.

    It looks like that of a GET and has the page only, so use it as a sign that there is more.
    """

    previous_page: str | None = None
    """Relative address of the page before, null or missing on the first."""
