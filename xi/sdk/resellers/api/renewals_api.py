"""RenewalsApi: Find contracts, licences and warranties that come up for renewal, and read one of them."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.client import client_of
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import renewals as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.api.bound_renewals_api import BoundRenewalsApi
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    {
        "RenewalsDetailsResponse": models,
        "RenewalsSearchRequest": models,
        "RenewalsSearchResponse": models,
        "RESTResponseType": rest,
    },
)


class RenewalsApi:
    """Find contracts, licences and warranties that come up for renewal, and read one of them.

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

    def bound(self, account: Account | None = None) -> BoundRenewalsApi:
        """Return the same calls with the headers of an account filled in, and a new correlation ID for each call.

        Args:
            account: the account; if omitted, that of the configuration.

        Raises:
            ApiValueError: there is no account.
        """
        return BoundRenewalsApi(self, account)

    def get_resellers_v6_renewalsdetails(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        renewal_id: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.RenewalsDetailsResponse:
        """Read one renewal in detail.

        Returns one renewal with its products, its end user and the identifiers of what is covered. It reads only, so it
        may be repeated. Many texts are empty instead of absent, and some are padded with blanks.

        Args:
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            renewal_id: Number of the renewal, as `renewalId` of a search result. A search gives it as a number; here it
                is text.
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
            operations.GET_RESELLERS_V6_RENEWALSDETAILS,
            (im_customer_number, im_country_code, im_correlation_id, renewal_id, im_sender_id),
            options,
        )

    def get_resellers_v6_renewalsdetails_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        renewal_id: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.RenewalsDetailsResponse]:
        """As `get_resellers_v6_renewalsdetails`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_RENEWALSDETAILS,
            (im_customer_number, im_country_code, im_correlation_id, renewal_id, im_sender_id),
            options,
        )

    def get_resellers_v6_renewalsdetails_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        renewal_id: str,
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
        """As `get_resellers_v6_renewalsdetails`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_RENEWALSDETAILS,
            (im_customer_number, im_country_code, im_correlation_id, renewal_id, im_sender_id),
            options,
        )

    def post_renewalssearch(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        customer_order_number: str | None = None,
        ingram_purchase_order_number: str | None = None,
        serial_number: str | None = None,
        page: str | None = None,
        size: str | None = None,
        sort: str | None = None,
        renewals_search_request: models.RenewalsSearchRequest | Mapping[str, Any] | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.RenewalsSearchResponse:
        """Search renewals.

        Finds renewals of the account, in pages of 25 unless `size` says otherwise. Without any filter all of them are
        found. The query has the simple filters; the body has status, dates, vendor and end user. It is a POST that only
        reads, so it may be repeated. `nextPage` carries the page and nothing of the body: to go on, post the same body
        again with the next `page`.

        Args:
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            im_sender_id: Free name of the calling application or company, at most 32 characters; optional, and returned
                in the answer.
            customer_order_number: The reseller's PO number of the purchase that is to be renewed.
            ingram_purchase_order_number: Ingram Micro's number of the sales order behind the renewal, in spite of the
                name no purchase order of the reseller.
            serial_number: Serial number of a covered unit; finds the renewals that include it.
            page: Page to return, counted from 1 and sent as text.
            size: Renewals on a page, sent as text; 25 if absent. No maximum is documented.
            sort: Column by which the renewals are sorted. The accepted names are not documented.
            renewals_search_request: Filters beyond those of the query; leave it out to filter by the query alone. The
                published example puts the object into a list of one, against its own schema; the object is what is sent
                here.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.POST_RENEWALSSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                customer_order_number,
                ingram_purchase_order_number,
                serial_number,
                page,
                size,
                sort,
                renewals_search_request,
            ),
            options,
        )

    def post_renewalssearch_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        customer_order_number: str | None = None,
        ingram_purchase_order_number: str | None = None,
        serial_number: str | None = None,
        page: str | None = None,
        size: str | None = None,
        sort: str | None = None,
        renewals_search_request: models.RenewalsSearchRequest | Mapping[str, Any] | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.RenewalsSearchResponse]:
        """As `post_renewalssearch`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.POST_RENEWALSSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                customer_order_number,
                ingram_purchase_order_number,
                serial_number,
                page,
                size,
                sort,
                renewals_search_request,
            ),
            options,
        )

    def post_renewalssearch_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        customer_order_number: str | None = None,
        ingram_purchase_order_number: str | None = None,
        serial_number: str | None = None,
        page: str | None = None,
        size: str | None = None,
        sort: str | None = None,
        renewals_search_request: models.RenewalsSearchRequest | Mapping[str, Any] | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `post_renewalssearch`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.POST_RENEWALSSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                customer_order_number,
                ingram_purchase_order_number,
                serial_number,
                page,
                size,
                sort,
                renewals_search_request,
            ),
            options,
        )
