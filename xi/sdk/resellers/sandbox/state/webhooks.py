"""Sends webhooks: signed, repeated after growing pauses, logged, and sent again on request."""

import base64
import hashlib
import heapq
import hmac
import json
import threading
import time
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from itertools import count
from random import Random
from typing import Final
from zlib import crc32

import urllib3

from xi.sdk.resellers.sandbox.state.store import Store
from xi.sdk.resellers.sandbox.state.urls import host_of, is_here, is_text

DELIVERY_LIMIT: Final = 1_000
"""Deliveries kept in the log; older ones are removed."""
HOOK_LIMIT: Final = 20
ORDERS_TOPIC: Final = "resellers/orders"
CATALOG_TOPIC: Final = "resellers/catalog"
QUOTES_TOPIC: Final = "resellers/quotes"
TOPICS: Final = (ORDERS_TOPIC, CATALOG_TOPIC, QUOTES_TOPIC)
"""What a receiver can subscribe to."""
_TRIES: Final = 5
_TIMEOUT_S: Final = 5.0
_ID_LENGTH: Final = 16
_RELAYS: Final = 8
"""Threads that relay events; a slow receiver delays only the others of its thread."""


class DeliveryState(Enum):
    """The state of a delivery."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
    """Given up; it can be replayed."""


@dataclass(frozen=True, slots=True)
class Hook:
    """A receiver of events.

    Args:
        url: The URL that events are posted to.
        secret: The secret that signs them.
        number: Its number; below 0 for one that is not registered, to which a test bench relays an event.
        topics: The topics whose events it gets.
    """

    url: str
    secret: str = field(repr=False)
    number: int = 0
    topics: tuple[str, ...] = (ORDERS_TOPIC,)


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt to deliver.

    Args:
        at: When, by the sandbox's clock.
        result: The status of the response, or why there was none.
    """

    at: datetime
    result: str


@dataclass(slots=True)
class Delivery:
    """An event on its way to a hook.

    Args:
        signature: The signature that comes with an event that is relayed; of others, the secret makes it.
    """

    number: int
    hook: Hook
    event_id: str
    event_type: str
    body: bytes
    state: DeliveryState = DeliveryState.PENDING
    tries: tuple[Try, ...] = ()
    signature: str = ""


class Hooks:
    """Sends events to the receivers, with a thread for each that starts with its first event.

    Args:
        clock: Returns the time of the sandbox.
        rng: Makes up event IDs.
        pause: Seconds before the second try; the pause before each further one is twice as long.
        anywhere: Whether URLs may be outside this machine.
        store: Stores receivers and deliveries.
        changed: Called after each change.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        rng: Random,
        *,
        pause: float,
        anywhere: bool,
        store: Store,
        changed: Callable[[], None],
    ) -> None:
        self._clock = clock
        self._rng = rng
        self._pause = pause
        self._anywhere = anywhere
        self._store = store
        self._changed = changed
        self._lock = threading.Condition()
        self._hook_numbers = count(1)
        self._delivery_numbers = count(1)
        self._hooks: list[Hook] = []
        self._log: dict[int, Delivery] = {}
        """By their numbers, the oldest first."""
        self._waiting: dict[int, list[tuple[float, int, Delivery]]] = {}
        """By receiver: a heap of deliveries, sorted by the moment on the monotonic clock when they are due."""
        self._closed = False

    def add(self, url: str, secret: str, topics: Iterable[str] = (ORDERS_TOPIC,)) -> Hook:
        """Register a receiver.

        Args:
            url: http or https, on this machine unless the policy says otherwise.
            secret: Not empty.
            topics: Some of TOPICS; by default the events of orders.

        Raises:
            ValueError: One of them is not valid, or there are HOOK_LIMIT already.
        """
        self._check_target(url)
        if not secret:
            raise ValueError("secret is empty; events are signed with it")
        if not is_text(secret):
            raise ValueError("secret holds half a character; it should be text")
        wanted = set(topics)
        unknown = sorted(wanted - set(TOPICS))
        if unknown or not wanted:
            given = repr(unknown[0]) if unknown else "empty"
            raise ValueError(f"topics has {given}; it should have some of {', '.join(TOPICS)}")
        with self._lock:
            if len(self._hooks) >= HOOK_LIMIT:
                raise ValueError(f"there are {HOOK_LIMIT} webhooks already")
            chosen = tuple(topic for topic in TOPICS if topic in wanted)
            hook = Hook(url, secret, next(self._hook_numbers), chosen)
            self._hooks.append(hook)
            self._store.put("hook", str(hook.number), hook)
        self._changed()
        return hook

    def _check_target(self, url: str) -> None:
        host = host_of(url)
        if not self._anywhere and not is_here(host):
            raise ValueError(f"url is {url!r}; webhooks go to this machine only, unless webhooks_anywhere is set")

    def restore(self, hooks: Iterable[Hook], deliveries: Iterable[Delivery]) -> None:
        """Add the receivers and deliveries of an earlier run; pending deliveries are sent.

        Raises:
            ValueError: A URL is outside this machine, and the policy does not allow it.
        """
        with self._lock:
            self._hooks = list(hooks)
            self._hook_numbers = count(max((hook.number for hook in self._hooks), default=0) + 1)
            found = list(deliveries)
            # The file may be from another machine, or from a run with another policy.
            for hook in (*self._hooks, *(each.hook for each in found if each.state is DeliveryState.PENDING)):
                self._check_target(hook.url)
            self._delivery_numbers = count(max((each.number for each in found), default=0) + 1)
            for each in found:
                self._log[each.number] = each
                if each.state is DeliveryState.PENDING:
                    self._send(each)

    def close(self, wait: float = 0.0) -> None:
        """Stop deliveries; pending deliveries stay pending, for the next run.

        Args:
            wait: The most seconds to wait for tries in progress.
        """
        with self._lock:
            self._closed = True
            self._lock.notify_all()
            self._lock.wait_for(lambda: not self._waiting, wait)

    def remove(self, number: int) -> bool:
        """Remove a receiver, and give up its pending deliveries; return whether it was registered."""
        with self._lock:
            before = len(self._hooks)
            self._hooks = [hook for hook in self._hooks if hook.number != number]
            found = len(self._hooks) < before
            self._store.drop("hook", str(number))
            for each in self._log.values():
                if each.hook.number == number and each.state is DeliveryState.PENDING:
                    self._end(each, DeliveryState.FAILED)
        self._changed()
        return found

    def registered(self) -> tuple[Hook, ...]:
        """Return the receivers."""
        with self._lock:
            return tuple(self._hooks)

    def deliveries(self) -> tuple[Delivery, ...]:
        """Return all deliveries, the oldest first."""
        with self._lock:
            return tuple(self._log.values())

    def subscribed(self, topic: str) -> bool:
        """Return whether a receiver gets the events of a topic."""
        with self._lock:
            return any(topic in hook.topics for hook in self._hooks)

    def notify(self, event_type: str, make: Callable[[str, str], object], topic: str = ORDERS_TOPIC) -> str:
        """Send an event to the receivers of its topic; it is stored together with the change that it belongs to.

        Returns its ID; without a receiver there is no event, and the ID is empty.

        Args:
            event_type: For example `im::order_shipped`.
            make: Makes the body from the event ID and the time stamp.
            topic: One of TOPICS.
        """
        with self._lock:
            hooks = [hook for hook in self._hooks if topic in hook.topics]
            if not hooks:
                return ""
            event_id = "".join(self._rng.choices("0123456789abcdef", k=_ID_LENGTH))
            body = json.dumps(make(event_id, self._clock().isoformat(timespec="milliseconds"))).encode()
            for hook in hooks:
                self._post(Delivery(next(self._delivery_numbers), hook, event_id, event_type, body))
            return event_id

    def relay(self, url: str, signed: str, *, event_id: str, event_type: str, body: bytes) -> Delivery:
        """Send an event to a receiver that need not be registered, with a signature that was made elsewhere.

        Args:
            url: As for `add`.
            signed: The signature.
            event_id: The ID of the event, for the log.
            event_type: Its type, for the log.
            body: Its body.

        Raises:
            ValueError: The URL is not valid.
        """
        self._check_target(url)
        with self._lock:
            hook = Hook(url, "", -1 - crc32(url.encode()) % _RELAYS, ())
            sent = Delivery(next(self._delivery_numbers), hook, event_id, event_type, body, signature=signed)
            self._post(sent)
        self._changed()
        return sent

    def replay(self, number: int) -> Delivery:
        """Send a delivery again, unchanged and with the same event ID.

        Raises:
            KeyError: There is no delivery with this number.
            ValueError: Its receiver is not registered any more.
        """
        with self._lock:
            found = self._log.get(number)
            if found is None:
                raise KeyError(f"delivery {number}")
            if found.hook.number > 0 and found.hook not in self._hooks:
                raise ValueError(f"delivery {number} went to {found.hook.url}, which is not registered any more")
            number = next(self._delivery_numbers)
            again = replace(found, number=number, state=DeliveryState.PENDING, tries=())
            self._post(again)
        self._changed()
        return again

    def settled(self, seconds: float) -> bool:
        """Wait until no delivery is pending, at most so many seconds; return whether none is."""
        with self._lock:
            return self._lock.wait_for(
                lambda: all(each.state is not DeliveryState.PENDING for each in self._log.values()), seconds
            )

    def _post(self, delivery: Delivery) -> None:
        if len(self._log) >= DELIVERY_LIMIT:
            self._forget()
        self._log[delivery.number] = delivery
        self._store.put("delivery", str(delivery.number), copy(delivery))
        self._send(delivery)

    def _forget(self) -> None:
        """Remove the oldest delivery that is not pending from the log, or else the oldest, which is given up."""
        settled = (each for each in self._log.values() if each.state is not DeliveryState.PENDING)
        oldest = next(settled, None) or next(iter(self._log.values()))
        del self._log[oldest.number]
        self._end(oldest, DeliveryState.FAILED)
        self._store.drop("delivery", str(oldest.number))

    def _send(self, delivery: Delivery, after: float = 0.0) -> None:
        hook = delivery.hook.number
        if hook not in self._waiting:
            # One thread for each receiver, so that a slow one does not delay the others.
            self._waiting[hook] = []
            name = f"xi-sandbox-webhooks-{hook}"
            threading.Thread(target=self._deliver_to, args=(hook,), name=name, daemon=True).start()
        heapq.heappush(self._waiting[hook], (time.monotonic() + after, delivery.number, delivery))
        self._lock.notify_all()

    def _deliver_to(self, hook: int) -> None:
        with urllib3.PoolManager(retries=False, timeout=_TIMEOUT_S) as manager:
            while (delivery := self._next(hook)) is not None:
                self._done(delivery, _posted(manager, delivery))

    def _next(self, hook: int) -> Delivery | None:
        """Wait until the next delivery is due, and return it; None if there is none."""
        with self._lock:
            waiting = self._waiting[hook]
            while waiting and not self._closed:
                due, _, delivery = waiting[0]
                if delivery.state is not DeliveryState.PENDING:
                    heapq.heappop(waiting)
                elif (wait := due - time.monotonic()) > 0:
                    self._lock.wait(wait)
                else:
                    heapq.heappop(waiting)
                    return delivery
            del self._waiting[hook]
            self._lock.notify_all()
            return None

    def _done(self, delivery: Delivery, result: str) -> None:
        """Record the result of a try, and plan the next one if it failed."""
        with self._lock:
            if self._closed:
                return
            delivery.tries = (*delivery.tries, Try(self._clock(), result))
            if result.startswith("2"):
                self._end(delivery, DeliveryState.DELIVERED)
            elif len(delivery.tries) == _TRIES or delivery.state is not DeliveryState.PENDING:
                self._end(delivery, DeliveryState.FAILED)
            else:
                self._keep(delivery)
                self._send(delivery, self._pause * 2 ** (len(delivery.tries) - 1))
        self._changed()

    def _end(self, delivery: Delivery, state: DeliveryState) -> None:
        delivery.state = state
        self._keep(delivery)
        self._lock.notify_all()

    def _keep(self, delivery: Delivery) -> None:
        """Store a delivery, if it is still in the log."""
        if delivery.number in self._log:
            self._store.put("delivery", str(delivery.number), copy(delivery))


def signature(event_id: str, secret: str) -> str:
    """Return the value of the header `x-hub-signature`: base64 of HMAC-SHA512 of the event ID."""
    return base64.b64encode(hmac.new(secret.encode(), event_id.encode(), hashlib.sha512).digest()).decode()


def _posted(manager: urllib3.PoolManager, delivery: Delivery) -> str:
    headers = {
        "Content-Type": "application/json",
        "x-hub-signature": delivery.signature or signature(delivery.event_id, delivery.hook.secret),
    }
    try:
        answer = manager.request(
            "POST", delivery.hook.url, body=delivery.body, headers=headers, redirect=False, preload_content=False
        )
        # Only the status matters; the body, which may never end, is not read.
        answer.close()
    except Exception as error:  # noqa: BLE001 - tools that replace sockets raise their own, and the thread has to go on
        return f"{type(error).__name__}: {error}"
    return str(answer.status)
