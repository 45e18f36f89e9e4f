"""Where things are: warehouses, and the currency of a country."""

from typing import Final

_CURRENCIES: Final = {
    "US": "USD",
    "CA": "CAD",
    "MX": "MXN",
    "BR": "BRL",
    "CL": "CLP",
    "CO": "COP",
    "PE": "PEN",
    "IN": "INR",
    "AU": "AUD",
    "SG": "SGD",
    "DK": "DKK",
    "FR": "EUR",
    "ES": "EUR",
    "FI": "EUR",
    "NL": "EUR",
}
LOCATIONS: Final = {
    "10": "Fontana, CA",
    "20": "Dallas, TX",
    "30": "Memphis, TN",
    "40": "Joliet, IL",
    "80": "Hanover, PA",
}
"""The place of each warehouse; others exist too, and say no place."""


def currency(country: str) -> str:
    """Return the currency a country is billed in."""
    return _CURRENCIES.get(country, "USD")
