"""What goes to the server and what comes back, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Self, TypeVar, overload

from xi.sdk.resellers._core.redact import Sealed, is_sealed, opened, shown_body, shown_headers, without, without_tokens
from xi.sdk.resellers.exceptions import printable

T = TypeVar("T")


class Headers(dict[str, str]):
    """The headers of an answer: a dict of names as they came, looked up in any case, repeated ones joined by commas."""

    __slots__ = ("_names", "_repeated")

    def __init__(self, pairs: Iterable[tuple[str, str]] | Callable[[], Iterable[tuple[str, str]]] = ()) -> None:
        given = list(pairs() if callable(pairs) else pairs)
        super().__init__(given)
        self._names = {name.lower(): name for name in self}
        """Each name as it is held, by its lower case."""
        self._repeated: dict[str, list[str]] = {}
        """The single values of a header that came more than once, by its name as it is held."""
        if len(self._names) < len(given):
            self._join(given)

    def _join(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Hold headers of which some come more than once, each under its first name."""
        found: dict[str, tuple[str, list[str]]] = {}
        for name, value in pairs:
            found.setdefault(name.lower(), (name, []))[1].append(value)
        super().clear()
        super().update((name, ", ".join(values)) for name, values in found.values())
        self._names = {folded: name for folded, (name, _) in found.items()}
        self._repeated = {name: values for name, values in found.values() if len(values) > 1}

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield each name with each of its values."""
        for name, value in self.items():
            for each in self._repeated.get(name, (value,)):
                yield name, each

    def getlist(self, name: str, default: list[str] | None = None) -> list[str]:
        """Return every value of a header, also where it came more than once.

        Args:
            name: of the header, in any case.
            default: what to return where there is none; an empty list if left out.
        """
        held = self._names.get(name.lower())
        if held is None:
            return [] if default is None else default
        return [*self._repeated.get(held, (self[held],))]

    getheaders = getallmatchingheaders = iget = get_all = getlist
    """As urllib3 calls it too."""

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
        """Return the value of a header, or the default where there is none."""
        held = self._names.get(name.lower()) if isinstance(name, str) else None  # pyright: ignore[reportUnnecessaryIsInstance]
        return default if held is None else super().__getitem__(held)

    def setdefault(self, name: str, default: str = "", /) -> str:
        """Return the value of a header, which becomes the default where there is none."""
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name: str, *default: Any) -> Any:
        """Take a header out and return its value, or the default where there is none."""
        if name not in self and default:
            return default[0]
        value = self[name]
        del self[name]
        return value

    def popitem(self) -> tuple[str, str]:
        """Take the last header out and return it."""
        name, value = super().popitem()
        del self._names[name.lower()]
        self._repeated.pop(name, None)
        return name, value

    def clear(self) -> None:
        """Take all headers out."""
        super().clear()
        self._names.clear()
        self._repeated.clear()

    def update(self, *others: Any, **more: str) -> None:
        """Set headers, whatever the case they were held in."""
        for name, value in dict(*others, **more).items():
            self[name] = value

    def copy(self) -> Headers:
        """Return a copy with the same headers, repeated ones included."""
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


# The two that follow are values: nothing assigns to them. Python does not enforce it, which would cost a tenth of a
# call's time. They are no tuples, which tools would take apart to show them.


@dataclass(slots=True, repr=False)
class Request:
    """One HTTP request, complete but for the bearer token."""

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
    meanwhile: Callable[[], object] | None = field(default=None, compare=False)
    """What to do once it has left and its answer is awaited; it raises nothing of its own."""

    def bearing(self, token: Sealed | None) -> Request:
        """Return the same request with the token, where there is one, in its Authorization header."""
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


@dataclass(slots=True, repr=False)
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
        headers = Headers([(without(name, secrets), without(value, secrets)) for name, value in self.headers.pairs()])
        return replace(
            self,
            reason=without(self.reason, secrets),
            headers=headers,
            body=body,
            defect=without(self.defect, secrets),
        )

    def without_tokens(self) -> Response:
        """Return the same answer with the tokens hidden that it grants; it may be cut off within one."""
        return replace(self, body=without_tokens(self.body))

    def shown(self) -> str:
        """Return it as a log may show it, but for what the server echoes; see `without`."""
        reason = printable(self.reason)
        return f"Response({self.status} {reason}, {shown_headers(self.headers)}, {len(self.body)} bytes)"

    def __repr__(self) -> str:
        """Leave out whatever the server chose, which may be a secret that it echoes."""
        return f"Response({self.status}, {len(self.body)} bytes)"


class FinalResponse(NamedTuple):
    """The last response of a call, and what it took to get it."""

    response: Response
    attempts: int
    in_doubt: bool = False
    """Whether an attempt before the last one may have been acted on."""
    secrets: tuple[Sealed, ...] = ()
    """What went out that no error may repeat."""

    def without_secrets(self) -> FinalResponse:
        """Return the same with those hidden in the response."""
        return self._replace(response=self.response.without(self.secrets)) if self.secrets else self


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


DEFAULT_TIMEOUTS = Timeouts(connect=10.0, read=60.0)
"""Our choice, as the vendor states none (docs/why.md): enough to connect with one packet lost, and for a create long
rather than short, since one that is given up is in doubt."""
MAX_BODY_BYTES = 64 << 20
"""Largest body of a response, unpacked, where the program sets no other limit. Our choice (docs/why.md): forty times
the details of 500 lines, and no server can fill the memory."""

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
