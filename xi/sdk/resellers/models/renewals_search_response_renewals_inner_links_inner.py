"""The model `RenewalsSearchResponseRenewalsInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class RenewalsSearchResponseRenewalsInnerLinksInner(ResponseModel):
    """DRAFT 810.

    RenewalsSearchResponseRenewalsInnerLinksInner.

    Args:
        topic (str): DRAFT 811. topic of RenewalsSearchResponseRenewalsInnerLinksInner.
        href (str): DRAFT 812. href of RenewalsSearchResponseRenewalsInnerLinksInner.
        type (str): DRAFT 813. type of RenewalsSearchResponseRenewalsInnerLinksInner.
    """

    topic: str | None = None
    """DRAFT 811.

    topic of RenewalsSearchResponseRenewalsInnerLinksInner.
    """

    href: str | None = None
    """DRAFT 812.

    href of RenewalsSearchResponseRenewalsInnerLinksInner.
    """

    type: str | None = None
    """DRAFT 813.

    type of RenewalsSearchResponseRenewalsInnerLinksInner.
    """
