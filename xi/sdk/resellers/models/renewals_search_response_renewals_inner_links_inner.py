"""The model `RenewalsSearchResponseRenewalsInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class RenewalsSearchResponseRenewalsInnerLinksInner(ResponseModel):
    """A way to something related: what it is, where it is and how to ask for it.

    Args:
        topic (str): What the link leads to, such as `renewals`, `quotedetails` or `Deals`; case varies.
        href (str): Relative address without host and without the sandbox prefix. Blanks in it are not encoded.
        type (str): HTTP method to use, as `GET` or `Get`; compare without regard to case.
    """

    topic: str | None = None
    """What the link leads to, such as `renewals`, `quotedetails` or `Deals`; case varies."""

    href: str | None = None
    """Relative address without host and without the sandbox prefix.

    Blanks in it are not encoded.
    """

    type: str | None = None
    """HTTP method to use, as `GET` or `Get`; compare without regard to case."""
