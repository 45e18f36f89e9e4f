"""How the orders of an account are: numbers for a monitoring system, as OpenMetrics text or OpenTelemetry gauges.

    from xi.sdk.resellers.ordering.metrics import openmetrics_text

    text = openmetrics_text(desk.metrics())

Page somebody for `xi_orders_doubled_total`; in working hours for held orders, and for a doubt or a pause of an hour.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from xi.sdk.resellers._extras import missing
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._protocol import Reason, State
from xi.sdk.resellers.ordering.errors import LedgerError

if TYPE_CHECKING:
    from opentelemetry.metrics import CallbackOptions, MeterProvider, Observation

    from xi.sdk.resellers.ordering.ledger import Ledger

SEEN_S: Final = 300.0
"""For how long a worker counts after it was seen last, in seconds."""
_KEPT_S: Final = 1.0
"""For how long one reading of the ledger serves all gauges, in seconds."""
WHOLE_APP: Final = "all"
"""The bucket of a quota that all kinds of calls share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """The numbers of one account, at one moment.

    Args:
        rows: orders by state; each state is there.
        oldest_doubt_s: the age of the oldest doubt in seconds; 0 without one.
        held: held orders by reason; each reason is there.
        doubled: orders of which two of ours stand, or stood.
        sends: answers to sends, by the state after them.
        paused: whether nothing new is sent.
        pause: why, and by whom; None if it is not paused.
        breaker_open: whether sends are held back because creates in a row had no clear answer.
        quota_remaining: calls left, by bucket, as of the last answer that said it.
        last_settled: when an order was settled last, in seconds since 1970; None if none was.
        workers: workers seen in the last 5 minutes.
    """

    rows: Mapping[State, int]
    oldest_doubt_s: float
    held: Mapping[Reason, int]
    doubled: int
    sends: Mapping[State, int]
    paused: bool
    pause: str | None
    breaker_open: bool
    quota_remaining: Mapping[str, int]
    last_settled: float | None
    workers: int


class Measured(Protocol):
    """A desk, blocking or awaited."""

    def measure(self) -> Metrics:
        """Return its metrics."""
        ...


def read_metrics(ledger: Ledger, customer: str, country: str, app: str) -> Metrics:
    """Return the numbers of an account.

    Args:
        ledger: the ledger.
        customer: the customer number.
        country: the country.
        app: the short name of the app, whose quota it is.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    with ledger.reading() as tx:
        counts = tx.counts(customer, country)
        pause = tx.pause(customer, country)
        breaker = tx.breaker(customer, country)
        quotas = tx.quotas(app)
        workers = tx.workers()
        now = tx.now
    return Metrics(
        rows={each: counts.states.get(each, 0) for each in State},
        oldest_doubt_s=0.0 if counts.oldest_doubt is None else max(0.0, now - counts.oldest_doubt),
        held={each: counts.held.get(each, 0) for each in Reason if each is not Reason.DOUBLED},
        doubled=counts.doubled,
        sends=dict(counts.answers),
        paused=pause is not None,
        pause=None if pause is None else f"{pause.by}: {pause.because}",
        breaker_open=breaker.is_open,
        quota_remaining={
            name or WHOLE_APP: each.remaining
            for name, each in quotas.items()
            if each.applies and each.remaining is not None
        },
        last_settled=counts.last_settled,
        workers=sum(each.last >= now - SEEN_S for each in workers),
    )


# -- the names


@dataclass(frozen=True, slots=True)
class _Family:
    """A name with its samples."""

    name: str
    kind: str
    help: str
    label: str | None
    samples: Callable[[Metrics], Iterable[tuple[str, float]]]


def _one(value: float | None) -> Iterable[tuple[str, float]]:
    return () if value is None else (("", float(value)),)


_FAMILIES: Final = (
    _Family("rows", "gauge", "Orders by state.", "state", lambda m: m.rows.items()),
    _Family("oldest_doubt_seconds", "gauge", "Age of the oldest doubt.", None, lambda m: _one(m.oldest_doubt_s)),
    _Family("held", "gauge", "Orders that wait for a person, by reason.", "reason", lambda m: m.held.items()),
    _Family("doubled", "counter", "Orders of which two of ours were found.", None, lambda m: _one(m.doubled)),
    _Family("sends", "counter", "Answers to sends, by the state after them.", "outcome", lambda m: m.sends.items()),
    _Family("paused", "gauge", "1 while nothing new is sent.", None, lambda m: _one(m.paused)),
    _Family("breaker_open", "gauge", "1 while sends are held back.", None, lambda m: _one(m.breaker_open)),
    _Family("quota_remaining", "gauge", "Calls that are left.", "bucket", lambda m: m.quota_remaining.items()),
    _Family(
        "last_settled_timestamp_seconds",
        "gauge",
        "When an order was settled last.",
        None,
        lambda m: _one(m.last_settled),
    ),
    _Family("workers", "gauge", "Workers seen in the last 5 minutes.", None, lambda m: _one(m.workers)),
)
_RUN: Final = (
    ("run_last_exit_code", "Exit code of the last run."),
    ("run_last_end_timestamp_seconds", "When the last run ended."),
)


def openmetrics_text(
    metrics: Metrics,
    *,
    labels: Mapping[str, str] | None = None,
    exit_code: int | None = None,
    ended: float | None = None,
) -> str:
    """Return metrics as OpenMetrics text, for a scrape or for a file of node_exporter.

    Args:
        metrics: the numbers.
        labels: labels that every sample has, such as the account, where one file or page has several.
        exit_code: the exit code of a run that has ended.
        ended: when it ended, in seconds since 1970.
    """
    always = tuple((labels or {}).items())
    lines: list[str] = []
    for family in _FAMILIES:
        name = f"xi_orders_{family.name}"
        lines += [f"# TYPE {name} {family.kind}", f"# HELP {name} {family.help}"]
        suffix = "_total" if family.kind == "counter" else ""
        for key, value in family.samples(metrics):
            own = ((family.label, key),) if family.label is not None else ()
            lines.append(f"{name}{suffix}{_labels((*always, *own))} {_number(value)}")
    for (short, text), number in zip(_RUN, (exit_code, ended), strict=True):
        if number is not None:
            name = f"xi_orders_{short}"
            lines += [f"# TYPE {name} gauge", f"# HELP {name} {text}", f"{name}{_labels(always)} {_number(number)}"]
    return "\n".join((*lines, "# EOF", ""))


def _labels(pairs: Iterable[tuple[str, str]]) -> str:
    shown = ",".join(f'{name}="{_escaped(value)}"' for name, value in pairs)
    return f"{{{shown}}}" if shown else ""


def _escaped(value: str) -> str:
    return str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))


# -- OpenTelemetry


def otel_gauges(desk: Measured, meter_provider: MeterProvider | None = None) -> None:
    """Register an observable gauge for each number; needs the extra `otel`. The ledger is read when they are collected.

    Args:
        desk: an OrderDesk, blocking or awaited.
        meter_provider: receives them; by default the provider of the process.

    Raises:
        ImportError: OpenTelemetry is not installed.
    """
    try:
        from opentelemetry.metrics import Observation, get_meter  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ImportError(missing("gauges need OpenTelemetry", "otel"), name=error.name) from error
    meter = get_meter("xi.sdk.resellers", meter_provider=meter_provider)
    reading = _Reading(desk)

    def callback(family: _Family) -> Callable[[CallbackOptions], Iterator[Observation]]:
        def observe(_: CallbackOptions) -> Iterator[Observation]:
            metrics = reading.now()
            if metrics is not None:
                for key, value in family.samples(metrics):
                    yield Observation(value, {family.label: str(key)} if family.label is not None else {})

        return observe

    for family in _FAMILIES:
        counts = family.kind == "counter"
        make: Any = meter.create_observable_counter if counts else meter.create_observable_gauge
        make(f"xi.orders.{family.name}", callbacks=[callback(family)], description=family.help)


class _Reading:
    """The metrics of a desk, read once for all gauges of one collection."""

    def __init__(self, desk: Measured) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._metrics: Metrics | None = None
        self._until = float("-inf")

    def now(self) -> Metrics | None:
        """Return the metrics; None while the ledger cannot be read."""
        with self._lock:
            if time.monotonic() >= self._until:
                try:
                    self._metrics = self._desk.measure()
                except LedgerError as error:
                    self._metrics = None
                    log.warning("the metrics cannot be read: %s", error)
                self._until = time.monotonic() + _KEPT_S
            return self._metrics
