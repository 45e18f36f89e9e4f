"""The model `OrderCreateRequestVmf`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateRequestVmf(RequestModel):
    """Vendor-mandated data for the order header.

    Leave it out unless a vendor asks for it.

    Args:
        vend_auth_number (str): Authorisation number issued by the vendor. Some vendors need it for warranty orders;
            without it such an order is put on hold.
    """

    vend_auth_number: str | None = None
    """Authorisation number issued by the vendor.

    Some vendors need it for warranty orders; without it such an order is put on hold.
    """
