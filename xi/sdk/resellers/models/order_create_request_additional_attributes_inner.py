"""The model `OrderCreateRequestAdditionalAttributesInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models._types import Text


class OrderCreateRequestAdditionalAttributesInner(Request):
    """A switch or a country-specific value for the whole order."""

    attribute_name: str | None = None
    """Name of the attribute; letter case does not matter to the server.

    Known: `allowDuplicateCustomerOrderNumber`, `allowPartialOrder`, `allowOrderOnCustomerHold`,
    `enableCommentsAsLines`, `shipFromWarehouseId`, `DpasRating`, `euDepId`, `govtProgramType` and others.
    """

    attribute_value: Text | None = None
    """Its value as text; switches take `true` and `false`."""
