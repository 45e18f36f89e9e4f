"""The model `AsyncOrderCreateDTOLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.async_order_create_dto_lines_inner_end_user_info_inner import (
    AsyncOrderCreateDTOLinesInnerEndUserInfoInner,
)


class AsyncOrderCreateDTOLinesInner(RequestModel):
    """One product of a v7 order.

    Numbers are declared as text here, whereas the newer spec of 2025-11 uses integers and decimals.

    Args:
        customer_line_number (str): The reseller's number for the line, digits as text; v6 wants 1 to 884, without
            duplicates.
        ingram_part_number (str): Ingram Micro's SKU of the product, such as `YN6231`; v6 allows 18 characters.
        quantity (str): Units wanted, as a whole number written as text (`"2"`). The newer spec of 2025-11 wants an
            integer.
        unit_price (str): Price per unit that is asked for, a decimal written as text; not guaranteed. A number in the
            newer spec of 2025-11.
        special_bid_number (str): Special bid for this line only, preferred to the one in the header.
        end_user_price (str): Price per unit charged to the end user, a decimal written as text.
        notes (str): Comment on this line of the v7 order.
        end_user_info (list of AsyncOrderCreateDTOLinesInnerEndUserInfoInner): End users of this line, a list even for
            one; the header takes a single object.
    """

    customer_line_number: str | None = None
    """The reseller's number for the line, digits as text; v6 wants 1 to 884, without duplicates."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU of the product, such as `YN6231`; v6 allows 18 characters."""

    quantity: str | None = None
    """Units wanted, as a whole number written as text (`"2"`).

    The newer spec of 2025-11 wants an integer.
    """

    unit_price: str | None = None
    """Price per unit that is asked for, a decimal written as text; not guaranteed.

    A number in the newer spec of 2025-11.
    """

    special_bid_number: str | None = None
    """Special bid for this line only, preferred to the one in the header."""

    end_user_price: str | None = None
    """Price per unit charged to the end user, a decimal written as text."""

    notes: str | None = None
    """Comment on this line of the v7 order."""

    end_user_info: list[AsyncOrderCreateDTOLinesInnerEndUserInfoInner] | None = None
    """End users of this line, a list even for one; the header takes a single object."""
