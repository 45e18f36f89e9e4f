"""The sandbox itself: everything it knows, with the clock and the randomness it is given."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random, SystemRandom
from threading import RLock
from typing import Any

from xi.sdk.resellers.sandbox.catalog.parts import Catalogue, default_catalogue
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.orders.book import OrderBook
from xi.sdk.resellers.sandbox.orders.notifications import event_types, order_resource, status_event
from xi.sdk.resellers.sandbox.orders.states import MOVES, Move
from xi.sdk.resellers.sandbox.orders.values import Order
from xi.sdk.resellers.sandbox.state.clock import MovableClock
from xi.sdk.resellers.sandbox.state.faults import Faults
from xi.sdk.resellers.sandbox.state.logs import EVENT_LIMIT, EXCHANGE_LIMIT, Event, Exchange, Log
from xi.sdk.resellers.sandbox.state.policy import Policy
from xi.sdk.resellers.sandbox.state.quotas import Quotas
from xi.sdk.resellers.sandbox.state.store import NoStore, Store
from xi.sdk.resellers.sandbox.state.tokens import Tokens
from xi.sdk.resellers.sandbox.state.webhooks import Hooks
from xi.sdk.resellers.sandbox.wire.messages import FullError


def system_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def _store_at(path: Path | str) -> Store:
    from xi.sdk.resellers.sandbox.state.sqlite import SqliteStore  # noqa: PLC0415 - loads SQLite, which few sandboxes need

    return SqliteStore(path)


@contextmanager
def _refusing(store: Store, state: Path | str | None) -> Generator[None]:
    """Let go of a file in which something does not fit, and name it."""
    try:
        yield
    except (ArithmeticError, TypeError, ValueError) as error:
        store.close()
        raise ValueError(f"{state} cannot be used: {error}") from error


class Sandbox:
    """The state of one simulated API.

    Args:
        catalogue: What can be ordered; a small one of our own by default.
        clock: Tells the time; a naive answer is taken as UTC.
        seed: Makes order numbers and tokens repeatable; None draws them from the system.
        credentials: client_id -> client_secret pairs that get tokens; None accepts any without blanks.
        access_tokens: Tokens that are always good.
        policy: What to do where the facts are silent.
        state: A file that keeps it all across restarts; None keeps it in memory.

    Raises:
        ValueError: The file is something else, in use, or has webhooks that may not be called.
    """

    def __init__(
        self,
        *,
        catalogue: Catalogue | None = None,
        clock: Callable[[], datetime] = system_clock,
        seed: int | None = None,
        credentials: Mapping[str, str] | None = None,
        access_tokens: Iterable[str] = (),
        policy: Policy | None = None,
        state: Path | str | None = None,
    ) -> None:
        store: Store = NoStore() if state is None else _store_at(state)

        def left(kind: str) -> list[Any]:
            return [value for _, value in store.read(kind)]

        with _refusing(store, state):
            runs = next(iter(left("runs")), 0)
            ahead = timedelta(seconds=next(iter(left("clock")), 0.0))
        # A seeded generator is guessable, which is the point of a seed: this is a simulator. What was made up in an
        # earlier run must not be made up again, so each run has its own sequence.
        rng: Random = SystemRandom() if seed is None else Random(seed if runs == 0 else f"{seed}/{runs}")  # noqa: S311
        self._store = store
        self._saved: dict[str, object] = {}
        self.pulse = 0
        self.lock = RLock()
        self.rng = rng
        self.policy = policy or Policy()
        self.catalogue = default_catalogue() if catalogue is None else catalogue
        self.clock = MovableClock(clock, self.commit, ahead)
        self.orders = OrderBook(rng, store.put)
        self.tokens = Tokens(self.now, rng, self.policy.token_lifetime, credentials, access_tokens, store)
        self.quotas = Quotas(self.policy.rate_limit)
        self.faults = Faults(rng, self.commit)
        self.events: Log[Event] = Log(store, "event", EVENT_LIMIT)
        self.exchanges: Log[Exchange] = Log(store, "exchange", EXCHANGE_LIMIT)
        self.hooks = Hooks(
            self.now,
            rng,
            pause=self.policy.webhook_pause,
            anywhere=self.policy.webhooks_anywhere,
            store=store,
            changed=self.commit,
        )
        with _refusing(store, state):
            self._restore(left)
        store.put("runs", "", runs + 1)
        self.commit()

    def _restore(self, left: Callable[[str], list[Any]]) -> None:
        for order in left("order"):
            self.orders.restore(order)
        for counts in left("stock"):
            self.orders.stock = Stock.of(counts)
        for token in left("token"):
            self.tokens.restore(token)
        for log in (self.events, self.exchanges):
            log.restore(self._store.read(log.kind))
        for faults in left("faults"):
            self.faults.restore(faults)
        self.hooks.restore(left("hook"), left("delivery"))

    def commit(self) -> None:
        """Let a change last, and those who watch see that there was one."""
        # Under the lock: a webhook is delivered in another thread, which must not save half of a change made here.
        with self.lock:
            self.pulse += 1
            small = {"clock": self.clock.ahead.total_seconds(), "faults": self.faults.waiting()}
            for kind, value in small.items():
                if self._saved.get(kind) != value:
                    self._saved[kind] = value
                    self._store.put(kind, "", value)
            self._store.commit()

    def note(self, exchange: Exchange | Callable[[], Exchange]) -> None:
        """Keep a request with its response, or what makes them later; a file gets it with the next change."""
        with self.lock:
            if isinstance(exchange, Exchange):
                self.exchanges.append(exchange)
            else:
                self.exchanges.append_later(exchange)
            self.pulse += 1

    def close(self) -> None:
        """Let go of the file, if there is one; the sandbox is over then."""
        self.hooks.close()
        with self.lock:
            self.commit()
            self._store.close()

    def now(self) -> datetime:
        """Return the sandbox's time, always with an offset."""
        return self.clock.now()

    def revoke_tokens(self) -> None:
        """Let every issued token die before its time."""
        with self.lock:
            self.tokens.revoke_all()
            self.commit()

    def settle(self) -> None:
        """Let time do its work: void the orders that were held for too long."""
        with self.lock:
            overdue = self.orders.void_overdue(self.now(), self.policy.hold_window)
            for order in overdue:
                self.record(Move.VOID.done, order)
            if overdue:
                self.commit()

    def require_room(self) -> None:
        """Let an order be placed where there is room for it.

        Raises:
            FullError: There is none.
        """
        for what, count, limit in (
            ("orders", len(self.orders), self.policy.order_limit),
            ("order lines", self.orders.lines, self.policy.line_limit),
        ):
            if count >= limit:
                raise FullError(f"The sandbox holds {count} {what}; its limit is {limit}")

    def record(self, kind: str, order: Order) -> None:
        """Note what happened to an order, and send the webhooks that follow from it."""
        self.events.append(Event(kind, self.now(), order.number, order.customer, order.confirmation_number))
        for event_type in event_types(kind, order):
            self.hooks.notify(event_type, status_event(event_type, order_resource(order)))

    def record_failure(self, customer: str, confirmation_number: str, reason: str) -> None:
        """Note that a v7 request came to nothing."""
        self.events.append(Event("failed", self.now(), "", customer, confirmation_number, reason))

    def move(self, number: str, move: str) -> Order:
        """Let an order make a move.

        Args:
            number: The order.
            move: One of `Move`: `ship`, `void` and so on.

        Raises:
            KeyError: There is no such order.
            ValueError: There is no such move, the order is in no state for it, or has nothing for it.
        """
        if move not in list(Move):
            raise ValueError(f"there is no move {move!r}; there are {', '.join(MOVES)}")
        with self.lock:
            self.settle()
            order = self.orders.apply(number, Move(move), self.now())
            self.record(Move(move).done, order)
            self.commit()
            return order

    def ship(self, number: str, *, partially: bool = False) -> Order:
        """Ship an order's confirmed units, or about half of them; raises as `move` does."""
        return self.move(number, Move.SHIP_PARTIALLY if partially else Move.SHIP)

    def invoice(self, number: str) -> Order:
        """Invoice what an order has shipped; raises as `move` does."""
        return self.move(number, Move.INVOICE)

    def deliver(self, number: str) -> Order:
        """Deliver what an order has shipped; raises as `move` does."""
        return self.move(number, Move.DELIVER)

    def restock(self, number: str) -> Order:
        """Let the units arrive that an order waits for; raises as `move` does."""
        return self.move(number, Move.RESTOCK)

    def hold(self, number: str) -> Order:
        """Put an order on hold, as sales does; it can be released, or cancelled, as one held by the customer.

        Raises as `move` does: nothing of it may have shipped.
        """
        return self.move(number, Move.HOLD)

    def release(self, number: str) -> Order:
        """Take an order off hold; raises as `move` does."""
        return self.move(number, Move.RELEASE)

    def void(self, number: str) -> Order:
        """Void an order, on hold or not; raises as `move` does: nothing of it may have shipped."""
        return self.move(number, Move.VOID)
