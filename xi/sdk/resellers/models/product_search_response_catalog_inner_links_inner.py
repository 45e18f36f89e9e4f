"""The model `ProductSearchResponseCatalogInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductSearchResponseCatalogInnerLinksInner(ResponseModel):
    """DRAFT 335.

    ProductSearchResponseCatalogInnerLinksInner.

    Args:
        topic (str): DRAFT 336. topic of ProductSearchResponseCatalogInnerLinksInner.
        href (str): DRAFT 337. href of ProductSearchResponseCatalogInnerLinksInner.
        type (str): DRAFT 338. type of ProductSearchResponseCatalogInnerLinksInner.
    """

    topic: str | None = None
    """DRAFT 336.

    topic of ProductSearchResponseCatalogInnerLinksInner.
    """

    href: str | None = None
    """DRAFT 337.

    href of ProductSearchResponseCatalogInnerLinksInner.
    """

    type: str | None = None
    """DRAFT 338.

    type of ProductSearchResponseCatalogInnerLinksInner.
    """
