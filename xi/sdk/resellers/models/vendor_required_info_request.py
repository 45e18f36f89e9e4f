"""The model `VendorRequiredInfoRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.vendor_required_info_request_products_inner import VendorRequiredInfoRequestProductsInner


class VendorRequiredInfoRequest(RequestModel):
    """DRAFT 1323.

    VendorRequiredInfoRequest.

    Args:
        quote_number (str): DRAFT 1324. quote Number of VendorRequiredInfoRequest.
        products (list of VendorRequiredInfoRequestProductsInner): DRAFT 1325. products of VendorRequiredInfoRequest.
    """

    quote_number: str | None = None
    """DRAFT 1324.

    quote Number of VendorRequiredInfoRequest.
    """

    products: list[VendorRequiredInfoRequestProductsInner] | None = None
    """DRAFT 1325.

    products of VendorRequiredInfoRequest.
    """
