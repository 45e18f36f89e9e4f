"""What is given random bytes, and what has to hold: a reader returns, or raises the one error that it promises."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "unit"))

from unit_kit import OPERATIONS, OTHERS, call_of

from xi.sdk.resellers import models
from xi.sdk.resellers._core.exchange import Runtime
from xi.sdk.resellers._core.messages import FinalResponse, Headers, Response
from xi.sdk.resellers._core.parse import parse as parse_answer
from xi.sdk.resellers.exceptions import ApiException, ApiValueError
from xi.sdk.resellers.ordering import FileRefusedError, check_file, order_template, read_orders
from xi.sdk.resellers.webhooks import parse, verify

T = TypeVar("T")
E = TypeVar("E", bound=Exception)

SECRET = "secret-of-the-webhook"
VECTORS = Path(__file__).parents[2] / "contract" / "vectors"
PIECES = [
    b'"',
    b",",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b"\n",
    b"\r\n",
    b"\x00",
    b"\\u0000",
    b"\\ud800",
    b"null",
    b"true",
    b"1e999",
]
PIECES += [b"-0", b"9" * 40, b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc3\xa4", b"#", b";", b"\t", b"=1+1", b" ", b"'"]


def bodies(*kinds: str) -> list[bytes]:
    """Return the bodies of the vectors of some kinds, which have what servers were seen to send."""
    found = []
    for kind in kinds:
        for path in sorted((VECTORS / kind).glob("*.json")):
            for vector in json.loads(path.read_text(encoding="utf-8"))["vectors"]:
                given = vector["given"]
                found.append(bytes_of(given.get("body") or given.get("answer", {}).get("body") or {}))
    return sorted({each for each in found if each})


def bytes_of(body: dict[str, Any]) -> bytes:
    if "json" in body:
        return json.dumps(body["json"]).encode()
    if "base64" in body:
        return base64.b64decode(body["base64"])
    return str(body.get("text", "")).encode("utf-8", "surrogatepass")


ANSWERS = bodies("response", "error")
EVENTS = bodies("webhook")
FILES = {
    kind: [order_template(kind, all_fields=each).encode() for each in (False, True)]
    for kind in ("csv", "json", "jsonl")
}


@st.composite
def damaged(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """Return a seed with up to eight changes: bytes taken away, put in, repeated, or taken from another seed."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 40)))
        how = draw(st.sampled_from(["less", "more", "again", "other", "bytes", "cut"]))
        other = draw(st.sampled_from(seeds))
        put = {
            "less": b"",
            "more": data[at:to] + draw(st.sampled_from(PIECES)),
            "again": data[at:to] * 2,
            "other": other[at:to],
            "bytes": draw(st.binary(max_size=6)),
            "cut": b"",
        }[how]
        data = data[:at] + put + (b"" if how == "cut" else data[to:])
    return data


def any_bytes(seeds: list[bytes]) -> st.SearchStrategy[bytes]:
    return st.one_of(damaged(seeds), damaged(seeds), damaged(seeds), st.binary(max_size=200))


def tried(read: Callable[[], T], refusal: type[E]) -> tuple[T | None, E | None]:
    """Return what a reader returns, or the error that it promises; any other goes on its way."""
    try:
        return read(), None
    except refusal as error:
        return None, error


def check_answer(data: tuple[str, int, str | None, bytes]) -> None:
    """An answer is a model, None or an ApiException of one printable line; a model is written as it was read."""
    operation, status, content_type, body = data
    headers = Headers([("Content-Type", content_type)] if content_type else [])
    runtime = Runtime(lambda: 0.0, lambda: 1_700_000_000.0, lambda: 0.5)
    response = Response(status, "Fine", headers, body)
    result, error = tried(lambda: parse_answer(call_of(operation), FinalResponse(response, 1), runtime), ApiException)
    if error is not None:
        assert str(error).isprintable(), str(error)
        assert error.status == status
        return
    assert 200 <= status < 300, "only a success is a result"
    for each in result if isinstance(result, list) else [result]:
        if each is not None:
            written = each.to_json()
            assert type(each).from_json(written).to_json() == written, "what was read is written the same again"


def check_webhook(body: bytes) -> None:
    """A body has events, or is refused with an ApiValueError; the signature of its one ID fits, and no other."""
    events, error = tried(lambda: parse(body), ApiValueError)
    if events is None:
        assert str(error).isprintable(), str(error)
        assert not verify(body, signature("e-1"), SECRET)
        return
    ids = {each.event_id for each in events}
    (event_id,) = ids if len(ids) == 1 else [None]
    assert verify(body, signature(event_id or "e-1"), SECRET) is (event_id is not None)
    assert not verify(body, signature(event_id or "e-1"), "another secret")
    for each in events:
        if each.notification is not None:
            json.loads(each.notification.to_json())


def signature(event_id: str) -> str:
    return base64.b64encode(hmac.new(SECRET.encode(), event_id.encode(), hashlib.sha512).digest()).decode()


def check_order_file(data: tuple[str, dict[str, Any], bytes]) -> None:
    """A file has orders, or is refused; the reader and the check find the same."""
    kind, options, content = data
    check = check_file(io.BytesIO(content), kind=kind, **options)
    for each in check.errors:
        assert str(each).isprintable(), str(each)
        assert each.code
    file, error = tried(lambda: read_orders(io.BytesIO(content), kind=kind, **options), FileRefusedError)
    if file is None or error is not None:
        assert error is not None
        assert error.errors == check.errors != ()
        return
    with file:
        orders = [each.order for each in file]
    assert not check.errors
    assert len(orders) == check.orders
    assert len({each["customerOrderNumber"].casefold() for each in orders}) == len(orders), "a PO comes once"
    for each in orders:
        assert models.OrderCreateRequest.from_dict(each) is not None


DELIMITERS = st.sampled_from([None, None, ",", ";", "\t", "|"])
STATUSES = st.sampled_from([200, 200, 201, 202, 204, 207, 302, 400, 401, 404, 409, 429, 500, 503])
TYPES = st.sampled_from(
    [None, "application/json", "application/json; charset=utf-16", "text/html; charset=latin-1", "x"]
)


def order_files() -> st.SearchStrategy[tuple[str, dict[str, Any], bytes]]:
    csv_options = st.fixed_dictionaries({"delimiter": DELIMITERS, "last_line_whole": st.booleans()})
    options = {"csv": csv_options, "json": st.just({}), "jsonl": st.just({})}
    return st.one_of(*(st.tuples(st.just(kind), options[kind], any_bytes(seeds)) for kind, seeds in FILES.items()))


def targets() -> Iterator[tuple[str, st.SearchStrategy[Any], Callable[[Any], None]]]:
    """Yield each target: its name, what it is given, and what is checked."""
    operations = st.sampled_from(sorted(OPERATIONS | OTHERS))
    yield "answers", st.tuples(operations, STATUSES, TYPES, any_bytes(ANSWERS)), check_answer
    yield "webhooks", any_bytes(EVENTS), check_webhook
    yield "order files", order_files(), check_order_file
