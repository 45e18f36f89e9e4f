"""Quotas: what is granted, what the headers say, and what is refused."""

import pytest

from xi.sdk.resellers.sandbox import Policy, RateLimit
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

EPOCH_S = 1716802200
"""The tests' clock at its start, which is the start of a minute."""


def limited(make, **limit):
    return make(policy=Policy(rate_limit=RateLimit(**limit)))


def test_without_a_limit_there_are_no_quota_headers_and_no_refusals(api):
    answers = [api.search() for _ in range(200)]
    assert {answer.status for answer in answers} == {204}
    assert all(not answer.headers for answer in answers)


def test_calls_beyond_the_limit_are_refused_until_the_window_is_over(make, clock):
    api = limited(make, calls=2)
    answers = [api.search() for _ in range(3)]
    assert [answer.status for answer in answers] == [204, 204, 429]
    assert [answer.headers["X-RateLimit-Remaining"] for answer in answers] == ["1", "0", "0"]
    assert {answer.headers["X-RateLimit-Limit"] for answer in answers} == {"2"}
    assert answers[-1].body == {"errors": [{"field": None, "message": "too many requests"}]}
    clock.forward(seconds=59)
    assert api.search().status == 429
    clock.forward(seconds=1)
    assert api.search().status == 204


def test_moving_the_clock_of_the_sandbox_renews_the_quota(make):
    api = limited(make, calls=1)
    assert [api.search().status, api.search().status] == [204, 429]
    api.sandbox.clock.advance(seconds=60)
    assert api.search().status == 204


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("milliseconds", str((EPOCH_S + 60) * 1000)),
        ("seconds", str(EPOCH_S + 60)),
        ("wait", "45"),
        ("stale", str((EPOCH_S + 15 - 30) * 1000)),
    ],
)
def test_the_reset_header_has_each_form_that_was_observed_or_documented(make, clock, form, told):
    api = limited(make, calls=5, reset=form)
    clock.forward(seconds=15)
    assert api.search().headers["X-RateLimit-Reset"] == told


def test_each_endpoint_has_its_own_quota_unless_the_quota_is_per_app(make):
    for app_wide, statuses in ((False, [204, 404]), (True, [204, 429])):
        api = limited(make, calls=1, app_wide=app_wide)
        assert [api.search().status, api.details("20-ZZZZZ").status] == statuses


def test_each_app_has_its_own_quota(make):
    api = limited(make, calls=1)
    tokens = [api.sandbox.tokens.issue(client) for client in ("one", "one", "two")]
    statuses = []
    for token in tokens:
        api.headers = {"authorization": f"Bearer {token}"}
        statuses.append(api.search().status)
    assert statuses == [204, 429, 204]


def test_only_get_counts_unless_every_method_does(make):
    for every_method, status in ((False, 404), (True, 429)):
        api = limited(make, calls=1, every_method=every_method)
        headers = {
            "authorization": "Bearer demo-token",
            "im-customernumber": "20-222222",
            "im-countrycode": "US",
            "im-correlationid": "c",
        }
        call = ApiRequest(headers, number="20-ZZZZZ", method="DELETE")
        answers = [run(api.sandbox, NAMED["cancel"], call) for _ in range(2)]
        assert answers[1].status == status
        assert bool(answers[0].headers) == every_method


def test_calls_without_a_good_token_do_not_count(make):
    api = limited(make, calls=1)
    api.headers = {"authorization": "Bearer nobody"}
    assert [api.search().status for _ in range(3)] == [401] * 3
    api.headers = {}
    assert api.search().status == 204


def test_quotas_can_be_reset(make):
    api = limited(make, calls=1)
    api.search()
    api.sandbox.quotas.forget()
    assert api.search().status == 204


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"calls": 0}, "calls should be 1 or more"),
        ({"window": 0}, "window seconds above 0"),
        ({"reset": "soon"}, "reset is 'soon'"),
    ],
)
def test_an_impossible_limit_is_refused(given, named):
    with pytest.raises(ValueError, match=named):
        RateLimit(**given)


def test_a_head_request_counts_as_a_get(make):
    api = limited(make, calls=1)
    headers = {"authorization": "Bearer demo-token", "im-customernumber": "20-222222", "im-countrycode": "US"}
    call = ApiRequest({**headers, "im-correlationid": "c"}, (), None, method="HEAD")
    assert run(api.sandbox, NAMED["search"], call).status == 204
    assert api.search().status == 429
