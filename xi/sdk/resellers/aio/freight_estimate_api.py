"""The awaited calls of FreightEstimateApi."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.client import client_of
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import freight_estimate as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.aio.api_client import AsyncApiClient
from xi.sdk.resellers.aio.bound_freight_estimate_api import BoundFreightEstimateApi
from xi.sdk.resellers.api_response import ApiResponse

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    {
        "FreightRequest": models,
        "FreightResponse": models,
        "RESTResponseType": rest,
    },
)


class FreightEstimateApi:
    """Estimate what it costs to ship an order, and how long it takes.

    Each call has three forms: the plain form returns the result, `…_with_http_info` returns an `ApiResponse` with the
    result, status, headers and raw body, and `…_without_preload_content` returns the response, of any status, unparsed.

    Args:
        api_client: the client for the calls; if omitted, the default client of the process.

    Every call also takes the options that `xi.sdk.resellers.FreightEstimateApi` names.
    """

    __signature__ = without_parameters()

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = client_of(self, AsyncApiClient, api_client)

    def bound(self, account: Account | None = None) -> BoundFreightEstimateApi:
        """Return the same calls with the headers of an account filled in, and a new correlation ID for each call.

        Args:
            account: the account; if omitted, that of the configuration.

        Raises:
            ApiValueError: there is no account.
        """
        return BoundFreightEstimateApi(self, account)

    async def post_freightestimate(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_customer_contact: str,
        im_sender_id: str | None = None,
        freight_request: models.FreightRequest | Mapping[str, Any] | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.FreightResponse:
        """Estimate freight for an order.

        The blocking `xi.sdk.resellers.FreightEstimateApi.post_freightestimate` explains it.

        Args:
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            im_customer_contact: E-mail address of the person at the reseller for whom the call is made, at most 64
                characters. Whether the answer is limited to what concerns that person is not documented.
            im_sender_id: Free name of the calling application or company, at most 32 characters; optional, and returned
                in the answer.
            freight_request: The lines to ship and the address to ship them to, by number or written out. No member is
                required by the schema.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.POST_FREIGHTESTIMATE,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_customer_contact,
                im_sender_id,
                freight_request,
            ),
            options,
        )

    async def post_freightestimate_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_customer_contact: str,
        im_sender_id: str | None = None,
        freight_request: models.FreightRequest | Mapping[str, Any] | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.FreightResponse]:
        """As `post_freightestimate`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.POST_FREIGHTESTIMATE,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_customer_contact,
                im_sender_id,
                freight_request,
            ),
            options,
        )

    async def post_freightestimate_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_customer_contact: str,
        im_sender_id: str | None = None,
        freight_request: models.FreightRequest | Mapping[str, Any] | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `post_freightestimate`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.POST_FREIGHTESTIMATE,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_customer_contact,
                im_sender_id,
                freight_request,
            ),
            options,
        )
