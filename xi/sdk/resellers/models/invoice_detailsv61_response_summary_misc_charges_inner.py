"""The model `InvoiceDetailsv61ResponseSummaryMiscChargesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class InvoiceDetailsv61ResponseSummaryMiscChargesInner(ResponseModel):
    """One charge that is not a line, such as freight.

    Its keys come in PascalCase, which is read alike.

    Args:
        charge_description (str): What the charge is for, in capitals, such as `FREIGHT OUT` or `TAX`.
        misc_charge_line_count (int): Lines to which the charge belongs; may be 0 although there is an amount.
        misc_charge_line_total (int or float): Amount of the charge in the invoice's currency.
        charge_line_reference (str): Line to which the charge belongs, as text; empty when it belongs to none.
        is_non_misc (str): Whether the charge is not a miscellaneous one, as text; values are not documented.
    """

    _spellings: ClassVar[Mapping[str, str]] = {
        "ChargeDescription": "chargeDescription",
        "MiscChargeLineCount": "miscChargeLineCount",
        "MiscChargeLineTotal": "miscChargeLineTotal",
        "ChargeLineReference": "chargeLineReference",
    }

    charge_description: str | None = None
    """What the charge is for, in capitals, such as `FREIGHT OUT` or `TAX`."""

    misc_charge_line_count: int | None = None
    """Lines to which the charge belongs; may be 0 although there is an amount."""

    misc_charge_line_total: IntOrFloat | None = None
    """Amount of the charge in the invoice's currency."""

    charge_line_reference: str | None = None
    """Line to which the charge belongs, as text; empty when it belongs to none."""

    is_non_misc: str | None = None
    """Whether the charge is not a miscellaneous one, as text; values are not documented."""
