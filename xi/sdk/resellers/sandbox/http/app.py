"""The API over HTTP: reads requests, runs their operations, and writes the responses."""

import asyncio
import json
import logging
import re
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Router

from xi.sdk.resellers.sandbox.http.broken_responses import Dripping, Dropped, Halved, with_wrong_types
from xi.sdk.resellers.sandbox.http.connections import Connections
from xi.sdk.resellers.sandbox.http.control import control_routes
from xi.sdk.resellers.sandbox.http.guard import Guard
from xi.sdk.resellers.sandbox.http.ledger_view import LedgerReader
from xi.sdk.resellers.sandbox.http.notes import Arrival, named_purchase_order, note
from xi.sdk.resellers.sandbox.http.page import page_routes
from xi.sdk.resellers.sandbox.http.redaction import shown_text
from xi.sdk.resellers.sandbox.http.routes import Endpoint, routes_of
from xi.sdk.resellers.sandbox.operations.operation import (
    INVALID_TOKEN,
    Operation,
    admit,
    carry_out,
    published,
    run,
)
from xi.sdk.resellers.sandbox.operations.table import TABLE
from xi.sdk.resellers.sandbox.state.faults import Fault, FaultKind
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import LISTED_ERRORS
from xi.sdk.resellers.sandbox.wire.json import parse_json
from xi.sdk.resellers.sandbox.wire.messages import (
    NO_BODY,
    SERVER_ERROR,
    VALIDATION_ERROR,
    ApiRequest,
    ApiResponse,
    FieldError,
    failure,
    too_many,
)

BODIES_LIMIT: Final = 64 * 1024 * 1024
"""Bytes of request bodies that are received at the same time; a further request is answered 503."""

_LOG: Final = logging.getLogger("xi.sdk.resellers.sandbox")
_FOLDERS: Final = ("/resellers", "/sandbox", "/oauth")
_PREFIXES: Final = ("", "/sandbox")
_TOKEN_PREFIXES: Final = (*_PREFIXES, "/resellers", "/sandbox/resellers")
_BAD_REQUEST: Final = 400
_NOT_ALLOWED: Final = 405
_NOT_ADMITTED: Final = (401, 429)
"""Statuses of requests that are refused before their operation."""
_API: Final = ("/resellers/", "/sandbox/", "/oauth/")
"""Folders of the API; requests for other paths come from browsers, for example for an icon."""
_ECHOED: Final = ("IM-CorrelationID", "IM-SenderID")


class Html(str):
    """A body that is HTML."""

    __slots__ = ()


_INSTEAD: Final = {
    FaultKind.TOKEN_REVOKED: INVALID_TOKEN,
    FaultKind.TOO_MANY: too_many(),
    FaultKind.PAGE_502: ApiResponse(502, Html("<html><body><h1>502 Bad Gateway</h1></body></html>")),
    FaultKind.ERROR_503: ApiResponse(503),
}
"""Responses of some faults in place of that of the operation."""


class _UnreadableError(Exception):
    """A body that is too large or not JSON."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def create_app(sandbox: Sandbox | None = None, *, ledger: LedgerReader | None = None) -> Starlette:
    """Return the ASGI application that serves a sandbox, a fresh one by default.

    Its state can be reached as `app.state.sandbox`.

    Args:
        sandbox: The state to serve.
        ledger: Reads the ledger of a program that places orders here; the page shows it.
    """
    state = sandbox if sandbox is not None else Sandbox()
    api = _Api(state)
    rows = [
        (prefix + re.sub(r"\{\w+\}", "{number}", operation.path), operation.method, api.serve(operation))
        for operation in TABLE
        # The live service has tokens only at the root; here a client with a longer base URL gets them too.
        for prefix in (_TOKEN_PREFIXES if operation.gives_tokens else _PREFIXES)
    ]

    def mounted(folder: str) -> Mount:
        inside = [
            (path.removeprefix(folder), method, endpoint)
            for path, method, endpoint in rows
            if path.startswith(f"{folder}/")
        ]
        # An empty order number must not be redirected to the list of orders.
        made = Mount(folder, app=Router(routes_of(inside), redirect_slashes=False))
        # A number in a path may have a line break in it, which the dot of a mount's pattern does not cover.
        made.path_regex = re.compile(made.path_regex.pattern, re.DOTALL)
        return made

    app = Starlette(
        routes=[*control_routes(state), *page_routes(state), *map(mounted, _FOLDERS)],
        middleware=[Middleware(Guard, names=state.policy.host_names)],
        exception_handlers={
            HTTPException: api.no_such_route,
            ClientDisconnect: api.hung_up,
            Exception: api.broke_down,
        },
    )
    app.state.sandbox = state
    app.state.ledger = ledger
    app.state.connections = api.connections
    return app


class _Api:
    """The request handlers, bound to one sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._receiving = 0
        """Bytes of the bodies that are being received."""
        self.connections = Connections(sandbox.faults.refuses)

    def serve(self, operation: Operation) -> Endpoint:
        """Return the handler for one operation."""
        others = ", ".join(each.method for each in TABLE if each.path == operation.path and each is not operation)

        async def handle(request: Request) -> Response:
            arrival = Arrival(request, operation, self._sandbox.now())
            try:
                arrival.sent = await self._body(request)
                body = _form(arrival.sent) if operation.gives_tokens else _json(arrival.sent)
            except _UnreadableError as error:
                return self._refused(request, operation, self._unreadable(request, operation, error))
            asked = _api_request(request, body)
            arrival.purchase_order = "" if operation.gives_tokens else named_purchase_order(asked.query, body)
            fault = self._sandbox.faults.take(operation.name) if operation.faults else None
            if fault is not None and fault.kind is FaultKind.ACT_LATE:
                return self._acted_late(arrival, operation, asked, fault)
            if fault is not None and fault.kind is FaultKind.TOKEN_REVOKED:
                self._sandbox.revoke_tokens()
            acted = run(self._sandbox, operation, asked) if fault is None or fault.kind.acts else None
            made = acted if fault is None else self._changed(operation, asked, acted, fault)
            if fault is not None and fault.kind is FaultKind.DELAY and not await self.connections.pause(fault.seconds):
                made = None  # the server ends
            if made is not None and made.status == _NOT_ALLOWED:
                made = replace(made, headers={**made.headers, "Allow": others})
            response = None if made is None else _response(request, made)
            is_admitted = acted is not None and acted.status not in _NOT_ADMITTED
            note(self._sandbox, arrival, response, fault, made=acted.status if acted and is_admitted else None)
            return self._spoiled(response, fault)

        return handle

    def _acted_late(self, arrival: Arrival, operation: Operation, asked: ApiRequest, fault: Fault) -> Response:
        """Break the connection, and act on the request later, unless its token or the quota refuses it now."""
        sandbox = self._sandbox
        is_admitted = not isinstance(admit(sandbox, operation, asked), ApiResponse)
        number = note(sandbox, arrival, None, fault)

        def act() -> None:
            made = carry_out(sandbox, operation, asked)
            note(sandbox, arrival, _response(arrival.request, made), fault, made=made.status, late_for=number)

        if is_admitted:
            late = sandbox.late.add(fault.seconds, act)
            # This timer or the sandbox's clock, which may be moved, is the first to reach the moment. The timer ends
            # with the server; a call that still waits then is acted on when the sandbox is used after its moment.
            asyncio.get_running_loop().call_later(fault.seconds, sandbox.late.act, late)
        return Dropped(self.connections)

    def _changed(
        self, operation: Operation, request: ApiRequest, made: ApiResponse | None, fault: Fault
    ) -> ApiResponse | None:
        """Return an answer as a fault changes it, or the fault's own; None if the fault breaks the connection."""
        kind = fault.kind
        if kind in (FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER):
            return None
        if made is None or kind is FaultKind.ERROR_500_AFTER:
            broken = operation.errors.broken(request, self._sandbox.now(), "Internal error")
            return self._published(operation, _INSTEAD.get(kind, broken))
        if kind is FaultKind.EMPTY_CREATED and made.status < _BAD_REQUEST:
            return replace(made, status=operation.empty_status, body={})
        return replace(made, body=with_wrong_types(made.body)) if kind is FaultKind.WRONG_TYPES else made

    def _published(self, operation: Operation, response: ApiResponse) -> ApiResponse:
        return replace(response, body=published(self._sandbox, operation, response))

    def _spoiled(self, response: Response | None, fault: Fault | None) -> Response:
        """Return a response as a fault changes it."""
        if response is None:
            return Dropped(self.connections)
        if fault is not None and fault.kind is FaultKind.HALF:
            # An empty body cannot be halved, so the connection breaks instead.
            return Halved(response, self.connections) if response.body else Dropped(self.connections)
        if fault is not None and fault.kind is FaultKind.DRIP:
            return Dripping(response, fault.seconds, self.connections)
        return response

    async def no_such_route(self, request: Request, error: Exception) -> Response:
        """Answer a path or method that the API does not have."""
        found = error if isinstance(error, HTTPException) else HTTPException(404)
        path = request.scope["path"]
        message = f"There is no {request.method} {shown_text(path)}"
        made = self._failure(request, found.status_code, message, VALIDATION_ERROR)
        made = replace(made, headers=found.headers or {})
        return self._refused(request, None, made) if path.startswith(_API) else _response(request, made)

    async def hung_up(self, request: Request, _: Exception) -> Response:
        """Log that a client closed the connection before its body was complete; nobody reads the response."""
        _LOG.warning("%s %s: the client hung up before its body was whole", request.method, request.scope["path"])
        return Response(status_code=400)

    async def broke_down(self, request: Request, error: Exception) -> Response:
        """Answer an error in the sandbox itself; the server logs it too."""
        message = f"The sandbox broke down: {type(error).__name__}"
        return _response(request, self._failure(request, 500, message, SERVER_ERROR))

    async def _body(self, request: Request) -> bytes:
        limit = self._sandbox.policy.body_limit
        body = bytearray()
        try:
            async for chunk in request.stream():
                body += chunk
                self._receiving += len(chunk)
                if len(body) > limit:
                    raise _UnreadableError(413, f"The request body is larger than {limit} bytes")
                if self._receiving > BODIES_LIMIT:
                    raise _UnreadableError(503, "The sandbox is receiving too many large bodies at once")
        finally:
            self._receiving -= len(body)
        return bytes(body)

    def _unreadable(self, request: Request, operation: Operation, error: _UnreadableError) -> ApiResponse:
        if error.status == _BAD_REQUEST and operation.errors is not LISTED_ERRORS:
            fields = [FieldError(error.message)]
            made = operation.errors.invalid(_api_request(request, None), self._sandbox.now(), fields)
            return self._published(operation, made)
        return self._failure(request, error.status, error.message, VALIDATION_ERROR)

    def _refused(self, request: Request, operation: Operation | None, made: ApiResponse) -> Response:
        """Answer a request that reaches no operation, and add it to the request log, where its mistake can be found."""
        response = _response(request, made)
        note(self._sandbox, Arrival(request, operation, self._sandbox.now()), response)
        return response

    def _failure(self, request: Request, status: int, message: str, kind: str) -> ApiResponse:
        return failure(_api_request(request, None), self._sandbox.now(), status, [message], kind=kind)


def _api_request(request: Request, body: object) -> ApiRequest:
    return ApiRequest(
        headers=dict(request.headers.items()),
        query=parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True),
        body=body,
        number=str(request.path_params.get("number", "")),
        method=request.method,
    )


def _json(raw: bytes) -> object:
    if not raw.strip():
        return None
    try:
        return parse_json(raw)
    except ValueError as error:
        raise _UnreadableError(_BAD_REQUEST, "The request body is not JSON") from error


def _form(raw: bytes) -> dict[str, str]:
    return dict(parse_qsl(raw.decode("utf-8", "replace")))


def _response(request: Request, made: ApiResponse) -> Response:
    headers = {name: request.headers[name] for name in _ECHOED if name in request.headers} | dict(made.headers)
    if made.body is NO_BODY:
        return Response(status_code=made.status, headers=headers)
    if isinstance(made.body, Html):
        return HTMLResponse(made.body, made.status, headers)
    content = json.dumps(made.body, ensure_ascii=False, allow_nan=False).encode()
    return Response(content, made.status, headers, media_type="application/json")
