"""The model `ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner(ResponseModel):
    """The terms of a plan in one unit of time.

    Args:
        subscription_period_unit (str): Unit of the terms, such as `Month` or `Year`.
        subscription_period (str): Lengths of the terms in that unit, as text.
    """

    subscription_period_unit: str | None = None
    """Unit of the terms, such as `Month` or `Year`."""

    subscription_period: str | None = None
    """Lengths of the terms in that unit, as text."""
