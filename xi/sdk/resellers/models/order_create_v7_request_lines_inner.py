"""The model `OrderCreateV7RequestLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Number, WholeNumber
from xi.sdk.resellers.models.order_create_v7_request_lines_inner_additional_attributes_inner import (
    OrderCreateV7RequestLinesInnerAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_create_v7_request_lines_inner_end_user_info_inner import (
    OrderCreateV7RequestLinesInnerEndUserInfoInner,
)
from xi.sdk.resellers.models.order_create_v7_request_lines_inner_vmf_additional_attributes_lines_inner import (
    OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner,
)


class OrderCreateV7RequestLinesInner(RequestModel):
    """One product of a v7 order, with numbers as numbers.

    Args:
        customer_line_number (str): The reseller's number of the line, digits as text, at most 3; each only once.
        ingram_part_number (str): Ingram Micro's SKU, such as `YN6231`, at most 18 characters; give it or the
            manufacturer's number.
        vendor_part_number (str): Manufacturer's number of the product, for products without a SKU.
        quantity (int): Units wanted, a whole number; the other form of this body has text.
        unit_price (int or float): Price per unit that is asked for; the answer has the one that counts.
        special_bid_number (str): Special bid for this line only, at most 36 characters; preferred to that of the order.
        end_user_price (int or float): Price per unit that the end user pays.
        notes (str): Comment on this line of the order.
        end_user_info (list of OrderCreateV7RequestLinesInnerEndUserInfoInner): End users of this line, a list even for
            one; the order has a single object.
        additional_attributes (list of OrderCreateV7RequestLinesInnerAdditionalAttributesInner): Named settings for this
            line alone.
        vmf_additional_attributes_lines (list of OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner):
            Values that the vendor demands for this line. The older body has this list under warranties.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {
            "end_user_info",
            "end_user_price",
            "ingram_part_number",
            "notes",
            "special_bid_number",
            "unit_price",
            "vendor_part_number",
        }
    )

    customer_line_number: Annotated[str | None, Field(max_length=3)] = None
    """The reseller's number of the line, digits as text, at most 3; each only once."""

    ingram_part_number: Annotated[str | None, Field(max_length=18)] = None
    """Ingram Micro's SKU, such as `YN6231`, at most 18 characters; give it or the manufacturer's number."""

    vendor_part_number: str | None = None
    """Manufacturer's number of the product, for products without a SKU."""

    quantity: WholeNumber | None = None
    """Units wanted, a whole number; the other form of this body has text."""

    unit_price: Number | None = None
    """Price per unit that is asked for; the answer has the one that counts."""

    special_bid_number: Annotated[str | None, Field(max_length=36)] = None
    """Special bid for this line only, at most 36 characters; preferred to that of the order."""

    end_user_price: Number | None = None
    """Price per unit that the end user pays."""

    notes: str | None = None
    """Comment on this line of the order."""

    end_user_info: list[OrderCreateV7RequestLinesInnerEndUserInfoInner] | None = None
    """End users of this line, a list even for one; the order has a single object."""

    additional_attributes: list[OrderCreateV7RequestLinesInnerAdditionalAttributesInner] | None = None
    """Named settings for this line alone."""

    vmf_additional_attributes_lines: list[OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner] | None = None
    """Values that the vendor demands for this line.

    The older body has this list under warranties.
    """
