"""Decodes the body of a response, in the few charsets that servers and gateways use."""

from __future__ import annotations

import json
import re
from codecs import getincrementaldecoder
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
"""Five charsets with their names. A server must not choose from all codecs of Python: some are very slow."""


def decoded(body: bytes, content_type: str, *, is_cut: bool = False) -> str:
    """Return the text of a body; it never fails.

    Args:
        body: the body, decompressed.
        content_type: its Content-Type header. A charset in it is used if it is one of the five known ones and the body
            is valid in it. Otherwise the body is read as UTF-8, or as Latin-1 if it is not valid UTF-8. JSON in UTF-16
            or UTF-32 shows that by its first bytes, whatever the header says.
        is_cut: whether the body breaks off; half a character at its end is left out then.
    """
    named = _NAMED.search(content_type)
    codec = _CODECS.get(named[1].lower().replace("_", "-"), "utf-8") if named else "utf-8"
    for each in (*([json.detect_encoding(body)] if b"\0" in body[:4] else ()), codec, "utf-8"):
        with suppress(UnicodeError):
            text = getincrementaldecoder(each)().decode(body) if is_cut else body.decode(each)
            return text.removeprefix("\ufeff")
    return body.decode("latin-1")  # which reads any bytes
