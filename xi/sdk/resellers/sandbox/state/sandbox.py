"""The sandbox itself: everything it knows, with the clock and the randomness it is given."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random, SystemRandom
from threading import RLock
from typing import Any

from xi.sdk.resellers.sandbox.catalog.parts import Catalogue, default_catalogue
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.orders.book import OrderBook
from xi.sdk.resellers.sandbox.orders.notifications import event_types, order_resource, status_event
from xi.sdk.resellers.sandbox.orders.values import Order, delivered, filled, invoiced, shipped
from xi.sdk.resellers.sandbox.state.clock import MovableClock
from xi.sdk.resellers.sandbox.state.faults import Faults
from xi.sdk.resellers.sandbox.state.logs import EVENT_LIMIT, EXCHANGE_LIMIT, Event, Exchange, Log
from xi.sdk.resellers.sandbox.state.policy import Policy
from xi.sdk.resellers.sandbox.state.quotas import Quotas
from xi.sdk.resellers.sandbox.state.store import Forgetful, Journal
from xi.sdk.resellers.sandbox.state.tokens import TokenStore
from xi.sdk.resellers.sandbox.state.webhooks import Hooks


def system_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def _in_file(path: Path | str) -> Journal:
    from xi.sdk.resellers.sandbox.state.sqlite import Store  # noqa: PLC0415 - loads SQLite, which few sandboxes need

    return Store(path)


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
        ValueError: The file is something else, or in use.
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
        journal = Forgetful() if state is None else _in_file(state)

        def left(kind: str) -> list[Any]:
            return [value for _, value in journal.kept(kind)]

        runs = next(iter(left("runs")), 0)
        # A seeded generator is guessable, which is the point of a seed: this is a simulator. What was made up in an
        # earlier run must not be made up again, so each run has its own sequence.
        rng: Random = SystemRandom() if seed is None else Random(seed if runs == 0 else f"{seed}/{runs}")  # noqa: S311
        self._journal = journal
        self._noted: dict[str, object] = {}
        self.pulse = 0
        self.lock = RLock()
        self.rng = rng
        self.policy = policy or Policy()
        self.catalogue = default_catalogue() if catalogue is None else catalogue
        self.clock = MovableClock(clock, self.commit, timedelta(seconds=next(iter(left("clock")), 0.0)))
        self.orders = OrderBook(rng, journal)
        self.tokens = TokenStore(self.now, rng, self.policy.token_lifetime, credentials, access_tokens, journal)
        self.quotas = Quotas(self.policy.rate_limit)
        self.faults = Faults(rng, self.commit)
        self.events: Log[Event] = Log(journal, "event", EVENT_LIMIT)
        self.exchanges: Log[Exchange] = Log(journal, "exchange", EXCHANGE_LIMIT)
        self.hooks = Hooks(
            self.now,
            rng,
            pause=self.policy.webhook_pause,
            anywhere=self.policy.webhooks_anywhere,
            journal=journal,
            changed=self.commit,
        )
        self._restore(left)
        journal.put("runs", "", runs + 1)
        self.commit()

    def _restore(self, left: Callable[[str], list[Any]]) -> None:
        for order in left("order"):
            self.orders.restore(order)
        for counts in left("stock"):
            self.orders.stock = Stock.of(counts)
        for token in left("token"):
            self.tokens.restore(token)
        for log in (self.events, self.exchanges):
            log.restore(self._journal.kept(log.kind))
        for faults in left("faults"):
            self.faults.restore(faults)
        self.hooks.restore(left("hook"), left("delivery"))

    def commit(self) -> None:
        """Let a change last, and those who watch see that there was one."""
        # Under the lock, so that what comes from a thread of its own, a delivery say, cuts no change of ours in two.
        with self.lock:
            self.pulse += 1
            small = {"clock": self.clock.ahead.total_seconds(), "faults": self.faults.waiting()}
            for kind, value in small.items():
                if self._noted.get(kind) != value:
                    self._noted[kind] = value
                    self._journal.put(kind, "", value)
            self._journal.commit()

    def note(self, exchange: Exchange) -> None:
        """Keep a call with its answer; a file takes it with the next change."""
        with self.lock:
            self.exchanges.append(exchange)
            self.pulse += 1

    def close(self) -> None:
        """Let go of the file, if there is one; the sandbox is over then."""
        self.hooks.close()
        with self.lock:
            self.commit()
            self._journal.close()

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
                self.record("voided", order)
            if overdue:
                self.commit()

    def record(self, kind: str, order: Order) -> None:
        """Note what happened to an order, and tell whom it concerns."""
        self.events.append(Event(kind, self.now(), order.number, order.customer, order.confirmation_number))
        for event_type in event_types(kind, order):
            self.hooks.tell(event_type, status_event(event_type, order_resource(order)))

    def ship(self, number: str, *, partially: bool = False) -> Order:
        """Ship an order's confirmed units, or about half of them.

        Raises:
            KeyError: There is no such order.
            ValueError: It is on hold or cancelled, or has nothing for it.
        """
        return self._move(number, "shipped", lambda order, now: shipped(order, now.date(), partially=partially))

    def invoice(self, number: str) -> Order:
        """Invoice what an order has shipped.

        Raises:
            KeyError: There is no such order.
            ValueError: It is on hold or cancelled, or has nothing for it.
        """
        return self._move(number, "invoiced", lambda order, now: invoiced(order, now.date()))

    def deliver(self, number: str) -> Order:
        """Deliver what an order has shipped.

        Raises:
            KeyError: There is no such order.
            ValueError: It is on hold or cancelled, or has nothing for it.
        """
        return self._move(number, "delivered", lambda order, now: delivered(order, now.date()))

    def restock(self, number: str) -> Order:
        """Let the units arrive that an order waits for.

        Raises:
            KeyError: There is no such order.
            ValueError: It is on hold or cancelled, or has nothing for it.
        """
        return self._move(number, "restocked", lambda order, _: filled(order))

    def hold(self, number: str) -> Order:
        """Put an order on hold, as sales does; it can be released, or cancelled, as one held by the customer.

        Raises:
            KeyError: There is no such order.
            ValueError: It is on hold or cancelled, or something of it has shipped.
        """

        def held(order: Order, now: datetime) -> Order:
            if order.shipments:
                raise ValueError(f"order {number} has shipped and cannot be held")
            return self.orders.hold(order, now)

        return self._move(number, "held", held)

    def release(self, number: str) -> Order:
        """Take an order off hold.

        Raises:
            KeyError: There is no such order.
            ValueError: It is not on hold.
        """
        with self.lock:
            self.settle()
            order = self.orders.get(number)
            if not order.held:
                raise ValueError(f"order {number} is {order.status.lower()}, not on hold")
            released = self.orders.release(order)
            self.record("released", released)
            self.commit()
            return released

    def void(self, number: str) -> Order:
        """Void an order, on hold or not.

        Raises:
            KeyError: There is no such order.
            ValueError: It is cancelled, or something of it has shipped.
        """
        with self.lock:
            self.settle()
            order = self.orders.get(number)
            if order.cancelled_at is not None or order.shipments:
                raise ValueError(f"order {number} is {order.status.lower()} and cannot be voided")
            voided = self.orders.cancel(order, self.now())
            self.record("voided", voided)
            self.commit()
            return voided

    def _move(self, number: str, kind: str, change: Callable[[Order, datetime], Order]) -> Order:
        with self.lock:
            self.settle()
            order = self.orders.get(number)
            if order.held or order.cancelled_at is not None:
                raise ValueError(f"order {number} is {order.status.lower()} and cannot be {kind}")
            moved = change(order, self.now())
            if moved == order:
                raise ValueError(f"order {number} has nothing to be {kind}")
            self.orders.put(moved)
            self.record(kind, moved)
            self.commit()
            return moved
