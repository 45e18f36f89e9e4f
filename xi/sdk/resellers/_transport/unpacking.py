"""Unpacks the bodies of answers, up to a limit."""

from __future__ import annotations

import zlib

_KEPT = 1 << 16
"""How much of a body beyond the limit is kept, to be looked at."""
_GZIP_OR_ZLIB = 47
_BARE = -15


def unpacked(body: bytes, encoding: str, limit: int) -> tuple[bytes, str]:
    """Return the body of an answer unpacked, and what is wrong with it, if anything.

    Nothing is asked for packed, so this serves servers and gateways that pack all the same.

    Args:
        body: as it came.
        encoding: the Content-Encoding it came with. One that is not known, or does not fit, leaves the body as it is.
        limit: bytes it may have, packed and unpacked.
    """
    if len(body) > limit:
        return cut(body, limit)
    for each in reversed([name.strip().lower() for name in encoding.split(",")]):
        if each in ("", "identity"):
            continue
        if each not in ("gzip", "x-gzip", "deflate"):
            return body, f"its encoding, {each}, was not asked for and is not known"
        try:
            body, whole = _inflated(body, limit)
        except zlib.error:
            # Some gateways name an encoding and send plain text: the bytes are kept, to be read if they can be.
            return body, ""
        if len(body) > limit:
            return cut(body, limit)
        if not whole:
            return body, f"its {each} body breaks off"
    return body, ""


def cut(body: bytes, limit: int) -> tuple[bytes, str]:
    """Return the start of a body that is too large, and the words for it."""
    return body[:_KEPT], f"its body is larger than {limit:,} bytes, the limit set by max_response_size"


def _inflated(body: bytes, limit: int) -> tuple[bytes, bool]:
    try:
        return _through(_GZIP_OR_ZLIB, body, limit)
    except zlib.error:
        # "deflate" should be zlib's format; some servers leave its frame out.
        return _through(_BARE, body, limit)


def _through(frame: int, body: bytes, limit: int) -> tuple[bytes, bool]:
    found = b""
    while True:
        part = zlib.decompressobj(frame)
        found += part.decompress(body, limit + 1 - len(found))
        body = part.unused_data  # gzip allows several members, one after the other
        if not part.eof or not body or len(found) > limit:
            return found, part.eof
