"""What goes to the server and what comes back, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Self

from xi.sdk.resellers._core.redact import Sealed, is_sealed, opened, shown_body, shown_headers, without
from xi.sdk.resellers.exceptions import printable


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


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """One HTTP request, complete but for the bearer token; no tuple, which tools would take apart to show it."""

    method: str
    origin: str
    """Scheme, host and port: `https://api.ingrammicro.com:443`."""
    target: str
    """Path and query, encoded."""
    headers: Mapping[str, str | Sealed]
    """An Authorization header goes by exactly that name."""
    body: bytes | Sealed | None = None
    confidential: bool = False
    """Whether a secret is in its query or its body, or will be in its answer."""
    once: bool = False
    """Whether it must not go out twice, so that a connection which may just be closing is not worth its risk."""

    secrets: tuple[Sealed, ...] = ()
    """What is in it that nothing may repeat, should the server echo it."""

    def bearing(self, token: Sealed | None) -> Request:
        """Return the same request with the token, where there is one, in its Authorization header."""
        if token is None:
            return self
        headers = {**self.headers, "Authorization": token.map("Bearer {}".format)}
        return replace(self, headers=headers, secrets=(*self.secrets, token))

    def open_headers(self) -> dict[str, str]:
        """Return the headers as they go out; keep them in no variable."""
        return {name: opened(value) for name, value in self.headers.items()}

    def open_body(self) -> bytes | None:
        """Return the body as it goes out; keep it in no variable."""
        return opened(self.body)  # type: ignore[no-any-return]  # of bytes or None

    def shown_body(self) -> str:
        """Return the body as a log may show it."""
        return "" if self.confidential or is_sealed(self.body) else shown_body(self.body or b"")

    def __repr__(self) -> str:
        """Leave out the body, which may hold a secret, and every header that may."""
        size = 0 if self.body is None else len(opened(self.body))
        target = printable(self.target.partition("?")[0] if self.confidential else self.target)
        return f"Request({self.method} {self.origin}{target}, {shown_headers(self.headers)}, {size} bytes)"


@dataclass(frozen=True, slots=True, repr=False)
class Response:
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

    def without(self, secrets: tuple[Sealed, ...]) -> Response:
        """Return the same answer with secrets hidden wherever the server echoes them."""
        if not secrets:
            return self
        body = without(self.body.decode("utf-8", "surrogateescape"), secrets).encode("utf-8", "surrogateescape")
        headers = Headers([(without(name, secrets), without(value, secrets)) for name, value in self.headers.items()])
        return replace(
            self,
            reason=without(self.reason, secrets),
            headers=headers,
            body=body,
            defect=without(self.defect, secrets),
        )

    def __repr__(self) -> str:
        reason = printable(self.reason)
        return f"Response({self.status} {reason}, {shown_headers(self.headers)}, {len(self.body)} bytes)"


@dataclass(frozen=True, slots=True)
class Answered:
    """The last answer of a call, and what it took to get it."""

    response: Response
    attempts: int
    in_doubt: bool = False
    """Whether an attempt before the last one may have been acted on."""
    target: str = field(default="", repr=False)
    """Path and query of the request."""
    secrets: tuple[Sealed, ...] = ()
    """What went out that no error may repeat."""

    def without_secrets(self) -> Answered:
        """Return the same with those hidden in the answer."""
        return replace(self, response=self.response.without(self.secrets)) if self.secrets else self


class Timeouts(NamedTuple):
    """How long one attempt may take, in seconds."""

    connect: float
    read: float
    """Longest silence between two reads."""
    total: float | None = None
    """Longest time from start to end; None leaves it to the other two."""

    @property
    def longest(self) -> float:
        """Seconds an attempt takes at most, where its answer does not come in small pieces."""
        return self.connect + self.read if self.total is None else self.total

    def within(self, remaining: float) -> Timeouts:
        """Return them cut to what is left until a deadline, which then bounds the whole attempt."""
        connect, read, total = self
        total = remaining if total is None or total > remaining else total
        return Timeouts(min(connect, total), min(read, total), total)


_UNSENT = "_xi_unsent"


def mark_unsent(error: BaseException) -> None:
    """Note on an exception from outside, such as KeyboardInterrupt, that not a byte of the request had left."""
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
        super().__init__(printable(why))
        self.begun = begun

    def without(self, secrets: tuple[Sealed, ...]) -> Self:
        """Return the same failure with secrets hidden; of its causes, which may quote the server, nothing is kept."""
        return type(self)(without(str(self), secrets), self.begun and self.begun.without(secrets))


class NotSent(TransportFailure):
    """Not a byte of the request left: no name, no connection, no TLS."""


class Unanswered(TransportFailure):
    """Some of the request left, and no whole answer came back."""
