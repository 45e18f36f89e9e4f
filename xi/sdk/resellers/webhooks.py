"""Receiving webhooks: is it from Ingram Micro, was it here before, what does it say.

The signature covers the event ID and nothing else. Whoever has seen one genuine event can send another body under its
ID and signature, so a receiver verifies, discards IDs it has handled, and reads the order again before it acts:
docs/webhooks.md shows one.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from threading import Condition
from typing import TYPE_CHECKING, Any, cast

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.models import AsyncOrderResultNotification, OrderStatusAsyncNotificationRequest
from xi.sdk.resellers.models._fields import ListOf, Nested, fields, is_list, is_object, python_names, wire_names

if TYPE_CHECKING:
    from xi.sdk.resellers.models._fields import Kind
    from xi.sdk.resellers.models._model import Answer

Json = dict[str, Any]


class EventKind(Enum):
    """What an event tells of; the text it was told by stays in `Event.event_type`."""

    SHIPPED = "order_shipped"
    INVOICED = "order_invoiced"
    HOLD = "order_hold"
    VOIDED = "order_voided"
    BACKORDERED = "order_backordered"
    V7_RESULT = "async_order_create"
    """What became of an order created with v7."""
    OTHER = "other"
    """A type not met before."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a webhook."""

    kind: EventKind
    event_id: str | None
    """What is signed; the same again is the same event."""
    event_type: str | None
    """As it came: `im::order_shipped`, say."""
    time_stamp: str | None
    """When it was raised, as it came."""
    order_numbers: tuple[str, ...]
    """Ingram Micro's numbers of the orders it is about, in order of appearance."""
    customer_order_numbers: tuple[str, ...]
    """Purchase orders it is about, in upper case, as the server keeps them; what a v7 result is matched by."""
    notification: OrderStatusAsyncNotificationRequest | AsyncOrderResultNotification | None
    """All of it as a model; None for OTHER, which `raw` has."""
    raw: Json = field(repr=False)
    """All of it as it came."""


def verify(event: str | bytes, signature: str | None, secret: str | Sequence[str]) -> bool:
    """Tell whether a webhook was signed with a secret of the app. It says nothing of the body: see the module.

    Compared in constant time. False for whatever is no signature, and for a body whose events do not share one ID: the
    signature covers one.

    Args:
        event: the event ID as text, or the body as bytes.
        signature: the header `x-hub-signature`: base64 of HMAC-SHA512 of the event ID.
        secret: of the webhook, or several while one replaces another.

    Raises:
        ApiValueError: there is no secret, or an empty one, which anyone could sign with.
    """
    secrets = [secret] if isinstance(secret, str) else list(secret)
    if not secrets or not all(secrets):
        raise ApiValueError("secret is empty; it is shown with the webhook in the developer portal")
    event_id = event if isinstance(event, str) else _event_id(event)
    try:
        given = base64.b64decode((signature or "").strip(), validate=True)
    except (binascii.Error, ValueError):
        return False
    if not event_id:
        return False
    message = event_id.encode("utf-8", "surrogatepass")
    # Every secret is tried, so that the time does not tell which one fitted.
    matches = [
        hmac.compare_digest(hmac.new(each.encode(), message, hashlib.sha512).digest(), given) for each in secrets
    ]
    return any(matches)


def parse(body: bytes | str) -> tuple[Event, ...]:
    """Read a webhook's body, whatever its layout: one event or a list, keys in any case and under older names.

    Args:
        body: as it was received.

    Raises:
        ApiValueError: it is not JSON, or holds no event at all.
    """
    found = _objects(body)
    if not found:
        raise ApiValueError("the body of a webhook should be an event, or a list of events; this one holds none")
    return tuple(_event(each) for each in found)


class Deduplicator:
    """Remembers the events that were handled, so that each is handled once; events come again, and may be replayed.

    One process remembers for itself. Behind several, or across restarts, keep handled IDs in a database under a unique
    key, in the transaction that does the handling.

    Args:
        lifetime: seconds an event is remembered; a week.
        capacity: how many are remembered; beyond it the oldest are forgotten.
        clock: gives seconds; for tests.
    """

    def __init__(
        self, lifetime: float = 604_800.0, capacity: int = 100_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        if not lifetime > 0 or capacity < 1:
            raise ApiValueError("lifetime should be seconds above 0, capacity 1 or more")
        self._lifetime = lifetime
        self._capacity = capacity
        self._clock = clock
        self._handled: OrderedDict[str, float] = OrderedDict()
        self._running: set[str] = set()
        self._changed = Condition()

    @contextmanager
    def handling(self, event_id: str) -> Generator[bool]:
        """Give True for an event that is to be handled now, and False for one that was.

            with seen.handling(event.event_id) as is_new:
                if is_new:
                    ...

        It counts as handled when the block ends, and not when the block raises: the event is then to be sent again, and
        handled again. While another thread handles it, this one waits for what comes of it.

        Args:
            event_id: of the event.
        """
        with self._changed:
            while event_id in self._running:
                self._changed.wait()
            self._forget_old()
            is_new = event_id not in self._handled
            if is_new:
                self._running.add(event_id)
        if not is_new:
            yield False
            return
        done = False
        try:
            yield True
            done = True
        finally:
            with self._changed:
                self._running.discard(event_id)
                if done:
                    self._handled[event_id] = self._clock()
                    self._forget_old()
                self._changed.notify_all()

    def _forget_old(self) -> None:
        oldest = self._clock() - self._lifetime
        while self._handled and (len(self._handled) > self._capacity or next(iter(self._handled.values())) < oldest):
            self._handled.popitem(last=False)


_KINDS = {each.value: each for each in EventKind}
_NOISE = re.compile(r"[^a-z0-9]")


def _folded(key: str) -> str:
    return _NOISE.sub("", key.lower())


def _objects(body: bytes | str) -> list[Json]:
    try:
        said: Any = json.loads(body, object_pairs_hook=_united)
    except (ValueError, RecursionError):
        raise ApiValueError("the body of a webhook should be JSON; this one is not") from None
    return [each for each in (said if is_list(said) else [said]) if is_object(each)]


def _united(pairs: list[tuple[str, Any]]) -> Json:
    """Keep both values of a key that comes twice, the later one under a name of its own."""
    found: Json = {}
    for key, value in pairs:
        name = key
        while name in found:
            name += " again"
        found[name] = value
    return found


def _get(given: Json, *names: str) -> str | None:
    """The text under a key in any case."""
    wanted = {_folded(name) for name in names}
    for key, value in given.items():
        if _folded(key) in wanted and value is not None and not is_object(value) and not is_list(value):
            return str(value)
    return None


def _event_id(body: bytes) -> str | None:
    """The one event ID of a body; None where there is none, or more than one to choose from."""
    try:
        found = _objects(body)
    except ApiValueError:
        return None
    ids = {
        str(value)
        for each in found
        for key, value in each.items()
        if _folded(key.removesuffix(" again")) == "eventid" and value is not None
    }
    return ids.pop() if len(ids) == 1 else None


def _event(given: Json) -> Event:
    parts = _parts(given)
    event_type = next(filter(None, (_get(each, "eventType") for each in (given, *parts))), None)
    name = (event_type or "").strip().lower().removeprefix("im::")
    kind = _KINDS.get(name, EventKind.OTHER)
    model: type[OrderStatusAsyncNotificationRequest | AsyncOrderResultNotification] | None = None
    if kind is EventKind.V7_RESULT or (_get(given, "event") or "").strip().lower() == "im::created":
        kind, model = EventKind.V7_RESULT, AsyncOrderResultNotification
    elif kind is not EventKind.OTHER:
        model = OrderStatusAsyncNotificationRequest
    orders = [order for part in parts for order in (part, *_below(part, "orders"))]
    return Event(
        kind=kind,
        event_id=_get(given, "eventId"),
        event_type=event_type,
        time_stamp=_get(given, "eventTimeStamp"),
        order_numbers=_texts(orders, "orderNumber", "ingramOrderNumber"),
        customer_order_numbers=tuple(
            dict.fromkeys(each.upper() for each in _texts([given, *parts], "customerOrderNumber", "customerPoNumber"))
        ),
        notification=None if model is None else cast("Any", model.from_dict(_renamed(given, model))),
        raw=given,
    )


def _parts(given: Json) -> list[Json]:
    return _below(given, "resource")


def _below(given: Json, name: str) -> list[Json]:
    """The objects under a key in any case, a lone one too."""
    found = next((value for key, value in given.items() if _folded(key) == _folded(name)), None)
    return [each for each in (found if is_list(found) else [found]) if is_object(each)]


def _texts(objects: list[Json], *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for each in objects if (text := _get(each, *names))))


def _renamed(given: Json, model: type[Answer]) -> Json:
    """The same object with the contract's own keys, wherever one differs by its case or is known by another name."""
    known = wire_names(model)
    meant = {
        _folded(theirs): wire for theirs, name in python_names(model).items() for wire in known if known[wire] == name
    }
    meant |= {_folded(wire): wire for wire in known}
    found: Json = {}
    for key, value in given.items():
        wire = key if key in known else meant.get(_folded(key), key)
        if wire in found or (wire != key and wire in given):
            wire = key  # it is there already: both are kept
        kind = fields(model).get(wire)
        found[wire] = value if kind is None else _renamed_below(value, kind)
    return found


def _renamed_below(value: Any, kind: Kind) -> Any:
    inner = kind
    while isinstance(inner, ListOf):
        inner = inner.item
    if not isinstance(inner, Nested):
        return value
    if is_list(value):
        return [_renamed(each, inner.model) if is_object(each) else each for each in value]
    return _renamed(value, inner.model) if is_object(value) else value
