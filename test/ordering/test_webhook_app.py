"""The webhook application: it takes genuine webhooks once, answers fast, and says nothing to others."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from desk_kit import SHORT, bound, desk_of, order, sandbox
from urllib3 import HTTPHeaderDict
from webhook_kit import SECRET, asgi_server, post, result, signature, status, wsgi_server

from xi.sdk.resellers import ApiTypeError, ApiValueError, models
from xi.sdk.resellers.ordering import LedgerError, OrderDesk, Settings, State, webhook_app
from xi.sdk.resellers.ordering.errors import Fault

GUIDE = Path(__file__).parents[2] / "docs" / "webhooks.md"
SLOW = Settings(looks=(600.0,), quiet=600.0, patience=900.0)
"""The first look only after ten minutes: what is found earlier was found because of a webhook."""


def waiting(desk: OrderDesk) -> list[Any]:
    with desk.ledger.transaction() as tx:
        return tx.waiting_webhooks(10)


def tells(desk: OrderDesk, po: str) -> list[str]:
    record = desk.find(po)
    assert record is not None
    return [each.detail["tells"] for each in record.history() if each.kind == "webhook"]


def mounted_in_fastapi(app: Any) -> Any:
    from fastapi import FastAPI

    api = FastAPI()
    api.mount("/hooks", app)
    return asgi_server(api)


def routed_in_fastapi(app: Any) -> Any:
    from fastapi import FastAPI
    from starlette.routing import Route

    api = FastAPI()
    api.router.routes.append(Route("/hooks/ingram", app))
    return asgi_server(api)


def mounted_in_wsgi(app: Any) -> Any:
    from a2wsgi import ASGIMiddleware

    return wsgi_server(ASGIMiddleware(app))


@pytest.mark.parametrize(
    "serve", [asgi_server, routed_in_fastapi, mounted_in_fastapi, mounted_in_wsgi], ids=lambda each: each.__name__
)
def test_it_takes_webhooks_by_itself_and_in_every_framework(desk: OrderDesk, serve: Any) -> None:
    record = desk.place(order("PO-1"), wait=60)
    body = status("im::order_shipped", record.order_numbers[0], "PO-1")
    with serve(webhook_app(desk, secret=SECRET)) as url:
        assert post(f"{url}/hooks/ingram", body, signature("e-1")) == 200
        assert post(f"{url}/hooks/ingram", body, signature("e-1", "another")) == 401
        end = time.monotonic() + 60
        while not tells(desk, "PO-1") and time.monotonic() < end:
            time.sleep(0.01)
    assert tells(desk, "PO-1") == ["status"]
    assert waiting(desk) == []


def test_the_example_of_the_guide_takes_webhooks(desk: OrderDesk) -> None:
    desk.place(order("PO-1"), wait=60)
    (example,) = re.findall(r"```python\n([^`]*def starlette_app.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(example, "webhooks.md", "exec"), names)
    with asgi_server(names["starlette_app"](desk, SECRET)) as url:
        assert post(f"{url}/webhooks", result("PO-1", "20-AAAAA"), signature("e-1")) == 200
    assert tells(desk, "PO-1") == ["created"]


def test_only_a_genuine_post_of_a_fair_size_is_taken(desk: OrderDesk) -> None:
    body = result("PO-9", "20-AAAAA")
    with asgi_server(webhook_app(desk, secret=["old", SECRET], max_bytes=len(body))) as url:
        assert post(url, body, signature("e-1"), method="PUT") == 405
        assert post(url, body) == 401
        assert post(url, body, signature("e-2")) == 401
        assert post(url, b"{}", signature("e-1")) == 401
        twice = [("X-Hub-Signature", signature("e-1")), ("X-Hub-Signature", "another")]
        assert post(url, body, headers=HTTPHeaderDict(twice)) == 401
        assert post(url, body + b" ", signature("e-1")) == 413
        pieces = iter([body, b" " * 5])
        assert post(url, pieces, signature("e-1"), chunked=True) == 413  # type: ignore[arg-type]
        assert post(url, body, signature("e-1", "old")) == 200


def test_an_event_is_taken_once_however_often_it_comes(desk: OrderDesk) -> None:
    desk.place(order("PO-1"), wait=60)
    body = result("PO-1", "20-AAAAA")
    with asgi_server(webhook_app(desk, secret=SECRET)) as url:
        assert [post(url, body, signature("e-1")) for _ in range(3)] == [200] * 3
        other = result("PO-1", event_id="e-2")
        assert post(url, other, signature("e-2")) == 200
    assert tells(desk, "PO-1") == ["created", "failed"]


def test_the_ledger_away_asks_the_sender_to_come_again(desk: OrderDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def away() -> Generator[Any]:
        raise LedgerError("the database does not answer", Fault.AWAY)
        yield

    body = result("PO-1", "20-AAAAA")
    with asgi_server(webhook_app(desk, secret=SECRET)) as url:
        with monkeypatch.context() as patch:
            patch.setattr(desk.ledger, "transaction", away)
            assert post(url, body, signature("e-1")) == 503
        assert post(url, body, signature("e-1")) == 200


def test_the_result_of_a_v7_order_is_looked_for_when_its_webhook_comes(tmp_path: Path) -> None:
    with sandbox(webhook_pause=0.02) as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=SLOW)
        take = webhook_app(desk, secret=SECRET)

        async def take_after_the_answer(scope: Any, receive: Any, send: Any) -> None:
            def is_early() -> bool:
                found = desk.find("PO-7")
                return found is None or found.state is State.SENDING

            # The ledger sets no event for an order of another thread.
            while scope["type"] == "http" and is_early():  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            await take(scope, receive, send)

        with asgi_server(take_after_the_answer) as url:
            server.sandbox.hooks.add(url, SECRET)
            lines = [models.AsyncOrderCreateDTOLinesInner(ingram_part_number="DF4128", quantity="1")]
            seventh = models.AsyncOrderCreateDTO(customer_order_number="PO-7", lines=lines)
            record = desk.place(seventh, wait=120)
            assert (record.state, record.adopted) == (State.PLACED, True)
            server.sandbox.hooks.settled(60)
        desk.ledger.close()


def test_a_v7_order_that_failed_is_looked_for_and_held(tmp_path: Path) -> None:
    with sandbox(webhook_pause=0.02) as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=SHORT)
        with asgi_server(webhook_app(desk, secret=SECRET)) as url:
            server.sandbox.hooks.add(url, SECRET)
            lines = [models.AsyncOrderCreateDTOLinesInner(ingram_part_number="NO-SUCH", quantity="1")]
            record = desk.place(models.AsyncOrderCreateDTO(customer_order_number="PO-7", lines=lines), wait=120)
            server.sandbox.hooks.settled(60)
        assert (record.state, record.reason) == (State.HELD, "refused_by_webhook")
        assert tells(desk, "PO-7") == ["failed"]
        desk.ledger.close()


@pytest.mark.parametrize(("part", "state"), [("DF4128", State.PLACED), ("NO-SUCH", State.HELD)])
def test_a_webhook_that_comes_before_the_answer_does_not_make_it_late(tmp_path: Path, part: str, state: State) -> None:
    with sandbox(webhook_pause=0.02) as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=SHORT)
        with asgi_server(webhook_app(desk, secret=SECRET)) as url:
            server.sandbox.hooks.add(url, SECRET)
            server.sandbox.faults.add("delay", "create_v7", seconds=0.5)
            lines = [models.AsyncOrderCreateDTOLinesInner(ingram_part_number=part, quantity="1")]
            record = desk.place(models.AsyncOrderCreateDTO(customer_order_number="PO-7", lines=lines), wait=120)
        kinds = [each.kind for each in record.history()]
        assert kinds[:3] == ["intent", "webhook", "answer"]
        assert record.state is state
        desk.ledger.close()


def test_a_secret_or_a_desk_that_cannot_work_is_refused_at_once(desk: OrderDesk) -> None:
    with pytest.raises(ApiValueError, match="secret is empty"):
        webhook_app(desk, secret="")
    with pytest.raises(ApiValueError, match="max_bytes is 0"):
        webhook_app(desk, secret=SECRET, max_bytes=0)
    with pytest.raises(ApiTypeError, match="desk should be an OrderDesk, not str"):
        webhook_app("desk", secret=SECRET)  # type: ignore[arg-type]
    assert SECRET not in repr(webhook_app(desk, secret=SECRET))
