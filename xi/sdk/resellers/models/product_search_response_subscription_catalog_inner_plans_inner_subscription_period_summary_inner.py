"""The model `ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner(ResponseModel):
    """DRAFT 1132.

    ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner.

    Args:
        subscription_period_unit (str): DRAFT 1133. subscription Period Unit of
            ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner.
        subscription_period (str): DRAFT 1134. subscription Period of
            ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner.
    """

    subscription_period_unit: str | None = None
    """DRAFT 1133.

    subscription Period Unit of ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner.
    """

    subscription_period: str | None = None
    """DRAFT 1134.

    subscription Period of ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner.
    """
