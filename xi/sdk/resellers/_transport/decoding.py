"""Decompresses response bodies, up to a limit and in time linear to their size."""

from __future__ import annotations

import zlib
from contextlib import suppress

_KEPT = 1 << 16
"""Bytes that are kept of a body beyond the limit, for people to look at."""
_GZIP_OR_ZLIB = 47
_BARE = -15
_LAYERS = 3
"""How often a body may be compressed; there are bodies that decompress to themselves for ever."""
_LONGEST_NAME = 16
"""Characters of the name of an encoding that is shown; `aws-chunked` has 11."""
_MEMBERS = 4096
"""How many gzip members a body may have; an empty member has 20 bytes."""
_SLICE = 1 << 14
"""Bytes that are decompressed at once; it is small, since all bytes after a member are copied."""


def decoded(body: bytes, encoding: str, limit: int) -> tuple[bytes, str]:
    """Return the decompressed body of a response, and what is wrong with it, if anything.

    No request asks for compression, but some servers and gateways compress all the same.

    Args:
        body: the body, as received.
        encoding: its Content-Encoding. If it is unknown, or the body does not fit it, the body stays unchanged. What
            can be unpacked of a body that breaks off or is damaged is returned.
        limit: the most bytes that it may have, compressed and decompressed.
    """
    if len(body) > limit:
        return cut(body, limit)
    named = [name.strip().lower() for name in encoding.split(",")]
    layers = [name for name in reversed(named) if name not in ("", "identity")] if body else []
    if len(layers) > _LAYERS:
        return body, f"it is packed {len(layers)} times over; at most {_LAYERS} are undone"
    for each in layers:
        if each not in ("gzip", "x-gzip", "deflate"):
            if body.lstrip()[:1] in (b"{", b"["):
                break  # JSON that is not packed, under a name such as utf-8
            # A longer one is no name, and may be part of what was sent, which nobody could recognise in small letters.
            shown = each if len(each) <= _LONGEST_NAME else f"a name of {len(each):,} characters"
            return body, f"its encoding, {shown}, was not asked for and is not known"
        try:
            body, defect = _inflated(body, limit)
        except zlib.error:
            break  # some gateways name an encoding but send plain text, which may still be readable
        if len(body) > limit:
            return cut(body, limit)
        if defect:
            return body, f"its {each} body {defect}"
    return body, ""


def cut(body: bytes, limit: int) -> tuple[bytes, str]:
    """Return the start of a body that is too large, and the text that says so."""
    return body[:_KEPT], f"its body is larger than {limit:,} bytes, the limit set by max_response_size"


def _inflated(body: bytes, limit: int) -> tuple[bytes, str]:
    try:
        return _through(_GZIP_OR_ZLIB, body, limit)
    except zlib.error:
        # "deflate" should be zlib's format; some servers leave out its frame.
        return _through(_BARE, body, limit)


def _through(frame: int, body: bytes, limit: int) -> tuple[bytes, str]:
    """Return a decompressed body, at most one byte more than the limit, and what is wrong with it."""
    found = bytearray()
    member = zlib.decompressobj(frame)
    members = 1
    for start in range(0, len(body), _SLICE):
        given = body[start : start + _SLICE]
        while given:
            if member.eof:  # gzip allows several members, one after the other
                if not given.strip(b"\0"):
                    break  # some programs fill the last block with zeros
                if members == _MEMBERS:
                    return bytes(found), f"has more than {_MEMBERS:,} gzip members"
                member = zlib.decompressobj(frame)
                members += 1
            try:
                found += member.decompress(given, limit + 1 - len(found))
            except zlib.error:
                kept = bytes(found) or (_beginning(body, limit) if frame == _GZIP_OR_ZLIB else b"")
                if not kept:
                    raise
                return kept, "is damaged"
            if len(found) > limit:
                return bytes(found), ""
            given = member.unused_data
    return bytes(found), "" if member.eof else "breaks off"


def _beginning(body: bytes, limit: int) -> bytes:
    """Return what a damaged body has before the place of the damage, such as a wrong checksum at its end."""
    found = bytearray()
    member = zlib.decompressobj(_GZIP_OR_ZLIB)
    with suppress(zlib.error):
        for start in range(0, len(body), _SLICE):
            given = body[start : start + _SLICE]
            spare = member.copy()
            try:
                found += member.decompress(given, limit + 1 - len(found))
            except zlib.error:
                for each in range(len(given)):
                    found += spare.decompress(given[each : each + 1], limit + 1 - len(found))
                    if len(found) > limit:  # the next limit would be 0, which means none
                        break
                break
    return bytes(found)
