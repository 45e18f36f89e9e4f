"""InvoicesApi: Search invoices, and read one with its lines, charges, taxes and totals."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.client import client_of
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import invoices as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.api.bound_invoices_api import BoundInvoicesApi
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    {
        "InvoiceDetailsv61Response": models,
        "InvoiceSearchResponse": models,
        "RESTResponseType": rest,
    },
)


class InvoicesApi:
    """Search invoices, and read one with its lines, charges, taxes and totals.

    Each call has three forms: the plain form returns the result, `…_with_http_info` returns an `ApiResponse` with the
    result, status, headers and raw body, and `…_without_preload_content` returns the response, of any status, unparsed.

    Args:
        api_client: the client for the calls; if omitted, the default client of the process.

    Every call also takes:
        _request_timeout: seconds one attempt may take, or a pair: to connect, and between bytes read.
        _request_auth: replaces the bearer token for this call: a dict with `in`, `key` and `value`.
        _content_type: replaces the Content-Type of the body.
        _headers: further headers; headers from arguments replace them.
        _host_index: which of the known hosts to call; 0 is the configured one.
        _retry: replaces the client's policy for this call: attempts, waits and deadline.
        _deadline: seconds this call may take in all, replacing the deadline of the policy.
    """

    __signature__ = without_parameters()

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = client_of(self, ApiClient, api_client)

    def bound(self, account: Account | None = None) -> BoundInvoicesApi:
        """Return the same calls with the headers of an account filled in, and a new correlation ID for each call.

        Args:
            account: the account; if omitted, that of the configuration.

        Raises:
            ApiValueError: there is no account.
        """
        return BoundInvoicesApi(self, account)

    def get_invoicedetails_v6_1(
        self,
        invoice_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_application_id: str,
        customer_type: str | None = None,
        include_serial_numbers: bool | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.InvoiceDetailsv61Response:
        """Read one invoice in detail.

        Returns an invoice with its lines, addresses, charges and totals. Freight, and at times tax, are charges of the
        summary and not lines. Serial numbers come only if they are asked for. It reads only and may be repeated. Older
        versions of this call answer with all keys in PascalCase and the charges of this one do; both are read.

        Args:
            invoice_number: Number of the invoice, at most 12 characters, such as `20-RD3QV-11`; with
                `customerType=order` presumably that of the order.
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            im_application_id: Free name of the calling application, at most 32 characters. No documentation tells which
                values are accepted; the name of the reseller's company or program is usual.
            customer_type: `invoice` or `order`, which tells what the number in the path is; at most 32 characters.
                Without it an invoice is meant.
            include_serial_numbers: Whether lines list the serial numbers of their units, which makes a large invoice
                much larger; without it they do not.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_INVOICEDETAILS_V6_1,
            (
                invoice_number,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_application_id,
                customer_type,
                include_serial_numbers,
            ),
            options,
        )

    def get_invoicedetails_v6_1_with_http_info(
        self,
        invoice_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_application_id: str,
        customer_type: str | None = None,
        include_serial_numbers: bool | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.InvoiceDetailsv61Response]:
        """As `get_invoicedetails_v6_1`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_INVOICEDETAILS_V6_1,
            (
                invoice_number,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_application_id,
                customer_type,
                include_serial_numbers,
            ),
            options,
        )

    def get_invoicedetails_v6_1_without_preload_content(
        self,
        invoice_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_application_id: str,
        customer_type: str | None = None,
        include_serial_numbers: bool | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_invoicedetails_v6_1`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_INVOICEDETAILS_V6_1,
            (
                invoice_number,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_application_id,
                customer_type,
                include_serial_numbers,
            ),
            options,
        )

    def get_resellers_v6_invoicesearch(
        self,
        im_application_id: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        payment_terms_net_date: str | None = None,
        invoice_date: str | None = None,
        invoice_due_date: str | None = None,
        order_date: str | None = None,
        order_from_date: str | None = None,
        order_to_date: str | None = None,
        order_number: str | None = None,
        delivery_number: str | None = None,
        invoice_number: str | None = None,
        invoice_status: str | None = None,
        invoice_type: str | None = None,
        customer_order_number: str | None = None,
        end_customer_order_number: str | None = None,
        special_bid_number: str | None = None,
        invoice_from_due_date: str | None = None,
        invoice_to_due_date: str | None = None,
        invoice_from_date: Sequence[str] | None = None,
        invoice_to_date: Sequence[str] | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        orderby: str | None = None,
        direction: str | None = None,
        serial_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.InvoiceSearchResponse:
        """Search invoices.

        Finds invoices by number, date, order, status and more; filters combine. Give a range of dates, since an account
        can have tens of thousands of invoices and a page holds 25, at most 100. Invoices seem to be kept for two years.
        An order has one invoice for each sub-order, whose number is `erpOrderNumber`. It reads only and may be
        repeated. What an empty result looks like is not documented; an empty list and 404 should both be expected.

        Args:
            im_application_id: Free name of the calling application, at most 32 characters. No documentation tells which
                values are accepted; the name of the reseller's company or program is usual.
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            payment_terms_net_date: Day on which the invoice is due by its payment terms, yyyy-MM-dd.
            invoice_date: Day of the invoice, yyyy-MM-dd; `invoiceFromDate` and `invoiceToDate` take a range.
            invoice_due_date: Day on which the invoice is due, yyyy-MM-dd, without a range.
            order_date: Day on which the order was entered, yyyy-MM-dd.
            order_from_date: First day of the orders' range, yyyy-MM-dd; give `orderToDate` with it.
            order_to_date: Last day of the orders' range, yyyy-MM-dd.
            order_number: Ingram Micro's number of the order or sub-order, such as `20-RD3QV`.
            delivery_number: Number of the delivery, digits as text. It is the one parameter that begins with a capital.
            invoice_number: Number of the invoice, such as `20RD3QV11`, or `20-RD3QV-11` with dashes. The published
                limit of 11 characters just fits these forms and is not enforced.
            invoice_status: Status of the invoices, such as `OPEN`; capitals here, `Open` in the details.
            invoice_type: Kind of invoice, such as `Invoice`; the other values are not documented.
            customer_order_number: The reseller's PO number, as it was sent with the order.
            end_customer_order_number: PO number of the end customer, as it was sent with the order.
            special_bid_number: Special bid under which the goods were ordered.
            invoice_from_due_date: First day of the range of due days, yyyy-MM-dd.
            invoice_to_due_date: Last day of the range of due days, yyyy-MM-dd.
            invoice_from_date: First day of the range of invoices, yyyy-MM-dd: one day, given as a text or as a list of
                one, since it is declared a list by mistake.
            invoice_to_date: Last day of the range of invoices, yyyy-MM-dd: one day, given as a text or as a list of
                one, as with `invoiceFromDate`.
            page_size: Invoices per page, 25 unless given and 100 at most.
            page_number: Page to return, counted from 1. The address of the next page has other parameter names, so
                count pages.
            orderby: Column to sort by, such as `invoiceDate`, at most 32 characters. Which columns there are is not
                documented.
            direction: Direction of the order, `asc` or `desc`. Which one is the default is not documented.
            serial_number: Serial number of a unit on the invoice, at most 32 characters.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLERS_V6_INVOICESEARCH,
            (
                im_application_id,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                payment_terms_net_date,
                invoice_date,
                invoice_due_date,
                order_date,
                order_from_date,
                order_to_date,
                order_number,
                delivery_number,
                invoice_number,
                invoice_status,
                invoice_type,
                customer_order_number,
                end_customer_order_number,
                special_bid_number,
                invoice_from_due_date,
                invoice_to_due_date,
                invoice_from_date,
                invoice_to_date,
                page_size,
                page_number,
                orderby,
                direction,
                serial_number,
            ),
            options,
        )

    def get_resellers_v6_invoicesearch_with_http_info(
        self,
        im_application_id: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        payment_terms_net_date: str | None = None,
        invoice_date: str | None = None,
        invoice_due_date: str | None = None,
        order_date: str | None = None,
        order_from_date: str | None = None,
        order_to_date: str | None = None,
        order_number: str | None = None,
        delivery_number: str | None = None,
        invoice_number: str | None = None,
        invoice_status: str | None = None,
        invoice_type: str | None = None,
        customer_order_number: str | None = None,
        end_customer_order_number: str | None = None,
        special_bid_number: str | None = None,
        invoice_from_due_date: str | None = None,
        invoice_to_due_date: str | None = None,
        invoice_from_date: Sequence[str] | None = None,
        invoice_to_date: Sequence[str] | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        orderby: str | None = None,
        direction: str | None = None,
        serial_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.InvoiceSearchResponse]:
        """As `get_resellers_v6_invoicesearch`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_INVOICESEARCH,
            (
                im_application_id,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                payment_terms_net_date,
                invoice_date,
                invoice_due_date,
                order_date,
                order_from_date,
                order_to_date,
                order_number,
                delivery_number,
                invoice_number,
                invoice_status,
                invoice_type,
                customer_order_number,
                end_customer_order_number,
                special_bid_number,
                invoice_from_due_date,
                invoice_to_due_date,
                invoice_from_date,
                invoice_to_date,
                page_size,
                page_number,
                orderby,
                direction,
                serial_number,
            ),
            options,
        )

    def get_resellers_v6_invoicesearch_without_preload_content(
        self,
        im_application_id: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        payment_terms_net_date: str | None = None,
        invoice_date: str | None = None,
        invoice_due_date: str | None = None,
        order_date: str | None = None,
        order_from_date: str | None = None,
        order_to_date: str | None = None,
        order_number: str | None = None,
        delivery_number: str | None = None,
        invoice_number: str | None = None,
        invoice_status: str | None = None,
        invoice_type: str | None = None,
        customer_order_number: str | None = None,
        end_customer_order_number: str | None = None,
        special_bid_number: str | None = None,
        invoice_from_due_date: str | None = None,
        invoice_to_due_date: str | None = None,
        invoice_from_date: Sequence[str] | None = None,
        invoice_to_date: Sequence[str] | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        orderby: str | None = None,
        direction: str | None = None,
        serial_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_resellers_v6_invoicesearch`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_INVOICESEARCH,
            (
                im_application_id,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                payment_terms_net_date,
                invoice_date,
                invoice_due_date,
                order_date,
                order_from_date,
                order_to_date,
                order_number,
                delivery_number,
                invoice_number,
                invoice_status,
                invoice_type,
                customer_order_number,
                end_customer_order_number,
                special_bid_number,
                invoice_from_due_date,
                invoice_to_due_date,
                invoice_from_date,
                invoice_to_date,
                page_size,
                page_number,
                orderby,
                direction,
                serial_number,
            ),
            options,
        )
