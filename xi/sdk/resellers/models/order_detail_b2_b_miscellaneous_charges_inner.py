"""The model `OrderDetailB2BMiscellaneousChargesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class OrderDetailB2BMiscellaneousChargesInner(Answer):
    """One fee on an order, in its details.

    Args:
        sub_order_number (str): Sub-order that bears the fee.
        charge_line_reference (str): Line that bears the fee, where one does.
        charge_description (str): What the fee in the details is charged for.
        charge_amount (str): Amount as text, where the create answer has a number.
    """

    sub_order_number: str | None = None
    """Sub-order that bears the fee."""

    charge_line_reference: str | None = None
    """Line that bears the fee, where one does."""

    charge_description: str | None = None
    """What the fee in the details is charged for."""

    charge_amount: str | None = None
    """Amount as text, where the create answer has a number."""
