"""The model `PriceAndAvailabilityResponseInnerServiceFeesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerServiceFeesInner(ResponseModel):
    """One charge on top of the price of a product.

    Args:
        condition_type (str): Code for the kind of charge, in values that are not documented.
        description (str): Words for the charge, as they may stand on an invoice.
        amount (int or float): Amount of the charge, in its own `currencyCode`.
        end_date (str): Last day on which the charge is made, yyyy-MM-dd in the published example.
        currency_code (str): Currency of the charge, three letters; the price names its own.
    """

    condition_type: str | None = None
    """Code for the kind of charge, in values that are not documented."""

    description: str | None = None
    """Words for the charge, as they may stand on an invoice."""

    amount: IntOrFloat | None = None
    """Amount of the charge, in its own `currencyCode`."""

    end_date: str | None = None
    """Last day on which the charge is made, yyyy-MM-dd in the published example."""

    currency_code: str | None = None
    """Currency of the charge, three letters; the price names its own."""
