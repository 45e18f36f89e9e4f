"""The log of ordering: each record has its fields, and none has a body or a secret."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from desk_kit import ACCOUNT, SHORT, order, sandbox
from webhook_kit import SECRET, result, signature, status

import xi.sdk.resellers.ordering
from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import NotSettledError, OrderDesk, Record
from xi.sdk.resellers.testing import AT_ONCE, TOKEN

NAME = "xi.sdk.resellers.ordering"
BODY = "Bakersfield"
"""A word that is in the body of each order and in no other place."""
HOLD = {"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}
UNGUARDED = {"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}


def break_down(_: Record) -> None:
    raise RuntimeError("the program's own fault")


@pytest.fixture
def records(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """Return the records of everything that a desk can meet."""
    caplog.set_level(logging.DEBUG, NAME)
    url = f"sqlite:///{tmp_path / 'orders.db'}"
    with sandbox() as server:
        configuration = Configuration(
            host=server.url,
            access_token=TOKEN,
            account=ACCOUNT,
            retry=AT_ONCE,
            client_id="id",
            client_secret="s3cr3t-91",
        )
        with ApiClient(configuration) as client:
            desk = OrderDesk(OrdersApi(client).bound(), url, settings=SHORT, on_held=break_down)
            meet_all(desk, server.sandbox)
            desk.ledger.close()
    return [each for each in caplog.records if each.name == NAME]


def meet_all(desk: OrderDesk, sandbox: Any) -> None:
    ship_to = {"shipToInfo": {"city": BODY}}
    faults = sandbox.faults

    def place(po: str, *attributes: Any, **more: Any) -> Record:
        return desk.place(order(po, 1, 2, additionalAttributes=list(attributes), **ship_to), batch="monday", **more)

    number = place("PO-1", HOLD, wait=60).order_numbers[0]
    faults.add("drop_after", "create_v6")
    place("PO-2", wait=60)
    faults.add("drop_before", "create_v6")
    place("PO-3", UNGUARDED, reuse="the first was lost", wait=60)
    faults.add("drop_before", "cancel")
    desk.cancel(number)
    desk.modify(number, {"notes": BODY})
    faults.add("drop_after", "modify")
    desk.release(number)
    list(desk.track())
    sandbox.ship(number)
    faults.add("500", "details", times=5)
    list(desk.track(number, until="shipped", interval=0.05, wait=60))
    webhooks = {
        "e-1": status("im::order_shipped", number, "PO-1"),
        "e-2": result("PO-3", "20-AAAAA", event_id="e-2"),
        "e-3": result("NONE", event_id="e-3", message="refused"),
    }
    for event, body in webhooks.items():
        for _ in range(2):
            assert desk.note_webhook(body, signature(event), secret=SECRET)
    desk.handle_webhooks()
    desk.pause("prices are wrong")
    with pytest.raises(NotSettledError):
        place("PO-4", wait=0.1)


def test_each_record_has_its_fields(records: list[logging.LogRecord]) -> None:
    assert len(records) > 20
    fields = {"po", "batch", "correlation_id"}
    assert [each.getMessage() for each in records if not fields <= each.__dict__.keys()] == []
    about_orders = [each for each in records if each.getMessage().startswith("PO ")]
    assert about_orders
    wrong = [
        each.getMessage()
        for each in about_orders
        if each.__dict__["po"] not in each.getMessage() or each.__dict__["batch"] != "monday"
    ]
    assert wrong == []
    sends = [each for each in about_orders if "sending" in each.getMessage()]
    assert all(each.__dict__["correlation_id"] for each in sends)


def test_no_record_has_a_body_or_a_secret(records: list[logging.LogRecord]) -> None:
    formatter = logging.Formatter("%(message)s %(args)s")
    texts = [formatter.format(each) + repr(each.__dict__) for each in records]
    for hidden in (BODY, TOKEN, "s3cr3t-91", SECRET):
        assert [each for each in texts if hidden in each] == []


def test_all_records_are_made_by_the_log_that_adds_the_fields() -> None:
    """A module with a logger of its own could leave them out."""
    (folder,) = xi.sdk.resellers.ordering.__path__
    files = [each for each in Path(folder).rglob("*.py") if "getLogger" in each.read_text("utf-8")]
    assert [each.name for each in files] == ["_log.py"]
