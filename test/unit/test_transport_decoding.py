"""Packed bodies are unpacked in bounds: of size, of members, of layers."""

from __future__ import annotations

import zlib
from gzip import compress

import pytest

from xi.sdk.resellers._transport import decoding
from xi.sdk.resellers._transport.decoding import decoded

EMPTY = compress(b"")


class Counting:
    """zlib, counting the bytes it is handed."""

    error = zlib.error

    def __init__(self) -> None:
        self.bytes = 0

    def decompressobj(self, frame: int):
        real, counting = zlib.decompressobj(frame), self

        class Member:
            eof = property(lambda _: real.eof)
            unused_data = property(lambda _: real.unused_data)

            def decompress(self, data: bytes, limit: int) -> bytes:
                counting.bytes += len(data)
                return real.decompress(data, limit)

        return Member()


def test_the_cost_of_many_empty_members_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for times in (1, 2, 4, 8):
        counting = Counting()
        monkeypatch.setattr(decoding, "zlib", counting)
        body, defect = decoded(EMPTY * 25_000 * times, "gzip", 1 << 26)
        assert (body, defect) == (b"", "its gzip body has more than 4,096 gzip members")
        found.append(counting.bytes)
    assert len(set(found)) == 1
    assert found[0] < 1 << 26


def test_members_within_the_bound_are_one_body() -> None:
    body = b"".join(compress(b"%d," % i) for i in range(4096))
    assert decoded(body, "gzip", 1 << 20) == (b"".join(b"%d," % i for i in range(4096)), "")


@pytest.mark.parametrize("size", [0, 1, 1 << 14, (1 << 14) + 1, 100_000])
def test_a_body_of_any_size_comes_out_whole(size: int) -> None:
    body = bytes(i * 7919 % 251 for i in range(size))
    assert decoded(compress(body), "gzip", 1 << 20) == (body, "")
    assert decoded(zlib.compress(body), "deflate", 1 << 20) == (body, "")
    assert decoded(zlib.compress(body)[2:-4], "deflate", 1 << 20) == (body, "")


def test_a_body_packed_over_and_over_is_left_alone() -> None:
    body = b"{}"
    for _ in range(4):
        body = compress(body)
    assert decoded(body, "gzip, gzip, gzip, gzip", 1 << 20) == (
        body,
        "it is packed 4 times over; at most 3 are undone",
    )
    assert decoded(b"", ", ".join(["gzip"] * 9), 1 << 20) == (b"", "")


def test_a_limit_holds_to_the_byte() -> None:
    packed = compress(b"a" * 1000)
    assert decoded(packed, "gzip", 1000) == (b"a" * 1000, "")
    assert decoded(packed, "gzip", 999)[1].startswith("its body is larger than 999 bytes")


def test_what_a_damaged_body_has_is_kept_and_zeros_behind_it_are_no_damage() -> None:
    body = bytes(i * 7919 % 251 for i in range(60_000))
    packed = compress(body)
    assert decoded(packed + b"\0" * 40_000, "gzip", 1 << 20) == (body, "")
    assert decoded(packed[:-8] + b"\0" * 8, "gzip", 1 << 20) == (body, "its gzip body is damaged")
    assert decoded(packed + b"more", "gzip", 1 << 20) == (body, "its gzip body is damaged")
    begun, defect = decoded(packed[:-40], "gzip", 1 << 20)
    assert (body.startswith(begun), bool(begun), defect) == (True, True, "its gzip body breaks off")
    assert decoded(packed[:-8] + b"\0" * 8, "gzip", 100)[1].startswith("its body is larger than 100 bytes")


@pytest.mark.parametrize("name", ["utf-8", "none", "br"])
@pytest.mark.parametrize("body", [b'{"a": 1}', b" [1]"])
def test_json_that_is_not_packed_is_read_under_any_name(name: str, body: bytes) -> None:
    assert decoded(body, name, 1 << 20) == (body, "")


@pytest.mark.parametrize("body", [b"not packed, and no JSON", b"x\x9cnot zlib"])
def test_text_that_is_named_gzip_stays_text(body: bytes) -> None:
    assert decoded(body, "gzip", 1 << 20) == (body, "")


def test_what_is_too_long_for_the_name_of_an_encoding_is_not_shown() -> None:
    _, defect = decoded(b"x", "tok-SECRET-0123456789", 9)
    assert defect == "its encoding, a name of 21 characters, was not asked for and is not known"
