"""The model `RenewalsDetailsResponseReferenceNumber`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class RenewalsDetailsResponseReferenceNumber(ResponseModel):
    """Notification and quote that belong to a renewal.

    Args:
        notification_id (str): Number of the message by which Ingram Micro announced the renewal; empty if none was
            sent.
        quote_number (str): Quote for the renewal, the key for reading the quote and for ordering it; empty while there
            is none.
    """

    notification_id: str | None = None
    """Number of the message by which Ingram Micro announced the renewal; empty if none was sent."""

    quote_number: str | None = None
    """Quote for the renewal, the key for reading the quote and for ordering it; empty while there is none."""
