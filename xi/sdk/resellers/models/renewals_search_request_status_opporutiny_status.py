"""The model `RenewalsSearchRequestStatusOpporutinyStatus`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class RenewalsSearchRequestStatusOpporutinyStatus(RequestModel):
    """State of a renewal opportunity: open or closed, and a finer state within it.

    Args:
        value (str): `Open` or `Closed`; decides which finer states make sense.
        sub_status (str): Finer state, as a search result shows it in `status`. While open: `Ready to order`, `Quote
            pending`, `Notification sent`, `Future` or `Quote requested`. When closed: `All`, `Ordered`, `Expired`,
            `Void`, `Cancelled`, `Consolidated`, `Renewal went direct` and others.
    """

    value: str | None = None
    """`Open` or `Closed`; decides which finer states make sense."""

    sub_status: str | None = None
    """Finer state, as a search result shows it in `status`.

    While open: `Ready to order`, `Quote pending`, `Notification sent`, `Future` or `Quote requested`. When closed:
    `All`, `Ordered`, `Expired`, `Void`, `Cancelled`, `Consolidated`, `Renewal went direct` and others.
    """
