"""The model `OrderModifyRequestLinesInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request


class OrderModifyRequestLinesInner(Request):
    """One change to one line.

    A comment is changed or removed as a line without a part number.
    """

    ingram_part_number: Annotated[str | None, Field(max_length=18)] = None
    """SKU of the line; needed to add, and to update or delete goods."""

    ingram_line_number: Annotated[str | None, Field(max_length=6)] = None
    """Ingram Micro's number of the line to update or delete, such as `002`, from the details; not used to add."""

    customer_line_number: Annotated[str | None, Field(max_length=6)] = None
    """The reseller's number for an added line; may be blank, and then comes back as `000`."""

    add_update_delete_line: str | None = None
    """What to do: `ADD`, `UPDATE` or `DELETE`."""

    quantity: int | None = None
    """New number of units; 0 or none rejects the line with code `EQ`."""

    notes: Annotated[str | None, Field(max_length=132)] = None
    """Remarks on the line, at most 132 characters."""
