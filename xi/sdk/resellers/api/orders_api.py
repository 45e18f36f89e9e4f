"""OrdersApi: Place, read, find, change and cancel purchase orders."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers.api import operations
from xi.sdk.resellers.api_client import ApiClient, CallOptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from xi.sdk.resellers.api_response import ApiResponse
    from xi.sdk.resellers.models import (
        AsyncOrderCreateDTO,
        AsyncOrderCreateResponse,
        OrderCreateRequest,
        OrderCreateResponse,
        OrderDetailB2B,
        OrderModifyRequest,
        OrderModifyResponse,
        OrderSearchResponse,
    )
    from xi.sdk.resellers.rest import RESTResponseType


class OrdersApi:
    """Place, read, find, change and cancel purchase orders.

    Args:
        api_client: the client that carries out the calls; without one, the process's default client does.
    """

    def __init__(self, api_client: ApiClient | None = None) -> None:
        self.api_client = ApiClient.get_default() if api_client is None else api_client

    def delete_ordercancel(
        self,
        order_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        region_code: str | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> None:
        """Cancel an order on customer hold.

        Cancels an order that is on customer hold and not released to the warehouse. Direct-ship orders cannot be
        cancelled. Cancelling twice is the same as once, though the second answer may be 404 or 405.

        Args:
            order_number: Number of the order to cancel, as the create answer gave it.
            im_customer_number: The reseller's account with Ingram Micro, such as `20-222222`; it has to be one the app
                is registered for. At most 10 characters. Six digits without a branch, and letters in the suffix, occur
                outside the US.
            im_country_code: Country of the account as two ISO letters. It decides which back end answers; `USA` is
                refused.
            im_correlation_id: Identifier of this call in everybody's logs, best a UUID in hex (32 characters). The same
                in all attempts at one call. It is echoed, and it is no idempotency key.
            region_code: Sandbox only: region of the simulated back end, such as `CS`. Leave it out in production.
            im_sender_id: Name of the sending company or system, at most 32 characters; echoed in the answer.
            _request_timeout: seconds one attempt may take, or a pair: to connect, and between bytes read.
            _request_auth: replaces the bearer token for this call: a dict with `in`, `key` and `value`.
            _content_type: replaces the Content-Type of the body.
            _headers: further headers; the ones that arguments set win over them.
            _host_index: which of the known hosts to call; 0 is the configured one.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        self.api_client.call(
            operations.DELETE_ORDERCANCEL,
            (
                order_number,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                region_code,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def delete_ordercancel_with_http_info(
        self,
        order_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        region_code: str | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> ApiResponse[None]:
        """As `delete_ordercancel`, with the status, the headers and the raw body beside the result."""
        return self.api_client.call_with_info(
            operations.DELETE_ORDERCANCEL,
            (
                order_number,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                region_code,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def delete_ordercancel_without_preload_content(
        self,
        order_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        region_code: str | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> RESTResponseType:
        """As `delete_ordercancel`, but with the answer as it came, whatever its status, unparsed."""
        return self.api_client.call_raw(
            operations.DELETE_ORDERCANCEL,
            (
                order_number,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                region_code,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def get_orderdetails_v6_1(
        self,
        ordernumber: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        ingram_order_date: date | str | None = None,
        vendor_number: str | None = None,
        simulate_status: str | None = None,
        is_iml: bool | None = None,
        region_code: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> OrderDetailB2B:
        """Read an order.

        Returns all that is known of an order: lines, statuses, shipments, tracking, serial numbers. A sub-order number
        is taken too. Contract, subscription and licence data are not filled yet. What an unknown number gives is not
        documented: 404 and 500 have to be expected.

        Args:
            ordernumber: Number of the order or of one of its sub-orders (`20-RD128-11`), at most 12 characters.
            im_customer_number: The reseller's account with Ingram Micro, such as `20-222222`; it has to be one the app
                is registered for. At most 10 characters. Six digits without a branch, and letters in the suffix, occur
                outside the US.
            im_country_code: Country of the account as two ISO letters. It decides which back end answers; `USA` is
                refused.
            im_correlation_id: Identifier of this call in everybody's logs, best a UUID in hex (32 characters). The same
                in all attempts at one call. It is echoed, and it is no idempotency key.
            im_sender_id: Name of the sending company or system, at most 32 characters; echoed in the answer.
            ingram_order_date: Day the order was entered, yyyy-MM-dd; tells apart orders that share a re-used number.
            vendor_number: Limits the answer to one vendor's lines, by the vendor's number with Ingram Micro.
            simulate_status: Sandbox only: answer as if the order had this status: `IM::SHIPPED`,
                `IM::PARTIALLY_SHIPPED`, `IM::HOLD`, `IM::INVOICED`.
            is_iml: Whether the customer belongs to Ingram Micro Logistics; `true` or `false` on the wire.
            region_code: Sandbox only: region of the simulated back end, such as `CS`. Leave it out in production.
            _request_timeout: seconds one attempt may take, or a pair: to connect, and between bytes read.
            _request_auth: replaces the bearer token for this call: a dict with `in`, `key` and `value`.
            _content_type: replaces the Content-Type of the body.
            _headers: further headers; the ones that arguments set win over them.
            _host_index: which of the known hosts to call; 0 is the configured one.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        return self.api_client.call(
            operations.GET_ORDERDETAILS_V6_1,
            (
                ordernumber,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                ingram_order_date,
                vendor_number,
                simulate_status,
                is_iml,
                region_code,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def get_orderdetails_v6_1_with_http_info(
        self,
        ordernumber: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        ingram_order_date: date | str | None = None,
        vendor_number: str | None = None,
        simulate_status: str | None = None,
        is_iml: bool | None = None,
        region_code: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> ApiResponse[OrderDetailB2B]:
        """As `get_orderdetails_v6_1`, with the status, the headers and the raw body beside the result."""
        return self.api_client.call_with_info(
            operations.GET_ORDERDETAILS_V6_1,
            (
                ordernumber,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                ingram_order_date,
                vendor_number,
                simulate_status,
                is_iml,
                region_code,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def get_orderdetails_v6_1_without_preload_content(
        self,
        ordernumber: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        ingram_order_date: date | str | None = None,
        vendor_number: str | None = None,
        simulate_status: str | None = None,
        is_iml: bool | None = None,
        region_code: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> RESTResponseType:
        """As `get_orderdetails_v6_1`, but with the answer as it came, whatever its status, unparsed."""
        return self.api_client.call_raw(
            operations.GET_ORDERDETAILS_V6_1,
            (
                ordernumber,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                ingram_order_date,
                vendor_number,
                simulate_status,
                is_iml,
                region_code,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def get_resellers_v6_ordersearch(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        ingram_order_number: str | None = None,
        order_status: str | None = None,
        order_status_in: Sequence[str | date] | None = None,
        ingram_order_date: str | None = None,
        ingram_order_date_bt: Sequence[str | date] | None = None,
        im_sender_id: str | None = None,
        customer_order_number: str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        end_customer_order_number: str | None = None,
        invoice_date_bt: Sequence[str | date] | None = None,
        ship_date_bt: Sequence[str | date] | None = None,
        delivery_date_bt: Sequence[str | date] | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        serial_number: str | None = None,
        tracking_number: str | None = None,
        vendor_name: str | None = None,
        special_bid_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> OrderSearchResponse | None:
        """Search orders.

        Finds orders by any combination of filters, a page at a time. Without filters it covers the last 20 days. No
        match is status 204. The server ignores filters it does not know and then returns everything, so a misspelt one
        is refused here. In Australia invoice and delivery ranges, tracking number and special bid do not work.

        Args:
            im_customer_number: The reseller's account with Ingram Micro, such as `20-222222`; it has to be one the app
                is registered for. At most 10 characters. Six digits without a branch, and letters in the suffix, occur
                outside the US.
            im_country_code: Country of the account as two ISO letters. It decides which back end answers; `USA` is
                refused.
            im_correlation_id: Identifier of this call in everybody's logs, best a UUID in hex (32 characters). The same
                in all attempts at one call. It is echoed, and it is no idempotency key.
            ingram_order_number: Number of the order or of a sub-order.
            order_status: One status: SHIPPED, PROCESSING, ON HOLD, BACKORDERED or CANCELLED; any when left out.
            order_status_in: Several statuses, any of which will do; the key is given once for each.
            ingram_order_date: Day the order was entered, yyyy-MM-dd; anything else is refused with 400.
            ingram_order_date_bt: First and last day of entry, yyyy-MM-dd, as the key given twice. Spelt with a hyphen.
            im_sender_id: Name of the sending company or system, at most 32 characters; echoed in the answer.
            customer_order_number: The reseller's PO number. The way to find out what became of an unanswered create.
            page_size: Orders per page, 25 unless given, at most 100.
            page_number: Page to return, counted from 1.
            end_customer_order_number: PO number of the reseller's customer.
            invoice_date_bt: First and last day of invoicing, yyyy-MM-dd, as the key given twice. Spelt with an
                underscore. Not in Australia.
            ship_date_bt: First and last day of shipping, yyyy-MM-dd, as the key given twice. Spelt with an underscore.
            delivery_date_bt: First and last day of delivery, yyyy-MM-dd, as the key given twice. Spelt with an
                underscore. Not in Australia.
            ingram_part_number: SKU that a line of the order has.
            vendor_part_number: Vendor's part number that a line of the order has.
            serial_number: Serial number of a unit that was shipped on the order.
            tracking_number: Carrier's number of a parcel of the order. Not in Australia.
            vendor_name: Vendor of a line of the order, by name.
            special_bid_number: Special price used on the order or a line; the line's counts first. Not in Australia.
            _request_timeout: seconds one attempt may take, or a pair: to connect, and between bytes read.
            _request_auth: replaces the bearer token for this call: a dict with `in`, `key` and `value`.
            _content_type: replaces the Content-Type of the body.
            _headers: further headers; the ones that arguments set win over them.
            _host_index: which of the known hosts to call; 0 is the configured one.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        return self.api_client.call(
            operations.GET_RESELLERS_V6_ORDERSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                ingram_order_number,
                order_status,
                order_status_in,
                ingram_order_date,
                ingram_order_date_bt,
                im_sender_id,
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
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def get_resellers_v6_ordersearch_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        ingram_order_number: str | None = None,
        order_status: str | None = None,
        order_status_in: Sequence[str | date] | None = None,
        ingram_order_date: str | None = None,
        ingram_order_date_bt: Sequence[str | date] | None = None,
        im_sender_id: str | None = None,
        customer_order_number: str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        end_customer_order_number: str | None = None,
        invoice_date_bt: Sequence[str | date] | None = None,
        ship_date_bt: Sequence[str | date] | None = None,
        delivery_date_bt: Sequence[str | date] | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        serial_number: str | None = None,
        tracking_number: str | None = None,
        vendor_name: str | None = None,
        special_bid_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> ApiResponse[OrderSearchResponse | None]:
        """As `get_resellers_v6_ordersearch`, with the status, the headers and the raw body beside the result."""
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_ORDERSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                ingram_order_number,
                order_status,
                order_status_in,
                ingram_order_date,
                ingram_order_date_bt,
                im_sender_id,
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
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def get_resellers_v6_ordersearch_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        ingram_order_number: str | None = None,
        order_status: str | None = None,
        order_status_in: Sequence[str | date] | None = None,
        ingram_order_date: str | None = None,
        ingram_order_date_bt: Sequence[str | date] | None = None,
        im_sender_id: str | None = None,
        customer_order_number: str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        end_customer_order_number: str | None = None,
        invoice_date_bt: Sequence[str | date] | None = None,
        ship_date_bt: Sequence[str | date] | None = None,
        delivery_date_bt: Sequence[str | date] | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        serial_number: str | None = None,
        tracking_number: str | None = None,
        vendor_name: str | None = None,
        special_bid_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> RESTResponseType:
        """As `get_resellers_v6_ordersearch`, but with the answer as it came, whatever its status, unparsed."""
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_ORDERSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                ingram_order_number,
                order_status,
                order_status_in,
                ingram_order_date,
                ingram_order_date_bt,
                im_sender_id,
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
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def post_createorder_v6(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        order_create_request: OrderCreateRequest | Mapping[str, Any],
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> OrderCreateResponse:
        """Create an order.

        Places a purchase order at once. The account needs net terms; cards are not taken. With the attribute
        `allowPartialOrder`, good lines go through and bad ones are reported (207); the server seems to assume it when
        it is absent. With `allowOrderOnCustomerHold` the order waits to be modified, released or cancelled, and is
        voided after 24 hours. Stocked and direct-ship parts become separate orders. Sent twice, it may become two
        orders: only an unused PO number guards against that.

        Args:
            im_customer_number: The reseller's account with Ingram Micro, such as `20-222222`; it has to be one the app
                is registered for. At most 10 characters. Six digits without a branch, and letters in the suffix, occur
                outside the US.
            im_country_code: Country of the account as two ISO letters. It decides which back end answers; `USA` is
                refused.
            im_correlation_id: Identifier of this call in everybody's logs, best a UUID in hex (32 characters). The same
                in all attempts at one call. It is echoed, and it is no idempotency key.
            order_create_request: The purchase order.
            im_sender_id: Name of the sending company or system, at most 32 characters; echoed in the answer.
            _request_timeout: seconds one attempt may take, or a pair: to connect, and between bytes read.
            _request_auth: replaces the bearer token for this call: a dict with `in`, `key` and `value`.
            _content_type: replaces the Content-Type of the body.
            _headers: further headers; the ones that arguments set win over them.
            _host_index: which of the known hosts to call; 0 is the configured one.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        return self.api_client.call(
            operations.POST_CREATEORDER_V6,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                order_create_request,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def post_createorder_v6_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        order_create_request: OrderCreateRequest | Mapping[str, Any],
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> ApiResponse[OrderCreateResponse]:
        """As `post_createorder_v6`, with the status, the headers and the raw body beside the result."""
        return self.api_client.call_with_info(
            operations.POST_CREATEORDER_V6,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                order_create_request,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def post_createorder_v6_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        order_create_request: OrderCreateRequest | Mapping[str, Any],
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> RESTResponseType:
        """As `post_createorder_v6`, but with the answer as it came, whatever its status, unparsed."""
        return self.api_client.call_raw(
            operations.POST_CREATEORDER_V6,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                order_create_request,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def post_createorder_v7(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        async_order_create_dto: AsyncOrderCreateDTO | Mapping[str, Any],
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> AsyncOrderCreateResponse:
        """Create an order asynchronously.

        Takes an order, or turns a quote into one, and answers at once with a receipt. The result follows by webhook,
        for which a callback URL has to be registered beforehand. During outages the order is queued, so it may come to
        exist much later. There is no call to look a receipt up: match the result by the PO number. Sent twice, it may
        become two orders.

        Args:
            im_customer_number: The reseller's account with Ingram Micro, such as `20-222222`; it has to be one the app
                is registered for. At most 10 characters. Six digits without a branch, and letters in the suffix, occur
                outside the US.
            im_country_code: Country of the account as two ISO letters. It decides which back end answers; `USA` is
                refused.
            im_correlation_id: Identifier of this call in everybody's logs, best a UUID in hex (32 characters). The same
                in all attempts at one call. It is echoed, and it is no idempotency key.
            async_order_create_dto: The order, or the quote to be ordered.
            im_sender_id: Name of the sending company or system, at most 32 characters; echoed in the answer.
            _request_timeout: seconds one attempt may take, or a pair: to connect, and between bytes read.
            _request_auth: replaces the bearer token for this call: a dict with `in`, `key` and `value`.
            _content_type: replaces the Content-Type of the body.
            _headers: further headers; the ones that arguments set win over them.
            _host_index: which of the known hosts to call; 0 is the configured one.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        return self.api_client.call(
            operations.POST_CREATEORDER_V7,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                async_order_create_dto,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def post_createorder_v7_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        async_order_create_dto: AsyncOrderCreateDTO | Mapping[str, Any],
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> ApiResponse[AsyncOrderCreateResponse]:
        """As `post_createorder_v7`, with the status, the headers and the raw body beside the result."""
        return self.api_client.call_with_info(
            operations.POST_CREATEORDER_V7,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                async_order_create_dto,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def post_createorder_v7_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        async_order_create_dto: AsyncOrderCreateDTO | Mapping[str, Any],
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> RESTResponseType:
        """As `post_createorder_v7`, but with the answer as it came, whatever its status, unparsed."""
        return self.api_client.call_raw(
            operations.POST_CREATEORDER_V7,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                async_order_create_dto,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def put_ordermodify(
        self,
        order_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        order_modify_request: OrderModifyRequest | Mapping[str, Any],
        action_code: str | None = None,
        region_code: str | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> OrderModifyResponse | None:
        """Modify or release an order on customer hold.

        Adds, updates and deletes lines, notes and the delivery address of an order that was created with the
        customer-hold attribute, within 24 hours; or releases it, with `actionCode=release`. Additions and updates
        answer 201, deletions and releases 200, a good line with a bad address 207. Rejected changes answer 200 as well,
        so look at `rejectedLineItems`. A release has no body. Sent twice, a line may be added twice.

        Args:
            order_number: Number of the order, `20-RD128` in Impulse countries, ten digits in SAP countries.
            im_customer_number: The reseller's account with Ingram Micro, such as `20-222222`; it has to be one the app
                is registered for. At most 10 characters. Six digits without a branch, and letters in the suffix, occur
                outside the US.
            im_country_code: Country of the account as two ISO letters. It decides which back end answers; `USA` is
                refused.
            im_correlation_id: Identifier of this call in everybody's logs, best a UUID in hex (32 characters). The same
                in all attempts at one call. It is echoed, and it is no idempotency key.
            order_modify_request: The changes; may be empty for a release.
            action_code: `release` sends the held order to the warehouse; leave it out to modify.
            region_code: Sandbox only: region of the simulated back end, such as `CS`. Leave it out in production.
            im_sender_id: Name of the sending company or system, at most 32 characters; echoed in the answer.
            _request_timeout: seconds one attempt may take, or a pair: to connect, and between bytes read.
            _request_auth: replaces the bearer token for this call: a dict with `in`, `key` and `value`.
            _content_type: replaces the Content-Type of the body.
            _headers: further headers; the ones that arguments set win over them.
            _host_index: which of the known hosts to call; 0 is the configured one.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        return self.api_client.call(
            operations.PUT_ORDERMODIFY,
            (
                order_number,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                order_modify_request,
                action_code,
                region_code,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def put_ordermodify_with_http_info(
        self,
        order_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        order_modify_request: OrderModifyRequest | Mapping[str, Any],
        action_code: str | None = None,
        region_code: str | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> ApiResponse[OrderModifyResponse | None]:
        """As `put_ordermodify`, with the status, the headers and the raw body beside the result."""
        return self.api_client.call_with_info(
            operations.PUT_ORDERMODIFY,
            (
                order_number,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                order_modify_request,
                action_code,
                region_code,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )

    def put_ordermodify_without_preload_content(
        self,
        order_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        order_modify_request: OrderModifyRequest | Mapping[str, Any],
        action_code: str | None = None,
        region_code: str | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
    ) -> RESTResponseType:
        """As `put_ordermodify`, but with the answer as it came, whatever its status, unparsed."""
        return self.api_client.call_raw(
            operations.PUT_ORDERMODIFY,
            (
                order_number,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                order_modify_request,
                action_code,
                region_code,
                im_sender_id,
            ),
            CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index),
        )
