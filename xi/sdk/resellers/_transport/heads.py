"""Makes the head of a response readable that is written a little wrong, so that no answer is lost for it."""

from __future__ import annotations

import re

_NAME = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+[ \t]*:"
_ODD = re.compile(rb"\r(?!\n)|\n(?![ \t\r\n]|" + _NAME + rb"|\Z)")
_BARE_CR = re.compile(rb"\r(?!\n)")
_FIELD = re.compile(_NAME)
BLANK_LINE = re.compile(rb"\n\r?\n")
"""The end of a head."""
MOST_INTERIM = 1_000
"""Interim answers, such as 102, that are skipped before an answer. Our choice (docs/why.md): at the default deadline a
server can send three a second. Without a limit they could keep an event loop busy beyond every deadline."""
TOO_MANY_INTERIM = f"more than {MOST_INTERIM:,} interim answers came"
CHUNKED = re.compile(rb"(?im)^transfer-encoding[ \t]*:[^\r\n]*chunked")
"""The line of a head that says that its body comes in chunks."""


def mended(head: bytes) -> bytes:
    """Return a head without lines that are no header; each CR that ends no line becomes a blank (RFC 9112, 2.2).

    Args:
        head: the status line and the headers, up to the blank line.
    """
    if not _ODD.search(head):
        return head
    status, *lines = _BARE_CR.sub(b" ", head).splitlines(keepends=True)
    kept = [status]
    is_kept = False
    for line in lines:
        if not line.startswith((b" ", b"\t")):  # otherwise it goes on with the line before
            is_kept = not line.strip() or _FIELD.match(line) is not None
        if is_kept:
            kept.append(line)
    return b"".join(kept)
