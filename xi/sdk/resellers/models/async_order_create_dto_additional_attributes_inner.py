"""The model `AsyncOrderCreateDTOAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request
from xi.sdk.resellers.models._types import Text


class AsyncOrderCreateDTOAdditionalAttributesInner(Request):
    """One named setting for a whole v7 order.

    The value is text even for a switch.

    Args:
        attribute_name (str): Name of the setting, for example `allowDuplicateCustomerOrderNumber` or
            `VEND_AUTH_NBR_FLG`; fewer names are documented than for v6.
        attribute_value (str): Value of the setting as text, such as `true` or a vendor's authorisation number.
    """

    attribute_name: str | None = None
    """Name of the setting, for example `allowDuplicateCustomerOrderNumber` or `VEND_AUTH_NBR_FLG`; fewer names are
    documented than for v6.
    """

    attribute_value: Text | None = None
    """Value of the setting as text, such as `true` or a vendor's authorisation number."""
