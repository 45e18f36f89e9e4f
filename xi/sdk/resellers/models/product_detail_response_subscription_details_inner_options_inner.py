"""The model `ProductDetailResponseSubscriptionDetailsInnerOptionsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseSubscriptionDetailsInnerOptionsInner(ResponseModel):
    """One part of a plan, as the details have it.

    Args:
        resource_id (str): Identifier of the part, unique within the plan.
        resource_name (str): Name of the part for display, such as `Mailbox 50 GB`.
        vendor_part_number (str): The maker's number for the part, if it has one.
        min_units (str): Fewest units of the part, a number as text.
        max_units (str): Most units of the part, a number as text; empty where there is no limit.
        depends_on (str): Identifier of the part that must be subscribed to first.
    """

    resource_id: str | None = None
    """Identifier of the part, unique within the plan."""

    resource_name: str | None = None
    """Name of the part for display, such as `Mailbox 50 GB`."""

    vendor_part_number: str | None = None
    """The maker's number for the part, if it has one."""

    min_units: str | None = None
    """Fewest units of the part, a number as text."""

    max_units: str | None = None
    """Most units of the part, a number as text; empty where there is no limit."""

    depends_on: str | None = None
    """Identifier of the part that must be subscribed to first."""
