"""The API classes for event loops, with the names they have in `xi.sdk.resellers`, awaited; needs the extra `async`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._lazy import lazily

if TYPE_CHECKING:
    from xi.sdk.resellers.aio.accesstoken_api import AccesstokenApi
    from xi.sdk.resellers.aio.api_client import AsyncApiClient
    from xi.sdk.resellers.aio.bound_deals_api import BoundDealsApi
    from xi.sdk.resellers.aio.bound_freight_estimate_api import BoundFreightEstimateApi
    from xi.sdk.resellers.aio.bound_invoices_api import BoundInvoicesApi
    from xi.sdk.resellers.aio.bound_orders_api import BoundOrdersApi
    from xi.sdk.resellers.aio.bound_product_catalog_api import BoundProductCatalogApi
    from xi.sdk.resellers.aio.bound_quotes_api import BoundQuotesApi
    from xi.sdk.resellers.aio.bound_renewals_api import BoundRenewalsApi
    from xi.sdk.resellers.aio.bound_returns_api import BoundReturnsApi
    from xi.sdk.resellers.aio.deals_api import DealsApi
    from xi.sdk.resellers.aio.freight_estimate_api import FreightEstimateApi
    from xi.sdk.resellers.aio.invoices_api import InvoicesApi
    from xi.sdk.resellers.aio.order_status_api import OrderStatusApi
    from xi.sdk.resellers.aio.orders_api import OrdersApi
    from xi.sdk.resellers.aio.product_catalog_api import ProductCatalogApi
    from xi.sdk.resellers.aio.quotes_api import QuotesApi
    from xi.sdk.resellers.aio.renewals_api import RenewalsApi
    from xi.sdk.resellers.aio.returns_api import ReturnsApi
    from xi.sdk.resellers.aio.stock_update_api import StockUpdateApi

__all__ = [
    "AccesstokenApi",
    "AsyncApiClient",
    "BoundDealsApi",
    "BoundFreightEstimateApi",
    "BoundInvoicesApi",
    "BoundOrdersApi",
    "BoundProductCatalogApi",
    "BoundQuotesApi",
    "BoundRenewalsApi",
    "BoundReturnsApi",
    "DealsApi",
    "FreightEstimateApi",
    "InvoicesApi",
    "OrderStatusApi",
    "OrdersApi",
    "ProductCatalogApi",
    "QuotesApi",
    "RenewalsApi",
    "ReturnsApi",
    "StockUpdateApi",
]

_lazily, __dir__ = lazily(
    __name__,
    {
        "AccesstokenApi": "accesstoken_api",
        "DealsApi": "deals_api",
        "FreightEstimateApi": "freight_estimate_api",
        "InvoicesApi": "invoices_api",
        "OrderStatusApi": "order_status_api",
        "OrdersApi": "orders_api",
        "ProductCatalogApi": "product_catalog_api",
        "QuotesApi": "quotes_api",
        "RenewalsApi": "renewals_api",
        "ReturnsApi": "returns_api",
        "StockUpdateApi": "stock_update_api",
        "BoundDealsApi": "bound_deals_api",
        "BoundFreightEstimateApi": "bound_freight_estimate_api",
        "BoundInvoicesApi": "bound_invoices_api",
        "BoundOrdersApi": "bound_orders_api",
        "BoundProductCatalogApi": "bound_product_catalog_api",
        "BoundQuotesApi": "bound_quotes_api",
        "BoundRenewalsApi": "bound_renewals_api",
        "BoundReturnsApi": "bound_returns_api",
        "AsyncApiClient": "api_client",
    },
)


def __getattr__(name: str) -> object:
    """Resolve a name, also one that version 2.0 had."""
    if name == "CancelledUnansweredException":
        import asyncio  # noqa: PLC0415 - hardly ever wanted

        from xi.sdk.resellers._deprecated import warn_deprecated  # noqa: PLC0415 - as above

        warn_deprecated(
            "xi.sdk.resellers.aio.CancelledUnansweredException",
            since="2.1",
            gone_in="3.0",
            instead=(
                "catch asyncio.CancelledError, which a cancelled task gets: "
                "xi.sdk.resellers.in_doubt(error) tells whether a call may have been acted on"
            ),
        )
        return asyncio.CancelledError
    return _lazily(name)
