"""The model `RenewalsSearchResponseRenewalsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.renewals_search_response_renewals_inner_links_inner import (
    RenewalsSearchResponseRenewalsInnerLinksInner,
)


class RenewalsSearchResponseRenewalsInner(ResponseModel):
    """DRAFT 800.

    RenewalsSearchResponseRenewalsInner.

    Args:
        renewal_id (int): DRAFT 801. renewal Id of RenewalsSearchResponseRenewalsInner.
        customer_order_number (str): DRAFT 802. customer Order Number of RenewalsSearchResponseRenewalsInner.
        reference_number (str): DRAFT 803. reference Number of RenewalsSearchResponseRenewalsInner.
        end_user (str): DRAFT 804. end User of RenewalsSearchResponseRenewalsInner.
        vendor (str): DRAFT 805. vendor of RenewalsSearchResponseRenewalsInner.
        expiration_date (str): DRAFT 806. expiration Date of RenewalsSearchResponseRenewalsInner.
        renewal_value (int or float): DRAFT 807. renewal Value of RenewalsSearchResponseRenewalsInner.
        status (str): DRAFT 808. status of RenewalsSearchResponseRenewalsInner.
        links (list of RenewalsSearchResponseRenewalsInnerLinksInner): DRAFT 809. links of
            RenewalsSearchResponseRenewalsInner.
    """

    renewal_id: int | None = None
    """DRAFT 801.

    renewal Id of RenewalsSearchResponseRenewalsInner.
    """

    customer_order_number: str | None = None
    """DRAFT 802.

    customer Order Number of RenewalsSearchResponseRenewalsInner.
    """

    reference_number: str | None = None
    """DRAFT 803.

    reference Number of RenewalsSearchResponseRenewalsInner.
    """

    end_user: str | None = None
    """DRAFT 804.

    end User of RenewalsSearchResponseRenewalsInner.
    """

    vendor: str | None = None
    """DRAFT 805.

    vendor of RenewalsSearchResponseRenewalsInner.
    """

    expiration_date: str | None = None
    """DRAFT 806.

    expiration Date of RenewalsSearchResponseRenewalsInner.
    """

    renewal_value: IntOrFloat | None = None
    """DRAFT 807.

    renewal Value of RenewalsSearchResponseRenewalsInner.
    """

    status: str | None = None
    """DRAFT 808.

    status of RenewalsSearchResponseRenewalsInner.
    """

    links: list[RenewalsSearchResponseRenewalsInnerLinksInner] | None = None
    """DRAFT 809.

    links of RenewalsSearchResponseRenewalsInner.
    """
