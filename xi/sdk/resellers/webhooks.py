"""Receive webhooks: check that they are from Ingram Micro, handle each event once, and read them.

The signature covers only the event ID, not the body. Somebody who has seen one genuine event can send another body with
the same ID and signature. A receiver therefore verifies the signature, discards IDs that it has handled, and reads the
order or the stock through the API before it acts. docs/webhooks.md has an example.
"""

from __future__ import annotations

import base64
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
from typing import Any, Final, cast

from xi.sdk.resellers._contract_shape import in_contract_shape
from xi.sdk.resellers._json import Json, is_list, is_object
from xi.sdk.resellers._keys import objects_at, text_at, texts, values_at
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.models import (
    AsyncOrderResultNotification,
    AvailabilityAsyncNotificationRequest,
    OrderStatusAsyncNotificationRequest,
)
from xi.sdk.resellers.models._schema import Nested

Notification = OrderStatusAsyncNotificationRequest | AsyncOrderResultNotification | AvailabilityAsyncNotificationRequest
"""An event as a model."""

MAX_BODY_BYTES: Final = 4_194_304
"""Default limit for the size of a body, 4 MiB. A stock event has up to 4,000 products, about 1.5 MB."""
# Limits for a body. Ingram Micro sends one event at a time, with about ten levels of lists and objects.
_MAX_DEPTH: Final = 64
_MAX_EVENTS: Final = 1_000
_MAX_NUMBER_LENGTH: Final = 400  # characters; every floating-point number can be written with fewer
_SIGNATURE: Final = re.compile("[A-Za-z0-9+/]{85}[AQgw]==")  # base64 of 64 bytes, in its only correct spelling
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")  # text that contains one cannot be encoded


class EventKind(Enum):
    """What happened. `Event.event_type` has the server's own text."""

    SHIPPED = "order_shipped"
    INVOICED = "order_invoiced"
    HOLD = "order_hold"
    VOIDED = "order_voided"
    BACKORDERED = "order_backordered"
    V7_RESULT = "async_order_create"
    """The result of a create v7."""
    STOCK = "stock_update"
    """The stock of products changed."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a webhook."""

    kind: EventKind
    event_id: str | None
    """The signed ID; the same ID means the same event. None if it has no ID or several: `verify` then returns False."""
    event_type: str | None
    """The type as sent, such as `im::order_shipped`."""
    time_stamp: str | None
    """When the event was raised, as sent."""
    order_numbers: tuple[str, ...]
    """Ingram Micro's order numbers, in order of appearance."""
    customer_order_numbers: tuple[str, ...]
    """Purchase order numbers in upper case, as the server keeps them. A v7 result is matched by them."""
    notification: Notification | None
    """The whole event as a model; None for OTHER."""
    raw: Json = field(repr=False)
    """The whole event as sent."""
    ingram_part_numbers: tuple[str, ...] = ()
    """SKUs of the products whose stock changed, each once, as sent; empty for all events but those of stock."""


def verify(
    event: str | bytes | bytearray | memoryview,
    signature: str | None,
    secret: str | Sequence[str],
    *,
    max_bytes: int = MAX_BODY_BYTES,
) -> bool:
    """Return whether the event ID of a webhook was signed with a secret of the app.

    The signature does not protect the rest of the body. The result is False, and the body is not read, if `signature`
    does not have the form of a signature. It is also False for a body that `parse` refuses, and for a body whose events
    do not all have exactly one ID, the same one. Signatures are compared in constant time.

    Args:
        event: the event ID as text, or the body as bytes.
        signature: the header `x-hub-signature`: base64 of HMAC-SHA512 of the event ID.
        secret: the secret of the webhook; or several, while a new secret replaces an old one.
        max_bytes: limit for the size of the body; for a larger body the result is False.

    Raises:
        ApiValueError: no secret is given, or one is empty: anyone could sign with an empty secret.
        ApiTypeError: a secret is not text.
    """
    signers = _signers(secret)
    del secret  # tools that show the variables of a traceback must not show it
    if isinstance(signers, (ApiValueError, ApiTypeError)):
        raise signers
    # Blanks around a signature belong to the header.
    given = signature.strip(" \t\r\n") if isinstance(signature, str) else ""
    if not _SIGNATURE.fullmatch(given):
        return False
    event_id = _checked_id(event) if isinstance(event, str) else _shared_id(event, max_bytes)
    if event_id is None:
        return False
    for each in signers:
        each.update(event_id.encode())
    # Every secret is tried, so that the time does not show which one matched.
    matches = [hmac.compare_digest(base64.b64encode(each.digest()), given.encode()) for each in signers]
    return any(matches)


def parse(body: bytes | bytearray | memoryview | str, *, max_bytes: int = MAX_BODY_BYTES) -> tuple[Event, ...]:
    """Return the events of a webhook's body. Every known layout is read: one event or a list, old names, any case.

    This function does not check that the body is genuine: `verify` does.

    Args:
        body: the body as received, in UTF-8.
        max_bytes: limit for the size of the body.

    Raises:
        ApiValueError: the body is too large, is not JSON, repeats a key in an object, or is not an event or a list of
            1 to 1,000 events.
        ApiTypeError: the body is neither bytes nor text.
    """
    return tuple(_event(each) for each in _read(body, max_bytes))


class Deduplicator:
    """Remembers the IDs of handled events, so that each event is handled once. Events may be sent or replayed again.

    The memory belongs to one process. With several processes, or to survive a restart, keep handled IDs in a database
    under a unique key, and write them in the transaction that handles the event.

    Args:
        lifetime: seconds for which an ID is remembered; one week by default.
        capacity: how many IDs are remembered; the oldest are forgotten first.
        clock: returns the time in seconds; for tests.

    Raises:
        ApiValueError: the lifetime is not above 0, or the capacity is below 1.
    """

    def __init__(
        self, lifetime: float = 604_800.0, capacity: int = 100_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        if not lifetime > 0:
            raise ApiValueError(f"lifetime is {lifetime!r}; it should be seconds above 0", argument="lifetime")
        if capacity < 1:
            raise ApiValueError(f"capacity is {capacity!r}; it should be 1 or more", argument="capacity")
        self._lifetime = lifetime
        self._capacity = capacity
        self._clock = clock
        self._handled: OrderedDict[str, float] = OrderedDict()
        self._in_progress: set[str] = set()
        self._changed = Condition()

    @contextmanager
    def handling(self, event_id: str | None) -> Generator[bool]:
        """Yield True if the event is to be handled now, and False if it was handled before.

            with seen.handling(event.event_id) as is_new:
                if is_new:
                    ...

        The event counts as handled when the block ends without an exception. After an exception it can be handled
        again. While another thread handles the same event, this call waits until that thread is done.

        Args:
            event_id: the ID of an event for which `verify` returned True.

        Raises:
            ApiValueError: the ID is None or empty. All events without an ID would count as the same event.
        """
        if not event_id:
            raise ApiValueError(
                f"event_id is {event_id!r}; it should be an ID that verify accepted", argument="event_id"
            )
        with self._changed:
            while event_id in self._in_progress:
                self._changed.wait()
            self._forget_old()
            is_new = event_id not in self._handled
            if is_new:
                self._in_progress.add(event_id)
        if not is_new:
            yield False
            return
        done = False
        try:
            yield True
            done = True
        finally:
            with self._changed:
                self._in_progress.discard(event_id)
                if done:
                    self._handled[event_id] = self._clock()
                    self._forget_old()
                self._changed.notify_all()

    def _forget_old(self) -> None:
        oldest = self._clock() - self._lifetime
        while self._handled and (len(self._handled) > self._capacity or next(iter(self._handled.values())) < oldest):
            self._handled.popitem(last=False)


def _signers(secret: object) -> list[hmac.HMAC] | ApiValueError | ApiTypeError:
    """Return an HMAC for each secret, or the error to raise. Neither shows a secret."""
    wrong_type = "secret should be text, or a list of texts"
    is_one = isinstance(secret, (str, bytes, bytearray, memoryview))  # bytes are a sequence too
    try:
        secrets: list[object] = [secret] if is_one else list(cast("Sequence[object]", secret))
    except TypeError:
        return ApiTypeError(wrong_type, argument="secret")
    signers: list[hmac.HMAC] = []
    empty = "secret is empty; the developer portal shows it with the webhook"
    for index, each in enumerate(secrets):
        pointer = "" if is_one else f"/{index}"
        if not isinstance(each, str):
            return ApiTypeError(wrong_type, argument="secret", pointer=pointer)
        if not each:
            return ApiValueError(empty, argument="secret", pointer=pointer)
        if _LONE_SURROGATE.search(each):
            return ApiValueError("secret contains a lone surrogate", argument="secret", pointer=pointer)
        signers.append(hmac.new(each.encode(), digestmod=hashlib.sha512))
    return signers or ApiValueError(empty, argument="secret")


def _read(body: object, max_bytes: int) -> list[Json]:
    """Return the events of a body, one or more, as JSON objects."""
    text = _decoded(body, max_bytes)
    try:
        value: Any = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=lambda number: int(_checked_number(number)),
            parse_float=lambda number: float(_checked_number(number)),
            parse_constant=_refuse_constant,
        )
    except (json.JSONDecodeError, RecursionError):
        raise _refused("should be JSON; this one is not") from None
    # Counting brackets is cheap; only a text with many of them can be too deep.
    if text.count("[") + text.count("{") > _MAX_DEPTH and _is_too_deep(value):
        raise _refused(f"should nest lists and objects at most {_MAX_DEPTH} deep; this one goes deeper")
    listed: list[Any] = value if is_list(value) else [value]
    if len(listed) > _MAX_EVENTS:
        raise _refused(f"should hold at most {_MAX_EVENTS:,} events; this one holds {len(listed):,}")
    if not listed or not all(is_object(each) for each in listed):
        raise _refused("should be an event, or a list of events and nothing else")
    return listed


def _refused(reason: str) -> ApiValueError:
    return ApiValueError(f"the body of a webhook {reason}", argument="body")


def _decoded(body: object, max_bytes: int) -> str:
    """Return a body as text, without its byte-order mark."""
    if not isinstance(body, (str, bytes, bytearray, memoryview)):
        wrong = f"the body of a webhook should be bytes or text, not {type(body).__name__}"
        raise ApiTypeError(wrong, argument="body")
    try:
        data = body.encode() if isinstance(body, str) else bytes(cast("bytes", body))
        if len(data) > max_bytes:
            raise _refused(f"should have at most {max_bytes:,} bytes; this one has {len(data):,}")
        return data.decode("utf-8-sig")
    except UnicodeError:
        raise _refused("should be JSON in UTF-8; this one is not UTF-8") from None


def _object(pairs: list[tuple[str, Any]]) -> Json:
    """Return a JSON object. A repeated key is refused, because readers differ in which of its values they take."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _refused("should not repeat a key in an object; this one does")
    return found


def _checked_number(number: str) -> str:
    """Return a number that is short enough: the time to read it grows with the square of its length."""
    if len(number) > _MAX_NUMBER_LENGTH:
        raise _refused(f"should write numbers with at most {_MAX_NUMBER_LENGTH} characters; one has {len(number):,}")
    return number


def _refuse_constant(name: str) -> None:
    raise _refused(f"should be JSON; {name} is not JSON")


def _is_too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(_MAX_DEPTH):
        values = (inner for each in level for inner in (each.values() if is_object(each) else each))
        level = [inner for inner in values if is_object(inner) or is_list(inner)]
    return bool(level)


def _shared_id(body: object, max_bytes: int) -> str | None:
    """Return the ID that all events of a body have; None if one has none, or if they differ."""
    try:
        ids = {_event_id(each) for each in _read(body, max_bytes)}
    except (ApiValueError, ApiTypeError):
        return None
    return ids.pop() if len(ids) == 1 else None


def _event_id(event: Json) -> str | None:
    """Return the ID of an event as text; None if the event has no key for it, or more than one."""
    ids = values_at(event, "eventId")
    found = ids[0] if len(ids) == 1 else None
    # A whole number has one text that every sender would sign. A boolean or 1.0 does not.
    return _checked_id(str(found) if isinstance(found, int) and not isinstance(found, bool) else found)


def _checked_id(value: object) -> str | None:
    """Return an ID if it is text, is not blank, and can be encoded."""
    return value if isinstance(value, str) and value.strip() and not _LONE_SURROGATE.search(value) else None


def _event(given: Json) -> Event:
    resources = objects_at(given, "resource")
    event_type = next(filter(None, (text_at(each, "eventType") for each in (given, *resources))), None)
    name = (event_type or "").strip().lower().removeprefix("im::")
    kind = next((each for each in EventKind if each.value == name), EventKind.OTHER)
    model: type[Notification] | None = None
    if kind is EventKind.STOCK or _is_untyped_stock(given, event_type):
        kind, model = EventKind.STOCK, AvailabilityAsyncNotificationRequest
    elif kind is EventKind.V7_RESULT or _is_untyped_result(given, event_type):
        kind, model = EventKind.V7_RESULT, AsyncOrderResultNotification
    elif kind is not EventKind.OTHER:
        model = OrderStatusAsyncNotificationRequest
    orders = [order for each in resources for order in (each, *objects_at(each, "orders"))]
    purchase_orders = texts([given, *resources], "customerOrderNumber", "customerPoNumber")
    return Event(
        kind=kind,
        event_id=_event_id(given),
        event_type=event_type,
        time_stamp=text_at(given, "eventTimeStamp"),
        order_numbers=texts(orders, "orderNumber", "ingramOrderNumber"),
        customer_order_numbers=tuple(dict.fromkeys(each.upper() for each in purchase_orders)),
        notification=None if model is None else cast("Any", model.from_dict(in_contract_shape(given, Nested(model)))),
        raw=given,
        ingram_part_numbers=texts(resources, "ingramPartNumber") if kind is EventKind.STOCK else (),
    )


def _is_untyped_result(given: Json, event_type: str | None) -> bool:
    """Return whether an event without a type is a v7 result; quotes are created too, and their events have a type."""
    return event_type is None and (text_at(given, "event") or "").strip().lower() == "im::created"


def _is_untyped_stock(given: Json, event_type: str | None) -> bool:
    """Return whether an event without a type is one of stock, which is all that is sent about the catalogue."""
    return event_type is None and (text_at(given, "topic") or "").strip().lower() == "resellers/catalog"
