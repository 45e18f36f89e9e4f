"""BoundInvoicesApi: the calls of InvoicesApi for one account."""

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
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

_options = partial(CallOptions, needs_credentials=True)


class _Carrier(Protocol):
    """An object with a client, such as InvoicesApi."""

    @property
    def api_client(self) -> ApiClient: ...


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

    def get_invoicedetails_v6_1(
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
        """DRAFT get_invoicedetails_v6_1.

        As `InvoicesApi.get_invoicedetails_v6_1`, for the bound account.

        Args:
            invoice_number: DRAFT 109. parameter invoiceNumber.
            im_application_id: Free name of the calling application, at most 32 characters. No documentation tells which
                values are accepted; the name of the reseller's company or program is usual. It replaces that of the
                account.
            customer_type: DRAFT 111. parameter customerType.
            include_serial_numbers: DRAFT 112. parameter includeSerialNumbers.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
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

    def get_invoicedetails_v6_1_with_http_info(
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
        """Call `get_invoicedetails_v6_1`; return its result with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
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

    def get_invoicedetails_v6_1_without_preload_content(
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
        """Call `get_invoicedetails_v6_1`; return the response, of any status, without parsing it."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
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

    def get_resellers_v6_invoicesearch(
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
        """DRAFT get_resellers_v6_invoicesearch.

        As `InvoicesApi.get_resellers_v6_invoicesearch`, for the bound account.

        Args:
            im_application_id: Free name of the calling application, at most 32 characters. No documentation tells which
                values are accepted; the name of the reseller's company or program is usual. It replaces that of the
                account.
            payment_terms_net_date: DRAFT 82. parameter paymentTermsNetDate.
            invoice_date: DRAFT 83. parameter invoiceDate.
            invoice_due_date: DRAFT 84. parameter invoiceDueDate.
            order_date: DRAFT 85. parameter orderDate.
            order_from_date: DRAFT 86. parameter orderFromDate.
            order_to_date: DRAFT 87. parameter orderToDate.
            order_number: DRAFT 88. parameter orderNumber.
            delivery_number: DRAFT 89. parameter DeliveryNumber.
            invoice_number: DRAFT 90. parameter invoiceNumber.
            invoice_status: DRAFT 91. parameter invoiceStatus.
            invoice_type: DRAFT 92. parameter invoiceType.
            customer_order_number: DRAFT 93. parameter customerOrderNumber.
            end_customer_order_number: DRAFT 94. parameter endCustomerOrderNumber.
            special_bid_number: DRAFT 95. parameter specialBidNumber.
            invoice_from_due_date: DRAFT 96. parameter invoiceFromDueDate.
            invoice_to_due_date: DRAFT 97. parameter invoiceToDueDate.
            invoice_from_date: DRAFT 98. parameter invoiceFromDate.
            invoice_to_date: DRAFT 99. parameter invoiceToDate.
            page_size: DRAFT 100. parameter pageSize.
            page_number: DRAFT 101. parameter pageNumber.
            orderby: DRAFT 102. parameter orderby.
            direction: DRAFT 103. parameter direction.
            serial_number: DRAFT 104. parameter serialNumber.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
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

    def get_resellers_v6_invoicesearch_with_http_info(
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
        """Call `get_resellers_v6_invoicesearch`; return its result with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
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

    def get_resellers_v6_invoicesearch_without_preload_content(
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
        """Call `get_resellers_v6_invoicesearch`; return the response, of any status, without parsing it."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
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
