"""BoundDealsApi: the calls of DealsApi for one account, awaited."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Protocol

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import deals as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.account import Account, account_of, new_correlation_id
from xi.sdk.resellers.aio.api_client import AsyncApiClient
from xi.sdk.resellers.api_response import ApiResponse

_options = partial(CallOptions, needs_credentials=True)


class _Carrier(Protocol):
    """An object with a client, such as DealsApi."""

    @property
    def api_client(self) -> AsyncApiClient: ...


class BoundDealsApi:
    """The calls of DealsApi with the headers of an account filled in, and a new correlation ID for each call.

    They take the options of DealsApi, by name, and raise what its calls raise.

    Args:
        api: the API object whose client is used.
        account: the account; if omitted, that of the client's configuration.

    Raises:
        ApiValueError: there is no account.
    """

    def __init__(self, api: _Carrier, account: Account | None = None) -> None:
        self.api_client = api.api_client
        self.account = account_of(api.api_client.configuration, account)

    async def get_resellers_v6_dealsdetails(
        self,
        deal_id: str,
        *,
        im_application_id: str | None = None,
        im_environment: str | None = None,
        vendor_name: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.DealsDetailsResponse:
        """Read one deal in detail.

        As `DealsApi.get_resellers_v6_dealsdetails`, for the bound account.

        Args:
            im_application_id: Free name of the calling application, at most 32 characters. Other families write it
                `IM-ApplicationID`, which is the same header. It replaces that of the account.
            im_environment: Name of an environment, at most 32 characters. Which names there are is not documented, and
                version 1.3.0 does not have it.
            deal_id: Number of the deal as a search shows it. Blanks in it are encoded when it is sent.
            vendor_name: Name of the manufacturer that granted the deal. Version 1.3.0 requires it, version 1.1.0 does
                not have it.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.GET_RESELLERS_V6_DEALSDETAILS,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.header("application_id", "im_application_id", im_application_id),
                im_environment,
                deal_id,
                vendor_name,
            ),
            options,
        )

    async def get_resellers_v6_dealsdetails_with_http_info(
        self,
        deal_id: str,
        *,
        im_application_id: str | None = None,
        im_environment: str | None = None,
        vendor_name: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.DealsDetailsResponse]:
        """As `get_resellers_v6_dealsdetails`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_DEALSDETAILS,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.header("application_id", "im_application_id", im_application_id),
                im_environment,
                deal_id,
                vendor_name,
            ),
            options,
        )

    async def get_resellers_v6_dealsdetails_without_preload_content(
        self,
        deal_id: str,
        *,
        im_application_id: str | None = None,
        im_environment: str | None = None,
        vendor_name: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_resellers_v6_dealsdetails`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.GET_RESELLERS_V6_DEALSDETAILS,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.header("application_id", "im_application_id", im_application_id),
                im_environment,
                deal_id,
                vendor_name,
            ),
            options,
        )

    async def get_resellers_v6_dealssearch(
        self,
        *,
        end_user: str | None = None,
        vendor: str | None = None,
        deal_id: str | None = None,
        size: int | None = None,
        page: int | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.DealsSearchResponse:
        """Search deals.

        As `DealsApi.get_resellers_v6_dealssearch`, for the bound account.

        Args:
            end_user: Company name of the end customer for whom the deal was granted.
            vendor: Name of the manufacturer that granted the deal, such as `Cisco`.
            deal_id: Number of one deal. It may be a text with blanks, such as `SPRING OFFER 7`.
            size: Deals on a page, 100 at most. What applies if absent is not documented.
            page: Page to return; the first is 1.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.GET_RESELLERS_V6_DEALSSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                end_user,
                vendor,
                deal_id,
                size,
                page,
            ),
            options,
        )

    async def get_resellers_v6_dealssearch_with_http_info(
        self,
        *,
        end_user: str | None = None,
        vendor: str | None = None,
        deal_id: str | None = None,
        size: int | None = None,
        page: int | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.DealsSearchResponse]:
        """As `get_resellers_v6_dealssearch`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_DEALSSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                end_user,
                vendor,
                deal_id,
                size,
                page,
            ),
            options,
        )

    async def get_resellers_v6_dealssearch_without_preload_content(
        self,
        *,
        end_user: str | None = None,
        vendor: str | None = None,
        deal_id: str | None = None,
        size: int | None = None,
        page: int | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_resellers_v6_dealssearch`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.GET_RESELLERS_V6_DEALSSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                end_user,
                vendor,
                deal_id,
                size,
                page,
            ),
            options,
        )
