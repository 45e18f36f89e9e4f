"""The model `QuoteSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.quote_search_response_quotes_inner import QuoteSearchResponseQuotesInner


class QuoteSearchResponse(ResponseModel):
    """One page of quotes that were found.

    Args:
        records_found (int): Quotes found in all, on all pages together.
        page_size (int): Quotes that fit on a page, which may be more than this one holds.
        page_number (int): Number of this page, the first being 1.
        quotes (list of QuoteSearchResponseQuotesInner): Quotes of this page, in the order that was asked for; a null or
            missing list is an answer without quotes.
        next_page (str): Address of the following page, relative and without the sandbox's prefix; missing on the last
            one. Take it as a hint, and count pages.
        prev_page (str): Address of the page before; the catalogue and others name it `previousPage`.
    """

    records_found: int | None = None
    """Quotes found in all, on all pages together."""

    page_size: int | None = None
    """Quotes that fit on a page, which may be more than this one holds."""

    page_number: int | None = None
    """Number of this page, the first being 1."""

    quotes: list[QuoteSearchResponseQuotesInner] | None = None
    """Quotes of this page, in the order that was asked for; a null or missing list is an answer without quotes."""

    next_page: str | None = None
    """Address of the following page, relative and without the sandbox's prefix; missing on the last one.

    Take it as a hint, and count pages.
    """

    prev_page: str | None = None
    """Address of the page before; the catalogue and others name it `previousPage`."""
