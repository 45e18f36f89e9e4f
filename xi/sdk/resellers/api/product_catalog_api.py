"""ProductCatalogApi: DRAFT 1. family ProductCatalog."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.client import client_of
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import product_catalog as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.api.bound_product_catalog_api import BoundProductCatalogApi
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    {
        "PriceAndAvailabilityRequest": models,
        "PriceAndAvailabilityResponseInner": models,
        "ProductDetailResponse": models,
        "ProductSearchResponse": models,
        "RESTResponseType": rest,
    },
)


class ProductCatalogApi:
    """DRAFT 1. family ProductCatalog.

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

    def bound(self, account: Account | None = None) -> BoundProductCatalogApi:
        """Return the same calls with the headers of an account filled in, and a new correlation ID for each call.

        Args:
            account: the account; if omitted, that of the configuration.

        Raises:
            ApiValueError: there is no account.
        """
        return BoundProductCatalogApi(self, account)

    def get_reseller_v6_productdetail(
        self,
        ingram_part_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ProductDetailResponse:
        """DRAFT get_reseller_v6_productdetail.

        DRAFT 30. operation get_reseller_v6_productdetail.

        Args:
            ingram_part_number: DRAFT 31. parameter ingramPartNumber.
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
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
            operations.GET_RESELLER_V6_PRODUCTDETAIL,
            (ingram_part_number, im_customer_number, im_country_code, im_correlation_id, im_sender_id),
            options,
        )

    def get_reseller_v6_productdetail_with_http_info(
        self,
        ingram_part_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ProductDetailResponse]:
        """Call `get_reseller_v6_productdetail`; return its result with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLER_V6_PRODUCTDETAIL,
            (ingram_part_number, im_customer_number, im_country_code, im_correlation_id, im_sender_id),
            options,
        )

    def get_reseller_v6_productdetail_without_preload_content(
        self,
        ingram_part_number: str,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
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
        """Call `get_reseller_v6_productdetail`; return the response, of any status, without parsing it."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLER_V6_PRODUCTDETAIL,
            (ingram_part_number, im_customer_number, im_country_code, im_correlation_id, im_sender_id),
            options,
        )

    def get_reseller_v6_productdetailcmp(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        plan_name: str | None = None,
        plan_id: str | None = None,
        vendor_part_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ProductDetailResponse:
        """DRAFT get_reseller_v6_productdetailcmp.

        DRAFT 188. operation get_reseller_v6_productdetailcmp.

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
            plan_name: DRAFT 189. parameter planName.
            plan_id: DRAFT 190. parameter planId.
            vendor_part_number: DRAFT 191. parameter vendorPartNumber.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLER_V6_PRODUCTDETAILCMP,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                plan_name,
                plan_id,
                vendor_part_number,
            ),
            options,
        )

    def get_reseller_v6_productdetailcmp_with_http_info(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        plan_name: str | None = None,
        plan_id: str | None = None,
        vendor_part_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ProductDetailResponse]:
        """Call `get_reseller_v6_productdetailcmp`; return its result with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLER_V6_PRODUCTDETAILCMP,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                plan_name,
                plan_id,
                vendor_part_number,
            ),
            options,
        )

    def get_reseller_v6_productdetailcmp_without_preload_content(
        self,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        im_sender_id: str | None = None,
        plan_name: str | None = None,
        plan_id: str | None = None,
        vendor_part_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """Call `get_reseller_v6_productdetailcmp`; return the response, of any status, without parsing it."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLER_V6_PRODUCTDETAILCMP,
            (
                im_customer_number,
                im_country_code,
                im_correlation_id,
                im_sender_id,
                plan_name,
                plan_id,
                vendor_part_number,
            ),
            options,
        )

    def get_reseller_v6_productsearch(
        self,
        im_customer_number: str,
        im_correlation_id: str,
        im_country_code: str,
        page_number: int | None = None,
        page_size: int | None = None,
        im_sender_id: str | None = None,
        type: str | None = None,
        has_discounts: str | None = None,
        vendor: Sequence[str] | None = None,
        vendor_part_number: Sequence[str] | None = None,
        accept_language: str | None = None,
        vendor_number: str | None = None,
        keyword: Sequence[str] | None = None,
        category: str | None = None,
        skip_authorisation: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        group_name: str | None = None,
        plan_id: str | None = None,
        show_group_info: bool | None = None,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ProductSearchResponse:
        """DRAFT get_reseller_v6_productsearch.

        DRAFT 11. operation get_reseller_v6_productsearch.

        Args:
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            page_number: DRAFT 12. parameter pageNumber.
            page_size: DRAFT 13. parameter pageSize.
            im_sender_id: Free name of the calling application or company, at most 32 characters; optional, and returned
                in the answer.
            type: DRAFT 14. parameter type.
            has_discounts: DRAFT 15. parameter hasDiscounts.
            vendor: DRAFT 16. parameter vendor.
            vendor_part_number: DRAFT 17. parameter vendorPartNumber.
            accept_language: DRAFT 18. parameter Accept-Language.
            vendor_number: DRAFT 19. parameter vendorNumber.
            keyword: DRAFT 20. parameter keyword.
            category: DRAFT 21. parameter category.
            skip_authorisation: DRAFT 22. parameter skipAuthorisation.
            group_name: DRAFT 23. parameter groupName.
            plan_id: DRAFT 24. parameter planID.
            show_group_info: DRAFT 25. parameter showGroupInfo.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLER_V6_PRODUCTSEARCH,
            (
                im_customer_number,
                im_correlation_id,
                im_country_code,
                page_number,
                page_size,
                im_sender_id,
                type,
                has_discounts,
                vendor,
                vendor_part_number,
                accept_language,
                vendor_number,
                keyword,
                category,
                skip_authorisation,
                group_name,
                plan_id,
                show_group_info,
            ),
            options,
        )

    def get_reseller_v6_productsearch_with_http_info(
        self,
        im_customer_number: str,
        im_correlation_id: str,
        im_country_code: str,
        page_number: int | None = None,
        page_size: int | None = None,
        im_sender_id: str | None = None,
        type: str | None = None,
        has_discounts: str | None = None,
        vendor: Sequence[str] | None = None,
        vendor_part_number: Sequence[str] | None = None,
        accept_language: str | None = None,
        vendor_number: str | None = None,
        keyword: Sequence[str] | None = None,
        category: str | None = None,
        skip_authorisation: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        group_name: str | None = None,
        plan_id: str | None = None,
        show_group_info: bool | None = None,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ProductSearchResponse]:
        """Call `get_reseller_v6_productsearch`; return its result with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLER_V6_PRODUCTSEARCH,
            (
                im_customer_number,
                im_correlation_id,
                im_country_code,
                page_number,
                page_size,
                im_sender_id,
                type,
                has_discounts,
                vendor,
                vendor_part_number,
                accept_language,
                vendor_number,
                keyword,
                category,
                skip_authorisation,
                group_name,
                plan_id,
                show_group_info,
            ),
            options,
        )

    def get_reseller_v6_productsearch_without_preload_content(
        self,
        im_customer_number: str,
        im_correlation_id: str,
        im_country_code: str,
        page_number: int | None = None,
        page_size: int | None = None,
        im_sender_id: str | None = None,
        type: str | None = None,
        has_discounts: str | None = None,
        vendor: Sequence[str] | None = None,
        vendor_part_number: Sequence[str] | None = None,
        accept_language: str | None = None,
        vendor_number: str | None = None,
        keyword: Sequence[str] | None = None,
        category: str | None = None,
        skip_authorisation: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        group_name: str | None = None,
        plan_id: str | None = None,
        show_group_info: bool | None = None,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """Call `get_reseller_v6_productsearch`; return the response, of any status, without parsing it."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLER_V6_PRODUCTSEARCH,
            (
                im_customer_number,
                im_correlation_id,
                im_country_code,
                page_number,
                page_size,
                im_sender_id,
                type,
                has_discounts,
                vendor,
                vendor_part_number,
                accept_language,
                vendor_number,
                keyword,
                category,
                skip_authorisation,
                group_name,
                plan_id,
                show_group_info,
            ),
            options,
        )

    def post_priceandavailability(
        self,
        include_availability: bool,
        include_pricing: bool,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        price_and_availability_request: models.PriceAndAvailabilityRequest | Mapping[str, Any] | None = None,
        include_product_attributes: bool | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> list[models.PriceAndAvailabilityResponseInner]:
        """DRAFT post_priceandavailability.

        DRAFT 2. operation post_priceandavailability.

        Args:
            include_availability: DRAFT 3. parameter includeAvailability.
            include_pricing: DRAFT 4. parameter includePricing.
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            price_and_availability_request: DRAFT 6. body of post_priceandavailability.
            include_product_attributes: DRAFT 5. parameter includeProductAttributes.
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
            operations.POST_PRICEANDAVAILABILITY,
            (
                include_availability,
                include_pricing,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                price_and_availability_request,
                include_product_attributes,
                im_sender_id,
            ),
            options,
        )

    def post_priceandavailability_with_http_info(
        self,
        include_availability: bool,
        include_pricing: bool,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        price_and_availability_request: models.PriceAndAvailabilityRequest | Mapping[str, Any] | None = None,
        include_product_attributes: bool | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        *,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[list[models.PriceAndAvailabilityResponseInner]]:
        """Call `post_priceandavailability`; return its result with the status, the headers and the raw body."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.POST_PRICEANDAVAILABILITY,
            (
                include_availability,
                include_pricing,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                price_and_availability_request,
                include_product_attributes,
                im_sender_id,
            ),
            options,
        )

    def post_priceandavailability_without_preload_content(
        self,
        include_availability: bool,
        include_pricing: bool,
        im_customer_number: str,
        im_country_code: str,
        im_correlation_id: str,
        price_and_availability_request: models.PriceAndAvailabilityRequest | Mapping[str, Any] | None = None,
        include_product_attributes: bool | None = None,
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
        """Call `post_priceandavailability`; return the response, of any status, without parsing it."""
        options = CallOptions(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.POST_PRICEANDAVAILABILITY,
            (
                include_availability,
                include_pricing,
                im_customer_number,
                im_country_code,
                im_correlation_id,
                price_and_availability_request,
                include_product_attributes,
                im_sender_id,
            ),
            options,
        )
