"""The model `OrderCreateRequestEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateRequestEndUserInfo(RequestModel):
    """The end user of the whole order.

    In Impulse countries company, address, city, state and postcode are required once the object is sent; an empty
    object is refused, so omit it instead.

    Args:
        end_user_id (str): Identifier under which Ingram Micro knows the end user; empty in the published example that
            writes the address out.
        contact (str): Person at the end user's firm, 70 characters at most.
        company_name (str): Firm that will use the goods, 40 characters at most; one of the five values that Impulse
            countries require.
        name1 (str): First name line of the end user; published requests use `companyName` instead.
        name2 (str): Second name line of the end user, a continuation of the first.
        address_line1 (str): End user's street and house number, up to 70 characters; required in Impulse countries once
            the object is present.
        address_line2 (str): Additional line of the end user's address, 70 characters at most.
        address_line3 (str): Last limited line of the end user's address, again 70 characters.
        address_line4 (str): Fourth line of the end user's address; no limit is published.
        city (str): Town of the end user, up to 25 characters; Impulse countries require it when the object is sent.
        state (str): State code of the end user, at most three characters, in either case (`pa` and `FL` both occur in
            examples); mandatory with the object in Impulse countries.
        postal_code (str): Postcode of the end user, at most 10 characters; Impulse countries require it with the
            object.
        country_code (str): Country of the end user, two letters in all examples although 10 characters are allowed.
        phone_number (str): Telephone of the end user as text, ten digits in the published US examples.
        email (str): Mailbox of the end user's contact person.
    """

    end_user_id: str | None = None
    """Identifier under which Ingram Micro knows the end user; empty in the published example that writes the address
    out.
    """

    contact: Annotated[str | None, Field(max_length=70)] = None
    """Person at the end user's firm, 70 characters at most."""

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """Firm that will use the goods, 40 characters at most; one of the five values that Impulse countries require."""

    name1: str | None = None
    """First name line of the end user; published requests use `companyName` instead."""

    name2: str | None = None
    """Second name line of the end user, a continuation of the first."""

    address_line1: Annotated[str | None, Field(max_length=70)] = None
    """End user's street and house number, up to 70 characters; required in Impulse countries once the object is
    present.
    """

    address_line2: Annotated[str | None, Field(max_length=70)] = None
    """Additional line of the end user's address, 70 characters at most."""

    address_line3: Annotated[str | None, Field(max_length=70)] = None
    """Last limited line of the end user's address, again 70 characters."""

    address_line4: str | None = None
    """Fourth line of the end user's address; no limit is published."""

    city: Annotated[str | None, Field(max_length=25)] = None
    """Town of the end user, up to 25 characters; Impulse countries require it when the object is sent."""

    state: Annotated[str | None, Field(max_length=3)] = None
    """State code of the end user, at most three characters, in either case (`pa` and `FL` both occur in examples);
    mandatory with the object in Impulse countries.
    """

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """Postcode of the end user, at most 10 characters; Impulse countries require it with the object."""

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """Country of the end user, two letters in all examples although 10 characters are allowed."""

    phone_number: str | None = None
    """Telephone of the end user as text, ten digits in the published US examples."""

    email: str | None = None
    """Mailbox of the end user's contact person."""
