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

from xi.sdk.resellers import (
    AsyncOrderResultNotification,
    AvailabilityAsyncNotificationRequest,
    OrderStatusAsyncNotificationRequest,
)
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.webhooks import MAX_BODY_BYTES, Deduplicator, EventKind, parse, verify

SECRET = "wh-s3cret"
EVENT_ID = "0b54f00f-2ca4-4d14"


def signed(event_id: str = EVENT_ID, secret: str = SECRET) -> str:
    return base64.b64encode(hmac.new(secret.encode(), event_id.encode(), hashlib.sha512).digest()).decode()


def body(value: Any) -> bytes:
    return json.dumps(value).encode()


# ------------------------------------------------------------------------------------------ verify


ONE = body({"eventId": EVENT_ID})


@pytest.mark.parametrize("event", [EVENT_ID, ONE, bytearray(ONE), memoryview(ONE), memoryview(ONE + b"x")[:-1]])
def test_a_signed_event_is_genuine_as_text_and_as_bytes(event: Any) -> None:
    assert verify(event, signed(), SECRET)
    assert not verify(event, signed("another"), SECRET)


@pytest.mark.parametrize("event", ["", " ", "\ud800", ONE.decode(), None, 7, [ONE], {"eventId": EVENT_ID}])
def test_a_value_that_is_neither_an_id_nor_a_body_is_not_genuine(event: Any) -> None:
    assert not verify(event, signed(event) if event in ("", " ") else signed(), SECRET)


@pytest.mark.parametrize("signature", [signed().encode(), 7, [signed()], signed() * 2, "\ud800" * 88])
def test_a_malformed_signature_is_refused_before_the_body_is_read(
    signature: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json, "loads", lambda *_, **__: pytest.fail("the body was read"))
    assert not verify(ONE, signature, SECRET)


def test_the_size_of_a_body_is_limited() -> None:
    full = ONE + b" " * (MAX_BODY_BYTES - len(ONE))
    assert verify(full, signed(), SECRET)
    assert not verify(full + b" ", signed(), SECRET)
    assert verify(full + b" ", signed(), SECRET, max_bytes=MAX_BODY_BYTES + 1)
    for each in (ONE, ONE.decode(), bytearray(ONE), memoryview(ONE)):
        assert len(parse(each, max_bytes=len(ONE))) == 1
        with pytest.raises(ApiValueError, match=f"have at most {len(ONE) - 1} bytes; this one has {len(ONE)}$"):
            parse(each, max_bytes=len(ONE) - 1)
    with pytest.raises(ApiValueError, match="have at most 5 bytes; this one has 6"):
        parse("ééé", max_bytes=5)


def test_the_number_of_events_in_a_body_is_limited() -> None:
    event = {"eventId": EVENT_ID}
    assert verify(body([event] * 1_000), signed(), SECRET)
    assert not verify(body([event] * 1_001), signed(), SECRET)


@given(st.binary() | st.text(), st.text(), st.sampled_from([signed(), None, ""]))
def test_verify_raises_for_no_body_and_no_signature(event: str | bytes, noise: str, signature: str | None) -> None:
    assert not verify(event, signature if noise else noise, SECRET)


@pytest.mark.parametrize(
    ("secret", "error", "says", "pointer"),
    [
        ("", ApiValueError, "secret is empty", ""),
        ([], ApiValueError, "secret is empty", ""),
        (["good", ""], ApiValueError, "secret is empty", "/1"),
        ("good\ud800", ApiValueError, "a lone surrogate", ""),
        (b"good", ApiTypeError, "should be text", ""),
        (None, ApiTypeError, "should be text", ""),
        (7, ApiTypeError, "should be text", ""),
        (["good", b"good"], ApiTypeError, "should be text", "/1"),
    ],
)
def test_an_unusable_secret_raises_and_is_not_shown(
    secret: Any, error: type[Exception], says: str, pointer: str
) -> None:
    with pytest.raises(error, match=says) as caught:
        verify(EVENT_ID, None, secret)
    assert (caught.value.argument, caught.value.pointer) == ("secret", pointer)
    inside = caught.traceback[1:]
    assert inside
    assert not any("good" in repr(local) for frame in inside for local in frame.frame.f_locals.values())
    assert "good" not in str(caught.value)


# ------------------------------------------------------------------------------------------ parse


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

STOCK = {
    "topic": "resellers/catalog",
    "event": "im::updated",
    "eventTimeStamp": "2026-05-13T10:15:00+02:00",
    "eventId": EVENT_ID,
    "resource": [
        {
            "eventType": "IM::STOCK_UPDATE",
            "ingramPartNumber": "001346",
            "skuStatus": None,
            "backOrderFlag": "Y",
            "totalAvailability": "120",
            "links": [{"topic": "orders", "href": "/resellers/v5/catalog/001346", "type": "GET"}],
        }
    ],
}


def lower(value: Any) -> Any:
    """Return a value with all keys in lower case, as an old document shows them."""
    if isinstance(value, dict):
        return {key.lower(): lower(each) for key, each in value.items()}
    return [lower(each) for each in value] if isinstance(value, list) else value


def upper(value: Any) -> Any:
    if isinstance(value, dict):
        return {key.upper(): upper(each) for key, each in value.items()}
    return [upper(each) for each in value] if isinstance(value, list) else value


def unlisted(value: Any) -> Any:
    """Return a value in which every list with one element is replaced by the element."""
    if isinstance(value, dict):
        return {key: unlisted(each) for key, each in value.items()}
    if isinstance(value, list):
        return unlisted(value[0]) if len(value) == 1 else [unlisted(each) for each in value]
    return value


LAYOUTS = {
    "as documented": lambda value: value,
    "in a list": lambda value: [value],
    "lower": lower,
    "upper": upper,
    "without lists of one": unlisted,
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_status_event_is_read_in_every_layout(layout: Any) -> None:
    (event,) = parse(body(layout(STATUS)))
    assert event.kind is EventKind.SHIPPED
    assert (event.event_id, event.event_type) == (EVENT_ID, "im::order_shipped")
    assert event.time_stamp == "2026-05-13T10:00:00Z"
    assert event.order_numbers == ("20-AB1CD",)
    assert event.customer_order_numbers == ("PO-1",)
    notification = event.notification
    assert isinstance(notification, OrderStatusAsyncNotificationRequest)
    (resource,) = notification.resource
    (line,) = resource.lines
    assert (line.line_number, line.line_status, line.shipped_quantity) == ("001", "IM::SHIPPED", "3")
    assert line.shipment_details[0].carrier_name == "UPS"
    assert event.raw in (layout(STATUS), STATUS)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_v7_result_is_read_in_every_layout(layout: Any) -> None:
    (event,) = parse(body(layout(RESULT)))
    assert event.kind is EventKind.V7_RESULT
    assert event.order_numbers == ("20-AB1CD", "20-AB1CE")
    assert event.customer_order_numbers == ("PO-1",)
    notification = event.notification
    assert isinstance(notification, AsyncOrderResultNotification)
    assert [each.ingram_order_number for each in notification.resource.orders] == ["20-AB1CD", "20-AB1CE"]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_stock_event_is_read_in_every_layout(layout: Any) -> None:
    given = layout(STOCK)
    (event,) = parse(body(given))
    assert event.kind is EventKind.STOCK
    assert (event.event_id, event.event_type) == (EVENT_ID, "IM::STOCK_UPDATE")
    assert event.time_stamp == "2026-05-13T10:15:00+02:00"
    assert event.ingram_part_numbers == ("001346",)
    assert event.order_numbers == event.customer_order_numbers == ()
    notification = event.notification
    assert isinstance(notification, AvailabilityAsyncNotificationRequest)
    (item,) = notification.resource
    assert (item.ingram_part_number, item.total_availability, item.sku_status) == ("001346", "120", None)
    assert item.links[0].topic == "orders"
    assert verify(body(given), signed(), SECRET)


def test_the_skus_of_a_stock_event_are_listed_once_in_order_and_as_sent() -> None:
    items = [
        {"ingramPartNumber": each, "totalAvailability": 3} for each in ("ab12", "001346", "AB12", "ab12", None, "")
    ]
    (event,) = parse(body({"eventId": EVENT_ID, "topic": "Resellers/Catalog", "resource": items}))
    assert (event.kind, event.event_type) == (EventKind.STOCK, None)
    assert event.ingram_part_numbers == ("ab12", "001346", "AB12")
    assert [each.total_availability for each in event.notification.resource] == ["3"] * 6


def test_an_unknown_event_about_the_catalogue_is_no_stock_event() -> None:
    (event,) = parse(body({**STOCK, "resource": [{"eventType": "im::price_update", "ingramPartNumber": "001346"}]}))
    assert (event.kind, event.notification, event.ingram_part_numbers) == (EventKind.OTHER, None, ())


def test_the_largest_stock_event_is_within_the_limit() -> None:
    """Ingram Micro puts up to 4,000 products into one event; each has all members here, with long texts."""
    item = {**STOCK["resource"][0], "vendorName": "V" * 40, "vendorPartNumber": "M" * 40, "upcCode": "0" * 13}
    event = body({**STOCK, "resource": [item] * 4_000})
    assert verify(event, signed(), SECRET)
    assert len(parse(event)[0].notification.resource) == 4_000


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
def test_old_names_and_other_shapes_in_a_status_event_are_read(changed: dict[str, Any], read: Any) -> None:
    resource = {"eventType": "IM::ORDER_SHIPPED", "orderNumber": "20-AB1CD", **changed}
    (event,) = parse(body({**STATUS, "resource": resource}))
    assert event.kind is EventKind.SHIPPED
    assert read(event.notification.resource[0])


@pytest.mark.parametrize("order", [1, -1], ids=["the contract's first", "the contract's last"])
def test_two_spellings_of_one_key_are_both_kept(order: int) -> None:
    keys = {"customerOrderNumber": "po-1", "CUSTOMERORDERNUMBER": "po-2", "Customer_Order_Number": "po-3"}
    resource = {"eventType": "im::order_shipped", **dict([*keys.items()][::order])}
    (event,) = parse(body({**STATUS, "resource": [resource]}))
    assert event.notification.to_dict()["resource"] == [resource]
    assert event.notification.resource[0].customer_order_number == "po-1"


@pytest.mark.parametrize("kind", ["shipped", "invoiced", "hold", "voided", "backordered"])
@pytest.mark.parametrize("prefix", ["im::", "IM::"])
def test_each_type_of_status_event_has_its_kind(kind: str, prefix: str) -> None:
    (event,) = parse(body({**STATUS, "resource": {"eventType": f"{prefix}order_{kind}"}}))
    assert event.kind is EventKind[kind.upper()]


def test_the_misprinted_time_stamp_of_the_portal_is_read() -> None:
    given = {key: value for key, value in STATUS.items() if key != "eventTimeStamp"}
    (event,) = parse(body({**given, "evenTtimeStamp": "then"}))
    assert event.notification.event_time_stamp == "then"
    assert event.time_stamp == "then"


def test_a_v7_failure_in_an_unknown_layout_keeps_its_whole_content() -> None:
    given = {"event": "im::created", "eventId": "e", "resource": [{"message": "no credit", "reason": {"code": 7}}]}
    (event,) = parse(body(given))
    assert event.kind is EventKind.V7_RESULT
    assert event.raw == given
    assert event.notification.to_dict()["resource"]["message"] == "no credit"


@pytest.mark.parametrize(
    "given", [{}, {"eventType": "im::quote_created"}, {"resource": 7}, {"eventId": 5, "resource": [1, None, {}]}]
)
def test_an_event_of_another_kind_is_read(given: dict[str, Any]) -> None:
    (event,) = parse(body(given))
    assert event.kind is EventKind.OTHER
    assert event.notification is None
    assert event.raw == given


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (b"", "be JSON; this one is not$"),
        (b"[" * 100_000, "be JSON; this one is not$"),
        (b"[" * 100 + b"]" * 100, "at most 64 deep"),
        (b"7", "be an event, or a list of events and nothing else$"),
        (b"[]", "list of events and nothing else$"),
        (b"[{}, 7]", "list of events and nothing else$"),
        (b"\xff", "this one is not UTF-8$"),
        ("\ud800", "this one is not UTF-8$"),
        (b'{"a": 1, "a": 1}', "not repeat a key in an object; this one does$"),
        (b'{"a": Infinity}', "be JSON; Infinity is not JSON$"),
        (b"1" * 5_000, "at most 400 characters; one has 5,000$"),
        (b"0." + b"1" * 5_000, "at most 400 characters"),
        (b"[" + b",".join([b"{}"] * 1_001) + b"]", "hold at most 1,000 events; this one holds 1,001$"),
    ],
)
def test_the_error_for_a_refused_body_gives_the_reason(given: Any, says: str) -> None:
    with pytest.raises(ApiValueError, match="^the body of a webhook should .*" + says) as caught:
        parse(given)
    assert caught.value.argument == "body"


@pytest.mark.parametrize("given", [None, 7, [ONE]])
def test_a_body_of_another_type_raises(given: Any) -> None:
    with pytest.raises(ApiTypeError, match="should be bytes or text, not "):
        parse(given)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = ["eventType", "resource", "lines", "eventId", "orderNumber", "shipmentDetails", "event", "orders"]
EVENTS = st.dictionaries(st.sampled_from(KEYS), JSON | st.dictionaries(st.sampled_from(KEYS), JSON), max_size=6)


@given(EVENTS, st.sampled_from(["im::order_shipped", "IM::async_order_create", "im::other"]))
def test_parse_raises_for_no_event(given: dict[str, Any], event_type: str) -> None:
    (event,) = parse(body({**given, "eventType": event_type}))
    assert event.raw == {**given, "eventType": event_type}


# ------------------------------------------------------------------------------------------ Deduplicator


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


@pytest.mark.parametrize("event_id", [None, ""])
def test_an_event_without_an_id_is_refused(event_id: str | None) -> None:
    seen = Deduplicator()
    with (
        pytest.raises(ApiValueError, match=r"event_id is .*; it should be an ID that verify accepted"),
        seen.handling(event_id),
    ):
        pytest.fail("it was handled")


@pytest.mark.parametrize("given", [{"lifetime": 0}, {"lifetime": -1.0}, {"capacity": 0}])
def test_a_deduplicator_that_would_remember_nothing_is_refused(given: dict[str, Any]) -> None:
    ((name, value),) = given.items()
    with pytest.raises(ApiValueError, match=f"^{name} is {value}; it should be ") as caught:
        Deduplicator(**given)
    assert caught.value.argument == name


@pytest.mark.parametrize("fails", [False, True])
def test_a_second_delivery_waits_until_the_first_is_handled(fails: bool) -> None:
    seen = Deduplicator()
    begun, go_on = threading.Event(), threading.Event()
    handled: list[bool] = []

    def first() -> None:
        with pytest.raises(ZeroDivisionError) if fails else seen.handling("other"), seen.handling("a"):
            begun.set()
            assert go_on.wait(10)
            if fails:
                raise ZeroDivisionError

    threads = [threading.Thread(target=first)]
    threads[0].start()
    assert begun.wait(10)
    threads.append(threading.Thread(target=lambda: handled.append(handle(seen, "a"))))
    threads[1].start()
    assert handled == []
    go_on.set()
    for each in threads:
        each.join(10)
    assert handled == [fails]
