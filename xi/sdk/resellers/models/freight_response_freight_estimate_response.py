"""The model `FreightResponseFreightEstimateResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.freight_response_freight_estimate_response_distribution_inner import (
    FreightResponseFreightEstimateResponseDistributionInner,
)
from xi.sdk.resellers.models.freight_response_freight_estimate_response_lines_inner import (
    FreightResponseFreightEstimateResponseLinesInner,
)


class FreightResponseFreightEstimateResponse(ResponseModel):
    """Amounts and shipments of an estimate, in one currency.

    Args:
        currency_code (str): Three-letter code of the currency of all amounts, such as `USD`.
        total_freight_amount (int or float): Freight of all shipments by their suggested carriers. Another choice of
            carriers gives another sum.
        total_tax_amount (int or float): Tax on the order; 0 in published answers.
        total_fees (int or float): Fees on top of freight; 0 if there are none.
        total_net_amount (int or float): Declared as the net amount, but 0 in a published answer with goods in it. Do
            not rely on it.
        gross_amount (int or float): Goods and freight together.
        distribution (list of FreightResponseFreightEstimateResponseDistributionInner): The shipments, one for each
            warehouse, with a suggested carrier and the others to choose from.
        lines (list of FreightResponseFreightEstimateResponseLinesInner): The goods by line, with their prices and
            without freight.
    """

    currency_code: str | None = None
    """Three-letter code of the currency of all amounts, such as `USD`."""

    total_freight_amount: IntOrFloat | None = None
    """Freight of all shipments by their suggested carriers.

    Another choice of carriers gives another sum.
    """

    total_tax_amount: IntOrFloat | None = None
    """Tax on the order; 0 in published answers."""

    total_fees: IntOrFloat | None = None
    """Fees on top of freight; 0 if there are none."""

    total_net_amount: IntOrFloat | None = None
    """Declared as the net amount, but 0 in a published answer with goods in it.

    Do not rely on it.
    """

    gross_amount: IntOrFloat | None = None
    """Goods and freight together."""

    distribution: list[FreightResponseFreightEstimateResponseDistributionInner] | None = None
    """The shipments, one for each warehouse, with a suggested carrier and the others to choose from."""

    lines: list[FreightResponseFreightEstimateResponseLinesInner] | None = None
    """The goods by line, with their prices and without freight."""
