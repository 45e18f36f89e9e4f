"""The model `RenewalsDetailsResponseEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class RenewalsDetailsResponseEndUserInfo(ResponseModel):
    """DRAFT 834.

    RenewalsDetailsResponseEndUserInfo.

    Args:
        contact (str): DRAFT 835. contact of RenewalsDetailsResponseEndUserInfo.
        name1 (str): DRAFT 836. name1 of RenewalsDetailsResponseEndUserInfo.
        name2 (str): DRAFT 837. name2 of RenewalsDetailsResponseEndUserInfo.
        company_name (str): DRAFT 838. company Name of RenewalsDetailsResponseEndUserInfo.
        address_line1 (str): DRAFT 839. address Line1 of RenewalsDetailsResponseEndUserInfo.
        address_line2 (str): DRAFT 840. address Line2 of RenewalsDetailsResponseEndUserInfo.
        address_line3 (str): DRAFT 841. address Line3 of RenewalsDetailsResponseEndUserInfo.
        address_line4 (str): DRAFT 842. address Line4 of RenewalsDetailsResponseEndUserInfo.
        city (str): DRAFT 843. city of RenewalsDetailsResponseEndUserInfo.
        state (str): DRAFT 844. state of RenewalsDetailsResponseEndUserInfo.
        postal_code (str): DRAFT 845. postal Code of RenewalsDetailsResponseEndUserInfo.
        country_code (str): DRAFT 846. country Code of RenewalsDetailsResponseEndUserInfo.
        phone_number (str): DRAFT 847. phone Number of RenewalsDetailsResponseEndUserInfo.
        email (str): DRAFT 848. email of RenewalsDetailsResponseEndUserInfo.
    """

    contact: str | None = None
    """DRAFT 835.

    contact of RenewalsDetailsResponseEndUserInfo.
    """

    name1: str | None = None
    """DRAFT 836.

    name1 of RenewalsDetailsResponseEndUserInfo.
    """

    name2: str | None = None
    """DRAFT 837.

    name2 of RenewalsDetailsResponseEndUserInfo.
    """

    company_name: str | None = None
    """DRAFT 838.

    company Name of RenewalsDetailsResponseEndUserInfo.
    """

    address_line1: str | None = None
    """DRAFT 839.

    address Line1 of RenewalsDetailsResponseEndUserInfo.
    """

    address_line2: str | None = None
    """DRAFT 840.

    address Line2 of RenewalsDetailsResponseEndUserInfo.
    """

    address_line3: str | None = None
    """DRAFT 841.

    address Line3 of RenewalsDetailsResponseEndUserInfo.
    """

    address_line4: str | None = None
    """DRAFT 842.

    address Line4 of RenewalsDetailsResponseEndUserInfo.
    """

    city: str | None = None
    """DRAFT 843.

    city of RenewalsDetailsResponseEndUserInfo.
    """

    state: str | None = None
    """DRAFT 844.

    state of RenewalsDetailsResponseEndUserInfo.
    """

    postal_code: str | None = None
    """DRAFT 845.

    postal Code of RenewalsDetailsResponseEndUserInfo.
    """

    country_code: str | None = None
    """DRAFT 846.

    country Code of RenewalsDetailsResponseEndUserInfo.
    """

    phone_number: str | None = None
    """DRAFT 847.

    phone Number of RenewalsDetailsResponseEndUserInfo.
    """

    email: str | None = None
    """DRAFT 848.

    email of RenewalsDetailsResponseEndUserInfo.
    """
