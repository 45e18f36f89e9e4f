"""Configuration: hosts, credentials and defaults, as in the published package."""

from __future__ import annotations

import copy
import os
import sys
from base64 import b64decode

import pytest
from unit_kit import AT_ONCE, WHO, Connected, answer

from xi.sdk.resellers import __version__
from xi.sdk.resellers.configuration import DEFAULT_HOST, Configuration

VARIABLE_HOSTS = [
    {
        "url": "https://{region}.example/{stage}",
        "description": "of our own making",
        "variables": {
            "region": {"description": "", "default_value": "eu", "enum_values": ["eu", "us"]},
            "stage": {"description": "", "default_value": "live"},
        },
    },
    {"url": "https://plain.example"},
]


def test_the_default_host_is_production_with_its_port() -> None:
    assert DEFAULT_HOST == "https://api.ingrammicro.com:443"
    configuration = Configuration()
    assert configuration.host == DEFAULT_HOST
    assert configuration.server_index == 0
    assert configuration.get_host_settings() == [{"url": DEFAULT_HOST, "description": "Production"}]


def test_a_given_host_is_the_host() -> None:
    configuration = Configuration(host="https://api.ingrammicro.com:443/sandbox")
    assert configuration.host == "https://api.ingrammicro.com:443/sandbox"
    assert configuration.server_index is None


def test_a_host_can_be_set_later() -> None:
    configuration = Configuration()
    configuration.host = "https://other.example"
    assert configuration.host == "https://other.example"
    assert configuration.server_index is None


def test_a_server_index_takes_precedence_over_a_given_host() -> None:
    assert Configuration(host="https://other.example", server_index=0).host == DEFAULT_HOST


@pytest.mark.parametrize("index", [-1, 1, 7])
def test_a_server_that_does_not_exist_is_refused(index: int) -> None:
    with pytest.raises(ValueError, match=f"there is no host {index}; the known hosts are 0 to 0"):
        _ = Configuration(server_index=index).host


def test_without_an_index_the_configured_host_is_used() -> None:
    assert Configuration(host="https://other.example").get_host_from_settings(None) == "https://other.example"


@pytest.mark.parametrize(
    ("variables", "url"),
    [
        (None, "https://eu.example/live"),
        ({"region": "us"}, "https://us.example/live"),
        ({"stage": "anything", "unheard": "of"}, "https://eu.example/anything"),
    ],
)
def test_variables_fill_the_url_of_a_host(variables: dict[str, str] | None, url: str) -> None:
    assert Configuration().get_host_from_settings(0, variables, VARIABLE_HOSTS) == url


def test_a_variable_is_limited_to_its_allowed_values() -> None:
    with pytest.raises(ValueError, match=r"variable region .* 'mars'.*\['eu', 'us'\]"):
        Configuration().get_host_from_settings(0, {"region": "mars"}, VARIABLE_HOSTS)


def test_a_host_of_a_given_list_is_chosen_by_index() -> None:
    assert Configuration().get_host_from_settings(1, servers=VARIABLE_HOSTS) == "https://plain.example"
    with pytest.raises(ValueError, match="0 to 1"):
        Configuration().get_host_from_settings(2, servers=VARIABLE_HOSTS)


def test_the_servers_variables_of_the_configuration_fill_its_host() -> None:
    class Ours(Configuration):
        def get_host_settings(self):
            return VARIABLE_HOSTS

    assert Ours(server_variables={"region": "us", "stage": "test"}).host == "https://us.example/test"


def test_the_published_arguments_and_attributes_are_all_there() -> None:
    configuration = Configuration(
        "https://h", {"a": "k"}, {"a": "p"}, "me", "pw", "tok", 0, {"v": "1"}, {"op": 0}, {"op": {"v": "2"}}, "ca.pem"
    )
    assert configuration.api_key == {"a": "k"}
    assert configuration.api_key_prefix == {"a": "p"}
    assert (configuration.username, configuration.password, configuration.access_token) == ("me", "pw", "tok")
    assert (configuration.server_index, configuration.server_variables) == (0, {"v": "1"})
    assert configuration.server_operation_index == {"op": 0}
    assert configuration.server_operation_variables == {"op": {"v": "2"}}
    assert configuration.ssl_ca_cert == "ca.pem"
    fresh = Configuration()
    assert (fresh.api_key, fresh.server_variables, fresh.retries, fresh.proxy) == ({}, {}, None, None)
    assert (fresh.verify_ssl, fresh.client_side_validation, fresh.safe_chars_for_path_param) == (True, True, "")
    assert (fresh.date_format, fresh.datetime_format) == ("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S.%f%z")
    assert fresh.connection_pool_maxsize == max(32, (os.cpu_count() or 1) * 5)
    for name in ("cert_file", "key_file", "assert_hostname", "tls_server_name", "proxy_headers", "socket_options"):
        assert getattr(fresh, name) is None


def test_no_two_configurations_share_a_dict() -> None:
    one, other = Configuration(), Configuration()
    one.api_key["a"] = "k"
    one.server_variables["v"] = "1"
    assert (other.api_key, other.server_variables) == ({}, {})


def test_the_bearer_token_is_the_only_authorization() -> None:
    assert Configuration().auth_settings() == {}
    assert Configuration(access_token="tok").auth_settings() == {
        "application": {"type": "oauth2", "in": "header", "key": "Authorization", "value": "Bearer tok"}
    }


@pytest.mark.parametrize(
    ("user", "password", "pair"),
    [("me", "pw", "me:pw"), (None, None, ":"), ("me", None, "me:"), ("mé", "p:w", "mé:p:w")],
)
def test_basic_authentication_has_the_form_that_http_requires(
    user: str | None, password: str | None, pair: str
) -> None:
    scheme, _, value = Configuration(username=user, password=password).get_basic_auth_token().partition(" ")
    assert scheme == "Basic"
    assert b64decode(value).decode() == pair


def test_an_api_key_goes_with_its_prefix() -> None:
    configuration = Configuration(api_key={"main": "k-1", "old": "k-2"}, api_key_prefix={"main": "Token"})
    assert configuration.get_api_key_with_prefix("main") == "Token k-1"
    assert configuration.get_api_key_with_prefix("old") == "k-2"
    assert configuration.get_api_key_with_prefix("new", alias="old") == "k-2"
    assert configuration.get_api_key_with_prefix("none") is None
    assert configuration.get_api_key_with_prefix("none", alias="neither") is None


def test_an_api_key_is_refreshed_before_it_is_read() -> None:
    configuration = Configuration()
    configuration.refresh_api_key_hook = lambda each: each.api_key.update(main="fresh")
    assert configuration.get_api_key_with_prefix("main") == "fresh"


def test_a_debug_report_names_the_system_and_the_versions_and_no_secret() -> None:
    report = Configuration(access_token="t0ken", password="s3cret").to_debug_report()
    for expected in ("Python SDK Debug Report", sys.platform, sys.version, "1.0.0", __version__):
        assert expected in report
    assert "t0ken" not in report
    assert "s3cret" not in report


def test_the_default_is_made_once_and_shared() -> None:
    assert Configuration.get_default() is Configuration.get_default()
    assert Configuration.get_default_copy() is Configuration.get_default()


def test_the_default_can_be_set_and_reset() -> None:
    ours = Configuration(host="https://ours.example")
    Configuration.set_default(ours)
    assert Configuration.get_default() is ours
    Configuration.set_default(None)
    assert Configuration.get_default().host == DEFAULT_HOST


def test_a_deep_copy_is_independent_except_for_its_loggers(tmp_path) -> None:
    configuration = Configuration(
        host="https://h", api_key={"a": "k"}, access_token="tok", server_variables={"v": "1"}, retry=AT_ONCE
    )
    configuration.logger_file = str(tmp_path / "log")
    configuration.debug = True
    twin = copy.deepcopy(configuration)
    assert vars(twin).keys() == vars(configuration).keys()
    assert (twin.host, twin.access_token, twin.debug, twin.retry) == ("https://h", "tok", True, AT_ONCE)
    assert twin.logger is configuration.logger
    assert twin.logger_file_handler is configuration.logger_file_handler
    twin.api_key["a"] = "other"
    twin.server_variables["v"] = "2"
    twin.host = "https://other"
    assert configuration.api_key == {"a": "k"}
    assert configuration.server_variables == {"v": "1"}
    assert configuration.host == "https://h"
    configuration.logger_file = None


def test_a_deep_copy_keeps_shared_things_shared() -> None:
    configuration = Configuration()
    twin, also = copy.deepcopy([configuration, configuration])
    assert twin is also


def test_the_repr_of_a_configuration_contains_no_secret() -> None:
    configuration = Configuration(access_token="t0ken", password="s3cret", api_key={"a": "k3y"})
    for secret in ("t0ken", "s3cret", "k3y"):
        assert secret not in repr(configuration)


def test_the_settings_are_read_when_a_call_is_made() -> None:
    client = Connected(answer(204))
    client.configuration.host = "https://later.example/sandbox"
    client.configuration.access_token = "tok-later"
    client.configuration.safe_chars_for_path_param = ":"
    client.orders.delete_ordercancel("20:AAAA1", *WHO)
    assert client.request.origin == "https://later.example"
    assert client.request.target == "/sandbox/resellers/v6/orders/20:AAAA1"
    assert client.header("Authorization") == "Bearer tok-later"
