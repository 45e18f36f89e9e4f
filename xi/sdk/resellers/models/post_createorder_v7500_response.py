"""The model `PostCreateorderV7500Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Any

from xi.sdk.resellers.models._model import ResponseModel


class PostCreateorderV7500Response(ResponseModel):
    """Failure inside Ingram Micro while taking a v7 order.

    As with 400, the published example wraps the entry in `errors`, which the schema leaves out.

    Args:
        traceid (str): Support reference of the failed request. Keep it: this answer does not say whether the order was
            queued.
        type (str): Class of the failure, `/errors/system-errors` in the published example.
        message (str): General apology that points to the support team; it does not name the cause.
        fields (list of dict): Untyped entries without a documented layout; absent from the published example.
    """

    traceid: str | None = None
    """Support reference of the failed request.

    Keep it: this answer does not say whether the order was queued.
    """

    type: str | None = None
    """Class of the failure, `/errors/system-errors` in the published example."""

    message: str | None = None
    """General apology that points to the support team; it does not name the cause."""

    fields: list[dict[str, Any]] | None = None
    """Untyped entries without a documented layout; absent from the published example."""
