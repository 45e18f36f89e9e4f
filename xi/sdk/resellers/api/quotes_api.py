"""QuotesApi: Search quotes, read one with its prices, and learn what it still needs to be ordered."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.client import client_of
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import quotes as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.api.bound_quotes_api import BoundQuotesApi
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    {
        "QuoteDetailsResponse": models,
        "QuoteSearchResponse": models,
        "ValidateQuoteResponse": models,
        "RESTResponseType": rest,
    },
)


class QuotesApi:
    """Search quotes, read one with its prices, and learn what it still needs to be ordered.

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

    def bound(self, account: Account | None = None) -> BoundQuotesApi:
        """Return the same calls with the headers of an account filled in, and a new correlation ID for each call.

        Args:
            account: the account; if omitted, that of the configuration.

        Raises:
            ApiValueError: there is no account.
        """
        return BoundQuotesApi(self, account)

    def get_quotessearch_v6(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_customer_contact: str,
        im_correlation_id: str,
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
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.QuoteSearchResponse:
        """Search quotes.

        Finds active quotes by number, name, vendor, special bid, end user, status or date; drafts and closed quotes are
        never found. Without a date filter it looks at quotes that were created or changed in the last 30 days; with
        one, at most 365 days back. Pages hold 25 quotes, the first being number 1. If nothing is found, the answer is
        404, whose `type` is that of a bad request, so go by the status. It reads only and may be repeated.

        Args:
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_customer_contact: E-mail address of the person at the reseller for whom the call is made, at most 64
                characters. Whether the answer is limited to what concerns that person is not documented.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
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
            im_sender_id: Free name of the calling application or company, at most 32 characters; optional, and returned
                in the answer.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_QUOTESSEARCH_V6,
            (
                im_customer_number,
                im_country_code,
                im_customer_contact,
                im_correlation_id,
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
                im_sender_id,
            ),
            options,
        )

    def get_quotessearch_v6_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_customer_contact: str,
        im_correlation_id: str,
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
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.QuoteSearchResponse]:
        """As `get_quotessearch_v6`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_QUOTESSEARCH_V6,
            (
                im_customer_number,
                im_country_code,
                im_customer_contact,
                im_correlation_id,
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
                im_sender_id,
            ),
            options,
        )

    def get_quotessearch_v6_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_customer_contact: str,
        im_correlation_id: str,
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
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_quotessearch_v6`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_QUOTESSEARCH_V6,
            (
                im_customer_number,
                im_country_code,
                im_customer_contact,
                im_correlation_id,
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
                im_sender_id,
            ),
            options,
        )

    def get_reseller_v6_validate_quote(
        self,
        quote_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ValidateQuoteResponse:
        """Ask what a quote needs before it can be ordered.

        Tells whether a quote can become an order and which values its vendor demands, for the whole order and for
        single lines. Fill in the values and pass them on when the quote is ordered with v7 create. It reads only and
        may be repeated. How a quote that cannot be ordered is answered is not documented; expect 400.

        Args:
            quote_number: Whole number of the quote that is to be ordered, such as `QUO-20418-K7R2M5`.
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            im_sender_id: Free name of the calling application or company, at most 32 characters; optional, and returned
                in the answer.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLER_V6_VALIDATE_QUOTE,
            (quote_number, im_customer_number, im_country_code, im_correlation_id, im_sender_id),
            options,
        )

    def get_reseller_v6_validate_quote_with_http_info(
        self,
        quote_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ValidateQuoteResponse]:
        """As `get_reseller_v6_validate_quote`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLER_V6_VALIDATE_QUOTE,
            (quote_number, im_customer_number, im_country_code, im_correlation_id, im_sender_id),
            options,
        )

    def get_reseller_v6_validate_quote_without_preload_content(
        self,
        quote_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_reseller_v6_validate_quote`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLER_V6_VALIDATE_QUOTE,
            (quote_number, im_customer_number, im_country_code, im_correlation_id, im_sender_id),
            options,
        )

    def get_resellers_v6_quotes(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        quote_number: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.QuoteDetailsResponse:
        """Read one quote in detail.

        Returns a quote with its products, prices, texts, addresses and totals. It reads only and may be repeated.
        `introPreamble`, `purchaseInstructions` and `legalTerms` have to be shown wherever the quote is presented, and
        hold HTML that must be cleaned first. Products with `isSuggestionProduct` were not asked for. In published
        examples the totals do not agree with the lines, so do not check one by the other.

        Args:
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            quote_number: Whole number of the quote, such as `QUO-20418-K7R2M5`. A part of it, as the search takes it,
                is not enough.
            im_sender_id: Free name of the calling application or company, at most 32 characters; optional, and returned
                in the answer.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLERS_V6_QUOTES,
            (im_customer_number, im_country_code, im_correlation_id, quote_number, im_sender_id),
            options,
        )

    def get_resellers_v6_quotes_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        quote_number: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.QuoteDetailsResponse]:
        """As `get_resellers_v6_quotes`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_QUOTES,
            (im_customer_number, im_country_code, im_correlation_id, quote_number, im_sender_id),
            options,
        )

    def get_resellers_v6_quotes_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        quote_number: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_resellers_v6_quotes`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_QUOTES,
            (im_customer_number, im_country_code, im_correlation_id, quote_number, im_sender_id),
            options,
        )
