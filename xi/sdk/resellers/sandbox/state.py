"""The sandbox itself: everything it knows, with the clock and the randomness it is given."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random, SystemRandom
from threading import RLock

from xi.sdk.resellers.sandbox.book import OrderBook
from xi.sdk.resellers.sandbox.catalogue import Catalogue, default_catalogue
from xi.sdk.resellers.sandbox.clock import MovableClock
from xi.sdk.resellers.sandbox.faults import Faults
from xi.sdk.resellers.sandbox.hooks import Hooks, status_event
from xi.sdk.resellers.sandbox.limits import Quotas
from xi.sdk.resellers.sandbox.orders import Order, delivered, invoiced, shipped
from xi.sdk.resellers.sandbox.policy import Policy
from xi.sdk.resellers.sandbox.telling import event_types, order_resource
from xi.sdk.resellers.sandbox.tokens import TokenStore

EVENT_LIMIT = 10_000
"""Events kept; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an order: what a webhook or a page would tell of.

    Args:
        kind: created, failed, modified, released, cancelled, voided, shipped, invoiced or delivered.
        at: When.
        order_number: The order, empty for a v7 request that failed.
        customer: The customer number it belongs to.
        confirmation_number: What the v7 create answered, if it came that way.
        reason: Why a v7 request failed.
    """

    kind: str
    at: datetime
    order_number: str = ""
    customer: str = ""
    confirmation_number: str = ""
    reason: str = ""


def system_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


class Sandbox:
    """The state of one simulated API.

    Args:
        catalogue: What can be ordered; a small one of our own by default.
        clock: Tells the time; a naive answer is taken as UTC.
        seed: Makes order numbers and tokens repeatable; None draws them from the system.
        credentials: client_id -> client_secret pairs that get tokens; None accepts any without blanks.
        access_tokens: Tokens that are always good.
        policy: What to do where the facts are silent.
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
    ) -> None:
        # A seeded generator is guessable, which is the point of a seed: this is a simulator.
        rng: Random = SystemRandom() if seed is None else Random(seed)  # noqa: S311
        self.clock = MovableClock(clock)
        self.lock = RLock()
        self.rng = rng
        self.policy = policy or Policy()
        self.catalogue = default_catalogue() if catalogue is None else catalogue
        self.orders = OrderBook(rng)
        self.tokens = TokenStore(self.now, rng, self.policy.token_lifetime, credentials, access_tokens)
        self.quotas = Quotas(self.policy.rate_limit)
        self.faults = Faults(rng)
        self.hooks = Hooks(self.now, rng, pause=self.policy.webhook_pause, anywhere=self.policy.webhooks_anywhere)
        self.events: deque[Event] = deque(maxlen=EVENT_LIMIT)

    def now(self) -> datetime:
        """Return the sandbox's time, always with an offset."""
        return self.clock.now()

    def settle(self) -> None:
        """Let time do its work: void the orders that were held for too long."""
        with self.lock:
            for order in self.orders.void_overdue(self.now(), self.policy.hold_window):
                self.record("voided", order)

    def record(self, kind: str, order: Order) -> None:
        """Note what happened to an order, and tell whom it concerns."""
        self.events.append(Event(kind, self.now(), order.number, order.customer, order.confirmation_number))
        for event_type in event_types(kind, order):
            self.hooks.tell(event_type, status_event(event_type, order_resource(order)))

    def ship(self, number: str, *, partially: bool = False) -> Order:
        """Ship an order's confirmed units, or about half of them.

        Raises:
            KeyError: There is no such order.
            ValueError: It is on hold or cancelled.
        """
        return self._move(number, "shipped", lambda order, now: shipped(order, now.date(), partially=partially))

    def invoice(self, number: str) -> Order:
        """Invoice what an order has shipped.

        Raises:
            KeyError: There is no such order.
            ValueError: It is on hold or cancelled.
        """
        return self._move(number, "invoiced", lambda order, now: invoiced(order, now.date()))

    def deliver(self, number: str) -> Order:
        """Deliver what an order has shipped.

        Raises:
            KeyError: There is no such order.
            ValueError: It is on hold or cancelled.
        """
        return self._move(number, "delivered", lambda order, now: delivered(order, now.date()))

    def _move(self, number: str, kind: str, change: Callable[[Order, datetime], Order]) -> Order:
        with self.lock:
            self.settle()
            order = self.orders.get(number)
            if order.held or order.cancelled_at is not None:
                raise ValueError(f"order {number} is {order.status.lower()} and cannot be {kind}")
            moved = change(order, self.now())
            self.orders.put(moved)
            self.record(kind, moved)
            return moved
