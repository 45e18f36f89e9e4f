"""StockUpdateApi: Try out the reception of stock events."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.client import client_of
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import stock_update as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    {
        "AvailabilityAsyncNotificationRequest": models,
        "RESTResponseType": rest,
    },
)


class StockUpdateApi:
    """Try out the reception of stock events.

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

    def resellers_v1_webhooks_availabilityupdate_post(
        self,
        targeturl: str,
        x_hub_signature: str,
        availability_async_notification_request: models.AvailabilityAsyncNotificationRequest | Mapping[str, Any],
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> None:
        """Have a sample stock event sent to an address.

        A test bench for receivers: Ingram Micro relays the body to the address in `targeturl` and answers without a
        body. It needs a token and none of the account's headers. A repeat delivers the event once more, which does no
        harm to a receiver that discards event IDs it has seen. Real events come without this call; the webhook
        `stockUpdate` describes them.

        Args:
            targeturl: HTTPS address of the receiver that the event is sent to. It must be reachable from the internet.
            x_hub_signature: Signature for the receiver, which it gets as it stands: base64 of the HMAC-SHA512 of
                `eventId` under the webhook's secret key, 88 characters. Any text is taken, to see how a receiver
                refuses it.
            availability_async_notification_request: The event as the receiver is to get it; a signed `eventId` is
                enough for a test of the signature.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        self.api_client.call(
            operations.RESELLERS_V1_WEBHOOKS_AVAILABILITYUPDATE_POST,
            (targeturl, x_hub_signature, availability_async_notification_request),
            options,
        )

    def resellers_v1_webhooks_availabilityupdate_post_with_http_info(
        self,
        targeturl: str,
        x_hub_signature: str,
        availability_async_notification_request: models.AvailabilityAsyncNotificationRequest | Mapping[str, Any],
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[None]:
        """As `resellers_v1_webhooks_availabilityupdate_post`, with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.RESELLERS_V1_WEBHOOKS_AVAILABILITYUPDATE_POST,
            (targeturl, x_hub_signature, availability_async_notification_request),
            options,
        )

    def resellers_v1_webhooks_availabilityupdate_post_without_preload_content(
        self,
        targeturl: str,
        x_hub_signature: str,
        availability_async_notification_request: models.AvailabilityAsyncNotificationRequest | Mapping[str, Any],
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `resellers_v1_webhooks_availabilityupdate_post`, but return the response, of any status, unparsed."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.RESELLERS_V1_WEBHOOKS_AVAILABILITYUPDATE_POST,
            (targeturl, x_hub_signature, availability_async_notification_request),
            options,
        )
