"""Failing calls that use secrets, and a server for them. Nothing that shows their errors may show a secret."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import struct
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from tools_kit import ORDER, WHO

from xi.sdk.resellers import AccesstokenApi, Account, ApiClient, Configuration, OrdersApi, RetryPolicy, aio
from xi.sdk.resellers.exceptions import OpenApiException

TOKEN, CLIENT_SECRET, COOKIE = "s3cret-token-0123456789", "s3cret-client/0123456789+=", "s3cret-cookie-0123456789"
HEADER, QUERY, BASIC = "s3cret-header-0123456789", "s3cret-query&0123456789", "czNjcmV0LWJhc2ljOnMzY3JldA=="
_MARKS = ("s3cret", BASIC[:12])
"""The beginnings of the secrets; tools that shorten texts keep the beginning."""


def secrets_in(text: str) -> list[str]:
    """Return the secrets in a text, each with the text around it, so that a failed test shows the place."""
    return [
        found[0] for found in re.finditer("|".join(f".{{0,80}}{re.escape(each)}.{{0,20}}" for each in _MARKS), text)
    ]


def response(status: int, body: Any, **headers: str) -> bytes:
    """Return an answer as bytes."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} Scripted", f"Content-Length: {len(raw)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + raw


RESET = b""
HALF = b"HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: 99\r\n\r\n{"
GRANTED = response(200, {"access_token": TOKEN, "expires_in": "86399"})


class ScriptedServer:
    """A server that gives the answers of a script, and then resets each connection."""

    def __init__(self, *script: bytes | Callable[[bytes], bytes]) -> None:
        self.script = list(script)
        self.requests: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with sock, sock.makefile("rb") as lines:
            while line := lines.readline():
                head = line
                while (line := lines.readline()) not in (b"\r\n", b""):
                    head += line
                size = re.search(rb"(?i)content-length: (\d+)", head)
                whole = head + lines.read(int(size[1]) if size else 0)
                self.requests.append(whole)
                step = self.script.pop(0) if self.script else RESET
                answer = step(whole) if callable(step) else step
                if not answer:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    return
                sock.sendall(answer)
                if b"Connection: close" in answer:
                    return

    def stop(self) -> None:
        """Stop listening."""
        self._listener.close()


def echo(request: bytes) -> bytes:
    """Return a refusal that repeats the request in its reason, a header and its body."""
    token = re.search(rb"(?i)authorization: (.*)\r\n", request)
    said = token[1].decode() if token else ""
    body = {"errors": [{"message": said}], "heard": request.decode("latin-1")}
    return response(400, body, X_Said=said).replace(b"Scripted", f"no {said}".encode())


@dataclass(frozen=True)
class Case:
    """A call that fails."""

    name: str
    script: tuple[bytes | Callable[[bytes], bytes], ...] = field(repr=False)
    call: Callable[[Any], Any]
    """Makes the call with a client, blocking or asynchronous."""
    settings: Callable[[], dict[str, Any]] = dict
    """Returns settings for the configuration; a function, so that no frame of the test holds a secret in a variable."""
    host: str | None = None
    requests: int = 1
    """How many requests reach the server."""


def _orders(client: Any) -> Any:
    return (aio.OrdersApi if isinstance(client, aio.AsyncApiClient) else OrdersApi)(client)


def _create(client: Any, options: Callable[[], dict[str, Any]] = dict) -> Any:
    return _orders(client).post_createorder_v6(*WHO, ORDER, **options())


def _create_bound(client: Any, options: Callable[[], dict[str, Any]] = dict) -> Any:
    return _orders(client).bound(Account("20-777777", "US")).post_createorder_v6(ORDER, **options())


def _get_token(client: Any) -> Any:
    api = (aio.AccesstokenApi if isinstance(client, aio.AsyncApiClient) else AccesstokenApi)(client)
    return api.get_accesstoken("client_credentials", "me", CLIENT_SECRET)


def _with_cookie(client: Any) -> Any:
    client.cookie = f"sid={COOKIE}"
    return _create(client)


def _with_default_header(client: Any) -> Any:
    client.set_default_header("X-Api-Key", HEADER)
    return _create(client)


def _static() -> dict[str, Any]:
    return {"access_token": TOKEN}


def _callable() -> dict[str, Any]:
    return {"access_token": lambda: TOKEN}


def _app() -> dict[str, Any]:
    return {"client_id": "me", "client_secret": CLIENT_SECRET}


def _pair() -> dict[str, Any]:
    return {"credentials": lambda: ("me", CLIENT_SECRET)}


def _token_of_bytes() -> dict[str, Any]:
    return {"access_token": TOKEN.encode}


def _token_in_a_tuple() -> dict[str, Any]:
    return {"access_token": lambda: ("Bearer", TOKEN)}


def _token_url(start: str) -> Callable[[], dict[str, Any]]:
    return lambda: {"client_id": "me", "client_secret": CLIENT_SECRET, "token_url": f"{start}{QUERY}"}


def _half_a_character() -> dict[str, Any]:
    return {"client_id": "me", "client_secret": f"{CLIENT_SECRET}\ud800"}


def _basic() -> dict[str, Any]:
    return {"_headers": {"Authorization": f"Basic {BASIC}"}}


_CREDENTIALS: dict[str, Callable[[], dict[str, str]]] = {
    "in the header": lambda: {"in": "header", "key": "X-Api-Key", "value": HEADER},
    "in the query": lambda: {"in": "query", "key": "k", "value": QUERY},
    "in the cookie": lambda: {"in": "cookie", "value": f"k={COOKIE}"},
    "that cannot be sent": lambda: {"in": "header", "key": "X-Api-Key", "value": f"{HEADER}\n"},
    "that is in no place": lambda: {"in": "body", "key": "k", "value": QUERY},
}


def _with_credential(name: str) -> Callable[[Any], Any]:
    return lambda client: _create(client, lambda: {"_request_auth": _CREDENTIALS[name]()})


CASES = [
    Case("static token, dropped", (), _create, _static),
    Case("static token, dropped, bound", (), _create_bound, _static),
    Case("callable token, dropped", (), _create, _callable),
    Case("fetched token, dropped", (GRANTED,), _create, _app, requests=2),
    Case("token of a given pair, dropped", (GRANTED,), _create, _pair, requests=2),
    Case("static token, echo", (echo,), _create, _static),
    Case("fetched token, echo", (GRANTED, echo), _create, _app, requests=2),
    Case("static token, half an answer", (HALF,), _create, _static),
    Case("static token, HTML answer", (response(201, b"<html/>"),), _create, _static),
    Case("token endpoint drops", (), _create, _app),
    Case("token endpoint drops, given pair", (), _create, _pair),
    Case("token endpoint echoes", (echo,), _create, _app),
    Case("token endpoint fails", (response(500, {"message": "no"}),), _create, _app),
    Case(
        "token endpoint gives what cannot be sent", (GRANTED.replace(TOKEN[-2:].encode(), b"\xc3\xa9"),), _create, _app
    ),
    Case("token endpoint gives no token", (response(200, {"a": TOKEN}),), _create, _app),
    *(
        Case(f"{name}, host {host!r}", (), _create, settings, host=host, requests=0)
        for host in ("htps://api.example", "http://api.example")
        for name, settings in {"static token": _static, "callable token": _callable, "app": _app, "pair": _pair}.items()
    ),
    *(
        Case(name, (), _create, settings, requests=0)
        for name, settings in {
            "token of bytes": _token_of_bytes,
            "token in a tuple": _token_in_a_tuple,
            "token URL with a secret, not private": _token_url("http://api.example/"),
            "token URL with a secret, no URL": _token_url("htps://api.example/"),
            "secret with half a character": _half_a_character,
        }.items()
    ),
    Case("connection refused, static token", (), _create, _static, host="http://127.0.0.1:9", requests=0),
    Case("connection refused, app", (), _create, _app, host="http://127.0.0.1:9", requests=0),
    *(
        Case(f"credential {name}, {end}", script, _with_credential(name), _static, requests=int("that" not in name))
        for name in _CREDENTIALS
        for end, script in {"dropped": (), "echo": (echo,)}.items()
    ),
    *(
        Case(f"headers with Authorization, {end}", script, lambda client: _create(client, _basic))
        for end, script in {"dropped": (), "echo": (echo,)}.items()
    ),
    Case("headers with Authorization, bound, dropped", (), lambda client: _create_bound(client, _basic)),
    Case("cookie of the client, dropped", (), _with_cookie, _static),
    Case("header of the client, dropped", (), _with_default_header, _static),
    Case("get_accesstoken, dropped", (), _get_token),
    Case("get_accesstoken, echo", (echo,), _get_token),
    Case("get_accesstoken, HTML answer", (response(200, b"<html/>"),), _get_token),
    *(
        Case(f"get_accesstoken, host {host!r}", (), _get_token, host=host, requests=0)
        for host in ("htps://api.example", "http://api.example", "http://127.0.0.1:9")
    ),
]


def _environment(**variables: Callable[[], str]) -> Callable[[], object]:
    return lambda: Configuration.from_env({name: value() for name, value in variables.items()})


def _misspelt() -> None:
    Configuration().acess_token = TOKEN  # type: ignore[attr-defined]


REFUSED: dict[str, Callable[[], object]] = {
    "a wrong variable beside the token": _environment(XI_ACCESS_TOKEN=lambda: TOKEN, XI_ENVIRONMENT=lambda: "pro duct"),
    "a wrong variable beside the secret": _environment(
        XI_CLIENT_ID=lambda: "me",
        XI_CLIENT_SECRET=lambda: CLIENT_SECRET,
        XI_CUSTOMER_NUMBER=lambda: "20",
        XI_COUNTRY_CODE=lambda: "USA",
    ),
    "a misspelt variable": _environment(XI_CLIENT_SECRT=lambda: CLIENT_SECRET),
    "a variable alone": _environment(XI_CLIENT_SECRET=lambda: CLIENT_SECRET),
    "an argument beside a wrong variable": lambda: Configuration.from_env(
        {"XI_ENVIRONMENT": "x y"}, access_token=TOKEN
    ),
    "a wrong argument beside variables": lambda: Configuration.from_env({"XI_ACCESS_TOKEN": TOKEN}, account="x"),
    "a wrong setting beside the token": lambda: Configuration(access_token=TOKEN, account="x"),  # type: ignore[arg-type]
    "a wrong setting beside the secret": lambda: Configuration(
        client_id="me",
        client_secret=CLIENT_SECRET,
        retries="x",  # type: ignore[arg-type]
    ),
    "a wrong setting beside keys and a password": lambda: Configuration(
        api_key={"k": TOKEN},
        password=CLIENT_SECRET,
        host=1,  # type: ignore[arg-type]
    ),
    "a token of bytes": lambda: Configuration(access_token=TOKEN.encode()),  # type: ignore[arg-type]
    "a misspelt setting": _misspelt,
}
"""Settings that are refused, beside a secret or for one."""


def each_refusal() -> pytest.MarkDecorator:
    """Run a test with all settings that are refused."""
    return pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)


def error_of(refused: Callable[[], object]) -> Exception:
    """Return the error for settings that are refused."""
    with pytest.raises(OpenApiException) as caught:
        refused()
    return caught.value


def _configuration(case: Case, url: str) -> Configuration:
    return Configuration(host=case.host or url, retry=RetryPolicy(attempts=1), **case.settings())


def _called(case: Case, url: str) -> None:
    with ApiClient(_configuration(case, url)) as client:
        case.call(client)


async def _awaited(case: Case, url: str) -> None:
    async with aio.AsyncApiClient(_configuration(case, url)) as client:
        await case.call(client)


def each_case() -> pytest.MarkDecorator:
    """Run a test with every case and both clients."""
    return pytest.mark.parametrize(
        ("case", "kind"), [pytest.param(case, kind, id=f"{case.name}-{kind}") for case in CASES for kind in KINDS]
    )


KINDS = {"sync": _called, "async": lambda case, url: asyncio.run(_awaited(case, url))}


def failed(case: Case, kind: str) -> Exception:
    """Return the error of a case, with its frames."""
    server = ScriptedServer(*case.script)
    try:
        KINDS[kind](case, server.url)
    except Exception as error:  # noqa: BLE001 - no error may show a secret
        assert len(server.requests) >= case.requests, "it failed for another reason"
        return error
    finally:
        server.stop()
    raise AssertionError("it should have failed")


def traceback_text(error: BaseException) -> str:
    """Return the text that Python shows for an error, with the variables of its frames."""
    shown = traceback.TracebackException.from_exception(error, capture_locals=True).format()
    return "".join(shown) + str(error) + repr(error)
