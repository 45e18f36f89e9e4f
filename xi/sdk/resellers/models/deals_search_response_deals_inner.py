"""The model `DealsSearchResponseDealsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.renewals_search_response_renewals_inner_links_inner import (
    RenewalsSearchResponseRenewalsInnerLinksInner,
)


class DealsSearchResponseDealsInner(ResponseModel):
    """DRAFT 874.

    DealsSearchResponseDealsInner.

    Args:
        deal_id (str): DRAFT 875. deal Id of DealsSearchResponseDealsInner.
        version (str): DRAFT 876. version of DealsSearchResponseDealsInner.
        end_user (str): DRAFT 877. end User of DealsSearchResponseDealsInner.
        vendor (str): DRAFT 878. vendor of DealsSearchResponseDealsInner.
        deal_expiry_date (str): DRAFT 879. deal Expiry Date of DealsSearchResponseDealsInner.
        links (RenewalsSearchResponseRenewalsInnerLinksInner): DRAFT 880. links of DealsSearchResponseDealsInner.
    """

    deal_id: str | None = None
    """DRAFT 875.

    deal Id of DealsSearchResponseDealsInner.
    """

    version: str | None = None
    """DRAFT 876.

    version of DealsSearchResponseDealsInner.
    """

    end_user: str | None = None
    """DRAFT 877.

    end User of DealsSearchResponseDealsInner.
    """

    vendor: str | None = None
    """DRAFT 878.

    vendor of DealsSearchResponseDealsInner.
    """

    deal_expiry_date: str | None = None
    """DRAFT 879.

    deal Expiry Date of DealsSearchResponseDealsInner.
    """

    links: RenewalsSearchResponseRenewalsInnerLinksInner | None = None
    """DRAFT 880.

    links of DealsSearchResponseDealsInner.
    """
