"""The awaited calls of OrderStatusApi."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.client import client_of
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import order_status as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers.aio.api_client import AsyncApiClient
from xi.sdk.resellers.api_response import ApiResponse

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    {
        "OrderStatusAsyncNotificationRequest": models,
        "RESTResponseType": rest,
    },
)


class OrderStatusApi:
    """Try out the reception of order-status events.

    Each call has three forms: the plain form returns the result, `…_with_http_info` returns an `ApiResponse` with the
    result, status, headers and raw body, and `…_without_preload_content` returns the response, of any status, unparsed.

    Args:
        api_client: the client for the calls; if omitted, the default client of the process.

    Every call also takes the options that `xi.sdk.resellers.OrderStatusApi` names.
    """

    __signature__ = without_parameters()

    def __init__(self, api_client: AsyncApiClient | None = None) -> None:
        self.api_client = client_of(self, AsyncApiClient, api_client)

    async def resellers_v1_webhooks_orderstatusevent_post(
        self,
        targeturl: str,
        x_hub_signature: str,
        order_status_async_notification_request: models.OrderStatusAsyncNotificationRequest | Mapping[str, Any],
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> None:
        """Have a sample order event sent to an address.

        The blocking `xi.sdk.resellers.OrderStatusApi.resellers_v1_webhooks_orderstatusevent_post` explains it.

        Args:
            targeturl: HTTPS address of the receiver that gets the order event. It must be reachable from the internet.
            x_hub_signature: Signature that the receiver gets as it stands: base64 of the HMAC-SHA512 of `eventId` under
                the webhook's secret key, 88 characters. Any text is taken, to see how a receiver refuses it.
            order_status_async_notification_request: The order event as the receiver is to get it; a signed `eventId` is
                enough for a test of the signature.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        await self.api_client.call(
            operations.RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST,
            (targeturl, x_hub_signature, order_status_async_notification_request),
            options,
        )

    async def resellers_v1_webhooks_orderstatusevent_post_with_http_info(
        self,
        targeturl: str,
        x_hub_signature: str,
        order_status_async_notification_request: models.OrderStatusAsyncNotificationRequest | Mapping[str, Any],
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[None]:
        """As `resellers_v1_webhooks_orderstatusevent_post`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST,
            (targeturl, x_hub_signature, order_status_async_notification_request),
            options,
        )

    async def resellers_v1_webhooks_orderstatusevent_post_without_preload_content(
        self,
        targeturl: str,
        x_hub_signature: str,
        order_status_async_notification_request: models.OrderStatusAsyncNotificationRequest | Mapping[str, Any],
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `resellers_v1_webhooks_orderstatusevent_post`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST,
            (targeturl, x_hub_signature, order_status_async_notification_request),
            options,
        )
