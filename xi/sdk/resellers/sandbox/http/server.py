"""Serves a sandbox over HTTP: in a background thread for tests, or in the foreground."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from logging import Filter, LogRecord, getLogger
from types import TracebackType
from typing import Any, Final, Self

import uvicorn
from uvicorn.config import LOGGING_CONFIG

from xi.sdk.resellers.sandbox.http.app import create_app
from xi.sdk.resellers.sandbox.http.connections import Connections
from xi.sdk.resellers.sandbox.http.ledger_view import LedgerReader
from xi.sdk.resellers.sandbox.http.redaction import shown_target
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

_LOG: Final = getLogger("xi.sdk.resellers.sandbox")

LOOPBACK: Final = "127.0.0.1"
DEFAULT_PORT: Final = 8099

_START_LIMIT: Final = 10.0
"""Seconds that a server may take to start."""

_STOP_LIMIT: Final = 5.0
"""Seconds that a server may take to stop."""

_ACCESS_PARTS: Final = 5
"""Number of values in a line of uvicorn's access log: address, method, target, version, status."""

_REFUSED: Final = 400

_POLL: Final = 0.002
"""Seconds between two checks whether the server has started."""

_TICK: Final = 0.1
"""Seconds between two ticks, as uvicorn has them."""

_TICKS_A_DAY: Final = 864_000

_CLOSING_TURNS: Final = 3
"""Turns of the event loop in which a connection without a call is closed."""


class SandboxServer:
    """Runs a sandbox on a loopback port while a `with` block lasts.

    Args:
        sandbox: The state to serve, a fresh one by default; reachable as `.sandbox`.
        host: The address to bind; only this machine can reach the default.
        port: The port, 0 for any free one.
        ledger: Reads the ledger of a program that places orders here; the page shows it.

    Example:
        with SandboxServer() as server:
            configuration = Configuration(host=server.url)
    """

    def __init__(
        self,
        sandbox: Sandbox | None = None,
        *,
        host: str = LOOPBACK,
        port: int = 0,
        ledger: LedgerReader | None = None,
    ) -> None:
        self.sandbox = sandbox if sandbox is not None else Sandbox()
        self._ledger = ledger
        self._host = host
        self._port = port
        self._socket: socket.socket | None = None
        self._server: _PromptServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The root URL, without a slash at the end.

        Raises:
            RuntimeError: The server is not running.
        """
        if self._socket is None:
            raise RuntimeError("The sandbox server is not running: use it in a with block, or call start()")
        host, port = self._socket.getsockname()[:2]
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    def start(self) -> Self:
        """Bind the port and return once the server answers.

        Raises:
            OSError: The address cannot be bound.
            RuntimeError: The server is running already, or did not come up.
        """
        if self._thread is not None:
            raise RuntimeError("The sandbox server is running already")
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        self._socket = socket.create_server((self._host, self._port), family=family)
        app = create_app(self.sandbox, ledger=self._ledger)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            lifespan="off",
            ws="none",
            http=app.state.connections.protocol(),
            loop="asyncio",
            server_header=False,
            # A fault breaks the connection of a request by its real address, not by one in a header.
            proxy_headers=False,
            # A client that keeps its connection open must not keep the server up.
            timeout_graceful_shutdown=1,
        )
        server = _PromptServer(config, self.sandbox.tick, app.state.connections)
        self._server = server
        self._thread = threading.Thread(target=server.run, args=([self._socket],), name="xi-sandbox", daemon=True)
        self._thread.start()
        deadline = time.monotonic() + _START_LIMIT
        while not server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError("The sandbox server did not come up")
            time.sleep(_POLL)
        return self

    def stop(self) -> None:
        """Stop serving and free the port; the sandbox keeps its state."""
        if self._server is not None:
            self._server.stop()
        if self._thread is not None:
            self._thread.join(_STOP_LIMIT)
        if self._socket is not None:
            self._socket.close()
        self._socket = self._server = self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()


class _TickingServer(uvicorn.Server):
    """Lets the time of the sandbox pass also while nobody calls it.

    Args:
        config: How it serves.
        tick: Called ten times a second.
        connections: Its connections.
    """

    def __init__(self, config: uvicorn.Config, tick: Callable[[], object], connections: Connections) -> None:
        super().__init__(config)
        self._tick = tick
        self._connections = connections

    async def on_tick(self, counter: int) -> bool:
        """Do what is due; return whether the server should stop."""
        try:
            self._tick()
        except Exception:  # noqa: BLE001 - whatever it is, the server goes on
            # Such as a full disk: the calls that follow meet it too, and answer it.
            _LOG.exception("what was due could not be done")
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Wait for no answer that a fault holds up."""
        self._connections.end_pauses()
        await super().shutdown(sockets)


class _PromptServer(_TickingServer):
    """Stops as soon as it is asked to.

    uvicorn looks ten times a second whether it should, and waits a tenth of a second more. Tests start many servers.
    """

    _loop: asyncio.AbstractEventLoop | None = None

    def stop(self) -> None:
        """Ask the server to stop; can be called from any thread."""
        self.should_exit = True
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended by itself
                self._loop.call_soon_threadsafe(self._asked.set)

    async def main_loop(self) -> None:
        """Do what is due ten times a second, until asked to stop."""
        self._asked = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        ticks = 0
        while not await self.on_tick(ticks):
            ticks = (ticks + 1) % _TICKS_A_DAY
            with suppress(TimeoutError):
                await asyncio.wait_for(self._asked.wait(), _TICK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close everything at once where no call is under way; where one is, give it the time that uvicorn does."""
        self._connections.end_pauses()
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        for _ in range(_CLOSING_TURNS):
            await asyncio.sleep(0)
        if self.server_state.connections or self.server_state.tasks:
            await super().shutdown(sockets)


def serve(
    host: str = LOOPBACK,
    port: int = DEFAULT_PORT,
    sandbox: Sandbox | None = None,
    *,
    listening: socket.socket | None = None,
    ledger: LedgerReader | None = None,
) -> None:
    """Serve a sandbox in the foreground until interrupted.

    Args:
        host: The address to bind; only this machine can reach the default.
        port: The port, 0 for any free one.
        sandbox: The state to serve, a fresh one by default.
        listening: A socket that is bound already, in place of `host` and `port`.
        ledger: Reads the ledger of a program that places orders here; the page shows it.
    """
    app = create_app(sandbox, ledger=ledger)
    logging: dict[str, Any] = deepcopy(LOGGING_CONFIG)
    logging["filters"] = {"secrets": {"()": WithoutSecrets}}
    logging["handlers"]["access"]["filters"] = ["secrets"]
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=app.state.connections.protocol(),
        lifespan="off",
        ws="none",
        log_level="info",
        proxy_headers=False,
        log_config=logging,
    )
    # After its shutdown uvicorn raises Ctrl-C again.
    with suppress(KeyboardInterrupt):
        server = _TickingServer(config, app.state.sandbox.tick, app.state.connections)
        server.run(None if listening is None else [listening])


class WithoutSecrets(Filter):
    """Hides secrets in the access log: published clients put the secret of the app into the URL.

    If a path does not exist, or is that of tokens, the query is left out.
    """

    def filter(self, record: LogRecord) -> bool:
        """Hide secrets in a line, and drop the lines of open pages that ask whether something has changed."""
        if isinstance(record.args, tuple) and len(record.args) == _ACCESS_PARTS:
            address, method, target, version, status = record.args
            path, _, query = str(target).partition("?")
            if path == "/pulse":
                return False
            is_served = isinstance(status, int) and status < _REFUSED
            shown = shown_target(path, query if is_served and "/oauth/" not in path else "")
            record.args = (address, method, shown, version, status)
        return True
