"""WebhookReceiver, over real sockets."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import socket
import threading
from urllib.parse import urlsplit

import pytest
import urllib3

from xi.sdk.resellers import ApiValueError, webhooks
from xi.sdk.resellers.testing import ExpectationError, WebhookReceiver

BODY = b'{"eventId": "e-1", "resource": {"eventType": "im::order_shipped", "orderNumber": "20-AB1CD"}}'


def signed(secret: str, event_id: str = "e-1") -> dict[str, str]:
    digest = hmac.new(secret.encode(), event_id.encode(), hashlib.sha512).digest()
    return {"X-Hub-Signature": base64.b64encode(digest).decode()}


def post(receiver: WebhookReceiver, body: bytes = BODY, headers: dict[str, str] | None = None) -> int:
    with urllib3.PoolManager(retries=False) as pool:
        return pool.request("POST", receiver.url, body=body, headers=headers).status


def test_it_accepts_signed_events_and_refuses_others() -> None:
    with WebhookReceiver() as receiver:
        assert post(receiver, headers=signed(receiver.secret) | {"Content-Type": "application/json"}) == 200
        assert post(receiver, headers=signed("another")) == 401
        assert post(receiver) == 401
        assert post(receiver, b"", signed(receiver.secret)) == 401
    accepted, *refused = receiver.received
    assert (accepted.body, accepted.genuine, accepted.status) == (BODY, True, 200)
    assert accepted.headers["x-hub-signature"] == signed(receiver.secret)["X-Hub-Signature"]
    assert accepted.events[0].order_numbers == ("20-AB1CD",)
    assert [(each.genuine, each.status) for each in refused] == [(False, 401)] * 3
    with pytest.raises(ApiValueError):
        _ = refused[-1].events


def test_answer_next_sets_the_next_statuses() -> None:
    with WebhookReceiver("shared") as receiver:
        receiver.answer_next(500, 202)
        assert [post(receiver, headers=signed("shared")) for _ in range(3)] == [500, 202, 200]
        receiver.answer_next(503, 503)
        assert post(receiver) == 503
        receiver.answer_next()
        assert post(receiver, headers=signed("shared")) == 200
    assert [each.genuine for each in receiver.received] == [True, True, True, False, True]


@pytest.mark.parametrize("status", [0, 199, 600])
def test_an_impossible_status_is_refused(status: int) -> None:
    with pytest.raises(ApiValueError, match=f"status is {status}; it should be 200 to 599"):
        WebhookReceiver().answer_next(200, status)


def test_wait_returns_when_enough_webhooks_have_come() -> None:
    with WebhookReceiver("shared") as receiver:
        sender = threading.Thread(target=lambda: [post(receiver, headers=signed("shared")) for _ in range(2)])
        sender.start()
        assert len(receiver.wait(2, 30)) == 2
        sender.join()


def test_a_wait_that_times_out_says_how_many_came() -> None:
    with WebhookReceiver("shared") as receiver:
        with pytest.raises(ExpectationError, match="expected 1 webhooks within 0 s, 0 came; answered: none"):
            receiver.wait(seconds=0)
        post(receiver)
        with pytest.raises(ExpectationError, match="expected 2 webhooks within 0 s, 1 came; answered: 401"):
            receiver.wait(2, 0)


@pytest.mark.parametrize(
    ("length", "status"),
    [
        (None, 411),
        ("-1", 411),
        ("²", 411),
        (str(webhooks.MAX_BODY_BYTES + 1), 413),
        ("10000000", 413),
        ("9" * 5000, 413),
    ],
)
def test_a_post_without_a_usable_length_is_refused_and_not_kept(length: str | None, status: int) -> None:
    with WebhookReceiver() as receiver:
        connection = http.client.HTTPConnection(urlsplit(receiver.url).netloc, timeout=30)
        connection.putrequest("POST", "/webhooks")
        if length is not None:
            connection.putheader("Content-Length", length.encode())
        connection.endheaders()
        assert connection.getresponse().status == status
        connection.close()
        assert receiver.received == ()


def test_it_accepts_a_body_of_the_largest_size_that_verify_accepts() -> None:
    with WebhookReceiver() as receiver:
        assert post(receiver, BODY + b" " * (webhooks.MAX_BODY_BYTES - len(BODY)), signed(receiver.secret)) == 200


def test_it_writes_no_output(capfd: pytest.CaptureFixture[str]) -> None:
    with WebhookReceiver() as receiver:
        post(receiver)
    assert capfd.readouterr() == ("", "")


def test_it_can_be_started_again_and_keeps_what_it_received() -> None:
    receiver = WebhookReceiver("shared")
    for times in (1, 2):
        with receiver:
            post(receiver, headers=signed("shared"))
            with pytest.raises(RuntimeError, match="running already"):
                receiver.start()
        assert len(receiver.received) == times
        with pytest.raises(RuntimeError, match="not running"):
            _ = receiver.url
    receiver.stop()


def test_the_port_can_be_chosen() -> None:
    with WebhookReceiver() as first:
        port = urlsplit(first.url).port
        assert port is not None
        with pytest.raises(OSError, match="in use"):
            WebhookReceiver(port=port).start()
    with WebhookReceiver(port=port) as again:
        assert again.url == f"http://127.0.0.1:{port}/webhooks"


def test_an_empty_secret_is_refused() -> None:
    with pytest.raises(ApiValueError, match="secret is empty"):
        WebhookReceiver("")


def test_every_receiver_has_its_own_secret() -> None:
    assert WebhookReceiver().secret != WebhookReceiver().secret


def test_an_incomplete_body_is_refused_and_not_kept() -> None:
    with WebhookReceiver("s") as receiver:
        address = urlsplit(receiver.url)
        with socket.create_connection((address.hostname, address.port), timeout=5) as connection:
            connection.sendall(b"POST /webhooks HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of it")
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(100).startswith(b"HTTP/1.0 400")
        assert receiver.received == ()
