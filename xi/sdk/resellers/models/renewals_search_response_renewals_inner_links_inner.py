"""The model `RenewalsSearchResponseRenewalsInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class RenewalsSearchResponseRenewalsInnerLinksInner(ResponseModel):
    """Where more about a renewal or a special bid can be read.

    Args:
        topic (str): Family of the resource to which the link leads.
        href (str): Path to call, relative, without the host and without the sandbox's prefix.
        type (str): HTTP method for the path, in any case: `GET`, `Get` or `get`.
    """

    topic: str | None = None
    """Family of the resource to which the link leads."""

    href: str | None = None
    """Path to call, relative, without the host and without the sandbox's prefix."""

    type: str | None = None
    """HTTP method for the path, in any case: `GET`, `Get` or `get`."""
