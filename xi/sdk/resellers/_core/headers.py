"""The headers of a request: which names and values may be sent, and which of them hold a credential."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from xi.sdk.resellers._core.arguments import pointer_step, sendable
from xi.sdk.resellers._core.redact import SHORTEST_SECRET, Sealed
from xi.sdk.resellers._records import replace
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from xi.sdk.resellers._core.messages import Request

_UNFIT = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_OF_TRANSPORT = frozenset(
    {
        "connection",
        "content-length",
        "expect",
        "host",
        "http2-settings",
        "keep-alive",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
"""Headers that only the transport may set: they say where a request ends, where it goes, and whether the connection
stays open."""
_CREDENTIAL = re.compile("auth|cookie|token|secret|key|password|credential", re.IGNORECASE)
"""Part of the name of a header that may contain a credential."""


def header_value(name: str, text: str) -> str:
    """Return a header value if it can be sent.

    Args:
        name: the argument or setting that it comes from.
        text: the value.

    Raises:
        ApiValueError: it contains a control character such as a line break, or a character outside Latin-1.
    """
    if text.isascii() and text.isprintable():
        return text
    if _UNFIT.search(text):
        raise ApiValueError(f"{name} holds a line break or control character, which no header value may", argument=name)
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        raise ApiValueError(
            f"{name} holds a character that a header cannot carry (outside Latin-1)", argument=name
        ) from None
    return text


def _text_of(argument: str, value: Any) -> str:
    """Return what a program gives as the value of a header as text: bytes are the text that they are on the wire.

    Raises:
        ApiTypeError: it is None, or a collection, which has no form in a header.
    """
    if isinstance(value, str):
        return str.__str__(value)  # a member of an enumeration has another text
    if isinstance(value, (bytes, bytearray)):
        return value.decode("latin-1")
    if value is None or isinstance(value, (Collection, memoryview)):
        raise ApiTypeError(f"{argument} should have texts as names and values", argument=argument)
    return str(value)


def header_name(argument: str, name: str, pointer: str | None = None) -> str:
    """Return the name of a header as it is sent.

    Args:
        argument: the argument or setting that it comes from.
        name: the name.
        pointer: JSON pointer to the name in the argument; if omitted, the name is a key there.

    Raises:
        ApiValueError: it is not a valid name, or only the transport may set this header.
    """
    if pointer is None:
        pointer = pointer_step(name)
    if not _NAME.fullmatch(name):
        # Not repeated in the error: it may be a whole line with a credential.
        why = f"{argument} holds what cannot be the name of a header; it should be letters, digits and dashes"
        raise ApiValueError(why, argument=argument)
    # Some gateways read an underscore as a dash.
    plain = name.lower().replace("_", "-")
    if plain in _OF_TRANSPORT or plain.startswith("proxy-"):
        why = f"{argument}: {name} is set by the transport alone; leave it out"
        raise ApiValueError(why, argument=argument, pointer=pointer)
    return "Authorization" if plain == "authorization" else name


def joined(
    defaults: Mapping[str, str],
    per_call: Mapping[str, str] | None,
    of_arguments: dict[str, str],
    content_type: str | None,
) -> tuple[dict[str, str | Sealed], tuple[Sealed, ...]]:
    """Return the headers of a request, each name once, and the secrets in them.

    Args:
        defaults: headers of the client.
        per_call: headers of the call; they replace those of the client.
        of_arguments: headers from arguments; they replace both.
        content_type: the type of the body; None for a request without one.

    Raises:
        ApiTypeError: headers are no dict, or a name is no text, or a value is none.
        ApiValueError: a name or a value cannot be sent.
    """
    if not per_call and isinstance(defaults, dict) and len(defaults) == 1 and type(defaults.get("User-Agent")) is str:
        # This is the case for nearly every call: no header can contain a credential or repeat a name in another case.
        return {**_usual(defaults["User-Agent"], content_type), **of_arguments}, ()
    found = {"accept": ("Accept", "application/json")}
    if content_type is not None:
        found["content-type"] = ("Content-Type", header_value("_content_type", content_type))
    for argument, given in (("default_headers", defaults), ("_headers", per_call or {})):
        if not isinstance(given, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] - not every caller is checked
            raise ApiTypeError(
                f"{argument} should be a dict of names and values, not {type(given).__name__}", argument=argument
            )
        for name, value in given.items():
            if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance] - the same
                raise ApiTypeError(f"{argument} should have texts as names and values", argument=argument)
            fitting = header_name(argument, name)
            found[name.lower()] = (fitting, header_value(name, _text_of(argument, value)))
    found.update({name.lower(): (name, value) for name, value in of_arguments.items()})
    headers: dict[str, str | Sealed] = dict(found.values())
    held = [(name, value) for name, value in found.values() if value and _CREDENTIAL.search(name)]
    headers.update((name, Sealed(value)) for name, value in held)
    return headers, tuple(secret for _, value in held for secret in secrets_in(value))


@lru_cache(maxsize=16)
def _usual(user_agent: str, content_type: str | None) -> dict[str, str]:
    found = {"Accept": "application/json", "User-Agent": header_value("User-Agent", user_agent)}
    return found if content_type is None else found | {"Content-Type": header_value("_content_type", content_type)}


def authorized_by(request: Request, auth: Mapping[str, Any], name: str = "_request_auth") -> Request:
    """Return the request with a credential of the program instead of the bearer token.

    Args:
        request: the request without a token.
        auth: the place of the credential (`in`: header, query or cookie), its name there (`key`), and its `value`.
        name: the argument or setting that contains it.

    Raises:
        ApiTypeError: it is not a dict.
        ApiValueError: one of the three is missing or cannot be sent.
    """
    if not isinstance(auth, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] - not every caller is checked
        raise ApiTypeError(
            f"{name} should be a dict with `in`, `key` and `value`, not {type(auth).__name__}", argument=name
        )
    place, key = (str(auth.get(part) or "") for part in ("in", "key"))
    value = _text_of(name, auth.get("value") or "")
    if place not in ("header", "query", "cookie") or not value or (place != "cookie" and not key):
        raise ApiValueError(f"{name} should have `in` (header, query or cookie), `key` and `value`", argument=name)
    if place == "query":
        pair = urlencode({key: sendable(name, value)}, quote_via=quote)
        target = f"{request.target}{'&' if '?' in request.target else '?'}{pair}"
        return replace(request, target=target, confidential=True, secrets=(*request.secrets, Sealed(value)))
    header = header_name(name, key, "/key") if place == "header" else "Cookie"
    kept = {each: text for each, text in request.headers.items() if each.lower() != header.lower()}
    return replace(
        request,
        headers=kept | {header: Sealed(header_value(name, value))},
        secrets=(*request.secrets, *secrets_in(value)),
    )


def secrets_in(value: str) -> tuple[Sealed, ...]:
    """Return the secrets in the value of a header: the whole value, and each part, such as the token after `Bearer`."""
    parts = [part.partition("=")[2].strip() or part.strip() for part in value.replace(";", " ").split()]
    return tuple(Sealed(each) for each in dict.fromkeys((value, *parts)) if len(each) >= SHORTEST_SECRET)
