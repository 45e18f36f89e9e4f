"""The operations of deals: search and details."""

from typing import Final

from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.deals import answers
from xi.sdk.resellers.sandbox.deals.search import find_deals, read_deal_query
from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import CASE_ERRORS
from xi.sdk.resellers.sandbox.wire.fields import DEAL_APPLICATION, ENVIRONMENT, header_errors
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, ApiResponse, FieldError
from xi.sdk.resellers.sandbox.wire.paging import CAPITAL_PAGE, page_links, read_page


def search_deals(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer a page of the customer's deals; none at all is an empty list."""
    errors = header_errors(request)
    page = read_page(request, CAPITAL_PAGE, errors)
    if errors:
        return errors
    found = page.of(find_deals(sandbox.offers.deals.of(request.customer), read_deal_query(request)))
    links = {"nextPage": None, "previousPage": None, **page_links(request, found, answers.page_link)}
    deals = [answers.searched_deal(each) for each in found.entries]
    return ApiResponse(200, {**found.counts(), "deals": deals, **links})


def read_deal(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer one deal in full; a vendor, if one is named, has to be that of the deal."""
    errors = header_errors(request, DEAL_APPLICATION, ENVIRONMENT)
    if errors:
        return errors
    deal = sandbox.offers.deals.find(request.customer, request.number)
    if deal is None:
        return [FieldError("The deal was not found", "dealId", request.number)]
    vendor = request.parameter("vendorName")
    if vendor and vendor.upper() != deal.vendor.upper():
        return [FieldError(f"Deal {deal.number} is not of this vendor", "vendorName", vendor)]

    def ordered(part_number: str) -> int:
        return sandbox.offers.deal_units(request.customer, deal, part_number)

    def now(part: Part) -> Part:
        return sandbox.catalogue.find(part.number) or part

    return ApiResponse(200, answers.deal_details(deal, request.country, ordered, now))


OPERATIONS: Final = (
    Operation("deals", "GET", "/resellers/v6/deals/search", search_deals, "DealsSearchResponse", CASE_ERRORS),
    Operation("deal", "GET", "/resellers/v6/deals/{dealId}", read_deal, "DealsDetailsResponse", CASE_ERRORS),
)
