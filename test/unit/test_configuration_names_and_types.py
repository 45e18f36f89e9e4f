"""Configuration refuses a misspelt name or a wrong type at the assignment, and accepts attributes of the program."""

from __future__ import annotations

import copy
import os
import pickle
from functools import partial
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import Mock

import pytest
import urllib3

from xi.sdk.resellers import Account, ApiClient, Configuration
from xi.sdk.resellers._settings import SETTINGS
from xi.sdk.resellers.exceptions import ApiAttributeError, ApiTypeError, ApiValueError


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("acess_token", "access_token"),
        ("accessToken", "access_token"),
        ("verifyssl", "verify_ssl"),
        ("ssl_verify", "verify_ssl"),
        ("client_secert", "client_secret"),
        ("clientid", "client_id"),
        ("hosts", "host"),
        ("proxys", "proxy"),
        ("retrys", "retry"),
        ("max_respone_size", "max_response_size"),
        ("credential", "credentials"),
        ("debgu", "debug"),
    ],
)
def test_a_misspelt_name_is_refused_and_the_error_has_the_correct_one(given: str, meant: str) -> None:
    class Ours(Configuration):
        pass

    for configuration in (Configuration(), Ours()):
        with pytest.raises(ApiAttributeError) as caught:
            setattr(configuration, given, "hush")
        assert str(caught.value) == f"Configuration has no {given!r}; did you mean {meant!r}?"
        assert caught.value.argument == given
        assert given not in vars(configuration)


class Own(Configuration):
    """As programs for 1.1.0 have them."""

    clientid: str
    retrys: ClassVar[int] = 3

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hosts = ["a"]
        self.clientid = "c"
        self.tenant = "t"

    @property
    def accesstoken(self) -> str:
        return "x"

    @accesstoken.setter
    def accesstoken(self, value: str) -> None:
        self._kept = value


def test_attributes_of_the_program_are_accepted() -> None:
    configuration = Configuration()
    for name in ("tenant", "_acess_token", "timeout", "account_manager", "x", "auth_settings"):
        setattr(configuration, name, "own")
        assert getattr(configuration, name) == "own"
    own = Own()
    own.hosts = ["b"]
    own.retrys = 4
    own.accesstoken = "y"
    with pytest.raises(ApiAttributeError, match="access_token"):
        own.acess_token = "y"
    for twin in (copy.copy(own), copy.deepcopy(own), pickle.loads(pickle.dumps(own))):
        assert type(twin) is Own
        assert (twin.hosts, twin.clientid, twin.tenant, twin.retrys) == (["b"], "c", "t", 4)


def test_every_setting_is_in_the_table_and_accepts_its_own_value() -> None:
    configuration = Configuration()
    public = {name for name in vars(configuration) if not name.startswith("_")}
    public |= {name for name, value in vars(Configuration).items() if isinstance(value, property)}
    assert public == SETTINGS.keys()
    for name in sorted(public):
        setattr(configuration, name, getattr(configuration, name))


def _token() -> str:
    return "t"


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("verify_ssl", (True, False, 1, 0)),
        ("debug", (False, 0)),
        ("client_side_validation", (True, 0, None)),
        ("ssl_ca_cert", ("ca.pem", Path("ca.pem"), None)),
        ("assert_hostname", ("h.example", False, None)),
        ("connection_pool_maxsize", (1, None)),
        ("proxy_headers", ({"a": "b"}, urllib3.HTTPHeaderDict(), None)),
        ("access_token", ("t", _token, partial(_token), Mock(), None)),
        ("credentials", (_token, Mock(), None)),
        ("retries", (0, 3, False, urllib3.Retry(2), None)),
        ("calls_per_minute", (1, None)),
        ("account", (Account("20-1", "US"), None)),
        ("observer", (print, None)),
    ],
)
def test_a_setting_accepts_valid_values(name: str, values: tuple[Any, ...]) -> None:
    configuration = Configuration()
    for value in values:
        setattr(configuration, name, value)
        assert getattr(configuration, name) == value


WRONG: list[tuple[str, tuple[Any, ...], str]] = [
    ("verify_ssl", ("False", "true", "", "/etc/ca.pem", None, [], 2), "it should be True or False"),
    ("debug", ("False", "0", 2, []), "it should be True or False"),
    ("client_side_validation", ("no",), "it should be True or False"),
    ("host", (b"https://h", 5, ["https://h"]), "host should be a str, not"),
    ("access_token", (b"hush", ["hush"], 5), "access_token should be a str, or a function that returns one, not"),
    ("credentials", (("id", "hush"), "hush"), "should be a function that returns (client_id, client_secret), not"),
    ("client_id", (5, b"a"), "client_id should be a str, or None, not"),
    ("client_secret", (5, b"hush", _token), "client_secret should be a str, or None, not"),
    ("token_url", (5,), "token_url should be a str, or None, not int"),
    ("password", (5,), "password should be a str, or None, not int"),
    ("proxy", ({"https": "http://me:hush@p"},), "proxy should be a str, or None, not dict"),
    ("proxy_headers", ("hush", [("a", "hush")]), "proxy_headers should be a dict, not"),
    ("api_key", ("hush",), "api_key should be a dict, not str"),
    ("ssl_ca_cert", (True, 5), "ssl_ca_cert should be a path, or None, not"),
    ("cert_file", (("c", "k"),), "cert_file should be a path, or None, not tuple"),
    ("assert_hostname", ("False", "none", 5), "a host name, False or None"),
    ("connection_pool_maxsize", ("10", 1.5, True), "a whole number, or None, not"),
    ("max_response_size", ("64", None, 0, -1), "bytes"),
    ("calls_per_minute", ("60", 0, 1.5, True), "it should be a whole number of calls, 1 or more"),
    ("retries", ("3", [3]), "a whole number of repeats, a urllib3.Retry, or None, not"),
    ("account", ("20-222222", ("20-222222", "US")), 'should be an Account, such as Account("20-222222", "US"), not'),
    ("observer", ("print",), "observer should be a function, or None, not str"),
]


@pytest.mark.parametrize(("name", "values", "complaint"), WRONG, ids=[name for name, *_ in WRONG])
def test_a_setting_refuses_invalid_values_when_they_are_assigned(
    name: str, values: tuple[Any, ...], complaint: str
) -> None:
    configuration = Configuration()
    before = getattr(configuration, name)
    for value in values:
        with pytest.raises((ApiTypeError, ApiValueError)) as caught:
            setattr(configuration, name, value)
        assert complaint in str(caught.value)
        assert str(caught.value).startswith(name)
        assert caught.value.argument == name
        assert "hush" not in str(caught.value)
        assert getattr(configuration, name) == before


def test_the_constructor_refuses_invalid_values() -> None:
    for given in ({"host": 5}, {"access_token": 5}, {"ssl_ca_cert": True}, {"credentials": ("a", "b")}):
        with pytest.raises(ApiTypeError, match=next(iter(given))):
            Configuration(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("cores", "kept"), [(None, 32), (2, 32), (16, 80)])
def test_as_many_connections_are_kept_as_many_threads_use(monkeypatch, cores: int | None, kept: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert Configuration().connection_pool_maxsize == kept
    ApiClient(Configuration(), transport=Mock()).close()


URLS = (
    "https://me:hush@h.example",
    "https://hush@h.example/x",
    "https:/me:hush@h.example",
    "me:hush@h.example",
    "https://h.example/?key=hush",
    "https://h.example?hush",
    "https://h.example/#hush",
    "ftp://h.example/hush",
    "hush",
    "https://h.example:hush/",
    "https://[hush/",
    "https://",
    "https:///hush",
    "https://h.example /hush",
    "https://h.example\r\nhush",
    "https://h.example:0/hush",
    "HTTPS//hush",
    "  ",
    "",
)


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("setting", ["host", "token_url"])
def test_an_invalid_url_is_refused_and_not_repeated_in_the_error(setting: str, url: str) -> None:
    configuration = Configuration(client_id="a", client_secret="b")
    setattr(configuration, setting, url)
    with pytest.raises(ApiValueError) as caught:
        ApiClient(configuration, transport=Mock())
    said = str(caught.value)
    assert said.startswith(f"{setting} ")
    assert "it should be like https://api.ingrammicro.com:443" in said
    assert "hush" not in said
    assert "h.example" not in said
    assert "\n" not in said
    assert caught.value.argument == setting
    assert caught.value.__cause__ is None
