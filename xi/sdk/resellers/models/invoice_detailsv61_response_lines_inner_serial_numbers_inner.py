"""The model `InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel


class InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner(ResponseModel):
    """DRAFT 732.

    InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner.

    Args:
        serial_number (str): DRAFT 733. serial Number of InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"serial_number"})

    serial_number: str | None = None
    """DRAFT 733.

    serial Number of InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner.
    """
