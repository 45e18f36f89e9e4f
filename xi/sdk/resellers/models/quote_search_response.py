"""The model `QuoteSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.quote_search_response_quotes_inner import QuoteSearchResponseQuotesInner


class QuoteSearchResponse(ResponseModel):
    """DRAFT 442.

    QuoteSearchResponse.

    Args:
        records_found (int): DRAFT 443. records Found of QuoteSearchResponse.
        page_size (int): DRAFT 444. page Size of QuoteSearchResponse.
        page_number (int): DRAFT 445. page Number of QuoteSearchResponse.
        quotes (list of QuoteSearchResponseQuotesInner): DRAFT 446. quotes of QuoteSearchResponse.
        next_page (str): DRAFT 447. next Page of QuoteSearchResponse.
        prev_page (str): DRAFT 448. prev Page of QuoteSearchResponse.
    """

    records_found: int | None = None
    """DRAFT 443.

    records Found of QuoteSearchResponse.
    """

    page_size: int | None = None
    """DRAFT 444.

    page Size of QuoteSearchResponse.
    """

    page_number: int | None = None
    """DRAFT 445.

    page Number of QuoteSearchResponse.
    """

    quotes: list[QuoteSearchResponseQuotesInner] | None = None
    """DRAFT 446.

    quotes of QuoteSearchResponse.
    """

    next_page: str | None = None
    """DRAFT 447.

    next Page of QuoteSearchResponse.
    """

    prev_page: str | None = None
    """DRAFT 448.

    prev Page of QuoteSearchResponse.
    """
