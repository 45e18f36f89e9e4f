"""A call in doubt is found in every exception that a program can get, and is logged once."""

from __future__ import annotations

import asyncio
import copy
import logging
import pickle
import traceback
import warnings
from dataclasses import asdict, replace
from typing import Any

import anyio
import pytest
from unit_kit import AT_ONCE, CREATED, ORDER, WHO, Connected, Step, answer, not_sent, unanswered

from xi.sdk.resellers import Attempt, Configuration, Doubt, Finished, aio, in_doubt
from xi.sdk.resellers import exceptions as errors
from xi.sdk.resellers._client.client import Client, log_doubt
from xi.sdk.resellers._core.messages import Request, Response, Timeouts
from xi.sdk.resellers._transport.async_driver import run_async
from xi.sdk.resellers._transport.driver import run

LOGGER = "xi.sdk.resellers"
CREATE, CHANGE, CANCEL, DETAILS = (
    "post_createorder_v6",
    "put_ordermodify",
    "delete_ordercancel",
    "get_orderdetails_v6_1",
)
ARGUMENTS: dict[str, tuple[Any, ...]] = {
    CREATE: (*WHO, ORDER),
    CHANGE: ("20-AAAA1", *WHO, {"lines": []}),
    CANCEL: ("20-AAAA1", *WHO),
    DETAILS: ("20-AAAA1", *WHO),
}
DOUBTS = {
    CREATE: Doubt(CREATE, "PO-1", None, "corr-1", 1),
    CHANGE: Doubt(CHANGE, None, "20-AAAA1", "corr-1", 1),
    CANCEL: Doubt(CANCEL, None, "20-AAAA1", "corr-1", 1),
}
FIRST, SECOND = DOUBTS[CREATE], DOUBTS[CANCEL]


# Where it is looked for


def of(doubt: Doubt) -> errors.ApiException:
    return errors.UnansweredException(0, "reset", **asdict(doubt))


def carrying(doubt: Doubt, error: BaseException | None = None) -> BaseException:
    error = asyncio.CancelledError() if error is None else error
    error.doubt = doubt  # type: ignore[attr-defined]
    return error


def caused(cause: BaseException) -> BaseException:
    error = LookupError("our own")
    error.__cause__ = cause
    return error


def in_context(context: BaseException, *, hidden: bool = False) -> BaseException:
    error = LookupError("our own")
    error.__context__, error.__suppress_context__ = context, hidden
    return error


def circle() -> BaseException:
    one, other = LookupError("one"), carrying(FIRST)
    one.__cause__, other.__cause__ = other, one
    return one


GROUP = BaseExceptionGroup("two", [LookupError(), caused(of(FIRST)), ExceptionGroup("one", [of(SECOND)])])
FOUND: dict[str, tuple[BaseException, tuple[Doubt, ...]]] = {
    "nothing": (LookupError(), ()),
    "nothing, of this package": (errors.NotSentException(0, "no route"), ()),
    "an argument": (errors.ApiValueError("no"), ()),
    "itself": (of(FIRST), (FIRST,)),
    "one of others": (carrying(FIRST), (FIRST,)),
    "Ctrl-C": (carrying(SECOND, KeyboardInterrupt()), (SECOND,)),
    "a cause": (caused(of(FIRST)), (FIRST,)),
    "a context": (in_context(of(FIRST)), (FIRST,)),
    "a context that is not shown": (in_context(of(FIRST), hidden=True), (FIRST,)),
    "a cause of a context of a cause": (caused(in_context(caused(of(FIRST)))), (FIRST,)),
    "a group": (GROUP, (FIRST, SECOND)),
    "a group in a cause": (caused(GROUP), (FIRST, SECOND)),
    "the same twice": (BaseExceptionGroup("two", [of(FIRST), carrying(FIRST)]), (FIRST,)),
    "its own and that of what it came from": (carrying(FIRST, caused(of(SECOND))), (FIRST, SECOND)),
    "causes in a circle": (circle(), (FIRST,)),
    "an attribute of another kind": (carrying("perhaps"), ()),  # type: ignore[arg-type]
}


@pytest.mark.parametrize(("error", "doubts"), FOUND.values(), ids=FOUND)
def test_in_doubt_follows_causes_contexts_and_groups(error: BaseException, doubts: tuple[Doubt, ...]) -> None:
    assert in_doubt(error) == doubts


def test_in_doubt_follows_a_long_chain_of_causes() -> None:
    error: BaseException = of(FIRST)
    for _ in range(5_000):
        error, error.__cause__ = LookupError(), error
    assert in_doubt(error) == (FIRST,)


def test_a_doubt_is_a_value_and_a_readable_phrase() -> None:
    assert pickle.loads(pickle.dumps(FIRST)) == copy.deepcopy(FIRST) == FIRST
    assert str(FIRST) == "post_createorder_v6 may have been acted on (PO PO-1, correlation ID corr-1)"
    assert str(SECOND) == "delete_ordercancel may have been acted on (order 20-AAAA1, correlation ID corr-1)"
    assert str(Doubt(None, None, None, None, 1)) == "a call may have been acted on"


@pytest.mark.parametrize(
    ("kind", "doubtful"),
    [
        (errors.ApiException, False),
        (errors.BadRequestException, False),
        (errors.ServiceException, False),
        (errors.NotSentException, False),
        (errors.UnansweredException, True),
        (errors.UnreadableResponseException, True),
    ],
)
def test_an_error_created_by_a_program_has_the_default_doubt_of_its_class(
    kind: type[errors.ApiException], doubtful: bool
) -> None:
    assert bool(in_doubt(kind(500, "Oops"))) is doubtful
    assert in_doubt(kind(500, "Oops", may_have_been_acted_on=not doubtful)) == (
        () if doubtful else (Doubt(None, None, None, None, 1),)
    )


# How each call ends, and what is said of it


class Watched:
    """Clients over one script, with an observer."""

    def __init__(self, *script: Step | BaseException) -> None:
        self.ends: list[Finished] = []
        self.script = list(script)
        self.configuration = Configuration(access_token="tok-1", retry=AT_ONCE, observer=self.observe)

    def observe(self, event: Any) -> None:
        if isinstance(event, Finished):
            self.ends.append(event)

    def call(self, way: str, method: str, *arguments: Any) -> Any:
        given = arguments or ARGUMENTS[method]
        return asyncio.run(self.awaited(method, given)) if way == "async" else self.blocking(method, given)

    def step(self, request: Request, timeouts: Timeouts) -> Response:
        assert request.method
        assert timeouts.read > 0
        step = self.script.pop(0)
        if isinstance(step, BaseException):
            raise step
        return step

    def blocking(self, method: str, arguments: tuple[Any, ...]) -> Any:
        client = Connected(configuration=self.configuration)
        client.transport.send = self.step  # type: ignore[method-assign]
        return getattr(client.orders, method)(*arguments)

    async def awaited(self, method: str, arguments: tuple[Any, ...]) -> Any:
        client = aio.AsyncApiClient(self.configuration, transport=self)
        return await getattr(aio.OrdersApi(client), method)(*arguments)

    async def send(self, request: Request, timeouts: Timeouts) -> Response:
        await asyncio.sleep(0)
        return self.step(request, timeouts)

    async def close(self) -> None:
        pass


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
@pytest.mark.parametrize("operation", [CREATE, DETAILS])
@pytest.mark.parametrize("form", ["", "_with_http_info"])
def test_an_interruption_while_an_answer_is_read_leaves_the_call_in_doubt(
    form: str, operation: str, error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr("xi.sdk.resellers._core.parse._model", broken)
    client = Connected(answer(201, CREATED))
    with pytest.raises(error) as caught:
        getattr(client.orders, operation + form)(*ARGUMENTS[operation])
    assert in_doubt(caught.value) == ((DOUBTS[CREATE],) if operation == CREATE else ())


FORMS = ("", "_with_http_info", "_without_preload_content")


@pytest.mark.parametrize("place", ["as the last response comes back", "before it is read"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("way", ["blocking", "async"])
@pytest.mark.parametrize(
    ("operation", "status", "doubts"), [(CREATE, 201, (FIRST,)), (CREATE, 400, ()), (DETAILS, 200, ())]
)
def test_an_interruption_once_the_answer_came_leaves_in_doubt_what_was_acted_on(
    operation: str,
    status: int,
    doubts: tuple[Doubt, ...],
    way: str,
    form: str,
    place: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    if place == "before it is read":
        for name in ("_result", "_result_with_info", "_raw_result"):
            monkeypatch.setattr(Client, name, interrupt)
    elif way == "async":

        async def ended_late(*given: Any) -> None:
            await run_async(*given)
            interrupt()

        monkeypatch.setattr("xi.sdk.resellers.aio.api_client.run_async", ended_late)
    else:
        monkeypatch.setattr("xi.sdk.resellers.api_client.run", lambda *given: interrupt(run(*given)))
    watched = Watched(answer(status, CREATED))
    with pytest.raises(KeyboardInterrupt) as caught:
        watched.call(way, operation + form, *ARGUMENTS[operation])
    assert in_doubt(caught.value) == doubts
    assert len(warned(caplog)) == len(doubts)
    assert [each.doubt for each in watched.ends] == [*doubts] or [None]


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("operation", "script", "doubtful"),
    [
        (CREATE, [answer(201, CREATED)], False),
        (CREATE, [answer(400)], False),
        (CREATE, [answer(503)], True),
        (CANCEL, [answer(503), answer(404)], True),
        (CANCEL, [answer(503), answer(204, b"")], False),
        (DETAILS, [answer(503)] * 4, False),
    ],
)
@pytest.mark.parametrize("way", ["blocking", "async"])
def test_a_raw_response_that_leaves_a_doubt_is_logged_and_told(
    way: str, operation: str, script: list[Any], doubtful: bool, caplog: pytest.LogCaptureFixture
) -> None:
    watched = Watched(*script)
    attempts = len(script)
    last = script[-1].status
    response = watched.call(way, f"{operation}_without_preload_content", *ARGUMENTS[operation])
    assert response.status == last
    told = Doubt(**asdict(DOUBTS[operation]) | {"attempts": attempts}) if doubtful else None
    assert watched.ends[-1].doubt == told
    assert [str(told) in each.getMessage() for each in warned(caplog)] == [True] * doubtful


@pytest.mark.parametrize("status", [200, 404])
def test_a_part_of_a_body_is_not_handed_out_as_a_raw_response(status: int) -> None:
    client = Connected(replace(answer(status, b"half"), defect="the body breaks off"))
    with pytest.raises(errors.UnreadableResponseException if status == 200 else errors.NotFoundException) as caught:
        client.orders.get_orderdetails_v6_1_without_preload_content(*ARGUMENTS[DETAILS])
    assert caught.value.body == "half"


def warned(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.name == LOGGER and record.levelno >= logging.WARNING]


ENDS: dict[str, tuple[str, list[Any], bool]] = {
    "answered": (CREATE, [answer(201, CREATED)], False),
    "refused": (CREATE, [answer(400, {"message": "no"})], False),
    "refused for the quota": (CREATE, [answer(429)] * 4, False),
    "not sent": (CREATE, [not_sent()] * 4, False),
    "reset": (CREATE, [unanswered()], True),
    "a modify, reset": (CHANGE, [unanswered()], True),
    "a cancel, reset": (CANCEL, [unanswered()] * 4, True),
    "details, reset": (DETAILS, [unanswered()] * 4, False),
    "failed": (CREATE, [answer(500)], True),
    "a gateway's timeout": (CREATE, [answer(408)], True),
    "moved": (CREATE, [answer(302)], True),
    "failed details": (DETAILS, [answer(500)] * 4, False),
    "unreadable": (CREATE, [answer(200, b"<html>")], True),
    "unreadable details": (DETAILS, [answer(200, b"<html>")], False),
    "a cancel, gone after one in doubt": (CANCEL, [unanswered(), answer(404)], True),
    "Ctrl-C": (CREATE, [KeyboardInterrupt()], True),
    "Ctrl-C in a read": (DETAILS, [KeyboardInterrupt()], False),
    "end of the process": (CANCEL, [SystemExit(3)], True),
    "a fault below": (CREATE, [ZeroDivisionError()], True),
}


@pytest.mark.parametrize(("operation", "script", "doubtful"), ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("way", ["blocking", "async"])
def test_a_call_that_ends_in_doubt_is_logged_once(
    way: str, operation: str, script: list[Any], doubtful: bool, caplog: pytest.LogCaptureFixture
) -> None:
    watched = Watched(*script)
    error: BaseException | None = None
    try:
        watched.call(way, operation)
    except BaseException as raised:  # noqa: BLE001 - whatever it is
        error = raised
    attempts = len(script)
    records = warned(caplog)
    assert len(records) == doubtful
    if not doubtful:
        assert error is None or in_doubt(error) == ()
        return
    assert error is not None
    doubt = Doubt(**asdict(DOUBTS[operation]) | {"attempts": attempts})
    assert in_doubt(error) == (doubt,)
    (record,) = records
    assert record.levelno == logging.WARNING
    assert {name: getattr(record, name) for name in asdict(doubt)} == asdict(doubt)
    assert record.getMessage().startswith(f"{doubt}: find out before repeating it (")
    assert watched.ends[-1].doubt == doubt
    if not isinstance(error, errors.ApiException):
        assert f"{doubt}: find out before repeating it" in "".join(traceback.format_exception(error))


@pytest.mark.parametrize("reason", ["\x1b]0;owned\x07 all\norders placed", "x" * 60_000])
def test_what_the_log_says_of_a_doubt_is_one_printable_line(reason: str, caplog: pytest.LogCaptureFixture) -> None:
    log_doubt(
        errors.ServiceException(
            503,
            reason,
            operation=CREATE,
            customer_order_number=reason,
            order_number="20-A  1",
            may_have_been_acted_on=True,
        )
    )
    (record,) = warned(caplog)
    for shown in (record.getMessage(), record.customer_order_number, *map(str, record.args or ())):  # type: ignore[attr-defined]
        assert shown.isprintable()
        assert len(shown) < 3 * errors.LONGEST_SHOWN
    assert record.order_number == "20-A  1", "by which one looks for the order"  # type: ignore[attr-defined]


class Silent(Watched):
    """Takes what it is sent and says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.is_sent = asyncio.Event()

    async def send(self, request: Request, timeouts: Timeouts) -> Response:
        assert request
        assert timeouts
        self.is_sent.set()
        await asyncio.Event().wait()
        raise AssertionError


async def in_time(silent: Silent) -> None:
    async with asyncio.timeout(0.02):
        await silent.awaited(CREATE, ARGUMENTS[CREATE])


async def in_group(silent: Silent) -> None:
    async def fail() -> None:
        await silent.is_sent.wait()
        raise ZeroDivisionError

    async with asyncio.TaskGroup() as group:
        group.create_task(silent.awaited(CREATE, ARGUMENTS[CREATE]))
        group.create_task(fail())


async def in_quiet_group(silent: Silent) -> None:
    async with asyncio.TaskGroup() as group:
        task = group.create_task(silent.awaited(CREATE, ARGUMENTS[CREATE]))
        await silent.is_sent.wait()
        task.cancel()


@pytest.mark.parametrize(
    ("scene", "raised", "is_found"),
    [(in_time, TimeoutError, True), (in_group, ExceptionGroup, False), (in_quiet_group, None, False)],
)
def test_a_doubt_swallowed_by_a_task_group_is_in_the_log_and_reaches_the_observer(
    scene: Any, raised: type[Exception] | None, is_found: bool, caplog: pytest.LogCaptureFixture
) -> None:
    silent = Silent()
    error: BaseException | None = None
    try:
        asyncio.run(scene(silent))
    except Exception as thrown:  # noqa: BLE001 - what it is, is looked at
        error = thrown
    assert (None if error is None else type(error)) is raised
    if error is not None:
        assert in_doubt(error) == ((DOUBTS[CREATE],) if is_found else ())
    (record,) = warned(caplog)
    assert record.getMessage() == f"{DOUBTS[CREATE]}: find out before repeating it (CancelledError)"
    assert record.customer_order_number == "PO-1"  # type: ignore[attr-defined]
    (end,) = silent.ends
    assert end.doubt == DOUBTS[CREATE]


def test_in_a_scope_of_anyio_the_exception_of_the_call_has_the_doubt() -> None:
    doubts: list[Doubt] = []

    async def scene() -> None:
        silent = Silent()
        with anyio.fail_after(0.02):
            try:
                await silent.awaited(CREATE, ARGUMENTS[CREATE])
            except BaseException as error:
                doubts.extend(in_doubt(error))
                raise

    with pytest.raises(TimeoutError):
        asyncio.run(scene())
    assert doubts == [DOUBTS[CREATE]]


def test_the_old_name_of_the_exception_for_cancelled_tasks_still_works() -> None:
    import xi.sdk.resellers.aio as package

    for _ in range(2):
        with pytest.warns(DeprecationWarning, match=r"in_doubt\(error\) tells") as told:
            assert package.CancelledUnansweredException is asyncio.CancelledError
        assert told[0].filename == __file__
    with pytest.raises(AttributeError, match="has no attribute 'Cancelled'"):
        _ = package.Cancelled
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "CancelledUnansweredException" not in package.__all__


@pytest.mark.parametrize("end", [answer(201, CREATED), answer(503), unanswered()], ids=["placed", "503", "unanswered"])
@pytest.mark.parametrize("kind", [Attempt, Finished])
def test_an_interruption_before_the_answer_is_read_has_the_doubt(kind: type, end: Any) -> None:
    def interrupted(event: Attempt | Finished) -> None:
        if isinstance(event, kind):
            raise KeyboardInterrupt

    configuration = Configuration(access_token="t", retry=AT_ONCE, observer=interrupted)
    client = Connected(end, configuration=configuration)
    with pytest.raises(KeyboardInterrupt) as caught:
        client.orders.post_createorder_v6(*WHO, ORDER)
    (doubt,) = in_doubt(caught.value)
    assert (doubt.operation, doubt.customer_order_number) == ("post_createorder_v6", "PO-1")
