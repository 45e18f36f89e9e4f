"""The model `ReturnsCreateRequestListInnerShipFromInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class ReturnsCreateRequestListInnerShipFromInfoInner(RequestModel):
    """Address and contact from which goods are sent back.

    Args:
        company_name (str): Name of the company that sends the goods.
        contact (str): Person to ask about the parcels.
        address_line1 (str): Street and house number of the sender.
        city (str): Town from which the goods are sent.
        state (str): State or province as a code, such as `KS`.
        postal_code (str): Postcode of the sender as text. Answers pad it to nine digits in the US.
        country_code (str): Country of the sender as two letters, such as `US`.
        email (str): E-mail address of the contact person. It is required, unlike the telephone.
        address_line2 (str): Second address line of the sender; optional.
        address_line3 (str): Third address line of the sender; optional.
        phone_number (str): Telephone of the contact person; optional.
    """

    company_name: str
    """Name of the company that sends the goods."""

    contact: str
    """Person to ask about the parcels."""

    address_line1: str
    """Street and house number of the sender."""

    city: str
    """Town from which the goods are sent."""

    state: str
    """State or province as a code, such as `KS`."""

    postal_code: str
    """Postcode of the sender as text.

    Answers pad it to nine digits in the US.
    """

    country_code: str
    """Country of the sender as two letters, such as `US`."""

    email: str
    """E-mail address of the contact person.

    It is required, unlike the telephone.
    """

    address_line2: str | None = None
    """Second address line of the sender; optional."""

    address_line3: str | None = None
    """Third address line of the sender; optional."""

    phone_number: str | None = None
    """Telephone of the contact person; optional."""
