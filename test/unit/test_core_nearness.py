"""Which known name a mistyped one stands for."""

from __future__ import annotations

import pytest

from xi.sdk.resellers._core.nearness import nearest

KNOWN = ("host", "proxy", "retry", "retries", "client_id", "client_secret", "access_token", "verify_ssl", "ssl_ca_cert")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("acess_token", "access_token"),
        ("accessToken", "access_token"),
        ("ACCESS-TOKEN", "access_token"),
        ("acccess_tokne", "access_token"),
        ("client_secert", "client_secret"),
        ("clientsecret", "client_secret"),
        ("secret_client", "client_secret"),
        ("Secret-Client", "client_secret"),
        ("ssl_verify", "verify_ssl"),
        ("verifyssl", "verify_ssl"),
        ("hsot", "host"),
        ("hst", "host"),
        ("retrys", "retry"),
        ("retrie", "retries"),
        ("client_ic", "client_id"),
        ("ghost2", None),
        ("tenant", None),
        ("client", None),
        ("secret", None),
        ("proxies", None),
        ("", None),
    ],
)
def test_a_mistyped_name_finds_the_similar_known_name(given: str, meant: str | None) -> None:
    assert nearest(given, KNOWN) == meant
