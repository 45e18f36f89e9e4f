"""The model `DealsSearchResponseDealsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.renewals_search_response_renewals_inner_links_inner import (
    RenewalsSearchResponseRenewalsInnerLinksInner,
)


class DealsSearchResponseDealsInner(ResponseModel):
    """One deal in a search, without its products.

    Args:
        deal_id (str): Number of the deal; may hold blanks and letters. Keep it exactly as it is.
        version (str): Newest version of the deal, a whole number as text.
        end_user (str): End customer for whom the prices hold.
        vendor (str): Manufacturer that granted the deal; the details may leave it null.
        deal_expiry_date (str): When the deal ends, ISO date and time without a zone, such as `2026-07-31T00:00:00`.
        links (RenewalsSearchResponseRenewalsInnerLinksInner): Link to the details: one object, where other families
            have a list. The number in its address is not encoded.
    """

    deal_id: str | None = None
    """Number of the deal; may hold blanks and letters.

    Keep it exactly as it is.
    """

    version: str | None = None
    """Newest version of the deal, a whole number as text."""

    end_user: str | None = None
    """End customer for whom the prices hold."""

    vendor: str | None = None
    """Manufacturer that granted the deal; the details may leave it null."""

    deal_expiry_date: str | None = None
    """When the deal ends, ISO date and time without a zone, such as `2026-07-31T00:00:00`."""

    links: RenewalsSearchResponseRenewalsInnerLinksInner | None = None
    """Link to the details: one object, where other families have a list.

    The number in its address is not encoded.
    """
