"""The model `ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner(ResponseModel):
    """One link of a plan, without host or sandbox prefix.

    Args:
        topic (str): What the link of the plan is about.
        href (str): Path of the link; a client puts its own base in front.
        type (str): HTTP method for the link, in any case.
    """

    topic: str | None = None
    """What the link of the plan is about."""

    href: str | None = None
    """Path of the link; a client puts its own base in front."""

    type: str | None = None
    """HTTP method for the link, in any case."""
