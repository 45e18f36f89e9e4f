"""What all families share: approvals, further headers, pages, formats of errors, and what they keep."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from contract_kit import errors as contract_errors
from contract_kit import operations
from walk_kit import HEADERS, TOKEN

from xi.sdk.resellers.sandbox import Policy, Sandbox
from xi.sdk.resellers.sandbox.keeping import Book, Kept
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import TABLE
from xi.sdk.resellers.sandbox.state import books, sqlite
from xi.sdk.resellers.sandbox.state.policy import FAMILIES
from xi.sdk.resellers.sandbox.wire import error_shapes, paging
from xi.sdk.resellers.sandbox.wire.fields import (
    APPLICATION,
    CONTACT,
    DEAL_APPLICATION,
    ENVIRONMENT,
    SENDER,
    header_errors,
)
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError
from xi.sdk.resellers.sandbox.wire.strict import as_published

NOW = datetime(2026, 3, 4, tzinfo=UTC)
HEADERS_READ = {name.lower(): value for name, value in HEADERS.items()}
SHAPES = {
    "post-createorder_v7": error_shapes.TRACED_ERRORS,
    "get-reseller-v6-validateQuote": error_shapes.TRACED_ERRORS,
    "get-resellers-v6-invoicesearch": error_shapes.TRACED_LIST_ERRORS,
    "get-reseller-v6-productdetail": error_shapes.DETAIL_ERRORS,
    "get-resellers-v6-dealssearch": error_shapes.CASE_ERRORS,
    "post-returnscreate": error_shapes.CASE_LIST_ERRORS,
    "get-reseller-v6-productsearch": error_shapes.LISTED_ERRORS,
}


def asked(query=(), **headers: str) -> ApiRequest:
    return ApiRequest({**HEADERS_READ, **headers}, list(dict(query).items()))


@pytest.mark.parametrize("name", FAMILIES)
def test_an_app_is_approved_for_each_product_separately(name):
    sandbox = Sandbox(access_tokens={TOKEN}, policy=Policy(unapproved=frozenset({name})))
    for row in TABLE:
        refused = run(sandbox, row, asked())
        is_refused = "fault" in (refused.body if isinstance(refused.body, dict) else {}) and refused.status == 401
        assert is_refused == (row.family == name), row.name


def test_a_product_that_does_not_exist_cannot_be_taken_away():
    with pytest.raises(ValueError, match="unapproved has 'Quots'; it should have some of Orders"):
        Policy(unapproved=frozenset({"Quots"}))


@pytest.mark.parametrize(
    ("header", "given", "wrong"),
    [
        (APPLICATION, {}, "IM-ApplicationID must not be blank"),
        (DEAL_APPLICATION, {"im-applicationid": "x" * 33}, "IM-ApplicationId must not be longer than 32 characters"),
        (CONTACT, {"im-customercontact": " "}, "IM-CustomerContact must not be blank"),
        (CONTACT, {"im-customercontact": "anna@example.com"}, None),
        (ENVIRONMENT, {}, None),
        (SENDER, {}, "IM-SenderID must not be blank"),
    ],
)
def test_the_headers_of_a_family_are_checked_beside_those_of_all(header, given, wrong):
    assert [each.message for each in header_errors(asked(**given), header)] == ([wrong] if wrong else [])


@pytest.mark.parametrize(("country", "fine"), [("USA", True), ("UNITEDSTATE", False), ("US", True)])
def test_a_long_country_is_accepted_only_where_the_family_takes_one(country, fine):
    request = asked(**{"im-countrycode": country})
    assert bool(header_errors(request, long_country=True)) != fine
    assert bool(header_errors(request)) == (country != "US")


@pytest.mark.parametrize("spelling", [paging.PAGE_NUMBER, paging.PAGE, paging.CAPITAL_PAGE])
def test_each_spelling_of_pages_is_read_and_linked_and_no_other(spelling):
    wrong: list[FieldError] = []
    request = asked({spelling.number: "2", spelling.size: "3", "pagenumber": "9", "keyword": "a b"})
    page = paging.read_page(request, spelling, wrong).of(range(8))
    assert (list(page.entries), page.counts()) == ([3, 4, 5], {"recordsFound": 8, "pageSize": 3, "pageNumber": 2})
    links = paging.page_links(request, page, paging.plain_link("/x", spelling), previous="prevPage")
    kept = f"{spelling.size}=3&pagenumber=9&keyword=a+b"
    assert links == {"nextPage": f"/x?{kept}&{spelling.number}=3", "prevPage": f"/x?{kept}&{spelling.number}=1"}
    assert not wrong
    assert paging.read_page(asked({spelling.size: "1000"}), spelling, wrong).size == paging.LARGEST_SIZE
    paging.read_page(asked({spelling.number: "0", spelling.size: "x"}), spelling, wrong)
    assert [each.field for each in wrong] == [spelling.number, spelling.size]


@pytest.mark.parametrize("operation_id", SHAPES)
@pytest.mark.parametrize("is_strict", [False, True], ids=["as it comes", "as published"])
def test_the_errors_of_each_family_match_the_contract(operation_id, is_strict):
    shape = SHAPES[operation_id]
    (operation,) = (each for _, _, each in operations() if each["operationId"] == operation_id)
    fields = [FieldError("IM-CountryCode must not be blank", "IM-CountryCode", ""), FieldError("wrong")]
    for made in (shape.invalid(asked(), NOW, fields), shape.broken(asked(), NOW, "no room")):
        schema = operation["responses"][str(made.status)]["content"]["application/json"]["schema"]
        body = as_published(made, "", shape) if is_strict else made.body
        assert contract_errors(schema, body, strict=is_strict) == []
        if not is_strict and shape is error_shapes.CASE_LIST_ERRORS:
            assert isinstance(body, list)


@dataclass(frozen=True)
class Note:
    """Something that a family keeps."""

    number: str
    customer: str
    text: str = ""


NOTES: Kept[Note] = Kept("note", Note, key=lambda note: note.number, customer=lambda note: note.customer)


def test_a_book_finds_its_values_by_key_and_by_customer():
    stored: list[tuple[str, str, object]] = []
    dropped: list[tuple[str, str]] = []
    book: Book[Note] = Book(NOTES, lambda *put: stored.append(put), lambda *key: dropped.append(key))
    first, second = Note("1", "A"), Note("2", "B")
    book.put(first)
    book.put(second)
    moved = replace(first, customer="B", text="new")
    book.put(moved)
    assert (list(book), book.of("A"), book.of("B"), book.get("1")) == ([moved, second], [], [second, moved], moved)
    assert stored == [("note", "1", first), ("note", "2", second), ("note", "1", moved)]
    assert book.remove("2") == second
    assert book.remove("2") is None
    assert (dropped, book.of("B"), len(book)) == ([("note", "2")], [moved], 1)


def test_one_row_makes_a_book_survive_a_restart(monkeypatch, tmp_path):
    monkeypatch.setattr("xi.sdk.resellers.sandbox.state.sandbox.BOOKS", (*books.BOOKS, NOTES))
    monkeypatch.setitem(sqlite._KINDS, NOTES.kind, NOTES.type)
    before = Sandbox(state=tmp_path / "state.db")
    before.book(NOTES).put(Note("1", "A", "kept"))
    before.book(NOTES).put(Note("2", "A"))
    before.commit()
    before.book(NOTES).remove("2")
    before.close()
    after = Sandbox(state=tmp_path / "state.db")
    assert list(after.book(NOTES)) == [Note("1", "A", "kept")]
    after.close()
