"""The model `AsyncOrderCreateDTOAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Text


class AsyncOrderCreateDTOAdditionalAttributesInner(RequestModel):
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
