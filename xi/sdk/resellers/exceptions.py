"""The exceptions of this package.

    OpenApiException
    ├── ApiTypeError, ApiValueError, ApiAttributeError, ApiKeyError      a wrong argument; nothing was sent
    └── ApiException                                                     a call that failed
        ├── BadRequestException              400
        ├── UnauthorizedException            401
        │   └── NotApprovedException         401  the app may not use this API; a new token does not help
        ├── ForbiddenException               403
        ├── NotFoundException                404
        ├── MethodNotAllowedException        405  the order is not on customer hold
        ├── ConflictException                409
        ├── UnprocessableEntityException     422
        ├── TooManyRequestsException         429  the quota is used up; see retry_after
        ├── ServiceException                 5xx
        ├── UnreadableResponseException      2xx without the promised content: probably acted on; the body is kept
        └── TransportException
            ├── NotSentException             did not reach the server: safe to repeat
            └── UnansweredException          may have been acted on: reconcile before repeating

All of them can be pickled without loss. `str(error)` is one readable line with the cause first, and without secrets.

The class alone does not say whether the server may have acted on a call: after a 503 a create is in doubt, but a search
is not. `error.may_have_been_acted_on` says it for each of them, and `in_doubt(error)` for any exception.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, NoReturn, Protocol, cast

from xi.sdk.resellers._records import dataclass

Path = Sequence[str | int]


class OpenApiException(Exception):  # noqa: N818 - a published name
    """The base class of all exceptions of this package."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle all attributes, whatever the parameters of the constructor are."""
        return _revive, (type(self), self.args, self.__dict__)


def _revive(kind: type[OpenApiException], args: tuple[Any, ...], state: dict[str, Any]) -> OpenApiException:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


LONGEST_SHOWN = 1_000
"""Characters of a server's text that a message shows; they fit into a line of a log."""
_MAX_SHOWN_ERRORS = 10
"""Errors of one answer that a message shows; `errors` has all of them."""


def printable(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Return a text as one line that every terminal or log can show: shortened, with unprintable characters escaped.

    Args:
        text: for example from the server; it may contain control characters, lone surrogates or marks that reverse the
            direction of the text.
        longest: how many characters to keep.
    """
    cut = text[:longest]
    line = " ".join(cut.split()) + ("…" if len(text) > longest else "")
    if line.isprintable():
        return line
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in line)


def _listed(parts: Sequence[object]) -> str:
    shown = [text for text in map(str, parts[:_MAX_SHOWN_ERRORS]) if text]
    more = len(parts) - _MAX_SHOWN_ERRORS
    return "; ".join(shown) + (f"; and {more} more" if more > 0 else "")


def render_path(path_to_item: Path) -> str:
    """Return the place of a value as text, such as `['lines'][0]['quantity']`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f"['{step}']" for step in path_to_item)


def _located(message: str, path_to_item: Path | None) -> str:
    return printable(f"{message} at {render_path(path_to_item)}" if path_to_item else message)


class _ArgumentError(OpenApiException):
    """An argument or a setting is wrong; nothing was sent.

    Args:
        msg: what is wrong and what would be right.
        path_to_item: where in the argument, as keys and indexes.
        argument: name of the argument or setting.
        pointer: JSON pointer to the place in it; "" for all of it.
    """

    def __init__(
        self, msg: str, path_to_item: Path | None = None, *, argument: str | None = None, pointer: str = ""
    ) -> None:
        self.argument = argument
        self.pointer = pointer
        self.path_to_item = path_to_item
        super().__init__(_located(msg, path_to_item))


class ApiTypeError(_ArgumentError, OpenApiException, TypeError):
    """An argument has the wrong type; nothing was sent.

    Args:
        msg: what is wrong and what would be right.
        path_to_item: the place in the argument, as keys and indexes.
        valid_classes: the accepted types.
        key_type: whether a key is wrong, and not a value.
        argument: name of the wrong argument or setting.
        pointer: JSON pointer to the place in it; "" means the whole argument.
    """

    def __init__(
        self,
        msg: str,
        path_to_item: Path | None = None,
        valid_classes: tuple[type, ...] | None = None,
        key_type: bool | None = None,
        *,
        argument: str | None = None,
        pointer: str = "",
    ) -> None:
        self.valid_classes = valid_classes
        self.key_type = key_type
        super().__init__(msg, path_to_item, argument=argument, pointer=pointer)


class ApiValueError(_ArgumentError, OpenApiException, ValueError):
    """An argument is missing or does not fit; nothing was sent."""


class ApiAttributeError(_ArgumentError, OpenApiException, AttributeError):
    """An attribute does not exist or cannot be set."""


class ApiKeyError(OpenApiException, KeyError):
    """A key does not exist.

    Args:
        msg: what is wrong and what would be right.
        path_to_item: the place, as keys and indexes.
    """

    def __init__(self, msg: str, path_to_item: Path | None = None) -> None:
        self.path_to_item = path_to_item
        super().__init__(_located(msg, path_to_item))

    def __str__(self) -> str:
        """Return the message without quotes; KeyError would add them."""
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class FieldError:
    """The server's complaint about one field of a request."""

    field: str | None = None
    value: str | None = None
    message: str | None = None

    def __str__(self) -> str:
        """Return one readable phrase."""
        message = printable(self.message or "refused")
        sent = f" (sent: '{printable(self.value)}')" if self.value else ""
        return f"{printable(self.field)}: {message}{sent}" if self.field else message + sent


@dataclass(frozen=True, slots=True)
class ErrorDetail:
    """One error of an error body. The form is the same for all ten error bodies of the server."""

    message: str | None = None
    type: str | None = None
    id: str | None = None
    fields: tuple[FieldError, ...] = ()

    def __str__(self) -> str:
        """Return one readable phrase: the message, then its fields."""
        message = printable(self.message or self.type or "")
        about = _listed(self.fields)
        return f"{message}: {about}" if message and about else message or about


class _HttpAnswer(Protocol):
    """The type of `http_resp` in the published constructor."""

    @property
    def status(self) -> int: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def data(self) -> bytes | None: ...
    def getheaders(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Doubt:
    """A call that the server may have acted on. Find out before you repeat it."""

    operation: str | None
    """The name of the method."""
    customer_order_number: str | None
    """The purchase order (PO) number of a create: search for it."""
    order_number: str | None
    """Ingram Micro's number of the order to change or cancel: read its details."""
    correlation_id: str | None
    """The `IM-CorrelationID` of the call, for Ingram Micro's support."""
    attempts: int
    """How many times the call was sent."""

    def __str__(self) -> str:
        """Return one readable phrase."""
        named = {"PO": self.customer_order_number, "order": self.order_number, "correlation ID": self.correlation_id}
        about = ", ".join(f"{name} {printable(value)}" for name, value in named.items() if value)
        return f"{self.operation or 'a call'} may have been acted on{f' ({about})' if about else ''}"


def in_doubt(error: BaseException) -> tuple[Doubt, ...]:
    """Return the calls that an exception leaves in doubt. If the result is empty, a repeat is safe.

        try:
            answer = orders.post_createorder_v6(order)
        except BaseException as error:
            for doubt in in_doubt(error):
                remember(doubt.customer_order_number)  # search for it before sending it again
            raise

    The search covers the exception, its causes and contexts, and the members of groups. It therefore also finds calls
    that ended inside `asyncio.timeout` or a TaskGroup, or behind a `raise ... from error` of the program.

    Args:
        error: any exception: one of this package, a CancelledError, TimeoutError, KeyboardInterrupt or a group.
    """
    found: dict[Doubt, None] = {}
    for each in _related(error):
        doubt = doubt_of(each)
        if doubt is not None:
            found[doubt] = None
    return tuple(found)


_DOUBT = "doubt"
"""The attribute that holds the Doubt in exceptions of other packages."""


def doubt_of(error: BaseException) -> Doubt | None:
    """Return the Doubt of an exception itself, without its causes and contexts."""
    doubt = error.doubt if isinstance(error, ApiException) else error.__dict__.get(_DOUBT)
    return doubt if isinstance(doubt, Doubt) else None


def carry_doubt(error: BaseException, doubt: Doubt) -> None:
    """Attach a Doubt to an exception of another package."""
    error.__dict__[_DOUBT] = doubt
    error.add_note(f"{doubt}: find out before repeating it")


def _related(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and all exceptions linked to it, each once."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, BaseExceptionGroup):
            waiting += reversed(cast("BaseExceptionGroup[BaseException]", each).exceptions)
        waiting += [each.__context__, each.__cause__]


class ApiException(OpenApiException):
    """A call that failed.

    Args:
        status: the HTTP status; 0 without an answer. An incomplete answer has a status too.
        reason: the HTTP reason phrase, or the reason why there is no answer.
        http_resp: an answer; it supplies status, reason, body and headers that are not given. Its body is None unless
            it is UTF-8.
        body: the body of the answer as text.
        data: the body as the model that the contract declares for this status, or None.
        headers: the headers of the answer.
        errors: the errors in the body, in one form for all bodies of the server.
        correlation_id: the `IM-CorrelationID` of the call, for Ingram Micro's support.
        operation: the name of the method that was called.
        attempts: how many times the call was sent.
        hint: an addition to the cause in the message.
        may_have_been_acted_on: whether the server may have acted on the call; the default depends on the class.
        customer_order_number: the purchase order of a create.
        order_number: Ingram Micro's number of the order in the call.
    """

    _hint: ClassVar[str] = ""
    _doubtful: ClassVar[bool] = False
    """The default of `may_have_been_acted_on`."""

    def __init__(
        self,
        status: int | None = None,
        reason: str | None = None,
        http_resp: _HttpAnswer | None = None,
        *,
        body: str | None = None,
        data: Any = None,
        headers: Mapping[str, str] | None = None,
        errors: Sequence[ErrorDetail] = (),
        correlation_id: str | None = None,
        operation: str | None = None,
        attempts: int = 1,
        hint: str | None = None,
        may_have_been_acted_on: bool | None = None,
        customer_order_number: str | None = None,
        order_number: str | None = None,
    ) -> None:
        if http_resp:  # published: what is falsy, such as an empty dict of a test, is no answer
            status = http_resp.status if status is None else status
            reason = http_resp.reason if reason is None else reason
            body = _text_of(http_resp) if body is None else body
            headers = http_resp.getheaders() if headers is None else headers
        self.status = status
        self.reason = reason
        self.body = body
        self.data = data
        self.headers = headers
        self.errors = tuple(errors)
        self.correlation_id = correlation_id
        self.operation = operation
        self.attempts = attempts
        self.hint = self._hint if hint is None else hint
        self.may_have_been_acted_on = self._doubtful if may_have_been_acted_on is None else may_have_been_acted_on
        self.customer_order_number = customer_order_number
        self.order_number = order_number
        super().__init__(status, reason)

    @property
    def doubt(self) -> Doubt | None:
        """The Doubt to resolve before the call is repeated; None if a repeat is safe."""
        if not self.may_have_been_acted_on:
            return None
        return Doubt(self.operation, self.customer_order_number, self.order_number, self.correlation_id, self.attempts)

    @property
    def is_duplicate_po(self) -> bool:
        """Whether a create was refused because an order with its purchase order number already exists."""
        return self.status in _REFUSALS and any(_is_duplicate_po(each) for each in self.errors)

    @classmethod
    def from_response(cls, *, http_resp: _HttpAnswer, body: str | None, data: Any) -> NoReturn:
        """Raise the exception for the status of an answer."""
        raise error_class(http_resp.status)(http_resp=http_resp, body=body, data=data)

    def __str__(self) -> str:
        """Return one line: the cause, then the operation, correlation ID and attempts."""
        errors = _listed(self.errors)
        reason = printable(str(self.reason or ""))
        answer = f"{self.status} {reason}".strip() if self.status else (reason or "no answer")
        context = [answer] if errors else []
        if self.operation:
            context.append(self.operation)
        if self.correlation_id:
            context.append(f"correlation ID {printable(self.correlation_id)}")
        if self.attempts > 1:
            context.append(f"{self.attempts} attempts")
        cause = (errors or answer) + (f"; {self.hint}" if self.hint else "")
        return " ".join((f"{cause} ({', '.join(context)})" if context else cause).split())


def _text_of(answer: _HttpAnswer) -> str | None:
    """Return the body of an answer, which a program may have made; None if it has none, or it is not UTF-8."""
    data: Any = getattr(answer, "data", None)
    try:
        return cast("bytes", data).decode("utf-8")
    except (AttributeError, UnicodeDecodeError):
        return None


class BadRequestException(ApiException):
    """400: the request as a whole was refused; `errors` names the fields."""


class UnauthorizedException(ApiException):
    """401: the token is missing, expired, or not valid for this API."""


class NotApprovedException(UnauthorizedException):
    """401: the token is valid, but the app has no approved product for this API."""

    _hint = "the app is not approved for this API; request the product for it in the developer portal, then try again"


class ForbiddenException(ApiException):
    """403: not allowed."""


class NotFoundException(ApiException):
    """404: there is nothing with this number for the account."""


class MethodNotAllowedException(ApiException):
    """405: the order is not on customer hold, so it cannot be cancelled."""


class ConflictException(ApiException):
    """409: the request contradicts the state of the order."""


class UnprocessableEntityException(ApiException):
    """422: the request is well-formed, but its content was refused."""


class TooManyRequestsException(ApiException):
    """429: the quota is used up, also after the waits that the retry policy allows."""

    retry_after: float | None = None
    """Seconds after which the server accepts calls again; None if it did not say."""


class ServiceException(ApiException):
    """5xx: the service failed. It may still have acted on a create or modify."""


class UnreadableResponseException(ApiException):
    """2xx without the promised content: the body is missing, unreadable, or has no order.

    The server has probably acted on the call, but a firewall's page can have status 200 too: find out before you repeat
    the call. `body` and `headers` have the content of the answer.
    """

    _doubtful = True


class TransportException(ApiException):
    """There was no complete answer."""


class NotSentException(TransportException):
    """The request did not reach the server; a repeat is safe."""

    _hint = "nothing was sent"


class UnansweredException(TransportException):
    """The request may have reached the server, which may have acted on it. Find out before you repeat the call.

    After a create, search for the order by its `customer_order_number`. After a modify, read the order's details. If
    part of an answer came, `status`, `headers` and `body` have this part.
    """

    _hint = "it may have been acted on, reconcile before repeating"
    _doubtful = True


_DUPLICATE = "CUSTOMER-PO-EXISTS"
_REFUSALS = (400, 409, 422)


def _is_duplicate_po(error: ErrorDetail) -> bool:
    texts = (error.message, error.type, error.id, *(each.message for each in error.fields))
    return any(_DUPLICATE in text.upper() for text in texts if text)


_BY_STATUS: dict[int, type[ApiException]] = {
    400: BadRequestException,
    401: UnauthorizedException,
    403: ForbiddenException,
    404: NotFoundException,
    405: MethodNotAllowedException,
    409: ConflictException,
    422: UnprocessableEntityException,
    429: TooManyRequestsException,
}

_SERVER_ERRORS = range(500, 600)


def error_class(status: int) -> type[ApiException]:
    """Return the exception class for an HTTP status."""
    return _BY_STATUS.get(status, ServiceException if status in _SERVER_ERRORS else ApiException)
