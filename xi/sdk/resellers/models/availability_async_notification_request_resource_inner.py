"""The model `AvailabilityAsyncNotificationRequestResourceInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.availability_async_notification_request_resource_inner_links_inner import (
    AvailabilityAsyncNotificationRequestResourceInnerLinksInner,
)


class AvailabilityAsyncNotificationRequestResourceInner(RequestModel):
    """DRAFT 428.

    AvailabilityAsyncNotificationRequestResourceInner.

    Args:
        event_type (str): DRAFT 429. event Type of AvailabilityAsyncNotificationRequestResourceInner.
        ingram_part_number (str): DRAFT 430. ingram Part Number of AvailabilityAsyncNotificationRequestResourceInner.
        vendor_part_number (str): DRAFT 431. vendor Part Number of AvailabilityAsyncNotificationRequestResourceInner.
        vendor_name (str): DRAFT 432. vendor Name of AvailabilityAsyncNotificationRequestResourceInner.
        upc_code (str): DRAFT 433. upc Code of AvailabilityAsyncNotificationRequestResourceInner.
        sku_status (str): DRAFT 434. sku Status of AvailabilityAsyncNotificationRequestResourceInner.
        back_order_flag (str): DRAFT 435. back Order Flag of AvailabilityAsyncNotificationRequestResourceInner.
        total_availability (str): DRAFT 436. total Availability of AvailabilityAsyncNotificationRequestResourceInner.
        links (list of AvailabilityAsyncNotificationRequestResourceInnerLinksInner): DRAFT 437. links of
            AvailabilityAsyncNotificationRequestResourceInner.
    """

    event_type: str | None = None
    """DRAFT 429.

    event Type of AvailabilityAsyncNotificationRequestResourceInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 430.

    ingram Part Number of AvailabilityAsyncNotificationRequestResourceInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 431.

    vendor Part Number of AvailabilityAsyncNotificationRequestResourceInner.
    """

    vendor_name: str | None = None
    """DRAFT 432.

    vendor Name of AvailabilityAsyncNotificationRequestResourceInner.
    """

    upc_code: str | None = None
    """DRAFT 433.

    upc Code of AvailabilityAsyncNotificationRequestResourceInner.
    """

    sku_status: str | None = None
    """DRAFT 434.

    sku Status of AvailabilityAsyncNotificationRequestResourceInner.
    """

    back_order_flag: str | None = None
    """DRAFT 435.

    back Order Flag of AvailabilityAsyncNotificationRequestResourceInner.
    """

    total_availability: str | None = None
    """DRAFT 436.

    total Availability of AvailabilityAsyncNotificationRequestResourceInner.
    """

    links: list[AvailabilityAsyncNotificationRequestResourceInnerLinksInner] | None = None
    """DRAFT 437.

    links of AvailabilityAsyncNotificationRequestResourceInner.
    """
