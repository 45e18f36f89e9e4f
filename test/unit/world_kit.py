"""A world of its own for flows: many run at once on a clock that jumps, before a server that is a function."""

from __future__ import annotations

import heapq
from asyncio import CancelledError
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, cast

import pytest
from unit_kit import Clock

from xi.sdk.resellers._core.exchange import Runtime
from xi.sdk.resellers._core.flow import AskForToken, EnterGate, Flow, Send, Sleep
from xi.sdk.resellers._core.messages import Request, Response, TransportFailure

Handled = tuple[Response | TransportFailure, float]
Server = Callable[[Request, float], tuple[float, Callable[[float], Handled]]]
"""From a request and the moment it leaves: the moment it arrives, and what then makes the answer and its way back."""


class Gate:
    """Lets one through; who waits is told when the one inside has left."""

    def __init__(self) -> None:
        self.inside: object = None
        self.waiting: list[Task] = []
        self.most_waiting = 0
        self.world: World | None = None

    def leave(self, by: object) -> None:
        if self.inside is not by:
            return
        self.inside = None
        waiting, self.waiting = self.waiting, []
        for task in waiting:
            assert self.world is not None
            self.world.resume(task, False)


@dataclass
class Task:
    """One flow under way, and what became of it."""

    flow: Generator[Any, Any, Any]
    done: bool = False
    value: Any = None
    error: BaseException | None = None
    ended: float = 0.0
    steps: int = 0
    slept: list[float] = field(default_factory=list)


class World:
    """Runs flows against each other."""

    def __init__(self, server: Server | None = None, clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self.server = server
        self.events: list[tuple[float, int, Callable[[], None]]] = []
        self.numbers = count()
        self.tasks: list[Task] = []

    @property
    def now(self) -> float:
        return self.clock.elapsed

    def runtime(self, **more: Any) -> Runtime:
        return Runtime(self.clock.monotonic, self.clock.wall, lambda: 0.5, **more)

    def at(self, moment: float, do: Callable[[], None]) -> None:
        heapq.heappush(self.events, (max(moment, self.now), next(self.numbers), do))

    def spawn(self, flow: Flow[Any] | Generator[Any, Any, Any], after: float = 0.0) -> Task:
        task = Task(flow)
        self.tasks.append(task)
        self.at(self.now + after, lambda: self.step(task, None))
        return task

    def resume(self, task: Task, reply: Any) -> None:
        steps = task.steps
        self.at(self.now, lambda: self.step(task, reply) if task.steps == steps else None)

    def step(self, task: Task, reply: Any) -> None:
        if task.done:
            return
        task.steps += 1
        try:
            command = task.flow.throw(reply) if isinstance(reply, TransportFailure) else task.flow.send(reply)
        except StopIteration as end:
            task.done, task.value, task.ended = True, end.value, self.now
        except Exception as error:  # noqa: BLE001 - the test looks at it
            task.done, task.error, task.ended = True, error, self.now
        else:
            self.carry_out(task, command)

    def carry_out(self, task: Task, command: Any) -> None:
        match command:
            case Sleep(seconds):
                task.slept.append(seconds)
                self.at(self.now + seconds, lambda: self.step(task, None))
            case Send(request):
                assert self.server is not None
                arrives, handle = self.server(request, self.now)

                def arrive() -> None:
                    reply, back = handle(self.now)
                    self.at(self.now + back, lambda: self.step(task, reply))

                self.at(arrives, arrive)
            case EnterGate(passing, patience, by):
                gate = cast("Gate", passing)
                gate.world = self
                if gate.inside is None:
                    gate.inside = by
                    self.resume(task, True)
                elif patience <= 0:
                    self.resume(task, False)
                else:
                    gate.waiting.append(task)
                    gate.most_waiting = max(gate.most_waiting, len(gate.waiting))
                    steps = task.steps

                    def give_up() -> None:
                        if task.steps == steps and task in gate.waiting:
                            gate.waiting.remove(task)
                            self.step(task, False)

                    self.at(self.now + patience, give_up)
            case AskForToken():
                self.resume(task, None)
            case _:
                raise AssertionError(command)

    def cancel(self, task: Task) -> None:
        """End a flow where it stands, as a cancelled task does."""
        task.done = True
        task.steps += 1
        thrown = CancelledError()
        with pytest.raises(CancelledError) as caught:
            task.flow.throw(thrown)
        assert caught.value is thrown

    def run(self, until: float = 1e9) -> None:
        """Let everything happen, up to a moment."""
        while self.events and self.events[0][0] <= until:
            moment, _, do = heapq.heappop(self.events)
            self.clock.elapsed = moment
            do()
        if until < 1e9:
            self.clock.elapsed = until
