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
    """DRAFT 1232.

    OrderCreateV7RequestLinesInner.

    Args:
        customer_line_number (str): DRAFT 1233. customer Line Number of OrderCreateV7RequestLinesInner.
        ingram_part_number (str): DRAFT 1234. ingram Part Number of OrderCreateV7RequestLinesInner.
        vendor_part_number (str): DRAFT 1235. vendor Part Number of OrderCreateV7RequestLinesInner.
        quantity (int): DRAFT 1236. quantity of OrderCreateV7RequestLinesInner.
        unit_price (int or float): DRAFT 1237. unit Price of OrderCreateV7RequestLinesInner.
        special_bid_number (str): DRAFT 1238. special Bid Number of OrderCreateV7RequestLinesInner.
        end_user_price (int or float): DRAFT 1239. end User Price of OrderCreateV7RequestLinesInner.
        notes (str): DRAFT 1240. notes of OrderCreateV7RequestLinesInner.
        end_user_info (list of OrderCreateV7RequestLinesInnerEndUserInfoInner): DRAFT 1241. end User Info of
            OrderCreateV7RequestLinesInner.
        additional_attributes (list of OrderCreateV7RequestLinesInnerAdditionalAttributesInner): DRAFT 1242. additional
            Attributes of OrderCreateV7RequestLinesInner.
        vmf_additional_attributes_lines (list of OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner): DRAFT
            1243. vmf Additional Attributes Lines of OrderCreateV7RequestLinesInner.
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
    """DRAFT 1233.

    customer Line Number of OrderCreateV7RequestLinesInner.
    """

    ingram_part_number: Annotated[str | None, Field(max_length=18)] = None
    """DRAFT 1234.

    ingram Part Number of OrderCreateV7RequestLinesInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 1235.

    vendor Part Number of OrderCreateV7RequestLinesInner.
    """

    quantity: WholeNumber | None = None
    """DRAFT 1236.

    quantity of OrderCreateV7RequestLinesInner.
    """

    unit_price: Number | None = None
    """DRAFT 1237.

    unit Price of OrderCreateV7RequestLinesInner.
    """

    special_bid_number: Annotated[str | None, Field(max_length=36)] = None
    """DRAFT 1238.

    special Bid Number of OrderCreateV7RequestLinesInner.
    """

    end_user_price: Number | None = None
    """DRAFT 1239.

    end User Price of OrderCreateV7RequestLinesInner.
    """

    notes: str | None = None
    """DRAFT 1240.

    notes of OrderCreateV7RequestLinesInner.
    """

    end_user_info: list[OrderCreateV7RequestLinesInnerEndUserInfoInner] | None = None
    """DRAFT 1241.

    end User Info of OrderCreateV7RequestLinesInner.
    """

    additional_attributes: list[OrderCreateV7RequestLinesInnerAdditionalAttributesInner] | None = None
    """DRAFT 1242.

    additional Attributes of OrderCreateV7RequestLinesInner.
    """

    vmf_additional_attributes_lines: list[OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner] | None = None
    """DRAFT 1243.

    vmf Additional Attributes Lines of OrderCreateV7RequestLinesInner.
    """
