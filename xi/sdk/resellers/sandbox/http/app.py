"""The HTTP face: reads requests, hands them to the operations, writes their answers."""

import asyncio
import base64
import binascii
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route, Router

from xi.sdk.resellers.sandbox.http.broken_responses import Dripping, Dropped, Halved
from xi.sdk.resellers.sandbox.http.connections import Lines
from xi.sdk.resellers.sandbox.http.control import control_routes
from xi.sdk.resellers.sandbox.http.guard import Guard
from xi.sdk.resellers.sandbox.http.redaction import shown_target, shown_text
from xi.sdk.resellers.sandbox.operations.orders import (
    Operation,
    cancel,
    create_v6,
    create_v7,
    issue_token,
    modify_or_release,
    read_details,
    run,
    search,
)
from xi.sdk.resellers.sandbox.page import page_routes
from xi.sdk.resellers.sandbox.state.faults import Fault, FaultKind, twisted
from xi.sdk.resellers.sandbox.state.logs import TEXT_LIMIT, Exchange
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.json import body_within, parse_json
from xi.sdk.resellers.sandbox.wire.messages import (
    NO_BODY,
    SERVER_ERROR,
    VALIDATION_ERROR,
    Answer,
    Call,
    FieldError,
    broken,
    failure,
    invalid_async,
    too_many,
)
from xi.sdk.resellers.sandbox.wire.strict import as_published

Handler = Callable[[Request], Awaitable[Response]]

_NAMES: dict[Operation, str] = {
    create_v6: "create_v6",
    create_v7: "create_v7",
    modify_or_release: "modify",
    cancel: "cancel",
    read_details: "details",
    search: "search",
}
"""What faults are named for."""


class Html(str):
    """A body that is HTML."""

    __slots__ = ()


_PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"
_IN_PLACE = {
    FaultKind.TOO_MANY: too_many(),
    FaultKind.PAGE_502: Answer(502, Html(_PAGE)),
    FaultKind.ERROR_503: Answer(503),
}
"""What some faults answer in place of the call's own answer."""

_READABLE = json.JSONEncoder(ensure_ascii=False, indent=1)
_BAD_REQUEST = 400
_SERVED = ("/resellers/", "/sandbox/", "/oauth/")
"""Where calls of the API go; the rest is for browsers, which ask for icons."""
_ECHOED = ("IM-CorrelationID", "IM-SenderID")
_OAUTH = "/oauth/"
_TOKEN_PATHS = (f"{_OAUTH}oauth20/token", f"{_OAUTH}oauth30/token")


class _UnreadableError(Exception):
    """A body that is too large or no JSON."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def create_app(sandbox: Sandbox | None = None) -> Starlette:
    """Return the ASGI application that serves a sandbox, a fresh one by default.

    Its state can be reached as `app.state.sandbox`.
    """
    state = sandbox if sandbox is not None else Sandbox()
    face = _Face(state)
    one_order = "/v6/orders/{number}"
    tokens = [Route(path, face.token, methods=["GET", "POST"]) for path in _TOKEN_PATHS]
    routes = [
        # The service has it at the root only; a client whose base URL is a folder too deep is served all the same.
        *tokens,
        Route("/v7/orders", face.serve(create_v7), methods=["POST"]),
        Route("/v6/orders", face.serve(create_v6), methods=["POST"]),
        Route("/v6/orders/search", face.serve(search), methods=["GET"]),
        Route(one_order, face.serve(modify_or_release), methods=["PUT"]),
        Route(one_order, face.serve(cancel), methods=["DELETE"]),
        # Superseded by v6.1, but still there and used as a fallback.
        Route(one_order, face.serve(read_details), methods=["GET"]),
        Route("/v6.1/orders/{number}", face.serve(read_details), methods=["GET"]),
    ]
    # An order number left empty must not be redirected to the list of orders.
    resellers = Router(routes, redirect_slashes=False)
    app = Starlette(
        routes=[
            *tokens,
            *control_routes(state),
            *page_routes(state),
            Mount("/resellers", app=resellers),
            Mount("/sandbox/resellers", app=resellers),
            Mount("/sandbox", app=Router(tokens, redirect_slashes=False)),
        ],
        middleware=[Middleware(Guard, names=state.policy.host_names)],
        exception_handlers={HTTPException: face.no_such_route, Exception: face.broke_down},
    )
    app.state.sandbox = state
    app.state.lines = face.lines
    return app


class _Face:
    """The request handlers, bound to one sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self.lines = Lines(sandbox.faults.refuses)

    def serve(self, operation: Operation) -> Handler:
        """Return the handler for one operation."""

        async def handle(request: Request) -> Response:
            try:
                body = _parse(await self._body(request))
            except _UnreadableError as error:
                return self._unread(request, _NAMES[operation], error)
            call = _call(request, body)
            return await self._carried_out(
                request, _NAMES[operation], body, lambda: run(self._sandbox, operation, call)
            )

        return handle

    async def _carried_out(self, request: Request, name: str, sent: object, act: Callable[[], Answer]) -> Response:
        """Act on a call, unless a fault keeps it from that, and answer, unless one spoils that."""
        started = time.perf_counter()
        fault = self._sandbox.faults.take(name)
        if fault is not None and fault.kind is FaultKind.DELAY:
            await asyncio.sleep(fault.seconds)
        if fault is not None and fault.kind is FaultKind.TOKEN_REVOKED:
            self._sandbox.revoke_tokens()
        own = act() if fault is None or fault.kind.acts else None
        answer = own if fault is None else self._answered(request, name, fault, own)
        self._note(request, name, sent, answer, fault, (time.perf_counter() - started) * 1000)
        if answer is None:
            return Dropped(self.lines)
        response = _respond(request, answer)
        if fault is not None and fault.kind is FaultKind.HALF:
            # Half of nothing is nothing: the connection breaks all the same.
            return Halved(response, self.lines) if response.body else Dropped(self.lines)
        if fault is not None and fault.kind is FaultKind.DRIP:
            return Dripping(response, fault.seconds)
        return response

    def _answered(self, request: Request, name: str, fault: Fault, own: Answer | None) -> Answer | None:
        """What a fault makes of a call's own answer, or puts in its place; None where it breaks the connection."""
        kind = fault.kind
        if kind in (FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER):
            return None
        if own is None or kind is FaultKind.ERROR_500_AFTER:
            return self._shaped(name, _IN_PLACE.get(kind) or broken(name, _call(request, None), self._sandbox.now()))
        return replace(own, body=twisted(own.body)) if kind is FaultKind.WRONG_TYPES else own

    def _shaped(self, name: str, answer: Answer) -> Answer:
        return replace(answer, body=as_published(name, answer)) if self._sandbox.policy.strict else answer

    def _note(
        self, request: Request, name: str, sent: object, answer: Answer | None, fault: Fault | None, took: float
    ) -> None:
        """Keep the call for those who look; of a token's, and of a mistyped path's, only the path."""
        path = request.scope["path"]
        secret = name == "token" or _OAUTH in path
        query = "" if secret or not name else request.scope["query_string"].decode("latin-1")
        self._sandbox.note(
            Exchange(
                number=self._sandbox.exchanges.next_number,
                at=self._sandbox.now(),
                operation=name,
                method=request.method,
                target=shown_target(path, query),
                customer=request.headers.get("im-customernumber", ""),
                correlation_id=request.headers.get("im-correlationid", ""),
                status=0 if answer is None else answer.status,
                milliseconds=round(took, 3),
                fault="" if fault is None else fault.kind.value,
                sent="" if secret or sent is None else shown_text(_shown(sent)),
                answered="" if secret or answer is None or answer.body is NO_BODY else shown_text(_shown(answer.body)),
            )
        )

    async def token(self, request: Request) -> Response:
        """Issue a token: POST with a form, or GET with a query, on either path."""
        if request.method == "GET":
            given = dict(request.query_params)
        else:
            try:
                form = await self._body(request)
            except _UnreadableError as error:
                return self._unread(request, "token", error)
            given = dict(parse_qsl(form.decode("utf-8", "replace"), max_num_fields=None))
        user, secret = _basic(request.headers.get("authorization", ""))
        grant = given.get("grant_type", "")
        name, key = given.get("client_id", user), given.get("client_secret", secret)
        return await self._carried_out(request, "token", None, lambda: issue_token(self._sandbox, grant, name, key))

    async def no_such_route(self, request: Request, error: Exception) -> Response:
        """Answer a path or method the API does not have."""
        status = error.status_code if isinstance(error, HTTPException) else 404
        path = request.scope["path"]
        message = f"There is no {request.method} {shown_text(path)}"
        answer = self._failure(request, status, message, VALIDATION_ERROR)
        is_meant = path.startswith(_SERVED)
        return self._refused(request, "", answer) if is_meant else _respond(request, answer)

    async def broke_down(self, request: Request, error: Exception) -> Response:
        """Answer a fault of the sandbox itself; the server still logs it."""
        message = f"The sandbox broke down: {type(error).__name__}"
        return _respond(request, self._failure(request, 500, message, SERVER_ERROR))

    async def _body(self, request: Request) -> bytes:
        limit = self._sandbox.policy.body_limit
        body = await body_within(limit, request.stream())
        if body is None:
            raise _UnreadableError(413, f"The request body is larger than {limit} bytes")
        return body

    def _unread(self, request: Request, name: str, error: _UnreadableError) -> Response:
        if name == "create_v7" and error.status == _BAD_REQUEST:
            answer = self._shaped(name, invalid_async(_call(request, None), [FieldError(error.message)]))
        else:
            answer = self._failure(request, error.status, error.message, VALIDATION_ERROR)
        return self._refused(request, name, answer)

    def _refused(self, request: Request, name: str, answer: Answer) -> Response:
        """Answer what is no call of the API; those who look for their mistake see it with the others."""
        self._note(request, name, None, answer, None, 0.0)
        return _respond(request, answer)

    def _failure(self, request: Request, status: int, message: str, kind: str) -> Answer:
        return failure(_call(request, None), self._sandbox.now(), status, [message], kind=kind)


def _call(request: Request, body: object) -> Call:
    number = str(request.path_params.get("number", ""))
    return Call(dict(request.headers.items()), request.query_params.multi_items(), body, number, request.method)


def _shown(body: object) -> str:
    # Piece by piece, since most of a long answer would be written only to be cut off.
    pieces: list[str] = []
    length = 0
    for piece in _READABLE.iterencode(body):
        pieces.append(piece)
        length += len(piece)
        if length >= TEXT_LIMIT:
            break
    return "".join(pieces)[:TEXT_LIMIT]


def _parse(raw: bytes) -> object:
    if not raw.strip():
        return None
    try:
        return parse_json(raw)
    except ValueError as error:
        raise _UnreadableError(400, "The request body is not JSON") from error


def _basic(header: str) -> tuple[str, str]:
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        pair = base64.b64decode(encoded, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    user, _, secret = pair.partition(":")
    return user, secret


def _respond(request: Request, answer: Answer) -> Response:
    headers = {name: request.headers[name] for name in _ECHOED if name in request.headers} | dict(answer.headers)
    if answer.body is NO_BODY:
        return Response(status_code=answer.status, headers=headers)
    if isinstance(answer.body, Html):
        return HTMLResponse(answer.body, answer.status, headers)
    content = json.dumps(answer.body, ensure_ascii=False, allow_nan=False).encode()
    return Response(content, answer.status, headers, media_type="application/json")
