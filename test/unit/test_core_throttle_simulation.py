"""Bulk reads from a server with fixed quota windows, on a simulated clock: no 429, and no time lost."""

from __future__ import annotations

import heapq
import math
import random
from collections.abc import Callable, Generator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit_kit import REQUEST, Clock, answer, call_of
from world_kit import Handled, World

from xi.sdk.resellers._core.exchange import exchange
from xi.sdk.resellers._core.messages import Request, Response
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._core.throttle import Throttle

DETAILS, SEARCH = "get_orderdetails_v6_1", "get_resellers_v6_ordersearch"
WINDOW = 60.0
Form = Callable[[float, float], str]

FORMS: dict[str, Form] = {
    "epoch ms": lambda reset, _: str(math.floor(reset * 1000)),
    "epoch s": lambda reset, _: str(math.floor(reset)),
    "epoch s, rounded up": lambda reset, _: str(math.ceil(reset)),
    "seconds to wait": lambda reset, now: str(math.floor(reset - now)),
    "seconds to wait, rounded up": lambda reset, now: str(math.ceil(reset - now)),
    "seconds to wait, exact": lambda reset, now: f"{reset - now:.3f}",
}


@dataclass
class QuotaServer:
    """Grants `quota` calls in each window, for each operation or for all together."""

    form: Form
    app_wide: bool = False
    quota: int = 60
    begins: float = 0.0
    """When the first window begins, as seconds of the clock; windows follow each other without a gap."""
    latency: tuple[float, float] = (0.05, 0.3)
    dice: random.Random = field(default_factory=lambda: random.Random(7))
    epoch: float = Clock.epoch
    used: dict[tuple[int, str], int] = field(default_factory=dict)
    refused: int = 0
    most_at_once: int = 0
    served: int = 0
    last: float = 0.0

    def __call__(self, request: Request, now: float) -> tuple[float, Callable[[float], Handled]]:
        there, back = (self.dice.uniform(*self.latency) / 2 for _ in range(2))

        def handle(at: float) -> Handled:
            number = math.floor((at - self.begins) / WINDOW)
            key = (number, "" if self.app_wide else request.target)
            used = self.used.get(key, 0)
            reset = self.begins + (number + 1) * WINDOW + self.epoch
            headers = {
                "X_RateLimit_Limit": str(self.quota),
                "X_RateLimit_Remaining": str(max(self.quota - used - 1, 0)),
                "X_RateLimit_Reset": self.form(reset, at + self.epoch),
            }
            if used >= self.quota:
                self.refused += 1
                return answer(429, **headers), back
            self.used[key] = used + 1
            self.served += 1
            return answer(200, {}, **headers), back

        return now + there, handle


def bulk(
    server: QuotaServer, calls: list[str], callers: int, limit: int | None = None, policy: RetryPolicy | None = None
) -> World:
    """Let several callers work through a list."""
    clock = Clock(epoch=server.epoch)
    world = World(server, clock)
    throttle = Throttle(nullcontext(), limit)
    runtime = world.runtime(throttle=throttle)
    left = list(reversed(calls))

    def caller() -> Generator[Any, Any, None]:
        while left:
            name = left.pop()
            request = replace(REQUEST, method="GET", target=f"/{name}")
            call = call_of(name, request, policy=policy or RetryPolicy(deadline=3_600))
            final = yield from exchange(call, runtime, None)
            assert final.response.status == 200

    for _ in range(callers):
        world.spawn(caller())
    world.run()
    for task in world.tasks:
        assert task.done
        assert task.error is None, task.error
    assert server.served == len(calls)
    return world


def optimum(server: QuotaServer, calls: list[str], callers: int) -> float:
    """Return the time a program would take that knows the quota exactly and whose calls take the mean time."""
    half = sum(server.latency) / 4
    free = [0.0] * callers
    used: dict[tuple[int, str], int] = {}
    end = 0.0
    for name in calls:
        at = heapq.heappop(free) + half
        while True:
            key = (math.floor((at - server.begins) / WINDOW), "" if server.app_wide else name)
            if used.get(key, 0) < server.quota:
                break
            at = server.begins + (key[0] + 1) * WINDOW
        used[key] = used.get(key, 0) + 1
        end = max(end, at + half)
        heapq.heappush(free, at + half)
    return end


PHASES = [0.0, 0.2, 1.0, 17.3, 40.0, 59.5]


def reset_forms_and_phases(*shifts: int, phases: Sequence[float] = PHASES) -> list[tuple[str, float]]:
    """Return every form of the reset with a phase for each shift; all combinations would take a minute."""
    return [(form, phases[(at + shift) % len(phases)]) for shift in shifts for at, form in enumerate(FORMS)]


ROUNDING = 2.0
"""Seconds that whole seconds may cost where a bulk is so short that a twentieth of it is less."""


def in_time(world: World, best: float) -> bool:
    return world.now <= max(best * 1.05, best + ROUNDING)


@pytest.mark.parametrize(
    ("form", "begins", "callers"),
    [(*pair, callers) for callers, shift in [(1, 0), (8, 3)] for pair in reset_forms_and_phases(shift, shift + 1)],
)
def test_200_reads_finish_in_time_without_a_429(form: str, begins: float, callers: int) -> None:
    server = QuotaServer(FORMS[form], begins=begins)
    world = bulk(server, [DETAILS] * 200, callers)
    assert server.refused == 0
    assert world.now <= optimum(server, [DETAILS] * 200, callers) * 1.05


@pytest.mark.parametrize(("form", "begins"), reset_forms_and_phases(2, 5))
def test_64_callers_with_a_configured_quota_get_no_429(form: str, begins: float) -> None:
    server = QuotaServer(FORMS[form], begins=begins)
    world = bulk(server, [DETAILS] * 200, 64, limit=60)
    assert server.refused == 0
    assert world.now <= 180 * 1.05, "60 in any minute, whenever the server's minutes begin"


@pytest.mark.parametrize(("form", "begins"), reset_forms_and_phases(0, 2, phases=[0.0, 17.3, 40.0, 59.5]))
def test_64_callers_without_a_configured_quota_get_no_429_after_their_first_burst(form: str, begins: float) -> None:
    server = QuotaServer(FORMS[form], begins=begins)
    world = bulk(server, [DETAILS] * 200, 64)
    assert server.refused == 4, "no call is held back before an answer names a quota"
    assert world.now <= optimum(server, [DETAILS] * 200, 64) * 1.05


@pytest.mark.parametrize(
    ("form", "begins", "app_wide", "callers", "limit"),
    [
        (*pair, app_wide, callers, limit)
        for shift, (app_wide, (callers, limit)) in enumerate(product([False, True], [(1, None), (8, None), (64, 30)]))
        for pair in reset_forms_and_phases(shift)
    ],
)
def test_two_operations_interleaved_keep_within_either_kind_of_quota(
    form: str, begins: float, app_wide: bool, callers: int, limit: int | None
) -> None:
    server = QuotaServer(FORMS[form], app_wide=app_wide, begins=begins)
    calls = [DETAILS, SEARCH] * 100
    world = bulk(server, calls, callers, limit)
    assert server.refused == 0
    assert in_time(world, optimum(server, calls, callers) if limit is None else 180.0)


@pytest.mark.parametrize("app_wide", [False, True], ids=["by operation", "app-wide"])
def test_two_successive_operations_keep_within_either_kind_of_quota(app_wide: bool) -> None:
    server = QuotaServer(FORMS["epoch ms"], app_wide=app_wide, begins=40.0)
    calls = [DETAILS] * 60 + [SEARCH] * 60
    world = bulk(server, calls, 8)
    # That the second one has a quota of its own or has not, one call finds out.
    assert server.refused <= app_wide
    assert in_time(world, optimum(server, calls, 8))


@pytest.mark.parametrize("form", FORMS)
def test_a_server_with_late_answers_gets_no_more_calls_than_it_grants(form: str) -> None:
    server = QuotaServer(FORMS[form], latency=(0.1, 9.0), begins=30.0)
    bulk(server, [DETAILS] * 200, 8)
    assert server.refused == 0


@pytest.mark.parametrize("text", ["", "nonsense", "0", "-1", "1e400", "99999999999999999999", "1600000000000"])
@pytest.mark.parametrize("callers", [1, 8])
def test_an_invalid_or_past_reset_delays_calls_by_at_most_a_minute(text: str, callers: int) -> None:
    server = QuotaServer(lambda _, __: text, begins=0.0)
    calls = [DETAILS] * 200
    world = bulk(server, calls, callers)
    # Not knowing the moment, a window may be begun up to a minute after the server's, and hit its next one.
    assert server.refused <= callers
    assert world.now <= optimum(server, calls, callers) + 2 * WINDOW


@given(
    form=st.sampled_from(sorted(FORMS)),
    callers=st.integers(1, 20),
    begins=st.floats(0, 59.9),
    quota=st.integers(20, 80),
    slowest=st.floats(0.06, 2.0),
    app_wide=st.booleans(),
    two=st.booleans(),
    seed=st.integers(0, 99),
)
def test_no_more_is_ever_sent_than_granted(
    form: str, callers: int, begins: float, quota: int, slowest: float, app_wide: bool, two: bool, seed: int
) -> None:
    server = QuotaServer(FORMS[form], app_wide, quota, begins, (0.05, slowest), random.Random(seed))
    bulk(server, [DETAILS, SEARCH if two else DETAILS] * 80, callers)
    assert server.refused == 0


@given(
    limit=st.integers(1, 60),
    callers=st.integers(1, 64),
    begins=st.floats(0, 59.9),
    slowest=st.floats(0.06, 5.0),
)
def test_a_configured_limit_holds_whenever_the_windows_of_the_server_begin(
    limit: int, callers: int, begins: float, slowest: float
) -> None:
    server = QuotaServer(FORMS["epoch ms"], quota=limit, begins=begins, latency=(0.05, slowest))

    def silent(request: Request, now: float) -> tuple[float, Callable[[float], Handled]]:
        arrives, handle = server(request, now)

        def answered(at: float) -> Handled:
            reply, back = handle(at)
            return answer(reply.status if isinstance(reply, Response) else 500, {}), back

        return arrives, answered

    world = World(silent, Clock())
    runtime = world.runtime(throttle=Throttle(nullcontext(), limit))
    call = call_of(DETAILS, replace(REQUEST, method="GET"), policy=RetryPolicy(deadline=3_600))
    for _ in range(max(callers, 2 * limit)):
        world.spawn(exchange(call, runtime, None))
    world.run()
    assert server.refused == 0
