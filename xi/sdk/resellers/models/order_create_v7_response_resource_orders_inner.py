"""The model `OrderCreateV7ResponseResourceOrdersInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_create_response_orders_inner_links_inner import (
    OrderCreateResponseOrdersInnerLinksInner,
)
from xi.sdk.resellers.models.order_create_v7_response_resource_orders_inner_lines_inner import (
    OrderCreateV7ResponseResourceOrdersInnerLinesInner,
)


class OrderCreateV7ResponseResourceOrdersInner(ResponseModel):
    """DRAFT 1291.

    OrderCreateV7ResponseResourceOrdersInner.

    Args:
        number_of_lines_with_success (int): DRAFT 1292. number Of Lines With Success of
            OrderCreateV7ResponseResourceOrdersInner.
        number_of_lines_with_error (int): DRAFT 1293. number Of Lines With Error of
            OrderCreateV7ResponseResourceOrdersInner.
        number_of_lines_with_warning (int): DRAFT 1294. number Of Lines With Warning of
            OrderCreateV7ResponseResourceOrdersInner.
        ingram_order_number (str): DRAFT 1295. ingram Order Number of OrderCreateV7ResponseResourceOrdersInner.
        ingram_order_date (str): DRAFT 1296. ingram Order Date of OrderCreateV7ResponseResourceOrdersInner.
        notes (str): DRAFT 1297. notes of OrderCreateV7ResponseResourceOrdersInner.
        order_type (str): DRAFT 1298. order Type of OrderCreateV7ResponseResourceOrdersInner.
        order_total (int or float): DRAFT 1299. order Total of OrderCreateV7ResponseResourceOrdersInner.
        freight_charges (int or float): DRAFT 1300. freight Charges of OrderCreateV7ResponseResourceOrdersInner.
        total_tax (int or float): DRAFT 1301. total Tax of OrderCreateV7ResponseResourceOrdersInner.
        currency_code (str): DRAFT 1302. currency Code of OrderCreateV7ResponseResourceOrdersInner.
        lines (list of OrderCreateV7ResponseResourceOrdersInnerLinesInner): DRAFT 1303. lines of
            OrderCreateV7ResponseResourceOrdersInner.
        links (list of OrderCreateResponseOrdersInnerLinksInner): DRAFT 1304. links of
            OrderCreateV7ResponseResourceOrdersInner.
    """

    number_of_lines_with_success: int | None = None
    """DRAFT 1292.

    number Of Lines With Success of OrderCreateV7ResponseResourceOrdersInner.
    """

    number_of_lines_with_error: int | None = None
    """DRAFT 1293.

    number Of Lines With Error of OrderCreateV7ResponseResourceOrdersInner.
    """

    number_of_lines_with_warning: int | None = None
    """DRAFT 1294.

    number Of Lines With Warning of OrderCreateV7ResponseResourceOrdersInner.
    """

    ingram_order_number: str | None = None
    """DRAFT 1295.

    ingram Order Number of OrderCreateV7ResponseResourceOrdersInner.
    """

    ingram_order_date: str | None = None
    """DRAFT 1296.

    ingram Order Date of OrderCreateV7ResponseResourceOrdersInner.
    """

    notes: str | None = None
    """DRAFT 1297.

    notes of OrderCreateV7ResponseResourceOrdersInner.
    """

    order_type: str | None = None
    """DRAFT 1298.

    order Type of OrderCreateV7ResponseResourceOrdersInner.
    """

    order_total: IntOrFloat | None = None
    """DRAFT 1299.

    order Total of OrderCreateV7ResponseResourceOrdersInner.
    """

    freight_charges: IntOrFloat | None = None
    """DRAFT 1300.

    freight Charges of OrderCreateV7ResponseResourceOrdersInner.
    """

    total_tax: IntOrFloat | None = None
    """DRAFT 1301.

    total Tax of OrderCreateV7ResponseResourceOrdersInner.
    """

    currency_code: str | None = None
    """DRAFT 1302.

    currency Code of OrderCreateV7ResponseResourceOrdersInner.
    """

    lines: list[OrderCreateV7ResponseResourceOrdersInnerLinesInner] | None = None
    """DRAFT 1303.

    lines of OrderCreateV7ResponseResourceOrdersInner.
    """

    links: list[OrderCreateResponseOrdersInnerLinksInner] | None = None
    """DRAFT 1304.

    links of OrderCreateV7ResponseResourceOrdersInner.
    """
