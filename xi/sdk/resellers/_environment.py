"""Reads settings from environment variables; pure, so that a test hands in the variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers.account import Account
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

PRODUCTION = "https://api.ingrammicro.com:443"
_HOSTS = {"": PRODUCTION, "production": PRODUCTION, "sandbox": f"{PRODUCTION}/sandbox"}
_DIGITS = 10
_PAIRS = (("XI_CLIENT_ID", "XI_CLIENT_SECRET"), ("XI_CUSTOMER_NUMBER", "XI_COUNTRY_CODE"))


def settings_from(environ: Mapping[str, str]) -> dict[str, Any]:
    """Return the keyword arguments of `Configuration` that the variables stand for; empty ones count as unset.

    Raises:
        ApiValueError: a variable that needs another is alone, or has no value it may have.
    """
    # Stripped: a file of settings may end its lines as Windows does, and no value has blanks around it.
    environ = {name: text.strip() for name, text in environ.items() if name.startswith("XI_")}
    for pair in _PAIRS:
        missing = [name for name in pair if not environ.get(name)]
        if len(missing) == 1:
            raise ApiValueError(f"{missing[0]} is not set; {pair[0]} and {pair[1]} go together")
    account = None
    if environ.get("XI_CUSTOMER_NUMBER"):
        sender = environ.get("XI_SENDER_ID") or None
        account = Account(environ["XI_CUSTOMER_NUMBER"], environ["XI_COUNTRY_CODE"], sender)
    elif environ.get("XI_SENDER_ID"):
        raise ApiValueError("XI_SENDER_ID is set without XI_CUSTOMER_NUMBER and XI_COUNTRY_CODE, which it goes with")
    return {
        "host": _host(environ.get("XI_ENVIRONMENT", "")),
        "access_token": environ.get("XI_ACCESS_TOKEN") or None,
        "client_id": environ.get("XI_CLIENT_ID") or None,
        "client_secret": environ.get("XI_CLIENT_SECRET") or None,
        "token_url": environ.get("XI_TOKEN_URL") or None,
        "calls_per_minute": _count(environ, "XI_CALLS_PER_MINUTE"),
        "ssl_ca_cert": environ.get("XI_CA_CERT") or None,
        "account": account,
    }


def _host(text: str) -> str:
    known = _HOSTS.get(text.lower())
    if known is not None:
        return known
    if not text.lower().startswith(("http://", "https://")):
        shown = "not one of its values" if "@" in text else repr(text)  # a password may be before the @
        raise ApiValueError(f"XI_ENVIRONMENT is {shown}; it should be production, sandbox or a URL")
    return text


def _count(environ: Mapping[str, str], name: str) -> int | None:
    text = environ.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < _DIGITS and int(text) > 0):
        raise ApiValueError(f"{name} is {text!r}; it should be a whole number of calls, 1 or more")
    return int(text)
