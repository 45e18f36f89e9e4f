"""Bodies are read in five charsets; any other name is one of a server that could choose a slow one."""

from __future__ import annotations

import sys

import pytest

from xi.sdk.resellers._core.charsets import decoded

TEXT = "Grüße €"


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        (TEXT.encode(), "", TEXT),
        (TEXT.encode(), "application/json; charset=UTF-8", TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), "application/json", TEXT),
        (TEXT.encode("utf-16"), 'text/plain; charset="utf-16"', TEXT),
        (b"Gr\xfc\xdfe", "text/html; charset=ISO-8859-1", "Grüße"),
        (b"Gr\xfc\xdfe \x80", "text/html;charset = windows-1252", TEXT),
        (b"plain", "text/plain; charset=us-ascii", "plain"),
        (b"Gr\xfc\xdfe", "text/plain; charset=us-ascii", "Grüße"),
        (b"Gr\xfc\xdfe", "text/plain", "Grüße"),
        (TEXT.encode(), "text/plain; charset=idna", TEXT),
        (b"a-0", "text/plain; charset=punycode", "a-0"),
        (b"+AGE-", "text/plain; charset=utf-7", "+AGE-"),
        (b"a", "text/plain; charset=utf-16", "a"),
        (b"\x81", "text/plain; charset=windows-1252", "\x81"),
    ],
)
def test_a_body_is_decoded_in_its_declared_charset_if_that_is_valid(
    body: bytes, content_type: str, expected: str
) -> None:
    assert decoded(body, content_type) == expected


def steps(size: int) -> int:
    counted = 0

    def count(*_: object) -> object:
        nonlocal counted
        counted += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        decoded(b"\xc3" * size, "text/plain; charset=punycode")
    finally:
        sys.settrace(before)
    return counted


def test_the_time_to_decode_is_linear_for_every_charset() -> None:
    assert steps(400_000) == steps(4)
