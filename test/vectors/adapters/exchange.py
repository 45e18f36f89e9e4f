"""Exchanges: a session with a scripted server on a given clock, once blocking and once awaited."""

from __future__ import annotations

import asyncio
import selectors
from collections import deque
from functools import partial
from types import SimpleNamespace
from typing import Any
from unittest import mock

from adapters.calling import (
    FAILURES,
    answer_of,
    api_of,
    configuration_of,
    operation_of,
    python_arguments,
    surrounded,
)
from adapters.comparing import Mismatch
from adapters.request import compare_request
from adapters.response import compare_end

from xi.sdk import resellers
from xi.sdk.resellers import Account, aio
from xi.sdk.resellers._core.messages import Request, Response
from xi.sdk.resellers._transport.drivers import run as drive
from xi.sdk.resellers.exceptions import ApiException

_TOLERANCE_S = 0.001
_STEPS = ("calls", "passes", "jumps")


class OffScriptError(Exception):
    """The client did what the script does not foresee; the session cannot go on."""


class Session:
    """Plays a script's server and clock, and keeps what did not go by it."""

    def __init__(self, vector: dict[str, Any]) -> None:
        self.given = vector["given"]
        self.left = deque(enumerate(vector["script"]))
        self.elapsed = self.jumped = self.waited = 0.0
        self.found: list[Mismatch] = []
        chance = self.given.get("chance", 0.5)
        self.chances = iter(chance) if isinstance(chance, list) else iter(lambda: chance, None)
        self.minted = iter(self.given.get("mint", ()))

    def sleep(self, seconds: float) -> None:
        self.waited += seconds
        self.elapsed += seconds

    def expect(self, kind: str, got: Any) -> tuple[str, dict[str, Any]]:
        """Return the next step, which has to be of a kind, after the waits that stand before it."""
        due = 0.0
        while self.left and "waits" in self.left[0][1]:
            due += self.left.popleft()[1]["waits"]
        if abs(due - self.waited) > _TOLERANCE_S:
            self.found.append({"at": f"/before {kind}", "want": f"waits of {due} s", "got": f"{self.waited} s"})
        self.waited = 0.0
        at, step = self.left[0] if self.left else ("end", {})
        if kind not in step:
            self.found.append({"at": f"/{at}", "want": step, "got": {kind: got}})
            raise OffScriptError
        self.left.popleft()
        return f"/{at}", step

    def send(self, request: Request, timeouts: Any) -> Response:  # noqa: ARG002 - the script says what takes how long
        at, step = self.expect("sends", request)
        self.found += compare_request(f"{at}/sends", step["sends"], request)
        then = step["then"]
        self.elapsed += then["after"]
        if "fails" in then:
            raise FAILURES[then["fails"]]("it fails, says the script")
        return answer_of(then["answer"])

    def play(self, client: Any, module: Any, carry_out: Any) -> None:
        """Make every call of the script, and compare every end."""
        while self.left:
            at, step = self.left.popleft()
            if "calls" in step:
                name, arguments = self._call(client, module, step["calls"])
                try:
                    end = carry_out(name, arguments)
                except ApiException as error:
                    end = error
                where, ends = self.expect("ends", end)
                self.found += compare_end(where, ends["ends"], end)
            elif "passes" in step:
                self.elapsed += step["passes"]
            elif "jumps" in step:
                self.jumped += step["jumps"]
            else:
                self.found.append({"at": f"/{at}", "want": f"one of {_STEPS}", "got": step})

    def _call(self, client: Any, module: Any, call: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        operation = operation_of(call["operation"])
        api, arguments = api_of(client, module, operation), dict(call["arguments"])
        if "mint" in self.given:  # what mints correlation IDs is an API bound to its account
            api = api.bound(Account(arguments.pop("IM-CustomerNumber"), arguments.pop("IM-CountryCode")))
        found = python_arguments(operation, arguments, filled=False)
        return getattr(api, operation.name), {name: value for name, value in found.items() if value is not None}


class _Selector(selectors.DefaultSelector):
    """Lets an event loop wait on the script's clock."""

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
    return [
        {**each, "at": f"{client.__name__.strip('_')}{each['at']}"}
        for client in (_blocking, _awaited)
        for each in _played(Session(vector), client)
    ]


def _played(session: Session, by: Any) -> list[Mismatch]:
    wall = session.given["clock"]
    with (
        surrounded(
            lambda: 5000.0 + session.elapsed,
            lambda: wall + session.elapsed + session.jumped,
            lambda: next(session.chances),
        ),
        mock.patch("xi.sdk.resellers.account.uuid4", lambda: SimpleNamespace(hex=next(session.minted))),
    ):
        try:
            by(session, configuration_of(session.given, session.given["policy"]))
        except OffScriptError:
            pass
    return session.found


def _blocking(session: Session, configuration: Any) -> None:
    client = resellers.ApiClient(configuration, transport=session)
    with mock.patch("xi.sdk.resellers.api_client.run", partial(drive, sleep=session.sleep)):
        session.play(client, resellers, lambda method, arguments: method(**arguments))


def _awaited(session: Session, configuration: Any) -> None:
    selector = _Selector()
    selector.session = session
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: 5000.0 + session.elapsed  # type: ignore[method-assign]
    try:
        client = aio.AsyncApiClient(configuration, transport=_Transport(session))
        session.play(client, aio, lambda method, arguments: loop.run_until_complete(method(**arguments)))
    finally:
        loop.close()
