"""Calls side by side: each reports what it does, and goes on when the script has answered it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

from adapters.calling import FAILURES, answer_of
from adapters.comparing import Mismatch
from adapters.ends import compare_end
from adapters.sent import compare_request
from adapters.session import TOLERANCE_S, OffScriptError, Session

from xi.sdk.resellers._core.messages import Request, Response
from xi.sdk.resellers.exceptions import ApiException

_NAME: ContextVar[str] = ContextVar("name")
_BLOCKED_S = 0.5
"""How long a call may take until it does something, or is taken to wait for another one."""
_STUCK_S = 60.0
"""How long what the script has next may take on a busy machine."""
Report = tuple[str, str, Any, "asyncio.Future[Any]"]
"""The name of a call, what it does, with what, and where it waits for the answer."""


class SideBySide(Session):
    """A session of several calls at once; `perform` makes a call, blocking in a thread or awaited."""

    def __init__(self, vector: dict[str, Any]) -> None:
        super().__init__(vector)
        self.reports: list[Report] = []
        self.open: list[asyncio.Future[Any]] = []
        """Where calls wait for an answer."""
        self.waits: dict[str, float] = defaultdict(float)
        """What each call has waited since it was answered last, less what the script says of it."""
        self.loop = asyncio.new_event_loop()
        self.is_over = False

    async def report(self, kind: str, got: Any) -> Any:
        if self.is_over:
            raise OffScriptError
        answer: asyncio.Future[Any] = self.loop.create_future()
        self.open.append(answer)
        self.reports.append((_NAME.get(), kind, got, answer))
        return await answer

    def sleep(self, seconds: float) -> None:
        self.waits[_NAME.get()] += seconds
        self.elapsed += seconds

    def send(self, request: Request, timeouts: Any) -> Response:  # noqa: ARG002 - the script has the durations
        """Send from a thread."""
        found: Response = asyncio.run_coroutine_threadsafe(self.report("sends", request), self.loop).result()
        return found  # `run` answers each report, at the latest when it ends

    async def run(self, client: Any, module: Any, perform: Any) -> None:
        calls: list[asyncio.Task[None]] = []
        try:
            with suppress(OffScriptError):
                for at, step in list(self.left):
                    if "calls" in step:
                        _NAME.set(step["as"])  # a task begins with the names that are set here
                        made = self._made(*self._call(client, module, step["calls"]), perform)
                        calls.append(self.loop.create_task(made))
                        await self._reported(step["as"], _BLOCKED_S)
                    elif "waits" in step:
                        self.waits[step["as"]] -= step["waits"]
                    else:
                        await self._answered(at, step.get("together", [step]))
            if calls:
                _, left = await asyncio.wait(calls, timeout=_STUCK_S)
                want = {"at": "/end", "want": "the ends of all calls", "got": f"{len(left)} still open"}
                self.found += [want] if left else []
        finally:  # also after an error of an adapter: a call that waits for ever would keep its thread
            self.is_over = True
            for each in self.open:
                if not each.done():
                    each.set_exception(OffScriptError)
            await asyncio.gather(*calls, return_exceptions=True)

    async def _made(self, method: Any, arguments: dict[str, Any], perform: Any) -> None:
        try:
            end = await perform(method, arguments)
        except ApiException as error:
            end = error
        await self.report("ends", end)

    async def _reported(self, name: str | None, seconds: float, kind: str = "sends") -> Report | None:
        """Return what a call does next; without a name, what any of them does of this kind; None if nothing comes."""
        deadline = self.loop.time() + seconds
        while self.loop.time() < deadline:
            found = next((each for each in self.reports if each[0] == name or (name is None and each[1] == kind)), None)
            if found is not None:
                return found
            await asyncio.wait([self.loop.create_future()], timeout=0.001)
        return None

    async def _answered(self, at: int, steps: list[dict[str, Any]]) -> None:
        """Wait until all of the steps have come, compare them, and answer them in the order of the script."""
        answers: list[tuple[asyncio.Future[Any], Any]] = []
        for step in steps:
            kind = "sends" if "sends" in step else "ends"
            report = await self._reported(step.get("as"), _STUCK_S, kind)
            if report is None or report[1] != kind:
                self.found.append({"at": f"/{at}", "want": step, "got": report and report[:3]})
                raise OffScriptError
            self.reports.remove(report)
            waited = self.waits.pop(report[0], 0.0)
            if abs(waited) > TOLERANCE_S:
                self.found.append(
                    {"at": f"/{at}/before {kind}", "want": "the waits of the script", "got": f"{waited} s more"}
                )
            self.found += self._compared(f"/{at}/{kind}", kind, step, report[2])
            answers.append((report[3], step.get("then")))
        self.elapsed += max((then["after"] for _, then in answers if then), default=0)
        for future, then in answers:
            if then and "fails" in then:
                future.set_exception(FAILURES[then["fails"]]("a failure of the script"))
            else:
                future.set_result(answer_of(then["answer"]) if then else None)

    def _compared(self, at: str, kind: str, step: dict[str, Any], got: Any) -> list[Mismatch]:
        return (compare_request if kind == "sends" else compare_end)(at, step[kind], got)
