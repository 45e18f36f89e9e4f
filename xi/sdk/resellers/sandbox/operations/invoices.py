"""The operations of invoices: search and details."""

from typing import Final

from xi.sdk.resellers.sandbox.invoices import answers
from xi.sdk.resellers.sandbox.invoices.search import read_invoice_query
from xi.sdk.resellers.sandbox.invoices.values import Invoice
from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import LISTED_ERRORS, TRACED_LIST_ERRORS
from xi.sdk.resellers.sandbox.wire.fields import APPLICATION, header_errors
from xi.sdk.resellers.sandbox.wire.json import flag
from xi.sdk.resellers.sandbox.wire.messages import (
    VALIDATION_ERROR,
    ApiRequest,
    ApiResponse,
    FieldError,
    failure,
    too_long,
)
from xi.sdk.resellers.sandbox.wire.paging import PAGE_NUMBER, Page, read_page
from xi.sdk.resellers.sandbox.wire.parameters import Parameters

_NUMBER_LIMIT: Final = 12
_ORDER, _INVOICE = "order", "invoice"


def search(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer a page of the customer's invoices; none at all is an empty list."""
    errors = header_errors(request, APPLICATION)
    page: Page[Invoice] = read_page(request, PAGE_NUMBER, errors)
    today = sandbox.now().date()
    query = read_invoice_query(request, today, sandbox.policy.invoice_history)
    if isinstance(query, list):
        return [*errors, *query]
    if errors:
        return errors
    found = page.of(sandbox.invoices.search(request.customer, query))
    return ApiResponse(200, answers.searched(request.customer, query, today, found))


def read_details(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer one invoice in full, by its number or by that of its order."""
    errors = header_errors(request, APPLICATION)
    number = request.number.strip()
    if len(number) > _NUMBER_LIMIT:
        errors.append(too_long("invoiceNumber", number, _NUMBER_LIMIT))
    given = Parameters(request)
    by_order = given.one_of("customerType", (_INVOICE, _ORDER)) == _ORDER
    wanted = given.text("includeSerialNumbers")
    serial_numbers = flag(wanted)
    if wanted and serial_numbers is None:
        given.refuse("includeSerialNumbers", "includeSerialNumbers must be true or false", wanted)
    errors += given.errors
    if errors:
        return errors
    find = sandbox.invoices.find_by_order if by_order else sandbox.invoices.find
    invoice = find(request.customer, number)
    if invoice is None:
        return _unknown(sandbox, request, number)
    strict = sandbox.policy.strict
    return ApiResponse(200, answers.details(invoice, serial_numbers=bool(serial_numbers), strict=strict))


def _unknown(sandbox: Sandbox, request: ApiRequest, number: str) -> ApiResponse | list[FieldError]:
    status = sandbox.policy.unknown_invoice_status
    if status == 400:  # noqa: PLR2004 - a status
        return [FieldError("There is no invoice with this number", "invoiceNumber", number)]
    if status == 404:  # noqa: PLR2004 - a status
        return failure(request, sandbox.now(), status, ["The invoice was not found"], kind=VALIDATION_ERROR)
    # As observed: the service behind the API was answered 404, and what comes of it is a failure of the API.
    reason = f"The service of invoices failed for {request.correlation_id}: its server answered (404) Not Found."
    return failure(request, sandbox.now(), status, [reason], kind="System.Net.WebException")


_PATH: Final = "/resellers/v6/invoices"

OPERATIONS: Final = (
    Operation("invoice_search", "GET", _PATH, search, "InvoiceSearchResponse", TRACED_LIST_ERRORS),
    # The links of the live API have this path, with a slash at its end.
    Operation("invoice_search", "GET", f"{_PATH}/", search, "InvoiceSearchResponse", TRACED_LIST_ERRORS),
    Operation(
        "invoice_details",
        "GET",
        "/resellers/v6.1/invoices/{invoiceNumber}",
        read_details,
        "InvoiceDetailsv61Response",
        LISTED_ERRORS,
    ),
    # v6.1 replaced it, and the contract does not have it, but the links of orders lead here.
    Operation(
        "invoice_details",
        "GET",
        f"{_PATH}/{{invoiceNumber}}",
        read_details,
        "InvoiceDetailsv61Response",
        LISTED_ERRORS,
    ),
)
