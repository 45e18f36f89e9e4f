"""The names that code written for the published package imports from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers.exceptions import ApiException, ApiValueError

if TYPE_CHECKING:
    from urllib3 import HTTPResponse as RESTResponseType

__all__ = ["ApiException", "ApiValueError", "RESTResponseType"]


def __getattr__(name: str) -> Any:
    if name != "RESTResponseType":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # What the `_without_preload_content` forms return.
    from urllib3 import HTTPResponse  # noqa: PLC0415 - costs milliseconds, and most programs never name it

    return HTTPResponse
