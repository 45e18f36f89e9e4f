"""The operations of returns: create, search and details."""

from typing import Final

from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.returns import answers
from xi.sdk.resellers.sandbox.returns.answers import PATH
from xi.sdk.resellers.sandbox.returns.requests import NewReturn, read_returns
from xi.sdk.resellers.sandbox.returns.search import read_return_query
from xi.sdk.resellers.sandbox.returns.values import ReturnCase
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import CASE_ERRORS, CASE_LIST_ERRORS
from xi.sdk.resellers.sandbox.wire.fields import header_errors
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, ApiResponse, FieldError
from xi.sdk.resellers.sandbox.wire.paging import PAGE, Page, page_links, plain_link, read_page


def create(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """File a case for each entry of the list; the status of success is 200."""
    errors = header_errors(request)
    read = read_returns(request.body)
    entries = [each for each in read if isinstance(each, NewReturn)]
    errors += [each for each in read if isinstance(each, FieldError)]
    if errors:
        return errors
    filed = sandbox.returns.file(request.customer, entries, in_part=sandbox.policy.partial_returns)
    if not filed.cases:
        return list(filed.errors)
    return ApiResponse(200, answers.created(filed.cases, strict=sandbox.policy.strict))


def search(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer a page of the customer's cases; none at all is an empty list."""
    errors = header_errors(request)
    page: Page[ReturnCase] = read_page(request, PAGE, errors)
    query = read_return_query(request)
    if isinstance(query, list):
        return [*errors, *query]
    if errors:
        return errors
    cases = sandbox.returns.of(request.customer)
    lag = sandbox.policy.search_lag
    if lag:
        latest = sandbox.now() - lag
        cases = [each for each in cases if each.created_at <= latest]
    found = page.of(query.found(cases))
    links = {"nextPage": None, "previousPage": None, **page_links(request, found, plain_link(f"{PATH}/search", PAGE))}
    listed = [answers.found(each) for each in found.entries]
    return ApiResponse(200, {**found.counts(), "returnsClaims": listed, **links})


def read_details(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer one case in full."""
    errors = header_errors(request)
    if errors:
        return errors
    case = sandbox.returns.find(request.customer, request.number)
    if case is None:
        return [FieldError("There is no return with this number", "caseRequestNumber", request.number)]
    return ApiResponse(200, answers.details(case))


OPERATIONS: Final = (
    Operation("return_search", "GET", f"{PATH}/search", search, "ReturnsSearchResponse", CASE_ERRORS),
    Operation(
        "return_create",
        "POST",
        f"{PATH}/create",
        create,
        "ReturnsCreateResponse",
        CASE_LIST_ERRORS,
        creates=True,
        empty_status=200,
    ),
    Operation(
        "return_details",
        "GET",
        f"{PATH}/{{caseRequestNumber}}",
        read_details,
        "ReturnsDetailsResponse",
        CASE_ERRORS,
    ),
)
