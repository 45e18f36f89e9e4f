"""BoundProductCatalogApi: the calls of ProductCatalogApi for one account, awaited."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import product_catalog as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.account import Account, account_of, new_correlation_id
from xi.sdk.resellers.aio.api_client import AsyncApiClient
from xi.sdk.resellers.api_response import ApiResponse

_options = partial(CallOptions, needs_credentials=True)


class _Carrier(Protocol):
    """An object with a client, such as ProductCatalogApi."""

    @property
    def api_client(self) -> AsyncApiClient: ...


class BoundProductCatalogApi:
    """The calls of ProductCatalogApi with the headers of an account filled in, and a new correlation ID for each call.

    They take the options of ProductCatalogApi, by name, and raise what its calls raise.

    Args:
        api: the API object whose client is used.
        account: the account; if omitted, that of the client's configuration.

    Raises:
        ApiValueError: there is no account.
    """

    def __init__(self, api: _Carrier, account: Account | None = None) -> None:
        self.api_client = api.api_client
        self.account = account_of(api.api_client.configuration, account)

    async def get_reseller_v6_productdetail(
        self,
        ingram_part_number: str,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ProductDetailResponse:
        """Read the details of one product.

        As `ProductCatalogApi.get_reseller_v6_productdetail`, for the bound account.

        Args:
            ingram_part_number: Ingram Micro's SKU, such as `YN6231`. It is text: leading zeros count, and upper and
                lower case are kept as given.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.GET_RESELLER_V6_PRODUCTDETAIL,
            (
                ingram_part_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
            ),
            options,
        )

    async def get_reseller_v6_productdetail_with_http_info(
        self,
        ingram_part_number: str,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ProductDetailResponse]:
        """As `get_reseller_v6_productdetail`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_RESELLER_V6_PRODUCTDETAIL,
            (
                ingram_part_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
            ),
            options,
        )

    async def get_reseller_v6_productdetail_without_preload_content(
        self,
        ingram_part_number: str,
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
        """As `get_reseller_v6_productdetail`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.GET_RESELLER_V6_PRODUCTDETAIL,
            (
                ingram_part_number,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
            ),
            options,
        )

    async def get_reseller_v6_productdetailcmp(
        self,
        *,
        plan_name: str | None = None,
        plan_id: str | None = None,
        vendor_part_number: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ProductDetailResponse:
        """Read the details of a product by plan or by the maker's number.

        As `ProductCatalogApi.get_reseller_v6_productdetailcmp`, for the bound account.

        Args:
            plan_name: Name of a cloud plan, such as `Mail Basic`; whether it has to match exactly is not documented.
            plan_id: Identifier of a cloud plan. Here it is `planId`; the catalogue search wants `planID`.
            vendor_part_number: The maker's own part number. It may belong to several SKUs; which one is chosen is not
                documented.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.GET_RESELLER_V6_PRODUCTDETAILCMP,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                plan_name,
                plan_id,
                vendor_part_number,
            ),
            options,
        )

    async def get_reseller_v6_productdetailcmp_with_http_info(
        self,
        *,
        plan_name: str | None = None,
        plan_id: str | None = None,
        vendor_part_number: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ProductDetailResponse]:
        """As `get_reseller_v6_productdetailcmp`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_RESELLER_V6_PRODUCTDETAILCMP,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                plan_name,
                plan_id,
                vendor_part_number,
            ),
            options,
        )

    async def get_reseller_v6_productdetailcmp_without_preload_content(
        self,
        *,
        plan_name: str | None = None,
        plan_id: str | None = None,
        vendor_part_number: str | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_reseller_v6_productdetailcmp`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.GET_RESELLER_V6_PRODUCTDETAILCMP,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                plan_name,
                plan_id,
                vendor_part_number,
            ),
            options,
        )

    async def get_reseller_v6_productsearch(
        self,
        *,
        page_number: int | None = None,
        page_size: int | None = None,
        type: str | None = None,
        has_discounts: str | None = None,
        vendor: Sequence[str] | None = None,
        vendor_part_number: Sequence[str] | None = None,
        accept_language: str | None = None,
        vendor_number: str | None = None,
        keyword: Sequence[str] | None = None,
        category: str | None = None,
        skip_authorisation: str | None = None,
        group_name: str | None = None,
        plan_id: str | None = None,
        show_group_info: bool | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ProductSearchResponse:
        """Search the product catalogue.

        As `ProductCatalogApi.get_reseller_v6_productsearch`, for the bound account.

        Args:
            page_number: Number of the page that is wanted, counted from 1, which is also the default. Past the last
                page the answer is 404.
            page_size: Rows per page, 25 unless given, 100 at most. The server may send fewer: about 50 were seen where
                100 were asked for.
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
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.GET_RESELLER_V6_PRODUCTSEARCH,
            (
                self.account.customer_number,
                im_correlation_id or new_correlation_id(),
                self.account.country_code,
                page_number,
                page_size,
                self.account.sender_id,
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

    async def get_reseller_v6_productsearch_with_http_info(
        self,
        *,
        page_number: int | None = None,
        page_size: int | None = None,
        type: str | None = None,
        has_discounts: str | None = None,
        vendor: Sequence[str] | None = None,
        vendor_part_number: Sequence[str] | None = None,
        accept_language: str | None = None,
        vendor_number: str | None = None,
        keyword: Sequence[str] | None = None,
        category: str | None = None,
        skip_authorisation: str | None = None,
        group_name: str | None = None,
        plan_id: str | None = None,
        show_group_info: bool | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ProductSearchResponse]:
        """As `get_reseller_v6_productsearch`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.GET_RESELLER_V6_PRODUCTSEARCH,
            (
                self.account.customer_number,
                im_correlation_id or new_correlation_id(),
                self.account.country_code,
                page_number,
                page_size,
                self.account.sender_id,
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

    async def get_reseller_v6_productsearch_without_preload_content(
        self,
        *,
        page_number: int | None = None,
        page_size: int | None = None,
        type: str | None = None,
        has_discounts: str | None = None,
        vendor: Sequence[str] | None = None,
        vendor_part_number: Sequence[str] | None = None,
        accept_language: str | None = None,
        vendor_number: str | None = None,
        keyword: Sequence[str] | None = None,
        category: str | None = None,
        skip_authorisation: str | None = None,
        group_name: str | None = None,
        plan_id: str | None = None,
        show_group_info: bool | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_reseller_v6_productsearch`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.GET_RESELLER_V6_PRODUCTSEARCH,
            (
                self.account.customer_number,
                im_correlation_id or new_correlation_id(),
                self.account.country_code,
                page_number,
                page_size,
                self.account.sender_id,
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

    async def post_priceandavailability(
        self,
        include_availability: bool,
        include_pricing: bool,
        price_and_availability_request: models.PriceAndAvailabilityRequest | Mapping[str, Any] | None = None,
        *,
        include_product_attributes: bool | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> list[models.PriceAndAvailabilityResponseInner]:
        """Ask for the prices and the stock of up to 50 products.

        As `ProductCatalogApi.post_priceandavailability`, for the bound account.

        Args:
            include_availability: Whether stock is wanted. With `false` the items have no `availability`.
            include_pricing: Whether prices are wanted. With `false` the items have no `pricing`.
            price_and_availability_request: The products that are asked for, 50 at most, each named by one kind of part
                number; different items may use different kinds. One SKU alone is a complete request.
            include_product_attributes: Whether the items describe the product too (names, flags, units). Without it
                they hold very few product fields.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call(
            operations.POST_PRICEANDAVAILABILITY,
            (
                include_availability,
                include_pricing,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                price_and_availability_request,
                include_product_attributes,
                self.account.sender_id,
            ),
            options,
        )

    async def post_priceandavailability_with_http_info(
        self,
        include_availability: bool,
        include_pricing: bool,
        price_and_availability_request: models.PriceAndAvailabilityRequest | Mapping[str, Any] | None = None,
        *,
        include_product_attributes: bool | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[list[models.PriceAndAvailabilityResponseInner]]:
        """As `post_priceandavailability`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_with_info(
            operations.POST_PRICEANDAVAILABILITY,
            (
                include_availability,
                include_pricing,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                price_and_availability_request,
                include_product_attributes,
                self.account.sender_id,
            ),
            options,
        )

    async def post_priceandavailability_without_preload_content(
        self,
        include_availability: bool,
        include_pricing: bool,
        price_and_availability_request: models.PriceAndAvailabilityRequest | Mapping[str, Any] | None = None,
        *,
        include_product_attributes: bool | None = None,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `post_priceandavailability`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return await self.api_client.call_raw(
            operations.POST_PRICEANDAVAILABILITY,
            (
                include_availability,
                include_pricing,
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                price_and_availability_request,
                include_product_attributes,
                self.account.sender_id,
            ),
            options,
        )
