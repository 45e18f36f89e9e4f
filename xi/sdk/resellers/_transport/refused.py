"""Keeps what was received of an answer that is refused, so that a person finds the number of an order in it."""

from __future__ import annotations

import re

from xi.sdk.resellers._core.messages import Headers, Response
from xi.sdk.resellers._transport.decoding import decoded
from xi.sdk.resellers._transport.heads import BLANK_LINE, CHUNKED

KEPT = 1 << 16
"""Bytes that are kept of what was received, from its first one."""
REST_S = 0.25
"""Seconds, at most, in which the rest of an answer is received that is refused: its body may come behind its head."""

_INTERIM = re.compile(rb"HTTP/1\.[01] 1")
_ENCODING = re.compile(rb"(?im)^content-encoding[ \t]*:[ \t]*([^\r\n]*)")
_SIZE = re.compile(rb"(?:\r?\n)?[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\n]*)?\r?\n")


def longest_body(came: bytes, received: bytes) -> bytes:
    """Return the part of a body that was read, or what was received of it, if that is more.

    Args:
        came: the part that was read.
        received: the first bytes of the answer, with its head.
    """
    body = _split(received)[1]
    return body if len(body) > len(came) else came


def refused(received: bytes, limit: int) -> Response | None:
    """Return an answer whose head cannot be read as a response of status 0, with all of it as its body.

    Args:
        received: the first bytes of the answer.
        limit: most bytes of its body, unpacked.
    """
    head, body = _split(received)
    encoding = _ENCODING.search(head)
    if encoding is not None:
        body = decoded(body, encoding[1].decode("latin-1"), limit)[0]
    whole = head + body
    return Response(0, "", Headers(), whole) if whole else None


def _split(received: bytes) -> tuple[bytes, bytes]:
    """Return the head of an answer, without interim ones before it, and its body, without the frames of its chunks."""
    at = 0
    while (blank := BLANK_LINE.search(received, at)) is not None and _INTERIM.match(received, at):
        at = blank.end()
    end = len(received) if blank is None else blank.end()
    head, body = received[at:end], received[end:]
    return head, _joined(body) if CHUNKED.search(head) else body


def _joined(chunks: bytes) -> bytes:
    """Return the content of chunks up to what is no chunk; all of it unchanged if none begins it.

    A secret or a number that is in two chunks would be neither hidden nor found otherwise.
    """
    found = bytearray()
    at = 0
    while (size := _SIZE.match(chunks, at)) is not None:
        at = size.end() + int(size[1], 16)
        found += chunks[size.end() : at]
        if at == size.end():  # the last one
            break
    return bytes(found) if at else chunks
