"""Who may use the sandbox: programs and its own page, but not the page of another site."""

import ipaddress
import re
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from xi.sdk.resellers.sandbox.wire.json import body_within

LARGEST_BODY: Final = 64 * 1024
_DIGITS: Final = 9
_HOST: Final = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?::([0-9]{1,5}))?")
_NAMES: Final = frozenset({"localhost", "testserver"})
_API: Final = ("/resellers", "/sandbox", "/oauth")
_CONTROL: Final = ("/_sandbox",)
_DEFAULT_PORT: Final = 80


class RefusedError(Exception):
    """A request that is refused.

    Args:
        status: The HTTP status.
        message: Why.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Guard:
    """Refuses requests with a foreign host name, or from the page of another site, before anything else reads them.

    Args:
        app: The application for all other requests.
        names: Further allowed names, besides addresses and localhost; each with a port, or for any port.
    """

    def __init__(self, app: ASGIApp, names: frozenset[str] = frozenset()) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request, or refuse it."""
        if scope["type"] == "http":
            try:
                self._check(scope)
            except RefusedError as error:
                is_page = not scope["path"].startswith(_API + _CONTROL)
                refused = (
                    PlainTextResponse(str(error), error.status)
                    if is_page
                    else JSONResponse({"error": str(error)}, error.status)
                )
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _check(self, scope: Scope) -> None:
        path = scope["path"]
        headers = Headers(scope=scope)
        if not path.startswith("/"):
            raise RefusedError(400, "the request's target should be a path")
        check_host(headers, scope.get("server"), self._names, any_name=path.startswith(_API))
        if path.startswith(_API + _CONTROL) and "origin" in headers:
            raise RefusedError(403, "a page in a browser may not call the API: the request has an Origin header")
        if path.startswith(_API + _CONTROL) or scope["method"] not in ("GET", "HEAD"):
            check_site(headers, str(scope.get("scheme", "http")))


def check_host(
    headers: Headers, server: tuple[str, int | None] | None, names: frozenset[str], *, any_name: bool
) -> None:
    """Refuse a request with a host name that another site may have directed to this machine.

    The header is compared as it was sent, since a URL parser may read it differently than the browser.

    Args:
        headers: The headers of the request.
        server: The address and port that received it.
        names: Further allowed names, besides addresses and localhost.
        any_name: Whether any other name is allowed too, if other machines can reach the sandbox.

    Raises:
        RefusedError: The request has another host name, two, or none.
    """
    given = headers.getlist("host")
    host = given[0].lower() if len(given) == 1 else ""
    parts = _HOST.fullmatch(host)
    if parts is None:
        raise RefusedError(400, "the Host header should be one name or address, perhaps with a port")
    name = parts[1]
    if host in names or name in names:
        return
    if server is not None and _is_loopback(server[0]):
        port = server[1]
        own = {"localhost", "127.0.0.1", "[::1]", f"[{server[0]}]" if ":" in server[0] else server[0]}
        good = {f"{each}:{port}" for each in own}
        if port == _DEFAULT_PORT:
            good |= own
        if host not in good:
            raise RefusedError(403, f"the sandbox is reached as localhost:{port}, by address, or by a name set for it")
    elif not any_name and name not in _NAMES and not _is_address(name):
        raise RefusedError(403, "the sandbox is reached by address, as localhost, or by a name set for it")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _is_loopback(name: str) -> bool:
    return _is_address(name) and ipaddress.ip_address(name).is_loopback


def check_site(headers: Headers, scheme: str) -> None:
    """Refuse a request that the page of another site makes a browser send.

    Raises:
        RefusedError: The browser says that the request is from another site.
    """
    origin = headers.get("origin")
    site = headers.get("sec-fetch-site", "none")
    if site not in ("same-origin", "none") or (
        origin is not None and origin != f"{scheme}://{headers.get('host', '')}"
    ):
        raise RefusedError(403, "requests of other sites are refused")


def small_number(request: Request) -> int:
    """Return the number in a path that names a fault, a webhook or a delivery.

    Raises:
        KeyError: It is not a number, or too long.
    """
    number = str(request.path_params["number"])
    if not (number.isascii() and number.isdigit() and len(number) <= _DIGITS):
        raise KeyError(f"number {number[:_DIGITS]}")
    return int(number)


async def read_body(request: Request) -> bytes:
    """Return a request's body.

    Raises:
        RefusedError: It is larger than LARGEST_BODY.
    """
    body = await body_within(LARGEST_BODY, request.stream())
    if body is None:
        raise RefusedError(413, f"the body is larger than {LARGEST_BODY} bytes")
    return body
