"""The model `InvoiceDetailsv61ResponseSummaryMiscChargesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class InvoiceDetailsv61ResponseSummaryMiscChargesInner(ResponseModel):
    """DRAFT 747.

    InvoiceDetailsv61ResponseSummaryMiscChargesInner.

    Args:
        charge_description (str): DRAFT 748. charge Description of InvoiceDetailsv61ResponseSummaryMiscChargesInner.
        misc_charge_line_count (int): DRAFT 749. misc Charge Line Count of
            InvoiceDetailsv61ResponseSummaryMiscChargesInner.
        misc_charge_line_total (int or float): DRAFT 750. misc Charge Line Total of
            InvoiceDetailsv61ResponseSummaryMiscChargesInner.
        charge_line_reference (str): DRAFT 751. charge Line Reference of
            InvoiceDetailsv61ResponseSummaryMiscChargesInner.
        is_non_misc (str): DRAFT 752. is Non Misc of InvoiceDetailsv61ResponseSummaryMiscChargesInner.
    """

    charge_description: str | None = None
    """DRAFT 748.

    charge Description of InvoiceDetailsv61ResponseSummaryMiscChargesInner.
    """

    misc_charge_line_count: int | None = None
    """DRAFT 749.

    misc Charge Line Count of InvoiceDetailsv61ResponseSummaryMiscChargesInner.
    """

    misc_charge_line_total: IntOrFloat | None = None
    """DRAFT 750.

    misc Charge Line Total of InvoiceDetailsv61ResponseSummaryMiscChargesInner.
    """

    charge_line_reference: str | None = None
    """DRAFT 751.

    charge Line Reference of InvoiceDetailsv61ResponseSummaryMiscChargesInner.
    """

    is_non_misc: str | None = None
    """DRAFT 752.

    is Non Misc of InvoiceDetailsv61ResponseSummaryMiscChargesInner.
    """
