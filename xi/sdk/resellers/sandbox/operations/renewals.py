"""The operations of renewals: search and details."""

from typing import Final

from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.renewals import answers
from xi.sdk.resellers.sandbox.renewals.search import find_renewals, read_renewal_query
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import CASE_ERRORS, CASE_LIST_ERRORS
from xi.sdk.resellers.sandbox.wire.fields import header_errors
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, ApiResponse, FieldError
from xi.sdk.resellers.sandbox.wire.paging import PAGE, page_links, read_page


def search_renewals(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer a page of the customer's renewals; none at all is an empty list."""
    errors = header_errors(request)
    page = read_page(request, PAGE, errors)
    query = read_renewal_query(request)
    if isinstance(query, list):
        return [*errors, *query]
    if errors:
        return errors
    offers, day = sandbox.offers, sandbox.now().date()
    known = (
        (each, offers.renewal_status(request.customer, each, day)) for each in offers.renewals.of(request.customer)
    )
    found = page.of(find_renewals(known, query))
    renewals = [answers.searched_renewal(*each) for each in found.entries]
    body = {**found.counts(), "renewals": renewals, **page_links(request, found, answers.page_link)}
    in_list = sandbox.policy.renewals_in_list and not sandbox.policy.strict
    return ApiResponse(200, [body] if in_list else body)


def read_renewal(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer one renewal in full."""
    errors = header_errors(request)
    if errors:
        return errors
    renewal = sandbox.offers.renewals.find(request.customer, request.number)
    if renewal is None:
        return [FieldError("The renewal was not found", "renewalId", request.number)]
    status = sandbox.offers.renewal_status(request.customer, renewal, sandbox.now().date())
    body = answers.renewal_details(renewal, status, request.country, strict=sandbox.policy.strict)
    return ApiResponse(200, body)


OPERATIONS: Final = (
    Operation(
        "renewals",
        "POST",
        "/resellers/v6/renewals/search",
        search_renewals,
        "RenewalsSearchResponse",
        CASE_LIST_ERRORS,
    ),
    Operation(
        "renewal", "GET", "/resellers/v6/renewals/{renewalId}", read_renewal, "RenewalsDetailsResponse", CASE_ERRORS
    ),
)
