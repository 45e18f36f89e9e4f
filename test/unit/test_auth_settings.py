"""An overridden `auth_settings()` decides how calls are authorized, as in 1.1.0."""

from __future__ import annotations

from types import MethodType
from typing import Any

import pytest
from unit_kit import AT_ONCE, WHO, Connected, answer

from xi.sdk.resellers import Configuration
from xi.sdk.resellers._client import apps
from xi.sdk.resellers.exceptions import ApiValueError

FOUND = answer(200, {"ingramOrderNumber": "20-RD128"})
TOKEN = answer(200, {"access_token": "t-fetched", "expires_in": "3600"})


def setting(where: str = "header", key: str = "Authorization", value: str = "Bearer own", kind: str = "oauth2") -> Any:
    return {"type": kind, "in": where, "key": key, "value": value}


def ours(settings: Any, **more: Any) -> Configuration:
    class Ours(Configuration):
        def auth_settings(self) -> Any:
            return settings

    return Ours(retry=AT_ONCE, **more)


def read(configuration: Configuration, *script: Any, **options: Any) -> Connected:
    client = Connected(*(script or (FOUND,)), configuration=configuration)
    client.orders.get_orderdetails_v6_1("20-RD128", *WHO, **options)
    return client


@pytest.mark.parametrize(
    ("settings", "headers", "query"),
    [
        ({"application": setting()}, {"authorization": "Bearer own"}, ""),
        ({"application": setting(key="authorization")}, {"authorization": "Bearer own"}, ""),
        ({"application": setting(key="X-Api-Key", value="k")}, {"x-api-key": "k", "authorization": None}, ""),
        ({"application": setting("query", "key", "a b&c")}, {"authorization": None}, "?key=a%20b%26c"),
        ({"application": setting("cookie", "", "session=1")}, {"cookie": "session=1", "authorization": None}, ""),
        (
            {"application": setting(), "gateway": setting(key="X-Gateway", value="g"), "none": None},
            {"authorization": "Bearer own", "x-gateway": "g"},
            "",
        ),
        ({"application": setting(kind="http-signature")}, {"authorization": None}, ""),
        ({}, {"authorization": None}, ""),
        (None, {"authorization": None}, ""),
    ],
)
def test_each_setting_is_sent_in_its_place(settings: Any, headers: dict[str, str | None], query: str) -> None:
    sent = read(ours(settings, access_token="static")).request
    found = {name.lower(): value for name, value in sent.headers.items()}
    assert {name: found.get(name) for name in headers} == headers
    assert sent.target == f"/resellers/v6.1/orders/20-RD128{query}"
    assert sent.confidential is bool(query)


def test_an_overridden_attribute_of_an_object_or_class_is_used_too(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Configuration(retry=AT_ONCE)
    one.auth_settings = lambda: {"application": setting()}  # type: ignore[method-assign]
    assert read(one).header("Authorization") == "Bearer own"
    other = Configuration(retry=AT_ONCE)
    other.auth_settings = MethodType(lambda self: {"application": setting(value=self.date_format)}, other)  # type: ignore[method-assign]
    assert read(other).header("Authorization") == "%Y-%m-%d"
    monkeypatch.setattr(Configuration, "auth_settings", lambda _: {"application": setting(value="Bearer patched")})
    assert read(Configuration(retry=AT_ONCE)).header("Authorization") == "Bearer patched"


def test_additional_settings_keep_the_token() -> None:
    class Ours(Configuration):
        def auth_settings(self) -> Any:
            return {**super().auth_settings(), "gateway": setting(key="X-Gateway", value="g")}

    client = read(Ours(access_token="t-static", retry=AT_ONCE))
    assert (client.header("Authorization"), client.header("X-Gateway")) == ("Bearer t-static", "g")
    apps._apps.clear()
    client = read(Ours(client_id="a", client_secret="b", retry=AT_ONCE), TOKEN, FOUND)
    assert client.sent[1].headers["Authorization"] == "Bearer t-fetched"
    assert client.sent[1].headers["X-Gateway"] == "g"


def test_it_is_called_for_each_call_without_its_own_credential() -> None:
    asked: list[int] = []

    class Ours(Configuration):
        def auth_settings(self) -> Any:
            asked.append(1)
            return {"application": setting(value=f"Bearer {len(asked)}")}

    client = Connected(FOUND, FOUND, FOUND, configuration=Ours(retry=AT_ONCE))
    for options in ({}, {}, {"_request_auth": setting(value="Bearer call")}):
        client.orders.get_orderdetails_v6_1("20-RD128", *WHO, **options)
    assert [each.headers["Authorization"] for each in client.sent] == ["Bearer 1", "Bearer 2", "Bearer call"]


@pytest.mark.parametrize(
    ("settings", "host", "complaint"),
    [
        ({"application": setting()}, "http://gate.example", "a token or a secret goes only over https"),
        ({"application": setting("body")}, "https://gate.example", r"auth_settings\(\) should have `in`"),
        ({"application": setting(value="a\nb")}, "https://gate.example", r"auth_settings\(\) holds a line break"),
        ({"application": setting(key="a b")}, "https://gate.example", "cannot be the name of a header"),
    ],
)
def test_invalid_settings_are_refused_before_anything_is_sent(settings: Any, host: str, complaint: str) -> None:
    client = Connected(configuration=ours(settings, host=host))
    with pytest.raises(ApiValueError, match=complaint):
        client.orders.get_orderdetails_v6_1("20-RD128", *WHO)
