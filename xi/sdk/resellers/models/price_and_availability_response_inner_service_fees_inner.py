"""The model `PriceAndAvailabilityResponseInnerServiceFeesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerServiceFeesInner(ResponseModel):
    """DRAFT 301.

    PriceAndAvailabilityResponseInnerServiceFeesInner.

    Args:
        condition_type (str): DRAFT 302. condition Type of PriceAndAvailabilityResponseInnerServiceFeesInner.
        description (str): DRAFT 303. description of PriceAndAvailabilityResponseInnerServiceFeesInner.
        amount (int or float): DRAFT 304. amount of PriceAndAvailabilityResponseInnerServiceFeesInner.
        end_date (str): DRAFT 305. end Date of PriceAndAvailabilityResponseInnerServiceFeesInner.
        currency_code (str): DRAFT 306. currency Code of PriceAndAvailabilityResponseInnerServiceFeesInner.
    """

    condition_type: str | None = None
    """DRAFT 302.

    condition Type of PriceAndAvailabilityResponseInnerServiceFeesInner.
    """

    description: str | None = None
    """DRAFT 303.

    description of PriceAndAvailabilityResponseInnerServiceFeesInner.
    """

    amount: IntOrFloat | None = None
    """DRAFT 304.

    amount of PriceAndAvailabilityResponseInnerServiceFeesInner.
    """

    end_date: str | None = None
    """DRAFT 305.

    end Date of PriceAndAvailabilityResponseInnerServiceFeesInner.
    """

    currency_code: str | None = None
    """DRAFT 306.

    currency Code of PriceAndAvailabilityResponseInnerServiceFeesInner.
    """
