"""Configuration.from_env: from variables to settings, and what is said of variables that do not fit."""

from __future__ import annotations

from typing import Any

import pytest

from xi.sdk.resellers._core.build import split_host
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import ApiValueError

PRODUCTION = "https://api.ingrammicro.com:443"
SETTINGS = {
    "host": PRODUCTION,
    "access_token": None,
    "client_id": None,
    "client_secret": None,
    "token_url": None,
    "calls_per_minute": None,
    "ssl_ca_cert": None,
    "account": None,
}


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, {}),
        ({"PATH": "/bin", "CLIENT_ID": "x", "xi_client_id": "x"}, {}),
        ({"XI_ENVIRONMENT": "production"}, {}),
        ({"XI_ENVIRONMENT": "Production "}, {}),
        ({"XI_ENVIRONMENT": "sandbox"}, {"host": f"{PRODUCTION}/sandbox"}),
        ({"XI_ENVIRONMENT": " SANDBOX\r\n"}, {"host": f"{PRODUCTION}/sandbox"}),
        ({"XI_ENVIRONMENT": "http://localhost:8080"}, {"host": "http://localhost:8080"}),
        ({"XI_ENVIRONMENT": "HTTPS://gate.example/x"}, {"host": "HTTPS://gate.example/x"}),
        ({"XI_ACCESS_TOKEN": "tok-1"}, {"access_token": "tok-1"}),
        (
            {"XI_CLIENT_ID": "app-1", "XI_CLIENT_SECRET": "hush\r"},
            {"client_id": "app-1", "client_secret": "hush"},
        ),
        ({"XI_TOKEN_URL": "https://login.example/t"}, {"token_url": "https://login.example/t"}),
        ({"XI_CALLS_PER_MINUTE": " 60 "}, {"calls_per_minute": 60}),
        ({"XI_CA_CERT": "/etc/ca.pem"}, {"ssl_ca_cert": "/etc/ca.pem"}),
        (
            {"XI_CUSTOMER_NUMBER": "20-222222", "XI_COUNTRY_CODE": "US"},
            {"account": Account("20-222222", "US")},
        ),
        (
            {"XI_CUSTOMER_NUMBER": "20-222222", "XI_COUNTRY_CODE": "US", "XI_SENDER_ID": "shop"},
            {"account": Account("20-222222", "US", "shop")},
        ),
    ],
    ids=lambda value: " ".join(value) or "nothing",
)
def test_variables_become_settings(environ: dict[str, str], expected: dict[str, Any]) -> None:
    configuration = Configuration.from_env(environ)
    assert {name: getattr(configuration, name) for name in SETTINGS} == SETTINGS | expected


@pytest.mark.parametrize("blank", ["", " ", "\r\n"])
def test_an_empty_variable_counts_as_unset(blank: str) -> None:
    names = (
        "ENVIRONMENT ACCESS_TOKEN CLIENT_ID CLIENT_SECRET TOKEN_URL CALLS_PER_MINUTE CA_CERT CUSTOMER_NUMBER "
        "COUNTRY_CODE SENDER_ID"
    )
    configuration = Configuration.from_env({f"XI_{name}": blank for name in names.split()})
    assert {name: getattr(configuration, name) for name in SETTINGS} == SETTINGS


def test_the_process_environment_is_read_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XI_ENVIRONMENT", "sandbox")
    monkeypatch.setenv("XI_ACCESS_TOKEN", "tok-env")
    configuration = Configuration.from_env()
    assert (configuration.host, configuration.access_token) == (f"{PRODUCTION}/sandbox", "tok-env")
    assert "tok-env" not in repr(vars(configuration))


def test_a_subclass_makes_its_own() -> None:
    class Mine(Configuration):
        pass

    assert type(Mine.from_env({})) is Mine


@pytest.mark.parametrize(
    ("environ", "complaint"),
    [
        ({"XI_CLIENT_ID": "app-1"}, "XI_CLIENT_SECRET is not set; XI_CLIENT_ID and XI_CLIENT_SECRET go together"),
        ({"XI_CLIENT_SECRET": "hush"}, "XI_CLIENT_ID is not set; XI_CLIENT_ID and XI_CLIENT_SECRET go together"),
        ({"XI_CLIENT_ID": " ", "XI_CLIENT_SECRET": "hush"}, "XI_CLIENT_ID is not set"),
        ({"XI_CUSTOMER_NUMBER": "20-1"}, "XI_COUNTRY_CODE is not set"),
        ({"XI_COUNTRY_CODE": "US"}, "XI_CUSTOMER_NUMBER is not set"),
        ({"XI_SENDER_ID": "shop"}, "XI_SENDER_ID is set without XI_CUSTOMER_NUMBER and XI_COUNTRY_CODE"),
        ({"XI_ENVIRONMENT": "staging"}, "XI_ENVIRONMENT is 'staging'; it should be production, sandbox or a URL"),
        ({"XI_ENVIRONMENT": "me:hush@gate.example"}, "XI_ENVIRONMENT is not one of its values"),
        *(
            ({"XI_CALLS_PER_MINUTE": text}, f"XI_CALLS_PER_MINUTE is {text!r}; it should be a whole number of calls")
            for text in ("0", "-1", "1.5", "many", "\u0661", "9" * 5_000)
        ),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, dict) else "",
)
def test_a_variable_that_does_not_fit_is_named(environ: dict[str, str], complaint: str) -> None:
    with pytest.raises(ApiValueError) as caught:
        Configuration.from_env(environ)
    assert complaint in str(caught.value)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("host", "prefix"),
    [
        (PRODUCTION, ""),
        (f"{PRODUCTION}/", ""),
        (f"{PRODUCTION}/sandbox", "/sandbox"),
        (f"{PRODUCTION}/sandbox/", "/sandbox"),
        (f"{PRODUCTION}/sandbox/sandbox", "/sandbox"),
        (f"{PRODUCTION}/sandbox/sandbox/sandbox//", "/sandbox"),
        (f"{PRODUCTION}/gate/sandbox/sandbox", "/gate/sandbox"),
        (f"{PRODUCTION}/my-sandbox/sandbox", "/my-sandbox/sandbox"),
    ],
)
def test_the_prefix_of_the_sandbox_is_there_once_and_only_once(host: str, prefix: str) -> None:
    assert split_host(host) == (PRODUCTION, prefix)
    assert split_host(Configuration.from_env({"XI_ENVIRONMENT": host}).host) == (PRODUCTION, prefix)
