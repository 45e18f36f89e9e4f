"""The model `FreightRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import OneOrMany, WholeNumber
from xi.sdk.resellers.models.freight_request_lines_inner import FreightRequestLinesInner
from xi.sdk.resellers.models.freight_request_ship_to_address import FreightRequestShipToAddress
from xi.sdk.resellers.models.freight_request_ship_to_address_inner import FreightRequestShipToAddressInner


class FreightRequest(RequestModel):
    """What is to be shipped, and where to.

    All members are optional by schema; clients of the live API send both address numbers.

    Args:
        bill_to_address_id (str): Number of one of the account's billing addresses, given when the account was set up,
            such as `000`. One client reports it as mandatory.
        ship_to_address_id (str): Number of one of the account's shipping addresses, such as `200`. One client reports
            it as mandatory.
        ship_to_address (FreightRequestShipToAddress or list of FreightRequestShipToAddressInner): Address to ship to,
            written out. A list in the schema of version 1.1.0, one object in the published example and in version
            1.3.0.
        lines (list of FreightRequestLinesInner): The lines to ship. Lines that leave from different warehouses become
            different shipments.
    """

    bill_to_address_id: str | WholeNumber | None = None
    """Number of one of the account's billing addresses, given when the account was set up, such as `000`.

    One client reports it as mandatory.
    """

    ship_to_address_id: str | None = None
    """Number of one of the account's shipping addresses, such as `200`.

    One client reports it as mandatory.
    """

    ship_to_address: OneOrMany[FreightRequestShipToAddress, list[FreightRequestShipToAddressInner]] | None = None
    """Address to ship to, written out.

    A list in the schema of version 1.1.0, one object in the published example and in version 1.3.0.
    """

    lines: list[FreightRequestLinesInner] | None = None
    """The lines to ship.

    Lines that leave from different warehouses become different shipments.
    """
