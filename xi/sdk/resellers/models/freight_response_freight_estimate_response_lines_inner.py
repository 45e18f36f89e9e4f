"""The model `FreightResponseFreightEstimateResponseLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class FreightResponseFreightEstimateResponseLinesInner(ResponseModel):
    """One line of goods in an estimate.

    Args:
        ingram_part_number (str): Ingram Micro's SKU as it was sent.
        vendor_part_number (str): The manufacturer's number of the part.
        warehouse_id (str): Number of the warehouse from which the line is shipped.
        quantity (int): Units of the line, a number here and text in the request.
        unit_price (int or float): Price of one unit for the account.
        net_amount (int or float): Price of all units of the line, without freight.
    """

    ingram_part_number: str | None = None
    """Ingram Micro's SKU as it was sent."""

    vendor_part_number: str | None = None
    """The manufacturer's number of the part."""

    warehouse_id: str | None = None
    """Number of the warehouse from which the line is shipped."""

    quantity: int | None = None
    """Units of the line, a number here and text in the request."""

    unit_price: IntOrFloat | None = None
    """Price of one unit for the account."""

    net_amount: IntOrFloat | None = None
    """Price of all units of the line, without freight."""
