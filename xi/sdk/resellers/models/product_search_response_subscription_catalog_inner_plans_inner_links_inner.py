"""The model `ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner(ResponseModel):
    """DRAFT 1135.

    ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner.

    Args:
        topic (str): DRAFT 1136. topic of ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner.
        href (str): DRAFT 1137. href of ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner.
        type (str): DRAFT 1138. type of ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner.
    """

    topic: str | None = None
    """DRAFT 1136.

    topic of ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner.
    """

    href: str | None = None
    """DRAFT 1137.

    href of ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner.
    """

    type: str | None = None
    """DRAFT 1138.

    type of ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner.
    """
