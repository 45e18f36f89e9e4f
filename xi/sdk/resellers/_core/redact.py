"""Keeps secrets out of logs, messages and reprs: a header not known to be harmless is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HIDDEN = "***"


class Secret(str):
    """Text that no repr shows, nor a log or traceback that uses it; as text itself it is whole."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Secret({HIDDEN!r})"


SHOWN_BYTES = 4096
"""How much of a body a log line shows."""

_HARMLESS = frozenset(
    {
        "accept",
        "content-length",
        "content-type",
        "date",
        "im-correlationid",
        "im-countrycode",
        "im-customernumber",
        "im-senderid",
        "retry-after",
        "server",
        "user-agent",
        "x-ratelimit-limit",
        "x-ratelimit-remaining",
        "x-ratelimit-reset",
    }
)


def shown_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers as they may be shown to anyone."""
    return {name: value if name.lower() in _HARMLESS else HIDDEN for name, value in headers.items()}


def shown_body(body: bytes) -> str:
    """Return the start of a body as one line of a log, or nothing where there is none."""
    text = body[:SHOWN_BYTES].decode("utf-8", "replace")
    return f" {' '.join(text.split())}{'…' if len(body) > SHOWN_BYTES else ''}" if text else ""
