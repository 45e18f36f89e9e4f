"""The model `AsyncOrderCreateDTO`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Flag
from xi.sdk.resellers.models.async_order_create_dto_additional_attributes_inner import (
    AsyncOrderCreateDTOAdditionalAttributesInner,
)
from xi.sdk.resellers.models.async_order_create_dto_end_user_info import AsyncOrderCreateDTOEndUserInfo
from xi.sdk.resellers.models.async_order_create_dto_lines_inner import AsyncOrderCreateDTOLinesInner
from xi.sdk.resellers.models.async_order_create_dto_reseller_info import AsyncOrderCreateDTOResellerInfo
from xi.sdk.resellers.models.async_order_create_dto_ship_to_info import AsyncOrderCreateDTOShipToInfo
from xi.sdk.resellers.models.async_order_create_dto_shipment_details import AsyncOrderCreateDTOShipmentDetails
from xi.sdk.resellers.models.async_order_create_dto_vmfadditional_attributes_inner import (
    AsyncOrderCreateDTOVmfadditionalAttributesInner,
)
from xi.sdk.resellers.models.async_order_create_dto_warranty_info_inner import AsyncOrderCreateDTOWarrantyInfoInner


class AsyncOrderCreateDTO(RequestModel):
    """A purchase order, or the order for a quote, for the asynchronous v7 create.

    The published example also sends `enduserOrderNumber`, which is not declared and is passed on as an extra.

    Args:
        quote_number (str): Quote to turn into an order, such as `QUO-14551943-D2Y9L9`; at most 35 characters. The quote
            then decides everything, line numbers included, and `lines` is ignored.
        customer_order_number (str): The reseller's PO number, at most 35 characters here; the newer spec of 2025-11
            allows only 18. It is the only key that matches the webhook result to its create.
        end_customer_order_number (str): PO number of the end customer, at most 35 characters; null or absent when there
            is none.
        notes (str): Comment on the v7 order as a whole; `enableCommentsAsLines` turns it into comment lines.
        bill_to_address_id (str): Identifier of the bill-to address to invoice; null or absent leaves the account's
            default.
        special_bid_number (str): Special bid for all lines of the order; a line may name its own instead.
        internal_comments (str): Comments apart from `notes`. Who reads them is not documented; v6 has no such field.
        accept_back_order (bool): Whether lines without stock may be backordered. v7 wants a real JSON boolean here, not
            a quoted one.
        vend_auth_number (str): Vendor's authorisation number, needed for warranty orders of some vendors. v6 keeps it
            under `vmf`.
        reseller_info (AsyncOrderCreateDTOResellerInfo): Address and contact of the reseller on the v7 order, without
            length limits in the schema.
        end_user_info (AsyncOrderCreateDTOEndUserInfo): Who will use the goods. Leave it out when unknown; empty values
            invite a validation error.
        ship_to_info (AsyncOrderCreateDTOShipToInfo): Where the goods of the v7 order go, by id of an address on file or
            written out.
        shipment_details (AsyncOrderCreateDTOShipmentDetails): Carrier and delivery wishes for the v7 order as a whole.
        additional_attributes (list of AsyncOrderCreateDTOAdditionalAttributesInner): Named settings:
            `allowDuplicateCustomerOrderNumber`, `enableCommentsAsLines` and vendor ones such as `VEND_AUTH_NBR_FLG`.
            The newer spec of 2025-11 adds partial-order, hold, DPAS, DEP and government names.
        vmfadditional_attributes (list of AsyncOrderCreateDTOVmfadditionalAttributesInner): Vendor-mandated named values
            for the whole order.
        lines (list of AsyncOrderCreateDTOLinesInner): Products to order. Ignored when `quoteNumber` is given. The
            published example also sends `vmfAdditionalAttributesLines` inside a line, passed on as an extra.
        warranty_info (list of AsyncOrderCreateDTOWarrantyInfoInner): Links between warranty and hardware lines. At the
            top level here; the newer spec of 2025-11 moves it into the lines.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {"bill_to_address_id", "customer_order_number", "end_customer_order_number", "quote_number"}
    )
    _spellings: ClassVar[Mapping[str, str]] = {"vmfAdditionalAttributes": "vmfadditionalAttributes"}

    quote_number: Annotated[str | None, Field(max_length=35)] = None
    """Quote to turn into an order, such as `QUO-14551943-D2Y9L9`; at most 35 characters.

    The quote then decides everything, line numbers included, and `lines` is ignored.
    """

    customer_order_number: Annotated[str | None, Field(max_length=35)] = None
    """The reseller's PO number, at most 35 characters here; the newer spec of 2025-11 allows only 18.

    It is the only key that matches the webhook result to its create.
    """

    end_customer_order_number: Annotated[str | None, Field(max_length=35)] = None
    """PO number of the end customer, at most 35 characters; null or absent when there is none."""

    notes: str | None = None
    """Comment on the v7 order as a whole; `enableCommentsAsLines` turns it into comment lines."""

    bill_to_address_id: str | None = None
    """Identifier of the bill-to address to invoice; null or absent leaves the account's default."""

    special_bid_number: str | None = None
    """Special bid for all lines of the order; a line may name its own instead."""

    internal_comments: str | None = None
    """Comments apart from `notes`.

    Who reads them is not documented; v6 has no such field.
    """

    accept_back_order: Flag | None = None
    """Whether lines without stock may be backordered.

    v7 wants a real JSON boolean here, not a quoted one.
    """

    vend_auth_number: str | None = None
    """Vendor's authorisation number, needed for warranty orders of some vendors.

    v6 keeps it under `vmf`.
    """

    reseller_info: AsyncOrderCreateDTOResellerInfo | None = None
    """Address and contact of the reseller on the v7 order, without length limits in the schema."""

    end_user_info: AsyncOrderCreateDTOEndUserInfo | None = None
    """Who will use the goods.

    Leave it out when unknown; empty values invite a validation error.
    """

    ship_to_info: AsyncOrderCreateDTOShipToInfo | None = None
    """Where the goods of the v7 order go, by id of an address on file or written out."""

    shipment_details: AsyncOrderCreateDTOShipmentDetails | None = None
    """Carrier and delivery wishes for the v7 order as a whole."""

    additional_attributes: list[AsyncOrderCreateDTOAdditionalAttributesInner] | None = None
    """Named settings: `allowDuplicateCustomerOrderNumber`, `enableCommentsAsLines` and vendor ones such as
    `VEND_AUTH_NBR_FLG`.

    The newer spec of 2025-11 adds partial-order, hold, DPAS, DEP and government names.
    """

    vmfadditional_attributes: list[AsyncOrderCreateDTOVmfadditionalAttributesInner] | None = None
    """Vendor-mandated named values for the whole order."""

    lines: list[AsyncOrderCreateDTOLinesInner] | None = None
    """Products to order.

    Ignored when `quoteNumber` is given. The published example also sends `vmfAdditionalAttributesLines` inside a line,
    passed on as an extra.
    """

    warranty_info: list[AsyncOrderCreateDTOWarrantyInfoInner] | None = None
    """Links between warranty and hardware lines.

    At the top level here; the newer spec of 2025-11 moves it into the lines.
    """
