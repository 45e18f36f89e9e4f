"""Receiving webhooks: is it from Ingram Micro, was it here before, what does it say.

The signature covers the event ID and nothing else. Whoever has seen one genuine event can send another body under its
ID and signature, so a receiver verifies, discards IDs it has handled, and reads the order again before it acts:
docs/webhooks.md shows one.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from threading import Condition
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.models import AsyncOrderResultNotification, OrderStatusAsyncNotificationRequest
from xi.sdk.resellers.models._schema import ListOf, Nested, fields, is_list, is_object, python_names, wire_names

if TYPE_CHECKING:
    from xi.sdk.resellers.models._model import ResponseModel
    from xi.sdk.resellers.models._schema import Kind

Json = dict[str, Any]

MAX_BODY_BYTES: Final = 1_048_576
"""What a body may have where nothing else is said; an event of a thousand lines has a fraction of it."""
_DEEPEST: Final = 64
"""Levels of lists and objects in a body; those of Ingram Micro have ten."""
_MOST_EVENTS: Final = 1_000
"""Events in a body; those of Ingram Micro have one."""
_LONGEST_NUMBER: Final = 400
"""Characters of a number in a body; every floating-point number can be written with fewer."""
_SIGNATURE = re.compile("[A-Za-z0-9+/]{85}[AQgw]==")
"""Base64 of 64 bytes, in the one way to write it."""


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
    """What is signed; the same again is the same event. None for what has no ID, or two, which `verify` never believes.
    """
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


def verify(
    event: str | bytes | bytearray | memoryview,
    signature: str | None,
    secret: str | Sequence[str],
    *,
    max_bytes: int = MAX_BODY_BYTES,
) -> bool:
    """Tell whether a webhook was signed with a secret of the app. It says nothing of the body: see the module.

    False for whatever is no signature, before the body is looked at, and for a body that `parse` refuses or in which
    not every event has the one ID that is signed. The signatures are compared in constant time.

    Args:
        event: the event ID as text, or the body as bytes.
        signature: the header `x-hub-signature`: base64 of HMAC-SHA512 of the event ID.
        secret: of the webhook, or several while one replaces another.
        max_bytes: the body may have; a larger one is not believed.

    Raises:
        ApiValueError: there is no secret, or an empty one, which anyone could sign with.
        ApiTypeError: a secret is no text.
    """
    signers = _signers(secret)
    del secret  # what shows the variables of a traceback should not show it
    if isinstance(signers, (ApiValueError, ApiTypeError)):
        raise signers
    given = _well_formed(signature)
    if given is None:
        return False
    event_id = _id_text(event) if isinstance(event, str) else _shared_id(event, max_bytes)
    if event_id is None:
        return False
    for each in signers:
        each.update(event_id.encode())
    # Every secret is tried, so that the time does not tell which one fitted.
    matches = [hmac.compare_digest(base64.b64encode(each.digest()), given) for each in signers]
    return any(matches)


def parse(body: bytes | bytearray | memoryview | str, *, max_bytes: int = MAX_BODY_BYTES) -> tuple[Event, ...]:
    """Read a webhook's body, whatever its layout: one event or a list, keys in any case and under older names.

    It does not tell whether the body is genuine: `verify` does.

    Args:
        body: as it was received, in UTF-8.
        max_bytes: it may have.

    Raises:
        ApiValueError: it is too large, is not JSON, has a key twice in one object, or is no event or list of events (of
            1,000 at most).
        ApiTypeError: it is neither bytes nor text.
    """
    return tuple(_event(each) for each in _objects(body, max_bytes))


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
            wrong = "capacity" if lifetime > 0 else "lifetime"
            raise ApiValueError(
                f"lifetime should be seconds above 0, capacity 1 or more; they are {lifetime!r} and {capacity!r}",
                argument=wrong,
            )
        self._lifetime = lifetime
        self._capacity = capacity
        self._clock = clock
        self._handled: OrderedDict[str, float] = OrderedDict()
        self._running: set[str] = set()
        self._changed = Condition()

    @contextmanager
    def handling(self, event_id: str | None) -> Generator[bool]:
        """Give True for an event that is to be handled now, and False for one that was.

            with seen.handling(event.event_id) as is_new:
                if is_new:
                    ...

        It counts as handled when the block ends, and not when the block raises: the event is then to be sent again, and
        handled again. While another thread handles it, this one waits for what comes of it.

        Args:
            event_id: of the event.

        Raises:
            ApiValueError: it is None or empty, as no event has it that `verify` believes: all of these would count as
                one and the same.
        """
        if not event_id:
            raise ApiValueError(
                f"event_id is {event_id!r}; it should be the ID of an event that verify believed", argument="event_id"
            )
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
_NOISE = re.compile(r"[^a-z0-9]+")


def _folded(key: str) -> str:
    return _NOISE.sub("", key.lower())


def _signers(secret: object) -> list[hmac.HMAC] | ApiValueError | ApiTypeError:
    """Return what signs with each secret and shows none of them, or what is wrong with them."""
    wrong_type = ApiTypeError("secret should be a text, or a list of texts", argument="secret")
    if isinstance(secret, (bytes, bytearray, memoryview)):
        return wrong_type
    try:
        secrets = [secret] if isinstance(secret, str) else list(cast("Sequence[object]", secret))
    except TypeError:
        return wrong_type
    signers: list[hmac.HMAC] = []
    for place, each in enumerate(secrets):
        pointer = "" if isinstance(secret, str) else f"/{place}"
        if not isinstance(each, str):
            return ApiTypeError("secret should be a text, or a list of texts", argument="secret", pointer=pointer)
        try:
            key = each.encode()
        except UnicodeEncodeError:
            key = None
        if key is None:
            return ApiValueError("secret holds half a character (a lone surrogate)", argument="secret", pointer=pointer)
        if not key:
            return _no_secret(pointer)
        signers.append(hmac.new(key, digestmod=hashlib.sha512))
    return signers or _no_secret("")


def _no_secret(pointer: str) -> ApiValueError:
    return ApiValueError(
        "secret is empty; it is shown with the webhook in the developer portal", argument="secret", pointer=pointer
    )


def _well_formed(signature: object) -> bytes | None:
    """Return the signature where it has the form of one; blanks round it are the header's."""
    text = signature.strip(" \t\r\n") if isinstance(signature, str) else ""
    return text.encode() if _SIGNATURE.fullmatch(text) else None


def _objects(body: object, max_bytes: int) -> list[Json]:
    """Return the events of a body, one or more."""
    text = _text(body, max_bytes)
    try:
        said: Any = json.loads(
            text,
            object_pairs_hook=_each_key_once,
            parse_int=lambda number: int(_short(number)),
            parse_float=lambda number: float(_short(number)),
            parse_constant=_no_constant,
        )
    except ApiValueError:
        raise
    except (ValueError, RecursionError):
        raise _refused("be JSON; this one is not") from None
    # Only what could be too deep is looked through.
    if text.count("[") + text.count("{") > _DEEPEST and _is_too_deep(said):
        raise _refused(f"nest lists and objects at most {_DEEPEST} deep; this one goes deeper")
    found: list[Any] = said if is_list(said) else [said]
    if len(found) > _MOST_EVENTS:
        raise _refused(f"hold at most {_MOST_EVENTS:,} events; this one holds {len(found):,}")
    events = [each for each in found if is_object(each)]
    if not events or len(events) < len(found):
        what = "something else beside" if events else "none"
        raise _refused(f"be an event, or a list of events; this one holds {what}")
    return events


def _refused(what: str) -> ApiValueError:
    return ApiValueError(f"the body of a webhook should {what}", argument="body")


def _text(body: object, max_bytes: int) -> str:
    """Return a body as text, without its byte-order mark."""
    if not isinstance(body, (str, bytes, bytearray, memoryview)):
        kind = type(body).__name__
        raise ApiTypeError(f"the body of a webhook should be bytes or text; this is {kind}", argument="body")
    size = body.nbytes if isinstance(body, memoryview) else len(body)
    try:
        if isinstance(body, str) and size <= max_bytes:
            size = len(body.encode())
        if size > max_bytes:
            raise _refused(f"have at most {max_bytes:,} bytes; this one has {size:,}")
        text = body if isinstance(body, str) else bytes(cast("bytes", body)).decode()
    except UnicodeError:
        raise _refused("be JSON in UTF-8; this one is not UTF-8") from None
    return text.removeprefix("\ufeff")


def _each_key_once(pairs: list[tuple[str, Any]]) -> Json:
    """Refuse a key that comes twice: readers differ in which of its values they take."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _refused("have a key once in each object; this one has one twice")
    return found


def _short(number: str) -> str:
    """Refuse a number that takes long to read, and that nobody means."""
    if len(number) > _LONGEST_NUMBER:
        raise _refused(f"write numbers with at most {_LONGEST_NUMBER} characters; this one has {len(number):,} in one")
    return number


def _no_constant(name: str) -> None:
    raise _refused(f"be JSON; {name} is none")


def _is_too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for each in level
            for inner in (each.values() if is_object(each) else each)
            if is_object(inner) or is_list(inner)
        ]
        if not level:
            return False
    return True


def _get(given: Json, *names: str) -> str | None:
    """The text under a key in any case."""
    wanted = {_folded(name) for name in names}
    for key, value in given.items():
        if _folded(key) in wanted and value is not None and not is_object(value) and not is_list(value):
            return str(value)
    return None


def _shared_id(body: object, max_bytes: int) -> str | None:
    """Return the ID that every event of a body has; None where one has none, or they differ."""
    try:
        first, *others = _objects(body, max_bytes)
    except (ApiValueError, ApiTypeError):
        return None
    event_id = _id(first)
    return event_id if all(_id(each) == event_id for each in others) else None


def _id(event: Json) -> str | None:
    """Return the ID of an event as text; None where it has none, or more than one key for it."""
    ids = [value for key, value in event.items() if _folded(key) == "eventid"]
    if len(ids) != 1:
        return None
    (found,) = ids
    # true, 1.0 and 1e0 have no one text that all who sign would sign.
    return _id_text(str(found) if isinstance(found, int) and not isinstance(found, bool) else found)


def _id_text(value: object) -> str | None:
    """Return a text that can be an ID: one that is not blank, and that has bytes to sign."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        value.encode()
    except UnicodeEncodeError:
        return None
    return value


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
        event_id=_id(given),
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


def _renamed(given: Json, model: type[ResponseModel]) -> Json:
    """The same object with the contract's own keys, wherever one differs by its case or is known by another name."""
    known, meant = wire_names(model), _meant(model)
    found: Json = {}
    for key, value in given.items():
        wire = key if key in known else meant.get(_folded(key), key)
        if wire in found or (wire != key and wire in given):
            wire = key  # it is there already: both are kept
        kind = fields(model).get(wire)
        found[wire] = value if kind is None else _renamed_below(value, kind)
    return found


@lru_cache(maxsize=64)
def _meant(model: type[ResponseModel]) -> Mapping[str, str]:
    """Return the contract's key for every folded one."""
    known = wire_names(model)
    meant = {
        _folded(theirs): wire for theirs, name in python_names(model).items() for wire in known if known[wire] == name
    }
    return meant | {_folded(wire): wire for wire in known}


def _renamed_below(value: Any, kind: Kind) -> Any:
    inner = kind
    while isinstance(inner, ListOf):
        inner = inner.item
    if not isinstance(inner, Nested):
        return value
    if is_list(value):
        return [_renamed(each, inner.model) if is_object(each) else each for each in value]
    return _renamed(value, inner.model) if is_object(value) else value
