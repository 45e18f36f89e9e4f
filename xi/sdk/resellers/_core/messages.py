"""What goes to the server and what comes back, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Self

from xi.sdk.resellers._core.redact import Secret, shown_body, shown_headers, without


class Headers(Mapping[str, str]):
    """The headers of an answer: names in any case, repeated ones joined by commas, never changed."""

    __slots__ = ("_folded", "_pairs")

    def __init__(self, pairs: Iterable[tuple[str, str]] | Callable[[], Iterable[tuple[str, str]]] = ()) -> None:
        self._pairs = pairs if callable(pairs) else tuple(pairs)
        self._folded: dict[str, tuple[str, str]] | None = None

    @property
    def _held(self) -> dict[str, tuple[str, str]]:
        """Names and values by lower-case name, made when first asked for: most answers' headers never are."""
        if self._folded is None:
            held: dict[str, tuple[str, str]] = {}
            for name, value in self._pairs() if callable(self._pairs) else self._pairs:
                key = name.lower()
                held[key] = (held[key][0], f"{held[key][1]}, {value}") if key in held else (name, value)
            self._folded = held
        return self._folded

    def __reduce__(self) -> tuple[Any, ...]:
        return Headers, (list(self.items()),)

    def __getitem__(self, name: str) -> str:
        return self._held[name.lower()][1]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._held

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._held.values())

    def __len__(self) -> int:
        return len(self._held)

    def __repr__(self) -> str:
        return f"Headers({shown_headers(self)})"


class Request(NamedTuple):
    """One HTTP request, complete but for the bearer token."""

    method: str
    origin: str
    """Scheme, host and port: `https://api.ingrammicro.com:443`."""
    target: str
    """Path and query, encoded."""
    headers: Mapping[str, str]
    """An Authorization header goes by exactly that name."""
    body: bytes | None = None
    confidential: bool = False
    """Whether a secret is in its query or its body, or will be in its answer."""

    def bearing(self, token: str | None) -> Request:
        """Return the same request with the token, where there is one, in its Authorization header."""
        if token is None:
            return self
        headers = {**self.headers, "Authorization": Secret(f"Bearer {token}")}
        return Request(self.method, self.origin, self.target, headers, self.body, self.confidential)

    def shown_body(self) -> str:
        """Return the body as a log may show it."""
        return "" if self.confidential else shown_body(self.body or b"")

    def __repr__(self) -> str:
        """Leave out the body, which may hold a secret, and every header that may."""
        size = 0 if self.body is None else len(self.body)
        target = self.target.partition("?")[0] if self.confidential else self.target
        return f"Request({self.method} {self.origin}{target}, {shown_headers(self.headers)}, {size} bytes)"


class Response(NamedTuple):
    """One HTTP answer, read to its end."""

    status: int
    reason: str
    headers: Headers
    body: bytes
    """Unpacked."""
    defect: str = ""
    """What is wrong with the body, if it is not what the server meant to send."""
    measured: bool = True
    """Whether an empty body was said to be one; otherwise the connection closed after the headers."""

    def shown_body(self) -> str:
        """Return the body as a log may show it, where the request was not confidential."""
        return shown_body(self.body)

    def without(self, secret: str) -> Response:
        """Return the same answer with a secret hidden wherever the server echoes it."""
        body = without(self.body.decode("utf-8", "surrogateescape"), secret).encode("utf-8", "surrogateescape")
        headers = Headers((name, without(value, secret)) for name, value in self.headers.items())
        return self._replace(reason=without(self.reason, secret), headers=headers, body=body)

    def __repr__(self) -> str:
        return f"Response({self.status} {self.reason}, {shown_headers(self.headers)}, {len(self.body)} bytes)"


class Timeouts(NamedTuple):
    """How long one attempt may take, in seconds."""

    connect: float
    read: float
    """Longest silence between two reads."""
    total: float | None = None
    """Longest time from start to end; None leaves it to the other two."""

    def within(self, remaining: float) -> Timeouts:
        """Return them cut to what is left until a deadline, which then bounds the whole attempt."""
        connect, read, total = self
        total = remaining if total is None or total > remaining else total
        return Timeouts(min(connect, total), min(read, total), total)


_UNSENT = "_xi_unsent"


def mark_unsent(error: BaseException) -> None:
    """Note on an exception that broke off a request from outside, KeyboardInterrupt for one, that not a byte left."""
    error.__dict__[_UNSENT] = True


def is_unsent(error: BaseException) -> bool:
    """Tell whether an exception broke off a request of which not a byte had left."""
    return error.__dict__.pop(_UNSENT, False) is True


class TransportFailure(Exception):  # noqa: N818 - its two kinds say what happened
    """No answer came back; which of the two it is decides what may be repeated.

    Args:
        why: in words.
        begun: what came of the answer before it broke, if its status and headers did.
    """

    def __init__(self, why: str, begun: Response | None = None) -> None:
        super().__init__(why)
        self.begun = begun

    def without(self, secret: str) -> Self:
        """Return the same failure with a secret hidden; of its causes, which may quote the server, nothing is kept."""
        return type(self)(without(str(self), secret), self.begun and self.begun.without(secret))


class NotSent(TransportFailure):
    """Not a byte of the request left: no name, no connection, no TLS."""


class Unanswered(TransportFailure):
    """Some of the request left, and no whole answer came back."""
