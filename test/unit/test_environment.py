"""Configuration.from_env: variables become settings, and invalid variables are reported."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from xi.sdk.resellers._core.hosts import split_host
from xi.sdk.resellers._environment import COMMAND, READ
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import ApiValueError

PRODUCTION = "https://api.ingrammicro.com:443"
TOKEN = {"XI_ACCESS_TOKEN": "tok-1"}
SETTINGS = {
    "host": PRODUCTION,
    "access_token": "tok-1",
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
        ({"PATH": "/bin", "CLIENT_ID": "x", "CI_ENVIRONMENT": "x", "MAXI_CLIENT_ID": "x"}, {}),
        ({"XI_ENVIRONMENT": "production"}, {}),
        ({"XI_ENVIRONMENT": "Production "}, {}),
        ({"XI_ENVIRONMENT": "sandbox"}, {"host": f"{PRODUCTION}/sandbox"}),
        ({"XI_ENVIRONMENT": " SANDBOX\r\n"}, {"host": f"{PRODUCTION}/sandbox"}),
        ({"XI_ENVIRONMENT": "http://localhost:8080"}, {"host": "http://localhost:8080"}),
        ({"XI_ENVIRONMENT": "HTTPS://gate.example/x"}, {"host": "HTTPS://gate.example/x"}),
        ({"XI_ACCESS_TOKEN": "tok-2\r\n"}, {"access_token": "tok-2"}),
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
    configuration = Configuration.from_env(TOKEN | environ)
    assert {name: getattr(configuration, name) for name in SETTINGS} == SETTINGS | expected


@pytest.mark.parametrize("blank", ["", " ", "\r\n"])
def test_an_empty_variable_counts_as_unset(blank: str) -> None:
    unread = ("XI_HOST", "XI_ENV", "XI_CLIENT_IDD")
    configuration = Configuration.from_env(dict.fromkeys((*READ, *unread), blank) | TOKEN)
    assert {name: getattr(configuration, name) for name in SETTINGS} == SETTINGS


def test_the_process_environment_is_read_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XI_ENVIRONMENT", "sandbox")
    monkeypatch.setenv("XI_ACCESS_TOKEN", "tok-env")
    configuration = Configuration.from_env()
    assert (configuration.host, configuration.access_token) == (f"{PRODUCTION}/sandbox", "tok-env")
    assert "tok-env" not in repr(vars(configuration))


def test_from_env_of_a_subclass_returns_the_subclass() -> None:
    class Mine(Configuration):
        pass

    assert type(Mine.from_env(TOKEN)) is Mine


@pytest.mark.parametrize(
    ("environ", "complaint"),
    [
        (
            {"XI_CLIENT_ID": "app-1"},
            "XI_CLIENT_SECRET is not set; set both XI_CLIENT_ID and XI_CLIENT_SECRET, or neither",
        ),
        (
            {"XI_CLIENT_SECRET": "hush"},
            "XI_CLIENT_ID is not set; set both XI_CLIENT_ID and XI_CLIENT_SECRET, or neither",
        ),
        ({"XI_CLIENT_ID": " ", "XI_CLIENT_SECRET": "hush"}, "XI_CLIENT_ID is not set"),
        ({"XI_CUSTOMER_NUMBER": "20-1"}, "XI_COUNTRY_CODE is not set"),
        ({"XI_COUNTRY_CODE": "US"}, "XI_CUSTOMER_NUMBER is not set"),
        ({"XI_SENDER_ID": "shop"}, "XI_SENDER_ID is set, but XI_CUSTOMER_NUMBER and XI_COUNTRY_CODE are not"),
        ({"XI_ENVIRONMENT": "staging"}, "XI_ENVIRONMENT is 'staging'; it should be production, sandbox or a URL"),
        ({"XI_ENVIRONMENT": "me:hush@gate.example"}, "XI_ENVIRONMENT is not one of its values"),
        *(
            ({"XI_CALLS_PER_MINUTE": text}, f"XI_CALLS_PER_MINUTE is {text!r}; it should be a whole number of calls")
            for text in ("0", "-1", "1.5", "many", "\u0661")
        ),
        ({"XI_CALLS_PER_MINUTE": "9" * 5_000}, "XI_CALLS_PER_MINUTE is '9999999999'; it should be a whole number"),
        ({"XI_CUSTOMER_NUMBER": "US", "XI_COUNTRY_CODE": "20-1"}, "XI_CUSTOMER_NUMBER: customer_number is 'US', which"),
        ({"XI_CUSTOMER_NUMBER": "20-1", "XI_COUNTRY_CODE": "USA"}, "XI_COUNTRY_CODE: country_code is 'USA'; it should"),
        ({"XI_ENVIRONMENT": "gate.example/?key=hush"}, "XI_ENVIRONMENT is not one of its values"),
        ({"XI_ENVIRONMENT": "https://me:hush@gate.example"}, "XI_ENVIRONMENT must not carry a user name or password"),
        ({"XI_ENVIRONMENT": "https://gate.example?k=hush"}, "XI_ENVIRONMENT must carry neither a query nor a fragment"),
        ({"XI_TOKEN_URL": "https://gate.example/#hush"}, "XI_TOKEN_URL must carry neither a query nor a fragment"),
        ({"XI_TOKEN_URL": "hush"}, "XI_TOKEN_URL does not begin with http:// or https://"),
        ({"XI_CLIENT_ID": "a", "XI_CLIENT_SECRET_FILE": "/nowhere"}, "XI_CLIENT_SECRET_FILE cannot be read: No such"),
        (
            {"XI_CLIENT_ID": "a", "XI_CLIENT_SECRET": "hush", "XI_CLIENT_SECRET_FILE": "/nowhere"},
            "XI_CLIENT_SECRET_FILE and XI_CLIENT_SECRET are both set",
        ),
        ({}, "no credentials: set client_id and client_secret, or access_token"),
        ({"XI_ENVIRONMENT": "sandbox"}, "(XI_CLIENT_ID and XI_CLIENT_SECRET, or XI_ACCESS_TOKEN)"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, dict) else "",
)
def test_the_error_about_an_invalid_variable_names_it(environ: dict[str, str], complaint: str) -> None:
    with pytest.raises(ApiValueError) as caught:
        Configuration.from_env(environ)
    assert complaint in str(caught.value)
    assert "hush" not in str(caught.value)
    assert str(caught.value.argument).startswith("XI_")


def test_the_secret_can_be_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("hush\n")
    environ = {"XI_CLIENT_ID": "app-1", "XI_CLIENT_SECRET_FILE": str(path)}
    assert Configuration.from_env(environ).client_secret == "hush"
    for unfit in (b"", b"\n", b"hush\nhush", b"\xff"):
        path.write_bytes(unfit)
        with pytest.raises(ApiValueError, match="XI_CLIENT_SECRET_FILE") as caught:
            Configuration.from_env(environ)
        assert "hush" not in str(caught.value)


def test_arguments_take_precedence_over_variables() -> None:
    environ = TOKEN | {"XI_ENVIRONMENT": "sandbox"}
    configuration = Configuration.from_env(environ, access_token="tok-own", ssl_ca_cert="ca.pem")
    assert (configuration.access_token, configuration.ssl_ca_cert) == ("tok-own", "ca.pem")
    assert configuration.host == f"{PRODUCTION}/sandbox"
    pair = Configuration.from_env({}, credentials=lambda: ("a", "b")).credentials
    assert pair is not None
    assert pair() == ("a", "b")


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        ("XI_ENV XI_HOST XI_URL XI_BASE_URL XI_API_HOST XI_SANDBOX XI_ENVIROMENT xi_environment", "XI_ENVIRONMENT"),
        ("XI_TOKEN XI_BEARER_TOKEN XI_ACESS_TOKEN XI_ACCESSTOKEN Xi_Access_Token XI-ACCESS-TOKEN", "XI_ACCESS_TOKEN"),
        ("XI_SECRET XI_API_SECRET XI_PASSWORD XI_CLIENT_SECERT XI_SECRET_KEY", "XI_CLIENT_SECRET"),
        ("XI_KEY XI_API_KEY XI_CLIENT XI_APP_ID XI_CLIENTID XICLIENT_ID XI_ID_CLIENT", "XI_CLIENT_ID"),
        ("XI_OAUTH_URL XI_TOKEN_URI XI_TOKENURL", "XI_TOKEN_URL"),
        ("XI_CUSTOMER XI_ACCOUNT XI_CUSTOMER_NUMBERS XI_COSTUMER_NUMBER", "XI_CUSTOMER_NUMBER"),
        ("XI_COUNTRY XI_COUNTY_CODE", "XI_COUNTRY_CODE"),
        ("XI_RATE_LIMIT XI_CALLS_PER_MINUTES", "XI_CALLS_PER_MINUTE"),
        ("XI_CA XI_CA_BUNDLE XI_CA_CERTS XI_SSL_CERT_FILE", "XI_CA_CERT"),
        ("XI_PROFIL", "XI_PROFILE"),
        ("XI_LEDGERS", "XI_LEDGER"),
        ("XI_SANDBOX_TOKENS", "XI_SANDBOX_TOKEN"),
        ("XI_PROXY", "HTTPS_PROXY"),
    ],
)
def test_a_misspelt_variable_is_refused_and_the_error_suggests_the_right_name(names: str, meant: str) -> None:
    for name in names.split():
        with pytest.raises(ApiValueError) as caught:
            Configuration.from_env(TOKEN | {name: "hush"})
        assert str(caught.value) == f"{name} is not read; use {meant}"
        assert caught.value.argument == name


def test_unknown_variables_are_logged_once_except_those_of_the_command_and_of_kubernetes(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xi.sdk.resellers._environment._logged", set())
    names = """XI_SERVICE_HOST XI_SERVICE_PORT XI_SERVICE_PORT_HTTP XI_PORT XI_PORT_8099_TCP XI_PORT_8099_TCP_ADDR
        XI_CLIENT_SERVICE_HOST XI_SANDBOX_PORT XI_HOST_SERVICE_HOST XI_TOKEN_PORT_443_TCP_PROTO"""
    own = ("XI_TEAM", "XI_CLIENT_NAME_OF_OURS", "XI_MODE")
    environ = TOKEN | dict.fromkeys((*names.split(), *own, *COMMAND, "XIAOMI", "XI"), "hush")
    with caplog.at_level(logging.INFO, "xi.sdk.resellers"):
        Configuration.from_env(environ)
        Configuration.from_env(environ)
    told = {(record.levelname, record.args[0]) for record in caplog.records if isinstance(record.args, tuple)}
    assert told == {("INFO", name) for name in names.split()} | {("WARNING", name) for name in own}
    assert len(caplog.records) == len(told)
    assert "hush" not in caplog.text


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
def test_the_sandbox_prefix_is_in_the_host_exactly_once(host: str, prefix: str) -> None:
    assert split_host(host) == (PRODUCTION, prefix)
    assert split_host(Configuration.from_env(TOKEN | {"XI_ENVIRONMENT": host}).host) == (PRODUCTION, prefix)
