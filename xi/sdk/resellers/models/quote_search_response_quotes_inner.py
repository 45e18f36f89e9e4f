"""The model `QuoteSearchResponseQuotesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.quote_search_response_quotes_inner_links import QuoteSearchResponseQuotesInnerLinks


class QuoteSearchResponseQuotesInner(ResponseModel):
    """One quote as the search shows it, without its products.

    Its number leads to the details.

    Args:
        quote_guid (str): Identifier of the quote in the sales system, a UUID in lower case; no call takes it.
        quote_name (str): Free name of the quote, by the sales team or generated; not unique.
        quote_number (str): Number for all further calls: `QUO-`, digits, a dash and six characters.
        revision (str): How often the quote was revised, a whole number as text, `0` at first; the number of the quote
            stays the same.
        currency_code (str): Currency of `quoteTotal` as an ISO code with three letters; not in the published example.
        end_user_contact (str): End user for whom the quote was made, a company as a rule; often null.
        special_bid_number (str): Vendor's special bid behind the prices; null or missing without one.
        quote_total (int or float): Sum of the quoted prices in the quote's currency; 0 occurs in real data.
        quote_status (str): State of the quote, `Active` in the published example. `Ready to Order` is the one that can
            be ordered.
        ingram_quote_date (str): Day on which the quote was made, yyyy-MM-dd.
        last_modified_date (str): Day of the last change, yyyy-MM-dd; the default search looks back 30 days from it.
        ingram_quote_expiry_date (str): Last day on which the prices hold, yyyy-MM-dd. `0001-01-01` stands for no such
            day.
        end_user_name (str): Name of the end user, in newer answers; older ones have only `endUserContact`.
        vendor (str): Vendor or product line of the quote; the search filter for it is `vendorName`.
        created_by (str): Who made the quote, `Ingram Micro` for its own sales team.
        quote_type (str): Kind of quote; the values are not documented here, and validation shows a number for it.
        links (QuoteSearchResponseQuotesInnerLinks): Where the quote's details can be read; an object here, a list in
            other families.
    """

    quote_guid: str | None = None
    """Identifier of the quote in the sales system, a UUID in lower case; no call takes it."""

    quote_name: str | None = None
    """Free name of the quote, by the sales team or generated; not unique."""

    quote_number: str | None = None
    """Number for all further calls: `QUO-`, digits, a dash and six characters."""

    revision: str | None = None
    """How often the quote was revised, a whole number as text, `0` at first; the number of the quote stays the same."""

    currency_code: str | None = None
    """Currency of `quoteTotal` as an ISO code with three letters; not in the published example."""

    end_user_contact: str | None = None
    """End user for whom the quote was made, a company as a rule; often null."""

    special_bid_number: str | None = None
    """Vendor's special bid behind the prices; null or missing without one."""

    quote_total: IntOrFloat | None = None
    """Sum of the quoted prices in the quote's currency; 0 occurs in real data."""

    quote_status: str | None = None
    """State of the quote, `Active` in the published example.

    `Ready to Order` is the one that can be ordered.
    """

    ingram_quote_date: str | None = None
    """Day on which the quote was made, yyyy-MM-dd."""

    last_modified_date: str | None = None
    """Day of the last change, yyyy-MM-dd; the default search looks back 30 days from it."""

    ingram_quote_expiry_date: str | None = None
    """Last day on which the prices hold, yyyy-MM-dd.

    `0001-01-01` stands for no such day.
    """

    end_user_name: str | None = None
    """Name of the end user, in newer answers; older ones have only `endUserContact`."""

    vendor: str | None = None
    """Vendor or product line of the quote; the search filter for it is `vendorName`."""

    created_by: str | None = None
    """Who made the quote, `Ingram Micro` for its own sales team."""

    quote_type: str | None = None
    """Kind of quote; the values are not documented here, and validation shows a number for it."""

    links: QuoteSearchResponseQuotesInnerLinks | None = None
    """Where the quote's details can be read; an object here, a list in other families."""
