"""All operations of the API, in one table for routes, faults, strict mode and the test of the contract."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from xi.sdk.resellers.sandbox.operations import orders, tokens
from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.state.faults import OPERATIONS

TABLE: Final[tuple[Operation, ...]] = (*orders.OPERATIONS, *tokens.OPERATIONS)
"""One row for each method and path; a new family adds its own here."""

# The state that faults belong to knows no operation, so it is given their names.
OPERATIONS.extend(dict.fromkeys(each.name for each in TABLE if each.faults))

NAMED: Final[Mapping[str, Operation]] = MappingProxyType({each.name: each for each in reversed(TABLE)})
"""The operations by name; if several have a name, the first of them."""
