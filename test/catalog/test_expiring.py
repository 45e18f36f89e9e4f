"""What expires is listed by its day, for a whole account; what cannot be read is told."""

from __future__ import annotations

import asyncio
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from catalog_kit import ACCOUNT, Asked, answer, both
from page_kit import page

from xi.sdk.resellers import ApiClient, Configuration, DealsApi, QuotesApi, RenewalsApi, aio
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, ServiceException, UnreadableResponseException
from xi.sdk.resellers.expiring import Kind, Watch, expiring
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.testing import AT_ONCE, TOKEN

TODAY = date(2026, 5, 20)


def serve(items: list[dict[str, Any]], details: Any = None) -> Any:
    """Answer a search with pages of two, and each details with a given answer."""

    def handler(asked: Asked) -> Any:
        if "/deals/" in asked.path and not asked.path.endswith("/search"):
            given = details(asked.path.rsplit("/", 1)[1]) if callable(details) else details
            return given if not isinstance(given, dict) else answer(200, given)
        names = [("pageNumber", "quotes"), ("Page", "deals"), ("page", "renewals")]
        page, key = next(each for each in names if each[0] in asked.query)
        start = 2 * (int(asked.query[page][0]) - 1)
        return answer(200, {"recordsFound": len(items), key: items[start : start + 2]})

    return handler


def watched(run: Any, kind: str, items: list[dict[str, Any]], details: Any = None, **more: Any) -> Any:
    api = {"quotes": "QuotesApi", "deals": "DealsApi", "renewals": "RenewalsApi"}[kind]
    options = {"today": TODAY, **more}
    return run(serve(items, details), lambda api: expiring(**{kind: api}, **options), api)


def told(watch: Watch) -> list[tuple[str, str, int | None]]:
    return [(each.number, each.standing.value, each.days_left) for each in watch.rows]


def quote(number: str, day: Any, **more: Any) -> dict[str, Any]:
    return {"quoteNumber": number, "revision": "0", "ingramQuoteExpiryDate": day, "quoteTotal": 400.10, **more}


@both
def test_quotes_by_their_day_and_what_is_no_date(run: Any) -> None:
    items = [
        quote("late", "2026-06-20"),
        quote("soon", "2026-06-19", currencyCode="USD"),
        quote("today", "2026-05-20T00:00:00Z"),
        quote("over", "2026-05-19"),
        quote("never", "0001-01-01"),
        quote("none", None),
        quote("broken", "soon"),
        {"revision": "1"},
    ]
    watch = watched(run, "quotes", items).value
    assert told(watch) == [("over", "expired", -1), ("today", "expiring", 0), ("soon", "expiring", 30)]
    assert (watch.rows[2].value, watch.rows[2].currency) == (Decimal("400.1"), "USD")
    assert [(each.kind, each.number) for each in watch.unread] == [(Kind.QUOTE, "broken"), (Kind.QUOTE, None)]
    assert not any(each.is_rest for each in watch.unread)
    assert (watch.read, watch.undated, watch.is_complete) == ({Kind.QUOTE: 8}, {Kind.QUOTE: 2}, False)


@both
def test_quotes_of_a_year_and_those_changed_lately_are_asked_for_each_listed_once(run: Any) -> None:
    found = watched(run, "quotes", [quote("a", "2026-05-21")])
    assert told(found.value) == [("a", "expiring", 1)]
    assert [each.query.get("ingramOrderDate-bt") for each in found.asked] == [["2025-05-21", "2026-05-21"], None]


@both
@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        ("2026-05-27T00:00:00", "Quote pending", [("1", "expiring", 7)]),
        ("05/27/2026", "READY TO ORDER", [("1", "expiring", 7)]),
        ("6/1/2026 12:00:00 AM", "Future", [("1", "expiring", 12)]),
        ("2026-05-01", "Notification sent", [("1", "expired", -19)]),
        ("2026-09-01", "Expired", [("1", "expired", 104)]),
        (None, "Expired", [("1", "expired", None)]),
        ("2026-05-27", "something new", [("1", "expiring", 7)]),
        ("2026-05-27", "Ordered", []),
        ("2026-05-27", "Cancelled", []),
        ("2026-05-27", "Canceled", []),
        ("2026-05-01", "Quote closed (contact sales desk)", []),
        ("2026-05-01", "Quote closed contact sales desk", []),
        ("2026-05-01", "Transition to new/upsell", []),
    ],
)
def test_renewals_by_status_and_both_forms_of_dates(run: Any, day: Any, status: str, expected: Any) -> None:
    links = [{"topic": "quotedetails", "href": "/resellers/v6/quotes/QUO-1-AAAAAA", "type": "Get"}]
    item = {"renewalId": 1, "expirationDate": day, "status": status, "renewalValue": "381.50", "links": links}
    watch = watched(run, "renewals", [item]).value
    assert told(watch) == expected
    assert all((each.value, each.quote_number) == (Decimal("381.50"), "QUO-1-AAAAAA") for each in watch.rows)
    assert watch.is_complete


def deal(number: str, day: str | None) -> dict[str, Any]:
    return {"dealId": number, "version": "1", "dealExpiryDate": day, "vendor": "ACME"}


def product(sku: str, left: Any, day: Any = "2026-06-30T00:00:00") -> dict[str, Any]:
    return {"ingramPartNumber": sku, "remainingQuantity": left, "expirationDate": day, "daysRemaining": 181}


@both
def test_deals_that_expire_or_are_used_up_and_products_that_expire_before_them(run: Any) -> None:
    details = {
        "A": {"products": [product("1", 0), product("2", "4"), product("3", 5, "2026-05-25T00:00:00")]},
        "B 2": {"products": [product("1", 1, "2026-05-21T00:00:00"), product("2", None), product("4", 1, "??")]},
    }
    items = [deal("A", "2026-06-30T00:00:00"), deal("B 2", "2026-05-21T00:00:00"), deal("OLD", "2026-05-10T00:00:00")]
    found = watched(run, "deals", items, lambda name: answer(200, details[name.replace("%20", " ")]))
    assert [(each.number, each.standing.value, each.sku, each.days_left) for each in found.value.rows] == [
        ("OLD", "expired", None, -10),
        ("B 2", "expiring", None, 1),
        ("A", "expiring", "3", 5),
        ("A", "used up", "1", 41),
    ]
    assert [each.says.split(":")[0] for each in found.value.unread] == [
        "what is left of 2 is missing or cannot be read",
        "the last day of 4 cannot be read",
    ]
    paths = [each.path.rsplit("/", 1)[1] for each in found.asked if not each.path.endswith("/search")]
    assert paths == ["B%202", "A"], "the first to expire first, and none that has expired"


@both
def test_no_more_details_are_asked_for_than_permitted_and_the_others_are_told(run: Any) -> None:
    items = [deal(str(number), f"2026-07-0{number}") for number in range(1, 6)]
    found = watched(run, "deals", items, {"products": []}, most_details=2)
    assert [(each.number, "only 2 are" in each.says) for each in found.value.unread] == [
        (str(each), True) for each in (3, 4, 5)
    ]
    failing = watched(run, "deals", [*items, deal("9", None)], answer(500, b"{}"))
    assert [each.number for each in failing.value.unread] == ["1", "2", "3", "4", "5", "9"]
    assert failing.value.unread[0].error is not None
    assert len({each.path for each in failing.asked if not each.path.endswith("/search")}) == 5


@both
def test_how_far_back_is_the_callers_choice(run: Any) -> None:
    items = [quote("a", "2026-05-01"), quote("b", "2026-05-19"), quote("c", "2025-06-01")]
    assert [each[0] for each in told(watched(run, "quotes", items).value)] == ["c", "a", "b"]
    assert [each[0] for each in told(watched(run, "quotes", items, overdue_days=1).value)] == ["b"]
    assert told(watched(run, "quotes", items, days=0, overdue_days=0).value) == []


@both
def test_a_list_that_breaks_off_keeps_what_came_and_says_so(run: Any) -> None:
    items = [{"renewalId": each, "expirationDate": "2026-05-21", "status": "Future"} for each in range(4)]
    normal = serve(items)

    def handler(asked: Asked) -> Any:
        return answer(500, b"{}") if asked.query["page"] == ["2"] else normal(asked)

    found = run(handler, lambda api: expiring(renewals=api, today=TODAY), "RenewalsApi").value
    assert [each.number for each in found.rows] == ["0", "1"]
    (lost,) = found.unread
    assert lost.says.startswith("the list broke off after 2 of them")
    assert (lost.kind, lost.number, lost.is_rest) == (Kind.RENEWAL, None, True)


@both
def test_a_list_that_ends_before_all_came_is_not_complete(run: Any) -> None:
    for deals in (None, [deal("A", "2026-06-10")]):
        pages = {"1": answer(200, {"recordsFound": 300, "deals": deals})}

        def handler(asked: Asked, pages: dict[str, Any] = pages) -> Any:
            if not asked.path.endswith("/search"):
                return answer(200, {"products": []})
            return pages.get(asked.query["Page"][0], answer(200, {"recordsFound": 300, "deals": []}))

        watch = run(handler, lambda api: expiring(deals=api, today=TODAY), "DealsApi").value
        assert [each.says for each in watch.unread] == [f"the list ended after {len(deals or ())} of 300"]
        assert not watch.is_complete
        assert watch.unread[0].is_rest


@both
@pytest.mark.parametrize(
    "details", [{"dealId": "D9", "products": [product("1", 0)]}, {"products": "none"}, {"dealId": "A"}]
)
def test_details_of_another_deal_or_without_products_tell_nothing(run: Any, details: dict[str, Any]) -> None:
    watch = watched(run, "deals", [deal("A", "2026-06-10")], details).value
    assert told(watch) == [("A", "expiring", 21)]
    assert [(each.number, each.says.startswith("what is left is not known")) for each in watch.unread] == [("A", True)]


@both
def test_a_page_with_a_number_that_nobody_can_read_breaks_the_list_off(run: Any) -> None:
    page_ = b'{"recordsFound":1,"deals":[{"dealId":"1","x":' + b"9" * 5_000 + b"}]}"
    found = run(lambda _: answer(200, page_), lambda api: expiring(deals=api, today=TODAY), "DealsApi")
    assert isinstance(found.error, UnreadableResponseException)


@both
def test_if_nothing_can_be_read_the_error_is_raised(run: Any) -> None:
    found = run(lambda _: answer(500, b"{}"), lambda api: expiring(renewals=api, today=TODAY), "RenewalsApi")
    assert isinstance(found.error, ServiceException)


@both
@pytest.mark.parametrize("more", [{"days": -1}, {"days": True}, {"overdue_days": -1}, {"most_details": "7"}])
def test_bad_numbers_are_refused_before_anything_is_sent(run: Any, more: dict[str, Any]) -> None:
    found = watched(run, "deals", [], **more)
    assert isinstance(found.error, ApiValueError)
    assert (found.error.argument, found.asked) == (next(iter(more)), [])


def test_apis_are_given_and_all_of_one_client() -> None:
    with pytest.raises(ApiTypeError, match="no API is given"):
        expiring()
    configuration = Configuration(access_token=TOKEN)
    other: Any = aio.DealsApi(aio.AsyncApiClient(configuration)).bound(ACCOUNT)
    with ApiClient(configuration) as client, pytest.raises(ApiTypeError, match="some APIs block"):
        expiring(quotes=QuotesApi(client).bound(ACCOUNT), deals=other)


@pytest.mark.parametrize("policy", [Policy(), Policy(renewals_in_list=True), Policy(strict=True)])
def test_all_three_kinds_of_an_account_over_http(policy: Policy) -> None:
    sandbox = Sandbox(seed=1, access_tokens={TOKEN}, policy=policy)
    with SandboxServer(sandbox) as server:
        configuration = Configuration(host=server.url, access_token=TOKEN, retry=AT_ONCE)
        today = sandbox.now().date()
        with ApiClient(configuration) as client:
            apis = QuotesApi(client).bound(ACCOUNT), DealsApi(client).bound(ACCOUNT), RenewalsApi(client).bound(ACCOUNT)
            found = expiring(quotes=apis[0], deals=apis[1], renewals=apis[2], today=today)
        asked = dict(sandbox.answered)

        async def main() -> Watch:
            async with aio.AsyncApiClient(configuration) as client:
                quotes, deals = aio.QuotesApi(client).bound(ACCOUNT), aio.DealsApi(client).bound(ACCOUNT)
                renewals = aio.RenewalsApi(client).bound(ACCOUNT)
                return await expiring(quotes=quotes, deals=deals, renewals=renewals, today=today)

        assert asyncio.run(main()) == found
    assert found.is_complete
    assert {each.kind for each in found.rows} == set(Kind)
    assert {"expired", "expiring", "used up"} == {each.standing.value for each in found.rows}
    days = [each.day for each in found.rows if each.day is not None]
    assert days == sorted(days)
    assert {name: count for (name, _), count in asked.items()} == {"quotes": 2, "deals": 1, "renewals": 1, "deal": 4}


def test_the_page_about_quotes_and_what_expires(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with page("quotes", monkeypatch) as shown:
        shown.run_all()
        output = capsys.readouterr().out
        assert "it can be ordered" in output
        assert "the vendor wants to know: line 2: rslrCtacName" in output
        assert "PO PO-2001 is placed as " in output
        assert " used up deal " in output
        assert shown.server.sandbox.placements() == {"PO-2001": 1}

        async def main() -> Watch:
            async with aio.AsyncApiClient(Configuration.from_env()) as client:
                return await shown.names["renewals_of_a_week"](client)  # type: ignore[no-any-return]

        assert {each.kind for each in asyncio.run(main()).rows} <= {Kind.RENEWAL}
        shown.names["desk"].ledger.close()
        shown.names["client"].close()
