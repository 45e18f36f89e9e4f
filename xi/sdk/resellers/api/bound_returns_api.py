"""BoundReturnsApi: the calls of ReturnsApi for one account."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Protocol

from xi.sdk.resellers import models, rest
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.operations import returns as operations
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.account import Account, account_of, new_correlation_id
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.api_response import ApiResponse

_options = partial(CallOptions, needs_credentials=True)


class _Carrier(Protocol):
    """An object with a client, such as ReturnsApi."""

    @property
    def api_client(self) -> ApiClient: ...


class BoundReturnsApi:
    """The calls of ReturnsApi with the headers of an account filled in, and a new correlation ID for each call.

    They take the options of ReturnsApi, by name, and raise what its calls raise.

    Args:
        api: the API object whose client is used.
        account: the account; if omitted, that of the client's configuration.

    Raises:
        ApiValueError: there is no account.
    """

    def __init__(self, api: _Carrier, account: Account | None = None) -> None:
        self.api_client = api.api_client
        self.account = account_of(api.api_client.configuration, account)

    def get_resellers_v6_returnsdetails(
        self,
        case_request_number: str,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ReturnsDetailsResponse:
        """Read one return in detail.

        As `ReturnsApi.get_resellers_v6_returnsdetails`, for the bound account.

        Args:
            case_request_number: Number of the case, as create and search give it.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLERS_V6_RETURNSDETAILS,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                case_request_number,
                self.account.sender_id,
            ),
            options,
        )

    def get_resellers_v6_returnsdetails_with_http_info(
        self,
        case_request_number: str,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ReturnsDetailsResponse]:
        """As `get_resellers_v6_returnsdetails`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_RETURNSDETAILS,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                case_request_number,
                self.account.sender_id,
            ),
            options,
        )

    def get_resellers_v6_returnsdetails_without_preload_content(
        self,
        case_request_number: str,
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
        """As `get_resellers_v6_returnsdetails`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_RETURNSDETAILS,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                case_request_number,
                self.account.sender_id,
            ),
            options,
        )

    def get_resellers_v6_returnssearch(
        self,
        *,
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
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ReturnsSearchResponse:
        """Search returns and claims.

        As `ReturnsApi.get_resellers_v6_returnssearch`, for the bound account.

        Args:
            case_request_number: Number of the case, such as `CAS-12345-K2B7Q4-1`.
            invoice_number: Invoice under which the goods were sold. Numbers occur with and without dashes.
            return_claim_id: Number of the claim, such as `12-RC4KM-34`. It is given later than the case number, so a
                new case has none.
            reference_number: The reference that the reseller gave when the return was filed.
            ingram_part_number: Ingram Micro's SKU of returned goods; leading zeros count.
            vendor_part_number: The manufacturer's number of returned goods.
            return_status_in: States of the return, any of which may match: `Open`, `Approved`, `Partially Approved`,
                `Denied`, `Voided`. Several are one text with commas, not a repeated key.
            claim_status_in: States of the claim, any of which may match, with the same names as those of the return;
                commas between several.
            created_on_bt: First and last day of filing. Both go into one text; how they are separated is not
                documented.
            modified_on_bt: First and last day of the latest change, in one text of the same unknown layout.
            return_reason_in: Reasons, any of which may match, as one text with commas. They look like `(DF) Defective
                Items`; some have no code, and `(CS ) Customer Service Discretion` has a blank in it. The one reason
                with a comma in its own text cannot be asked for.
            page: Page to return, from 1, as text.
            size: Returns on a page, as text; 25 if absent. A maximum is not documented.
            sort: Sorting; by its published text it names a column, as does `sortingColumnName`. `asc` and `desc` are a
                guess.
            sorting_column_name: Column to sort by. Which columns exist is not documented.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.GET_RESELLERS_V6_RETURNSSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
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
        *,
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
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ReturnsSearchResponse]:
        """As `get_resellers_v6_returnssearch`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.GET_RESELLERS_V6_RETURNSSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
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
        *,
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
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> rest.RESTResponseType:
        """As `get_resellers_v6_returnssearch`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.GET_RESELLERS_V6_RETURNSSEARCH,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
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
        returns_create_request: models.ReturnsCreateRequest | Mapping[str, Any] | None = None,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> models.ReturnsCreateResponse:
        """File a return, once.

        As `ReturnsApi.post_returnscreate`, for the bound account.

        Args:
            returns_create_request: The returns to file, each under a reference of the reseller's own. Without a body
                nothing is filed.
            im_correlation_id: replaces the one that is made for the call.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer; see `xi.sdk.resellers.exceptions`.
        """
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call(
            operations.POST_RETURNSCREATE,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                returns_create_request,
            ),
            options,
        )

    def post_returnscreate_with_http_info(
        self,
        returns_create_request: models.ReturnsCreateRequest | Mapping[str, Any] | None = None,
        *,
        im_correlation_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retry: RetryPolicy | None = None,
        _deadline: float | None = None,
    ) -> ApiResponse[models.ReturnsCreateResponse]:
        """As `post_returnscreate`, with the status, the headers and the raw body."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_with_info(
            operations.POST_RETURNSCREATE,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                returns_create_request,
            ),
            options,
        )

    def post_returnscreate_without_preload_content(
        self,
        returns_create_request: models.ReturnsCreateRequest | Mapping[str, Any] | None = None,
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
        """As `post_returnscreate`, but return the response, of any status, unparsed."""
        options = _options(_request_timeout, _request_auth, _content_type, _headers, _host_index, _retry, _deadline)
        _request_auth = _headers = None  # a traceback that shows the variables of this frame shows no credential
        return self.api_client.call_raw(
            operations.POST_RETURNSCREATE,
            (
                self.account.customer_number,
                self.account.country_code,
                im_correlation_id or new_correlation_id(),
                self.account.sender_id,
                returns_create_request,
            ),
            options,
        )
