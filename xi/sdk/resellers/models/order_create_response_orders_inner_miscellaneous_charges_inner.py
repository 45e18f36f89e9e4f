"""The model `OrderCreateResponseOrdersInnerMiscellaneousChargesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class OrderCreateResponseOrdersInnerMiscellaneousChargesInner(ResponseModel):
    """One fee on a created order.

    Args:
        sub_order_number (str): Sub-order the fee belongs to.
        charge_line_reference (str): Line to which the fee refers, if there is one.
        charge_description (str): What the fee is for, in words.
        charge_amount (int or float): Amount of the fee; a number here, but text in the details.
    """

    sub_order_number: str | None = None
    """Sub-order the fee belongs to."""

    charge_line_reference: str | None = None
    """Line to which the fee refers, if there is one."""

    charge_description: str | None = None
    """What the fee is for, in words."""

    charge_amount: IntOrFloat | None = None
    """Amount of the fee; a number here, but text in the details."""
