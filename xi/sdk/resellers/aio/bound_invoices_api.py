"""BoundInvoicesApi: the calls of InvoicesApi for one account, awaited."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import invoices as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.account import Account, account_of, new_correlation_id
from xi.sdk.resellers.aio.api_client import AsyncApiClient
from xi.sdk.resellers.api_response import ApiResponse

_options = partial(CallOptions, needs_credentials=True)


class _Carrier(Protocol):
    """An object with a client, such as InvoicesApi."""

    @property
    def api_client(self) -> AsyncApiClient: ...


class BoundInvoicesApi:
    """The calls of InvoicesApi with the headers of an account filled in, and a new correlation ID for each call.

    They take the options of InvoicesApi, by name, and raise what its calls raise.

    Args:
        api: the API object whose client is used.
        account: the account; if omitted, that of the client's configuration.

    Raises:
        ApiValueError: there is no account.
    """

    def __init__(self, api: _Carrier, account: Account | None = None) -> None:
        self.api_client = api.api_client
        self.account = account_of(api.api_client.configuration, account)

    async def get_invoicedetails_v6_1(
        self,
        invoice_number: str,
        *,
        im_application_id: str | None = None,
        customer_type: str | None = None,
        include_serial_numbers: bool | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.InvoiceDetailsv61Response:
        """Read one invoice in detail.

        As `InvoicesApi.get_invoicedetails_v6_1`, for the bound account.

        Args:
            invoice_number: Number of the invoice, at most 12 characters, such as `20-RD3QV-11`; with
                `customerType=order` presumably that of the order.
            im_application_id: Free name of the calling application, at most 32 characters. No documentation tells which
                values are accepted; the name of the reseller's company or program is usual. It replaces that of the
                account.
            customer_type: `invoice` or `order`, which tells what the number in the path is; at most 32 characters.
                Without it an invoice is meant.
            include_serial_numbers: Whether lines list the serial numbers of their units, which makes a large invoice
                much larger; without it they do not.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.GET_INVOICEDETAILS_V6_1,
            (
                invoice_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.header("application_id", "im_application_id", im_application_id),
                customer_type,
                include_serial_numbers,
            ),
            options,
        )

    async def get_invoicedetails_v6_1_with_http_info(
        self,
        invoice_number: str,
        *,
        im_application_id: str | None = None,
        customer_type: str | None = None,
        include_serial_numbers: bool | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.InvoiceDetailsv61Response]:
        """As `get_invoicedetails_v6_1`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_INVOICEDETAILS_V6_1,
            (
                invoice_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.header("application_id", "im_application_id", im_application_id),
                customer_type,
                include_serial_numbers,
            ),
            options,
        )

    async def get_invoicedetails_v6_1_without_preload_content(
        self,
        invoice_number: str,
        *,
        im_application_id: str | None = None,
        customer_type: str | None = None,
        include_serial_numbers: bool | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_invoicedetails_v6_1`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.GET_INVOICEDETAILS_V6_1,
            (
                invoice_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.header("application_id", "im_application_id", im_application_id),
                customer_type,
                include_serial_numbers,
            ),
            options,
        )

    async def get_resellers_v6_invoicesearch(
        self,
        *,
        im_application_id: str | None = None,
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
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.InvoiceSearchResponse:
        """Search invoices.

        As `InvoicesApi.get_resellers_v6_invoicesearch`, for the bound account.

        Args:
            im_application_id: Free name of the calling application, at most 32 characters. No documentation tells which
                values are accepted; the name of the reseller's company or program is usual. It replaces that of the
                account.
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
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.GET_RESELLERS_V6_INVOICESEARCH,
            (
                self.account.header("application_id", "im_application_id", im_application_id),
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
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

    async def get_resellers_v6_invoicesearch_with_http_info(
        self,
        *,
        im_application_id: str | None = None,
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
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.InvoiceSearchResponse]:
        """As `get_resellers_v6_invoicesearch`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_INVOICESEARCH,
            (
                self.account.header("application_id", "im_application_id", im_application_id),
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
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

    async def get_resellers_v6_invoicesearch_without_preload_content(
        self,
        *,
        im_application_id: str | None = None,
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
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_resellers_v6_invoicesearch`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.GET_RESELLERS_V6_INVOICESEARCH,
            (
                self.account.header("application_id", "im_application_id", im_application_id),
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
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
