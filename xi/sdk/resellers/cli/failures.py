"""What each exception of the library means to an operator: an exit code, a word with a page, a hint to type."""

from __future__ import annotations

import errno
import shlex
from typing import TYPE_CHECKING, Final

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from xi.sdk.resellers.ordering import Record, Refusal
    from xi.sdk.resellers.ordering.errors import OrderDiffersError

_LEDGER_HINTS: Final = {
    "missing": "make one with: xi-orders ledger init; or name the right one with --ledger",
    "older": "xi-orders ledger migrate",
    "damaged": "xi-orders ledger check; then restore a backup: xi-orders ledger restore FILE",
    "environment": "name the ledger of this environment with --ledger",
    "moved": "xi-orders config set ledger URL, with the new place",
}


def as_command_error(error: BaseException) -> CommandError | None:
    """Return what an operator is told about an exception; None if it is a fault of the program.

    Args:
        error: the exception.
    """
    if isinstance(error, CommandError):
        return error
    from xi.sdk.resellers import exceptions

    if isinstance(error, exceptions.OpenApiException):
        return _of_ordering(error) or _of_api(error)
    if isinstance(error, OSError):
        if error.errno in (errno.ENOSPC, errno.EDQUOT):  # not the fault of who wrote the command
            return CommandError(
                f"{error.filename or 'the output'}: the disk is full", code=Code.UNABLE, word="cannot-write"
            )
        name = f"{error.filename}: " if error.filename else ""
        return CommandError(f"{name}{error.strerror or error}", word="file-unusable")
    # A part of this package says itself which extra it needs; what it could not import is no part of it.
    if isinstance(error, ImportError) and (error.name or "xi").partition(".")[0] != "xi":
        return CommandError(str(error), word="extra-missing")
    return None


def _of_ordering(error: Exception) -> CommandError | None:
    from xi.sdk.resellers.ordering import errors
    from xi.sdk.resellers.stock_mirror import MirrorError

    if isinstance(error, errors.LedgerError):
        fault = error.fault.value.replace("_", "-")
        sent = ""
        if error.sent:
            numbers = f" as {', '.join(error.order_numbers)}" if error.order_numbers else ""
            which, are = ("an order", "is") if error.out == 1 else (f"{error.out:,} orders", "are")
            sent = f"; {which} went out{numbers}, and {are} in doubt when the ledger is back"
        hint = _LEDGER_HINTS.get(error.fault.value, "")
        if error.fault is errors.Fault.MISSING and (error.sent or isinstance(error.__cause__, OSError)):
            # It was there when it was opened. A new one would not know what was sent.
            hint = "put the file back where it was, with its -wal beside it; then the same line again"
        return CommandError(f"{error}{sent}", code=Code.LEDGER, word=f"ledger-{fault}", hint=hint)
    if isinstance(error, MirrorError):  # it is in the database of the ledger
        return CommandError(str(error), code=Code.LEDGER, word="stock-away", hint="xi-orders doctor")
    if isinstance(error, errors.OrderDiffersError):
        return CommandError(
            what_differs(error),
            word="order-differs",
            hint=_after_differing(error.record),
            errors=[refusal_of(each).as_item() for each in (error, *error.others)] if error.source else (),
        )
    for kind, code, word, hint in (
        (errors.NotAsSeenError, Code.USAGE, "not-as-seen", "see how it is now; then the same line again"),
        (errors.QuoteChangedError, Code.USAGE, "not-as-seen", "see how it is now; then the same line again"),
        (errors.QuoteInUseError, Code.USAGE, "quote-in-use", "wait for it; or --another, if a second order is meant"),
        (errors.ChangeUnknownError, Code.USAGE, "change-unknown", '--again "how you know that it is not made"'),
        (errors.NotPermittedError, Code.USAGE, "not-permitted", ""),
        (errors.RunStoppedError, Code.INTERRUPTED, "stopped", "the same line again goes on from here"),
        (errors.TooManyRejectedError, Code.UNABLE, "too-many-rejected", "mend what is rejected; then the same line"),
        (errors.WaitOverError, Code.UNABLE, "api-away", "the same line again goes on from here"),
    ):
        if isinstance(error, kind):
            return CommandError(str(error), code=code, word=word, hint=hint)
    return _of_pause(error)


def what_differs(error: OrderDiffersError) -> str:
    """Return what is said of an order of other content, in the words of a command: where it is, and what differs.

    Args:
        error: the error.
    """
    place = f"{error.place}: " if error.place else ""
    return f"{place}{error.record.name} {_how_it_differs(error)}"


def in_words(error: BaseException) -> str:
    """Return what is said of an error about an order, in the words of a command.

    Args:
        error: the error.
    """
    from xi.sdk.resellers.ordering.errors import OrderDiffersError

    return what_differs(error) if isinstance(error, OrderDiffersError) else str(error)


def _how_it_differs(error: OrderDiffersError) -> str:
    from xi.sdk.resellers.ordering.errors import told_changes

    found = told_changes(error.changes) or "what, the ledger does not know any more: it was redacted"
    return f"was used before, with other content: {found}; that one is {error.record.state.value}"


def refusal_of(error: OrderDiffersError) -> Refusal:
    """Return an order of other content as what is refused of its file.

    Args:
        error: the error.
    """
    from xi.sdk.resellers.ordering import Refusal

    file, lines = error.source or ("", "")
    item, is_item, number = lines.partition("item ")
    first = item.partition("-")[0]
    return Refusal(
        file=file,
        line=int(first) if first.isdigit() else None,
        item=int(number) if is_item and number.isdigit() else None,
        code="order-differs",
        message=f"it {_how_it_differs(error)}",
        po=error.po,
        hint=_after_differing(error.record),
    )


def _after_differing(record: Record) -> str:
    """Return what can be done where the ledger has another order under the number: it depends on that order's state.

    Args:
        record: the order in the ledger.
    """
    from xi.sdk.resellers.ordering import Kind, State

    other = "--reference, with another number" if record.kind is Kind.RETURN else "another PO"
    if record.is_settled:
        return f"{other}; or --reuse WHY"
    steps = {State.HELD: "history {}", State.PLANNED: "abandon {} --because WHY"}
    step = steps.get(record.state, "recheck {}").format(shlex.quote(record.po))
    return f"{other}; --reuse is for what is settled, and this is {record.state.value}: xi-orders {step}"


def _of_pause(error: Exception) -> CommandError | None:
    from xi.sdk.resellers.ordering import errors

    if isinstance(error, errors.NotSettledError):
        code = Code.UNABLE if error.by_itself else Code.UNFINISHED
        return CommandError(str(error), code=code, word="not-settled", hint=f"xi-orders history {error.record.po}")
    if not isinstance(error, errors.RunPausedError):
        return None
    if error.by_itself:
        hint = "xi-orders doctor; then, once the set-up is right: xi-orders resume"
        return CommandError(str(error), code=Code.UNABLE, word="paused-by-itself", hint=hint)
    return CommandError(str(error), code=Code.UNFINISHED, word="paused", hint="xi-orders resume")


def _of_api(error: Exception) -> CommandError:
    from xi.sdk.resellers import exceptions

    if not isinstance(error, exceptions.ApiException):
        return CommandError(str(error), code=Code.USAGE, word="bad-value")
    code, word, hint = Code.UNABLE, "api-refused", ""
    if isinstance(error, exceptions.NotApprovedException):
        word, hint = "api-not-approved", "ask for the API at developer.ingrammicro.com, for the app of this client ID"
    elif isinstance(error, exceptions.UnauthorizedException):
        word, hint = "api-credentials", "xi-orders doctor; then xi-orders login"
    elif isinstance(error, exceptions.NotFoundException):
        code, word = Code.NO, "not-found"
    elif isinstance(error, exceptions.TooManyRequestsException):
        word, hint = "api-quota", "the same line again, when the quota is renewed"
    elif isinstance(error, (exceptions.TransportException, exceptions.ServiceException)):
        word, hint = "api-away", "the same line again, later"
    elif isinstance(error, exceptions.UnreadableResponseException):
        word = "api-unreadable"
    return CommandError(str(error), code=code, word=word, hint=hint, correlation_id=error.correlation_id)
