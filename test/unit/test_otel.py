"""Spans describe calls and attempts, below the program's own span, and contain no data that was sent."""

from __future__ import annotations

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode
from unit_kit import AT_ONCE, ORDER, WHO, Connected, answer, not_sent, unanswered

from xi.sdk.resellers import Configuration
from xi.sdk.resellers.exceptions import UnansweredException
from xi.sdk.resellers.otel import spans


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def provider(exporter: InMemorySpanExporter) -> TracerProvider:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider


def observed(provider: TracerProvider, *script: object) -> Connected:
    configuration = Configuration(access_token="tok-s3cret", retry=AT_ONCE, observer=spans(provider))
    return Connected(*script, configuration=configuration)  # type: ignore[arg-type]


def test_a_call_has_a_span_with_a_child_span_for_each_attempt(
    provider: TracerProvider, exporter: InMemorySpanExporter
) -> None:
    client = observed(provider, not_sent(), answer(429), answer(200, {"ingramOrderNumber": "20-AB1CD"}))
    with provider.get_tracer("program").start_as_current_span("nightly run") as run:
        client.orders.get_orderdetails_v6_1("20-AB1CD", *WHO)
    call, first, second, third, outer = exporter.get_finished_spans()
    assert outer.name == "nightly run"
    assert call.name == "get_orderdetails_v6_1"
    assert call.parent.span_id == run.get_span_context().span_id
    assert {each.parent.span_id for each in (first, second, third)} == {call.context.span_id}
    assert dict(call.attributes) == {
        "xi.operation": "get_orderdetails_v6_1",
        "xi.attempts": 3,
        "xi.correlation_id": "corr-1",
        "http.response.status_code": 200,
    }
    assert call.status.status_code is StatusCode.UNSET
    assert [each.name for each in (first, second, third)] == [f"get_orderdetails_v6_1 attempt {i}" for i in (1, 2, 3)]
    assert first.status.status_code is StatusCode.ERROR
    assert first.status.description == "could not connect"
    assert second.status.description == "status 429"
    assert [each.attributes.get("http.request.resend_count") for each in (first, second, third)] == [0, 1, 2]
    assert "xi.wait_s" in second.attributes
    assert "xi.wait_s" not in third.attributes
    assert call.start_time <= first.start_time <= first.end_time <= third.end_time <= call.end_time
    assert call.kind is SpanKind.CLIENT


def test_the_span_of_an_unanswered_call_is_an_error_and_contains_no_secret(
    provider: TracerProvider, exporter: InMemorySpanExporter
) -> None:
    with pytest.raises(UnansweredException):
        observed(provider, unanswered("reset by peer")).orders.post_createorder_v6(*WHO, ORDER)
    call, attempt = exporter.get_finished_spans()
    assert call.status.description == attempt.status.description == "reset by peer"
    assert "http.response.status_code" not in call.attributes
    everything = "".join(each.to_json() for each in (call, attempt))
    assert "s3cret" not in everything
    assert "AB12" not in everything
