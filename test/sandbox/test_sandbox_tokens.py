"""Tokens: who gets one, and which calls it allows."""

from datetime import timedelta

import pytest

from xi.sdk.resellers.sandbox import Policy
from xi.sdk.resellers.sandbox.state import tokens
from xi.sdk.resellers.sandbox.state.tokens import TokenState

GRANT = "client_credentials"


def test_any_client_gets_an_opaque_bearer_token_whose_lifetime_is_text(api):
    answer = api.token("me", "secret")
    assert answer.status == 200
    assert answer.body["token_type"] == "Bearer"
    assert answer.body["expires_in"] == "86400"
    assert len(answer.body["access_token"]) == 28


def test_two_tokens_differ(api):
    first, second = (api.token("me", "secret").body["access_token"] for _ in range(2))
    assert first != second


@pytest.mark.parametrize(
    ("grant", "user", "secret"),
    [("password", "me", "secret"), ("", "me", "secret"), (GRANT, "", "secret"), (GRANT, "me", "")],
)
def test_incomplete_token_request_is_a_400_with_a_message(api, grant, user, secret):
    answer = api.token(user, secret, grant)
    assert answer.status == 400
    assert list(answer.body) == ["message"]


@pytest.mark.parametrize(("user", "secret"), [("me", "wrong"), ("you", "right")])
def test_wrong_credentials_are_a_401_fault(make, user, secret):
    api = make(credentials={"me": "right"})
    answer = api.token(user, secret)
    assert answer.status == 401
    assert answer.body["fault"]["faultstring"] == "Invalid client identifier"
    assert api.token("me", "right").status == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer nonsense", "Basic ZGVtbzpkZW1v"])
@pytest.mark.parametrize(
    "operation",
    [
        "create_v6",
        "create_v7",
        "modify",
        "details",
        "search",
        "cancel",
    ],
)
def test_every_resource_answers_401_with_a_fault_to_a_missing_or_unknown_token(api, operation, header):
    api.headers["authorization"] = header
    answer = api.call(operation, number="20-AAAAA")
    assert answer.status == 401
    assert set(answer.body["fault"]) == {"faultstring", "detail"}


def test_token_expires_after_its_lifetime(make, clock):
    api = make(policy=Policy(token_lifetime=timedelta(minutes=5)))
    answer = api.token("me", "secret")
    api.headers["authorization"] = f"bearer {answer.body['access_token']}"
    assert answer.body["expires_in"] == "300"
    assert api.search().status == 204
    clock.forward(minutes=5)
    refused = api.search()
    assert refused.status == 401
    assert refused.body["fault"]["detail"]["errorcode"] == "keymanagement.service.access_token_expired"


def test_issued_tokens_can_be_revoked_and_fixed_ones_cannot(api):
    token = api.token("me", "secret").body["access_token"]
    api.sandbox.tokens.revoke_all()
    assert api.search().status == 204
    api.headers["authorization"] = f"Bearer {token}"
    assert api.search().status == 401


def test_the_number_of_issued_tokens_is_limited_and_the_oldest_is_dropped_first(api, monkeypatch):
    monkeypatch.setattr(tokens, "TOKEN_LIMIT", 3)
    issued = [api.token("me", "secret").body["access_token"] for _ in range(4)]
    states = [api.sandbox.tokens.state(each) for each in issued]
    assert states == [TokenState.UNKNOWN, TokenState.GOOD, TokenState.GOOD, TokenState.GOOD]
