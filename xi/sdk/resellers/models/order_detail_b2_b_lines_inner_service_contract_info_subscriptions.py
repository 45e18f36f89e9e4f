"""The model `OrderDetailB2BLinesInnerServiceContractInfoSubscriptions`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderDetailB2BLinesInnerServiceContractInfoSubscriptions(ResponseModel):
    """A subscription.

    Args:
        subscription_id (str): Number of the subscription with the vendor.
        subscription_term (str): Length of the first term.
        renewal_term (str): Length of each term after it.
        billing_model (str): How it is billed, such as monthly in advance.
        subcription_start_date (str): First day; the key lacks an `s`, on the wire too.
        subcription_end_date (str): Last day of the current term; misspelt like the start.
    """

    subscription_id: str | None = None
    """Number of the subscription with the vendor."""

    subscription_term: str | None = None
    """Length of the first term."""

    renewal_term: str | None = None
    """Length of each term after it."""

    billing_model: str | None = None
    """How it is billed, such as monthly in advance."""

    subcription_start_date: str | None = None
    """First day; the key lacks an `s`, on the wire too."""

    subcription_end_date: str | None = None
    """Last day of the current term; misspelt like the start."""
