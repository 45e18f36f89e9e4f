"""Webhooks are verified, read in every layout, and handled once."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi.sdk.resellers import AsyncOrderResultNotification, OrderStatusAsyncNotificationRequest
from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.webhooks import Deduplicator, EventKind, parse, verify

SECRET = "wh-s3cret"
EVENT_ID = "0b54f00f-2ca4-4d14"


def signed(event_id: str = EVENT_ID, secret: str = SECRET) -> str:
    return base64.b64encode(hmac.new(secret.encode(), event_id.encode(), hashlib.sha512).digest()).decode()


def body(value: Any) -> bytes:
    return json.dumps(value).encode()


# ------------------------------------------------------------------------------------------ is it genuine


@pytest.mark.parametrize(
    "event",
    [
        EVENT_ID,
        body({"eventId": EVENT_ID}),
        body([{"eventId": EVENT_ID}]),
        body({"eventid": EVENT_ID, "resource": []}),
        body([{"EventID": EVENT_ID}, {"event_id": EVENT_ID}]),
        b'\xef\xbb\xbf{"eventId": "%s"}' % EVENT_ID.encode(),
    ],
)
def test_what_was_signed_is_genuine(event: str | bytes) -> None:
    assert verify(event, signed(), SECRET)
    assert verify(event, f" {signed()}\n", ["old-secret", SECRET])


@pytest.mark.parametrize(
    ("event", "signature"),
    [
        (EVENT_ID, signed(secret="another")),
        (EVENT_ID, signed("another")),
        (EVENT_ID, signed()[:-4]),
        (EVENT_ID, ""),
        (EVENT_ID, None),
        (EVENT_ID, "not base64!"),
        (EVENT_ID, "ÿÿÿÿ"),
        ("", signed("")),
        (b"", signed("")),
        (b"not json", signed()),
        (body({"id": EVENT_ID}), signed()),
        (body({"eventId": None}), signed()),
        (body({"eventId": ""}), signed("")),
        (body([{"eventId": EVENT_ID}, {"eventId": "smuggled in"}]), signed()),
        (body({"eventId": EVENT_ID, "eventid": "smuggled in"}), signed()),
        (b'{"eventId": "smuggled in", "eventId": "%s"}' % EVENT_ID.encode(), signed()),
    ],
)
def test_nothing_else_is(event: str | bytes, signature: str | None) -> None:
    assert not verify(event, signature, SECRET)
    assert not verify(event, signature, ["x", SECRET])


@given(st.binary(), st.text())
def test_no_body_and_no_signature_is_an_error(event: bytes, signature: str) -> None:
    assert not verify(event, signature, SECRET)


@pytest.mark.parametrize("secret", ["", [], ["good", ""]])
def test_an_empty_secret_is_a_wrong_setting(secret: Any) -> None:
    with pytest.raises(ApiValueError, match="secret is empty"):
        verify(EVENT_ID, signed(), secret)


# ------------------------------------------------------------------------------------------ what it says


LINE = {"lineNumber": "001", "lineStatus": "IM::SHIPPED", "shippedQuantity": 3}
STATUS = {
    "topic": "resellers/orders",
    "event": "im::updated",
    "eventTimeStamp": "2026-05-13T10:00:00Z",
    "eventId": EVENT_ID,
    "resource": [
        {
            "eventType": "im::order_shipped",
            "orderNumber": "20-AB1CD",
            "customerOrderNumber": "po-1",
            "lines": [{**LINE, "shipmentDetails": [{"carrierName": "UPS"}]}],
        }
    ],
}
RESULT = {
    "topic": "resellers/orders",
    "event": "IM::created",
    "eventTimeStamp": "2026-05-13T10:00:00Z",
    "eventId": EVENT_ID,
    "resource": {
        "eventType": "IM::async_order_create",
        "customerOrderNumber": "po-1",
        "orders": [{"ingramOrderNumber": "20-AB1CD"}, {"ingramOrderNumber": "20-AB1CE"}],
    },
}


def lower(value: Any) -> Any:
    """The same with all keys in lower case, as an old document shows it."""
    if isinstance(value, dict):
        return {key.lower(): lower(each) for key, each in value.items()}
    return [lower(each) for each in value] if isinstance(value, list) else value


def upper(value: Any) -> Any:
    if isinstance(value, dict):
        return {key.upper(): upper(each) for key, each in value.items()}
    return [upper(each) for each in value] if isinstance(value, list) else value


def alone(value: Any) -> Any:
    """The same with every list of one as its element."""
    if isinstance(value, dict):
        return {key: alone(each) for key, each in value.items()}
    if isinstance(value, list):
        return alone(value[0]) if len(value) == 1 else [alone(each) for each in value]
    return value


LAYOUTS = {
    "as it is": lambda value: value,
    "in a list": lambda value: [value],
    "lower": lower,
    "upper": upper,
    "alone": alone,
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_status_event_is_read_in_every_layout(layout: Any) -> None:
    (event,) = parse(body(layout(STATUS)))
    assert event.kind is EventKind.SHIPPED
    assert (event.event_id, event.event_type) == (EVENT_ID, "im::order_shipped")
    assert event.time_stamp == "2026-05-13T10:00:00Z"
    assert event.order_numbers == ("20-AB1CD",)
    assert event.customer_order_numbers == ("PO-1",)
    told = event.notification
    assert isinstance(told, OrderStatusAsyncNotificationRequest)
    (resource,) = told.resource
    (line,) = resource.lines
    assert (line.line_number, line.line_status, line.shipped_quantity) == ("001", "IM::SHIPPED", "3")
    assert line.shipment_details[0].carrier_name == "UPS"
    assert event.raw in (layout(STATUS), LAYOUTS["as it is"](STATUS))


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_v7_result_is_read_in_every_layout(layout: Any) -> None:
    (event,) = parse(body(layout(RESULT)))
    assert event.kind is EventKind.V7_RESULT
    assert event.order_numbers == ("20-AB1CD", "20-AB1CE")
    assert event.customer_order_numbers == ("PO-1",)
    told = event.notification
    assert isinstance(told, AsyncOrderResultNotification)
    assert [each.ingram_order_number for each in told.resource.orders] == ["20-AB1CD", "20-AB1CE"]


@pytest.mark.parametrize(
    ("changed", "read"),
    [
        ({"customerPoNumber": "po-2"}, lambda r: r.customer_order_number == "po-2"),
        ({"lines": [{"LineNumber": "7"}]}, lambda r: r.lines[0].line_number == "7"),
        ({"lines": [{"ingramLineNumber": "8"}]}, lambda r: r.lines[0].line_number == "8"),
        ({"lines": [{"backOrderedQuantity": 2}]}, lambda r: r.lines[0].backordered_quantity == "2"),
        ({"lines": [{"shipmentDetails": {"shipmentDate": None}}]}, lambda r: len(r.lines[0].shipment_details) == 1),
        ({"lines": LINE}, lambda r: r.lines[0].shipped_quantity == "3"),
    ],
)
def test_renamed_keys_and_odd_shapes_of_a_status_event_are_read(changed: dict[str, Any], read: Any) -> None:
    resource = {"eventType": "IM::ORDER_SHIPPED", "orderNumber": "20-AB1CD", **changed}
    (event,) = parse(body({**STATUS, "resource": resource}))
    assert event.kind is EventKind.SHIPPED
    assert read(event.notification.resource[0])


@pytest.mark.parametrize("kind", ["shipped", "invoiced", "hold", "voided", "backordered"])
@pytest.mark.parametrize("prefix", ["im::", "IM::", ""])
def test_each_type_of_status_event_has_its_kind(kind: str, prefix: str) -> None:
    (event,) = parse(body({**STATUS, "resource": {"eventType": f"{prefix}order_{kind}"}}))
    assert event.kind is EventKind[kind.upper()]


def test_the_misprinted_time_stamp_of_the_portal_is_read() -> None:
    given = {key: value for key, value in STATUS.items() if key != "eventTimeStamp"}
    (event,) = parse(body({**given, "evenTtimeStamp": "then"}))
    assert event.notification.event_time_stamp == "then"
    assert event.time_stamp == "then"


def test_an_event_type_at_the_top_of_a_v7_result_is_read() -> None:
    (event,) = parse(body({"eventType": "IM::async_order_create", "resource": {"customerOrderNumber": "po-1"}}))
    assert event.kind is EventKind.V7_RESULT


def test_a_v7_failure_of_unknown_layout_keeps_all_it_says() -> None:
    given = {"event": "im::created", "eventId": "e", "resource": [{"message": "no credit", "reason": {"code": 7}}]}
    (event,) = parse(body(given))
    assert event.kind is EventKind.V7_RESULT
    assert event.raw == given
    assert event.notification.to_dict()["resource"]["message"] == "no credit"


@pytest.mark.parametrize(
    "given", [{}, {"eventType": "im::quote_created"}, {"resource": 7}, {"eventId": 5, "resource": [1, None, {}]}]
)
def test_an_event_of_another_kind_is_no_error(given: dict[str, Any]) -> None:
    (event,) = parse(body(given))
    assert event.kind is EventKind.OTHER
    assert event.notification is None
    assert event.raw == given


def test_several_events_come_in_order() -> None:
    assert [each.event_id for each in parse(body([{"eventId": "a"}, {"eventId": "b"}]))] == ["a", "b"]


@pytest.mark.parametrize("given", [b"", b"no", b"7", b"[]", b"[1]", b"null", b"\xff", b"[" * 100_000])
def test_what_holds_no_event_is_told(given: bytes) -> None:
    with pytest.raises(ApiValueError, match="the body of a webhook should be"):
        parse(given)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = ["eventType", "resource", "lines", "eventId", "orderNumber", "shipmentDetails", "event", "orders"]
EVENTS = st.dictionaries(st.sampled_from(KEYS), JSON | st.dictionaries(st.sampled_from(KEYS), JSON), max_size=6)


@given(EVENTS, st.sampled_from(["im::order_shipped", "IM::async_order_create", "im::other"]))
def test_no_event_is_an_error(given: dict[str, Any], event_type: str) -> None:
    (event,) = parse(body({**given, "eventType": event_type}))
    assert event.raw == {**given, "eventType": event_type}


# ------------------------------------------------------------------------------------------ was it here before


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def handle(seen: Deduplicator, event_id: str) -> bool:
    with seen.handling(event_id) as is_new:
        return is_new


def test_an_event_is_handled_once() -> None:
    seen = Deduplicator()
    assert [handle(seen, each) for each in ("a", "b", "a", "b", "c")] == [True, True, False, False, True]


def test_an_event_whose_handling_failed_is_handled_again() -> None:
    seen = Deduplicator()
    with pytest.raises(ZeroDivisionError), seen.handling("a"):
        raise ZeroDivisionError
    assert handle(seen, "a")
    assert not handle(seen, "a")


def test_events_are_forgotten_when_they_are_old_or_too_many() -> None:
    clock = Clock()
    seen = Deduplicator(lifetime=10, capacity=2, clock=clock)
    assert handle(seen, "a")
    clock.now = 9
    assert not handle(seen, "a")
    clock.now = 11
    assert handle(seen, "a")
    assert handle(seen, "b")
    assert handle(seen, "c")
    assert not handle(seen, "c")
    assert not handle(seen, "b")
    assert handle(seen, "a")


@pytest.mark.parametrize("given", [{"lifetime": 0}, {"lifetime": -1}, {"capacity": 0}])
def test_limits_that_would_remember_nothing_are_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ApiValueError, match="lifetime should be"):
        Deduplicator(**given)


@pytest.mark.parametrize("fails", [False, True])
def test_a_second_delivery_waits_for_what_comes_of_the_first(fails: bool) -> None:
    seen = Deduplicator()
    begun, go_on = threading.Event(), threading.Event()
    told: list[bool] = []

    def first() -> None:
        with pytest.raises(ZeroDivisionError) if fails else seen.handling("other"), seen.handling("a"):
            begun.set()
            assert go_on.wait(10)
            if fails:
                raise ZeroDivisionError

    threads = [threading.Thread(target=first)]
    threads[0].start()
    assert begun.wait(10)
    threads.append(threading.Thread(target=lambda: told.append(handle(seen, "a"))))
    threads[1].start()
    assert told == []
    go_on.set()
    for each in threads:
        each.join(10)
    assert told == [fails]
