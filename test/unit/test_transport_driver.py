"""The driver: it carries out each command, hands back what came of it, and logs no secret."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from unit_kit import REQUEST, ScriptedTransport, answer, not_sent, unanswered

from xi.sdk.resellers._core.flow import AskForToken, DropConnections, Flow, Send, Sleep
from xi.sdk.resellers._core.messages import NotSent, Request, Timeouts, TransportFailure
from xi.sdk.resellers._transport.driver import run

TIMEOUTS = Timeouts(1, 2)
LOGGER = "xi.sdk.resellers"


class Surroundings:
    """Sleeps and hands out tokens on paper only."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.refused: list[str | None] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def acquire(self, refused: str | None) -> str | None:
        self.refused.append(refused)
        return f"tok-{len(self.refused)}"


def ran(flow: Flow[Any], *script: Any) -> tuple[Any, ScriptedTransport, Surroundings]:
    transport, around = ScriptedTransport(list(script)), Surroundings()
    return run(flow, transport, around.acquire, around.sleep), transport, around


def test_each_command_is_carried_out_and_answered() -> None:
    def flow() -> Flow[list[Any]]:
        first = yield AskForToken()
        second = yield Sleep(1.5)
        third = yield Send(REQUEST, TIMEOUTS)
        fourth = yield Sleep(2.5)
        fifth = yield AskForToken("tok-1")
        return [first, second, third, fourth, fifth]

    told, transport, around = ran(flow(), answer(204))
    assert told == ["tok-1", None, answer(204), None, "tok-2"]
    assert around.slept == [1.5, 2.5]
    assert around.refused == [None, "tok-1"]
    assert transport.sent == [REQUEST]
    assert transport.timeouts == [TIMEOUTS]


@pytest.mark.parametrize("failure", [not_sent("no host"), unanswered("reset")])
def test_a_failure_is_thrown_into_the_flow_which_may_go_on(failure: TransportFailure) -> None:
    caught: list[TransportFailure] = []

    def flow() -> Flow[Any]:
        try:
            yield Send(REQUEST, TIMEOUTS)
        except TransportFailure as thrown:
            caught.append(thrown)
        return (yield Send(REQUEST, TIMEOUTS))

    told, transport, _ = ran(flow(), failure, answer(200))
    assert caught == [failure]
    assert told == answer(200)
    assert len(transport.sent) == 2


def test_a_failure_may_end_the_flow_with_a_result_or_an_error() -> None:
    def giving_up() -> Flow[str]:
        try:
            yield Send(REQUEST, TIMEOUTS)
        except NotSent:
            return "gave up"
        return ""

    def failing() -> Flow[None]:
        yield Send(REQUEST, TIMEOUTS)

    assert ran(giving_up(), not_sent())[0] == "gave up"
    with pytest.raises(NotSent, match="no host"):
        ran(failing(), not_sent("no host"))


def test_a_flow_without_commands_just_returns() -> None:
    def flow() -> Flow[int]:
        return 7
        yield Sleep(1)

    assert ran(flow())[0] == 7


def test_an_error_of_the_token_source_reaches_the_caller() -> None:
    def flow() -> Flow[None]:
        yield AskForToken()

    def broken(_: str | None) -> str | None:
        raise RuntimeError("the vault is closed")

    with pytest.raises(RuntimeError, match="vault"):
        run(flow(), ScriptedTransport([]), broken, Surroundings().sleep)


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, MemoryError])
@pytest.mark.parametrize("where", ["sending", "waiting", "token"])
def test_what_breaks_a_command_off_is_thrown_into_the_flow_and_goes_on(error: type[BaseException], where: str) -> None:
    seen: list[BaseException] = []

    def flow() -> Flow[None]:
        try:
            yield {"sending": Send(REQUEST, TIMEOUTS), "waiting": Sleep(1), "token": AskForToken()}[where]
        except BaseException as thrown:
            seen.append(thrown)
            raise

    def broken(*_: object) -> Any:
        raise error

    transport = ScriptedTransport([])
    transport.send = broken  # type: ignore[method-assign]
    with pytest.raises(error) as caught:
        run(flow(), transport, broken, broken)
    assert seen == [caught.value]


def test_a_transport_without_connections_has_none_to_drop() -> None:
    dropped: list[int] = []

    class Keeping(ScriptedTransport):
        def drop_connections(self) -> None:
            dropped.append(len(self.sent))

    def flow() -> Flow[Any]:
        yield Send(REQUEST, TIMEOUTS)
        return (yield DropConnections())

    assert ran(flow(), answer(200))[0] is None
    assert run(flow(), Keeping([answer(200)]), Surroundings().acquire) is None
    assert dropped == [1]


def once(request: Request) -> Flow[Any]:
    try:
        return (yield Send(request, TIMEOUTS))
    except TransportFailure:
        yield Sleep(0.25)
        return None


def test_nothing_is_logged_unless_it_is_asked_for(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    ran(once(REQUEST), unanswered())
    assert caplog.records == []


def test_a_wait_that_says_what_for_is_logged_aloud(caplog: pytest.LogCaptureFixture) -> None:
    def flow() -> Flow[None]:
        yield Sleep(60.04, "get_x: the quota is used up until then (see calls_per_minute, _deadline)")

    caplog.set_level(logging.INFO, LOGGER)
    ran(flow())
    (record,) = caplog.records
    assert (record.name, record.levelno) == (LOGGER, logging.WARNING)
    assert record.getMessage() == (
        "waiting 60.0 s: get_x: the quota is used up until then (see calls_per_minute, _deadline)"
    )


def test_what_is_sent_answered_and_waited_is_logged_at_debug(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, LOGGER)
    ran(once(REQUEST), answer(201, {"a": 1}, Content_Type="application/json"))
    ran(once(REQUEST), unanswered("reset by peer"))
    assert [record.getMessage() for record in caplog.records] == [
        "sending Request(POST https://api.example/orders, {'IM-CorrelationID': 'corr-1'}, 2 bytes) {}",
        "answered Response(201 Created, {'Content-Type': 'application/json'}, 8 bytes) {\"a\": 1}",
        "sending Request(POST https://api.example/orders, {'IM-CorrelationID': 'corr-1'}, 2 bytes) {}",
        "no answer: Unanswered: reset by peer",
        "waiting 0.250 s",
    ]
    assert {record.levelno for record in caplog.records} == {logging.DEBUG}
    assert {record.name for record in caplog.records} == {LOGGER}


def test_the_answer_to_a_confidential_request_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, LOGGER)
    request = Request("POST", "https://h", "/token?key=s3cret", {"Cookie": "s3cret"}, b"s3cret", confidential=True)
    told, _, _ = ran(once(request), answer(200, {"access_token": "s3cret"}, Set_Cookie="s3cret"))
    assert b"s3cret" in told.body
    assert "s3cret" not in caplog.text
    assert "200 OK" in caplog.text
