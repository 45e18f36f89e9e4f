"""Hides secrets in logs, messages and reprs. A header is shown only if it is known to be harmless."""

from __future__ import annotations

import re
from functools import lru_cache, wraps
from hmac import compare_digest
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, overload

from xi.sdk.resellers.exceptions import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from typing_extensions import TypeIs

P = ParamSpec("P")
T = TypeVar("T")

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
        value: the secret, as text or bytes, or what contains it, such as a pattern.
    """

    __slots__ = ("_open",)

    def __init__(self, value: object) -> None:
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


def without_inner_frames(act: Callable[P, T]) -> Callable[P, T]:
    """Return a function that looks at secrets, whose exceptions do not keep the frames in which it does.

    It raises nothing of its own but may be interrupted anywhere, as by Ctrl-C. Its arguments must show no secret.
    """

    @wraps(act)
    def guarded(*args: P.args, **named: P.kwargs) -> T:
        try:
            return act(*args, **named)
        except BaseException as error:  # noqa: BLE001 - it is raised again
            raise error.with_traceback(None)  # noqa: B904 - it is the same one

    return guarded


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


def without(text: str, secrets: Iterable[Sealed], *, may_break_off: bool = False) -> str:
    """Return a text with secrets hidden, also as a form, a URL, JSON or HTML encodes them.

    Args:
        text: a text that may contain one of them.
        secrets: what to hide; a secret of less than four characters is not hidden.
        may_break_off: whether the text may end inside a secret; a beginning of eight characters is hidden then.
    """
    for each in secrets:
        text = _all_hidden(text, (each,), may_break_off=may_break_off)
        as_it_came = spelled_out = text
        for _ in range(_PASSES):
            before, spelled_out = spelled_out, _spelled_out(spelled_out)
            if spelled_out == before:
                break
            # What undoes the escapes of the server undoes those that are characters of the secret, too.
            hidden = _all_hidden(spelled_out, (each, *_spelled_out_too(each)), may_break_off=may_break_off)
            # Only where a secret is in it: a text without one stays as it came.
            if hidden != spelled_out:
                text = spelled_out = hidden
        if spelled_out != as_it_came:
            bare = _bare(text)
            hidden = _all_hidden(bare, (each.map(_as_text).map(_bare),), may_break_off=may_break_off)
            text = text if hidden == bare else hidden
    return text


def _all_hidden(text: str, secrets: tuple[Sealed, ...], *, may_break_off: bool) -> str:
    for each in secrets:
        pattern = _pattern(each)
        if pattern is not None:
            text = _hidden(text, each, pattern, may_break_off=may_break_off)
    return text


@lru_cache(maxsize=16)
def _spelled_out_too(secret: Sealed) -> tuple[Sealed, ...]:
    """Return what a secret becomes, step by step, where the escapes in a text are undone; nothing if it has none."""
    found = [secret.map(_as_text)]
    while len(found) <= _PASSES:
        spelled_out = found[-1].map(_spelled_out)
        if spelled_out == found[-1]:
            break
        found.append(spelled_out)
    return tuple(found[1:])


def _hidden(text: str, secret: Sealed, pattern: Sealed, *, may_break_off: bool) -> str:
    text = pattern.open().sub(HIDDEN, text)
    at = _begun_at(text, secret) if may_break_off else None
    return text if at is None else text[:at] + HIDDEN


_ESCAPED = re.compile(
    r"(?P<slashes>\\{1,8})u00(?P<json>[2-7][0-9a-fA-F])"
    r"|%(?:25){0,3}(?P<url>[2-7][0-9a-fA-F])"
    r"|&(?:amp;){0,3}#(?:[xX]0{0,6}(?P<html>[2-7][0-9a-fA-F])|0{0,6}(?P<number>3[2-9]|[4-9][0-9]|1[0-2][0-9]));"
)
_U = re.compile(r"u00[2-7][0-9a-fA-F]")
_PASSES = 6
"""How often escapes are undone: one may be inside another, and inside it one that is part of the secret."""


def _spelled_out(text: str) -> str:
    """Return a text with printable ASCII characters in place of their encodings. Few have to be encoded; all may be."""
    return _ESCAPED.sub(_character, text)


def _bare(text: str) -> str:
    """Return a text spelled out, without backslashes: their number is ambiguous where some are encoded, others not.

    It may be no JSON any more, so it is the last resort.
    """
    for _ in range(_PASSES):
        before, text = text, _U.sub(r"\\\g<0>", text.replace("\\", "").replace("&amp;", "&"))
        text = _spelled_out(text).replace("\\", "")
        if text == before:
            break
    return text


def _character(found: re.Match[str]) -> str:
    slashes, json, url, html, number = found.groups()
    character = chr(int(number) if number else int(json or url or html, 16))
    if not character.isprintable():
        return found[0]
    if slashes:
        # JSON within JSON doubles all of them; of the odd number that it began with, one is the escape's.
        size = len(slashes)
        character = "\\" * (size // (size & -size) - 1) + character
    return f"{character[:-1]}\\{character[-1]}" if character[-1] in '"\\' else character  # so that it stays JSON


_LONGEST_ENCODED = 32
"""Number of characters, at most, that the end of a text is searched for, for each one of a secret."""
_BEGINNINGS = 25
"""Number of beginnings of a secret, first ones and last ones, that are followed to the end of a text; limited, so that
a search takes linear time."""
_HALF_ENCODED = re.compile(
    r"(?:(?:\\{1,8}u[0-9a-fA-F]{4})?\\{1,8}(?:u[0-9a-fA-F]{0,3})?|(?:%[0-9a-fA-F]{0,7}){1,4}|&[#\w;]{0,24})?"
)
"""What may be left of an encoding at the end of a text."""


def _begun_at(text: str, secret: Sealed) -> int | None:
    """Return where a secret begins inside which a text ends; None if it ends inside none.

    A beginning of a few characters is not looked for: it gives nothing away, and may be an ordinary word.
    """
    beginning, rest = _steps(secret)
    if beginning is None:
        return None
    from_ = max(0, len(text) - _LONGEST_ENCODED * (len(rest) + _SHORTEST_ANYWHERE))
    beginnings = [*beginning.open().finditer(text, from_)]
    for found in [*beginnings[:_BEGINNINGS], *beginnings[_BEGINNINGS:][-_BEGINNINGS:]]:
        at = found.end()
        for each in rest:
            step = each.open().match(text, at)
            if step is None or _HALF_ENCODED.fullmatch(text, at):
                break
            at = step.end()
        if _HALF_ENCODED.fullmatch(text, at):
            start: int = found.start()
            return start
    return None


@lru_cache(maxsize=16)
def _steps(secret: Sealed) -> tuple[Sealed | None, tuple[Sealed, ...]]:
    """Return a pattern for the first characters of a secret, and one for each of the others.

    The first ones are None for a secret that is too short.
    """
    parts = [_encodings(each) for each in _parts(_as_text(secret.open()))]
    if len(parts) < _SHORTEST_ANYWHERE:
        return None, ()
    first = re.compile("".join(parts[:_SHORTEST_ANYWHERE]))
    return Sealed(first), tuple(Sealed(re.compile(each)) for each in parts[_SHORTEST_ANYWHERE:])


_GRANTED = re.compile(r'("\w*token"\s*:\s*")(?:[^"\\]|\\.)*', re.IGNORECASE)


def without_tokens(text: str) -> str:
    """Return the text of a response with its tokens hidden, also if it breaks off inside one."""
    return _GRANTED.sub(rf"\1{HIDDEN}", text)


def _as_text(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("latin-1")


def _parts(plain: str) -> list[str]:
    """Return the characters of a secret; backslashes in a row are one part.

    Separately, each of them could match any number of backslashes.
    """
    return re.findall(r"(?s)\\+|[^\\]", plain)


@lru_cache(maxsize=16)
def _pattern(secret: Sealed) -> Sealed | None:
    """Return one pattern for all encodings of a secret, so that a text is searched once."""
    plain = _as_text(secret.open())
    if len(plain) < SHORTEST_SECRET:
        return None
    spelled = "".join(map(_encodings, _parts(plain)))
    whole = len(plain) < _SHORTEST_ANYWHERE
    return Sealed(re.compile(rf"(?<!\w){spelled}(?!\w)" if whole else spelled))


def _encodings(part: str) -> str:
    """Return a pattern for a part itself and for its encodings: form, URL, JSON, HTML, also one inside another.

    The number of encodings inside one another is limited, so that a search takes linear time.

    Args:
        part: a character, or several backslashes.
    """
    if part.isascii() and part.isalnum():
        return part  # `_spelled_out` has undone its encodings
    size, character = len(part), part[0]
    # None may be left: those before an escape can be its own, or those of a secret.
    plain = rf"\\{{0,{8 * size}}}+" if character == "\\" else r"\\{0,8}" + re.escape(character)
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
