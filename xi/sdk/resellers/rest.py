"""The names that code written for the published package imports from here."""

from __future__ import annotations

from urllib3 import HTTPResponse

from xi.sdk.resellers.exceptions import ApiException, ApiValueError

RESTResponseType = HTTPResponse
"""What the `_without_preload_content` forms return."""

__all__ = ["ApiException", "ApiValueError", "RESTResponseType"]
