"""The model `AsyncOrderCreateResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class AsyncOrderCreateResponse(ResponseModel):
    """Immediate receipt for a v7 order.

    It says that the request was taken, not that an order exists: there is no order number in it, and the outcome
    follows by webhook.

    Args:
        quote_number (str): Number of the quote being turned into an order; empty or null when no quote was named.
        confirmation_number (str): Receipt number, such as `US-I-T-` and twenty digits. No operation looks it up and the
            result event does not repeat it, so match the outcome by `customerOrderNumber`.
        message (str): Readable note that the request is being processed and that a webhook will follow; carries no
            data.
    """

    quote_number: str | None = None
    """Number of the quote being turned into an order; empty or null when no quote was named."""

    confirmation_number: str | None = None
    """Receipt number, such as `US-I-T-` and twenty digits.

    No operation looks it up and the result event does not repeat it, so match the outcome by `customerOrderNumber`.
    """

    message: str | None = None
    """Readable note that the request is being processed and that a webhook will follow; carries no data."""
