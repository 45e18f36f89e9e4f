"""The model `ProductSearchResponseCatalogInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductSearchResponseCatalogInnerLinksInner(ResponseModel):
    """One link of a hit.

    Its path lacks `/resellers/v6` and `/details`: use the SKU instead.

    Args:
        topic (str): What the link is about, `catalog` for a product.
        href (str): Path such as `/catalog/YN6231`, without host, version or sandbox prefix.
        type (str): HTTP method for the link: `GET`, in any case.
    """

    topic: str | None = None
    """What the link is about, `catalog` for a product."""

    href: str | None = None
    """Path such as `/catalog/YN6231`, without host, version or sandbox prefix."""

    type: str | None = None
    """HTTP method for the link: `GET`, in any case."""
