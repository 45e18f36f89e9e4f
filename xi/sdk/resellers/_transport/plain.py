"""Sends a request by the very call that the published package makes, for whatever stands in the place of urllib3's own.

What comes back may be anything that looks like an answer. Time and size are bounded as far as such a thing allows: they
are looked at between two reads, so a trickle within one is waited for.
"""

from __future__ import annotations

import time
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, cast

import urllib3.response
from urllib3.exceptions import HTTPError

from xi.sdk.resellers._core.messages import Headers, Response, Unanswered
from xi.sdk.resellers._transport.failures import NEVER, cause, timeout
from xi.sdk.resellers._transport.replaced import is_genuine
from xi.sdk.resellers._transport.unpacking import cut, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers._transport.routes import Route

_PIECE = 1 << 16
_FINAL = 200
_LAST = 599
_BYTES = (bytes, bytearray, memoryview)


def sent(route: Route, request: Request, timeouts: Timeouts, limit: int) -> Response:
    """Send a request and read what comes back.

    Args:
        route: has an object with urllib3's `request`.
        request: what to send.
        timeouts: how long it may take.
        limit: bytes that the body of the answer may have.

    Raises:
        Unanswered: what came back is no whole answer.
        Exception: whatever the manager raises; urllib3's, HTTPException and OSError for one.
    """
    until = float("inf") if timeouts.total is None else time.monotonic() + timeouts.total
    options: dict[str, Any] = {}
    if _is_urllib3s(route.manager):
        # Something further down is replaced, and may give an answer that says nothing of repeats.
        options = {"retries": NEVER, "redirect": False}
    answer = route.manager.request(
        request.method,
        request.origin + request.target,
        timeout=timeout(timeouts),
        headers=request.open_headers(),
        preload_content=False,
        **_content(request),
        **options,
    )
    return read(answer, request.origin, until, limit)


def _content(request: Request) -> dict[str, Any]:
    return {"fields": {}} if request.body is None else {"body": (request.open_body() or b"").decode()}


def _is_urllib3s(manager: Any) -> bool:
    kind = type(cast("object", manager))
    return is_genuine(kind) and is_genuine(getattr(kind, "request", None))


def read(answer: Any, origin: str, until: float, limit: int) -> Response:
    """Return what something that looks like an answer says.

    Raises:
        Unanswered: it does not look like one, or is not whole.
    """
    status: Any = getattr(answer, "status", None)
    if not isinstance(status, int) or not _FINAL <= status <= _LAST:
        raise Unanswered(f"no whole answer from {origin}: its status is {str(status)[:40]!r}, not one from 200 to 599")
    given = getattr(answer, "reason", None)
    reason = given if isinstance(given, str) else ""
    headers = Headers(_pairs(answer))
    came = bytearray()
    try:
        body = _body(answer, came, until, limit)
    except (HTTPError, HTTPException, OSError) as error:
        why = f"no whole answer from {origin}: {cause(error)}"
        raise Unanswered(why, Response(status, reason, headers, bytes(came))) from error
    if len(body) > limit:
        body, defect = cut(body, limit)
    else:
        body, defect = unpacked(body, headers.get("Content-Encoding", ""), limit)
    return Response(status, reason, headers, body, defect)


def _pairs(answer: Any) -> list[tuple[str, str]]:
    """Return the headers, which may be a mapping, a message or a list, by one of three names."""
    for name in ("headers", "msg", "getheaders"):
        found = getattr(answer, name, None)
        if name == "getheaders" and callable(found):
            found = found()
        # A mock has any attribute one asks for; its class does not.
        if _has(found, "items"):
            found = cast("Any", found).items()
        if _has(found, "__iter__"):
            pairs = [tuple(map(str, each)) for each in cast("Iterable[Iterable[object]]", found)]
            return [(each[0], each[1]) for each in pairs if len(each) == 2]  # noqa: PLR2004 - a pair
    return []


def _has(value: Any, name: str) -> bool:
    kind = type(cast("object", value))
    return hasattr(kind, name)


def _body(answer: Any, came: bytearray, until: float, limit: int) -> bytes:
    if isinstance(answer, urllib3.response.BaseHTTPResponse):
        while piece := answer.read(_PIECE, decode_content=False):
            came += piece
            if len(came) > limit:
                answer.close()
                return bytes(came)
            if time.monotonic() >= until:
                answer.close()
                raise TimeoutError("timed out")
        answer.release_conn()
    if came:
        return bytes(came)
    whole = getattr(answer, "data", None)  # what was read already, and unpacked where urllib3 did
    if not isinstance(whole, (*_BYTES, str)):
        read = getattr(answer, "read", None)
        whole = read() if callable(read) else None
    if isinstance(whole, str):
        return whole.encode()
    return bytes(cast("bytes", whole)) if isinstance(whole, _BYTES) else b""
