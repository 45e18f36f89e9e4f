"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderStatusAsyncNotificationRequestResourceInnerLinksInner(ResponseModel):
    """A pointer from an event to something that can be read with another call.

    Args:
        topic (str): What the pointer leads to, for example `orders`.
        href (str): Address relative to the API host, such as `/resellers/v5/orders/20-RD128`; the version may lag
            behind the one in use.
        type (str): HTTP method to use with the address, `GET` in the published example.
    """

    topic: str | None = None
    """What the pointer leads to, for example `orders`."""

    href: str | None = None
    """Address relative to the API host, such as `/resellers/v5/orders/20-RD128`; the version may lag behind the one in
    use.
    """

    type: str | None = None
    """HTTP method to use with the address, `GET` in the published example."""
