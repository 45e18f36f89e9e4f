"""paging reads every list of every family to its end, by its own spelling, and never for ever."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from catalog_kit import LIST, Asked, answer, both

from xi.sdk.resellers import paging
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, NotFoundException
from xi.sdk.resellers.paging import RepeatedPageException

FAMILIES: dict[str, tuple[str, str, str, str, str]] = {
    "products": ("ProductCatalogApi", "pageNumber", "pageSize", "catalog", "ingramPartNumber"),
    "quotes": ("QuotesApi", "pageNumber", "pageSize", "quotes", "quoteNumber"),
    "invoices": ("InvoicesApi", "pageNumber", "pageSize", "invoices", "invoiceNumber"),
    "renewals": ("RenewalsApi", "page", "size", "renewals", "referenceNumber"),
    "deals": ("DealsApi", "Page", "Size", "deals", "dealId"),
    "returns": ("ReturnsApi", "page", "size", "returnsClaims", "caseRequestNumber"),
}
families = pytest.mark.parametrize("name", FAMILIES)


class Pages:
    """Answers with pages: lists of names, or whole answers."""

    def __init__(self, name: str, *pages: Any, found: int | None = None, **more: Any) -> None:
        self.api, self.page, self.size, self.items, self.key = FAMILIES[name]
        self._pages, self._found, self._more = list(pages), found, more

    def __call__(self, asked: Asked) -> Any:
        number = int(asked.query[self.page][0])
        given = self._pages[number - 1] if number <= len(self._pages) else answer(404, LIST)
        if not isinstance(given, list):
            return given() if callable(given) else given
        items = [{self.key: each} for each in given]
        return answer(200, {"recordsFound": self._found, "pageNumber": number, self.items: items, **self._more})


def read(run: Any, name: str, pages: Pages, **options: Any) -> Any:
    return run(pages, lambda api: getattr(paging, name)(api, **options), pages.api)


def names_of(name: str, outcome: Any) -> list[str | None]:
    wire = FAMILIES[name][4]
    return [each.to_dict().get(wire) for each in outcome.items]


@both
@families
@pytest.mark.parametrize("prefetch", [False, True], ids=["one by one", "prefetched"])
def test_short_pages_a_moving_number_and_a_404_past_the_end(run: Any, name: str, prefetch: bool) -> None:
    pages = Pages(name, ["a", "b"], ["c"], ["d", "e"], found=None)
    found = read(run, name, pages, prefetch=prefetch, page_size=7)
    assert found.error is None
    assert names_of(name, found) == ["a", "b", "c", "d", "e"]
    assert [each.query[pages.page] for each in found.asked] == [["1"], ["2"], ["3"], ["4"]]
    assert all(each.query[pages.size] == ["7"] for each in found.asked)


NOTHING = {
    "404": lambda: answer(404, LIST),
    "404 without a body": lambda: answer(404),
    "204": lambda: answer(204),
    "an empty list": lambda: answer(200, []),
}


@both
@families
@pytest.mark.parametrize("nothing", NOTHING.values(), ids=NOTHING)
def test_no_hits_are_no_failure(run: Any, name: str, nothing: Any) -> None:
    found = read(run, name, Pages(name, nothing))
    assert (found.error, found.items, len(found.asked)) == (None, [], 1)


@both
@families
@pytest.mark.parametrize("body", [b"<html>no such page</html>", {"fault": {"faultstring": "no such proxy"}}])
def test_a_404_of_somebody_else_is_a_failure(run: Any, name: str, body: Any) -> None:
    found = read(run, name, Pages(name, ["a"], answer(404, body)))
    assert isinstance(found.error, NotFoundException)
    assert names_of(name, found) == ["a"], "the items before it are given"


@both
@families
def test_a_server_that_ignores_the_page_is_found_out(run: Any, name: str) -> None:
    pages = Pages(name, *[["a", "b"]] * 9, found=1_000)
    found = read(run, name, pages)
    assert isinstance(found.error, RepeatedPageException)
    assert "ignores the number of the page" in str(found.error)
    assert names_of(name, found) == ["a", "b"]
    assert len(found.asked) == 3


@both
@families
def test_it_is_found_out_too_if_an_item_has_no_name(run: Any, name: str) -> None:
    found = read(run, name, Pages(name, *[["a", None]] * 9, found=1_000))
    assert isinstance(found.error, RepeatedPageException)
    assert len(found.asked) == 3


@both
@families
def test_pages_with_the_same_names_are_two_if_what_has_no_name_differs(run: Any, name: str) -> None:
    key = FAMILIES[name][4]
    pages = [answer(200, {FAMILIES[name][3]: [{key: "a"}, {"endUser": each}]}) for each in ("x", "y")]
    assert (names_of(name, read(run, name, Pages(name, *pages)))) == ["a", None, "a", None]


@both
@families
def test_a_page_that_came_again_because_the_list_moved_is_passed_over(run: Any, name: str) -> None:
    found = read(run, name, Pages(name, ["a"], ["a"], ["b"], ["c"], found=None))
    assert (names_of(name, found), found.error) == (["a", "b", "c"], None)


@both
@families
def test_the_limit_asks_for_no_page_that_is_not_wanted(run: Any, name: str) -> None:
    found = read(run, name, Pages(name, ["a", "b"], ["c", "d"], ["e"], found=5), limit=3)
    assert (names_of(name, found), len(found.asked)) == (["a", "b", "c"], 2)


@both
@pytest.mark.parametrize("name", [each for each in FAMILIES if each != "products"])
def test_the_stated_number_saves_a_call_unless_a_link_leads_on(run: Any, name: str) -> None:
    assert len(read(run, name, Pages(name, ["a", "b"], found=2)).asked) == 1
    hinted = read(run, name, Pages(name, ["a", "b"], ["c"], found=2, nextPage="/bids/v1/x?Size=25&Page=2"))
    assert names_of(name, hinted) == ["a", "b", "c"]


@both
@families
@pytest.mark.parametrize(
    ("pages", "found", "limit", "told"),
    [
        ([["a", "b"]], 40, None, [(2, 40)]),
        ([["a", "b"], ["c"]], 3, None, []),
        ([["a", "b"], ["c"]], 40, 2, []),  # the limit has ended it
        ([["a"]], None, None, []),
    ],
)
def test_a_list_that_ends_before_all_came_tells_so(
    run: Any, name: str, pages: list[Any], found: int | None, limit: int | None, told: list[tuple[int, int]]
) -> None:
    short: list[tuple[int, int]] = []
    outcome = read(run, name, Pages(name, *pages, found=found), limit=limit, on_short=lambda *each: short.append(each))
    assert (short, outcome.error) == (told, None)


@both
@families
def test_one_item_that_did_not_come_is_told_but_not_by_the_catalogue_whose_number_moves(run: Any, name: str) -> None:
    short: list[tuple[int, int]] = []
    pages = [[f"{page}-{index}" for index in range(33)] for page in range(3)]
    read(run, name, Pages(name, *pages, found=100), on_short=lambda *each: short.append(each))
    assert short == ([] if name == "products" else [(99, 100)])


@both
@families
def test_a_list_whose_pages_overlap_is_read_to_its_end(run: Any, name: str) -> None:
    short: list[tuple[int, int]] = []
    pages = Pages(name, ["a", "b"], ["b", "c"], ["d"], found=4)
    outcome = read(run, name, pages, on_short=lambda *each: short.append(each))
    assert (names_of(name, outcome), short) == (["a", "b", "b", "c", "d"], [])


@both
def test_what_is_told_of_a_short_list_must_be_a_function(run: Any) -> None:
    outcome = read(run, "quotes", Pages("quotes"), on_short=5)
    assert isinstance(outcome.error, ApiTypeError)
    assert str(outcome.error) == "on_short should be a function, not int"


@both
def test_the_groups_of_subscriptions_are_a_list_of_their_own(run: Any) -> None:
    body = {"recordsFound": 1, "catalog": [], "subscriptionCatalog": [{"groupName": "Office"}]}
    pages = Pages("products", answer(200, body))
    found = run(pages, paging.subscriptions)
    assert [each.group_name for each in found.items] == ["Office"]
    assert found.asked[0].query["showGroupInfo"] == ["true"]
    assert read(run, "products", pages).items == []


@both
def test_a_long_range_of_invoices_is_read_in_windows(run: Any) -> None:
    begun: list[tuple[str, str]] = []

    def handler(asked: Asked) -> Any:
        window = (asked.query["invoiceFromDate"][0], asked.query["invoiceToDate"][0])
        if window in begun:
            return answer(404, LIST)
        begun.append(window)
        return answer(200, {"recordsFound": None, "invoices": [{"invoiceNumber": window[0]}]})

    days = (date(2026, 1, 1), "2026-03-01")
    found = run(handler, lambda api: paging.invoices(api, invoiced=days, due=days, window_days=30), "InvoicesApi")
    assert found.error is None
    assert begun == [("2026-01-01", "2026-01-30"), ("2026-01-31", "2026-03-01")]
    assert [each.invoice_number for each in found.items] == ["2026-01-01", "2026-01-31"]
    assert found.asked[0].query["invoiceFromDueDate"] == ["2026-01-01"]
    begun.clear()
    short = run(handler, lambda api: paging.invoices(api, invoiced=days, window_days=30, limit=1), "InvoicesApi")
    assert (len(short.items), len(begun)) == (1, 1)


def test_windows_have_every_day_once() -> None:
    assert list(paging.windows("2026-02-27", "2026-03-02", 2)) == [
        (date(2026, 2, 27), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2026, 3, 2)),
    ]
    assert list(paging.windows(date.max, date.max)) == [(date.max, date.max)]
    for wrong in (("2026-02-02", "2026-02-01"), ("soon", "2026-02-01"), ("2026-02-01", "2026-02-01", 0)):
        with pytest.raises(ApiValueError):
            paging.windows(*wrong)  # type: ignore[arg-type]


WRONG: dict[str, tuple[str, dict[str, Any], type[Exception], str]] = {
    "misspelt": ("products", {"keywords": ["x"]}, ApiTypeError, "no filter 'keywords'; did you mean 'keyword'?"),
    "unknown": ("deals", {"since": 1}, ApiTypeError, "no filter 'since'; it has end_user, vendor, deal_id"),
    "page size 0": ("quotes", {"page_size": 0}, ApiValueError, "page_size is 0; it should be 1 or more quotes"),
    "page size 101": ("deals", {"page_size": 101}, ApiValueError, "page_size is 101; it should be 1 to 100 deals"),
    "page size True": ("returns", {"page_size": True}, ApiValueError, "page_size is True"),
    "limit 0": ("renewals", {"limit": 0}, ApiValueError, "limit is 0; it should be 1 item or more"),
    "backwards": ("invoices", {"invoiced": ("2026-02-01", "2026-01-01")}, ApiValueError, "ends before that"),
    "no day": ("invoices", {"order_date": "soon"}, ApiValueError, "order_date: 'soon' is not a date"),
    "window": ("invoices", {"invoiced": ("2026-01-01", "2026-01-02"), "window_days": 0}, ApiValueError, "window_days"),
}


@both
@pytest.mark.parametrize(("name", "options", "kind", "message"), WRONG.values(), ids=WRONG)
def test_what_the_server_would_ignore_or_refuse_is_not_sent(
    run: Any, name: str, options: dict[str, Any], kind: type[Exception], message: str
) -> None:
    found = read(run, name, Pages(name, ["a"]), **options)
    assert isinstance(found.error, kind)
    assert re.search(re.escape(message), str(found.error))
    assert found.asked == []


@both
def test_another_api_is_refused(run: Any) -> None:
    found = run(Pages("deals", []), paging.returns, "DealsApi")
    assert isinstance(found.error, ApiTypeError)
    assert str(found.error) == "paging takes ReturnsApi(client).bound(Account(...)), not BoundDealsApi"
