"""Rows of (behaviour, operation) with the outcome each must have, and what runs them against either client."""

from __future__ import annotations

import asyncio
import gc
import ssl
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from types import MappingProxyType
from typing import Any, NamedTuple

from leak_kit import Secrets, everything_heard, findings, text_findings
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from transport_kit import (
    CANCEL,
    CREATE_V6,
    CREATE_V7,
    DETAILS,
    MODIFY,
    RELEASE,
    SEARCH,
    Arrived,
    Authority,
    Call,
    Server,
    Step,
    saying,
    whole,
)

from xi.sdk.resellers import ApiClient, Configuration, Finished, OrdersApi, RetryPolicy, aio
from xi.sdk.resellers.exceptions import ApiException, OpenApiException, UnansweredException
from xi.sdk.resellers.otel import spans

QUICK = RetryPolicy(attempts=3, base=0.01, quota_window=0.05, wait_cap=0.2)
SAFE = (DETAILS, SEARCH)
ONCE_AND_MORE = (CREATE_V7, MODIFY, RELEASE)
"""Calls that go once, a create of the sixth version beside; each behaviour gets one of them in turn."""
LONGEST_S = 8.0
"""No row may take longer; none has anything to wait for beyond a second or two."""
IN_A_HURRY = {"_request_timeout": (5, 0.3), "_retry": RetryPolicy(attempts=1)}
NAMED = "api.example"
"""The name that certificates, tunnels and look-ups are for."""


# ------------------------------------------------------------------------------------------------ what is wanted


class Outcome(NamedTuple):
    """What a caller is told, and what reached the server."""

    kind: str
    """`result`, or the name of the exception's class."""
    doubt: bool | None = False
    """`may_have_been_acted_on`."""
    attempts: int = 1
    status: int | None = None
    requests: int = 1
    """Whole requests of the operation that reached the server."""

    def __str__(self) -> str:
        doubt = {True: ", in doubt", False: "", None: ", doubt unknown"}[self.doubt]
        return f"{self.kind} {self.status}{doubt}, {self.attempts} attempts, {self.requests} requests"


def result(attempts: int = 1, requests: int | None = None) -> Outcome:
    """The call gave what the good answer says."""
    return Outcome("result", False, attempts, None, attempts if requests is None else requests)


def raised(
    kind: type[BaseException],
    status: int | None = None,
    *,
    doubt: bool = False,
    attempts: int = 1,
    requests: int | None = None,
) -> Outcome:
    """The call raised this very class.

    Args:
        kind: of the exception.
        status: it has; None where that does not matter.
        doubt: whether the call may have been acted on.
        attempts: it tells of.
        requests: that reached the server; as many as attempts without it.
    """
    return Outcome(kind.__name__, doubt, attempts, status, attempts if requests is None else requests)


@dataclass(frozen=True)
class Row:
    """A behaviour, a call that meets it, and what must come of it; the same for both clients."""

    name: str
    call: Call
    script: Sequence[Step]
    want: Outcome
    settings: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Of the configuration."""
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Of the call."""
    first: str = ""
    """What goes before it: a "good" call, over a connection that is then at rest while the server goes on with its
    step; or one that gives up, before the server goes on: its answer is "late"."""
    at_least: float = 0.0
    """Seconds it has to take."""
    tls: str | None = None
    """The name in the server's certificate; None for no TLS."""
    host: str | None = None
    """The host to call, `PORT` standing for the server's; the server itself without it."""
    through: str | None = None
    """The host behind the server, which is then a proxy."""
    is_configured: bool = True
    """Whether the proxy is of the configuration; otherwise the test has to name it."""
    dress: str = ""
    """One of `DRESSES` where it matters which, or "app of this server" for one that gets its token of the server."""

    def __str__(self) -> str:
        return f"{self.name}, {self.call.name}"


DRESSES = ("token", "app", "callable", "auth", "header")
"""The ways for a credential to get into a call; rows take them in turn."""


def in_turn(calls: Sequence[Call]) -> Callable[[], Call]:
    """Return what gives these calls in turn."""
    turn = count()
    return lambda: calls[next(turn) % len(calls)]


# ------------------------------------------------------------------------------------------------ running


class World(NamedTuple):
    """What all cases share."""

    authority: Authority
    tls: Callable[[str], ssl.SSLContext]
    """Returns how a server with the certificate of a name speaks TLS."""
    tokens: Server
    """Gives every app the token of its case, at once."""
    spans: InMemorySpanExporter
    observer: Callable[[Any], None]
    """Writes them."""
    naming: Callable[[str], None]
    """Is told the URL of a proxy that is not of the configuration."""


@contextmanager
def world_of(authority: Authority, naming: Callable[[str], None]) -> Iterator[World]:
    """Set up what all cases share."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tokens = Server(always=saying(issue))
    yield World(authority, cache(authority.server), tokens, exporter, spans(provider), naming)
    tokens.stop()
    provider.shutdown()


def issue(request: Arrived) -> bytes:
    """Give an app its token, which is the one that goes with its secret."""
    form = dict(pair.split("=") for pair in request.body.decode().split("&"))
    body = b'{"access_token": "%s", "expires_in": "86400"}' % form["client_secret"].replace("client", "token").encode()
    return whole(200, body, {"Content-Type": "application/json", "Content-Length": str(len(body))})


_numbers = count(1)


_ON_ITS_WAY_S = 0.02
"""What was sent may not have arrived yet on a machine under load; nobody could see it before that."""


class Case:
    """One row with one client: its server, its configuration, its secrets; and what came of it.

    Args:
        row: what happens.
        world: in which.
        computes: whether an event loop stands still while the connection of a first call is at rest.
    """

    def __init__(self, row: Row, world: World, *, computes: bool = False) -> None:
        self.row = row
        self.computes = computes
        self.number = next(_numbers)
        self.secrets = Secrets(self.number)
        self.correlation_id = f"{self.number:032x}"
        self.first_id = f"first-{self.number}"
        self.found: list[str] = []
        self.words = ""
        """What an error said, for whoever reads a complaint."""
        self._events: list[Any] = []
        self._observer = world.observer
        self.server = Server(*row.script, tls=world.tls(row.tls) if row.tls else None)
        if row.through is not None and row.through.startswith("https:"):
            self.server.inside = world.tls(NAMED)
        self.configuration, self.credential = self._prepared(world)
        self.options = {**row.options, **self.credential}

    def _prepared(self, world: World) -> tuple[Configuration, dict[str, Any]]:
        """Return the configuration and the options that bring a credential, with secrets wherever some may be."""
        row, server = self.row, self.server
        host = server.url if row.host is None else row.host.replace("PORT", str(server.port))
        made = Configuration(host=row.through or host, retry=QUICK, observer=self._told)
        made.ssl_ca_cert = world.authority.path
        for name, value in row.settings.items():
            assert hasattr(made, name), name
            setattr(made, name, value)
        if row.through is not None and row.is_configured:
            made.proxy = self.proxy
        elif row.through is not None:
            world.naming(self.proxy)
        dress = row.dress or DRESSES[self.number % len(DRESSES)]
        if row.through is not None and not row.dress:
            # Over plain http to others goes no credential.
            dress = "none" if row.through.startswith("http:") else "token"
        return made, self._dressed(made, dress, world)

    def _dressed(self, made: Configuration, dress: str, world: World) -> dict[str, Any]:
        """Give a configuration its credential, or return the options that bring one."""
        secrets = self.secrets
        bearer = f"Bearer {secrets.token}"
        if dress in ("app", "app of this server"):
            made.client_id, made.client_secret = f"app-{self.number}", secrets.client
            made.token_url = f"{(world.tokens if dress == 'app' else self.server).url}/token"
        elif dress == "callable":
            made.access_token = lambda: secrets.token
        elif dress == "token":
            made.access_token = secrets.token
        elif dress == "auth":
            return {"_request_auth": {"in": "header", "key": "Authorization", "value": bearer}}
        return {"_headers": {"Authorization": bearer}} if dress == "header" else {}

    @property
    def proxy(self) -> str:
        """The URL of the server as a proxy, user and password in it."""
        return f"http://{self.secrets.user}:{self.secrets.password}@127.0.0.1:{self.server.port}"

    def client(self, kind: Callable[..., Any]) -> Any:
        return kind(self.configuration, "X-Partner-Key", self.secrets.header, self.secrets.cookie)

    def go_on(self) -> None:
        """Let the server go on with a connection at rest, and wait until it has."""
        self.server.go.set()
        if not self.server.gone_on.wait(5):
            self.found.append("the server never went on")
        time.sleep(_ON_ITS_WAY_S)

    def _told(self, event: Any) -> None:
        self._events.append(event)
        self._observer(event)

    def outcome(self, given: Any, error: BaseException | None) -> Outcome:
        """Stop the server, whose client is closed by now, and say what came of it all."""
        kind, doubt, attempts, status = self._end(given, error)
        self.found += text_findings("the observer", map(repr, self._events), self.secrets)
        self.server.stop(reading=1.0)
        self.found += [f"the server says: {each}" for each in self.server.broken]
        ours = [each for each in self.server.requests if each.headers.get("im-correlationid") == self.correlation_id]
        sent = Counter(map(operation_of, ours))
        requests = sent.pop(self.row.call.operation, 0)
        if sent:
            self.found.append(f"something else was sent: {dict(sent)}")
        if len({(each.method, each.target, each.body, without_token(each)) for each in ours}) > 1:
            self.found.append("the request changed from one attempt to the next")
        return Outcome(kind, doubt, attempts, status, requests)

    def _end(self, given: Any, error: BaseException | None) -> tuple[str, bool | None, int, int | None]:
        if error is None:
            ends = [each for each in self._events if isinstance(each, Finished)]
            attempts = ends[-1].attempts if ends else 0
            try:
                is_told = self.row.call.told(given)
            except (AttributeError, TypeError):
                is_told = False
            return ("result" if is_told else f"another result, {given!r:.60}"), False, attempts, None
        self.found += findings(error, self.secrets)
        self.words = f" ({error!s:.200})"
        if isinstance(error, ApiException):
            doubt = getattr(error, "may_have_been_acted_on", None)
            attempts = error.attempts if error.operation == self.row.call.operation else 0  # else those for the token
            return type(error).__name__, doubt, attempts, error.status
        if isinstance(error, OpenApiException):
            return type(error).__name__, False, 0, None
        return f"{type(error).__name__} ({error!s:.80})", None, 0, None

    def complaint(self, client: str, got: Outcome, seconds: float) -> str:
        """Say what is not as the row wants it, if anything."""
        want = self.row.want if self.row.want.status is not None else self.row.want._replace(status=got.status)
        said = [] if want == got else [f"wanted {want}; got {got}{self.words}"]
        said += self.found
        if not self.row.at_least <= seconds <= LONGEST_S:
            said.append(f"took {seconds:.2f} s")
        return f"{self.row}, {client}: {'; '.join(said)}" if said else ""


def without_token(request: Arrived) -> tuple[tuple[str, str], ...]:
    """Return the headers of a request, without the token, which may have been renewed."""
    return tuple(pair for pair in request.headers.items() if pair[0] != "authorization")


def operation_of(request: Arrived) -> str:
    """Name the operation that a request is."""
    path = request.target.partition("?")[0]
    if request.method == "GET":
        return SEARCH.operation if path.endswith("/search") else DETAILS.operation
    if request.method == "POST":
        return (CREATE_V7 if "/v7/" in path else CREATE_V6).operation
    return {"PUT": MODIFY.operation, "DELETE": CANCEL.operation}.get(request.method, request.method)


def blocking(case: Case) -> Outcome:
    """Make a row's call with the blocking client."""
    given, error = None, None
    with case.client(ApiClient) as client:
        orders = OrdersApi(client)
        try:
            if case.row.first == "good":
                DETAILS(orders, correlation_id=case.first_id, **case.credential)
            elif case.row.first:
                with suppress(UnansweredException):
                    DETAILS(orders, correlation_id=case.first_id, **case.credential, **IN_A_HURRY)
            if case.row.first:
                case.go_on()
            given = case.row.call(orders, correlation_id=case.correlation_id, **case.options)
        except Exception as caught:  # noqa: BLE001 - it is what is looked at
            error = caught
    return case.outcome(given, error)


async def awaited(case: Case) -> Outcome:
    """Make a row's call with the awaited client."""
    given, error = None, None
    async with case.client(aio.AsyncApiClient) as client:
        orders: Any = aio.OrdersApi(client)
        try:
            if case.row.first == "good":
                await DETAILS(orders, correlation_id=case.first_id, **case.credential)
            elif case.row.first:
                with suppress(UnansweredException):
                    await DETAILS(orders, correlation_id=case.first_id, **case.credential, **IN_A_HURRY)
            if case.row.first and case.computes:
                case.go_on()
            elif case.row.first:
                await asyncio.to_thread(case.go_on)
            given = await case.row.call(
                orders, correlation_id=case.correlation_id, **case.row.options, **case.credential
            )
        except Exception as caught:  # noqa: BLE001 - it is what is looked at
            error = caught
    return await asyncio.to_thread(case.outcome, given, error)


def all_blocking(rows: Iterable[Row], world: World, together: int) -> Iterator[str]:
    """Run rows with blocking clients, each in a thread; give what is wrong."""

    def one(row: Row) -> str:
        case = Case(row, world)
        began = time.monotonic()
        got = blocking(case)
        return case.complaint("blocking", got, time.monotonic() - began)

    with ThreadPoolExecutor(together) as pool:
        yield from pool.map(one, rows)


def all_awaited(rows: Iterable[Row], world: World, together: int) -> Iterator[str]:
    """Run rows with awaited clients, as tasks of one loop; give what is wrong."""

    async def one(row: Row, seats: asyncio.Semaphore, *, computes: bool) -> str:
        async with seats:
            case = Case(row, world, computes=computes)
            began = time.monotonic()
            try:
                async with asyncio.timeout(4 * LONGEST_S):
                    got = await awaited(case)
            except TimeoutError:
                return f"{row}, awaited: never ended"
            return case.complaint(f"awaited{', computing' * computes}", got, time.monotonic() - began)

    async def main() -> list[str]:
        seats = asyncio.Semaphore(together)
        cases = [(row, False) for row in rows] + [(row, True) for row in rows if row.first]
        return await asyncio.gather(*(one(row, seats, computes=computes) for row, computes in cases))

    yield from asyncio.run(main())


CLIENTS: dict[str, Callable[[Sequence[Row], World, int], Iterator[str]]] = {
    "blocking": all_blocking,
    "awaited": all_awaited,
}


def complaints(
    rows: Sequence[Row],
    client: str,
    authority: Authority,
    together: int,
    naming: Callable[[str], None] = lambda _: None,
) -> list[str]:
    """Run rows with one of the clients, and say all that is wrong with what they come to and with what they tell.

    Args:
        rows: what to run.
        client: one of `CLIENTS`.
        authority: what servers have their certificates of.
        together: how many at a time.
        naming: is told the URL of a proxy that is not of the configuration, before each row.
    """
    with world_of(authority, naming) as world, everything_heard() as heard:
        found = list(filter(None, CLIENTS[client](rows, world, together)))
        gc.collect()  # while what it warns of is heard here, and not by another test
        spoken = [span.to_json() for span in world.spans.get_finished_spans()]
    found += heard.leaks() + text_findings("a span", spoken, Secrets(0))
    return [each.encode("ascii", "backslashreplace").decode() for each in found]
