"""The model `QuoteSearchResponseQuotesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.quote_search_response_quotes_inner_links import QuoteSearchResponseQuotesInnerLinks


class QuoteSearchResponseQuotesInner(ResponseModel):
    """DRAFT 449.

    QuoteSearchResponseQuotesInner.

    Args:
        quote_guid (str): DRAFT 450. quote Guid of QuoteSearchResponseQuotesInner.
        quote_name (str): DRAFT 451. quote Name of QuoteSearchResponseQuotesInner.
        quote_number (str): DRAFT 452. quote Number of QuoteSearchResponseQuotesInner.
        revision (str): DRAFT 453. revision of QuoteSearchResponseQuotesInner.
        currency_code (str): DRAFT 454. currency Code of QuoteSearchResponseQuotesInner.
        end_user_contact (str): DRAFT 455. end User Contact of QuoteSearchResponseQuotesInner.
        special_bid_number (str): DRAFT 456. special Bid Number of QuoteSearchResponseQuotesInner.
        quote_total (int or float): DRAFT 457. quote Total of QuoteSearchResponseQuotesInner.
        quote_status (str): DRAFT 458. quote Status of QuoteSearchResponseQuotesInner.
        ingram_quote_date (str): DRAFT 459. ingram Quote Date of QuoteSearchResponseQuotesInner.
        last_modified_date (str): DRAFT 460. last Modified Date of QuoteSearchResponseQuotesInner.
        ingram_quote_expiry_date (str): DRAFT 461. ingram Quote Expiry Date of QuoteSearchResponseQuotesInner.
        end_user_name (str): DRAFT 462. end User Name of QuoteSearchResponseQuotesInner.
        vendor (str): DRAFT 463. vendor of QuoteSearchResponseQuotesInner.
        created_by (str): DRAFT 464. created By of QuoteSearchResponseQuotesInner.
        quote_type (str): DRAFT 465. quote Type of QuoteSearchResponseQuotesInner.
        links (QuoteSearchResponseQuotesInnerLinks): DRAFT 466. links of QuoteSearchResponseQuotesInner.
    """

    quote_guid: str | None = None
    """DRAFT 450.

    quote Guid of QuoteSearchResponseQuotesInner.
    """

    quote_name: str | None = None
    """DRAFT 451.

    quote Name of QuoteSearchResponseQuotesInner.
    """

    quote_number: str | None = None
    """DRAFT 452.

    quote Number of QuoteSearchResponseQuotesInner.
    """

    revision: str | None = None
    """DRAFT 453.

    revision of QuoteSearchResponseQuotesInner.
    """

    currency_code: str | None = None
    """DRAFT 454.

    currency Code of QuoteSearchResponseQuotesInner.
    """

    end_user_contact: str | None = None
    """DRAFT 455.

    end User Contact of QuoteSearchResponseQuotesInner.
    """

    special_bid_number: str | None = None
    """DRAFT 456.

    special Bid Number of QuoteSearchResponseQuotesInner.
    """

    quote_total: IntOrFloat | None = None
    """DRAFT 457.

    quote Total of QuoteSearchResponseQuotesInner.
    """

    quote_status: str | None = None
    """DRAFT 458.

    quote Status of QuoteSearchResponseQuotesInner.
    """

    ingram_quote_date: str | None = None
    """DRAFT 459.

    ingram Quote Date of QuoteSearchResponseQuotesInner.
    """

    last_modified_date: str | None = None
    """DRAFT 460.

    last Modified Date of QuoteSearchResponseQuotesInner.
    """

    ingram_quote_expiry_date: str | None = None
    """DRAFT 461.

    ingram Quote Expiry Date of QuoteSearchResponseQuotesInner.
    """

    end_user_name: str | None = None
    """DRAFT 462.

    end User Name of QuoteSearchResponseQuotesInner.
    """

    vendor: str | None = None
    """DRAFT 463.

    vendor of QuoteSearchResponseQuotesInner.
    """

    created_by: str | None = None
    """DRAFT 464.

    created By of QuoteSearchResponseQuotesInner.
    """

    quote_type: str | None = None
    """DRAFT 465.

    quote Type of QuoteSearchResponseQuotesInner.
    """

    links: QuoteSearchResponseQuotesInnerLinks | None = None
    """DRAFT 466.

    links of QuoteSearchResponseQuotesInner.
    """
