"""The model `QuoteSearchResponseQuotesInnerLinks`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteSearchResponseQuotesInnerLinks(ResponseModel):
    """DRAFT 467.

    QuoteSearchResponseQuotesInnerLinks.

    Args:
        topic (str): DRAFT 468. topic of QuoteSearchResponseQuotesInnerLinks.
        href (str): DRAFT 469. href of QuoteSearchResponseQuotesInnerLinks.
        type (str): DRAFT 470. type of QuoteSearchResponseQuotesInnerLinks.
    """

    topic: str | None = None
    """DRAFT 468.

    topic of QuoteSearchResponseQuotesInnerLinks.
    """

    href: str | None = None
    """DRAFT 469.

    href of QuoteSearchResponseQuotesInnerLinks.
    """

    type: str | None = None
    """DRAFT 470.

    type of QuoteSearchResponseQuotesInnerLinks.
    """
