"""The model `QuoteDetailsResponseAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteDetailsResponseAdditionalAttributesInner(ResponseModel):
    """One further fact on a quote.

    Args:
        attribute_name (str): Which fact it is: `estimateId` and `dealId` are Cisco's; `vendorName` and `vendorMessage`
            have to be shown with the quote.
        attribute_value (str): The fact itself, always text.
    """

    attribute_name: str | None = None
    """Which fact it is: `estimateId` and `dealId` are Cisco's; `vendorName` and `vendorMessage` have to be shown with
    the quote.
    """

    attribute_value: str | None = None
    """The fact itself, always text."""
