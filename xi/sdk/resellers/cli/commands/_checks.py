"""Looks whether the set-up works: the API, the ledger, the disk, the rights of files."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.commands._families import PORTAL, about_account, name_of, others, untried
from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xi.sdk.resellers import ApiException, Configuration
    from xi.sdk.resellers.approvals import Approved
    from xi.sdk.resellers.cli.commands._families import Told
    from xi.sdk.resellers.cli.config import Config, Identity, Value
    from xi.sdk.resellers.cli.session import Session

OK: Final = "ok"
WARNING: Final = "warning"
FAILED: Final = "failed"
_CLOCK_S: Final = 30.0
"""How far this clock may be from the server's before it is worth a warning: answers carry times."""
_CALL_S: Final = 30.0
_DATE_S: Final = 1.0
_LITTLE: Final = 1_000_000_000
_TOO_LITTLE: Final = 100_000_000
_UNKNOWN: Final = "not known: the API did not answer"


@dataclass(frozen=True, slots=True)
class Row:
    """What one look has found.

    Args:
        check: what was looked at.
        state: ok, warning or failed.
        found: what it is.
        do: what to do; empty if nothing is to do.
        code: what the command ends with for it.
    """

    check: str
    state: str
    found: str
    do: str = ""
    code: Code = Code.DONE


def failed(check: str, error: CommandError, code: Code | None = None) -> Row:
    """Return the row for an error.

    Args:
        check: what was looked at.
        error: the error.
        code: the exit code; None is that of the error, but 4 where it is a matter of use.
    """
    own = Code.UNABLE if error.code is Code.USAGE else error.code
    return Row(check, FAILED, error.message, error.hint, own if code is None else code)


@dataclass(frozen=True, slots=True)
class Trial:
    """What the API has said to a search that finds nothing, or at most one order.

    Args:
        error: how it has failed; None if it has not.
        clock_s: seconds that this clock is ahead of the server's; None if the server did not say.
        quota: the calls that are left and the most there are, as the server has them; None if it did not say.
        others: what is known of the other API products.
        unasked: why the rest of them was not tried; empty if all were.
    """

    error: ApiException | None
    clock_s: float | None
    quota: tuple[str, str] | None
    others: tuple[Approved, ...] = ()
    unasked: str = ""

    @property
    def has_token(self) -> bool:
        """Whether the credentials are good: a token was given for them, and known."""
        if self.error is None or self.is_approved is False:
            return True
        return self.error.operation != "get_accesstoken" and self.error.status not in (0, 401, None)

    @property
    def is_approved(self) -> bool | None:
        """Whether the app may use the API; None if that is not known."""
        from xi.sdk.resellers import NotApprovedException

        return True if self.error is None else False if isinstance(self.error, NotApprovedException) else None

    @property
    def is_answered(self) -> bool:
        """Whether there was an answer."""
        return self.error is None or bool(self.error.status)


def tried(configuration: Configuration, told: Told = str, *, call_timeout: float | None = None) -> Trial:
    """Try the credentials: fetch a token, and search today's orders; then ask each other API product once.

    No call changes anything. The others are asked only with a good token, and if the quota has room for all.

    Args:
        configuration: the host, the credentials and the account.
        told: is told what is asked.
        call_timeout: the longest that a call may take with its repeats, in seconds; None for that of this module.

    Raises:
        ApiValueError: a value cannot be sent.
    """
    from xi.sdk.resellers import ApiClient, ApiException, OrdersApi, RetryPolicy

    took = [0.0]
    observer = configuration.observer

    def watch(event: Any) -> None:
        took.append(getattr(event, "elapsed", took[-1]))
        if observer is not None:
            observer(event)

    configuration.retry = RetryPolicy(attempts=2, deadline=_CALL_S if call_timeout is None else call_timeout)
    configuration.observer = watch
    with ApiClient(configuration) as client:
        try:
            answer = (
                OrdersApi(client)
                .bound()
                .get_resellers_v6_ordersearch_with_http_info(ingram_order_date=datetime.now(UTC).date(), page_size=1)
            )
        except ApiException as error:
            trial = _trial(error, error.headers or {}, took[-1])
        else:
            trial = _trial(None, answer.headers or {}, took[-1])
        if not (trial.has_token and trial.is_answered):
            return trial
        found, unasked = others(client, trial.quota and trial.quota[0], told)
        stated = [each for each in (trial.quota, *(_quota(each.headers) for each in found)) if each is not None]
        # Whether the products share a quota is not certain; the least that is left holds for both.
        least = min(stated, key=lambda each: int(each[0]) if each[0].isdecimal() else 0, default=None)
        return replace(trial, others=found, unasked=unasked, quota=least)


def _trial(error: ApiException | None, headers: Mapping[str, str], took: float) -> Trial:
    found = {name.lower(): value for name, value in headers.items()}
    return Trial(error, _clock(found.get("date"), took), _quota(found))


def _quota(headers: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the calls that are left and the most there are; None if the server does not say."""
    found = {name.lower(): value for name, value in headers.items()}
    limit, left = (found.get(f"x-ratelimit-{name}") for name in ("limit", "remaining"))
    return (left, limit) if left and limit else None


def _clock(date: str | None, took: float) -> float | None:
    """Return how far this clock is ahead; 0 if the difference is within what an answer can tell.

    The server cuts its time to a second, and may write the same one for a second.
    """
    try:
        server = parsedate_to_datetime(date or "").timestamp() + 0.5
    except ValueError:
        return None
    apart = time.time() - took / 2 - server
    return 0.0 if abs(apart) <= _DATE_S + took / 2 else apart


def clock_text(seconds: float) -> str:
    """Return how far the clock is from the server's, such as `+0.2 s`.

    Args:
        seconds: how far it is ahead.
    """
    return f"{seconds:+.1f} s"


def api_rows(trial: Trial, identity: Identity) -> Iterator[Row]:
    """Yield what a trial says of the token, the APIs, the quota, the clock and TLS.

    Args:
        trial: the trial.
        identity: where the API is.
    """
    from xi.sdk.resellers.cli.failures import as_command_error

    error = trial.error
    told = None if error is None else as_command_error(error)
    if trial.has_token or told is None:
        yield Row("token", OK, "good")
    elif trial.is_answered:
        yield failed("token", told)
    else:
        yield Row("token", FAILED, told.message, told.hint, Code.UNABLE)
    if error is None:
        yield Row("orders API", OK, "approved")
    elif trial.is_approved is False:
        yield Row("orders API", FAILED, "not approved", PORTAL, Code.UNABLE)
    elif trial.has_token and told is not None:
        yield failed("orders API", told, Code.UNABLE)
    else:
        yield Row("orders API", WARNING, "not known without a token", "mend the token first")
    yield from _family_rows(trial)
    if trial.is_answered:
        yield _account_row(trial, identity)
    if trial.quota is not None:
        left, most = trial.quota
        is_used_up = left == "0"
        yield Row("quota", WARNING if is_used_up else OK, f"{left} of {most} calls left", "wait a minute" * is_used_up)
    elif trial.is_answered:
        yield Row("quota", OK, "the server does not say one")
    else:
        yield Row("quota", WARNING, _UNKNOWN)
    yield _clock_row(trial)
    yield _tls_row(trial, identity)


def _family_rows(trial: Trial) -> Iterator[Row]:
    """Yield a row for each product but the first. One that is not approved keeps no order from being placed."""
    from xi.sdk.resellers.approvals import Approval

    for each in trial.others:
        check = f"{name_of(each.family)} API"
        if each.state is Approval.APPROVED:
            yield Row(check, OK, "approved")
        elif each.state is Approval.NOT_APPROVED:
            yield Row(check, WARNING, "not approved", f"{PORTAL}, if you use it")
        else:
            yield Row(check, WARNING, f"not known: {each.says}", "try again later")
    if trial.unasked:
        for family in untried(trial.others):
            yield Row(f"{name_of(family)} API", WARNING, trial.unasked, "try again in a minute")


def _account_row(trial: Trial, identity: Identity) -> Row:
    """Return whether the server takes the customer and the country; its texts tell if not."""
    account = f"{identity.customer_number} {identity.country_code}"
    others_say = (about_account(each.error, headers_only=True) for each in trial.others)
    against = about_account(trial.error) or next((said for said in others_say if said is not None), None)
    if trial.error is not None and against is not None:
        do = "xi-orders login, with the customer and the country that are registered for the app"
        return Row("customer and country", FAILED, f"{account} is refused: {against}", do, Code.UNABLE)
    if trial.error is None or any(each.error is None for each in trial.others):
        return Row("customer and country", OK, f"{account} is accepted")
    return Row("customer and country", WARNING, f"not known: no API has answered for {account}")


def _clock_row(trial: Trial) -> Row:
    if trial.clock_s is None:
        return Row("clock", WARNING, "the server says no time" if trial.is_answered else _UNKNOWN)
    if abs(trial.clock_s) > _CLOCK_S:
        found = f"{clock_text(trial.clock_s)} from the server's"
        return Row("clock", WARNING, found, "set the clock of this machine, by NTP")
    return Row("clock", OK, clock_text(trial.clock_s))


def _tls_row(trial: Trial, identity: Identity) -> Row:
    if not identity.host.lower().startswith("https://"):
        # The client sends a secret without TLS to this machine only.
        return Row("TLS", OK, "none, and none is needed on this machine")
    if trial.is_answered:
        return Row("TLS", OK, "the certificate is good")
    reason = str(trial.error)
    if any(word in reason.lower() for word in ("certificate", "ssl", "tls")):
        return Row("TLS", FAILED, reason, "say ca_cert in the profile, if a proxy has its own certificate", Code.UNABLE)
    return Row("TLS", WARNING, _UNKNOWN)


def ledger_row(session: Session) -> Row:
    """Return whether the ledger can be used. It is not made here.

    Args:
        session: the command.
    """
    from xi.sdk.resellers import OpenApiException
    from xi.sdk.resellers.cli.failures import as_command_error
    from xi.sdk.resellers.ordering import Fault, LedgerError

    try:
        ledger = session.unopened_ledger()
        ledger.open(session.identity.label, make=False)
    except CommandError as error:
        return failed("ledger", error, Code.LEDGER)
    except OpenApiException as error:
        is_missing = isinstance(error, LedgerError) and error.fault is Fault.MISSING
        if is_missing and session.identity.label in ("sandbox", "local"):
            return _row_of_none_yet(session.config.ledger_url(session.identity).value)
        told = as_command_error(error) or CommandError(str(error))
        if is_missing:
            return Row("ledger", FAILED, "no ledger", "xi-orders ledger init", Code.LEDGER)
        return failed("ledger", told, Code.LEDGER)
    return Row("ledger", OK, ledger.name)


def _row_of_none_yet(where: str) -> Row:
    none_yet = Row("ledger", OK, f"none yet: the first order makes {where}")
    if "://" in where:
        return none_yet
    folder = Path(where).absolute().parent
    if not folder.is_dir():
        why, do = f"there is no folder {folder}", "make it"
    elif not os.access(folder, os.W_OK | os.X_OK):
        why, do = f"{folder} cannot be written", "give the rights"
    else:
        return none_yet
    return Row("ledger", FAILED, f"none, and no order can make it: {why}", f"{do}; or --ledger FILE", Code.LEDGER)


def disk_row(ledger: Value) -> Row | None:
    """Return how much room the disk of the ledger has; None if the ledger is a database.

    Args:
        ledger: where the ledger is.
    """
    if "://" in str(ledger.value):
        return None
    folder = next((each for each in Path(ledger.value).absolute().parents if each.is_dir()), Path("/"))
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Row("disk", WARNING, f"{folder}: {error.strerror}")
    found = f"{free / 1e9:.1f} GB free for {folder}"
    if free < _TOO_LITTLE:
        return Row("disk", FAILED, found, "make room: orders are not sent when the ledger cannot grow", Code.LEDGER)
    return Row("disk", WARNING if free < _LITTLE else OK, found, "make room" if free < _LITTLE else "")


def file_rows(config: Config, ledger: Value | None) -> Iterator[Row]:
    """Yield who can read, and change, the files of the set-up.

    Args:
        config: the configuration.
        ledger: where the ledger is; None if that is not known.
    """
    if sys.platform == "win32":
        files = ", ".join(str(each.path) for each in config.files) or "none"
        yield Row("files", WARNING, f"who can read them is not known here: {files}", "look with icacls")
        return
    wrong = [*_open_files(config, ledger)]
    yield from wrong
    if not wrong:
        yield Row("files", OK, "nobody else can read a secret or the ledger, or change the configuration")


def _open_files(config: Config, ledger: Value | None) -> Iterator[Row]:
    for file in config.files:
        found = file.path.stat()
        if found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            what = f"{file.path}: others may change it, and with it which commands are run"
            yield Row("files", FAILED, what, f"chmod go-w {file.path}", Code.NO)
        if found.st_uid not in (0, os.getuid()):
            yield Row("files", WARNING, f"{file.path}: it belongs to another user", "find out why")
    if ledger is not None and "://" not in str(ledger.value) and Path(ledger.value).exists():
        found = Path(ledger.value).stat()
        if found.st_mode & stat.S_IRWXO:
            what = f"{ledger.value}: others may read it, and it has addresses"
            yield Row("files", WARNING, what, f"chmod o-rwx {ledger.value}")
