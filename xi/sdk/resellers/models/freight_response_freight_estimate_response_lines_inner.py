"""The model `FreightResponseFreightEstimateResponseLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class FreightResponseFreightEstimateResponseLinesInner(ResponseModel):
    """DRAFT 1053.

    FreightResponseFreightEstimateResponseLinesInner.

    Args:
        ingram_part_number (str): DRAFT 1054. ingram Part Number of FreightResponseFreightEstimateResponseLinesInner.
        vendor_part_number (str): DRAFT 1055. vendor Part Number of FreightResponseFreightEstimateResponseLinesInner.
        warehouse_id (str): DRAFT 1056. warehouse Id of FreightResponseFreightEstimateResponseLinesInner.
        quantity (int): DRAFT 1057. quantity of FreightResponseFreightEstimateResponseLinesInner.
        unit_price (int or float): DRAFT 1058. unit Price of FreightResponseFreightEstimateResponseLinesInner.
        net_amount (int or float): DRAFT 1059. net Amount of FreightResponseFreightEstimateResponseLinesInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 1054.

    ingram Part Number of FreightResponseFreightEstimateResponseLinesInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 1055.

    vendor Part Number of FreightResponseFreightEstimateResponseLinesInner.
    """

    warehouse_id: str | None = None
    """DRAFT 1056.

    warehouse Id of FreightResponseFreightEstimateResponseLinesInner.
    """

    quantity: int | None = None
    """DRAFT 1057.

    quantity of FreightResponseFreightEstimateResponseLinesInner.
    """

    unit_price: IntOrFloat | None = None
    """DRAFT 1058.

    unit Price of FreightResponseFreightEstimateResponseLinesInner.
    """

    net_amount: IntOrFloat | None = None
    """DRAFT 1059.

    net Amount of FreightResponseFreightEstimateResponseLinesInner.
    """
