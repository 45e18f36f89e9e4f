"""One rule says what this machine is."""

from __future__ import annotations

import pytest

from xi.sdk.resellers._core.hosts import is_this_machine, split_host
from xi.sdk.resellers.exceptions import ApiValueError


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


@pytest.mark.parametrize(
    ("host", "fault"),
    [
        (" ", "is blank"),
        ("https://me:secret@api.example", "must not carry a user name or password, which have settings of their own"),
        ("https://api.example/a b", "holds a blank or a control character"),
        ("https://api.example:port", "is not a URL"),
        ("api.example", "does not begin with http:// or https://"),
        ("https://", "names no server"),
        ("https://api.example:0", "names no server"),
        ("https://api.example/?key=1", "must carry neither a query nor a fragment"),
        ("https://api.example/#", "must carry neither a query nor a fragment"),
    ],
)
def test_a_host_that_is_refused_is_told_why_and_what_would_be_right(host: str, fault: str) -> None:
    with pytest.raises(ApiValueError) as caught:
        split_host(host)
    assert str(caught.value) == f"host {fault}; it should be like https://api.ingrammicro.com:443"
