"""The model `OrderCreateRequestLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Number, WholeNumber
from xi.sdk.resellers.models.order_create_request_lines_inner_additional_attributes_inner import (
    OrderCreateRequestLinesInnerAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_create_request_lines_inner_end_user_info_inner import (
    OrderCreateRequestLinesInnerEndUserInfoInner,
)
from xi.sdk.resellers.models.order_create_request_lines_inner_warranty_info_inner import (
    OrderCreateRequestLinesInnerWarrantyInfoInner,
)


class OrderCreateRequestLinesInner(RequestModel):
    """One ordered product.

    A part number and a quantity are what the server needs. An example for a SAP country names the part by
    `customerPartNumber`, which is not declared and is passed on as an extra.

    Args:
        customer_line_number (str): The reseller's number for the line: digits from 1 to 884, three characters at most,
            unique in the order. Duplicates and non-numbers are not refused but renumbered.
        ingram_part_number (str): Ingram Micro's SKU, at most 18 characters, such as `DF4128`. An unknown one is
            rejected with code EN and the reason `SKU-NOTFOUND`.
        quantity (int): Number of units, a whole number. Whether all of them ship at once depends on stock,
            `acceptBackOrder` and `shipComplete`.
        special_bid_number (str): Special bid for this line, at most 36 characters; overrides the bid in the order
            header.
        notes (str): Comment on this one line, for people. Not to be confused with the `notes` of an answer line, which
            hold the product description.
        unit_price (int or float): Price per unit the reseller asks for. A request only: the server does not promise to
            grant it.
        end_user_price (int or float): Price per unit at which the reseller sells to the end user, passed on for
            information.
        additional_attributes (list of OrderCreateRequestLinesInnerAdditionalAttributesInner): Named settings for this
            line alone, such as the warehouse to ship from.
        warranty_info (list of OrderCreateRequestLinesInnerWarrantyInfoInner): Which warranty covers which hardware. In
            the published example the hardware line names its warranty line and the other way round.
        end_user_info (list of OrderCreateRequestLinesInnerEndUserInfoInner): End users of this line. A list here,
            whereas the order header takes a single object.
    """

    customer_line_number: Annotated[str | None, Field(max_length=3)] = None
    """The reseller's number for the line: digits from 1 to 884, three characters at most, unique in the order.

    Duplicates and non-numbers are not refused but renumbered.
    """

    ingram_part_number: Annotated[str | None, Field(max_length=18)] = None
    """Ingram Micro's SKU, at most 18 characters, such as `DF4128`.

    An unknown one is rejected with code EN and the reason `SKU-NOTFOUND`.
    """

    quantity: WholeNumber | None = None
    """Number of units, a whole number.

    Whether all of them ship at once depends on stock, `acceptBackOrder` and `shipComplete`.
    """

    special_bid_number: Annotated[str | None, Field(max_length=36)] = None
    """Special bid for this line, at most 36 characters; overrides the bid in the order header."""

    notes: str | None = None
    """Comment on this one line, for people.

    Not to be confused with the `notes` of an answer line, which hold the product description.
    """

    unit_price: Number | None = None
    """Price per unit the reseller asks for.

    A request only: the server does not promise to grant it.
    """

    end_user_price: Number | None = None
    """Price per unit at which the reseller sells to the end user, passed on for information."""

    additional_attributes: list[OrderCreateRequestLinesInnerAdditionalAttributesInner] | None = None
    """Named settings for this line alone, such as the warehouse to ship from."""

    warranty_info: list[OrderCreateRequestLinesInnerWarrantyInfoInner] | None = None
    """Which warranty covers which hardware.

    In the published example the hardware line names its warranty line and the other way round.
    """

    end_user_info: list[OrderCreateRequestLinesInnerEndUserInfoInner] | None = None
    """End users of this line.

    A list here, whereas the order header takes a single object.
    """
