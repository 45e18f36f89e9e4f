"""ProductCatalogApi: Search the catalogue, read what is known of a product, and ask for its price and stock."""

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
    """Search the catalogue, read what is known of a product, and ask for its price and stock.

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
        """Read the details of one product.

        Tells what is known of one product: texts, flags, specifications, weight and size. One product a call; published
        for the USA, India and the Netherlands only. Prices and stock are not part of it. Null is usual where nothing is
        known.

        Args:
            ingram_part_number: Ingram Micro's SKU, such as `YN6231`. It is text: leading zeros count, and upper and
                lower case are kept as given.
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
        """As `get_reseller_v6_productdetail`, with the status, the headers and the raw body."""
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
        """As `get_reseller_v6_productdetail`, but return the response, of any status, unparsed."""
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
        """Read the details of a product by plan or by the maker's number.

        Tells what is known of a product or a cloud plan that is not named by its SKU. Give one of plan name, plan
        identifier and the maker's part number; none is required by the specification, and what a call without any
        answers is not documented.

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
            plan_name: Name of a cloud plan, such as `Mail Basic`; whether it has to match exactly is not documented.
            plan_id: Identifier of a cloud plan. Here it is `planId`; the catalogue search wants `planID`.
            vendor_part_number: The maker's own part number. It may belong to several SKUs; which one is chosen is not
                documented.

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
        """As `get_reseller_v6_productdetailcmp`, with the status, the headers and the raw body."""
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
        """As `get_reseller_v6_productdetailcmp`, but return the response, of any status, unparsed."""
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
        """Search the product catalogue.

        Lists products by vendor, number, category or words. Without any filter it lists the whole catalogue of the
        account. A parameter that the server does not know is ignored, so a misspelt filter gives the whole catalogue
        too. Hits have no price, stock, weight or picture. Neither the order of the rows nor a sort is documented. A
        page may hold fewer rows than asked for without being the last, and `recordsFound` may change from page to page;
        the end is the 404.

        Args:
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            page_number: Number of the page that is wanted, counted from 1, which is also the default. Past the last
                page the answer is 404.
            page_size: Rows per page, 25 unless given, 100 at most. The server may send fewer: about 50 were seen where
                100 were asked for.
            im_sender_id: Free name of the calling application or company, at most 32 characters; optional, and returned
                in the answer.
            type: Kind of goods: `IM::physical`, `IM::digital` or `IM::any`. Answers write it with a capital,
                `IM::Physical`.
            has_discounts: `true` lists only products with a discount. It is text, not a boolean.
            vendor: Names of vendors; several are sent as repeated keys. One vendor may be spelt in several ways, and
                how exactly a name has to match is not documented.
            vendor_part_number: The makers' own part numbers; several are sent as repeated keys. One such number can
                belong to several SKUs.
            accept_language: Language of the texts in the answer, `en` unless given. No other operation reads it.
            vendor_number: Ingram Micro's number of a vendor, such as `V417`; one only, unlike `vendor`.
            keyword: Words that are looked for in title, vendor name and part numbers alike; several are sent as
                repeated keys. A SKU or a UPC has no filter of its own and is looked for here, so compare the hits with
                it.
            category: Category of the products, such as `Displays`. Answers also write categories in lower case.
            skip_authorisation: `True` also lists products that this account may not buy; tell them by
                `authorizedToPurchase`. It is text, not a boolean.
            group_name: Name of a group of cloud plans, for `subscriptionCatalog`.
            plan_id: Identifier of a cloud plan, spelt with a capital D here and `planId` in answers and in the details
                by plan.
            show_group_info: Whether the answer describes the groups of cloud plans; the server puts
                `showGroupInfo=False` into its own links.

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
        """As `get_reseller_v6_productsearch`, with the status, the headers and the raw body."""
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
        """As `get_reseller_v6_productsearch`, but return the response, of any status, unparsed."""
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
        """Ask for the prices and the stock of up to 50 products.

        Tells for up to 50 products what this account pays and what is in stock. It only reads, so it may be repeated
        like a GET. A product that is unknown is no failure: its item in the answer holds a code, a message and the
        number that was asked, and nothing else. The order of the items is not promised, so match them by part number
        and never by position. An answer carries no time and no validity: note when it came. What happens beyond 50
        products is not documented.

        Args:
            include_availability: Whether stock is wanted. With `false` the items have no `availability`.
            include_pricing: Whether prices are wanted. With `false` the items have no `pricing`.
            im_customer_number: Ingram Micro account for which the call is made, at most 10 characters; it must be
                registered for the app. Written `20-222222` in the US; elsewhere also digits alone or with letters.
            im_country_code: Country of the account, exactly two letters such as `US`; it decides which back end
                answers. `USA` is refused with 400.
            im_correlation_id: Reference of the caller for this call, returned in the answer; must not be blank.
                Uniqueness does not seem to be checked, so it does not protect against repeats. A UUID in 32 hexadecimal
                digits is a safe choice.
            price_and_availability_request: The products that are asked for, 50 at most, each named by one kind of part
                number; different items may use different kinds. One SKU alone is a complete request.
            include_product_attributes: Whether the items describe the product too (names, flags, units). Without it
                they hold very few product fields.
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
        """As `post_priceandavailability`, with the status, the headers and the raw body."""
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
        """As `post_priceandavailability`, but return the response, of any status, unparsed."""
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
