"""How the ERP writes addresses down."""

import re
from collections.abc import Mapping
from typing import Final

_AS_SENT: Final = frozenset({"email", "phoneNumber"})
_ABBREVIATIONS: Final = {"ROAD": "RD", "STREET": "ST", "AVENUE": "AVE", "BOULEVARD": "BLVD", "DRIVE": "DR"}
_ZIP_LENGTH: Final = 5


def normalised(address: Mapping[str, str]) -> dict[str, str]:
    """Return the address in upper case, street words cut, US postcodes of nine digits."""
    written: dict[str, str] = {}
    for name, value in address.items():
        if name in _AS_SENT:
            written[name] = value
        elif name == "postalCode":
            plain = value.replace("-", "").upper()
            american = address.get("countryCode", "US").upper() == "US"
            padded = american and plain.isdigit() and len(plain) == _ZIP_LENGTH
            written[name] = f"{plain}0000" if padded else plain
        else:
            words = re.sub(r"[.,]", " ", value).upper().split()
            if name.startswith("addressLine"):
                words = [_ABBREVIATIONS.get(word, word) for word in words]
            written[name] = " ".join(words)
    return written


def delivery_address(ship_to: Mapping[str, str], customer: str, country: str) -> dict[str, str]:
    """Return where an order goes: the address on file, unless the order names a place of its own."""
    if "addressLine1" in ship_to:
        return dict(ship_to)
    return {**account_address(customer, country), **ship_to}


def account_address(customer: str, country: str) -> dict[str, str]:
    """Return the address on file of a customer, of our own making; 200 is its usual number."""
    return {
        "addressId": "200",
        "companyName": f"SANDBOX RESELLER {customer}",
        "addressLine1": "1 EXAMPLE PLZ",
        "city": "SPRINGFIELD",
        "state": "CA" if country == "US" else country,
        "postalCode": "900010000" if country == "US" else "10000",
        "countryCode": country,
    }
