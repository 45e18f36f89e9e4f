"""The model `InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel


class InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner(ResponseModel):
    """One unit, by its serial number.

    Args:
        serial_number (str): Serial number of one unit; null for a unit without one.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"serial_number"})

    serial_number: str | None = None
    """Serial number of one unit; null for a unit without one."""
