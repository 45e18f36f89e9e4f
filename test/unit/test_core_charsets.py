"""Bodies are read in five charsets; any other name is one of a server that could choose a slow one."""

from __future__ import annotations

import sys
from decimal import Decimal

import pytest

from xi.sdk.resellers._charsets import decoded
from xi.sdk.resellers._exact import loaded
from xi.sdk.resellers.api_response import ApiResponse

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
        ('["é"]'.encode("utf-16"), "application/json", '["é"]'),
        ('["é"]'.encode("utf-16-le"), "application/json; charset=utf-8", '["é"]'),
        ('["é"]'.encode("utf-32-be"), "application/json", '["é"]'),
        ('{"日本語": "日本語"}'.encode("utf-16-be"), "application/json", '{"日本語": "日本語"}'),
        (b'\0{"orders": [1,2]}', "application/json", '\0{"orders": [1,2]}'),
        (b'{\0"orders": [1,2]}', "application/json; charset=utf-8", '{\0"orders": [1,2]}'),
    ],
)
def test_a_body_is_decoded_in_its_declared_charset_if_that_is_valid(
    body: bytes, content_type: str, expected: str
) -> None:
    assert decoded(body, content_type) == expected


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        (TEXT.encode()[:-1], "application/json", TEXT[:-1]),
        (TEXT.encode("utf-16")[:-1], "text/plain; charset=utf-16", TEXT[:-1]),
        ('["é"]'.encode("utf-16-le")[:-1], "application/json", '["é"'),
        (b"Gr\xfc\xdfe", "text/html; charset=ISO-8859-1", "Grüße"),
        (b"caf\xff", "", "caf\xff"),
    ],
)
def test_of_a_body_that_breaks_off_all_whole_characters_are_read(body: bytes, content_type: str, expected: str) -> None:
    assert decoded(body, content_type, is_cut=True) == expected


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


@pytest.mark.parametrize("content_type", ["application/json; charset=punycode", "application/json", ""])
def test_exact_amounts_are_read_from_a_text_in_the_same_charsets(content_type: str) -> None:
    raw = b'{"name": "caf\xe9-b0b0", "price": 5.10}'
    answer = ApiResponse[object](status_code=200, headers={"Content-Type": content_type}, data=None, raw_data=raw)
    assert loaded(answer) == {"name": "caf\xe9-b0b0", "price": Decimal("5.10")}
