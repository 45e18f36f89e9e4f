"""All operations of the API, in one table for routes, faults, strict mode and the test of the contract."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from xi.sdk.resellers.sandbox.operations import catalog, orders, tokens
from xi.sdk.resellers.sandbox.operations.operation import Operation, family
from xi.sdk.resellers.sandbox.state.faults import CREATES, OPERATIONS
from xi.sdk.resellers.sandbox.state.policy import FAMILIES

TABLE: Final[tuple[Operation, ...]] = (
    *family("Orders", orders.OPERATIONS),
    *family("ProductCatalog", catalog.OPERATIONS),
    *family("Accesstoken", tokens.OPERATIONS),
)
"""One row for each method and path; a new family joins its own here, under its tag in the contract."""

# The state, to which faults and the policy belong, knows no operation, so it is given their names.
OPERATIONS.extend(dict.fromkeys(each.name for each in TABLE if each.faults))
CREATES.extend(dict.fromkeys(each.name for each in TABLE if each.creates))
FAMILIES.extend(dict.fromkeys(each.family for each in TABLE if not each.gives_tokens))

NAMED: Final[Mapping[str, Operation]] = MappingProxyType({each.name: each for each in reversed(TABLE)})
"""The operations by name; if several have a name, the first of them."""
