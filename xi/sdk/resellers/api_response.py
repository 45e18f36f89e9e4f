"""The result of the `_with_http_info` forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

if not TYPE_CHECKING:
    from xi.sdk.resellers._records import dataclass, field
else:  # to tools that read the source, too, they are ordinary dataclasses
    from dataclasses import dataclass, field


T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, kw_only=True)  # no slots: with them, ApiResponse[str](...) raises a TypeError in Python 3.11
class ApiResponse(Generic[T_co]):
    """A response: status, headers, parsed body and raw body."""

    status_code: int
    headers: Mapping[str, str] | None = None
    """A dict that finds names in any case. `getlist` returns each value of a header that was sent more than once."""
    data: T_co
    raw_data: bytes = field(repr=False)
