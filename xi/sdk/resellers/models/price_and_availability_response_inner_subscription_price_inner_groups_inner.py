"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner(ResponseModel):
    """One group of plans, as the price call names it.

    Args:
        group_name (str): Name of the group, which the catalogue search takes in `groupName`.
        group_description (str): Words that describe the group, for display.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"group_description", "group_name"})

    group_name: str | None = None
    """Name of the group, which the catalogue search takes in `groupName`."""

    group_description: str | None = None
    """Words that describe the group, for display."""
