"""The model `VendorRequiredInfoRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.vendor_required_info_request_products_inner import VendorRequiredInfoRequestProductsInner


class VendorRequiredInfoRequest(RequestModel):
    """What vendor-required info is asked for: a quote, or products.

    Args:
        quote_number (str): Quote whose products are meant; without it, `products` says which.
        products (list of VendorRequiredInfoRequestProductsInner): Products without a quote, each by one of its numbers.
    """

    quote_number: str | None = None
    """Quote whose products are meant; without it, `products` says which."""

    products: list[VendorRequiredInfoRequestProductsInner] | None = None
    """Products without a quote, each by one of its numbers."""
