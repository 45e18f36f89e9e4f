"""All operations of the API, in one table for routes, faults, strict mode and the test of the contract."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from xi.sdk.resellers.sandbox.operations import (
    catalog,
    deals,
    freight,
    invoices,
    orders,
    quotes,
    renewals,
    returns,
    tokens,
    vendor_info,
    webhook_tests,
)
from xi.sdk.resellers.sandbox.operations.operation import Operation, family
from xi.sdk.resellers.sandbox.state.faults import FITTING, OPERATIONS, FaultKind
from xi.sdk.resellers.sandbox.state.policy import FAMILIES

TABLE: Final[tuple[Operation, ...]] = (
    *family("Orders", (*orders.OPERATIONS, *vendor_info.OPERATIONS)),
    *family("ProductCatalog", catalog.OPERATIONS),
    *family("Quotes", quotes.OPERATIONS),
    *family("Deals", deals.OPERATIONS),
    *family("Renewals", renewals.OPERATIONS),
    *family("StockUpdate", (webhook_tests.STOCK,)),
    *family("OrderStatus", (webhook_tests.ORDER_STATUS,)),
    *family("Invoices", invoices.OPERATIONS),
    *family("Returns", returns.OPERATIONS),
    *family("FreightEstimate", freight.OPERATIONS),
    *family("Accesstoken", tokens.OPERATIONS),
)
"""One row for each method and path; a new family joins its own here, under its tag in the contract."""

# The state, to which faults and the policy belong, knows no operation, so it is given their names.
OPERATIONS.extend(dict.fromkeys(each.name for each in TABLE if each.faults))
FITTING[FaultKind.EMPTY_CREATED].extend(dict.fromkeys(each.name for each in TABLE if each.creates))
FITTING[FaultKind.TOKEN_REVOKED].extend(
    dict.fromkeys(each.name for each in TABLE if each.faults and not each.gives_tokens)
)
FAMILIES.extend(dict.fromkeys(each.family for each in TABLE if not each.gives_tokens))

NAMED: Final[Mapping[str, Operation]] = MappingProxyType({each.name: each for each in reversed(TABLE)})
"""The operations by name; if several have a name, the first of them."""
