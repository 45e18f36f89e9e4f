"""BoundQuotesApi: the calls of QuotesApi for one account, awaited."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Protocol

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import quotes as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.account import Account, account_of, new_correlation_id
from xi.sdk.resellers.aio.api_client import AsyncApiClient
from xi.sdk.resellers.api_response import ApiResponse

_options = partial(CallOptions, needs_credentials=True)


class _Carrier(Protocol):
    """An object with a client, such as QuotesApi."""

    @property
    def api_client(self) -> AsyncApiClient: ...


class BoundQuotesApi:
    """The calls of QuotesApi with the headers of an account filled in, and a new correlation ID for each call.

    They take the options of QuotesApi, by name, and raise what its calls raise.

    Args:
        api: the API object whose client is used.
        account: the account; if omitted, that of the client's configuration.

    Raises:
        ApiValueError: there is no account.
    """

    def __init__(self, api: _Carrier, account: Account | None = None) -> None:
        self.api_client = api.api_client
        self.account = account_of(api.api_client.configuration, account)

    async def get_quotessearch_v6(
        self,
        *,
        im_customer_contact: str | None = None,
        ingram_order_date_bt: Sequence[date | str] | None = None,
        quote_number: str | None = None,
        special_bid_number: str | None = None,
        end_user_contact: str | None = None,
        sorting_order: str | None = None,
        sort_by: str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        vendor_name: str | None = None,
        quote_name: str | None = None,
        status: str | None = None,
        quote_create_date_bt: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.QuoteSearchResponse:
        """Search quotes.

        As `QuotesApi.get_quotessearch_v6`, for the bound account.

        Args:
            im_customer_contact: E-mail address of the person at the reseller for whom the call is made, at most 64
                characters. Whether the answer is limited to what concerns that person is not documented. It replaces
                that of the account.
            ingram_order_date_bt: First and last day, yyyy-MM-dd as in the answer, as two values. The name speaks of
                orders; presumably the day on which the quote was made is meant.
            quote_number: Number of the quote, such as `QUO-20418-K7R2M5`, or any part of it; every quote whose number
                contains the text is found.
            special_bid_number: Number of the vendor's special bid on which the quote's prices rest, in the vendor's own
                form.
            end_user_contact: Name of the end user's company as the quote has it, not of a person, in spite of the word
                contact.
            sorting_order: Direction of the order, `asc` or `desc`; without it `desc`, the newest first.
            sort_by: Column to sort by. Known are `quoteNumber`, `createdDate`, `lastModifiedDate` and `expiryDate`;
                without it the day of creation counts.
            page_size: Quotes per page, 25 unless given. No greatest size is published, so read `pageSize` of the
                answer.
            page_number: Page to return, counted from 1. Count on until a page has no quotes or is answered with 404.
            vendor_name: Name of the vendor whose quotes are wanted. The answer has it as `vendor`.
            quote_name: Name that the quote was given when it was made; whether a part of it is enough is not
                documented.
            status: Status of the quotes, such as `Active` or `Ready to Order`; the answer has it as `quoteStatus`.
            quote_create_date_bt: Range of days of creation, in one text. The form in which that text holds two days is
                not documented; the example is a guess, so try it first.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.GET_QUOTESSEARCH_V6,
            (
                self.account.customer_number,
                self.account.country_code,
                self.account.header("customer_contact", "im_customer_contact", im_customer_contact),
                im_correlation_id or new_correlation_id(),
                ingram_order_date_bt,
                quote_number,
                special_bid_number,
                end_user_contact,
                sorting_order,
                sort_by,
                page_size,
                page_number,
                vendor_name,
                quote_name,
                status,
                quote_create_date_bt,
                self.account.sender_id,
            ),
            options,
        )

    async def get_quotessearch_v6_with_http_info(
        self,
        *,
        im_customer_contact: str | None = None,
        ingram_order_date_bt: Sequence[date | str] | None = None,
        quote_number: str | None = None,
        special_bid_number: str | None = None,
        end_user_contact: str | None = None,
        sorting_order: str | None = None,
        sort_by: str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        vendor_name: str | None = None,
        quote_name: str | None = None,
        status: str | None = None,
        quote_create_date_bt: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.QuoteSearchResponse]:
        """As `get_quotessearch_v6`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_QUOTESSEARCH_V6,
            (
                self.account.customer_number,
                self.account.country_code,
                self.account.header("customer_contact", "im_customer_contact", im_customer_contact),
                im_correlation_id or new_correlation_id(),
                ingram_order_date_bt,
                quote_number,
                special_bid_number,
                end_user_contact,
                sorting_order,
                sort_by,
                page_size,
                page_number,
                vendor_name,
                quote_name,
                status,
                quote_create_date_bt,
                self.account.sender_id,
            ),
            options,
        )

    async def get_quotessearch_v6_without_preload_content(
        self,
        *,
        im_customer_contact: str | None = None,
        ingram_order_date_bt: Sequence[date | str] | None = None,
        quote_number: str | None = None,
        special_bid_number: str | None = None,
        end_user_contact: str | None = None,
        sorting_order: str | None = None,
        sort_by: str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        vendor_name: str | None = None,
        quote_name: str | None = None,
        status: str | None = None,
        quote_create_date_bt: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_quotessearch_v6`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.GET_QUOTESSEARCH_V6,
            (
                self.account.customer_number,
                self.account.country_code,
                self.account.header("customer_contact", "im_customer_contact", im_customer_contact),
                im_correlation_id or new_correlation_id(),
                ingram_order_date_bt,
                quote_number,
                special_bid_number,
                end_user_contact,
                sorting_order,
                sort_by,
                page_size,
                page_number,
                vendor_name,
                quote_name,
                status,
                quote_create_date_bt,
                self.account.sender_id,
            ),
            options,
        )

    async def get_reseller_v6_validate_quote(
        self,
        quote_number: str,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ValidateQuoteResponse:
        """Ask what a quote needs before it can be ordered.

        As `QuotesApi.get_reseller_v6_validate_quote`, for the bound account.

        Args:
            quote_number: Whole number of the quote that is to be ordered, such as `QUO-20418-K7R2M5`.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.GET_RESELLER_V6_VALIDATE_QUOTE,
            (
                quote_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
            ),
            options,
        )

    async def get_reseller_v6_validate_quote_with_http_info(
        self,
        quote_number: str,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ValidateQuoteResponse]:
        """As `get_reseller_v6_validate_quote`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_RESELLER_V6_VALIDATE_QUOTE,
            (
                quote_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
            ),
            options,
        )

    async def get_reseller_v6_validate_quote_without_preload_content(
        self,
        quote_number: str,
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
        """As `get_reseller_v6_validate_quote`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.GET_RESELLER_V6_VALIDATE_QUOTE,
            (
                quote_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
            ),
            options,
        )

    async def get_resellers_v6_quotes(
        self,
        quote_number: str,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.QuoteDetailsResponse:
        """Read one quote in detail.

        As `QuotesApi.get_resellers_v6_quotes`, for the bound account.

        Args:
            quote_number: Whole number of the quote, such as `QUO-20418-K7R2M5`. A part of it, as the search takes it,
                is not enough.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.GET_RESELLERS_V6_QUOTES,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                quote_number,
                self.account.sender_id,
            ),
            options,
        )

    async def get_resellers_v6_quotes_with_http_info(
        self,
        quote_number: str,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.QuoteDetailsResponse]:
        """As `get_resellers_v6_quotes`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_QUOTES,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                quote_number,
                self.account.sender_id,
            ),
            options,
        )

    async def get_resellers_v6_quotes_without_preload_content(
        self,
        quote_number: str,
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
        """As `get_resellers_v6_quotes`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.GET_RESELLERS_V6_QUOTES,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                quote_number,
                self.account.sender_id,
            ),
            options,
        )
