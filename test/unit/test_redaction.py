"""Secrets that the server returns are hidden in every spelling, and messages are one printable line."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import re
import time
import traceback
from collections.abc import Callable
from html import escape
from html.entities import codepoint2name
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit_kit import AT_ONCE, ORDER, WHO, Connected, Step, answer, unanswered

from xi.sdk.resellers._charsets import decoded
from xi.sdk.resellers._client import apps
from xi.sdk.resellers._core import redact
from xi.sdk.resellers._core.messages import Headers, Response
from xi.sdk.resellers._core.redact import HIDDEN, Sealed, is_sealed, opened, sealed, without
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import (
    LONGEST_SHOWN,
    ApiException,
    ApiKeyError,
    ApiValueError,
    BadRequestException,
    Doubt,
    ErrorDetail,
    FieldError,
    UnansweredException,
    printable,
)

AWKWARD = "s3cret/+ &<\"é\\='0123"
"""A secret that each way of writing it down spells differently."""
SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "form": quote_plus,
    "URL": quote,
    "URL, the slash too": lambda text: quote(text, safe=""),
    "URL in lower case": lambda text: re.sub("%..", lambda found: found[0].lower(), quote(text, safe="")),
    "URL twice": lambda text: quote(quote(text, safe=""), safe=""),
    "JSON": lambda text: json.dumps(text)[1:-1],
    "JSON, not only ASCII": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "JSON, the slash too": lambda text: json.dumps(text)[1:-1].replace("/", "\\/"),
    "JSON within JSON": lambda text: json.dumps(json.dumps(text)[1:-1])[1:-1],
    "HTML": escape,
    "HTML with numbers": lambda text: "".join(each if each.isalnum() else f"&#{ord(each)};" for each in text),
    "HTML with names": lambda text: "".join(
        f"&{codepoint2name[ord(each)]};" if ord(each) in codepoint2name else each for each in text
    ),
    "HTML within JSON": lambda text: json.dumps(escape(text))[1:-1],
    "a form within HTML": lambda text: escape(quote_plus(text)),
    "bytes read as Latin-1": lambda text: text.encode().decode("latin-1"),
}


def escaped(text: str, *, every: int = 1) -> str:
    """Return a text for JSON, each of its characters, or every second or third one, as an escape."""
    units = text.encode("utf-16-be")
    escapes = [f"\\u{units[at : at + 2].hex().upper()}" for at in range(0, len(units), 2)]
    return "".join(unit if i % every == 0 else text[i] for i, unit in enumerate(escapes))


@pytest.fixture(autouse=True)
def forgotten() -> None:
    """Let each test make its patterns anew, whatever earlier ones have hidden."""
    redact._pattern.cache_clear()


# What is replaced


@pytest.mark.parametrize("spelled", SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize(
    "secret", [AWKWARD, "plain-s3cret-of-length", "a/b+c=d&e", '\\\\"\\u00e9%2F%25', "日本語 🚚 & more"]
)
def test_a_secret_is_hidden_in_every_spelling(spelled: Callable[[str], str], secret: str) -> None:
    said = f"not {spelled(secret)}, nor {secret}{secret} nor (x{spelled(secret)}x)"
    assert without(said, [Sealed(secret)]) == f"not {HIDDEN}, nor {HIDDEN}{HIDDEN} nor (x{HIDDEN}x)"


@pytest.mark.parametrize(
    ("secret", "said", "shown"),
    [
        # Less than four characters are no secret, less than eight are one as a whole word only.
        ("e", "the token endpoint refused e", None),
        ("abc", "abc is as easy as abc", None),
        ("", "nothing", None),
        ("toke", "toke is not a token", "*** is not a token"),
        ("refused", "it refused, unrefused; refused_ is a word too", "it ***, unrefused; refused_ is a word too"),
        ("refused", '"refused"', '"***"'),
        ("password", "passwords", "***s"),
    ],
)
def test_a_short_secret_does_not_change_words(secret: str, said: str, shown: str | None) -> None:
    assert without(said, [Sealed(secret)]) == (said if shown is None else shown)


def test_several_secrets_are_all_hidden() -> None:
    secrets = [Sealed("first-s3cret"), Sealed(b"second-s3cret"), Sealed("e")]
    assert without("first-s3cret, second-s3cret, first-s3cret-2", secrets) == "***, ***, ***-2"


@given(st.text(min_size=8), st.text(), st.text())
def test_no_long_part_of_a_secret_remains(secret: str, before: str, after: str) -> None:
    shown = without(f"{before}{secret}{after}", [Sealed(secret)])
    assert secret not in shown.replace(HIDDEN, "") or secret in HIDDEN + before + after


@pytest.mark.parametrize("every", [1, 2, 3])
def test_a_secret_is_hidden_in_any_mix_of_json_escapes(every: int) -> None:
    secret, said = "Tok3n-0123456789", escaped("Tok3n-0123456789", every=every)
    for each in (
        said,
        said.lower() if every == 1 else said,
        json.dumps(said)[1:-1],
        "%54" + secret[1:],
        "&#x54;ok3n-0123456789",
    ):
        shown = without(f'{{"\\u0041": "{each}\\u0042"}}', [Sealed(secret)])
        assert json.loads(shown) == {"A": f"{HIDDEN}B"}, each
    kept = '{"\\u0041": "%41 &#65; \\u0042"}'
    assert without(kept, [Sealed(secret)]) == kept


LOOK_ALIKES = [
    "%42",
    "%2f",
    "%2542",
    "\\u0041",
    "\\\\u0041",
    "\\u0022",
    "&#66;",
    "&#x42;",
    "&amp;#66;",
    "&amp;",
    "=42",
    "+",
    "\\",
]
"""Parts of a secret that look like an encoding of another character."""
WRITTEN: dict[str, Callable[[str], str]] = {
    "plain": str,
    "JSON": lambda each: f"\\u{ord(each):04x}",
    "JSON, in capitals": lambda each: f"\\u{ord(each):04X}",
    "URL": lambda each: f"%{ord(each):02x}",
    "HTML": lambda each: f"&#{ord(each)};",
    "HTML, hexadecimal": lambda each: f"&#x{ord(each):X};",
}
"""Ways to write a character."""


MEANT = {"JSON": {"\\": "\\\\", '"': '\\"'}, "URL": {"%": "%25", "+": "%2B"}, "HTML": {"&": "&amp;"}, "plain": {}}
"""What each has to write in another way, so that it is read as it was meant."""


def written(text: str, way: str, share: int) -> str:
    """Return a text written in a way: what has to be, and each of its characters, or every second or third one."""
    meant = MEANT[way.partition(",")[0]]
    return "".join(WRITTEN[way](each) if at % share == 0 else meant.get(each, each) for at, each in enumerate(text))


@pytest.mark.parametrize("look_alike", LOOK_ALIKES)
@pytest.mark.parametrize("way", WRITTEN)
@pytest.mark.parametrize("outer", WRITTEN)
def test_a_secret_that_looks_encoded_is_hidden_in_any_mix_of_encodings(look_alike: str, way: str, outer: str) -> None:
    for secret in (
        f"abcdefgh{look_alike}ijk",
        f"x{look_alike}abcdefgh",
        f"abcdefgh{look_alike}z",
        f"a{look_alike * 2}bcdefghi",
    ):
        for share, again in ((1, 1), (2, 1), (40, 1), (1, 3), (40, 40), (3, 2)):
            said = written(written(secret, way, share), outer, again)
            assert without(f"<{said}>", [Sealed(secret)]) == f"<{HIDDEN}>", said


@given(
    st.lists(st.one_of(st.sampled_from(LOOK_ALIKES), st.sampled_from("abc019-._~/:"))).map("".join),
    st.lists(st.tuples(st.sampled_from([*WRITTEN]), st.integers(1, 9)), min_size=1, max_size=3),
)
def test_no_way_to_write_a_secret_that_looks_encoded_shows_it(made: str, ways: list[tuple[str, int]]) -> None:
    secret = f"tok{made}n-12345"
    said = secret
    for way, share in ways:
        said = written(said, way, share)
    assert without(f"<{said}>", [Sealed(secret)]) == f"<{HIDDEN}>"


@pytest.mark.parametrize("way", WRITTEN)
def test_the_beginning_of_a_secret_that_looks_encoded_is_hidden(way: str) -> None:
    secret = "ab%42cd&#66;efgh\\u0041ijklmno"
    for size in range(20, len(secret)):
        said = written(secret[:1], way, 1) + secret[1:size]
        assert without(f"no {said}", [Sealed(secret)], may_break_off=True) == f"no {HIDDEN}", said


@pytest.mark.parametrize("secret", ["tok-0123456789-abcdef", AWKWARD, "aaaaaaaaaaaaaaaaaab", "日本語 🚚 & more"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize(
    "spelled", [str, SPELLINGS["JSON"], SPELLINGS["URL"], escaped], ids=["plain", "JSON", "URL", "\\u"]
)
def test_the_beginning_of_a_secret_at_the_end_of_an_answer_is_hidden(
    secret: str, charset: str, spelled: Callable[[str], str]
) -> None:
    for size in range(9, len(secret)):
        said = f'{{"message": "no {spelled(secret[:size])}'
        # Between characters, inside one of the charset, and inside one of JSON.
        for body in (said.encode(charset), said.encode(charset)[:-1], f"{said}\\u00".encode(charset)):
            response = Response(400, "Bad", Headers(), body).without((Sealed(secret),))
            assert decoded(response.body, "", is_cut=True) == '{"message": "no ***'


@pytest.mark.parametrize("body", [b"\xff\xfe%s\x00\xd8x", b"-N%s", b"\xff\xfe\0\0%s\xff\xff\xff\xff"])
def test_a_secret_is_hidden_in_a_body_that_is_damaged_or_names_no_charset(body: bytes) -> None:
    secret = "tok-0123456789"
    wide = secret.encode("utf-16-le" if b"\0\0" not in body else "utf-32-le")
    hidden = Response(400, "Bad", Headers(), body % wide).without((Sealed(secret),)).body
    assert secret not in hidden.replace(b"\0", b"").decode("latin-1")
    assert b"***" in hidden.replace(b"\0", b"")


def test_an_ordinary_end_of_an_answer_is_kept() -> None:
    for body in (b"tok-012", b"not this one: tok-0123456x", b"", b"\\u00", b"tok-0123456 and more"):
        assert Response(400, "Bad", Headers(), body).without((Sealed("tok-0123456789"),)).body == body


def test_a_shortened_reason_does_not_end_inside_a_secret() -> None:
    secret = "".join(map(str, range(1000)))
    failure = unanswered(f"a line that is no status: {secret}").without((Sealed(secret),))
    assert str(failure) == "a line that is no status: ***…"


@pytest.mark.parametrize("unit", ["\\u0041", "\\", "%2541", "%25", "&amp;#0065;", "a", "tok-0123", "&#x0", "\0t"])
@pytest.mark.parametrize(
    "secret", ["tok-0123456789-abcdef", "a" * 500 + "b", "\\" * 9 + "u0041tok", "%42&#66;" * 9 + "\\u0041"]
)
def test_a_hostile_body_costs_little(unit: str, secret: str) -> None:
    response = Response(400, "Bad", Headers(), (unit * (200_000 // len(unit))).encode())
    began = time.process_time()
    response.without((Sealed(secret),))
    assert time.process_time() - began < 2.0


# What is sealed


def test_a_sealed_secret_shows_nothing_of_its_value() -> None:
    secret = Sealed("s3cret")
    shown = [repr(secret), str(secret), f"{secret}", f"{[secret]}", repr(vars(Holder(secret))), "%s" % secret]  # noqa: UP031 - a way too
    assert not [each for each in shown if "s3cret" in each]
    assert not isinstance(secret, (str, bytes))
    assert not hasattr(secret, "__dict__")
    assert secret.open() == "s3cret"
    assert secret.map("Bearer {}".format).open() == "Bearer s3cret"
    with pytest.raises((TypeError, AttributeError, pickle.PicklingError)):
        pickle.dumps(secret)


class Holder:
    def __init__(self, secret: Sealed) -> None:
        self.secret = secret


def test_sealed_secrets_are_compared_by_value() -> None:
    assert Sealed("a") == Sealed("a") == Sealed(b"a")
    assert Sealed("a") != Sealed("b")
    assert Sealed("a") != "a"
    assert Sealed("\ud800") == Sealed("\ud800")
    assert hash(Sealed("a")) == hash(Sealed("a"))
    assert [opened(sealed(each)) for each in ("a", None, b"b")] == ["a", None, b"b"]
    assert [is_sealed(sealed(each)) for each in ("a", None, b"b")] == [True, False, False]


# What a call leaves behind

TOKEN, SECRET, HEADER, QUERY = (f"{AWKWARD[:-4]}-{kind}" for kind in ("token", "client", "header", "query"))
TOKEN, HEADER = (each.replace("é", "e") for each in (TOKEN, HEADER))  # headers are ASCII


ONCE = RetryPolicy(attempts=1)
WAYS: dict[str, tuple[dict[str, Any], dict[str, Any], list[Step], str]] = {
    # What the configuration has, what the call has, what comes before, and the secret that is echoed.
    "a static token": ({"access_token": TOKEN}, {}, [], TOKEN),
    "a callable's token": ({"access_token": lambda: TOKEN}, {}, [], TOKEN),
    "a fetched token": (
        {"client_id": "me", "client_secret": SECRET},
        {},
        [answer(200, {"access_token": TOKEN, "expires_in": "86399"})],
        TOKEN,
    ),
    "the secret, by the token's endpoint": ({"client_id": "me", "client_secret": SECRET}, {}, [], SECRET),
    "the secret of a given pair": ({"credentials": lambda: ("me", SECRET)}, {}, [], SECRET),
    "a credential in a header": ({}, {"_request_auth": {"in": "header", "key": "X-K", "value": HEADER}}, [], HEADER),
    "a credential in the query": ({}, {"_request_auth": {"in": "query", "key": "k", "value": QUERY}}, [], QUERY),
    "a credential in a cookie": ({}, {"_request_auth": {"in": "cookie", "value": f"k={HEADER}"}}, [], HEADER),
    "an Authorization header": ({}, {"_headers": {"Authorization": f"Bearer {HEADER}"}}, [], HEADER),
}
ECHOES: dict[str, Callable[[str], Step]] = {
    "reason": lambda said: answer(400, {}, reason=f"not {said}"),
    "harmless header": lambda said: answer(400, {}, Server=said, IM_CorrelationID=said),
    "other header": lambda said: answer(400, {}, X_Said=said),
    "name of a header": lambda said: Response(400, "Bad", Headers([(f"X-{said}", "1")]), b"{}"),
    "message": lambda said: answer(400, {"message": said, "errors": [{"message": said, "id": said}]}),
    "field": lambda said: answer(400, {"errors": [{"fields": [{"field": said, "value": said, "message": said}]}]}),
    "text": lambda said: answer(400, said.encode()),
    "text in Latin-1": lambda said: answer(400, said.encode("latin-1"), Content_Type="text/plain; charset=iso-8859-1"),
    "JSON in UTF-16": lambda said: answer(400, json.dumps({"message": said}).encode("utf-16")),
    "JSON in UTF-16, without a mark": lambda said: answer(400, json.dumps({"message": said}).encode("utf-16-be")),
    "JSON in UTF-32": lambda said: answer(400, json.dumps({"message": said}).encode("utf-32")),
    "text in UTF-16": lambda said: answer(400, said.encode("utf-16-le"), Content_Type="text/html; charset=utf-16"),
    "a page in UTF-16": lambda said: answer(201, f"日{said}".encode("utf-16")),
    "JSON with nothing but escapes": lambda said: answer(400, b'{"message": "%s"}' % escaped(said).encode()),
    "failure": lambda said: unanswered(f"the peer said {said}"),
    "half an answer": lambda said: type(unanswered())(said, answer(400, said.encode(), reason=said, X_Said=said)),
    "defect": lambda said: Response(201, said, Headers(), said.encode(), f"no such packing: {said}"),
    "page": lambda said: answer(201, f"<p>{said}".encode(), reason=said),
}


def left_behind(error: BaseException, caplog: pytest.LogCaptureFixture) -> str:
    """Return all that can be seen of a failed call; of its traceback all but the lines of tests."""
    told = [caplog.text, *(repr(vars(each)) for each in caplog.records)]
    while error is not None:
        told += [str(error), repr(error), repr(error.args), repr(vars(error))]
        if isinstance(error, ApiException):
            told += [str(error.body), str(dict(error.headers or {})), str(error.errors), str(error.data)]
            again = pickle.loads(pickle.dumps(error))
            told += [str(again), repr(vars(again)), repr(vars(copy.copy(error)))]
        told += traceback.format_exception(error)
        error = error.__cause__ or error.__context__  # type: ignore[assignment]
    return "\n".join(told)


SPELLED = ["plain", "URL, the slash too", "JSON, the slash too", "HTML"]


@pytest.mark.parametrize(
    ("way", "echo", "spelled"),
    # Every way with every echo; the spelling changes from one to the next, since it does not depend on either.
    [(way, echo, SPELLED[(i + j) % len(SPELLED)]) for i, way in enumerate(WAYS) for j, echo in enumerate(ECHOES)],
)
def test_a_secret_that_the_server_returns_is_shown_nowhere(
    caplog: pytest.LogCaptureFixture, way: str, echo: str, spelled: str
) -> None:
    settings, options, before, secret = WAYS[way]
    said = SPELLINGS[spelled](secret)
    client = Connected(*before, ECHOES[echo](said), configuration=Configuration(retry=ONCE, **settings))
    caplog.set_level(logging.DEBUG, "xi.sdk.resellers")
    with pytest.raises(ApiException) as caught:
        client.orders.post_createorder_v6(*WHO, ORDER, **options)
    assert not client.transport.script
    seen = left_behind(caught.value, caplog)
    assert HIDDEN in seen
    assert "answered" in seen or "no answer" in seen
    for each in {said, secret, json.dumps(said)[1:-1], repr(said)[1:-1], repr(said.encode())[2:-1]}:
        assert each not in seen


def test_a_short_secret_leaves_the_message_of_the_token_endpoint_readable() -> None:
    apps._apps.clear()
    refusal = answer(401, {"message": "the client secret is expired"})
    settings = {"client_id": "me", "client_secret": "e"}
    client = Connected(refusal, configuration=Configuration(retry=AT_ONCE, **settings))
    with pytest.raises(ApiException, match="the client secret is expired") as caught:
        client.orders.post_createorder_v6(*WHO, ORDER)
    assert HIDDEN not in str(caught.value)
    assert "expired" in str(caught.value.body)


def test_a_successful_answer_is_not_changed() -> None:
    body = {"orders": [{"ingramOrderNumber": "20-AAAA1"}], "customerOrderNumber": TOKEN}
    client = Connected(answer(201, body, X_Said=TOKEN), configuration=Configuration(retry=AT_ONCE, access_token=TOKEN))
    got = client.orders.post_createorder_v6_with_http_info(*WHO, ORDER)
    assert got.data.customer_order_number == TOKEN
    assert json.loads(got.raw_data or b"") == body


# What can be printed

UGLY = {
    "half a character": "\ud800",
    "escape": "\x1b[31mred\x1b[0m",
    "turned round": "\u202edetrevni\u202c",
    "isolated": "\u2066x\u2069",
    "nothing to see": "\u200b\ufeff\x00\x7f",
    "lines": "a\r\nb\u2028c\x0bd\x85e",
}


@pytest.mark.parametrize("text", UGLY.values(), ids=UGLY)
def test_unprintable_characters_are_escaped(text: str) -> None:
    shown = printable(f"before {text} after")
    assert shown.isprintable()
    assert shown.startswith("before ")
    assert shown.endswith(" after")
    shown.encode()


def test_a_long_line_is_shortened_and_marked() -> None:
    assert printable("x" * LONGEST_SHOWN) == "x" * LONGEST_SHOWN
    assert printable("x" * (LONGEST_SHOWN + 1)) == "x" * LONGEST_SHOWN + "…"
    assert printable("äöü ß 日本語 🚚") == "äöü ß 日本語 🚚"
    assert printable("  two\n words\t ") == "two words"
    assert printable("x\x1by", 2) == "x\\x1b…"


@given(st.text(alphabet=st.characters(exclude_categories=())), st.integers(0, 50))
def test_printable_returns_one_line_for_any_text(text: str, longest: int) -> None:
    shown = printable(text, longest)
    assert shown.isprintable()
    assert len(shown) <= 10 * longest + 1  # `\U0010ffff` is the longest of escapes
    shown.encode()


HUGE = "\x1b\ud800\u202e\n" * 5_000_000
"""20 MB."""
MESSAGES: dict[str, Callable[[str], BaseException | Doubt | ErrorDetail | FieldError]] = {
    "reason": lambda text: BadRequestException(400, text),
    "no answer": lambda text: UnansweredException(0, text),
    "message": lambda text: BadRequestException(400, "Bad", errors=[ErrorDetail(message=text)] * 100),
    "type": lambda text: BadRequestException(400, "Bad", errors=[ErrorDetail(type=text)]),
    "field": lambda text: BadRequestException(
        400, "Bad", errors=[ErrorDetail(message=text, fields=(FieldError(text, text, text),) * 100)] * 100
    ),
    "correlation ID": lambda text: BadRequestException(400, "Bad", correlation_id=text),
    "doubt": lambda text: Doubt("post_createorder_v6", text, text, text, 1),
    "wrong argument": lambda text: ApiValueError(f"x is {text}", ["lines", 0]),
    "wrong key": ApiKeyError,
}


@pytest.mark.parametrize("make", MESSAGES.values(), ids=MESSAGES)
@pytest.mark.parametrize("text", [*UGLY.values(), HUGE], ids=[*UGLY, "20 MB"])
def test_a_message_is_one_printable_line_of_limited_length(make: Callable[[str], Any], text: str) -> None:
    said = make(text)
    began = time.process_time()
    shown = str(said)
    assert time.process_time() - began < 2.0
    assert shown.isprintable()
    assert len(shown) < 2_000_000
    shown.encode()
