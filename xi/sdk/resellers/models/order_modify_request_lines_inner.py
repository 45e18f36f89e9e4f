"""The model `OrderModifyRequestLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import WholeNumber
from xi.sdk.resellers.models._words import OneOf


class OrderModifyRequestLinesInner(RequestModel):
    """One change to one line of a held order.

    A comment line is edited or removed in the same way, but without a part number.

    Args:
        ingram_part_number (str): SKU to add, or the SKU of the line being changed; at most 18 characters. Left out for
            a comment line. Unknown ones are rejected with code EN.
        ingram_line_number (str): Ingram Micro's number of the line to change or delete, at most 6 characters, as given
            in the order. Code EL if there is no such line; not used with ADD.
        customer_line_number (str): The reseller's number for a line to be added, at most 6 characters. It may be blank
            and then comes back as `000`.
        add_update_delete_line (str): What to do with the line: `ADD`, `UPDATE` or `DELETE`. ADD goes with
            `customerLineNumber`, the other two with `ingramLineNumber`.
        quantity (int): New number of units, for ADD and UPDATE; published DELETE examples send it as well. A blank or
            zero is rejected with code EQ, `ERROR-INVALID-QTY`.
        notes (str): Text of the line comment, at most 132 characters. With UPDATE it replaces the old text; a published
            example removes a line's comment by an UPDATE without it.
    """

    ingram_part_number: Annotated[str | None, Field(max_length=18)] = None
    """SKU to add, or the SKU of the line being changed; at most 18 characters.

    Left out for a comment line. Unknown ones are rejected with code EN.
    """

    ingram_line_number: Annotated[str | None, Field(max_length=6)] = None
    """Ingram Micro's number of the line to change or delete, at most 6 characters, as given in the order.

    Code EL if there is no such line; not used with ADD.
    """

    customer_line_number: Annotated[str | None, Field(max_length=6)] = None
    """The reseller's number for a line to be added, at most 6 characters.

    It may be blank and then comes back as `000`.
    """

    add_update_delete_line: Annotated[str, OneOf("UPDATE", "DELETE", "ADD")] | None = None
    """What to do with the line: `ADD`, `UPDATE` or `DELETE`.

    ADD goes with `customerLineNumber`, the other two with `ingramLineNumber`.
    """

    quantity: WholeNumber | None = None
    """New number of units, for ADD and UPDATE; published DELETE examples send it as well.

    A blank or zero is rejected with code EQ, `ERROR-INVALID-QTY`.
    """

    notes: Annotated[str | None, Field(max_length=132)] = None
    """Text of the line comment, at most 132 characters.

    With UPDATE it replaces the old text; a published example removes a line's comment by an UPDATE without it.
    """
