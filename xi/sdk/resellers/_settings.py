"""Check the settings of a Configuration: their values, and misspelt names."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any, NoReturn

from xi.sdk.resellers._core.nearness import nearest
from xi.sdk.resellers.exceptions import ApiAttributeError, ApiTypeError, ApiValueError

Check = Callable[[str, Any], None]

_FLAGS = (True, False)
"""0 and 1 are accepted, because they are equal to these."""
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "0", "1", "none", ""})
"""Texts that a user may mean as a boolean; they are not host names."""
_SHOWN = 20


def _refuse(name: str, value: object, like: str) -> NoReturn:
    # The error shows only the type, because most values can be secret.
    raise ApiTypeError(f"{name} should be {like}, not {type(value).__name__}", argument=name)


def _flag(name: str, value: Any) -> None:
    try:
        fits = value in _FLAGS
    except Exception:  # noqa: BLE001 - the comparison of the value can raise anything
        fits = False
    if not fits:
        shown = repr(value)[:_SHOWN] if isinstance(value, str) else type(value).__name__
        path = "; set ssl_ca_cert to the path of a certificate" if name == "verify_ssl" else ""
        raise ApiTypeError(f"{name} is {shown}; it should be True or False{path}", argument=name)


def _flag_or_none(name: str, value: Any) -> None:
    if value is not None:
        _flag(name, value)


def _text(name: str, value: Any) -> None:
    if not isinstance(value, str):
        _refuse(name, value, "a str")


def _text_or_none(name: str, value: Any) -> None:
    if value is not None and not isinstance(value, str):
        _refuse(name, value, "a str, or None")


def _path(name: str, value: Any) -> None:
    if value is not None and not isinstance(value, (str, os.PathLike)):
        _refuse(name, value, "a path, or None")


def _authorities(name: str, value: Any) -> None:
    if isinstance(value, bool):
        raise ApiTypeError(
            f"{name} should be a path, or None, not {type(value).__name__}. 1.3.0 has another argument in its place: "
            "name them, as ignore_operation_servers=..., ssl_ca_cert=...",
            argument=name,
        )
    _path(name, value)


def _certificates(name: str, value: Any) -> None:
    if value is None:
        return
    if not isinstance(value, (str, bytes)):
        _refuse(name, value, "PEM text, DER bytes, or None")
    import ssl  # noqa: PLC0415 - rarely needed

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=value)
    except (ssl.SSLError, ValueError, TypeError):
        kind = "PEM text" if isinstance(value, str) else "DER bytes (PEM is given as a str)"
        raise ApiValueError(
            f"{name} should be certificates as {kind}; it cannot be read as such", argument=name
        ) from None


def _hostname(name: str, value: Any) -> None:
    if isinstance(value, str) and value.strip().lower() in _WORDS:
        raise ApiValueError(f"{name} is {value!r}; it should be a host name, False or None", argument=name)
    if value is not None and not isinstance(value, (str, bool)):
        _refuse(name, value, "a host name, False or None")


def _number(name: str, value: Any) -> None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        _refuse(name, value, "a whole number, or None")


def _size(name: str, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        _refuse(name, value, "a whole number of bytes")
    if value <= 0:
        raise ApiValueError(f"{name} is {value}; it should be 1 or more bytes", argument=name)


def _calls(name: str, value: Any) -> None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        shown = repr(value)[:_SHOWN]
        raise ApiValueError(f"{name} is {shown}; it should be a whole number of calls, 1 or more", argument=name)


def _repeats(name: str, value: Any) -> None:
    if value is not None and not isinstance(value, int) and not hasattr(value, "total"):
        _refuse(name, value, "a whole number of repeats, a urllib3.Retry, or None")


def _mapping(name: str, value: Any) -> None:
    if value is not None and not isinstance(value, Mapping):
        _refuse(name, value, "a dict")


def _function(name: str, value: Any) -> None:
    if value is not None and not callable(value):
        _refuse(name, value, "a function, or None")


def _credentials(name: str, value: Any) -> None:
    if value is not None and not callable(value):
        _refuse(name, value, "a function that returns (client_id, client_secret)")


def _token(name: str, value: Any) -> None:
    if value is not None and not isinstance(value, str) and not callable(value):
        _refuse(name, value, "a str, or a function that returns one")


def _account(name: str, value: Any) -> None:
    if value is None:
        return
    from xi.sdk.resellers.account import Account  # noqa: PLC0415 - many programs use no account

    if not isinstance(value, Account):
        _refuse(name, value, 'an Account, such as Account("20-222222", "US")')


SETTINGS: dict[str, Check | None] = {
    "host": _text,
    "server_index": None,
    "server_variables": _mapping,
    "server_operation_index": _mapping,
    "server_operation_variables": _mapping,
    "api_key": _mapping,
    "api_key_prefix": _mapping,
    "refresh_api_key_hook": _function,
    "username": _text_or_none,
    "password": _text_or_none,
    "access_token": _token,
    "retry": None,
    "client_id": _text_or_none,
    "client_secret": _text_or_none,
    "credentials": _credentials,
    "token_url": _text_or_none,
    "calls_per_minute": _calls,
    "observer": _function,
    "account": _account,
    "max_response_size": _size,
    "retries": _repeats,
    "client_side_validation": _flag_or_none,
    "verify_ssl": _flag,
    "ssl_ca_cert": _authorities,
    "ca_cert_data": _certificates,
    "ignore_operation_servers": _flag,
    "cert_file": _path,
    "key_file": _path,
    "assert_hostname": _hostname,
    "tls_server_name": _text_or_none,
    "connection_pool_maxsize": _number,
    "proxy": _text_or_none,
    "proxy_headers": _mapping,
    "socket_options": None,
    "safe_chars_for_path_param": _text,
    "temp_folder_path": _path,
    "date_format": None,
    "datetime_format": None,
    "logger": None,
    "logger_stream_handler": None,
    "logger_file_handler": None,
    "logger_formatter": None,
    "logger_file": _path,
    "logger_format": _text,
    "debug": _flag_or_none,
}
"""Every setting, with the function that checks its values."""


def check(name: str, value: object) -> None:
    """Check the value of a setting.

    Raises:
        ApiTypeError: the value has the wrong type.
        ApiValueError: the value is not allowed.
    """
    fits = SETTINGS[name]
    if fits is not None:
        fits(name, value)


def check_name(kind: type, name: str) -> None:
    """Refuse a misspelt name of a setting. Other names belong to the program.

    Args:
        kind: the class of the configuration. Names in the body or functions of a subclass belong to the program.
        name: the name of an assigned attribute that is not a setting.

    Raises:
        ApiAttributeError: the name is almost the name of a setting.
    """
    meant = nearest(name, SETTINGS)
    if meant is not None and not _is_own(kind, name):
        raise ApiAttributeError(f"Configuration has no {name!r}; did you mean {meant!r}?", argument=name)


def _is_own(kind: type, name: str) -> bool:
    from inspect import get_annotations  # noqa: PLC0415 - costs milliseconds, and names are rarely misspelt

    for each in kind.__mro__:
        if each.__module__.startswith("xi.sdk.resellers.") or each is object:
            continue
        functions = [value for value in vars(each).values() if isinstance(value, FunctionType)]
        if name in get_annotations(each) or any(name in one.__code__.co_names for one in functions):
            return True
    return False
