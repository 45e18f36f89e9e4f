"""The model `PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner(ResponseModel):
    """DRAFT 295.

    PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.

    Args:
        condition_type (str): DRAFT 296. condition Type of
            PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.
        currency_code (str): DRAFT 297. currency Code of
            PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.
        currency_type (str): DRAFT 298. currency Type of
            PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.
        quantity (int): DRAFT 299. quantity of PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.
        amount (int or float): DRAFT 300. amount of
            PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.
    """

    condition_type: str | None = None
    """DRAFT 296.

    condition Type of PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.
    """

    currency_code: str | None = None
    """DRAFT 297.

    currency Code of PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.
    """

    currency_type: str | None = None
    """DRAFT 298.

    currency Type of PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.
    """

    quantity: int | None = None
    """DRAFT 299.

    quantity of PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.
    """

    amount: IntOrFloat | None = None
    """DRAFT 300.

    amount of PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner.
    """
