"""Decodes the body of a response, in the few charsets that servers and gateways use."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

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
_SAMPLE = 64
"""Bytes in which zeros are counted; in UTF-16 nearly every second byte of a body is one."""


def decoded(body: bytes, content_type: str, *, is_cut: bool = False) -> str:
    """Return the text of a body; it never fails.

    Args:
        body: the body, decompressed.
        content_type: its Content-Type header. A charset in it is used if it is one of the five known ones and the body
            is valid in it. Otherwise the body is read as UTF-8, or as Latin-1 if it is not valid UTF-8. UTF-16 and
            UTF-32 show themselves by the first bytes, whatever the header says: by a mark, or by zeros.
        is_cut: whether the body breaks off; half a character at its end is left out then.
    """
    for each in _tried(body, content_type):
        with suppress(UnicodeError):
            text = getincrementaldecoder(each)().decode(body) if is_cut else body.decode(each)
            return text.removeprefix("\ufeff")
    return body.decode("latin-1")  # which reads any bytes


def _tried(body: bytes, content_type: str) -> list[str]:
    """Return the codecs that a body may be in, the likeliest first."""
    named = _NAMED.search(content_type)
    codec = _CODECS.get(named[1].lower().replace("_", "-"), "utf-8") if named else "utf-8"
    # A single zero before a text in UTF-8 is a slip of a server, and not the first half of a character.
    first = body[:_SAMPLE]
    has_zeros = b"\0" in first[:4] and first.count(0) * 8 > len(first)
    is_wide = has_zeros or body.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    return [*([json.detect_encoding(body)] if is_wide else ()), codec, "utf-8"]


def rewritten(body: bytes, content_type: str, change: Callable[[str], str]) -> bytes:
    """Return a body with its text changed, in whatever charset `decoded` reads it.

    Args:
        body: the body, decompressed; it may break off.
        content_type: its Content-Type header.
        change: returns the changed text, or the same text if there is nothing to change in it.
    """
    tried = _tried(body, content_type)
    for each in dict.fromkeys(tried):
        # What is no character is kept, but for UTF-32, which has no way to keep it.
        errors = "surrogatepass" if "16" in each else "replace" if "32" in each else "surrogateescape"
        reader = getincrementaldecoder(each)(errors)
        with suppress(UnicodeError):
            text = reader.decode(body)
            changed = change(text)
            if changed != text:
                # Half a character at the end is kept: the reader has it.
                body = changed.encode(each, errors) + reader.getstate()[0]
    if b"\0" in body:
        # Perhaps characters of several bytes each, in a charset that nothing names.
        text = body.replace(b"\0", b"").decode("utf-8", "ignore")
        changed = change(text)
        if changed != text:
            body = changed.encode(tried[0], "replace")
    return body
