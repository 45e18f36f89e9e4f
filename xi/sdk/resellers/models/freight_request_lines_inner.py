"""The model `FreightRequestLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class FreightRequestLinesInner(RequestModel):
    """DRAFT 1022.

    FreightRequestLinesInner.

    Args:
        customer_line_number (str): DRAFT 1023. customer Line Number of FreightRequestLinesInner.
        ingram_part_number (str): DRAFT 1024. ingram Part Number of FreightRequestLinesInner.
        quantity (str): DRAFT 1025. quantity of FreightRequestLinesInner.
        warehouse_id (str): DRAFT 1026. warehouse Id of FreightRequestLinesInner.
        carrier_code (str): DRAFT 1027. carrier Code of FreightRequestLinesInner.
    """

    customer_line_number: str | None = None
    """DRAFT 1023.

    customer Line Number of FreightRequestLinesInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 1024.

    ingram Part Number of FreightRequestLinesInner.
    """

    quantity: str | None = None
    """DRAFT 1025.

    quantity of FreightRequestLinesInner.
    """

    warehouse_id: str | None = None
    """DRAFT 1026.

    warehouse Id of FreightRequestLinesInner.
    """

    carrier_code: str | None = None
    """DRAFT 1027.

    carrier Code of FreightRequestLinesInner.
    """
