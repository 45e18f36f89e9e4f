"""Exchanges: a session on a scripted clock, with the blocking and with the asynchronous client."""

from __future__ import annotations

import asyncio
import selectors
from contextlib import suppress
from functools import partial
from types import SimpleNamespace
from typing import Any
from unittest import mock

from adapters.calling import configuration_of, patched_runtime
from adapters.comparing import Mismatch
from adapters.concurrent import SideBySide
from adapters.session import OffScriptError, Session

from xi.sdk import resellers
from xi.sdk.resellers import aio
from xi.sdk.resellers._core.messages import Request, Response
from xi.sdk.resellers._transport.driver import run as drive


class _Selector(selectors.DefaultSelector):
    """Lets an event loop wait on the clock of the script."""

    session: Session

    def select(self, timeout: float | None = None) -> Any:
        if timeout:
            self.session.sleep(timeout)
        return super().select(0)


class _Transport:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def send(self, request: Request, timeouts: Any) -> Response:
        return self._session.send(request, timeouts)

    async def close(self) -> None:
        pass


def run(vector: dict[str, Any]) -> list[Mismatch]:
    is_alone = not any("as" in each for each in vector["script"])
    kind, clients = (Session, (_blocking, _awaited)) if is_alone else (SideBySide, (_in_threads, _in_tasks))
    return [
        {**each, "at": f"{client.__name__.strip('_')}{each['at']}"}
        for client in clients
        for each in _differences(kind(vector), client)
    ]


def _differences(session: Session, by: Any) -> list[Mismatch]:
    wall = session.given["clock"]
    with (
        patched_runtime(session.monotonic, lambda: wall + session.elapsed + session.jumped, session.chance),
        mock.patch("uuid.uuid4", side_effect=lambda: SimpleNamespace(hex=next(session.minted))),
        suppress(OffScriptError),
    ):
        by(session, configuration_of(session.given, session.given["policy"]))
    return session.found


def _blocking(session: Session, configuration: Any) -> None:
    client = resellers.ApiClient(configuration, transport=session)
    with mock.patch("xi.sdk.resellers.api_client.run", partial(drive, sleep=session.sleep)):
        session.play(client, resellers, lambda method, arguments: method(**arguments))


def _awaited(session: Session, configuration: Any) -> None:
    selector = _Selector()
    selector.session = session
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = session.monotonic  # type: ignore[method-assign]
    try:
        client = aio.AsyncApiClient(configuration, transport=_Transport(session))
        session.play(client, aio, lambda method, arguments: loop.run_until_complete(method(**arguments)))
    finally:
        loop.close()


def _in_threads(session: SideBySide, configuration: Any) -> None:
    client = resellers.ApiClient(configuration, transport=session)
    with mock.patch("xi.sdk.resellers.api_client.run", partial(drive, sleep=session.sleep)):
        _side_by_side(session, client, resellers, lambda method, given: asyncio.to_thread(method, **given))


def _in_tasks(session: SideBySide, configuration: Any) -> None:
    async def send(request: Request, timeouts: Any) -> Any:  # noqa: ARG001 - the script has the durations
        return await session.report("sends", request)

    async def sleep(seconds: float) -> None:
        session.sleep(seconds)

    client = aio.AsyncApiClient(configuration, transport=SimpleNamespace(send=send))
    with mock.patch("asyncio.sleep", sleep):
        _side_by_side(session, client, aio, lambda method, given: method(**given))


def _side_by_side(session: SideBySide, client: Any, module: Any, perform: Any) -> None:
    try:
        session.loop.run_until_complete(session.run(client, module, perform))
        session.loop.run_until_complete(session.loop.shutdown_default_executor())
    finally:
        session.loop.close()
