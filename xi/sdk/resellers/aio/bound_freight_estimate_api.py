"""BoundFreightEstimateApi: the calls of FreightEstimateApi for one account, awaited."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Protocol

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import freight_estimate as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.account import Account, account_of, new_correlation_id
from xi.sdk.resellers.aio.api_client import AsyncApiClient
from xi.sdk.resellers.api_response import ApiResponse

_options = partial(CallOptions, needs_credentials=True)


class _Carrier(Protocol):
    """An object with a client, such as FreightEstimateApi."""

    @property
    def api_client(self) -> AsyncApiClient: ...


class BoundFreightEstimateApi:
    """The calls of FreightEstimateApi with the headers of an account filled in, and a new correlation ID for each call.

    They take the options of FreightEstimateApi, by name, and raise what its calls raise.

    Args:
        api: the API object whose client is used.
        account: the account; if omitted, that of the client's configuration.

    Raises:
        ApiValueError: there is no account.
    """

    def __init__(self, api: _Carrier, account: Account | None = None) -> None:
        self.api_client = api.api_client
        self.account = account_of(api.api_client.configuration, account)

    async def post_freightestimate(
        self,
        freight_request: models.FreightRequest | Mapping[str, Any] | None = None,
        *,
        im_customer_contact: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.FreightResponse:
        """Estimate freight for an order.

        As `FreightEstimateApi.post_freightestimate`, for the bound account.

        Args:
            im_customer_contact: E-mail address of the person at the reseller for whom the call is made, at most 64
                characters. Whether the answer is limited to what concerns that person is not documented. It replaces
                that of the account.
            freight_request: The lines to ship and the address to ship them to, by number or written out. No member is
                required by the schema.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.POST_FREIGHTESTIMATE,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.header("customer_contact", "im_customer_contact", im_customer_contact),
                self.account.sender_id,
                freight_request,
            ),
            options,
        )

    async def post_freightestimate_with_http_info(
        self,
        freight_request: models.FreightRequest | Mapping[str, Any] | None = None,
        *,
        im_customer_contact: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.FreightResponse]:
        """As `post_freightestimate`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.POST_FREIGHTESTIMATE,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.header("customer_contact", "im_customer_contact", im_customer_contact),
                self.account.sender_id,
                freight_request,
            ),
            options,
        )

    async def post_freightestimate_without_preload_content(
        self,
        freight_request: models.FreightRequest | Mapping[str, Any] | None = None,
        *,
        im_customer_contact: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `post_freightestimate`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.POST_FREIGHTESTIMATE,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.header("customer_contact", "im_customer_contact", im_customer_contact),
                self.account.sender_id,
                freight_request,
            ),
            options,
        )
