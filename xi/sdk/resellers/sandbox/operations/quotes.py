"""The operations of quotes: search, details, and whether a quote can be ordered."""

from typing import Final

from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.quotes import answers
from xi.sdk.resellers.sandbox.quotes.order import obstacle
from xi.sdk.resellers.sandbox.quotes.search import find_quotes, read_quote_query
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import TRACED_ERRORS
from xi.sdk.resellers.sandbox.wire.fields import CONTACT, header_errors
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, ApiResponse, FieldError, blank, failure
from xi.sdk.resellers.sandbox.wire.paging import PAGE_NUMBER, page_links, plain_link, read_page

_SEARCH: Final = "/resellers/v6/quotes/search"
_LINK: Final = plain_link(_SEARCH, PAGE_NUMBER)


def search_quotes(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer a page of the customer's open quotes; none at all is a 404 in the form of a failed validation."""
    errors = header_errors(request, CONTACT)
    page = read_page(request, PAGE_NUMBER, errors)
    query = read_quote_query(request)
    if isinstance(query, list):
        return [*errors, *query]
    if errors:
        return errors
    now = sandbox.now()
    found = page.of(find_quotes(sandbox.offers.quotes.of(request.customer), query, now))
    if not found.entries:
        return failure(request, now, 404, ["No quotes were found for these criteria"])
    quotes = [answers.searched_quote(each, request.country, now.date()) for each in found.entries]
    links = page_links(request, found, _LINK, previous="prevPage")
    return ApiResponse(200, {**found.counts(), "quotes": quotes, **links})


def read_quote(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer one quote in full, in whatever state it is."""
    errors = header_errors(request)
    if errors:
        return errors
    quote = sandbox.offers.quotes.find(request.customer, request.number)
    if quote is None:
        return [FieldError("The quote was not found", "quoteNumber", request.number)]
    day = sandbox.now().date()
    return ApiResponse(200, answers.quote_details(quote, request.customer, request.country, day))


def validate_quote(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer what the vendor wants to be told before a quote is ordered; one that cannot be ordered is refused."""
    errors = header_errors(request)
    number = request.parameter("quoteNumber")
    if not number:
        errors.append(blank("quoteNumber"))
    if errors:
        return errors
    quote = sandbox.offers.quotes.find(request.customer, number)
    reason = obstacle(quote, sandbox.now().date(), active_too=sandbox.policy.order_active_quotes)
    if quote is None or reason:
        return [FieldError(reason, "quoteNumber", number)]
    return ApiResponse(200, answers.validated(quote, strict=sandbox.policy.strict))


OPERATIONS: Final = (
    Operation("quotes", "GET", _SEARCH, search_quotes, "QuoteSearchResponse"),
    Operation("quote", "GET", "/resellers/v6/quotes/{quoteNumber}", read_quote, "QuoteDetailsResponse"),
    Operation(
        "validate_quote",
        "GET",
        "/resellers/v6/q2o/validatequote",
        validate_quote,
        "ValidateQuoteResponse",
        TRACED_ERRORS,
    ),
)
