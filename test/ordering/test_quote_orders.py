"""A quote is ordered once by the desk, filled before anything is sent, and again only from the ledger."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from desk_kit import ACCOUNT, SHORT, bound, creates, desk_of, ledger_url, order, sandbox

from xi.sdk.resellers import Account, ApiClient, BoundQuotesApi, Configuration, InvoicesApi, QuotesApi, aio, quotes
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.invoice_matching import Reason, match_invoices
from xi.sdk.resellers.ordering import (
    BadOrder,
    Kind,
    NotPermittedError,
    NotSettledError,
    OrderDesk,
    OrderDiffersError,
    QuoteChangedError,
    QuoteInUseError,
    State,
    StoppedError,
)
from xi.sdk.resellers.ordering.aio import OrderDesk as AsyncOrderDesk
from xi.sdk.resellers.sandbox import SandboxServer
from xi.sdk.resellers.testing import AT_ONCE, TOKEN

READY = "QUO-14551943-D2Y9L9"
MANY_FIELDS = "QUO-20417001-A1B2C3"
IN_PIECES = "QUO-20417002-D4E5F6"
EXPIRED = "QUO-20417006-R7S8T9"
VALUES: dict[str, str] = {"endUserMarketSegment": "Education"}


@pytest.fixture
def api_of_quotes(server: SandboxServer) -> Iterator[BoundQuotesApi]:
    configuration = Configuration(host=server.url, access_token=TOKEN, account=ACCOUNT, retry=AT_ONCE)
    with ApiClient(configuration) as client:
        yield QuotesApi(client).bound()


def filled(check: quotes.QuoteCheck) -> dict[str, Any]:
    """Return values for all fields of a quote."""
    header = {each.name: f"our {each.name}" for each in check.fields if each.line_number is None}
    lines: dict[str, dict[str, str]] = {}
    for each in check.fields:
        if each.line_number is not None:
            lines.setdefault(each.line_number, {})[each.name] = VALUES.get(each.name, "ann@shop.example")
    return {"header": header, "lines": lines}


def test_a_quote_is_ordered_once_and_run_again_from_the_ledger(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer
) -> None:
    values = filled(quotes.check(api_of_quotes, MANY_FIELDS))
    record = desk.order_quote(api_of_quotes, MANY_FIELDS, po="Q-1", **values, wait=60)
    assert (record.state, record.kind) == (State.PLACED, Kind.QUOTE)
    assert not quotes.check(api_of_quotes, MANY_FIELDS).can_be_ordered
    before = sum(server.sandbox.answered.values())
    assert desk.order_quote(api_of_quotes, MANY_FIELDS, po="q-1", **values).order_numbers == record.order_numbers
    assert sum(server.sandbox.answered.values()) == before
    with pytest.raises(OrderDiffersError):
        desk.order_quote(api_of_quotes, MANY_FIELDS, po="Q-1", header=values["header"])
    with pytest.raises(ApiValueError, match="its status is Ordered"):
        desk.order_quote(api_of_quotes, MANY_FIELDS, po="Q-1", **values, reuse="once more")
    assert creates(server) == ["Q-1"]


def test_an_order_whose_answer_is_lost_is_found_and_the_quote_is_not_ordered_twice(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer
) -> None:
    values = filled(quotes.check(api_of_quotes, MANY_FIELDS))
    server.sandbox.faults.add("drop_after", "create_v7")
    record = desk.order_quote(api_of_quotes, MANY_FIELDS, po="Q-1", **values, wait=60)
    assert (record.state, record.adopted) == (State.PLACED, True)
    assert server.sandbox.placements() == {"Q-1": 1}


def test_what_is_empty_is_named_before_anything_is_written_or_sent(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer
) -> None:
    with pytest.raises(ApiValueError) as caught:
        desk.order_quote(api_of_quotes, MANY_FIELDS, po="Q-1", header={"VEND_AUTH_NBR_FLG": "AUTH-0001"})
    for name in (
        "VEND_AUTH_NBR_FLG",
        "ResellerCompanyName",
        "line 1: resellerCtacEmail",
        "line 2: endUserMarketSegment",
    ):
        assert name in str(caught.value)
    with pytest.raises(ApiValueError, match="its status is Expired"):
        desk.order_quote(api_of_quotes, EXPIRED, po="Q-2")
    assert (desk.find("Q-1"), desk.find("Q-2"), creates(server)) == (None, None, [])


def test_a_quote_is_ordered_in_pieces(desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer) -> None:
    with pytest.raises(ApiValueError, match="quantities is empty"):
        desk.order_quote(api_of_quotes, IN_PIECES, po="Q-0", quantities={}, wait=20)
    for po in ("Q-1", "Q-2"):
        assert desk.order_quote(api_of_quotes, IN_PIECES, po=po, quantities={"1": 50}, wait=60).state is State.PLACED
    left = {each.number: each.quantity for each in quotes.check(api_of_quotes, IN_PIECES).lines}
    assert left == {"2": 200}
    assert creates(server) == ["Q-1", "Q-2"]


def test_a_piece_of_a_quote_is_not_ordered_beside_an_order_of_all_of_it(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer
) -> None:
    desk.pause(because="stocktaking")
    with pytest.raises(NotSettledError):
        desk.order_quote(api_of_quotes, IN_PIECES, po="Q-1", wait=0)
    with pytest.raises(QuoteInUseError, match="PO Q-1"):
        desk.order_quote(api_of_quotes, IN_PIECES, po="Q-2", quantities={"1": 50}, wait=0)
    with pytest.raises(NotSettledError):
        desk.order_quote(api_of_quotes, IN_PIECES, po="Q-2", quantities={"1": 50}, another=True, wait=0)
    assert creates(server) == []


def test_an_order_of_the_desk_is_shipped_billed_and_matched_and_anothers_is_told(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer
) -> None:
    ours = desk.order_quote(api_of_quotes, IN_PIECES, po="Q-1", quantities={"1": 50}, wait=60).order_numbers[0]
    theirs = (desk.orders.post_createorder_v6(order("Q-2", 3)).orders or [])[0].ingram_order_number
    assert theirs is not None
    for number in (ours, theirs):
        for move in ("ship-partially", "invoice", "ship", "invoice"):
            server.sandbox.move(number, move)
    invoices = InvoicesApi(api_of_quotes.api_client).bound(replace(ACCOUNT, application_id="shop"))
    today = server.sandbox.now().date()
    found = {each.number: each for each in match_invoices(invoices, desk.orders, invoiced=(today, today), ledger=desk)}
    assert (found[ours].po, found[ours].findings) == ("Q-1", ())
    assert [(line.ordered, line.invoiced, len(line.invoice_lines)) for line in found[ours].lines] == [(50, 50, 2)]
    assert [each.reason for each in found[theirs].findings] == [Reason.NOT_OURS]


def raised(server: SandboxServer, number: str) -> None:
    """Let a quote have other units and prices by now."""
    book = server.sandbox.offers.quotes
    (quote,) = [each for each in book.everything() if each.number == number]
    lines = tuple(replace(each, quantity=500, remaining=500, price=Decimal("99999.00")) for each in quote.lines)
    book.put(replace(quote, lines=lines))


def test_a_quote_that_is_not_what_was_seen_is_not_ordered(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer
) -> None:
    seen = quotes.check(api_of_quotes, READY)
    raised(server, READY)
    with pytest.raises(QuoteChangedError, match="has changed since it was read, and nothing was sent") as caught:
        desk.order_quote(api_of_quotes, READY, po="Q-1", seen=seen, wait=60)
    assert isinstance(caught.value, NotPermittedError)
    now = quotes.check(api_of_quotes, READY)
    assert (caught.value.check, caught.value.changes) == (now, quotes.differences(seen, now))
    assert any("99999" in each for each in caught.value.changes)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    assert (desk.find("Q-1"), creates(server)) == (None, [])
    # What is seen now is ordered; and so is a quote of which a program does not say what it has seen.
    for _ in range(2):
        assert desk.order_quote(api_of_quotes, READY, po="Q-1", seen=now, wait=60).state is State.PLACED
    raised(server, IN_PIECES)
    assert desk.order_quote(api_of_quotes, IN_PIECES, po="Q-2", wait=60).state is State.PLACED
    assert creates(server) == ["Q-1", "Q-2"]


def test_the_whole_of_a_quote_is_not_ordered_under_a_second_po_while_an_order_of_it_is_open(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer
) -> None:
    for number, po in ((READY, "Q-1"), (IN_PIECES, "Q-2")):
        desk.plan(quotes.request_of(number, po, (), {}, {}, {}, {}))
    with pytest.raises(QuoteInUseError, match=f"{READY.lower()} is in an order that is not settled") as caught:
        desk.order_quote(api_of_quotes, READY.lower(), po="Q-3", wait=60)
    assert (caught.value.record.po, isinstance(caught.value, NotPermittedError)) == ("Q-1", True)
    assert (desk.find("Q-3"), len(server.sandbox.exchanges)) == (None, 0)
    assert [each.po for each in desk.open_quote_orders(IN_PIECES)] == ["Q-2"]
    assert desk.order_quote(api_of_quotes, READY, po="Q-3", another=True, wait=60).state is State.PLACED
    some = {"quantities": {"1": 50}, "another": True}  # beside Q-2, which takes all that is left
    part = desk.order_quote(api_of_quotes, IN_PIECES, po="Q-4", **some, wait=60)
    # Its own order goes on, and one that is settled is in nobody's way: the service knows of it.
    own = desk.order_quote(api_of_quotes, IN_PIECES, po="Q-2", wait=60)
    assert [part.state, own.state] == [State.PLACED] * 2
    assert desk.open_quote_orders(IN_PIECES) == []
    assert creates(server) == ["Q-3", "Q-4", "Q-2"]


def test_a_planned_order_is_compared_with_what_was_seen_before_it_is_sent(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer
) -> None:
    seen = quotes.check(api_of_quotes, READY)
    desk.plan(quotes.request_of(READY, "Q-1", seen.lines, {}, {}, {}, {}))
    raised(server, READY)
    now = quotes.check(api_of_quotes, READY)
    with pytest.raises(QuoteChangedError):
        desk.order_quote(api_of_quotes, READY, po="Q-1", seen=seen, wait=60)
    assert creates(server) == []
    for given in (now, seen):  # once it is sent, nothing is left to decide
        assert desk.order_quote(api_of_quotes, READY, po="Q-1", seen=given, wait=60).state is State.PLACED
    assert creates(server) == ["Q-1"]


def test_many_changes_are_told_in_one_line() -> None:
    check = quotes.QuoteCheck(number="QUO-1")
    assert str(QuoteChangedError(check, tuple("abcdefg"))).endswith("nothing was sent: a; b; c; d; e; and 2 more")


def test_a_rejected_order_is_not_the_check_of_the_next_one_under_its_po(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer
) -> None:
    seen = quotes.check(api_of_quotes, READY)
    desk.plan(quotes.request_of(READY, "Q-1", seen.lines, {}, {}, {}, {}))
    with desk.ledger.transaction() as tx:
        entry = tx.find(ACCOUNT.customer_number, ACCOUNT.country_code, "Q-1")
        assert entry is not None
        tx.write(entry, row=replace(entry.row, state=State.REJECTED, due=None, settled_at=tx.now))
    before = len(server.sandbox.exchanges)
    assert desk.order_quote(api_of_quotes, READY, po="Q-1", seen=seen, wait=60).state is State.REJECTED
    assert len(server.sandbox.exchanges) == before
    raised(server, READY)
    with pytest.raises(QuoteChangedError):
        desk.order_quote(api_of_quotes, READY, po="Q-1", more={"notes": "n"}, seen=seen, wait=60)
    with pytest.raises(ApiValueError, match="the vendor wants to be told"):
        desk.order_quote(api_of_quotes, MANY_FIELDS, po="Q-1", wait=60)
    assert creates(server) == []


def test_an_api_that_does_not_fit_the_desk_is_refused(desk: OrderDesk, api_of_quotes: BoundQuotesApi) -> None:
    other = QuotesApi(api_of_quotes.api_client).bound(Account("30-333333", "US"))
    with pytest.raises(ApiValueError, match="30-333333 US, and the desk to 20-222222 US"):
        desk.order_quote(other, MANY_FIELDS, po="Q-1")
    awaited: Any = aio.QuotesApi(aio.AsyncApiClient(Configuration(access_token=TOKEN))).bound(ACCOUNT)
    with pytest.raises(ApiTypeError, match="the client that blocks"):
        desk.order_quote(awaited, MANY_FIELDS, po="Q-1")


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        ({"po": 7}, ApiTypeError, "po should be text"),
        ({"po": " "}, ApiValueError, "po is blank"),
        ({"po": "Q-1", "header": ["AUTH"]}, ApiTypeError, "header should be a dict"),
        ({"po": "Q-1", "lines": {"1": "AUTH"}}, ApiTypeError, "lines/1 should be a dict"),
        ({"po": "Q-1", "quantities": [1]}, ApiTypeError, "quantities should be a dict"),
        ({"po": "Q-1", "quantities": {1: 50}}, ApiTypeError, "quantities has the key 1; the numbers of lines"),
        ({"po": "Q-1", "lines": {1: {}}}, ApiTypeError, "lines has the key 1; the numbers of lines"),
        ({"po": "Q-1", "more": "notes"}, ApiTypeError, "more should be a dict"),
        ({"po": "Q-1", "seen": {"number": MANY_FIELDS}}, ApiTypeError, "seen should be a QuoteCheck"),
        ({"po": "Q-1", "seen": quotes.QuoteCheck(number="QUO-2")}, ApiValueError, "seen is of quote QUO-2"),
    ],
)
def test_arguments_of_wrong_types_are_refused_before_anything_is_sent(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer, given: Any, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        desk.order_quote(api_of_quotes, MANY_FIELDS, **given)
    assert len(server.sandbox.exchanges) == 0


def test_the_awaited_desk_does_the_same(tmp_path: Path) -> None:
    async def main(server: SandboxServer) -> None:
        configuration = Configuration(host=server.url, access_token=TOKEN, account=ACCOUNT, retry=AT_ONCE)
        async with aio.AsyncApiClient(configuration) as client:
            api = aio.QuotesApi(client).bound()
            async with AsyncOrderDesk(aio.OrdersApi(client).bound(), ledger_url(tmp_path), settings=SHORT) as desk:
                values = filled(await quotes.check(api, MANY_FIELDS))
                for _ in range(2):
                    record = await desk.order_quote(api, MANY_FIELDS, po="Q-1", **values, wait=60)
                    assert record.state is State.PLACED
                seen = await quotes.check(api, READY)
                raised(server, READY)
                await desk.plan(quotes.request_of(IN_PIECES, "Q-4", (), {}, {}, {}, {}))
                assert [each.po for each in await desk.open_quote_orders(IN_PIECES)] == ["Q-4"]
                with pytest.raises(QuoteInUseError, match="PO Q-4"):
                    await desk.order_quote(api, IN_PIECES, po="Q-5", wait=60)
                with pytest.raises(QuoteChangedError, match="99999"):
                    await desk.order_quote(api, READY, po="Q-3", seen=seen, wait=60)
                with pytest.raises(ApiValueError, match="no field 'resellerCtacEmail' of line 1"):
                    await desk.order_quote(
                        api, IN_PIECES, po="Q-2", lines={"1": {"resellerCtacEmail": "x"}}, another=True
                    )
                desk.ledger.close()

    with sandbox() as server:
        asyncio.run(main(server))
        assert creates(server) == ["Q-1"]
        with bound(server) as orders:
            desk = desk_of(orders, tmp_path)
            assert [each.kind for each in desk.rows()] == [Kind.QUOTE] * 2
            desk.ledger.close()


def of_quote(po: str, *lines: dict[str, Any], quote: str = READY) -> dict[str, Any]:
    return {"customerOrderNumber": po, "quoteNumber": quote, **({"lines": list(lines)} if lines else {})}


PIECE = {"customerLineNumber": "1", "ingramPartNumber": "YN6231", "quantity": "2"}


def test_a_whole_quote_is_not_ordered_beside_an_order_of_it_that_is_not_settled(
    desk: OrderDesk, server: SandboxServer
) -> None:
    desk.plan(of_quote("A"))
    with pytest.raises(QuoteInUseError, match=f"quote {READY.lower()} is in an order that is not settled.*PO A"):
        desk.place(of_quote("B", quote=READY.lower()), wait=0)
    with pytest.raises(QuoteInUseError):
        desk.plan(of_quote("B"))
    assert desk.plan(of_quote("A")).po == "A"  # this is the one that is open
    assert desk.plan(of_quote("B"), another=True).po == "B"
    with pytest.raises(QuoteInUseError):
        desk.plan(of_quote("C", PIECE))
    pieces = [of_quote(each, PIECE, quote=IN_PIECES) for each in ("C", "D")]
    assert [desk.plan(each).po for each in pieces] == ["C", "D"]
    assert creates(server) == []

    async def awaited() -> None:
        configuration = Configuration(host=server.url, access_token=TOKEN, account=ACCOUNT, retry=AT_ONCE)
        async with aio.AsyncApiClient(configuration) as client:
            beside = AsyncOrderDesk(aio.OrdersApi(client).bound(), desk.ledger, settings=SHORT)
            with pytest.raises(QuoteInUseError):
                await beside.place(of_quote("E"), wait=0)
            with pytest.raises(QuoteInUseError):
                await beside.plan(of_quote("E"))
            assert (await beside.plan(of_quote("E"), another=True)).po == "E"

    asyncio.run(awaited())


def test_a_run_orders_a_whole_quote_once(desk: OrderDesk, server: SandboxServer) -> None:
    twice = [of_quote("A"), of_quote("B", quote=READY.lower())]
    says = f"order 1: quote {READY.lower()} is ordered by order 0 too, under PO A; one quote is one order"
    with pytest.raises(ApiValueError, match=says) as raised:
        list(desk.place_all(twice, wait=0))
    assert (raised.value.pointer, creates(server)) == ("/1/quoteNumber", [])
    assert [str(each.error or "") for each in desk.preview(twice)] == ["", says]
    with_piece = [of_quote("A"), of_quote("B", PIECE)]
    assert [each.error is None for each in desk.preview(with_piece)] == [True, False]
    pieces = [of_quote(each, PIECE) for each in ("C", "D")]
    assert [each.error for each in desk.preview(pieces)] == [None, None]
    assert [each.po for each in desk.place_all([of_quote("A"), of_quote("A")], wait=60)] == ["A", "A"]


def test_a_run_orders_no_quote_of_which_another_order_is_not_settled_but_goes_on_with_those_it_knows(
    desk: OrderDesk, server: SandboxServer
) -> None:
    desk.plan(of_quote("A"))
    for beside in (of_quote("B"), of_quote("B", PIECE)):
        assert [each.ahead.value for each in desk.preview([beside])] == ["bad"]
        with pytest.raises(ApiValueError, match=f"order 0: quote {READY} is in PO A, which is planned"):
            list(desk.place_all([beside], wait=0))
    desk.plan(of_quote("B"), another=True)
    both = [of_quote("A"), of_quote("B")]
    assert [each.error for each in desk.preview(both)] == [None, None]
    for _ in range(2):  # the second time both are settled, and nothing is sent
        assert {each.po for each in desk.place_all(both, wait=60)} == {"A", "B"}
    assert sorted(creates(server)) == ["A", "B"]


def test_a_run_that_reads_its_orders_once_orders_a_whole_quote_once_too(desk: OrderDesk, server: SandboxServer) -> None:
    left_out: list[BadOrder] = []
    twice = [of_quote("A"), of_quote("B", quote=READY.lower()), order("C")]
    placed = desk.place_all(twice, skip_bad=True, on_bad=left_out.append, wait=60)
    assert sorted(each.po for each in placed) == ["A", "C"]
    assert [(each.index, each.item.order["customerOrderNumber"]) for each in left_out] == [(1, "B")]
    assert "is ordered by order 0 too, under PO A" in str(left_out[0].error)
    desk.plan(of_quote("D", quote=IN_PIECES))
    for beside in (of_quote("E", quote=IN_PIECES), of_quote("E", PIECE, quote=IN_PIECES)):
        with pytest.raises(ApiValueError, match=r"order 1: .* is in PO D, which is planned"):
            list(desk.place_all(iter([order("F"), beside]), wait=60))
    assert sorted(creates(server)) == ["A", "C"]


def test_a_run_that_is_made_again_leaves_out_what_it_left_out_before(desk: OrderDesk, server: SandboxServer) -> None:
    both = [of_quote("A"), of_quote("B")]
    for _ in range(2):  # the second time the first order is settled
        left_out: list[BadOrder] = []
        assert [each.po for each in desk.place_all(both, skip_bad=True, on_bad=left_out.append, wait=60)] == ["A"]
        assert [str(each.error) for each in left_out] == [
            f"order 1: quote {READY} is ordered by order 0 too, under PO A; one quote is one order"
        ]
    assert [each.ahead.value for each in desk.preview(both)] == ["known", "bad"]
    with pytest.raises(ApiValueError, match=r"order 1: .* is ordered by order 0 too"):
        list(desk.place_all(both, wait=60))
    changed = of_quote("A") | {"notes": "at the back door"}
    left_out = []
    assert list(desk.place_all([changed, of_quote("B")], skip_bad=True, on_bad=left_out.append, wait=60)) == []
    assert sorted(each.index for each in left_out) == [0, 1]
    assert creates(server) == ["A"]


def test_a_desk_that_was_stopped_orders_no_quote_and_changes_nothing(
    desk: OrderDesk, api_of_quotes: BoundQuotesApi, server: SandboxServer
) -> None:
    desk.place(order("A"))
    planned = desk.plan(order("B"))
    desk.stop()
    values = filled(quotes.check(api_of_quotes, MANY_FIELDS))
    acts: list[Callable[[], object]] = [
        lambda: desk.order_quote(api_of_quotes, MANY_FIELDS, po="Q-1", **values),
        lambda: desk.cancel("A"),
        lambda: desk.settle(planned.key),
    ]
    for act in acts:
        with pytest.raises(StoppedError, match="nothing new is begun"):
            act()
    assert creates(server) == ["A"]
    assert server.sandbox.answered["cancel"] == 0
