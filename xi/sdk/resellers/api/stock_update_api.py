"""StockUpdateApi: DRAFT 36. family StockUpdate."""

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
    """DRAFT 36. family StockUpdate.

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
        """DRAFT resellers_v1_webhooks_availabilityupdate_post.

        DRAFT 37. operation resellers_v1_webhooks_availabilityupdate_post.

        Args:
            targeturl: DRAFT 38. parameter targeturl.
            x_hub_signature: DRAFT 39. parameter x-hub-signature.
            availability_async_notification_request: DRAFT 40. body of resellers_v1_webhooks_availabilityupdate_post.

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
        """Call `resellers_v1_webhooks_availabilityupdate_post`; return its result with the status, the headers and the raw body."""
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
        """Call `resellers_v1_webhooks_availabilityupdate_post`; return the response, of any status, without parsing it."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.RESELLERS_V1_WEBHOOKS_AVAILABILITYUPDATE_POST,
            (targeturl, x_hub_signature, availability_async_notification_request),
            options,
        )
