"""Notes what was asked and answered in the request log, without secrets."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any, Final, cast

from starlette.requests import Request
from starlette.responses import Response

from xi.sdk.resellers.sandbox.http.redaction import shown_target, shown_text
from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.state.faults import Fault
from xi.sdk.resellers.sandbox.state.logs import TEXT_LIMIT, Exchange
from xi.sdk.resellers.sandbox.state.request_log import DROPPED, LATE, RequestLine
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.json import parse_json, text

_READABLE: Final = json.JSONEncoder(ensure_ascii=False, indent=1)
_KEPT_AS_BYTES: Final = 4 * TEXT_LIMIT
"""A body with more bytes is not kept: its text for the request log is made at once, and shortened."""
_PURCHASE_ORDER: Final = "customerOrderNumber"
_PURCHASE_ORDER_LENGTH: Final = 100


@dataclass(slots=True)
class Arrival:
    """A request that has arrived.

    Args:
        request: The request.
        operation: Its operation; None if its path is unknown.
        at: When it arrived, by the sandbox's clock.
        moment: The same on the monotonic clock.
        sent: Its body, once it was read.
        purchase_order: The PO that it names.
    """

    request: Request
    operation: Operation | None
    at: datetime
    moment: float = field(default_factory=time.monotonic)
    sent: bytes = b""
    purchase_order: str = ""


def note(
    sandbox: Sandbox,
    arrival: Arrival,
    response: Response | None,
    fault: Fault | None = None,
    *,
    made: int | None = None,
    late_for: int = 0,
) -> int:
    """Add a request to the request log, and return its number.

    The query and the bodies are left out if it is for a token, or for an unknown path. The texts of the bodies are made
    when somebody reads the log, which is rare.

    Args:
        sandbox: The sandbox.
        arrival: The request.
        response: The answer; None if the connection was broken instead.
        fault: The fault that the request met.
        made: The status that the operation made; None if it was not carried out.
        late_for: The number of the request that was acted on late, if this is about that; nobody receives the response.
    """
    request, operation = arrival.request, arrival.operation
    path = request.scope["path"]
    secret = "/oauth/" in path or (operation is not None and operation.gives_tokens)
    is_shown = not secret and operation is not None
    # With the lock, since late calls are noted in other threads, and two requests must not get one number.
    with sandbox.lock:
        ended = time.monotonic()
        number = sandbox.exchanges.next_number
        entry = partial(
            _exchange,
            number=number,
            at=sandbox.now(),
            operation="" if operation is None else operation.name,
            method=request.method,
            path=path,
            query=request.scope["query_string"] if is_shown else b"",
            customer=request.headers.get("im-customernumber", ""),
            correlation_id=request.headers.get("im-correlationid", ""),
            status=0 if response is None else response.status_code,
            milliseconds=round((ended - arrival.moment) * 1000, 3),
            fault="" if fault is None else fault.kind.value,
            sent=b"" if secret else arrival.sent,
            answered=b"" if secret or response is None else bytes(response.body),
            late_for=late_for,
        )
        is_long = max(len(entry.keywords["sent"]), len(entry.keywords["answered"])) > _KEPT_AS_BYTES
        line = RequestLine(
            number=number,
            at=arrival.at.isoformat(),
            arrived=arrival.moment,
            ended=ended,
            method=request.method,
            operation=entry.keywords["operation"],
            customer=entry.keywords["customer"],
            correlation_id=entry.keywords["correlation_id"],
            purchase_order=shown_text(arrival.purchase_order),
            order_number=str(request.path_params.get("number", "")) if is_shown else "",
            status=LATE if late_for else response.status_code if response is not None else DROPPED,
            acted=made is not None,
            made=made,
            fault=entry.keywords["fault"],
            late_for=late_for or None,
        )
        sandbox.note(entry() if is_long else entry, line)
    return number


def named_purchase_order(query: Sequence[tuple[str, str]], body: object) -> str:
    """Return the PO that a request names in its query or its body, in upper case as the sandbox compares it."""
    given: object = next((value for name, value in query if name == _PURCHASE_ORDER), None)
    if given is None and isinstance(body, dict):
        given = cast("dict[str, object]", body).get(_PURCHASE_ORDER)
    return text(given)[:_PURCHASE_ORDER_LENGTH].upper()


def _exchange(path: str, query: bytes, sent: bytes, answered: bytes, **plain: Any) -> Exchange:
    target = shown_target(path, query.decode("latin-1"))
    return Exchange(target=target, sent=_readable(sent), answered=_readable(answered), **plain)


def _readable(body: bytes) -> str:
    """Return a body as text for people, shortened and without secrets."""
    if not body.strip():
        return ""
    try:
        value = parse_json(body)
    except ValueError:
        # A page of HTML, from a fault.
        value = body.decode("utf-8", "replace")
    # In pieces, since most of a long body is cut off.
    pieces: list[str] = []
    length = 0
    for piece in _READABLE.iterencode(value):
        pieces.append(piece)
        length += len(piece)
        if length >= TEXT_LIMIT:
            break
    return shown_text("".join(pieces)[:TEXT_LIMIT])
