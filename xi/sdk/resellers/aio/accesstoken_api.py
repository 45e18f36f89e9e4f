"""The awaited calls of AccesstokenApi."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.client import client_of
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import accesstoken as operations
from xi.sdk.resellers._core.redact import sealed
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers.aio.api_client import AsyncApiClient
from xi.sdk.resellers.api_response import ApiResponse

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    {
        "AccesstokenResponse": models,
        "RESTResponseType": rest,
    },
)


class AccesstokenApi:
    """Exchange client credentials for a bearer token.

    Each call has three forms: the plain form returns the result, `…_with_http_info` returns an `ApiResponse` with the
    result, status, headers and raw body, and `…_without_preload_content` returns the response, of any status, unparsed.

    Args:
        api_client: the client for the calls; if omitted, the default client of the process.

    Every call also takes the options that `xi.sdk.resellers.AccesstokenApi` names.
    """

    __signature__ = without_parameters()

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = client_of(self, AsyncApiClient, api_client)

    async def get_accesstoken(
        self,
        grant_type: str,
        client_id: str,
        client_secret: str,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.AccesstokenResponse:
        """Obtain a bearer token.

        The blocking `xi.sdk.resellers.AccesstokenApi.get_accesstoken` explains it.

        Args:
            grant_type: The kind of grant, always `client_credentials`; no other is supported.
            client_id: Identifier of the app as shown in the developer portal. It also decides whether the token is for
                sandbox or production.
            client_secret: Secret that belongs to the client ID. It is sent in the form body only and must not reach
                URLs or logs.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        secret, client_secret = sealed(client_secret), ""
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(operations.GET_ACCESSTOKEN, (grant_type, client_id, secret), options)

    async def get_accesstoken_with_http_info(
        self,
        grant_type: str,
        client_id: str,
        client_secret: str,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.AccesstokenResponse]:
        """As `get_accesstoken`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        secret, client_secret = sealed(client_secret), ""
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_ACCESSTOKEN, (grant_type, client_id, secret), options
        )

    async def get_accesstoken_without_preload_content(
        self,
        grant_type: str,
        client_id: str,
        client_secret: str,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_accesstoken`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        secret, client_secret = sealed(client_secret), ""
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(operations.GET_ACCESSTOKEN, (grant_type, client_id, secret), options)
