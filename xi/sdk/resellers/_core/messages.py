"""Requests, responses and failures as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Self, TypeVar, overload

from xi.sdk.resellers._charsets import rewritten
from xi.sdk.resellers._core.redact import (
    Sealed,
    is_sealed,
    opened,
    shown_body,
    shown_headers,
    without,
    without_inner_frames,
    without_tokens,
)
from xi.sdk.resellers._records import dataclass, field, replace
from xi.sdk.resellers.exceptions import printable

T = TypeVar("T")


class Headers(dict[str, str]):
    """The headers of a response: a dict that finds names in any case, and joins repeated headers by commas."""

    __slots__ = ("_names", "_repeated")

    def __init__(self, pairs: Iterable[tuple[str, str]] | Callable[[], Iterable[tuple[str, str]]] = ()) -> None:
        given = list(pairs() if callable(pairs) else pairs)
        super().__init__(given)
        self._names = {name.lower(): name for name in self}
        """Each name as stored, by the name in lower case."""
        self._repeated: dict[str, list[str]] = {}
        """The values of each header that came more than once, by its name as stored."""
        if len(self._names) < len(given):
            self._join(given)

    def _join(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Store headers of which some come more than once, each under the first spelling of its name."""
        found: dict[str, tuple[str, list[str]]] = {}
        for name, value in pairs:
            found.setdefault(name.lower(), (name, []))[1].append(value)
        super().clear()
        super().update((name, ", ".join(values)) for name, values in found.values())
        self._names = {folded: name for folded, (name, _) in found.items()}
        self._repeated = {name: values for name, values in found.values() if len(values) > 1}

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield each name with each of its values, also for repeated headers."""
        for name, value in self.items():
            for each in self._repeated.get(name, (value,)):
                yield name, each

    def getlist(self, name: str, default: list[str] | None = None) -> list[str]:
        """Return all values of a header.

        Args:
            name: the name of the header, in any case.
            default: what to return if there is no such header; an empty list if omitted.
        """
        held = self._names.get(name.lower())
        if held is None:
            return [] if default is None else default
        return [*self._repeated.get(held, (self[held],))]

    getheaders = getallmatchingheaders = iget = get_all = getlist
    """The names that urllib3 has for it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return Headers, (list(self.pairs()),)

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(self._held(name))

    def __setitem__(self, name: str, value: str) -> None:
        held = self._names.setdefault(name.lower(), name)
        self._repeated.pop(held, None)
        super().__setitem__(held, value)

    def __delitem__(self, name: str) -> None:
        held = self._held(name)
        super().__delitem__(held)
        del self._names[held.lower()]
        self._repeated.pop(held, None)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._names

    @overload
    def get(self, name: str, default: None = None, /) -> str | None: ...
    @overload
    def get(self, name: str, default: str, /) -> str: ...
    @overload
    def get(self, name: str, default: T, /) -> str | T: ...
    def get(self, name: str, default: T | None = None, /) -> str | T | None:
        """Return the value of a header, or the default if there is no such header."""
        held = self._names.get(name.lower()) if isinstance(name, str) else None  # pyright: ignore[reportUnnecessaryIsInstance]
        return default if held is None else super().__getitem__(held)

    def setdefault(self, name: str, default: str = "", /) -> str:
        """Return the value of a header; if there is no such header, set it to the default first."""
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name: str, *default: Any) -> Any:
        """Remove a header and return its value, or the default if there is no such header."""
        if name not in self and default:
            return default[0]
        value = self[name]
        del self[name]
        return value

    def update(self, *others: Any, **more: str) -> None:
        """Set headers; names are matched in any case."""
        for name, value in dict(*others, **more).items():
            self[name] = value

    def popitem(self) -> tuple[str, str]:
        """Remove the last header and return it."""
        name, value = super().popitem()
        del self._names[name.lower()]
        self._repeated.pop(name, None)
        return name, value

    def clear(self) -> None:
        """Remove all headers."""
        super().clear()
        self._names.clear()
        self._repeated.clear()

    def copy(self) -> Headers:
        """Return a copy, with the values of repeated headers."""
        twin = Headers()
        super(Headers, twin).update(self)
        twin._names.update(self._names)
        twin._repeated.update({name: [*values] for name, values in self._repeated.items()})
        return twin

    __copy__ = copy

    def __or__(self, other: Any) -> Any:
        if not isinstance(other, dict):
            return NotImplemented
        twin = self.copy()
        twin.update(other)
        return twin

    def __ior__(self, other: Any) -> Self:  # type: ignore[override]
        self.update(other)
        return self

    def __repr__(self) -> str:
        return f"Headers({shown_headers(self)})"

    def _held(self, name: str) -> str:
        return self._names.get(name.lower(), name) if isinstance(name, str) else name  # pyright: ignore[reportUnnecessaryIsInstance]


# The next two classes are values: nothing assigns to their fields. They are not frozen, since that costs a tenth of a
# call's time, and they are not tuples, since tools show the parts of a tuple.


@dataclass(slots=True, repr=False)
class Request:
    """An HTTP request, without the bearer token until `bearing` adds it."""

    method: str
    origin: str
    """Scheme, host and port: `https://api.ingrammicro.com:443`."""
    target: str
    """Path and query, encoded."""
    headers: Mapping[str, str | Sealed]
    """An Authorization header has exactly this name."""
    body: bytes | Sealed | None = None
    confidential: bool = False
    """Whether its query, its body or the response contains a secret."""
    once: bool = False
    """Whether it must not be sent twice; then a connection that the server may be closing is not used."""

    secrets: tuple[Sealed, ...] = ()
    """Secrets in it, which are hidden wherever the server sends them back."""
    meanwhile: Callable[[], object] | None = field(default=None, compare=False)
    """Called while the response is awaited; it must not raise."""

    def bearing(self, token: Sealed | None) -> Request:
        """Return the request with the token, if there is one, in its Authorization header."""
        if token is None:
            return self
        headers = {**self.headers, "Authorization": token.map("Bearer {}".format)}
        secrets = (*self.secrets, token)
        return Request(
            self.method,
            self.origin,
            self.target,
            headers,
            self.body,
            self.confidential,
            self.once,
            secrets,
            self.meanwhile,
        )

    def open_headers(self) -> dict[str, str]:
        """Return the headers as they are sent; do not store them in a variable."""
        return {name: opened(value) for name, value in self.headers.items()}

    def open_body(self) -> bytes | None:
        """Return the body as it is sent; do not store it in a variable."""
        return opened(self.body)  # type: ignore[no-any-return]  # of bytes or None

    def shown_body(self) -> str:
        """Return the body as a log may contain it."""
        return "" if self.confidential or is_sealed(self.body) else shown_body(self.body or b"")

    def __repr__(self) -> str:
        """Leave out the body, and each header that may contain a secret."""
        size = 0 if self.body is None else len(opened(self.body))
        target = printable(self.target.partition("?")[0] if self.confidential else self.target)
        return f"Request({self.method} {self.origin}{target}, {shown_headers(self.headers)}, {size} bytes)"


@dataclass(slots=True, repr=False)
class Response:
    """An HTTP response, read to its end."""

    status: int
    reason: str
    headers: Headers
    body: bytes
    """Decompressed."""
    defect: str = ""
    """What is wrong with the body, if it was damaged on its way or is too large."""
    measured: bool = True
    """Whether the server stated the length of the body; if not, an empty body may be one that was cut off."""

    def shown_body(self) -> str:
        """Return the body as a log may contain it, for a request that is not confidential."""
        return shown_body(self.body)

    @without_inner_frames
    def without(self, secrets: tuple[Sealed, ...]) -> Response:
        """Return the response with secrets hidden wherever the server sent them back."""
        if not secrets:
            return self
        body = self._rewritten(lambda text: without(text, secrets, may_break_off=True))
        headers = Headers([(without(name, secrets), without(value, secrets)) for name, value in self.headers.pairs()])
        reason, defect = (without(text, secrets) for text in (self.reason, self.defect))
        return replace(self, reason=reason, headers=headers, body=body, defect=defect)

    @without_inner_frames
    def without_tokens(self) -> Response:
        """Return the response with granted tokens hidden, also one at whose middle it is cut off."""
        return replace(self, body=self._rewritten(without_tokens))

    def _rewritten(self, change: Callable[[str], str]) -> bytes:
        return rewritten(self.body, self.headers.get("Content-Type", ""), change)

    def shown(self) -> str:
        """Return it as a log may contain it, once secrets are hidden by `without`."""
        reason = printable(self.reason)
        return f"Response({self.status} {reason}, {shown_headers(self.headers)}, {len(self.body)} bytes)"

    def __repr__(self) -> str:
        """Leave out everything that the server chose, which may repeat a secret."""
        return f"Response({self.status}, {len(self.body)} bytes)"


class FinalResponse(NamedTuple):
    """The last response of a call, and how it was reached."""

    response: Response
    attempts: int
    in_doubt: bool = False
    """Whether an attempt before the last one may have been acted on."""
    secrets: tuple[Sealed, ...] = ()
    """Secrets that were sent, which no error may contain."""

    def without_secrets(self) -> FinalResponse:
        """Return it with the secrets hidden in the response."""
        return self._replace(response=self.response.without(self.secrets)) if self.secrets else self


class Timeouts(NamedTuple):
    """How long one attempt may take, in seconds."""

    connect: float
    read: float
    """Longest silence between two reads."""
    total: float | None = None
    """Longest time from start to end; None for no limit but the other two."""

    @property
    def longest(self) -> float:
        """The longest an attempt takes, in seconds, if its response does not come in small pieces."""
        return self.connect + self.read if self.total is None else self.total

    def within(self, remaining: float) -> Timeouts:
        """Return timeouts for an attempt that has to end before a deadline.

        Args:
            remaining: seconds until the deadline.
        """
        connect, read, total = self
        total = remaining if total is None or total > remaining else total
        return Timeouts(min(connect, total), min(read, total), total)


DEFAULT_TIMEOUTS = Timeouts(connect=10.0, read=60.0)
"""Our choice, since the vendor states none (docs/why.md). A connection can be made with one packet lost. The time for
an answer is long, since a create that is given up is in doubt."""
FINAL = 200
"""The first status of a final response; a lower one is followed by another response."""
MAX_BODY_BYTES = 64 << 20
"""Largest body of a response, unpacked, if the program sets no other limit. Our choice (docs/why.md): forty times the
details of 500 lines, and small enough that no server can fill the memory."""

_UNSENT = "_xi_unsent"


def mark_unsent(error: BaseException) -> None:
    """Mark an exception from outside, such as KeyboardInterrupt: no byte of the request was sent."""
    error.__dict__[_UNSENT] = True


def is_unsent(error: BaseException) -> bool:
    """Return whether an exception interrupted a request of which no byte was sent; remove the mark."""
    return error.__dict__.pop(_UNSENT, False) is True


class TransportFailure(Exception):  # noqa: N818 - the names of its subclasses say what happened
    """There is no complete response; the subclass decides whether the request may be sent again.

    Args:
        why: the reason, in words.
        begun: the part of the response that was received, if that includes status and headers.
    """

    def __init__(self, why: str, begun: Response | None = None) -> None:
        super().__init__(printable(why))
        self.begun = begun

    def without(self, secrets: tuple[Sealed, ...]) -> Self:
        """Return the failure with secrets hidden, and without its causes, which may quote the server."""
        shortened = str(self).removesuffix("…")  # perhaps inside a secret
        why = without(shortened, secrets, may_break_off=True)
        # Hidden at its end or not, it is shown as shortened if it was.
        why += str(self)[len(shortened) :]
        return type(self)(why, self.begun and self.begun.without(secrets))


class NotSent(TransportFailure):
    """No byte of the request was sent: no address, no connection, no TLS."""


class Unanswered(TransportFailure):
    """Some of the request was sent, and no complete response came back."""
