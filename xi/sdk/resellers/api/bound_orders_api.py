"""BoundOrdersApi: the calls of OrdersApi for one account."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Protocol, overload

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import orders as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.account import Account, account_of, new_correlation_id
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

_options = partial(CallOptions, needs_credentials=True)


class _Carrier(Protocol):
    """An object with a client, such as OrdersApi."""

    @property
    def api_client(self) -> ApiClient: ...


class BoundOrdersApi:
    """The calls of OrdersApi with the headers of an account filled in, and a new correlation ID for each call.

    They take the options of OrdersApi, by name, and raise what its calls raise.

    Args:
        api: the API object whose client is used.
        account: the account; if omitted, that of the client's configuration.

    Raises:
        ApiValueError: there is no account.
    """

    def __init__(self, api: _Carrier, account: Account | None = None) -> None:
        self.api_client = api.api_client
        self.account = account_of(api.api_client.configuration, account)

    def delete_ordercancel(
        self,
        order_number: str,
        *,
        region_code: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> None:
        """Cancel an order on customer hold.

        As `OrdersApi.delete_ordercancel`, for the bound account.

        Args:
            order_number: Ingram Micro's number of the order to cancel, such as `20-RD128`.
            region_code: Region for the sandbox, such as `CS`. Not needed in production.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        self.api_client.call(
            operations.DELETE_ORDERCANCEL,
            (
                order_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                region_code,
                self.account.sender_id,
            ),
            options,
        )

    def delete_ordercancel_with_http_info(
        self,
        order_number: str,
        *,
        region_code: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[None]:
        """As `delete_ordercancel`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.DELETE_ORDERCANCEL,
            (
                order_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                region_code,
                self.account.sender_id,
            ),
            options,
        )

    def delete_ordercancel_without_preload_content(
        self,
        order_number: str,
        *,
        region_code: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `delete_ordercancel`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.DELETE_ORDERCANCEL,
            (
                order_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                region_code,
                self.account.sender_id,
            ),
            options,
        )

    def get_orderdetails_v6_1(
        self,
        ordernumber: str,
        *,
        ingram_order_date: date | str | None = None,
        vendor_number: str | None = None,
        simulate_status: str | None = None,
        is_iml: bool | None = None,
        region_code: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.OrderDetailB2B:
        """Read one order in detail.

        As `OrdersApi.get_orderdetails_v6_1`, for the bound account.

        Args:
            ordernumber: Order number such as `20-RD3QV`, sub-order number such as `20-RD128-11`, or a ten-digit SAP
                number; at most 12 characters.
            ingram_order_date: Day the order was entered, yyyy-MM-dd. It may serve to tell apart orders that share a
                re-used number.
            vendor_number: Ingram Micro's number for a vendor. What it does to the answer is not documented.
            simulate_status: Asks the sandbox for an answer in a given state: `IM::SHIPPED`, `IM::PARTIALLY_SHIPPED`,
                `IM::HOLD` or `IM::INVOICED`. Not for production.
            is_iml: A switch, `true` or `false`, whose meaning is not documented; leave it out when in doubt.
            region_code: Region for the sandbox, such as `CS`. Has no use in production.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_ORDERDETAILS_V6_1,
            (
                ordernumber,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                ingram_order_date,
                vendor_number,
                simulate_status,
                is_iml,
                region_code,
            ),
            options,
        )

    def get_orderdetails_v6_1_with_http_info(
        self,
        ordernumber: str,
        *,
        ingram_order_date: date | str | None = None,
        vendor_number: str | None = None,
        simulate_status: str | None = None,
        is_iml: bool | None = None,
        region_code: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.OrderDetailB2B]:
        """As `get_orderdetails_v6_1`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_ORDERDETAILS_V6_1,
            (
                ordernumber,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                ingram_order_date,
                vendor_number,
                simulate_status,
                is_iml,
                region_code,
            ),
            options,
        )

    def get_orderdetails_v6_1_without_preload_content(
        self,
        ordernumber: str,
        *,
        ingram_order_date: date | str | None = None,
        vendor_number: str | None = None,
        simulate_status: str | None = None,
        is_iml: bool | None = None,
        region_code: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_orderdetails_v6_1`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_ORDERDETAILS_V6_1,
            (
                ordernumber,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                ingram_order_date,
                vendor_number,
                simulate_status,
                is_iml,
                region_code,
            ),
            options,
        )

    def get_resellers_v6_ordersearch(
        self,
        *,
        ingram_order_number: str | None = None,
        order_status: str | None = None,
        order_status_in: Sequence[str] | None = None,
        ingram_order_date: date | str | None = None,
        ingram_order_date_bt: Sequence[date | str] | None = None,
        customer_order_number: str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        end_customer_order_number: str | None = None,
        invoice_date_bt: Sequence[date | str] | None = None,
        ship_date_bt: Sequence[date | str] | None = None,
        delivery_date_bt: Sequence[date | str] | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        serial_number: str | None = None,
        tracking_number: str | None = None,
        vendor_name: str | None = None,
        special_bid_number: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.OrderSearchResponse | None:
        """Search orders.

        As `OrdersApi.get_resellers_v6_ordersearch`, for the bound account.

        Args:
            ingram_order_number: Order or sub-order number to look for, such as `20-RD3QV` or `20-RD128-11`. The
                published limit of 11 characters just fits the known forms and is not enforced.
            order_status: One status: `SHIPPED`, `PROCESSING`, `ON HOLD`, `BACKORDERED` or `CANCELLED`. Left out, orders
                of any status are found.
            order_status_in: Several statuses, any of which may match; sent by repeating the key.
            ingram_order_date: Day the orders were entered, yyyy-MM-dd; another format is refused with 400.
            ingram_order_date_bt: First and last day of order entry, yyyy-MM-dd: exactly two values, sent by repeating
                the key. Note the hyphen.
            customer_order_number: The reseller's PO number, at most 35 characters. The only way to find out whether an
                unanswered create placed an order.
            page_size: Orders per page: 25 unless given, 100 at most.
            page_number: Page to return, counted from 1, which is also the default.
            end_customer_order_number: PO number of the end customer, at most 35 characters.
            invoice_date_bt: First and last invoice day, yyyy-MM-dd: exactly two values, sent by repeating the key. Not
                offered in Australia.
            ship_date_bt: First and last day of shipment, yyyy-MM-dd: exactly two values, sent by repeating the key.
                Note the underscore.
            delivery_date_bt: First and last day of delivery, yyyy-MM-dd: exactly two values, sent by repeating the key.
                Not offered in Australia.
            ingram_part_number: Ingram Micro's SKU that an order must contain; at most 35 characters.
            vendor_part_number: Manufacturer's part number that an order must contain; at most 35 characters.
            serial_number: Serial number of a delivered unit, at most 35 characters.
            tracking_number: Carrier's tracking number of a parcel, at most 35 characters. Not offered in Australia.
            vendor_name: Name of the manufacturer of ordered goods, at most 35 characters.
            special_bid_number: Special bid under which the order was placed, at most 35 characters. Not offered in
                Australia.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLERS_V6_ORDERSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                ingram_order_number,
                order_status,
                order_status_in,
                ingram_order_date,
                ingram_order_date_bt,
                self.account.sender_id,
                customer_order_number,
                page_size,
                page_number,
                end_customer_order_number,
                invoice_date_bt,
                ship_date_bt,
                delivery_date_bt,
                ingram_part_number,
                vendor_part_number,
                serial_number,
                tracking_number,
                vendor_name,
                special_bid_number,
            ),
            options,
        )

    def get_resellers_v6_ordersearch_with_http_info(
        self,
        *,
        ingram_order_number: str | None = None,
        order_status: str | None = None,
        order_status_in: Sequence[str] | None = None,
        ingram_order_date: date | str | None = None,
        ingram_order_date_bt: Sequence[date | str] | None = None,
        customer_order_number: str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        end_customer_order_number: str | None = None,
        invoice_date_bt: Sequence[date | str] | None = None,
        ship_date_bt: Sequence[date | str] | None = None,
        delivery_date_bt: Sequence[date | str] | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        serial_number: str | None = None,
        tracking_number: str | None = None,
        vendor_name: str | None = None,
        special_bid_number: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.OrderSearchResponse | None]:
        """As `get_resellers_v6_ordersearch`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_ORDERSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                ingram_order_number,
                order_status,
                order_status_in,
                ingram_order_date,
                ingram_order_date_bt,
                self.account.sender_id,
                customer_order_number,
                page_size,
                page_number,
                end_customer_order_number,
                invoice_date_bt,
                ship_date_bt,
                delivery_date_bt,
                ingram_part_number,
                vendor_part_number,
                serial_number,
                tracking_number,
                vendor_name,
                special_bid_number,
            ),
            options,
        )

    def get_resellers_v6_ordersearch_without_preload_content(
        self,
        *,
        ingram_order_number: str | None = None,
        order_status: str | None = None,
        order_status_in: Sequence[str] | None = None,
        ingram_order_date: date | str | None = None,
        ingram_order_date_bt: Sequence[date | str] | None = None,
        customer_order_number: str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        end_customer_order_number: str | None = None,
        invoice_date_bt: Sequence[date | str] | None = None,
        ship_date_bt: Sequence[date | str] | None = None,
        delivery_date_bt: Sequence[date | str] | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        serial_number: str | None = None,
        tracking_number: str | None = None,
        vendor_name: str | None = None,
        special_bid_number: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_resellers_v6_ordersearch`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_ORDERSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                ingram_order_number,
                order_status,
                order_status_in,
                ingram_order_date,
                ingram_order_date_bt,
                self.account.sender_id,
                customer_order_number,
                page_size,
                page_number,
                end_customer_order_number,
                invoice_date_bt,
                ship_date_bt,
                delivery_date_bt,
                ingram_part_number,
                vendor_part_number,
                serial_number,
                tracking_number,
                vendor_name,
                special_bid_number,
            ),
            options,
        )

    def post_createorder_v6(
        self,
        order_create_request: models.OrderCreateRequest | Mapping[str, Any],
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.OrderCreateResponse:
        """Create an order.

        As `OrdersApi.post_createorder_v6`, for the bound account.

        Args:
            order_create_request: The order: PO number, lines with SKU and quantity, and addresses and settings as far
                as they differ from the account's defaults.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.POST_CREATEORDER_V6,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                order_create_request,
                self.account.sender_id,
            ),
            options,
        )

    def post_createorder_v6_with_http_info(
        self,
        order_create_request: models.OrderCreateRequest | Mapping[str, Any],
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.OrderCreateResponse]:
        """As `post_createorder_v6`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.POST_CREATEORDER_V6,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                order_create_request,
                self.account.sender_id,
            ),
            options,
        )

    def post_createorder_v6_without_preload_content(
        self,
        order_create_request: models.OrderCreateRequest | Mapping[str, Any],
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `post_createorder_v6`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.POST_CREATEORDER_V6,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                order_create_request,
                self.account.sender_id,
            ),
            options,
        )

    @overload
    def post_createorder_v7(
        self,
        async_order_create_dto: models.AsyncOrderCreateDTO | Mapping[str, Any],
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.AsyncOrderCreateResponse: ...
    @overload
    def post_createorder_v7(
        self,
        order_create_v7_request: models.OrderCreateV7Request,
        /,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.OrderCreateV7Response201: ...
    @overload
    def post_createorder_v7(
        self,
        *,
        order_create_v7_request: models.OrderCreateV7Request | Mapping[str, Any],
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.OrderCreateV7Response201: ...

    def post_createorder_v7(
        self,
        async_order_create_dto: models.AsyncOrderCreateDTO
        | models.OrderCreateV7Request
        | Mapping[str, Any]
        | None = None,
        *,
        order_create_v7_request: models.OrderCreateV7Request | Mapping[str, Any] | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.AsyncOrderCreateResponse:
        """Create an order asynchronously.

        As `OrdersApi.post_createorder_v7`, for the bound account.

        Args:
            async_order_create_dto: The order with its lines, or a `quoteNumber` with the PO number. Booleans must be
                real JSON booleans.
            order_create_v7_request: Give this or `async_order_create_dto`, one of the two.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.POST_CREATEORDER_V7,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                async_order_create_dto,
                self.account.sender_id,
                order_create_v7_request,
            ),
            options,
        )

    @overload
    def post_createorder_v7_with_http_info(
        self,
        async_order_create_dto: models.AsyncOrderCreateDTO | Mapping[str, Any],
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.AsyncOrderCreateResponse]: ...
    @overload
    def post_createorder_v7_with_http_info(
        self,
        order_create_v7_request: models.OrderCreateV7Request,
        /,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.OrderCreateV7Response201]: ...
    @overload
    def post_createorder_v7_with_http_info(
        self,
        *,
        order_create_v7_request: models.OrderCreateV7Request | Mapping[str, Any],
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.OrderCreateV7Response201]: ...

    def post_createorder_v7_with_http_info(
        self,
        async_order_create_dto: models.AsyncOrderCreateDTO
        | models.OrderCreateV7Request
        | Mapping[str, Any]
        | None = None,
        *,
        order_create_v7_request: models.OrderCreateV7Request | Mapping[str, Any] | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.AsyncOrderCreateResponse]:
        """As `post_createorder_v7`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.POST_CREATEORDER_V7,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                async_order_create_dto,
                self.account.sender_id,
                order_create_v7_request,
            ),
            options,
        )

    @overload
    def post_createorder_v7_without_preload_content(
        self,
        async_order_create_dto: models.AsyncOrderCreateDTO | Mapping[str, Any],
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType: ...
    @overload
    def post_createorder_v7_without_preload_content(
        self,
        order_create_v7_request: models.OrderCreateV7Request,
        /,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType: ...
    @overload
    def post_createorder_v7_without_preload_content(
        self,
        *,
        order_create_v7_request: models.OrderCreateV7Request | Mapping[str, Any],
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType: ...

    def post_createorder_v7_without_preload_content(
        self,
        async_order_create_dto: models.AsyncOrderCreateDTO
        | models.OrderCreateV7Request
        | Mapping[str, Any]
        | None = None,
        *,
        order_create_v7_request: models.OrderCreateV7Request | Mapping[str, Any] | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `post_createorder_v7`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.POST_CREATEORDER_V7,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                async_order_create_dto,
                self.account.sender_id,
                order_create_v7_request,
            ),
            options,
        )

    def put_ordermodify(
        self,
        order_number: str,
        order_modify_request: models.OrderModifyRequest | Mapping[str, Any],
        *,
        action_code: str | None = None,
        region_code: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.OrderModifyResponse | None:
        """Change or release an order on customer hold.

        As `OrdersApi.put_ordermodify`, for the bound account.

        Args:
            order_number: Ingram Micro's order number, as in `20-RC1RD`. Other forms than xx-xxxxx or xx-xxxxx-xx are
                refused with 400 where the back end is Impulse; SAP countries use ten digits.
            order_modify_request: What to change: lines with their verb, a new ship-to address or a comment. For a
                release it may be an empty object.
            action_code: `release` releases the order; without it, the changes in the body are made.
            region_code: Region for the sandbox, such as `CS`. Only in the sandbox, and there only when releasing.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.PUT_ORDERMODIFY,
            (
                order_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                order_modify_request,
                action_code,
                region_code,
                self.account.sender_id,
            ),
            options,
        )

    def put_ordermodify_with_http_info(
        self,
        order_number: str,
        order_modify_request: models.OrderModifyRequest | Mapping[str, Any],
        *,
        action_code: str | None = None,
        region_code: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.OrderModifyResponse | None]:
        """As `put_ordermodify`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.PUT_ORDERMODIFY,
            (
                order_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                order_modify_request,
                action_code,
                region_code,
                self.account.sender_id,
            ),
            options,
        )

    def put_ordermodify_without_preload_content(
        self,
        order_number: str,
        order_modify_request: models.OrderModifyRequest | Mapping[str, Any],
        *,
        action_code: str | None = None,
        region_code: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `put_ordermodify`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.PUT_ORDERMODIFY,
            (
                order_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                order_modify_request,
                action_code,
                region_code,
                self.account.sender_id,
            ),
            options,
        )

    def vendor_required_info(
        self,
        vendor_required_info_request: models.VendorRequiredInfoRequest | Mapping[str, Any] | None = None,
        *,
        im_sender_id: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> list[models.VendorRequiredInforesponseInner]:
        """Ask which values a vendor demands of an order.

        As `OrdersApi.vendor_required_info`, for the bound account.

        Args:
            im_sender_id: Free name of the calling application or company, at most 32 characters; required here,
                optional elsewhere. It replaces that of the account.
            vendor_required_info_request: A quote, or products by SKU, manufacturer's number or plan.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.VENDOR_REQUIRED_INFO,
            (
                self.account.customer_number,
                im_correlation_id or new_correlation_id(),
                self.account.country_code,
                self.account.header("sender_id", "im_sender_id", im_sender_id),
                vendor_required_info_request,
            ),
            options,
        )

    def vendor_required_info_with_http_info(
        self,
        vendor_required_info_request: models.VendorRequiredInfoRequest | Mapping[str, Any] | None = None,
        *,
        im_sender_id: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[list[models.VendorRequiredInforesponseInner]]:
        """As `vendor_required_info`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.VENDOR_REQUIRED_INFO,
            (
                self.account.customer_number,
                im_correlation_id or new_correlation_id(),
                self.account.country_code,
                self.account.header("sender_id", "im_sender_id", im_sender_id),
                vendor_required_info_request,
            ),
            options,
        )

    def vendor_required_info_without_preload_content(
        self,
        vendor_required_info_request: models.VendorRequiredInfoRequest | Mapping[str, Any] | None = None,
        *,
        im_sender_id: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `vendor_required_info`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.VENDOR_REQUIRED_INFO,
            (
                self.account.customer_number,
                im_correlation_id or new_correlation_id(),
                self.account.country_code,
                self.account.header("sender_id", "im_sender_id", im_sender_id),
                vendor_required_info_request,
            ),
            options,
        )
