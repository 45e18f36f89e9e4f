"""The model `AvailabilityAsyncNotificationRequestResourceInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.availability_async_notification_request_resource_inner_links_inner import (
    AvailabilityAsyncNotificationRequestResourceInnerLinksInner,
)


class AvailabilityAsyncNotificationRequestResourceInner(ResponseModel):
    """The stock of one product.

    Figures are absolute, over all warehouses, and there is no price.

    Args:
        event_type (str): What changed: `IM::STOCK_UPDATE`, in lower case in older examples.
        ingram_part_number (str): Ingram Micro's SKU, as text with its leading zeros. Only SKUs that the account may buy
            are sent.
        vendor_part_number (str): The maker's own number of the product that changed.
        vendor_name (str): Name of the maker, mostly in capitals.
        upc_code (str): Bar code as text, with its leading zeros.
        sku_status (str): Status of the SKU; null in the published example, its values are not documented.
        back_order_flag (str): `Y` where the product may be ordered beyond its stock.
        total_availability (str): Units in all warehouses, a whole number as text. It is the new total, not a
            difference.
        links (list of AvailabilityAsyncNotificationRequestResourceInnerLinksInner): Links of the product. They point at
            a version 5 path: ignore them.
    """

    event_type: str | None = None
    """What changed: `IM::STOCK_UPDATE`, in lower case in older examples."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU, as text with its leading zeros.

    Only SKUs that the account may buy are sent.
    """

    vendor_part_number: str | None = None
    """The maker's own number of the product that changed."""

    vendor_name: str | None = None
    """Name of the maker, mostly in capitals."""

    upc_code: str | None = None
    """Bar code as text, with its leading zeros."""

    sku_status: str | None = None
    """Status of the SKU; null in the published example, its values are not documented."""

    back_order_flag: str | None = None
    """`Y` where the product may be ordered beyond its stock."""

    total_availability: str | None = None
    """Units in all warehouses, a whole number as text.

    It is the new total, not a difference.
    """

    links: list[AvailabilityAsyncNotificationRequestResourceInnerLinksInner] | None = None
    """Links of the product.

    They point at a version 5 path: ignore them.
    """
