"""The model `FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner(ResponseModel):
    """DRAFT 1047.

    FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.

    Args:
        carrier_code (str): DRAFT 1048. carrier Code of
            FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.
        ship_via (str): DRAFT 1049. ship Via of FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.
        carrier_mode (str): DRAFT 1050. carrier Mode of
            FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.
        estimated_freight_charge (str): DRAFT 1051. estimated Freight Charge of
            FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.
        days_in_transit (str): DRAFT 1052. days In Transit of
            FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.
    """

    carrier_code: str | None = None
    """DRAFT 1048.

    carrier Code of FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.
    """

    ship_via: str | None = None
    """DRAFT 1049.

    ship Via of FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.
    """

    carrier_mode: str | None = None
    """DRAFT 1050.

    carrier Mode of FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.
    """

    estimated_freight_charge: str | None = None
    """DRAFT 1051.

    estimated Freight Charge of FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.
    """

    days_in_transit: str | None = None
    """DRAFT 1052.

    days In Transit of FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner.
    """
