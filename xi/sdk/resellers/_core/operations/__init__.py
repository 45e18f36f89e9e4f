"""The operations as values, a module for each family; each one is imported at its first use."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._lazy import lazily

if TYPE_CHECKING:
    from xi.sdk.resellers._core.operations.accesstoken import GET_ACCESSTOKEN
    from xi.sdk.resellers._core.operations.deals import GET_RESELLERS_V6_DEALSDETAILS, GET_RESELLERS_V6_DEALSSEARCH
    from xi.sdk.resellers._core.operations.freight_estimate import POST_FREIGHTESTIMATE
    from xi.sdk.resellers._core.operations.invoices import GET_INVOICEDETAILS_V6_1, GET_RESELLERS_V6_INVOICESEARCH
    from xi.sdk.resellers._core.operations.order_status import RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST
    from xi.sdk.resellers._core.operations.orders import (
        DELETE_ORDERCANCEL,
        GET_ORDERDETAILS_V6_1,
        GET_RESELLERS_V6_ORDERSEARCH,
        POST_CREATEORDER_V6,
        POST_CREATEORDER_V7,
        PUT_ORDERMODIFY,
        VENDOR_REQUIRED_INFO,
    )
    from xi.sdk.resellers._core.operations.product_catalog import (
        GET_RESELLER_V6_PRODUCTDETAIL,
        GET_RESELLER_V6_PRODUCTDETAILCMP,
        GET_RESELLER_V6_PRODUCTSEARCH,
        POST_PRICEANDAVAILABILITY,
    )
    from xi.sdk.resellers._core.operations.quotes import (
        GET_QUOTESSEARCH_V6,
        GET_RESELLER_V6_VALIDATE_QUOTE,
        GET_RESELLERS_V6_QUOTES,
    )
    from xi.sdk.resellers._core.operations.renewals import GET_RESELLERS_V6_RENEWALSDETAILS, POST_RENEWALSSEARCH
    from xi.sdk.resellers._core.operations.returns import (
        GET_RESELLERS_V6_RETURNSDETAILS,
        GET_RESELLERS_V6_RETURNSSEARCH,
        POST_RETURNSCREATE,
    )
    from xi.sdk.resellers._core.operations.stock_update import RESELLERS_V1_WEBHOOKS_AVAILABILITYUPDATE_POST

__all__ = [
    "DELETE_ORDERCANCEL",
    "GET_ACCESSTOKEN",
    "GET_INVOICEDETAILS_V6_1",
    "GET_ORDERDETAILS_V6_1",
    "GET_QUOTESSEARCH_V6",
    "GET_RESELLERS_V6_DEALSDETAILS",
    "GET_RESELLERS_V6_DEALSSEARCH",
    "GET_RESELLERS_V6_INVOICESEARCH",
    "GET_RESELLERS_V6_ORDERSEARCH",
    "GET_RESELLERS_V6_QUOTES",
    "GET_RESELLERS_V6_RENEWALSDETAILS",
    "GET_RESELLERS_V6_RETURNSDETAILS",
    "GET_RESELLERS_V6_RETURNSSEARCH",
    "GET_RESELLER_V6_PRODUCTDETAIL",
    "GET_RESELLER_V6_PRODUCTDETAILCMP",
    "GET_RESELLER_V6_PRODUCTSEARCH",
    "GET_RESELLER_V6_VALIDATE_QUOTE",
    "POST_CREATEORDER_V6",
    "POST_CREATEORDER_V7",
    "POST_FREIGHTESTIMATE",
    "POST_PRICEANDAVAILABILITY",
    "POST_RENEWALSSEARCH",
    "POST_RETURNSCREATE",
    "PUT_ORDERMODIFY",
    "RESELLERS_V1_WEBHOOKS_AVAILABILITYUPDATE_POST",
    "RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST",
    "VENDOR_REQUIRED_INFO",
]

__getattr__, __dir__ = lazily(
    __name__,
    {
        "GET_ACCESSTOKEN": "accesstoken",
        "GET_RESELLERS_V6_DEALSDETAILS": "deals",
        "GET_RESELLERS_V6_DEALSSEARCH": "deals",
        "POST_FREIGHTESTIMATE": "freight_estimate",
        "GET_INVOICEDETAILS_V6_1": "invoices",
        "GET_RESELLERS_V6_INVOICESEARCH": "invoices",
        "RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST": "order_status",
        "DELETE_ORDERCANCEL": "orders",
        "GET_ORDERDETAILS_V6_1": "orders",
        "GET_RESELLERS_V6_ORDERSEARCH": "orders",
        "POST_CREATEORDER_V6": "orders",
        "POST_CREATEORDER_V7": "orders",
        "PUT_ORDERMODIFY": "orders",
        "VENDOR_REQUIRED_INFO": "orders",
        "GET_RESELLER_V6_PRODUCTDETAIL": "product_catalog",
        "GET_RESELLER_V6_PRODUCTDETAILCMP": "product_catalog",
        "GET_RESELLER_V6_PRODUCTSEARCH": "product_catalog",
        "POST_PRICEANDAVAILABILITY": "product_catalog",
        "GET_QUOTESSEARCH_V6": "quotes",
        "GET_RESELLER_V6_VALIDATE_QUOTE": "quotes",
        "GET_RESELLERS_V6_QUOTES": "quotes",
        "GET_RESELLERS_V6_RENEWALSDETAILS": "renewals",
        "POST_RENEWALSSEARCH": "renewals",
        "GET_RESELLERS_V6_RETURNSDETAILS": "returns",
        "GET_RESELLERS_V6_RETURNSSEARCH": "returns",
        "POST_RETURNSCREATE": "returns",
        "RESELLERS_V1_WEBHOOKS_AVAILABILITYUPDATE_POST": "stock_update",
    },
)
