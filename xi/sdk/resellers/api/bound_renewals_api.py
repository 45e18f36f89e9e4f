"""BoundRenewalsApi: the calls of RenewalsApi for one account."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Protocol

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import renewals as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.account import Account, account_of, new_correlation_id
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

_options = partial(CallOptions, needs_credentials=True)


class _Carrier(Protocol):
    """An object with a client, such as RenewalsApi."""

    @property
    def api_client(self) -> ApiClient: ...


class BoundRenewalsApi:
    """The calls of RenewalsApi with the headers of an account filled in, and a new correlation ID for each call.

    They take the options of RenewalsApi, by name, and raise what its calls raise.

    Args:
        api: the API object whose client is used.
        account: the account; if omitted, that of the client's configuration.

    Raises:
        ApiValueError: there is no account.
    """

    def __init__(self, api: _Carrier, account: Account | None = None) -> None:
        self.api_client = api.api_client
        self.account = account_of(api.api_client.configuration, account)

    def get_resellers_v6_renewalsdetails(
        self,
        renewal_id: str,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.RenewalsDetailsResponse:
        """Read one renewal in detail.

        As `RenewalsApi.get_resellers_v6_renewalsdetails`, for the bound account.

        Args:
            renewal_id: Number of the renewal, as `renewalId` of a search result. A search gives it as a number; here it
                is text.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLERS_V6_RENEWALSDETAILS,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                renewal_id,
                self.account.sender_id,
            ),
            options,
        )

    def get_resellers_v6_renewalsdetails_with_http_info(
        self,
        renewal_id: str,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.RenewalsDetailsResponse]:
        """As `get_resellers_v6_renewalsdetails`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_RENEWALSDETAILS,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                renewal_id,
                self.account.sender_id,
            ),
            options,
        )

    def get_resellers_v6_renewalsdetails_without_preload_content(
        self,
        renewal_id: str,
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
        """As `get_resellers_v6_renewalsdetails`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_RENEWALSDETAILS,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                renewal_id,
                self.account.sender_id,
            ),
            options,
        )

    def post_renewalssearch(
        self,
        renewals_search_request: models.RenewalsSearchRequest | Mapping[str, Any] | None = None,
        *,
        customer_order_number: str | None = None,
        ingram_purchase_order_number: str | None = None,
        serial_number: str | None = None,
        page: str | None = None,
        size: str | None = None,
        sort: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.RenewalsSearchResponse:
        """Search renewals.

        As `RenewalsApi.post_renewalssearch`, for the bound account.

        Args:
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
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.POST_RENEWALSSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
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
        renewals_search_request: models.RenewalsSearchRequest | Mapping[str, Any] | None = None,
        *,
        customer_order_number: str | None = None,
        ingram_purchase_order_number: str | None = None,
        serial_number: str | None = None,
        page: str | None = None,
        size: str | None = None,
        sort: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.RenewalsSearchResponse]:
        """As `post_renewalssearch`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.POST_RENEWALSSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
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
        renewals_search_request: models.RenewalsSearchRequest | Mapping[str, Any] | None = None,
        *,
        customer_order_number: str | None = None,
        ingram_purchase_order_number: str | None = None,
        serial_number: str | None = None,
        page: str | None = None,
        size: str | None = None,
        sort: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `post_renewalssearch`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.POST_RENEWALSSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
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
