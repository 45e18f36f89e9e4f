"""Several machines on one ledger: a webhook is handled once, and of two changes of an order one is made."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from desk_kit import ACCOUNT, SHORT, bound, creates, order, sandbox
from ledger_kit import Place, place, postgresql_place, server
from webhook_kit import SECRET, result, signature, status

from xi.sdk.resellers import ApiClient, BoundQuotesApi, Configuration, QuotesApi, quotes
from xi.sdk.resellers.ordering import NotPermittedError, OrderDesk
from xi.sdk.resellers.ordering._change_checks import Act, picture_of
from xi.sdk.resellers.ordering._change_notes import Asked
from xi.sdk.resellers.ordering._changes import _intent
from xi.sdk.resellers.ordering._turns import again_if_taken, committed
from xi.sdk.resellers.sandbox import SandboxServer
from xi.sdk.resellers.testing import TOKEN

__all__ = ["place", "postgresql_place", "server"]
MACHINES = 4
QUOTE = "QUO-14551943-D2Y9L9"
Hold = dict[str, list[dict[str, str]]]
HOLD: Hold = {"additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]}


@pytest.fixture
def api_server() -> Iterator[SandboxServer]:
    with sandbox() as running:
        yield running


@pytest.fixture
def desks(api_server: SandboxServer, place: Place) -> Iterator[list[OrderDesk]]:
    """Yield desks that share a ledger, each with connections of its own where it can."""
    with bound(api_server) as api:
        first = place.ledger()
        desks = [OrderDesk(api, first, settings=SHORT)]
        for _ in range(MACHINES - 1):
            desks.append(OrderDesk(api, first if place.is_sqlite else place.ledger(), settings=SHORT))  # noqa: PERF401 - one after the other
        yield desks


def at_once(desks: list[OrderDesk], work: Callable[[OrderDesk], Any]) -> list[Any]:
    """Return what each desk makes of it at the same moment; an error is a result too."""
    results: list[Any] = []
    barrier = threading.Barrier(len(desks))

    def run(desk: OrderDesk) -> None:
        barrier.wait()
        try:
            results.append(work(desk))
        except NotPermittedError:
            results.append("not permitted")

    threads = [threading.Thread(target=run, args=(each,)) for each in desks]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return results


def test_each_webhook_is_noted_and_handled_once(desks: list[OrderDesk]) -> None:
    record = desks[0].place(order("PO-1"), wait=60)
    bodies = {f"e-{at}": status("im::order_shipped", record.order_numbers[0], "PO-1", f"e-{at}") for at in range(20)}
    bodies["r-1"] = result("PO-1", record.order_numbers[0], event_id="r-1")

    def note_all(desk: OrderDesk) -> bool:
        return all(desk.note_webhook(body, signature(event), secret=SECRET) for event, body in bodies.items())

    assert at_once(desks, note_all) == [True] * MACHINES
    handled = at_once(desks, OrderDesk.handle_webhooks)
    assert sum(handled) == len(bodies)
    noted = [each.detail["event_id"] for each in record.history() if each.kind == "webhook"]
    assert sorted(noted) == sorted(bodies)


def test_of_changes_at_the_same_moment_one_is_made(desks: list[OrderDesk], api_server: SandboxServer) -> None:
    number = desks[0].place(order("PO-1", **HOLD), wait=60).order_numbers[0]
    api_server.sandbox.faults.add("delay", "cancel", seconds=0.5)
    results = at_once(desks, lambda desk: desk.cancel(number).became)
    assert sorted(results) == ["done", *["not permitted"] * (MACHINES - 1)]
    assert sum(each.method == "DELETE" for each in api_server.sandbox.exchanges) == 1


def test_of_orders_of_one_quote_under_two_pos_at_the_same_moment_one_is_sent(
    desks: list[OrderDesk], api_server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, checked = quotes.check, threading.Barrier(MACHINES)

    def together(api: BoundQuotesApi, number: str) -> quotes.QuoteCheck:
        found = check(api, number)
        checked.wait(30)  # each has seen by now that there is no order of the quote
        return found

    monkeypatch.setattr(quotes, "check", together)
    pos = iter([f"PO-{number}" for number in range(MACHINES)])
    configuration = Configuration(host=api_server.url, access_token=TOKEN, account=ACCOUNT)
    with ApiClient(configuration) as client:
        api = QuotesApi(client).bound()
        results = at_once(desks, lambda desk: desk.order_quote(api, QUOTE, po=next(pos), wait=60).state.value)
    assert sorted(results) == ["not permitted"] * (MACHINES - 1) + ["placed"]
    assert len(creates(api_server)) == len(list(desks[0].rows())) == 1


def test_of_two_intents_to_change_an_order_in_open_transactions_one_is_written(
    api_server: SandboxServer, postgresql_place: Place
) -> None:
    with bound(api_server) as api:
        desk = OrderDesk(api, postgresql_place.ledger(), settings=SHORT)
        record = desk.place(order("PO-1", **HOLD), wait=60)
        number = record.order_numbers[0]
        before = picture_of(api.get_orderdetails_v6_1(number))
        asked = Asked(act=Act.CANCEL, by="ann", because=None, wait=0.0)
        intent = partial(
            _intent,
            ctx=desk._context,
            key=record.key,
            number=number,
            asked=asked,
            before=before,
            known=frozenset(),
            seen=None,
        )
        refused: list[str] = []

        def other() -> None:
            try:
                again_if_taken(committed(intent))(desk.ledger)
            except NotPermittedError as error:
                refused.append(str(error))

        thread = threading.Thread(target=other)
        with desk.ledger.transaction() as tx:
            intent(tx, 0.0)
            thread.start()
            thread.join(0.3)  # it waits for the row
        thread.join(10)
        assert [number in each and "is being changed" in each for each in refused] == [True]
        assert [each.kind for each in record.history()].count("change") == 1


def test_a_change_is_told_by_one_tracking(desks: list[OrderDesk], api_server: SandboxServer) -> None:
    number = desks[0].place(order("PO-1"), wait=60).order_numbers[0]
    api_server.sandbox.ship(number)
    told = at_once(desks, lambda desk: len(list(desk.track())))
    assert sum(told) == 1


def test_the_rest_of_an_order_is_planned_once(desks: list[OrderDesk]) -> None:
    lines = [{"ingramPartNumber": each, "quantity": 1} for each in ("DF4128", "NO-SUCH")]
    partial = {"attributeName": "allowPartialOrder", "attributeValue": "true"}
    desks[0].place({"customerOrderNumber": "PO-1", "lines": lines, "additionalAttributes": [partial]}, wait=60)
    pos = iter(["PO-A", "PO-B", "PO-C", "PO-D"])
    planned = at_once(desks, lambda desk: desk.rest("PO-1", new_po=next(pos)).state.value)
    assert sorted(planned) == [*["not permitted"] * (MACHINES - 1), "planned"]
