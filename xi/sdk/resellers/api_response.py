"""What the `_with_http_info` forms return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiResponse(Generic[T_co]):
    """An answer: its status, its headers, the parsed body and the body as it came."""

    status_code: int
    headers: Mapping[str, str] | None = None
    """A dict, looked up in any case; of one that was sent more than once, `getlist` gives each value."""
    data: T_co
    raw_data: bytes = field(repr=False)
