"""DealsApi: Find special bids that a manufacturer granted, and read the prices and quantities in them."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.client import client_of
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import deals as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.api.bound_deals_api import BoundDealsApi
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    {
        "DealsDetailsResponse": models,
        "DealsSearchResponse": models,
        "RESTResponseType": rest,
    },
)


class DealsApi:
    """Find special bids that a manufacturer granted, and read the prices and quantities in them.

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

    def bound(self, account: Account | None = None) -> BoundDealsApi:
        """Return the same calls with the headers of an account filled in, and a new correlation ID for each call.

        Args:
            account: the account; if omitted, that of the configuration.

        Raises:
            ApiValueError: there is no account.
        """
        return BoundDealsApi(self, account)

    def get_resellers_v6_dealsdetails(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_application_id: str,
        im_environment: str | None = None,
        deal_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        vendor_name: str | None = None,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.DealsDetailsResponse:
        """Read one deal in detail.

        Returns one deal in its newest version, with products, prices and what is left to order. It reads only and may
        be repeated. Version 1.1.0 asks for the header `IM-Environment`; version 1.3.0 has the query `vendorName` in its
        place. Its number serves as `specialBidNumber` in price requests and in orders.

        Args:
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            im_application_id: Free name of the calling application, at most 32 characters. Other families write it
                `IM-ApplicationID`, which is the same header.
            im_environment: Name of an environment, at most 32 characters. Which names there are is not documented, and
                version 1.3.0 does not have it.
            deal_id: Number of the deal as a search shows it. Blanks in it are encoded when it is sent.
            vendor_name: Name of the manufacturer that granted the deal. Version 1.3.0 requires it, version 1.1.0 does
                not have it.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLERS_V6_DEALSDETAILS,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_application_id,
                im_environment,
                deal_id,
                vendor_name,
            ),
            options,
        )

    def get_resellers_v6_dealsdetails_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_application_id: str,
        im_environment: str | None = None,
        deal_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        vendor_name: str | None = None,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.DealsDetailsResponse]:
        """As `get_resellers_v6_dealsdetails`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_DEALSDETAILS,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_application_id,
                im_environment,
                deal_id,
                vendor_name,
            ),
            options,
        )

    def get_resellers_v6_dealsdetails_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_application_id: str,
        im_environment: str | None = None,
        deal_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        vendor_name: str | None = None,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_resellers_v6_dealsdetails`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_DEALSDETAILS,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_application_id,
                im_environment,
                deal_id,
                vendor_name,
            ),
            options,
        )

    def get_resellers_v6_dealssearch(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        end_user: str | None = None,
        vendor: str | None = None,
        deal_id: str | None = None,
        size: int | None = None,
        page: int | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.DealsSearchResponse:
        """Search deals.

        Finds deals, which Ingram Micro also calls special bids: prices that a manufacturer granted for one end
        customer. There is no filter by date and no sorting, and an account can have thousands, so count the pages. It
        reads only and may be repeated. The paging parameters begin with a capital here, unlike in other families.

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
            end_user: Company name of the end customer for whom the deal was granted.
            vendor: Name of the manufacturer that granted the deal, such as `Cisco`.
            deal_id: Number of one deal. It may be a text with blanks, such as `SPRING OFFER 7`.
            size: Deals on a page, 100 at most. What applies if absent is not documented.
            page: Page to return; the first is 1.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLERS_V6_DEALSSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                end_user,
                vendor,
                deal_id,
                size,
                page,
            ),
            options,
        )

    def get_resellers_v6_dealssearch_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        end_user: str | None = None,
        vendor: str | None = None,
        deal_id: str | None = None,
        size: int | None = None,
        page: int | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.DealsSearchResponse]:
        """As `get_resellers_v6_dealssearch`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_DEALSSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                end_user,
                vendor,
                deal_id,
                size,
                page,
            ),
            options,
        )

    def get_resellers_v6_dealssearch_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        end_user: str | None = None,
        vendor: str | None = None,
        deal_id: str | None = None,
        size: int | None = None,
        page: int | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_resellers_v6_dealssearch`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_DEALSSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                end_user,
                vendor,
                deal_id,
                size,
                page,
            ),
            options,
        )
