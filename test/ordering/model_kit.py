"""A small world around the protocol: server, messages, search, workers that die. All that can happen next is a move.

Time is only what the protocol asks of it: whether a quiet period has passed, and whether the patience with an accepted
order is over. Whatever has a time besides (the next look, say) can happen at any moment, so every order of events is
tried.

Violations: DOUBLE two orders of ours; LOST rejected, but an order of ours stands or may still come; FOREIGN placed, but
only somebody else's order stands; FORGOT a settled outcome changed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from xi.sdk.resellers.ordering import _protocol
from xi.sdk.resellers.ordering._protocol import (
    CLOSED,
    OPEN,
    SETTLED,
    STANDING,
    Abandoned,
    Answered,
    Decision,
    Do,
    Event,
    Hinted,
    Kind,
    LeaseOver,
    Looked,
    ResendPermitted,
    Row,
    Said,
    Seen,
    State,
    Take,
    Told,
)
from xi.sdk.resellers.ordering.settings import Settings

NOW = 1_000_000.0
Decide = Callable[[Row, Event], Decision]


@dataclass(frozen=True)
class World:
    """What the server is like, and what may happen."""

    name: str
    guarded: bool = True
    """The server's check of duplicates is on."""
    check_lags: bool = False
    """The check knows only what the search shows."""
    prompt: bool = False
    """Quiet periods are long enough: when one ends, nothing is under way, and the search shows everything."""
    person: bool = False
    """A person may place another order under the same PO."""
    stock: bool = False
    """The stock may run out, which the server checks before it checks for duplicates."""
    restored: bool = False
    """The ledger may be replaced by a copy from before the first send, and distrusted."""
    v7: bool = False
    garbled: bool = False
    """The answer to an order that was placed may be cut off."""
    workers: int = 2
    sends: int = 2
    deaths: int = 0
    """How often a worker may die."""
    not_sent: int = 1
    """How often a request may not be sent; the protocol does not count these."""
    resends: int = 0
    """How often a person may permit another send of a held or rejected order."""
    closes: int = 0
    """How often a person may abandon a held order."""


class Worker(NamedTuple):
    """What a worker is about to do; `is_fresh` while nobody else has written the row since it read it."""

    doing: str = "idle"  # idle send wait record look decide
    is_fresh: bool = True
    message: int = 0
    heard: Said | None = None
    saw: Seen | None = None
    was_quiet: bool = False


class Order(NamedTuple):
    message: int
    """The message that made it; 0 for a person's order."""
    is_shown: bool = False
    """Whether the search shows it."""


class Scene(NamedTuple):
    """All there is at one moment. Two equal scenes have the same future."""

    row: Row
    workers: tuple[Worker, ...]
    orders: tuple[Order, ...] = ()
    messages: tuple[str, ...] = ()  # gone flying ok exists refused
    webhooks: tuple[Told, ...] = ()
    is_out_of_stock: bool = False
    deaths: int = 0
    not_sent: int = 0
    persons: int = 0
    restores: int = 0
    resends: int = 0
    closes: int = 0
    wrong: str = ""


IDLE = Worker()
Move = tuple[str, Scene]


class Model:
    """All moves of a world, with the decisions of the protocol, or of a weaker one.

    Args:
        world: the world.
        decide: decides in place of the protocol.
        distrusts: whether a ledger that was restored is distrusted.
        fenced: whether a worker looks at its clock before it sends, so that it does not send after its lease.
    """

    def __init__(
        self, world: World, decide: Decide | None = None, *, distrusts: bool = True, fenced: bool = True
    ) -> None:
        self.world = world
        self.settings = Settings(sends=world.sends)
        self.distrusts, self.fenced = distrusts, fenced
        self._decide = cache(decide or (lambda row, event: _protocol.decide(row, event, NOW, self.settings)))
        self.new = Row(kind=Kind.V7 if world.v7 else Kind.V6, guarded=world.guarded)

    def start(self) -> Scene:
        w = self.world
        return Scene(
            self.new,
            (IDLE,) * w.workers,
            deaths=w.deaths,
            not_sent=w.not_sent,
            persons=w.person,
            restores=w.restored,
            resends=w.resends,
            closes=w.closes,
        )

    def moves(self, scene: Scene) -> Iterator[Move]:
        """Yield all that can happen next, with the scene after it."""
        if scene.wrong:
            return
        for told, after in self._all(scene):
            yield told, _plain(after._replace(wrong=self._judged(scene, after)))

    def _all(self, scene: Scene) -> Iterator[Move]:
        for n, worker in enumerate(scene.workers):
            if n and worker == scene.workers[n - 1]:
                continue  # the workers are alike
            yield from self._worker(scene, n, worker)
            if scene.deaths and worker != IDLE:
                yield "a worker dies", _at(scene, n, IDLE)._replace(deaths=scene.deaths - 1)
        yield from self._server(scene)
        yield from self._time(scene)
        yield from self._persons(scene)
        for told in set(scene.webhooks):
            yield f"a webhook tells: {told}", self._written(scene, Hinted(told))

    def _written(self, scene: Scene, event: Event) -> Scene:
        """Return the scene after an event about the row, which makes the view of every worker old."""
        decision = self._decide(scene.row, event)
        if decision.row == scene.row:
            return scene
        old = tuple(each if each == IDLE else each._replace(is_fresh=False) for each in scene.workers)
        return scene._replace(row=decision.row, workers=old)

    # -- workers

    def _worker(self, scene: Scene, n: int, worker: Worker) -> Iterator[Move]:
        match worker.doing:
            case "idle":
                yield from self._takes(scene, n)
            case "send":
                if self.fenced and not worker.is_fresh:
                    yield "a worker does not send: its lease is over", _at(scene, n, IDLE)
                    return
                flying = _with(scene.messages, worker.message - 1, "flying")
                yield (
                    f"a worker sends request {worker.message}",
                    _at(scene, n, worker._replace(doing="wait"))._replace(messages=flying),
                )
                if scene.not_sent:
                    heard = _at(scene, n, _heard(worker, Said.NOT_SENT))
                    yield f"request {worker.message} is not sent", heard._replace(not_sent=scene.not_sent - 1)
            case "wait":
                for said in self._answers(scene.messages[worker.message - 1]):
                    yield f"a worker hears of request {worker.message}: {said}", _at(scene, n, _heard(worker, said))
            case "record":
                assert worker.heard
                yield f"a worker records: {worker.heard}", self._records(scene, n, worker)
            case "look":
                seen = self._seen(scene)
                now = worker._replace(doing="decide", saw=seen, was_quiet=_is_quiet(scene.row))
                yield f"a worker searches, and sees {seen}", _at(scene, n, now)
            case _:
                yield f"a worker decides about {worker.saw}", self._decides(scene, n, worker)

    def _takes(self, scene: Scene, n: int) -> Iterator[Move]:
        row = scene.row
        if row.state is State.SENDING:
            yield "a lease is over", self._written(scene, LeaseOver())
            return
        decision = self._decide(row, Take(OPEN))
        if decision.commands:
            after = self._written(scene, Take(OPEN))
            yield "a worker takes the row", self._commanded(after, n, decision)

    def _commanded(self, scene: Scene, n: int, decision: Decision) -> Scene:
        dos = [each.do for each in decision.commands]
        if Do.SEND in dos:
            message = len(scene.messages) + 1
            return _at(scene, n, Worker("send", message=message))._replace(messages=(*scene.messages, "gone"))
        return _at(scene, n, Worker("look") if Do.LOOK in dos else IDLE)

    def _answers(self, message: str) -> Iterator[Said]:
        yield Said.UNANSWERED
        if self.world.v7 and message != "gone":
            yield Said.ACCEPTED
            if message == "refused":
                yield Said.REFUSED  # it is refused before it is queued
        elif message in ("ok", "exists", "refused"):
            yield {"ok": Said.PLACED, "exists": Said.EXISTS, "refused": Said.REFUSED}[message]
            if self.world.garbled and message == "ok":
                yield Said.GARBLED

    def _records(self, scene: Scene, n: int, worker: Worker) -> Scene:
        assert worker.heard
        numbers = (f"20-{worker.message}",) if worker.heard is Said.PLACED else ()
        return _at(self._written(scene, Answered(worker.heard, numbers, late=not worker.is_fresh)), n, IDLE)

    def _seen(self, scene: Scene) -> Seen:
        shown = [each for each in scene.orders if each.is_shown]
        ours = sum(each.message > 0 for each in shown)
        if ours:
            return Seen.DOUBLED if ours > 1 else Seen.OURS
        return Seen.FOREIGN if shown else Seen.NOTHING

    def _decides(self, scene: Scene, n: int, worker: Worker) -> Scene:
        assert worker.saw
        numbers = tuple(f"20-{each.message}" for each in scene.orders if each.is_shown and each.message)
        event = Looked(worker.saw, numbers, began=NOW if worker.was_quiet else NOW - 1)
        decision = self._decide(scene.row, event)
        after = _at(self._written(scene, event), n, IDLE)
        return self._commanded(after, n, decision) if Do.SEND in [each.do for each in decision.commands] else after

    # -- everything else

    def _server(self, scene: Scene) -> Iterator[Move]:
        for n, message in enumerate(scene.messages):
            if message == "flying":
                yield f"request {n + 1} is lost", scene._replace(messages=_with(scene.messages, n, "gone"))
                yield self._acts(scene, n)
        for n, order in enumerate(scene.orders):
            if not order.is_shown:
                shown = _with(scene.orders, n, order._replace(is_shown=True))
                yield f"the search shows the order of request {order.message}", scene._replace(orders=shown)
        if self.world.stock and not scene.is_out_of_stock:
            yield "the stock runs out", scene._replace(is_out_of_stock=True)

    def _acts(self, scene: Scene, n: int) -> Move:
        known = [each for each in scene.orders if each.is_shown or not self.world.check_lags]
        outcome = "ok"
        if scene.is_out_of_stock:
            outcome = "refused"
        elif self.world.guarded and known:
            outcome = "exists"
        after = scene._replace(messages=_with(scene.messages, n, outcome))
        if outcome == "ok":
            after = after._replace(orders=(*scene.orders, Order(n + 1)))
        if self.world.v7:
            told = Told.CREATED if outcome == "ok" else Told.FAILED
            after = after._replace(webhooks=tuple(sorted({*scene.webhooks, told})))
        return f"the server acts on request {n + 1}: {outcome}", after

    def _time(self, scene: Scene) -> Iterator[Move]:
        row = scene.row
        is_over = "flying" not in scene.messages and all(each.is_shown for each in scene.orders)
        if not _is_quiet(row) and (is_over or not self.world.prompt):
            yield "a quiet period passes", scene._replace(row=replace(row, quiet_until=None, trusted_from=None))
        if row.state is State.ACCEPTED and row.accepted_at == NOW and (is_over or not self.world.prompt):
            over = replace(row, accepted_at=NOW - self.settings.patience)
            yield "patience is over", scene._replace(row=over)

    def _persons(self, scene: Scene) -> Iterator[Move]:
        if scene.persons:
            yield "a person orders under this PO", scene._replace(orders=(*scene.orders, Order(0)), persons=0)
        if scene.restores and scene.row.state is not State.PLANNED:
            # All workers stop. Requests that are under way stay under way.
            row = self.new
            if self.distrusts:
                row = replace(row, doubts=1, search_first=NOW, trusted_from=NOW + self.settings.quiet)
            yield "the ledger is restored", scene._replace(row=row, workers=(IDLE,) * self.world.workers, restores=0)
        if scene.resends and scene.row.state in (State.HELD, State.REJECTED):
            yield "a person permits a send", self._written(scene, ResendPermitted())._replace(resends=scene.resends - 1)
        if scene.closes and scene.row.state is State.HELD:
            yield "a person abandons it", self._written(scene, Abandoned())._replace(closes=scene.closes - 1)

    # -- what must never be

    def _judged(self, before: Scene, scene: Scene) -> str:
        ours = [each for each in scene.orders if each.message]
        row = scene.row
        if len(ours) > 1:
            return "DOUBLE"
        if _has_changed(before, scene):
            return "FORGOT"
        if row.state is State.REJECTED:
            is_open = not scene.is_out_of_stock and not (self.world.guarded and scene.orders)
            if ours or ("flying" in scene.messages and is_open):
                return "LOST"
        return "FOREIGN" if row.state in STANDING and not ours else ""


def _has_changed(before: Scene, scene: Scene) -> bool:
    """Return whether an outcome changed, other than by a person, or by evidence after a person closed the order."""
    if before.row.state not in SETTLED or scene.restores != before.restores or scene.resends != before.resends:
        return False
    is_evidence = before.row.state in CLOSED and scene.row.state in STANDING
    return scene.row.state is not before.row.state and not is_evidence


def explore(model: Model, until: str = "", limit: int = 200_000) -> tuple[int, dict[str, list[str]]]:
    """Try every order of events, or until a violation; return the number of scenes, and the shortest way to each."""
    first = _plain(model.start())
    came: dict[Scene, tuple[Scene | None, str]] = {first: (None, "")}
    queue, wrong = deque([first]), dict[str, list[str]]()
    while queue:
        scene = queue.popleft()
        for told, after in model.moves(scene):
            if after in came:
                continue
            came[after] = (scene, told)
            assert len(came) < limit, "the world is too large"
            if after.wrong:
                wrong.setdefault(after.wrong, _way(came, after))
                if after.wrong == until:
                    return len(came), wrong
            else:
                queue.append(after)
    return len(came), wrong


def stuck(model: Model) -> list[Scene]:
    """Return the scenes from which the row can no longer be settled or held."""
    first = _plain(model.start())
    seen, queue, back = {first}, deque([first]), dict[Scene, list[Scene]]()
    while queue:
        scene = queue.popleft()
        for _, after in model.moves(scene):
            back.setdefault(after, []).append(scene)
            if after not in seen:
                seen.add(after)
                queue.append(after)
    ends = deque(each for each in seen if each.row.state in {*SETTLED, State.HELD})
    fine = set(ends)
    while ends:
        new = [each for each in back.get(ends.popleft(), []) if each not in fine]
        fine.update(new)
        ends.extend(new)
    return list(seen - fine)


def _way(came: dict[Scene, tuple[Scene | None, str]], scene: Scene | None) -> list[str]:
    told = []
    while scene is not None:
        scene, each = came[scene]
        told.append(each)
    return told[-2::-1]


def _plain(scene: Scene) -> Scene:
    """Return the scene without what has no influence on its future, so that fewer scenes are told apart."""
    # The ledger refuses what a worker decides about a row that has moved on.
    workers = [IDLE if each.doing in ("look", "decide") and not each.is_fresh else each for each in scene.workers]
    waiting = {each.message for each in workers}
    messages = tuple(each if each == "flying" or n + 1 in waiting else "over" for n, each in enumerate(scene.messages))
    return scene._replace(row=_plain_row(scene.row), workers=tuple(sorted(workers, key=_place_of)), messages=messages)


@cache
def _plain_row(row: Row) -> Row:
    return replace(
        row,
        looks=0,
        tries=0,
        refusals=0,
        due=None,
        lease=None,
        doubt_since=None,
        first_send=None,
        held_at=None,
        settled_at=None,
        numbers=(),
        adopted=False,
        doubts=min(row.doubts, 1),
        search_first=row.search_first if row.state is State.PLANNED else None,
        accepted_at=row.accepted_at if row.state is State.ACCEPTED else None,
    )


@cache
def _place_of(worker: Worker) -> str:
    return repr(worker)


def _is_quiet(row: Row) -> bool:
    return row.quiet_until is None and row.trusted_from is None


def _at(scene: Scene, n: int, worker: Worker) -> Scene:
    return scene._replace(workers=_with(scene.workers, n, worker))


def _heard(worker: Worker, said: Said) -> Worker:
    return worker._replace(doing="record", heard=said)


def _with(things: tuple[Any, ...], place: int, value: Any) -> tuple[Any, ...]:
    return (*things[:place], value, *things[place + 1 :])
