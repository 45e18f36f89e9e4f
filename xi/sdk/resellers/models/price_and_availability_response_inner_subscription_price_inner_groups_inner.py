"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner(ResponseModel):
    """DRAFT 1070.

    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner.

    Args:
        group_name (str): DRAFT 1071. group Name of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner.
        group_description (str): DRAFT 1072. group Description of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"group_description", "group_name"})

    group_name: str | None = None
    """DRAFT 1071.

    group Name of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner.
    """

    group_description: str | None = None
    """DRAFT 1072.

    group Description of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner.
    """
