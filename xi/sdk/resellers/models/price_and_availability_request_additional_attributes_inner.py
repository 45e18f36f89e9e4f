"""The model `PriceAndAvailabilityRequestAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class PriceAndAvailabilityRequestAdditionalAttributesInner(RequestModel):
    """One named setting of the whole call.

    Args:
        attribute_name (str): Name of a setting that holds for every product; which names are understood is not
            documented.
        attribute_value (str): Value of the call's setting, as text whatever it means.
    """

    attribute_name: str | None = None
    """Name of a setting that holds for every product; which names are understood is not documented."""

    attribute_value: str | None = None
    """Value of the call's setting, as text whatever it means."""
