"""Names that programs for the published package import from this module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers.exceptions import ApiException, ApiValueError

if TYPE_CHECKING:
    from urllib3 import HTTPResponse as RESTResponseType

__all__ = ["SUPPORTED_SOCKS_PROXIES", "ApiException", "ApiValueError", "RESTResponseType"]

SUPPORTED_SOCKS_PROXIES = {"socks4", "socks4a", "socks5", "socks5h"}


def __getattr__(name: str) -> Any:
    if name != "RESTResponseType":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # The type that the `_without_preload_content` forms return.
    from urllib3 import HTTPResponse  # noqa: PLC0415 - the import takes milliseconds, and most programs do not need it

    return HTTPResponse
