"""Hides secrets in logs, messages and reprs. A header is shown only if it is known to be harmless."""

from __future__ import annotations

import re
from functools import lru_cache
from hmac import compare_digest
from typing import TYPE_CHECKING, Any, overload

from xi.sdk.resellers.exceptions import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from typing_extensions import TypeIs

HIDDEN = "***"


class Secret(str):
    """A text with a repr that hides it, also in logs and tracebacks that show reprs; `str` returns the text."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Secret({HIDDEN!r})"


class Sealed:
    """A secret that is not a text, so that tools that show the variables of a frame show stars.

    A `Secret` is hidden only in reprs; tools that shorten texts or look into containers show it. A secret is therefore
    sealed while a request is built, and opened only in the call that passes it to urllib3 or aiohttp.

    Args:
        value: the secret, as text or bytes, or a pattern that contains it.
    """

    __slots__ = ("_open",)

    def __init__(self, value: str | bytes | re.Pattern[str]) -> None:
        self._open: Callable[[], Any] = lambda: value

    def open(self) -> Any:
        """Return the secret itself; do not store it in a variable."""
        return self._open()

    def map(self, change: Callable[[Any], str | bytes]) -> Sealed:
        """Return the result of a function of the secret, sealed."""
        return Sealed(change(self._open()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and compare_digest(_as_bytes(self.open()), _as_bytes(other.open()))

    def __hash__(self) -> int:
        return hash(self.open())

    def __repr__(self) -> str:
        return HIDDEN


def _as_bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")


@overload
def sealed(value: None) -> None: ...
@overload
def sealed(value: str) -> Sealed: ...
@overload
def sealed(value: object) -> Any: ...
def sealed(value: Any) -> Any:
    """Return a text sealed, and any other value unchanged."""
    return Sealed(value) if isinstance(value, str) else value


def opened(value: Any) -> Any:
    """Return the content of a sealed secret, and any other value unchanged."""
    return value.open() if is_sealed(value) else value


def is_sealed(value: object) -> TypeIs[Sealed]:
    """Return whether a value is a sealed secret."""
    return isinstance(value, Sealed)


SHOWN_BYTES = 4096
"""Number of bytes of a body that a log line shows."""

_HARMLESS = frozenset(
    {
        "accept",
        "content-length",
        "content-type",
        "date",
        "im-correlationid",
        "im-countrycode",
        "im-customernumber",
        "im-senderid",
        "retry-after",
        "server",
        "user-agent",
        "x-ratelimit-limit",
        "x-ratelimit-remaining",
        "x-ratelimit-reset",
    }
)


_SHORTEST_ANYWHERE = 8
"""Length from which a secret is hidden also inside words; a shorter one may be part of an ordinary word."""
SHORTEST_SECRET = 4
"""Length from which a text is hidden; without it, every message would be stars."""


def without(text: str, secrets: Iterable[Sealed]) -> str:
    """Return a text with secrets hidden, also as a form, a URL, JSON or HTML encodes them.

    Args:
        text: a text that may contain one of them.
        secrets: what to hide; a secret of less than four characters is not hidden.
    """
    for each in secrets:
        pattern = _pattern(each)
        text = text if pattern is None else pattern.open().sub(HIDDEN, text)
    return text


_GRANTED = re.compile(rb'("\w*token"\s*:\s*")(?:[^"\\]|\\.)*', re.IGNORECASE)


def without_tokens(body: bytes) -> bytes:
    """Return the body of a response with its tokens hidden, also if the body is cut off inside one."""
    return _GRANTED.sub(rb"\1" + HIDDEN.encode(), body)


@lru_cache(maxsize=16)
def _pattern(secret: Sealed) -> Sealed | None:
    """Return one pattern for all encodings of a secret, so that a text is searched once."""
    plain = secret.open()
    plain = plain if isinstance(plain, str) else plain.decode("latin-1")
    if len(plain) < SHORTEST_SECRET:
        return None
    # Backslashes in a row form one part: separately, each could match any number of them.
    spelled = "".join(map(_encodings, re.findall(r"(?s)\\+|[^\\]", plain)))
    whole = len(plain) < _SHORTEST_ANYWHERE
    return Sealed(re.compile(rf"(?<!\w){spelled}(?!\w)" if whole else spelled))


def _encodings(part: str) -> str:
    """Return a pattern for a part itself and for its encodings: form, URL, JSON, HTML, also one inside another.

    The number of encodings inside one another is limited, so that a search takes linear time.

    Args:
        part: a character, or several backslashes.
    """
    if part.isascii() and part.isalnum():
        return part  # no encoding changes it
    size, character = len(part), part[0]
    plain = rf"\\{{{size},{8 * size}}}+" if character == "\\" else r"\\{0,8}" + re.escape(character)
    ways = [f"&(?:amp;){{0,3}}#(?:{ord(character)}|(?i:x0*{ord(character):x}));"]
    ways += [f"&(?:amp;){{0,3}}{name}" for name in _html_entities().get(character, ())]
    ways += [_in_url(raw) for raw in {character.encode(charset, "ignore") for charset in ("utf-8", "latin-1")} if raw]
    units = character.encode("utf-16-be", "surrogatepass")
    ways.append("".join(rf"\\{{1,8}}u(?i:{units[at : at + 2].hex()})" for at in range(0, len(units), 2)))
    if character == " ":
        ways.append(r"\+")
    if not character.isascii():
        # Decoded with the wrong charset: headers, and bodies before their charset is known.
        misread = {
            character.encode("utf-8", "ignore").decode("latin-1"),
            character.encode("latin-1", "ignore").decode("utf-8", "surrogateescape"),
        }
        ways += [re.escape(each) for each in misread if each]
    # The longer ones first: the encoding of a percent sign begins with one.
    return f"(?:(?:{'|'.join(ways)}){{{size}}}|{plain})"


def _in_url(raw: bytes) -> str:
    return "".join(f"%(?:25){{0,3}}(?i:{byte:02x})" for byte in raw)


@lru_cache(maxsize=1)
def _html_entities() -> dict[str, list[str]]:
    """Return the HTML entities for each character."""
    from html.entities import html5  # noqa: PLC0415 - needed for errors only

    found: dict[str, list[str]] = {}
    for name, character in html5.items():
        if name.endswith(";"):
            found.setdefault(character, []).append(name)
    return found


def shown_headers(headers: Mapping[str, str | Sealed]) -> dict[str, str]:
    """Return the headers with all values hidden that may be secret."""
    return {printable(name): printable(str(value)) if is_harmless(name) else HIDDEN for name, value in headers.items()}


def is_harmless(name: str) -> bool:
    """Return whether a header is known to contain no secret."""
    return name.lower() in _HARMLESS


def shown_body(body: bytes) -> str:
    """Return the start of a body as one line for a log; an empty text for an empty body."""
    text = body[:SHOWN_BYTES].decode("utf-8", "replace")
    return f" {printable(text, SHOWN_BYTES)}{'…' if len(body) > SHOWN_BYTES else ''}" if text else ""
