"""The model `RenewalsDetailsResponseReferenceNumber`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class RenewalsDetailsResponseReferenceNumber(ResponseModel):
    """DRAFT 849.

    RenewalsDetailsResponseReferenceNumber.

    Args:
        notification_id (str): DRAFT 850. notification Id of RenewalsDetailsResponseReferenceNumber.
        quote_number (str): DRAFT 851. quote Number of RenewalsDetailsResponseReferenceNumber.
    """

    notification_id: str | None = None
    """DRAFT 850.

    notification Id of RenewalsDetailsResponseReferenceNumber.
    """

    quote_number: str | None = None
    """DRAFT 851.

    quote Number of RenewalsDetailsResponseReferenceNumber.
    """
