"""The API classes, one per group of operations."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._lazy import lazily

if TYPE_CHECKING:
    from xi.sdk.resellers.api.accesstoken_api import AccesstokenApi
    from xi.sdk.resellers.api.bound_deals_api import BoundDealsApi
    from xi.sdk.resellers.api.bound_freight_estimate_api import BoundFreightEstimateApi
    from xi.sdk.resellers.api.bound_invoices_api import BoundInvoicesApi
    from xi.sdk.resellers.api.bound_orders_api import BoundOrdersApi
    from xi.sdk.resellers.api.bound_product_catalog_api import BoundProductCatalogApi
    from xi.sdk.resellers.api.bound_quotes_api import BoundQuotesApi
    from xi.sdk.resellers.api.bound_renewals_api import BoundRenewalsApi
    from xi.sdk.resellers.api.bound_returns_api import BoundReturnsApi
    from xi.sdk.resellers.api.deals_api import DealsApi
    from xi.sdk.resellers.api.freight_estimate_api import FreightEstimateApi
    from xi.sdk.resellers.api.invoices_api import InvoicesApi
    from xi.sdk.resellers.api.order_status_api import OrderStatusApi
    from xi.sdk.resellers.api.orders_api import OrdersApi
    from xi.sdk.resellers.api.product_catalog_api import ProductCatalogApi
    from xi.sdk.resellers.api.quotes_api import QuotesApi
    from xi.sdk.resellers.api.renewals_api import RenewalsApi
    from xi.sdk.resellers.api.returns_api import ReturnsApi
    from xi.sdk.resellers.api.stock_update_api import StockUpdateApi

__all__ = [
    "AccesstokenApi",
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

__getattr__, __dir__ = lazily(
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
    },
)
