"""The model `OrderDetailB2BLinesInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderDetailB2BLinesInnerLinksInner(ResponseModel):
    """Where to read more on a line.

    Invoice links need the customer number and country appended.

    Args:
        topic (str): What the link leads to; `orders` or `invoices`.
        href (str): Path to call, relative to the API's host, with the version the server prefers.
        type (str): HTTP method for the link, `GET` as a rule.
    """

    topic: str | None = None
    """What the link leads to; `orders` or `invoices`."""

    href: str | None = None
    """Path to call, relative to the API's host, with the version the server prefers."""

    type: str | None = None
    """HTTP method for the link, `GET` as a rule."""
