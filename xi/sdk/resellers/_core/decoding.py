"""Reads the text of an answer's body in the few charsets that servers and gateways use."""

from __future__ import annotations

import re
from contextlib import suppress

_NAMED = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-16",
    "utf16": "utf-16",
    "iso-8859-1": "latin-1",
    "iso8859-1": "latin-1",
    "latin-1": "latin-1",
    "latin1": "latin-1",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "us-ascii": "ascii",
    "ascii": "ascii",
}
"""Five charsets, by the names they go by. A server may not choose among all that Python knows: some are very slow."""


def decoded(body: bytes, content_type: str) -> str:
    """Return the text of a body, whatever its bytes.

    Args:
        body: unpacked.
        content_type: the header it came with. A charset it names is used if it is one of the five known ones and fits
            the body; otherwise the body is read as UTF-8, and as Latin-1 where it is not even that.
    """
    named = _NAMED.search(content_type)
    codec = _CODECS.get(named[1].lower().replace("_", "-"), "utf-8") if named else "utf-8"
    for each in (codec, "utf-8"):
        with suppress(UnicodeError):
            return body.decode(each).removeprefix("\ufeff")
    return body.decode("latin-1")  # which reads any bytes
