"""The model `QuoteDetailsResponseProductsInnerBillDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteDetailsResponseProductsInnerBillDetailsInner(ResponseModel):
    """One rule by which a subscription is billed.

    Args:
        type (str): Kind of billing; values are not documented.
        unit (str): Unit of the billing period, presumably such as a month or a year.
        frequency (int): How many units a period has, or how often it is billed; not documented which.
        unit_value (str): Value that belongs to the unit, as text.
    """

    type: str | None = None
    """Kind of billing; values are not documented."""

    unit: str | None = None
    """Unit of the billing period, presumably such as a month or a year."""

    frequency: int | None = None
    """How many units a period has, or how often it is billed; not documented which."""

    unit_value: str | None = None
    """Value that belongs to the unit, as text."""
