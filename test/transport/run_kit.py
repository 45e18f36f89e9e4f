"""Runs rows against either client and compares their outcomes, and looks for secrets in all that they leave."""

from __future__ import annotations

import asyncio
import gc
import ssl
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from itertools import count
from typing import Any, NamedTuple

from call_kit import CANCEL, CREATE_V6, CREATE_V7, DETAILS, MODIFY, QUICK, SEARCH
from leak_kit import Secrets, captured_logs, findings, text_findings
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from outcome_kit import CREDENTIALS, EXAMPLE_HOST, Outcome, Row
from server_kit import Authority, ReceivedRequest, ScriptedServer
from step_kit import respond_with, response_bytes

from xi.sdk.resellers import ApiClient, Configuration, Finished, OrdersApi, RetryPolicy, aio
from xi.sdk.resellers.exceptions import ApiException, OpenApiException, UnansweredException
from xi.sdk.resellers.otel import spans

LONGEST_S = 30.0
"""No row may take longer; the waits of a row are some seconds, and those of the server far longer."""
SHORT_TIMEOUT = {"_request_timeout": (30, 0.3), "_retry": RetryPolicy(attempts=1)}


class SharedSetup(NamedTuple):
    """What all cases of a test share."""

    authority: Authority
    tls: Callable[[str], ssl.SSLContext]
    """Returns the TLS context of a server with a certificate for a name."""
    tokens: ScriptedServer
    """Gives every app the token of its case."""
    spans: InMemorySpanExporter
    observer: Callable[[Any], None]
    """Writes the spans."""
    set_proxy: Callable[[str], None]
    """Gets the URL of a proxy that the configuration does not name."""


@contextmanager
def shared_setup(authority: Authority, set_proxy: Callable[[str], None]) -> Iterator[SharedSetup]:
    """Set up what all cases of a test share."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tokens = ScriptedServer(always=respond_with(issue))
    yield SharedSetup(authority, cache(authority.server), tokens, exporter, spans(provider), set_proxy)
    tokens.stop()
    provider.shutdown()


def issue(request: ReceivedRequest) -> bytes:
    """Give an app the token that belongs to its client secret."""
    form = dict(pair.split("=") for pair in request.body.decode().split("&"))
    body = b'{"access_token": "%s", "expires_in": "86400"}' % form["client_secret"].replace("client", "token").encode()
    return response_bytes(200, body, {"Content-Type": "application/json", "Content-Length": str(len(body))})


_numbers = count(1)


_ON_ITS_WAY_S = 0.05
"""Time for sent bytes to arrive on a busy machine; the client cannot see them earlier."""


class Case:
    """One row with one client: its server, its configuration, its secrets, and its outcome.

    Args:
        row: what happens.
        setup: shared by all cases.
        blocks_loop: whether the event loop is blocked while the connection of the first call is idle.
    """

    def __init__(self, row: Row, setup: SharedSetup, *, blocks_loop: bool = False) -> None:
        self.row = row
        self.blocks_loop = blocks_loop
        self.number = next(_numbers)
        self.secrets = Secrets(self.number)
        self.correlation_id = f"{self.number:032x}"
        self.first_id = f"first-{self.number}"
        self.found: list[str] = []
        self.words = ""
        """The text of the error, for the reader of a complaint."""
        self._events: list[Any] = []
        self._observer = setup.observer
        self.server = ScriptedServer(*row.script, tls=setup.tls(row.tls) if row.tls else None)
        if row.through is not None and row.through.startswith("https:"):
            self.server.inside = setup.tls(EXAMPLE_HOST)
        self.configuration, self.credential_options = self._prepared(setup)
        self.options = {**row.options, **self.credential_options}

    def _prepared(self, setup: SharedSetup) -> tuple[Configuration, dict[str, Any]]:
        """Return the configuration and the options with the credential; every secret they can hold is planted."""
        row, server = self.row, self.server
        host = server.url if row.host is None else row.host.replace("PORT", str(server.port))
        made = Configuration(host=row.through or host, retry=QUICK, observer=self._observe)
        made.ssl_ca_cert = setup.authority.path
        for name, value in row.settings.items():
            assert hasattr(made, name), name
            setattr(made, name, value)
        if row.through is not None and row.is_configured:
            made.proxy = self.proxy
        elif row.through is not None:
            setup.set_proxy(self.proxy)
        credential_kind = row.credential or CREDENTIALS[self.number % len(CREDENTIALS)]
        if row.through is not None and not row.credential:
            # Over plain http to others goes no credential.
            credential_kind = "none" if row.through.startswith("http:") else "token"
        return made, self._with_credential(made, credential_kind, setup)

    def _with_credential(self, made: Configuration, credential_kind: str, setup: SharedSetup) -> dict[str, Any]:
        """Put a credential into the configuration, or return options that hold it."""
        secrets = self.secrets
        bearer = f"Bearer {secrets.token}"
        if credential_kind in ("app", "app of this server"):
            made.client_id, made.client_secret = f"app-{self.number}", secrets.client
            made.token_url = f"{(setup.tokens if credential_kind == 'app' else self.server).url}/token"
        elif credential_kind == "callable":
            made.access_token = lambda: secrets.token
        elif credential_kind == "token":
            made.access_token = secrets.token
        elif credential_kind == "auth":
            return {"_request_auth": {"in": "header", "key": "Authorization", "value": bearer}}
        return {"_headers": {"Authorization": bearer}} if credential_kind == "header" else {}

    @property
    def proxy(self) -> str:
        """The URL of the server as a proxy, with user and password."""
        return f"http://{self.secrets.user}:{self.secrets.password}@127.0.0.1:{self.server.port}"

    def client(self, kind: Callable[..., Any]) -> Any:
        return kind(self.configuration, "X-Partner-Key", self.secrets.header, self.secrets.cookie)

    def proceed(self) -> None:
        """Let the server go on with an idle connection, and wait until it has."""
        self.server.proceed.set()
        if not self.server.proceeded.wait(60):
            self.found.append("the server did not go on")
        time.sleep(_ON_ITS_WAY_S)

    def _observe(self, event: Any) -> None:
        self._events.append(event)
        self._observer(event)

    def outcome(self, given: Any, error: BaseException | None) -> Outcome:
        """Stop the server after the client was closed, and return the outcome."""
        kind, doubt, attempts, status = self._end(given, error)
        self.found += text_findings("the observer", map(repr, self._events), self.secrets)
        self.server.stop(reading=10.0)
        self.found += [f"the server says: {each}" for each in self.server.errors]
        ours = [each for each in self.server.requests if each.headers.get("im-correlationid") == self.correlation_id]
        sent = Counter(map(operation_of, ours))
        requests = sent.pop(self.row.call.operation, 0)
        if sent:
            self.found.append(f"other operations were sent: {dict(sent)}")
        used = {
            each.connection for each in self.server.requests if each.headers.get("im-correlationid") == self.first_id
        }
        if self.row.reconnects and used & {each.connection for each in ours}:
            self.found.append("the connection of the call before was used again")
        if len({(each.method, each.target, each.body, without_token(each)) for each in ours}) > 1:
            self.found.append("the request changed from one attempt to the next")
        if {each.headers.get("accept-encoding") for each in ours} - {"identity"}:
            self.found.append("a packed answer was asked for, or not refused")
        return Outcome(kind, doubt, attempts, status, requests)

    def _end(self, given: Any, error: BaseException | None) -> tuple[str, bool | None, int, int | None]:
        if error is None:
            ends = [each for each in self._events if isinstance(each, Finished)]
            attempts = ends[-1].attempts if ends else 0
            try:
                is_recognized = self.row.call.recognizes(given)
            except (AttributeError, TypeError):
                is_recognized = False
            return ("result" if is_recognized else f"another result, {given!r:.60}"), False, attempts, None
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
        """Return what differs from the row, or an empty text."""
        want = self.row.want if self.row.want.status is not None else self.row.want._replace(status=got.status)
        said = [] if want == got else [f"wanted {want}; got {got}{self.words}"]
        said += self.found
        if not self.row.at_least <= seconds <= LONGEST_S:
            said.append(f"took {seconds:.2f} s")
        return f"{self.row}, {client}: {'; '.join(said)}" if said else ""


def without_token(request: ReceivedRequest) -> tuple[tuple[str, str], ...]:
    """Return the headers of a request, without the token, which may have been renewed."""
    return tuple(pair for pair in request.headers.items() if pair[0] != "authorization")


def operation_of(request: ReceivedRequest) -> str:
    """Return the operation of a request."""
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
                DETAILS(orders, correlation_id=case.first_id, **case.credential_options)
            elif case.row.first:
                with suppress(UnansweredException):
                    DETAILS(orders, correlation_id=case.first_id, **case.credential_options, **SHORT_TIMEOUT)
            if case.row.first:
                case.proceed()
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
                await DETAILS(orders, correlation_id=case.first_id, **case.credential_options)
            elif case.row.first:
                with suppress(UnansweredException):
                    await DETAILS(orders, correlation_id=case.first_id, **case.credential_options, **SHORT_TIMEOUT)
            if case.row.first and case.blocks_loop:
                case.proceed()
            elif case.row.first:
                await asyncio.to_thread(case.proceed)
            given = await case.row.call(
                orders, correlation_id=case.correlation_id, **case.row.options, **case.credential_options
            )
        except Exception as caught:  # noqa: BLE001 - it is what is looked at
            error = caught
    return await asyncio.to_thread(case.outcome, given, error)


def all_blocking(rows: Iterable[Row], setup: SharedSetup, together: int) -> Iterator[str]:
    """Run rows with blocking clients, each in a thread; yield what is wrong."""

    def one(row: Row) -> str:
        case = Case(row, setup)
        began = time.monotonic()
        got = blocking(case)
        return case.complaint("blocking", got, time.monotonic() - began)

    with ThreadPoolExecutor(together) as pool:
        yield from pool.map(one, rows)


def all_awaited(rows: Iterable[Row], setup: SharedSetup, together: int) -> Iterator[str]:
    """Run rows with awaited clients, as tasks of one loop; yield what is wrong."""

    async def one(row: Row, seats: asyncio.Semaphore, *, blocks_loop: bool) -> str:
        async with seats:
            case = Case(row, setup, blocks_loop=blocks_loop)
            began = time.monotonic()
            try:
                async with asyncio.timeout(4 * LONGEST_S):
                    got = await awaited(case)
            except TimeoutError:
                return f"{row}, awaited: never ended"
            return case.complaint(f"awaited{', computing' * blocks_loop}", got, time.monotonic() - began)

    async def main() -> list[str]:
        seats = asyncio.Semaphore(together)
        cases = [(row, False) for row in rows] + [(row, True) for row in rows if row.first]
        return await asyncio.gather(*(one(row, seats, blocks_loop=blocks_loop) for row, blocks_loop in cases))

    yield from asyncio.run(main())


CLIENTS: dict[str, Callable[[Sequence[Row], SharedSetup, int], Iterator[str]]] = {
    "blocking": all_blocking,
    "awaited": all_awaited,
}


def complaints(
    rows: Sequence[Row],
    client: str,
    authority: Authority,
    together: int,
    set_proxy: Callable[[str], None] = lambda _: None,
) -> list[str]:
    """Run rows with one client; return every wrong outcome and every secret that leaked.

    Args:
        rows: what to run.
        client: one of `CLIENTS`.
        authority: issues the certificates of the servers.
        together: how many rows run at a time.
        set_proxy: gets the URL of a proxy that the configuration does not name, before each row.
    """
    with shared_setup(authority, set_proxy) as setup, captured_logs() as logs:
        found = list(filter(None, CLIENTS[client](rows, setup, together)))
        gc.collect()  # while its warnings are captured here, and not by another test
        spoken = [span.to_json() for span in setup.spans.get_finished_spans()]
    found += logs.leaks() + text_findings("a span", spoken, Secrets(0))
    return [each.encode("ascii", "backslashreplace").decode() for each in found]
