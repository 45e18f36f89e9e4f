"""ReturnsApi: DRAFT 151. family Returns."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.client import client_of
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import returns as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.api.bound_returns_api import BoundReturnsApi
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    {
        "ReturnsCreateRequest": models,
        "ReturnsCreateResponse": models,
        "ReturnsDetailsResponse": models,
        "ReturnsSearchResponse": models,
        "RESTResponseType": rest,
    },
)


class ReturnsApi:
    """DRAFT 151. family Returns.

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

    def bound(self, account: Account | None = None) -> BoundReturnsApi:
        """Return the same calls with the headers of an account filled in, and a new correlation ID for each call.

        Args:
            account: the account; if omitted, that of the configuration.

        Raises:
            ApiValueError: there is no account.
        """
        return BoundReturnsApi(self, account)

    def get_resellers_v6_returnsdetails(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        case_request_number: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ReturnsDetailsResponse:
        """DRAFT get_resellers_v6_returnsdetails.

        DRAFT 171. operation get_resellers_v6_returnsdetails.

        Args:
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            case_request_number: DRAFT 172. parameter caseRequestNumber.
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
            operations.GET_RESELLERS_V6_RETURNSDETAILS,
            (im_customer_number, im_country_code, im_correlation_id, case_request_number, im_sender_id),
            options,
        )

    def get_resellers_v6_returnsdetails_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        case_request_number: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ReturnsDetailsResponse]:
        """Call `get_resellers_v6_returnsdetails`; return its result with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_RETURNSDETAILS,
            (im_customer_number, im_country_code, im_correlation_id, case_request_number, im_sender_id),
            options,
        )

    def get_resellers_v6_returnsdetails_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        case_request_number: str,
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
        """Call `get_resellers_v6_returnsdetails`; return the response, of any status, without parsing it."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_RETURNSDETAILS,
            (im_customer_number, im_country_code, im_correlation_id, case_request_number, im_sender_id),
            options,
        )

    def get_resellers_v6_returnssearch(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        case_request_number: str | None = None,
        invoice_number: str | None = None,
        return_claim_id: str | None = None,
        reference_number: str | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        return_status_in: str | None = None,
        claim_status_in: str | None = None,
        created_on_bt: str | None = None,
        modified_on_bt: str | None = None,
        return_reason_in: str | None = None,
        page: str | None = None,
        size: str | None = None,
        sort: str | None = None,
        sorting_column_name: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ReturnsSearchResponse:
        """DRAFT get_resellers_v6_returnssearch.

        DRAFT 152. operation get_resellers_v6_returnssearch.

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
            case_request_number: DRAFT 153. parameter caseRequestNumber.
            invoice_number: DRAFT 154. parameter invoiceNumber.
            return_claim_id: DRAFT 155. parameter returnClaimId.
            reference_number: DRAFT 156. parameter referenceNumber.
            ingram_part_number: DRAFT 157. parameter ingramPartNumber.
            vendor_part_number: DRAFT 158. parameter vendorPartNumber.
            return_status_in: DRAFT 159. parameter returnStatus-in.
            claim_status_in: DRAFT 160. parameter claimStatus-in.
            created_on_bt: DRAFT 161. parameter createdOn-bt.
            modified_on_bt: DRAFT 162. parameter modifiedOn-bt.
            return_reason_in: DRAFT 163. parameter returnReason-in.
            page: DRAFT 164. parameter page.
            size: DRAFT 165. parameter size.
            sort: DRAFT 166. parameter sort.
            sorting_column_name: DRAFT 167. parameter sortingColumnName.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLERS_V6_RETURNSSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                case_request_number,
                invoice_number,
                return_claim_id,
                reference_number,
                ingram_part_number,
                vendor_part_number,
                return_status_in,
                claim_status_in,
                created_on_bt,
                modified_on_bt,
                return_reason_in,
                page,
                size,
                sort,
                sorting_column_name,
            ),
            options,
        )

    def get_resellers_v6_returnssearch_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        case_request_number: str | None = None,
        invoice_number: str | None = None,
        return_claim_id: str | None = None,
        reference_number: str | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        return_status_in: str | None = None,
        claim_status_in: str | None = None,
        created_on_bt: str | None = None,
        modified_on_bt: str | None = None,
        return_reason_in: str | None = None,
        page: str | None = None,
        size: str | None = None,
        sort: str | None = None,
        sorting_column_name: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ReturnsSearchResponse]:
        """Call `get_resellers_v6_returnssearch`; return its result with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_RETURNSSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                case_request_number,
                invoice_number,
                return_claim_id,
                reference_number,
                ingram_part_number,
                vendor_part_number,
                return_status_in,
                claim_status_in,
                created_on_bt,
                modified_on_bt,
                return_reason_in,
                page,
                size,
                sort,
                sorting_column_name,
            ),
            options,
        )

    def get_resellers_v6_returnssearch_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        case_request_number: str | None = None,
        invoice_number: str | None = None,
        return_claim_id: str | None = None,
        reference_number: str | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        return_status_in: str | None = None,
        claim_status_in: str | None = None,
        created_on_bt: str | None = None,
        modified_on_bt: str | None = None,
        return_reason_in: str | None = None,
        page: str | None = None,
        size: str | None = None,
        sort: str | None = None,
        sorting_column_name: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """Call `get_resellers_v6_returnssearch`; return the response, of any status, without parsing it."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_RETURNSSEARCH,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                case_request_number,
                invoice_number,
                return_claim_id,
                reference_number,
                ingram_part_number,
                vendor_part_number,
                return_status_in,
                claim_status_in,
                created_on_bt,
                modified_on_bt,
                return_reason_in,
                page,
                size,
                sort,
                sorting_column_name,
            ),
            options,
        )

    def post_returnscreate(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        returns_create_request: models.ReturnsCreateRequest | Mapping[str, Any] | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ReturnsCreateResponse:
        """DRAFT post_returnscreate.

        DRAFT 176. operation post_returnscreate.

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
            returns_create_request: DRAFT 177. body of post_returnscreate.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.POST_RETURNSCREATE,
            (im_customer_number, im_country_code, im_correlation_id, im_sender_id, returns_create_request),
            options,
        )

    def post_returnscreate_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        returns_create_request: models.ReturnsCreateRequest | Mapping[str, Any] | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ReturnsCreateResponse]:
        """Call `post_returnscreate`; return its result with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.POST_RETURNSCREATE,
            (im_customer_number, im_country_code, im_correlation_id, im_sender_id, returns_create_request),
            options,
        )

    def post_returnscreate_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        returns_create_request: models.ReturnsCreateRequest | Mapping[str, Any] | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """Call `post_returnscreate`; return the response, of any status, without parsing it."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.POST_RETURNSCREATE,
            (im_customer_number, im_country_code, im_correlation_id, im_sender_id, returns_create_request),
            options,
        )
