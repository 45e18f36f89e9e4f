"""The model `AsyncOrderCreateDTO`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import Request, Respelled
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


class AsyncOrderCreateDTO(Respelled, Request):
    """An order for asynchronous creation, or a quote to be turned into one.

    With a quote number the quote's own lines are used.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {"bill_to_address_id", "customer_order_number", "end_customer_order_number", "quote_number"}
    )
    _spellings: ClassVar[Mapping[str, str]] = {"vmfAdditionalAttributes": "vmfadditionalAttributes"}

    quote_number: Annotated[str | None, Field(max_length=35)] = None
    """Quote to be ordered, such as `QUO-14551943-D2Y9L9`, at most 35 characters.

    Its details override whatever else is sent, line numbers included.
    """

    customer_order_number: Annotated[str | None, Field(max_length=35)] = None
    """The reseller's PO number.

    The result can only be matched by it, so make it unique; 35 characters published, 18 kept by newer versions.
    """

    end_customer_order_number: Annotated[str | None, Field(max_length=35)] = None
    """PO number of the reseller's customer, at most 35 characters."""

    notes: str | None = None
    """Remarks on the order as a whole."""

    bill_to_address_id: str | None = None
    """Billing address of the account to invoice; null leaves it to the default."""

    special_bid_number: str | None = None
    """Vendor's special price for every line of the order."""

    internal_comments: str | None = None
    """Remarks that stay with Ingram Micro's sales and are printed nowhere."""

    accept_back_order: bool | None = None
    """Whether lines without stock may wait.

    v7 wants a real boolean.
    """

    vend_auth_number: str | None = None
    """Vendor's authorisation number; sits at the top level here, unlike in v6."""

    reseller_info: AsyncOrderCreateDTOResellerInfo | None = None
    """The reseller as it should stand on documents."""

    end_user_info: AsyncOrderCreateDTOEndUserInfo | None = None
    """Who will use the goods; leave it out rather than empty."""

    ship_to_info: AsyncOrderCreateDTOShipToInfo | None = None
    """Address of delivery; the account's default when left out."""

    shipment_details: AsyncOrderCreateDTOShipmentDetails | None = None
    """Carrier, date and completeness of the shipment."""

    additional_attributes: list[AsyncOrderCreateDTOAdditionalAttributesInner] | None = None
    """Switches for the order as name and value."""

    vmfadditional_attributes: list[AsyncOrderCreateDTOVmfadditionalAttributesInner] | None = None
    """Data the vendor demands with the order, as name and value."""

    lines: list[AsyncOrderCreateDTOLinesInner] | None = None
    """What is ordered; ignored when a quote number is given."""

    warranty_info: list[AsyncOrderCreateDTOWarrantyInfoInner] | None = None
    """Links warranties to hardware.

    It stands at the top level here; the newer spec moves it below the lines.
    """
