"""Who may drive the sandbox: programs, and its own page; never a page of another site."""

import ipaddress
from typing import Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.reading import body_within

LARGEST_BODY: Final = 64 * 1024
_DIGITS: Final = 9
_NAMES: Final = frozenset({"localhost", "testserver"})


class RefusedError(Exception):
    """A request that is not carried out.

    Args:
        status: The HTTP status.
        message: Why.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def check_host(request: Request, names: frozenset[str] = frozenset()) -> None:
    """Refuse a request that came under a name which another site may have bent to this machine.

    Args:
        request: What came.
        names: Names that are good, beside addresses and localhost.

    Raises:
        RefusedError: It came under another name.
    """
    host = request.url.hostname or ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        if host.lower() not in _NAMES | names:
            message = "the sandbox is reached by address, as localhost, or by a name it was told of"
            raise RefusedError(403, message) from None


def check_site(request: Request) -> None:
    """Refuse what a page of another site makes a browser send.

    Raises:
        RefusedError: A browser says that it comes from elsewhere.
    """
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "none")
    if site not in ("same-origin", "none") or (
        origin is not None and origin != f"{request.url.scheme}://{request.url.netloc}"
    ):
        raise RefusedError(403, "requests of other sites are refused")


def small_number(request: Request) -> int:
    """Return the number in a path that names a fault, a webhook or a delivery.

    Raises:
        KeyError: It is none that anything could have.
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
