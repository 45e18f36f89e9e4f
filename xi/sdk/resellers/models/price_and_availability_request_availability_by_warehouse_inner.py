"""The model `PriceAndAvailabilityRequestAvailabilityByWarehouseInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Flag


class PriceAndAvailabilityRequestAvailabilityByWarehouseInner(RequestModel):
    """One warehouse, or the wish to see the places of all.

    Args:
        availability_by_warehouse_id (str): Identifier of a warehouse as text, such as `40` or `05`; a leading zero
            counts.
        availability_for_all_location (bool): Whether the answer tells the stock of each place; counts as true when left
            out.
    """

    availability_by_warehouse_id: str | None = None
    """Identifier of a warehouse as text, such as `40` or `05`; a leading zero counts."""

    availability_for_all_location: Flag | None = None
    """Whether the answer tells the stock of each place; counts as true when left out."""
