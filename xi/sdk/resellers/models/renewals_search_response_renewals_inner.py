"""The model `RenewalsSearchResponseRenewalsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.renewals_search_response_renewals_inner_links_inner import (
    RenewalsSearchResponseRenewalsInnerLinksInner,
)


class RenewalsSearchResponseRenewalsInner(ResponseModel):
    """One renewal in a search, with what is needed to choose it; the details have the rest.

    Args:
        renewal_id (int): Number of the renewal, a whole number here and text in the details.
        customer_order_number (str): The reseller's PO number of the original purchase.
        reference_number (str): Number of a notification or of a quote, whichever there is, or empty. The details have
            an object under the same name.
        end_user (str): Company name of the end customer whose coverage runs out.
        vendor (str): Name of the manufacturer, often in capitals.
        expiration_date (str): When the present coverage runs out, ISO date and time without a zone, such as
            `2026-07-04T00:00:00`.
        renewal_value (int or float): Estimated value of the renewal, a number here and text in the details. No currency
            is given; it follows from the account's country.
        status (str): The finer state, such as `Quote pending`, not `Open` or `Closed`.
        links (list of RenewalsSearchResponseRenewalsInnerLinksInner): Where to go from here: topic `renewals` is the
            renewal itself, `quotedetails` the quote for it. The number in the link may differ from `renewalId`.
    """

    renewal_id: int | None = None
    """Number of the renewal, a whole number here and text in the details."""

    customer_order_number: str | None = None
    """The reseller's PO number of the original purchase."""

    reference_number: str | None = None
    """Number of a notification or of a quote, whichever there is, or empty.

    The details have an object under the same name.
    """

    end_user: str | None = None
    """Company name of the end customer whose coverage runs out."""

    vendor: str | None = None
    """Name of the manufacturer, often in capitals."""

    expiration_date: str | None = None
    """When the present coverage runs out, ISO date and time without a zone, such as `2026-07-04T00:00:00`."""

    renewal_value: IntOrFloat | None = None
    """Estimated value of the renewal, a number here and text in the details.

    No currency is given; it follows from the account's country.
    """

    status: str | None = None
    """The finer state, such as `Quote pending`, not `Open` or `Closed`."""

    links: list[RenewalsSearchResponseRenewalsInnerLinksInner] | None = None
    """Where to go from here: topic `renewals` is the renewal itself, `quotedetails` the quote for it.

    The number in the link may differ from `renewalId`.
    """
