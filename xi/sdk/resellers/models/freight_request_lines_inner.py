"""The model `FreightRequestLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class FreightRequestLinesInner(RequestModel):
    """One line to estimate freight for.

    Args:
        customer_line_number (str): The reseller's number of the line, such as `001`. Answers do not repeat it.
        ingram_part_number (str): Ingram Micro's SKU; one of the published ones is longer than six characters and has a
            dash.
        quantity (str): Units to ship, a whole number as text.
        warehouse_id (str): Number of the warehouse to ship from; absent to leave the choice to Ingram Micro.
        carrier_code (str): Code of the carrier to use; empty or absent to get all of them.
    """

    customer_line_number: str | None = None
    """The reseller's number of the line, such as `001`.

    Answers do not repeat it.
    """

    ingram_part_number: str | None = None
    """Ingram Micro's SKU; one of the published ones is longer than six characters and has a dash."""

    quantity: str | None = None
    """Units to ship, a whole number as text."""

    warehouse_id: str | None = None
    """Number of the warehouse to ship from; absent to leave the choice to Ingram Micro."""

    carrier_code: str | None = None
    """Code of the carrier to use; empty or absent to get all of them."""
