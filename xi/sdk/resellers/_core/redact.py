"""Keeps secrets out of logs, messages and reprs: a header not known to be harmless is not shown."""

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
    """Text that no repr shows, nor a log or traceback that uses it; as text itself it is whole."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Secret({HIDDEN!r})"


class Sealed:
    """A secret that is no text: whatever shows the variables of a frame shows stars.

    A `Secret` hides in reprs alone; tools that shorten texts, or take containers apart, show it. So a secret on its way
    to the server is sealed, and opened only in the very call that hands it to urllib3 or aiohttp.

    Args:
        value: the secret, as text or bytes.
    """

    __slots__ = ("_open",)

    def __init__(self, value: str | bytes) -> None:
        self._open: Callable[[], str | bytes] = lambda: value

    def open(self) -> Any:
        """Return the secret itself; keep it in no variable."""
        return self._open()

    def map(self, change: Callable[[Any], str | bytes]) -> Sealed:
        """Return what becomes of the secret, sealed."""
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
    """Return a text sealed, and anything else as it is."""
    return Sealed(value) if isinstance(value, str) else value


def opened(value: Any) -> Any:
    """Return what is sealed as itself, and anything else as it is."""
    return value.open() if is_sealed(value) else value


def is_sealed(value: object) -> TypeIs[Sealed]:
    """Tell whether a value is a sealed secret."""
    return isinstance(value, Sealed)


SHOWN_BYTES = 4096
"""How much of a body a log line shows."""

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
"""Characters; a shorter secret is likely to be part of an innocent word, and is hidden as a whole word only."""
SHORTEST_SECRET = 4
"""Characters; anything shorter is no secret."""


def without(text: str, secrets: Iterable[Sealed]) -> str:
    """Return a text with secrets hidden, also where a form, a URL, JSON or HTML spells them another way.

    Args:
        text: what may repeat one of them.
        secrets: what to hide; one of less than four characters stays, or every message would be stars.
    """
    for each in secrets:
        pattern = _pattern(each)
        text = text if pattern is None else pattern.open().sub(HIDDEN, text)
    return text


_GRANTED = re.compile(rb'("\w*token"\s*:\s*")(?:[^"\\]|\\.)*', re.IGNORECASE)


def without_tokens(body: bytes) -> bytes:
    """Return the body of a token's answer with the token hidden, also where the answer breaks off within it."""
    return _GRANTED.sub(rb"\1" + HIDDEN.encode(), body)


@lru_cache(maxsize=16)
def _pattern(secret: Sealed) -> _SealedPattern | None:
    """The spellings of a secret as one pattern; with it a text is looked through once."""
    plain = secret.open()
    plain = plain if isinstance(plain, str) else plain.decode("latin-1")
    if len(plain) < SHORTEST_SECRET:
        return None
    # Backslashes in a row together: one by one, each could take any number of them.
    spelled = "".join(map(_spellings, re.findall(r"(?s)\\+|[^\\]", plain)))
    whole = len(plain) < _SHORTEST_ANYWHERE
    return _SealedPattern(re.compile(rf"(?<!\w){spelled}(?!\w)" if whole else spelled))


def _spellings(part: str) -> str:
    """Return a pattern for a part as it is, and as a form, a URL, JSON, HTML and a few of them in turn spell it.

    How often one is applied upon another is bounded, so that a text is looked through in linear time.

    Args:
        part: a character, or backslashes.
    """
    if part.isascii() and part.isalnum():
        return part  # nobody spells it another way
    size, character = len(part), part[0]
    plain = rf"\\{{{size},{8 * size}}}+" if character == "\\" else r"\\{0,8}" + re.escape(character)
    ways = [f"&(?:amp;){{0,3}}#(?:{ord(character)}|(?i:x0*{ord(character):x}));"]
    ways += [f"&(?:amp;){{0,3}}{name}" for name in _names_in_html().get(character, ())]
    ways += [_in_url(raw) for raw in {character.encode(charset, "ignore") for charset in ("utf-8", "latin-1")} if raw]
    units = character.encode("utf-16-be", "surrogatepass")
    ways.append("".join(rf"\\{{1,8}}u(?i:{units[at : at + 2].hex()})" for at in range(0, len(units), 2)))
    if character == " ":
        ways.append(r"\+")
    if not character.isascii():
        # Read in another charset than it was written in, as headers are, and bodies before theirs is known.
        misread = {
            character.encode("utf-8", "ignore").decode("latin-1"),
            character.encode("latin-1", "ignore").decode("utf-8", "surrogateescape"),
        }
        ways += [re.escape(each) for each in misread if each]
    # The longer ones first: a percent sign is the beginning of its own spelling.
    return f"(?:(?:{'|'.join(ways)}){{{size}}}|{plain})"


def _in_url(raw: bytes) -> str:
    return "".join(f"%(?:25){{0,3}}(?i:{byte:02x})" for byte in raw)


@lru_cache(maxsize=1)
def _names_in_html() -> dict[str, list[str]]:
    """The names that HTML has for a character."""
    from html.entities import html5  # noqa: PLC0415 - only an answer that is no good is looked through

    found: dict[str, list[str]] = {}
    for name, character in html5.items():
        if name.endswith(";"):
            found.setdefault(character, []).append(name)
    return found


class _SealedPattern:
    """A pattern that would show the secret it looks for."""

    __slots__ = ("_pattern",)

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def open(self) -> re.Pattern[str]:
        return self._pattern


def shown_headers(headers: Mapping[str, str | Sealed]) -> dict[str, str]:
    """Return the headers as they may be shown to anyone."""
    return {printable(name): printable(str(value)) if is_harmless(name) else HIDDEN for name, value in headers.items()}


def is_harmless(name: str) -> bool:
    """Tell whether a header is known to hold no secret."""
    return name.lower() in _HARMLESS


def shown_body(body: bytes) -> str:
    """Return the start of a body as one line of a log, or nothing where there is none."""
    text = body[:SHOWN_BYTES].decode("utf-8", "replace")
    return f" {printable(text, SHOWN_BYTES)}{'…' if len(body) > SHOWN_BYTES else ''}" if text else ""
