"""The model `AsyncOrderCreateDTOAdditionalAttributesInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models._types import Text


class AsyncOrderCreateDTOAdditionalAttributesInner(Request):
    """A switch of a v7 order."""

    attribute_name: str | None = None
    """Name of the attribute; letter case does not matter to the server.

    v7 knows `allowDuplicateCustomerOrderNumber`, `enableCommentsAsLines` and vendor ones such as `VEND_AUTH_NBR_FLG`.
    """

    attribute_value: Text | None = None
    """Value of the switch, as text."""
