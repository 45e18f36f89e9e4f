"""Everything this package raises.

    OpenApiException
    ├── ApiTypeError, ApiValueError, ApiAttributeError, ApiKeyError      a wrong argument; nothing was sent
    └── ApiException                                                     a call that did not go well
        ├── BadRequestException              400
        ├── UnauthorizedException            401
        │   └── NotApprovedException         401  the app may not call this API; another token does not help
        ├── ForbiddenException               403
        ├── NotFoundException                404
        ├── MethodNotAllowedException        405  the order is not on customer hold
        ├── ConflictException                409
        ├── UnprocessableEntityException     422
        ├── TooManyRequestsException         429  the quota is used up; see retry_after
        ├── ServiceException                 5xx
        ├── UnreadableResponseException      2xx that is not what was promised: probably acted on, the body is kept
        └── TransportException
            ├── NotSentException             never reached the server: safe to repeat
            └── UnansweredException          may have been acted on: reconcile before repeating

All of them pickle whole. `str(error)` is one readable line with the cause first, and holds no secret.

Whether a call may have been acted on is not a matter of the class alone: a 503 leaves a create in doubt, and a search
not. `error.may_have_been_acted_on` tells it for each of them, and `in_doubt(error)` for any exception at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NoReturn, Protocol, cast

Path = Sequence[str | int]


class OpenApiException(Exception):  # noqa: N818 - a published name
    """The root of everything this package raises."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle with every attribute, whatever the constructor takes."""
        return _revive, (type(self), self.args, self.__dict__)


def _revive(kind: type[OpenApiException], args: tuple[Any, ...], state: dict[str, Any]) -> OpenApiException:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


LONGEST_SHOWN = 1_000
"""Characters of a text of the server's that a message shows; a line of a log holds them."""
_MOST_SHOWN = 10
"""Errors of one answer that a message shows; all of them are in `errors`."""


def printable(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Return a text as one line that any terminal or log can show: cut to a length, and what cannot be seen escaped.

    Args:
        text: of the server's, say; it may hold control characters, half characters, or marks that turn the line round.
        longest: characters to keep.
    """
    cut = text[:longest]
    line = " ".join(cut.split()) + ("…" if len(text) > longest else "")
    if line.isprintable():
        return line
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in line)


def _listed(parts: Sequence[object]) -> str:
    shown = [text for text in map(str, parts[:_MOST_SHOWN]) if text]
    more = len(parts) - _MOST_SHOWN
    return "; ".join(shown) + (f"; and {more} more" if more > 0 else "")


def render_path(path_to_item: Path) -> str:
    """Write the place of a value as `['lines'][0]['quantity']`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f"['{step}']" for step in path_to_item)


def _located(message: str, path_to_item: Path | None) -> str:
    told = f"{message} at {render_path(path_to_item)}" if path_to_item else message
    return printable(told)


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
        path_to_item: where in the argument, as keys and indexes.
        valid_classes: the types that would do.
        key_type: whether a key, rather than a value, is wrong.
        argument: name of the argument or setting that is wrong.
        pointer: JSON pointer to the place in it; "" for all of it.
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
        path_to_item: where, as keys and indexes.
    """

    def __init__(self, msg: str, path_to_item: Path | None = None) -> None:
        self.path_to_item = path_to_item
        super().__init__(_located(msg, path_to_item))

    def __str__(self) -> str:
        """Return the message itself; KeyError would quote it."""
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class FieldError:
    """What the server has against one field of a request."""

    field: str | None = None
    value: str | None = None
    message: str | None = None

    def __str__(self) -> str:
        """Return one readable phrase."""
        said = printable(self.message or "refused")
        sent = f" (sent: '{printable(self.value)}')" if self.value else ""
        return f"{printable(self.field)}: {said}{sent}" if self.field else said + sent


@dataclass(frozen=True, slots=True)
class ErrorDetail:
    """One error of an error body, in the same shape whichever of its ten the server chose."""

    message: str | None = None
    type: str | None = None
    id: str | None = None
    fields: tuple[FieldError, ...] = ()

    def __str__(self) -> str:
        """Return one readable phrase: the message, then the fields it is about."""
        said = printable(self.message or self.type or "")
        about = _listed(self.fields)
        return f"{said}: {about}" if said and about else said or about


class _HttpAnswer(Protocol):
    """What the published constructor takes as `http_resp`."""

    @property
    def status(self) -> int: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def data(self) -> bytes | None: ...
    def getheaders(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Doubt:
    """A call that may have been acted on though nothing says so; find out before repeating it."""

    operation: str | None
    """The method that was called."""
    customer_order_number: str | None
    """The purchase order (PO) of a create: search for it."""
    order_number: str | None
    """Ingram Micro's number of the order that was to be changed or cancelled: read its details."""
    correlation_id: str | None
    """The `IM-CorrelationID` of the call, to quote to Ingram Micro's support."""
    attempts: int
    """How many times the call was sent."""

    def __str__(self) -> str:
        """Return one readable phrase."""
        named = {"PO": self.customer_order_number, "order": self.order_number, "correlation ID": self.correlation_id}
        about = ", ".join(f"{name} {printable(value)}" for name, value in named.items() if value)
        return f"{self.operation or 'a call'} may have been acted on{f' ({about})' if about else ''}"


def in_doubt(error: BaseException) -> tuple[Doubt, ...]:
    """Return the calls that an exception leaves in doubt; empty when there are none, so that it is safe to repeat.

        try:
            answer = orders.post_createorder_v6(order)
        except BaseException as error:
            for doubt in in_doubt(error):
                remember(doubt.customer_order_number)  # search for it before sending it again
            raise

    It looks at the exception, at its causes and contexts, and into groups: what `asyncio.timeout`, a TaskGroup or a
    program's own `raise ... from error` make of a call's end is found too.

    Args:
        error: any exception: of this package, a CancelledError, TimeoutError, KeyboardInterrupt, a group.
    """
    found: dict[Doubt, None] = {}
    for each in _related(error):
        doubt = doubt_of(each)
        if doubt is not None:
            found[doubt] = None
    return tuple(found)


_DOUBT = "doubt"
"""The attribute that an exception of others carries its Doubt under."""


def doubt_of(error: BaseException) -> Doubt | None:
    """Return what an exception itself leaves in doubt, without a look at its causes and contexts."""
    doubt = error.doubt if isinstance(error, ApiException) else error.__dict__.get(_DOUBT)
    return doubt if isinstance(doubt, Doubt) else None


def carry_doubt(error: BaseException, doubt: Doubt) -> None:
    """Let an exception of others tell what it leaves in doubt."""
    error.__dict__[_DOUBT] = doubt
    error.add_note(f"{doubt}: find out before repeating it")


def _related(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and every one that can be reached from it, each once."""
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
    """A call that did not go well.

    Args:
        status: the HTTP status; 0 when there was no answer. An answer that broke off has one.
        reason: the HTTP reason phrase, or what kept the call from being answered.
        http_resp: an answer to take status, reason, body and headers from, where they are not given.
        body: the body of the answer as text.
        data: the body as the model the contract declares for this status, where there is one.
        headers: the headers of the answer.
        errors: what the body says, in one shape for all bodies the server uses.
        correlation_id: the `IM-CorrelationID` of the call, to quote to Ingram Micro's support.
        operation: the name of the method that was called.
        attempts: how many times the call was sent.
        hint: what the reader should know beside the cause.
        may_have_been_acted_on: whether the call may have been acted on all the same; without it, what is usual for the
            class.
        customer_order_number: the purchase order of a create.
        order_number: Ingram Micro's number of the order the call was about.
    """

    _hint: ClassVar[str] = ""
    _doubtful: ClassVar[bool] = False
    """Whether a call that ends so may have been acted on, where nothing more is known of it."""

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
        if http_resp is not None:
            status = http_resp.status if status is None else status
            reason = http_resp.reason if reason is None else reason
            body = (http_resp.data or b"").decode("utf-8", "replace") if body is None else body
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
        """What is to be found out before the call is repeated; None where repeating it is safe."""
        if not self.may_have_been_acted_on:
            return None
        return Doubt(self.operation, self.customer_order_number, self.order_number, self.correlation_id, self.attempts)

    @property
    def is_duplicate_po(self) -> bool:
        """Whether a create was refused because there is an order under its purchase order number already."""
        return self.status in _REFUSALS and any(_is_duplicate_po(each) for each in self.errors)

    @classmethod
    def from_response(cls, *, http_resp: _HttpAnswer, body: str | None, data: Any) -> NoReturn:
        """Raise the exception that stands for an answer's status."""
        raise error_class(http_resp.status)(http_resp=http_resp, body=body, data=data)

    def __str__(self) -> str:
        """Return one line: the cause, then where and when."""
        told = _listed(self.errors)
        reason = printable(str(self.reason or ""))
        answer = f"{self.status} {reason}".strip() if self.status else (reason or "no answer")
        context = [answer] if told else []
        if self.operation:
            context.append(self.operation)
        if self.correlation_id:
            context.append(f"correlation ID {printable(self.correlation_id)}")
        if self.attempts > 1:
            context.append(f"{self.attempts} attempts")
        cause = (told or answer) + (f"; {self.hint}" if self.hint else "")
        return " ".join((f"{cause} ({', '.join(context)})" if context else cause).split())


class BadRequestException(ApiException):
    """400: the request as a whole was refused; `errors` names the fields."""


class UnauthorizedException(ApiException):
    """401: the token is missing, spent or not meant for this API."""


class NotApprovedException(UnauthorizedException):
    """401 of another kind: the token is good, but the app has no approved product that covers this API."""

    _hint = "the app is not approved for this API; request the product for it in the developer portal, then try again"


class ForbiddenException(ApiException):
    """403: not allowed."""


class NotFoundException(ApiException):
    """404: there is no such order for this customer number."""


class MethodNotAllowedException(ApiException):
    """405: the order is not on customer hold, so it cannot be cancelled any more."""


class ConflictException(ApiException):
    """409: the request contradicts the state of the order."""


class UnprocessableEntityException(ApiException):
    """422: well-formed, but refused for what it says."""


class TooManyRequestsException(ApiException):
    """429: the quota is used up, also after the waits the retry policy allows."""

    retry_after: float | None = None
    """Seconds after which the server expects to accept calls again, where it said so."""


class ServiceException(ApiException):
    """5xx: the service failed; a create or modify may have been acted on all the same."""


class UnreadableResponseException(ApiException):
    """2xx that is not what was promised: a body that is missing, cannot be read, or tells of no order.

    The call has probably been acted on, but a firewall's page has a 2xx too: find out before repeating it. `body` and
    `headers` hold what came.
    """

    _doubtful = True


class TransportException(ApiException):
    """No answer came back."""


class NotSentException(TransportException):
    """The request never reached the server; repeating it is safe."""

    _hint = "nothing was sent"


class UnansweredException(TransportException):
    """The request may have reached the server and been acted on; find out before repeating it.

    For a create: search for the order by its `customer_order_number`. For a modify: read the order's details.
    Where an answer had begun to come, `status`, `headers` and `body` hold what there is of it.
    """

    _hint = "it may have been acted on, reconcile before repeating"
    _doubtful = True


_DUPLICATE = "CUSTOMER-PO-EXISTS"
_REFUSALS = (400, 409, 422)


def _is_duplicate_po(error: ErrorDetail) -> bool:
    told = (error.message, error.type, error.id, *(each.message for each in error.fields))
    return any(_DUPLICATE in text.upper() for text in told if text)


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
    """Return the exception class that stands for an HTTP status."""
    return _BY_STATUS.get(status, ServiceException if status in _SERVER_ERRORS else ApiException)
