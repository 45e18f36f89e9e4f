"""The model `OrderDetailB2BMiscellaneousChargesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderDetailB2BMiscellaneousChargesInner(ResponseModel):
    """One fee on an order, in its details.

    Args:
        sub_order_number (str): Sub-order to which the fee belongs.
        charge_line_reference (str): Line to which the fee belongs, if there is one.
        charge_description (str): Reason for the fee in the details, as text.
        charge_amount (str): Amount as text, where the create answer has a number.
    """

    sub_order_number: str | None = None
    """Sub-order to which the fee belongs."""

    charge_line_reference: str | None = None
    """Line to which the fee belongs, if there is one."""

    charge_description: str | None = None
    """Reason for the fee in the details, as text."""

    charge_amount: str | None = None
    """Amount as text, where the create answer has a number."""
