"""Write OpenTelemetry spans for calls and their attempts; needs the extra `otel`.

from xi.sdk.resellers import ApiClient, Configuration
from xi.sdk.resellers.otel import spans

client = ApiClient(Configuration(access_token="...", observer=spans()))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._extras import missing

try:
    from opentelemetry import trace
except ImportError as error:
    raise ImportError(missing("spans need OpenTelemetry", "otel")) from error

from xi.sdk.resellers._core.observing import Attempt, Finished, Observer
from xi.sdk.resellers._version import __version__

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.trace import Tracer
    from opentelemetry.util.types import AttributeValue


_FAILED_FROM = 400
_NANOSECONDS = 1_000_000_000


def spans(tracer_provider: trace.TracerProvider | None = None) -> Observer:
    """Return an observer that writes a span for each call, with a child span for each attempt.

    The span of a call is a child of the span that is current where the call is made. It has the operation, the
    correlation ID and the status. The span of an attempt also has the wait after the attempt. No span has headers,
    bodies or an order's data.

    Args:
        tracer_provider: receives the spans; by default the provider of the process.
    """
    tracer = trace.get_tracer("xi.sdk.resellers", __version__, tracer_provider)

    def observe(event: Attempt | Finished) -> None:
        if isinstance(event, Finished):
            _write(tracer, event)

    return observe


def _write(tracer: Tracer, call: Finished) -> None:
    attributes: dict[str, AttributeValue] = {"xi.operation": call.operation, "xi.attempts": len(call.tried)}
    if call.correlation_id is not None:
        attributes["xi.correlation_id"] = call.correlation_id
    parent = _span(tracer, call.operation, call, attributes, None)
    for attempt in call.tried:
        more: dict[str, AttributeValue] = {"http.request.resend_count": attempt.number - 1, "xi.held_s": attempt.held}
        if attempt.wait is not None:
            more["xi.wait_s"] = attempt.wait
        _span(tracer, f"{call.operation} attempt {attempt.number}", attempt, more, parent)


def _span(
    tracer: Tracer,
    name: str,
    event: Attempt | Finished,
    attributes: dict[str, AttributeValue],
    parent: Context | None,
) -> Context:
    """Write a finished span, and return the context for its child spans."""
    if event.status is not None:
        attributes["http.response.status_code"] = event.status
    began = int(event.started * _NANOSECONDS)
    span = tracer.start_span(name, parent, trace.SpanKind.CLIENT, attributes, start_time=began)
    if event.failure is not None:
        span.set_status(trace.StatusCode.ERROR, event.failure)
    elif event.status is not None and event.status >= _FAILED_FROM:
        span.set_status(trace.StatusCode.ERROR, f"status {event.status}")
    span.end(began + int(event.elapsed * _NANOSECONDS))
    return trace.set_span_in_context(span, parent)
