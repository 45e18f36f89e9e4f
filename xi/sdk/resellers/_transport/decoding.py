"""Decompresses response bodies, up to a limit and in time linear to their size."""

from __future__ import annotations

import zlib

_KEPT = 1 << 16
"""How much of a body beyond the limit is kept, to be looked at."""
_GZIP_OR_ZLIB = 47
_BARE = -15
_LAYERS = 3
"""How often a body may be packed over; a body can be built to unpack into itself for ever."""
_MEMBERS = 4096
"""How many gzip members a body may have; one may take 20 bytes and hold nothing."""
_SLICE = 1 << 14
"""How many bytes are unpacked at once: what follows a member is copied, so little must follow."""


def decoded(body: bytes, encoding: str, limit: int) -> tuple[bytes, str]:
    """Return the body of an answer unpacked, and what is wrong with it, if anything.

    Nothing is asked for packed, so this serves servers and gateways that pack all the same.

    Args:
        body: as it came.
        encoding: the Content-Encoding it came with. One that is not known, or does not fit, leaves the body as it is.
        limit: bytes it may have, packed and unpacked.
    """
    if len(body) > limit:
        return cut(body, limit)
    named = [name.strip().lower() for name in encoding.split(",")]
    layers = [name for name in reversed(named) if name not in ("", "identity")] if body else []
    if len(layers) > _LAYERS:
        return body, f"it is packed {len(layers)} times over; at most {_LAYERS} are undone"
    for each in layers:
        if each not in ("gzip", "x-gzip", "deflate"):
            return body, f"its encoding, {each[:40]}, was not asked for and is not known"
        try:
            body, defect = _inflated(body, limit)
        except zlib.error:
            break  # some gateways name an encoding and send plain text: the bytes are kept, to be read if they can be
        if len(body) > limit:
            return cut(body, limit)
        if defect:
            return body, f"its {each} body {defect}"
    return body, ""


def cut(body: bytes, limit: int) -> tuple[bytes, str]:
    """Return the start of a body that is too large, and the words for it."""
    return body[:_KEPT], f"its body is larger than {limit:,} bytes, the limit set by max_response_size"


def _inflated(body: bytes, limit: int) -> tuple[bytes, str]:
    try:
        return _through(_GZIP_OR_ZLIB, body, limit)
    except zlib.error:
        # "deflate" should be zlib's format; some servers leave its frame out.
        return _through(_BARE, body, limit)


def _through(frame: int, body: bytes, limit: int) -> tuple[bytes, str]:
    """Return what a packed body holds, one byte more than the limit at most, and what is wrong with it."""
    found = bytearray()
    member = zlib.decompressobj(frame)
    members = 1
    for start in range(0, len(body), _SLICE):
        given = body[start : start + _SLICE]
        while given:
            if member.eof:  # gzip allows several members, one after the other
                if members == _MEMBERS:
                    return bytes(found), f"has more than {_MEMBERS:,} gzip members"
                member = zlib.decompressobj(frame)
                members += 1
            found += member.decompress(given, limit + 1 - len(found))
            if len(found) > limit:
                return bytes(found), ""
            given = member.unused_data
    return bytes(found), "" if member.eof else "breaks off"
