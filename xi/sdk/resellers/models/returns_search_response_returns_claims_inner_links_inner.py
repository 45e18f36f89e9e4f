"""The model `ReturnsSearchResponseReturnsClaimsInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ReturnsSearchResponseReturnsClaimsInnerLinksInner(ResponseModel):
    """A way to the details of a return.

    Args:
        topic (str): What the link leads to; `returnsClaimsDetails` for the case.
        href (str): Relative address, without host and without the sandbox prefix.
        type (str): HTTP method to use, as `get`; compare without regard to case.
    """

    topic: str | None = None
    """What the link leads to; `returnsClaimsDetails` for the case."""

    href: str | None = None
    """Relative address, without host and without the sandbox prefix."""

    type: str | None = None
    """HTTP method to use, as `get`; compare without regard to case."""
