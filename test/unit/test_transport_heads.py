"""The one form into which the head of an answer is brought before either HTTP library reads it."""

from __future__ import annotations

import pytest

from xi.sdk.resellers._transport.chunks import chunk_size
from xi.sdk.resellers._transport.heads import UnreadableHead, mended, status_line

OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (OK + b"X-A: 1\r\n\r\n", OK + b"X-A: 1\r\n\r\n"),
        (OK + b"X-A: 1\r\n 2\r\n\t\r\n\t3\r\n\r\n", OK + b"X-A: 1 2 3\r\n\r\n"),
        (OK + b" folded\r\nX-A: 1\r\n\r\n", OK + b"X-A: 1\r\n\r\n"),
        (OK + b"none\r\n of it\r\nX-A : 1\r\n\r\n", OK + b"X-A: 1\r\n\r\n"),
        (OK + b"X-A: \0a\x01b\rc\x7f\r\n\x0bX-B: 1\r\n\r\n", OK + b"X-A:  a b c\r\n\r\n"),
        (OK + b"X-A: a\tb\t\r\n\r\n", OK + b"X-A: a\tb\r\n\r\n"),
        (b"HTTP/1.0\t200 \0 OK \r\nX-A: 1\r\n\r\n", b"HTTP/1.0 200 OK\r\nX-A: 1\r\n\r\n"),
        (b"HTTP/1.7 204 \n\n", b"HTTP/1.1 204 \r\n\r\n"),
    ],
)
def test_a_head_is_brought_into_one_form(given: bytes, wanted: bytes) -> None:
    assert mended(given) == wanted


@pytest.mark.parametrize(
    "line",
    [
        b"HTTP/2.0 200 OK\r\n",
        b"HTTP/1.x 200 OK\r\n",
        b"HTTP/1.1 +200 OK\r\n",
        b"HTTP/1.1 0200 OK\r\n",
        b"HTTP/1.1 099 OK\r\n",
        b"HTTP/1.1 200OK\r\n",
        b"HTTP/1.1 20\x000 OK\r\n",
        b"RTSP/1.0 200 OK\r\n",
        b"\r\n",
    ],
)
def test_what_is_no_status_line_is_refused(line: bytes) -> None:
    with pytest.raises(UnreadableHead, match="no status line"):
        status_line(line)
    with pytest.raises(UnreadableHead, match="no status line"):
        mended(line + b"X-A: 1\r\n\r\n")


@pytest.mark.parametrize(
    ("line", "size"),
    [
        (b"0\r\n", 0),
        (b"00A3 ;x=y\r\n", 163),
        (b" a\n", 10),
        (b"0", None),
        (b"0\r", None),
        (b"0\r\r\n", None),
        (b"-1\r\n", None),
        (b"+1\r\n", None),
        (b"0x1\r\n", None),
        (b"1_0\r\n", None),
        (b"\r\n", None),
        (b"1" * 17 + b"\r\n", None),
    ],
)
def test_only_a_whole_line_states_the_size_of_a_chunk(line: bytes, size: int | None) -> None:
    assert chunk_size(line) == size
