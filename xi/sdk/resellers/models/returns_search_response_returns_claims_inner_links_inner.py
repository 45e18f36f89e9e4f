"""The model `ReturnsSearchResponseReturnsClaimsInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ReturnsSearchResponseReturnsClaimsInnerLinksInner(ResponseModel):
    """DRAFT 927.

    ReturnsSearchResponseReturnsClaimsInnerLinksInner.

    Args:
        topic (str): DRAFT 928. topic of ReturnsSearchResponseReturnsClaimsInnerLinksInner.
        href (str): DRAFT 929. href of ReturnsSearchResponseReturnsClaimsInnerLinksInner.
        type (str): DRAFT 930. type of ReturnsSearchResponseReturnsClaimsInnerLinksInner.
    """

    topic: str | None = None
    """DRAFT 928.

    topic of ReturnsSearchResponseReturnsClaimsInnerLinksInner.
    """

    href: str | None = None
    """DRAFT 929.

    href of ReturnsSearchResponseReturnsClaimsInnerLinksInner.
    """

    type: str | None = None
    """DRAFT 930.

    type of ReturnsSearchResponseReturnsClaimsInnerLinksInner.
    """
