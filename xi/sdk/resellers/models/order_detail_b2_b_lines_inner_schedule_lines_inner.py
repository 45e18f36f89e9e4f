"""The model `OrderDetailB2BLinesInnerScheduleLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderDetailB2BLinesInnerScheduleLinesInner(ResponseModel):
    """One planned partial delivery, in SAP countries.

    Args:
        line_number (str): Number of the partial delivery within the line.
        schedule_line_date (str): Day the partial delivery is planned for.
        requested_quantity (str): Units planned for the day, as text.
        confirmed_quantity (str): Units confirmed of them, as text.
        goods_issue_date (str): Day the goods are booked out of the warehouse.
    """

    line_number: str | None = None
    """Number of the partial delivery within the line."""

    schedule_line_date: str | None = None
    """Day the partial delivery is planned for."""

    requested_quantity: str | None = None
    """Units planned for the day, as text."""

    confirmed_quantity: str | None = None
    """Units confirmed of them, as text."""

    goods_issue_date: str | None = None
    """Day the goods are booked out of the warehouse."""
