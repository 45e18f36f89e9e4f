"""One rule says what this machine is."""

from __future__ import annotations

import pytest

from xi.sdk.resellers._core.hosts import is_this_machine


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "127.255.255.254", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", "::1%lo"]
)
def test_these_are_this_machine(host: str) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize(
    "host",
    [
        *("0.0.0.0", "::ffff:10.0.0.1", "127.1", "2130706433", "[::1]", "128.0.0.1", "::2"),
        *("", "127.example.com", "127.0.0.1.example", "localhost.example", "localhost.", "my-localhost"),
    ],
)
def test_these_are_not_this_machine(host: str) -> None:
    assert not is_this_machine(host)
