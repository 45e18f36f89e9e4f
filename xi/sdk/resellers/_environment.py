"""Read settings from environment variables. Only the file named by XI_CLIENT_SECRET_FILE is opened."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._core.hosts import PRODUCTION, split_host
from xi.sdk.resellers._core.nearness import nearest
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

_HOSTS = {"": PRODUCTION, "production": PRODUCTION, "sandbox": f"{PRODUCTION}/sandbox"}
_DIGITS = 10

READ = (
    "XI_ENVIRONMENT",
    "XI_CLIENT_ID",
    "XI_CLIENT_SECRET",
    "XI_CLIENT_SECRET_FILE",
    "XI_ACCESS_TOKEN",
    "XI_TOKEN_URL",
    "XI_CUSTOMER_NUMBER",
    "XI_COUNTRY_CODE",
    "XI_SENDER_ID",
    "XI_APPLICATION_ID",
    "XI_CUSTOMER_CONTACT",
    "XI_CALLS_PER_MINUTE",
    "XI_CA_CERT",
)
"""The variables that a Configuration reads."""
COMMAND = (
    "XI_BREAKER",
    "XI_CALL_TIMEOUT",
    "XI_COLOR",
    "XI_CONFIG",
    "XI_LEASE",
    "XI_LEDGER",
    "XI_LOG_FILE",
    "XI_LOG_FORMAT",
    "XI_LOOKS",
    "XI_NO_INPUT",
    "XI_PATIENCE",
    "XI_PROFILE",
    "XI_PROGRESS",
    "XI_QUIET_TIME",
    "XI_SANDBOX_TOKEN",
    "XI_SANDBOX_WEBHOOK_SECRET",
    "XI_WEBHOOK_SECRET",
    "XI_WEBHOOK_SECRET_FILE",
)
"""Variables of the command; a Configuration ignores them."""

_OF_ACCOUNT = ("XI_SENDER_ID", "XI_APPLICATION_ID", "XI_CUSTOMER_CONTACT")
"""The variables of what an account may have, in the order of its arguments."""

_MEANT = (
    (
        "XI_ENVIRONMENT",
        "ENV HOST HOSTNAME URL URI BASEURL ENDPOINT SERVER SANDBOX PRODUCTION PROD",
        "API BASE ADDRESS NAME",
    ),
    ("XI_TOKEN_URL", "URL URI ENDPOINT", "TOKEN AUTH OAUTH ACCESS"),
    ("XI_ACCESS_TOKEN", "TOKEN BEARER JWT", "ACCESS API AUTH OAUTH"),
    ("XI_CLIENT_SECRET", "SECRET PASSWORD", "CLIENT APP API OAUTH CONSUMER KEY"),
    ("XI_CLIENT_ID", "KEY APIKEY CLIENT APP", "API APPLICATION CONSUMER OAUTH USER ID"),
    ("XI_CUSTOMER_NUMBER", "CUSTOMER ACCOUNT RESELLER", "NUMBER NO NR ID"),
    ("XI_COUNTRY_CODE", "COUNTRY", "CODE"),
    ("XI_SENDER_ID", "SENDER", "ID NAME"),
    ("XI_CUSTOMER_CONTACT", "CONTACT MAIL EMAIL", "CUSTOMER ADDRESS"),
    ("XI_CALLS_PER_MINUTE", "RATE QUOTA CALLS", "LIMIT API PER MINUTE"),
    ("XI_CA_CERT", "CA CERT CERTS CERTIFICATE", "BUNDLE SSL TLS FILE PATH PEM"),
    ("HTTPS_PROXY", "PROXY", "HTTP HTTPS URL"),
)
"""Words in likely wrong names, for each variable. A name is refused if it has one of the first words, and all of its
words are in the first or second list."""
_KUBERNETES = re.compile(r"XI(_\w+)?_(SERVICE_(HOST|PORT(_\w+)?)|PORT(_\d+_\w+?(_(ADDR|PORT|PROTO))?)?)")
"""Variables that Kubernetes and Docker set for a service whose name begins with xi."""

_log = logging.getLogger("xi.sdk.resellers")
_logged: set[str] = set()


def settings_from(environ: Mapping[str, str], given: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return keyword arguments of `Configuration` from the variables. An empty variable counts as unset.

    Args:
        environ: the variables.
        given: arguments of the program; they take precedence.

    Raises:
        ApiValueError: a variable that needs another one is set alone, has a wrong value, or has a name that is almost
            one of ours; or there are no credentials.
    """
    try:
        return _settings_from(environ, given or {})
    except ApiValueError as error:
        raise error.with_traceback(None) from None  # its frames contain the variables
    finally:
        del environ, given  # so does this one


def _settings_from(environ: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, Any]:
    # A file of settings may have Windows line ends, and no value begins or ends with a blank.
    variables = {name: text.strip() for name, text in environ.items() if name[:2].upper() == "XI" and text.strip()}
    _check_names(variables)
    settings = {name: value for name, value in _read(variables).items() if value is not None} | dict(given)
    if not any(settings.get(name) for name in ("access_token", "client_id", "client_secret", "credentials")):
        raise ApiValueError(
            "no credentials: set client_id and client_secret, or access_token "
            "(XI_CLIENT_ID and XI_CLIENT_SECRET, or XI_ACCESS_TOKEN)",
            argument="XI_CLIENT_ID",
        )
    return settings


def _read(variables: Mapping[str, str]) -> dict[str, Any]:
    secret = _secret(variables)
    _together(variables, "XI_CLIENT_ID", "XI_CLIENT_SECRET", is_there=secret is not None)
    _together(variables, "XI_CUSTOMER_NUMBER", "XI_COUNTRY_CODE", is_there="XI_COUNTRY_CODE" in variables)
    account = None
    if "XI_CUSTOMER_NUMBER" in variables:
        account = _account(variables)
    for name in _OF_ACCOUNT:
        if account is None and name in variables:
            raise ApiValueError(
                f"{name} is set, but XI_CUSTOMER_NUMBER and XI_COUNTRY_CODE are not; it needs both", argument=name
            )
    if "XI_TOKEN_URL" in variables:
        split_host(variables["XI_TOKEN_URL"], "XI_TOKEN_URL")
    return {
        "host": _host(variables.get("XI_ENVIRONMENT", "")),
        "access_token": variables.get("XI_ACCESS_TOKEN"),
        "client_id": variables.get("XI_CLIENT_ID"),
        "client_secret": secret,
        "token_url": variables.get("XI_TOKEN_URL"),
        "calls_per_minute": _count(variables, "XI_CALLS_PER_MINUTE"),
        "ssl_ca_cert": variables.get("XI_CA_CERT"),
        "account": account,
    }


def _check_names(variables: Mapping[str, str]) -> None:
    """Refuse a variable whose name is almost one of ours; log any other XI_ variable once."""
    for name in sorted(variables.keys() - set(READ) - set(COMMAND)):
        if _KUBERNETES.fullmatch(name):
            _log_once(logging.INFO, name)
            continue
        meant = nearest(name, READ + COMMAND) or _meant(name.upper())
        if meant is not None:
            raise ApiValueError(f"{name} is not read; use {meant}", argument=name)
        if name.startswith("XI_"):
            _log_once(logging.WARNING, name)


def _meant(name: str) -> str | None:
    words = set(name.split("_")[1:])
    for ours, first, second in _MEANT:
        if words & set(first.split()) and words <= {*first.split(), *second.split()}:
            return ours
    return None


def _log_once(level: int, name: str) -> None:
    if name not in _logged:
        _logged.add(name)
        _log.log(
            level, "the environment variable %s is not read; docs/environment-variables.md lists those that are", name
        )


def _together(variables: Mapping[str, str], one: str, other: str, *, is_there: bool) -> None:
    if (one in variables) is not is_there:
        missing = other if one in variables else one
        raise ApiValueError(f"{missing} is not set; set both {one} and {other}, or neither", argument=missing)


def _secret(variables: Mapping[str, str]) -> str | None:
    path = variables.get("XI_CLIENT_SECRET_FILE")
    if path is None:
        return variables.get("XI_CLIENT_SECRET")
    name = "XI_CLIENT_SECRET_FILE"
    if "XI_CLIENT_SECRET" in variables:
        raise ApiValueError(f"{name} and XI_CLIENT_SECRET are both set; set only one of them", argument=name)
    try:
        text = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ApiValueError(f"{name} cannot be read: {why}", argument=name) from None
    if not text or len(text.splitlines()) > 1:
        raise ApiValueError(f"{name} should contain only the secret, in one line", argument=name)
    return text


def _account(variables: Mapping[str, str]) -> Account:
    try:
        return Account(
            variables["XI_CUSTOMER_NUMBER"],
            variables["XI_COUNTRY_CODE"],
            *(variables.get(name) for name in _OF_ACCOUNT),
        )
    except (ApiValueError, ApiTypeError) as error:
        name = f"XI_{str(error.argument).upper()}"
        raise ApiValueError(f"{name}: {error}", argument=name) from None


def _host(text: str) -> str:
    known = _HOSTS.get(text.lower())
    if known is not None:
        return known
    if not text.lower().startswith(("http://", "https://")):
        # Not shown otherwise: it may be a secret that was pasted into the wrong variable.
        shown = repr(text) if re.fullmatch(r"[A-Za-z-]{1,16}", text) else "not one of its values"
        raise ApiValueError(
            f"XI_ENVIRONMENT is {shown}; it should be production, sandbox or a URL", argument="XI_ENVIRONMENT"
        )
    split_host(text, "XI_ENVIRONMENT")
    return text


def _count(variables: Mapping[str, str], name: str) -> int | None:
    text = variables.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < _DIGITS and int(text) > 0):
        shown = repr(text[:_DIGITS])
        raise ApiValueError(f"{name} is {shown}; it should be a whole number of calls, 1 or more", argument=name)
    return int(text)
