"""Keeps secrets out of logs, messages and reprs: a header not known to be harmless is not shown."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

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


def without(text: str, secret: str) -> str:
    """Return a text with a secret hidden, also where a form, a URL, JSON or HTML spells it another way."""
    spelled = {secret, quote_plus(secret), quote(secret), quote(secret, safe=""), escape(secret)}
    spelled |= {json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1]}
    spelled |= {each.replace("/", "\\/") for each in spelled}
    for each in sorted(spelled, key=len, reverse=True):
        text = text.replace(each, HIDDEN)
    return text


def shown_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers as they may be shown to anyone."""
    return {name: value if name.lower() in _HARMLESS else HIDDEN for name, value in headers.items()}


def shown_body(body: bytes) -> str:
    """Return the start of a body as one line of a log, or nothing where there is none."""
    text = body[:SHOWN_BYTES].decode("utf-8", "replace")
    return f" {' '.join(text.split())}{'…' if len(body) > SHOWN_BYTES else ''}" if text else ""
