"""The model `QuoteSearchResponseQuotesInnerLinks`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteSearchResponseQuotesInnerLinks(ResponseModel):
    """A relation of a quote that was found to another resource.

    Args:
        topic (str): Family of the resource to which the link leads, such as `quotes`.
        href (str): Path to call, relative, without the host and without the sandbox's prefix.
        type (str): HTTP method for the path; spelt in any case, as in `GET` or `get`.
    """

    topic: str | None = None
    """Family of the resource to which the link leads, such as `quotes`."""

    href: str | None = None
    """Path to call, relative, without the host and without the sandbox's prefix."""

    type: str | None = None
    """HTTP method for the path; spelt in any case, as in `GET` or `get`."""
