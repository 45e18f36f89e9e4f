"""The model `FreightRequestShipToAddressInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models.freight_request_ship_to_address import FreightRequestShipToAddress


class FreightRequestShipToAddressInner(FreightRequestShipToAddress):
    """DRAFT 1013.

    FreightRequestShipToAddressInner.

    Args:
        company_name (str): DRAFT 1014. company Name of FreightRequestShipToAddressInner.
        address_line1 (str): DRAFT 1015. address Line1 of FreightRequestShipToAddressInner.
        address_line2 (str): DRAFT 1016. address Line2 of FreightRequestShipToAddressInner.
        address_line3 (str): DRAFT 1017. address Line3 of FreightRequestShipToAddressInner.
        city (str): DRAFT 1018. city of FreightRequestShipToAddressInner.
        state (str): DRAFT 1019. state of FreightRequestShipToAddressInner.
        postal_code (str): DRAFT 1020. postal Code of FreightRequestShipToAddressInner.
        country_code (str): DRAFT 1021. country Code of FreightRequestShipToAddressInner.
    """

    company_name: str | None = None
    """DRAFT 1014.

    company Name of FreightRequestShipToAddressInner.
    """

    address_line1: str | None = None
    """DRAFT 1015.

    address Line1 of FreightRequestShipToAddressInner.
    """

    address_line2: str | None = None
    """DRAFT 1016.

    address Line2 of FreightRequestShipToAddressInner.
    """

    address_line3: str | None = None
    """DRAFT 1017.

    address Line3 of FreightRequestShipToAddressInner.
    """

    city: str | None = None
    """DRAFT 1018.

    city of FreightRequestShipToAddressInner.
    """

    state: str | None = None
    """DRAFT 1019.

    state of FreightRequestShipToAddressInner.
    """

    postal_code: str | None = None
    """DRAFT 1020.

    postal Code of FreightRequestShipToAddressInner.
    """

    country_code: str | None = None
    """DRAFT 1021.

    country Code of FreightRequestShipToAddressInner.
    """
