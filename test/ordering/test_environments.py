"""Which environment a host belongs to, and that the published package of the same name is refused."""

import sys
from types import ModuleType

import pytest

from xi.sdk.resellers import Configuration, exceptions
from xi.sdk.resellers.ordering._environments import environment_of, is_ingram_package, refuse_ingram_package


@pytest.mark.parametrize(
    ("host", "environment"),
    [
        (Configuration().host, "production"),
        ("https://API.IngramMicro.com", "production"),
        ("https://api.ingrammicro.com./", "production"),
        ("api.ingrammicro.com", "production"),
        ("https://api.ingrammicro.com:443/sandbox", "sandbox"),
        ("https://api.ingrammicro.com/sandbox/", "sandbox"),
        ("https://api.ingrammicro.com/sandbox/sandbox", "sandbox"),
        ("https://api.ingrammicro.com:8443", "api.ingrammicro.com:8443"),
        ("https://api.ingrammicro.com/other", "api.ingrammicro.com/other"),
        ("http://127.0.0.1:8099", "local"),
        ("http://127.0.0.1:8099/sandbox", "local"),
        ("http://localhost", "local"),
        ("http://[::1]:8099", "local"),
        ("http://[::ffff:127.0.0.1]", "local"),
        ("https://127.example.com", "127.example.com"),
        ("https://localhost.example.com", "localhost.example.com"),
        ("https://Gateway.example.com:443/ingram", "gateway.example.com/ingram"),
        ("https://gateway.example.com/ingram/sandbox", "gateway.example.com/ingram/sandbox"),
        ("http://gateway.example.com:8080", "gateway.example.com:8080"),
        ("https://[2001:db8::1]:8443", "[2001:db8::1]:8443"),
    ],
)
def test_a_host_belongs_to_one_environment(host, environment):
    assert environment_of(host) == environment


def test_a_trial_in_the_sandbox_is_never_taken_for_production():
    assert environment_of("https://api.ingrammicro.com/sandbox") != environment_of("https://api.ingrammicro.com")


def test_this_package_is_not_the_published_one():
    assert not is_ingram_package()
    refuse_ingram_package()


def test_a_package_without_the_names_of_this_one_is_refused(monkeypatch):
    monkeypatch.setitem(sys.modules, exceptions.__name__, ModuleType(exceptions.__name__))
    assert is_ingram_package()
    with pytest.raises(ImportError, match="Ingram Micro's package"):
        refuse_ingram_package()


def test_a_package_without_the_modules_of_this_one_is_refused(monkeypatch):
    monkeypatch.setitem(sys.modules, "xi.sdk.resellers.account", None)
    with pytest.raises(ImportError, match="uninstall"):
        refuse_ingram_package()
