"""One call as a value, with everything that is known before the request is sent; `build` makes it from arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from urllib.parse import quote, urlencode

from xi.sdk.resellers._core.arguments import body_of, path_segment, require_one_body, text_of, texts_of
from xi.sdk.resellers._core.headers import header_value, joined
from xi.sdk.resellers._core.hosts import split_host
from xi.sdk.resellers._core.messages import DEFAULT_TIMEOUTS, Request, Timeouts
from xi.sdk.resellers._core.operation import Operation, Place, Repeat, Subject
from xi.sdk.resellers._core.orders_by_position import note_on_order
from xi.sdk.resellers._core.redact import Sealed, opened, sealed
from xi.sdk.resellers._core.retry import DEFAULT_POLICY, RetryPolicy
from xi.sdk.resellers.exceptions import ApiValueError, Doubt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")


class Call(NamedTuple, Generic[T]):
    """One use of an operation; the type parameter is the result of a successful call."""

    operation: Operation[T]
    """Its `repeat` decides what may be sent again."""
    request: Request
    """The request without the bearer token. No error may contain one of its `secrets`."""
    policy: RetryPolicy = DEFAULT_POLICY
    """How often and how long to try."""
    timeouts: Timeouts = DEFAULT_TIMEOUTS
    """The timeouts of each attempt, shortened to the time until the deadline."""
    correlation_id: str | None = None
    """The same in all attempts; None if the operation has no correlation ID."""
    subject: Subject = Subject()
    """The order of the call."""
    body_model: str | None = None
    """The model of its body, where there are two; it decides which model the answer is."""
    note: str = ""
    """A text for the error if the call fails: how arguments were read that another version has in another order."""

    def doubt(self, attempts: int) -> Doubt | None:
        """Return what to find out before repeating the call; None if repeating it is harmless.

        Args:
            attempts: how often the call was sent.
        """
        if not self.operation.leaves_doubt:
            return None
        po, order = self.subject
        return Doubt(self.operation.name, po, order, self.correlation_id, attempts)


class Sender(NamedTuple):
    """What a client adds to each of its calls."""

    host: str
    """Scheme, host and perhaps port and path prefix."""
    headers: Mapping[str, str]
    safe_in_path: str = ""
    """Characters that are not encoded in path arguments, for example the slash."""


def build(
    operation: Operation[T],
    arguments: Sequence[Any],
    sender: Sender,
    *,
    headers: Mapping[str, str] | None = None,
    content_type: str | None = None,
    policy: RetryPolicy = DEFAULT_POLICY,
    timeouts: Timeouts = DEFAULT_TIMEOUTS,
) -> Call[T]:
    """Return the call for an operation and its arguments.

    Args:
        operation: the operation to call.
        arguments: its arguments, in the order of its parameters.
        sender: what the client adds.
        headers: headers of this call. They replace those of the client; headers from arguments replace both.
        content_type: replaces the Content-Type of the operation.
        policy: how often and how long to try.
        timeouts: the timeouts of each attempt.

    Raises:
        ApiValueError: an argument is missing or does not fit; it names the argument.
        ApiTypeError: an argument has the wrong type; it names the argument.
    """
    path = operation.path
    query: list[tuple[str, str]] = []
    form: list[tuple[str, str]] = []
    secrets: list[Sealed] = []
    sent: dict[str, str] = {}
    body: bytes | Sealed | None = None
    body_model: str | None = None
    origin, prefix = split_host(sender.host)  # first, so that no secret is in this frame if it raises
    for parameter, value in zip(operation.parameters, arguments, strict=True):
        if value is None:
            if parameter.required:
                raise ApiValueError(f"{operation.name}: {parameter.name} is required", argument=parameter.name)
            continue
        place = parameter.place
        if place is _HEADER:
            text = text_of(parameter, value)
            plain = text.isascii() and text.isprintable()
            sent[parameter.wire] = text if plain else header_value(parameter.name, text)
        elif place is _PATH:
            segment = path_segment(parameter.name, text_of(parameter, value), sender.safe_in_path)
            path = path.replace(f"{{{parameter.wire}}}", segment)
        elif place is _QUERY:
            query += ((parameter.wire, text) for text in texts_of(parameter, value))
        elif place is _BODY:
            body, body_model = body_of(parameter, value)
        else:
            form.append((parameter.wire, text_of(parameter, opened(value))))
            secrets += [sealed(value)] if parameter.is_secret else []
    if len(operation.body_indexes) > 1:
        require_one_body(operation, arguments)
    if form:
        body = Sealed(urlencode(form).encode())
    content_type = None if body is None else content_type or operation.content_type
    joined_headers, credentials = joined(sender.headers, headers, sent, content_type)
    request = Request(
        operation.method,
        origin,
        # Production and sandbox share the URL of tokens, which is the one without `/sandbox`.
        _target(prefix if operation.authorized else prefix.removesuffix("/sandbox"), path, query),
        joined_headers,
        body,
        bool(form),
        operation.repeat is _ONCE,
        (*secrets, *credentials),
    )
    index = operation.correlation_index
    correlation_id = None if index is None else str(arguments[index])
    subject = operation.subject(arguments)
    return Call(
        operation, request, policy, timeouts, correlation_id, subject, body_model, note_on_order(operation, arguments)
    )


def _target(prefix: str, path: str, query: list[tuple[str, str]]) -> str:
    return f"{prefix}{path}?{urlencode(query, quote_via=quote)}" if query else prefix + path


# Looking up a member of an enumeration is slow enough to matter here.
_HEADER, _PATH, _QUERY, _BODY, _ONCE = Place.HEADER, Place.PATH, Place.QUERY, Place.BODY, Repeat.ONCE
