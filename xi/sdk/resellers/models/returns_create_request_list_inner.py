"""The model `ReturnsCreateRequestListInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Day, OneOrList, WholeNumber
from xi.sdk.resellers.models.returns_create_request_list_inner_ship_from_info_inner import (
    ReturnsCreateRequestListInnerShipFromInfoInner,
)


class ReturnsCreateRequestListInner(RequestModel):
    """One return: which units of which invoice line, why, and where they are.

    Give `ingramPartNumber` or `vendorPartNumber` as well, though neither is required by itself.

    Args:
        invoice_number (str): Invoice under which the goods were sold, such as `20-RB417-21`.
        invoice_date (date): Day of that invoice, yyyy-MM-dd.
        quantity (int): Units to return, a whole number. The published example sends it as text; here it is sent as a
            number, whichever was given.
        primary_reason (str): Reason as a whole sentence, such as `I have not received part or all of my order`. The
            accepted sentences are published nowhere; they are not the codes that a search shows.
        secondary_reason (str): Second sentence that narrows the first, such as `Received only partial shipment`.
        ship_from_info (ReturnsCreateRequestListInnerShipFromInfoInner or list of
            ReturnsCreateRequestListInnerShipFromInfoInner): Where the goods are fetched or sent from. The schema has a
            list, the published example one object; which of them the server takes is not known.
        number_of_boxes (int): Parcels to be sent, a whole number. The published example sends it as text.
        customer_order_number (str): The reseller's PO number of the purchase; may be left out.
        ingram_part_number (str): Ingram Micro's SKU of the goods, unless `vendorPartNumber` is given. Leading zeros
            count.
        vendor_part_number (str): The manufacturer's number of the goods, unless `ingramPartNumber` is given.
        serial_number (str): Serial number of the unit, for goods that have one.
        notes (str): Remarks for the people who decide about the return.
        reference_number (str): The reseller's own reference, by which the return can be found again. Not required, but
            without a distinct one nobody can tell whether an unanswered create has filed it.
        bill_to_address_id (str): Number of one of the account's billing addresses; the published example sends `000`.
    """

    invoice_number: str
    """Invoice under which the goods were sold, such as `20-RB417-21`."""

    invoice_date: Day
    """Day of that invoice, yyyy-MM-dd."""

    quantity: WholeNumber
    """Units to return, a whole number.

    The published example sends it as text; here it is sent as a number, whichever was given.
    """

    primary_reason: str
    """Reason as a whole sentence, such as `I have not received part or all of my order`.

    The accepted sentences are published nowhere; they are not the codes that a search shows.
    """

    secondary_reason: str
    """Second sentence that narrows the first, such as `Received only partial shipment`."""

    ship_from_info: OneOrList[
        ReturnsCreateRequestListInnerShipFromInfoInner, list[ReturnsCreateRequestListInnerShipFromInfoInner]
    ]
    """Where the goods are fetched or sent from.

    The schema has a list, the published example one object; which of them the server takes is not known.
    """

    number_of_boxes: WholeNumber
    """Parcels to be sent, a whole number.

    The published example sends it as text.
    """

    customer_order_number: str | None = None
    """The reseller's PO number of the purchase; may be left out."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU of the goods, unless `vendorPartNumber` is given.

    Leading zeros count.
    """

    vendor_part_number: str | None = None
    """The manufacturer's number of the goods, unless `ingramPartNumber` is given."""

    serial_number: str | None = None
    """Serial number of the unit, for goods that have one."""

    notes: str | None = None
    """Remarks for the people who decide about the return."""

    reference_number: str | None = None
    """The reseller's own reference, by which the return can be found again.

    Not required, but without a distinct one nobody can tell whether an unanswered create has filed it.
    """

    bill_to_address_id: str | None = None
    """Number of one of the account's billing addresses; the published example sends `000`."""
