"""Turns a call's arguments into the one request they stand for, or says which argument is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import quote, urlencode, urlsplit

from xi.sdk.resellers._core.lookup import model_class
from xi.sdk.resellers._core.messages import Request
from xi.sdk.resellers._core.operation import SHORT, Kind, Parameter, Place, Repeat
from xi.sdk.resellers._core.redact import SHORTEST_SECRET, Sealed, opened, sealed
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from xi.sdk.resellers._core.operation import Operation

WrongT = TypeVar("WrongT", ApiTypeError, ApiValueError)

_UNFIT_FOR_HEADER = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_UNFIT_FOR_URL = re.compile(r"[\x00-\x20\x7f]")
_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]+")
"""What no encoding changes: every order number."""
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_FRAMING = frozenset(
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
"""Headers that say where a request ends, who gets it and what becomes of its connection: the transport's alone."""
_CREDENTIAL = re.compile("auth|cookie|token|secret|key|password|credential", re.IGNORECASE)
"""What the name of a header holds that may carry a credential."""
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]+")
_LONGEST_NUMBER = 20
_SHOWN = 80
"""Characters of a value that an error repeats."""
_ENDS = 2
"""Days that a range has."""


def build(
    operation: Operation[Any],
    arguments: Sequence[Any],
    *,
    host: str,
    defaults: Mapping[str, str],
    headers: Mapping[str, str] | None = None,
    content_type: str | None = None,
    safe_in_path: str = "",
) -> Request:
    """Return the request for a call.

    Args:
        operation: what is called.
        arguments: its arguments, in the order of its parameters.
        host: scheme, host and perhaps port and path prefix.
        defaults: headers of the client.
        headers: headers of this call; they win over the client's, arguments win over both.
        content_type: replaces the body's own.
        safe_in_path: characters left as they are in path arguments, the slash for one.

    Raises:
        ApiValueError: an argument is missing or does not fit; it names the argument.
        ApiTypeError: an argument has the wrong type; it names the argument.
    """
    path = operation.path
    query: list[tuple[str, str]] = []
    form: list[tuple[str, str]] = []
    secrets: list[Sealed] = []
    sent: dict[str, str] = {}
    body: bytes | Sealed | None = None
    origin, prefix = split_host(host)  # before there is anything secret that an error could be near
    for parameter, value in zip(operation.parameters, arguments, strict=True):
        if value is None:
            if parameter.required:
                raise ApiValueError(f"{operation.name}: {parameter.name} is required", argument=parameter.name)
            continue
        place = parameter.place
        if place is Place.BODY:
            body = _body(parameter, value)
        elif place is Place.QUERY:
            query += ((parameter.wire, text) for text in _texts(parameter, value))
        elif place is Place.HEADER:
            text = _text(parameter, value)
            plain = text.isascii() and text.isprintable()
            sent[parameter.wire] = text if plain else header_value(parameter.name, text)
        elif place is Place.PATH:
            path = path.replace(
                f"{{{parameter.wire}}}", _segment(parameter.name, _text(parameter, value), safe_in_path)
            )
        else:
            form.append((parameter.wire, _text(parameter, opened(value))))
            secrets += [sealed(value)] if parameter.is_secret else []
    if form:
        body = Sealed(urlencode(form).encode())
    if not operation.authorized:
        prefix = prefix.removesuffix("/sandbox")  # production and sandbox share the token's URL
    request = Request(
        operation.method,
        origin,
        f"{prefix}{path}?{urlencode(query, quote_via=quote)}" if query else prefix + path,
        _headers(defaults, headers, sent, None if body is None else content_type or operation.content_type),
        body,
        confidential=bool(form),
        once=operation.repeat is Repeat.ONCE,
        secrets=tuple(secrets),
    )
    # Only who calls with headers of its own can have put a credential there.
    return request if _has_usual_headers(defaults, headers) else _with_sealed_headers(request)


def _has_usual_headers(defaults: Mapping[str, str], per_call: Mapping[str, str] | None) -> bool:
    return not per_call and len(defaults) == 1 and "User-Agent" in defaults


def _with_sealed_headers(request: Request) -> Request:
    held = {name: value for name, value in request.headers.items() if _CREDENTIAL.search(name) and value}
    return replace(
        request,
        headers={**request.headers, **{name: sealed(value) for name, value in held.items()}},
        secrets=(*request.secrets, *(each for value in held.values() for each in secrets_in(opened(value)))),
    )


def authorized_by(request: Request, auth: Mapping[str, Any], name: str = "_request_auth") -> Request:
    """Return the request with a credential of the caller's own in place of the bearer token.

    Args:
        request: what is to be sent.
        auth: where the credential goes (`in`: header, query or cookie), under which name (`key`), and its `value`.
        name: of the argument or setting that says so.

    Raises:
        ApiValueError: one of the three is missing or unfit.
    """
    if not isinstance(auth, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] - not every caller is checked
        raise ApiTypeError(
            f"{name} should be a dict with `in`, `key` and `value`, not {type(auth).__name__}", argument=name
        )
    place, key, value = (str(auth.get(part) or "") for part in ("in", "key", "value"))
    if place not in ("header", "query", "cookie") or not value or (place != "cookie" and not key):
        raise ApiValueError(f"{name} should have `in` (header, query or cookie), `key` and `value`", argument=name)
    if place == "query":
        pair = urlencode({key: _whole(name, value)}, quote_via=quote)
        target = f"{request.target}{'&' if '?' in request.target else '?'}{pair}"
        return replace(request, target=target, confidential=True, secrets=(*request.secrets, Sealed(value)))
    header = _header_name(name, key, "/key") if place == "header" else "Cookie"
    kept = {each: text for each, text in request.headers.items() if each.lower() != header.lower()}
    authorized = replace(request, headers=kept | {header: Sealed(header_value(name, value))})
    return replace(authorized, secrets=(*request.secrets, *secrets_in(value)))


def secrets_in(value: str) -> tuple[Sealed, ...]:
    """Return what nothing may repeat of a credential in a header: all of it, and each part, as `Bearer` has one."""
    parts = [part.partition("=")[2].strip() or part.strip() for part in value.replace(";", " ").split()]
    return tuple(Sealed(each) for each in dict.fromkeys((value, *parts)) if len(each) >= SHORTEST_SECRET)


@lru_cache(maxsize=64)
def split_host(host: str, name: str = "host", like: str = "https://api.ingrammicro.com:443") -> tuple[str, str]:
    """Return the origin of a configured URL, and the path prefix that goes before every path.

    Args:
        host: the URL.
        name: of the setting it stands in.
        like: what would be right.

    Raises:
        ApiValueError: it is no http or https URL, or has more than scheme, host, port and path. The URL is never
            repeated: a password or a key may be anywhere in it.
    """
    fault = _fault_of_url(host)
    if fault is not None:
        raise ApiValueError(f"{name} {fault}; it should be like {like}", argument=name)
    parts = urlsplit(host)
    prefix = parts.path.rstrip("/")
    while prefix.endswith("/sandbox/sandbox"):  # added by a setting and by a program, say
        prefix = prefix.removesuffix("/sandbox")
    return f"{parts.scheme}://{parts.netloc}", prefix


def _fault_of_url(text: str) -> str | None:  # noqa: PLR0911 - a fault a line
    """Return what is wrong with a URL; None where nothing is."""
    if not text.strip():
        return "is blank"
    # Looked for first, in the whole text: what is malformed may hold a password all the same.
    if "@" in text:
        return "must not carry a user name or password, which have settings of their own"
    if _UNFIT_FOR_URL.search(text):
        return "holds a blank or a control character"
    try:
        parts = urlsplit(text)
        port = parts.port  # raises for what is none
    except ValueError:
        return "is no URL"
    if parts.scheme not in ("http", "https"):
        return "does not begin with http:// or https://"
    if not parts.hostname or port == 0:
        return "names no server"
    if parts.query or parts.fragment or "?" in text or "#" in text:
        return "must carry neither a query nor a fragment"
    return None


def header_value(name: str, text: str) -> str:
    """Return a header value as it may be sent.

    Raises:
        ApiValueError: it holds a line break or another control character, or a character outside Latin-1.
    """
    if text.isascii() and text.isprintable():
        return text
    if _UNFIT_FOR_HEADER.search(text):
        raise ApiValueError(f"{name} holds a line break or control character, which no header value may", argument=name)
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        raise ApiValueError(
            f"{name} holds a character that a header cannot carry (outside Latin-1)", argument=name
        ) from None
    return text


def _headers(
    defaults: Mapping[str, str], per_call: Mapping[str, str] | None, sent: dict[str, str], content_type: str | None
) -> dict[str, str]:
    if _has_usual_headers(defaults, per_call):
        # As nearly every call has it: nothing that could meet an argument's header in another case.
        return {**_usual_headers(defaults["User-Agent"], content_type), **sent}
    found = {"accept": ("Accept", "application/json")}
    if content_type is not None:
        found["content-type"] = ("Content-Type", header_value("_content_type", content_type))
    for argument, given in (("default_headers", defaults), ("_headers", per_call or {})):
        for name, value in given.items():
            fitting = _header_name(argument, name)
            found[name.lower()] = (fitting, header_value(name, str(value)))
    found.update({name.lower(): (name, value) for name, value in sent.items()})
    return dict(found.values())


@lru_cache(maxsize=16)
def _usual_headers(user_agent: str, content_type: str | None) -> dict[str, str]:
    found = {"Accept": "application/json", "User-Agent": header_value("User-Agent", user_agent)}
    return found if content_type is None else found | {"Content-Type": header_value("_content_type", content_type)}


def _header_name(argument: str, name: str, pointer: str | None = None) -> str:
    """Return the name of a header as it is sent.

    Raises:
        ApiValueError: it cannot be one, or names a header that only the transport may set.
    """
    if pointer is None:
        pointer = "/" + name.replace("~", "~0").replace("/", "~1")
    if not _HEADER_NAME.fullmatch(name):
        # Not repeated: it may be a whole line, credential and all.
        why = f"{argument} holds what cannot be the name of a header; it should be letters, digits and dashes"
        raise ApiValueError(why, argument=argument)
    # Some gateways take an underscore for a dash.
    plain = name.lower().replace("_", "-")
    if plain in _FRAMING or plain.startswith("proxy-"):
        why = f"{argument}: {name} is set by the transport alone; leave it out"
        raise ApiValueError(why, argument=argument, pointer=pointer)
    return "Authorization" if plain == "authorization" else name


def _segment(name: str, text: str, safe: str) -> str:
    if text == "" or not {".", ".."}.isdisjoint(text.split("/")):
        like = "it should be what names the thing that is meant, neither empty nor a step in a path such as '..'"
        raise ApiValueError(f"{name} is {text!r}; {like}", argument=name)
    return text if _UNRESERVED.fullmatch(text) else quote(text, safe=safe)


def _texts(parameter: Parameter, value: Any) -> Sequence[str]:
    name = parameter.name
    if parameter.kind in (Kind.TEXTS, Kind.DAYS):
        if isinstance(value, (str, bytes)) or not isinstance(value, Sequence):
            raise ApiTypeError(f"{name} should be a list of texts, not {type(value).__name__}", argument=name)
        items = cast("Sequence[object]", value)
        if parameter.kind is Kind.DAYS:
            texts = _days(name, items)
        else:
            texts = [_plain_text(f"{name}[{i}]", item) for i, item in enumerate(items)]
    else:
        texts = [_text(parameter, value)]
    blank = next((i for i, text in enumerate(texts) if not text.strip()), None)
    if blank is not None or not texts:
        # The server ignores a filter it cannot use, and answers with every order there is.
        is_list = texts and parameter.kind in (Kind.TEXTS, Kind.DAYS)
        raise ApiValueError(
            f"{name} is empty; leave it out, or None, where nothing is to be filtered by it",
            argument=name,
            pointer=f"/{blank}" if is_list else "",
        )
    return texts


def _text(parameter: Parameter, value: Any) -> str:
    name, kind = parameter.name, parameter.kind
    if kind is Kind.TEXT:
        text = value if type(value) is str and value.isascii() else _plain_text(name, value)
        # What serves nearly every argument of nearly every call.
        if parameter.is_plain and text and not text[0].isspace() and len(text) <= SHORT:
            return text
    elif kind is Kind.NUMBER:
        text = _number(parameter, value)
    elif kind is Kind.FLAG:
        text = _flag(name, value)
    else:
        text = _day(name, value)
    if parameter.required and not text.strip():
        raise ApiValueError(f"{name} must not be blank", argument=name)
    if parameter.max_length is not None and len(text) > parameter.max_length:
        raise ApiValueError(f"{name} has {len(text)} characters; at most {parameter.max_length} fit", argument=name)
    if parameter.min_length is not None and len(text) < parameter.min_length:
        raise ApiValueError(f"{name} has {len(text)} characters; it should have {parameter.min_length}", argument=name)
    return text


def _wrong(kind: type[WrongT], name: str, text: str) -> WrongT:
    """Return the error about an argument, or about an item of it such as `name[1]`."""
    argument, _, index = name.rstrip("]").partition("[")
    return kind(f"{name}{text}", argument=argument, pointer=f"/{index}" if index else "")


def _plain_text(name: str, value: Any) -> str:
    if isinstance(value, str):
        return _whole(name, str.__str__(value))  # an enumeration's member by its value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise _wrong(ApiTypeError, name, f" should be text, not {type(value).__name__}")


def _whole(name: str, text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _wrong(ApiValueError, name, " holds half a character (a lone surrogate), which cannot be sent") from None
    return text


def _number(parameter: Parameter, value: Any) -> str:
    name, least, most = parameter.name, parameter.minimum, parameter.maximum
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if isinstance(value, str) and len(value) <= _LONGEST_NUMBER:
        is_number = _WHOLE_NUMBER.fullmatch(value.strip()) is not None
    if not is_number:
        raise ApiTypeError(f"{name} should be a whole number, not {value!r}", argument=name)
    number = int(value)
    if (least is not None and number < least) or (most is not None and number > most):
        limits = f"{least} or more" if most is None else f"{least} to {most}"
        raise ApiValueError(f"{name} is {number}; it should be {limits}", argument=name)
    return str(number)


def _flag(name: str, value: Any) -> str:
    text = str(value).lower() if isinstance(value, (bool, str)) else ""
    if text not in ("true", "false"):
        raise ApiTypeError(f"{name} should be True or False, not {value!r}", argument=name)
    return text


def _day(name: str, value: Any) -> str:
    from xi.sdk.resellers.models._types import read_date  # noqa: PLC0415 - pydantic, not needed until a date is

    try:
        found = read_date(value)
    except ValueError as error:
        raise _wrong(ApiValueError, name, f": {error}") from None
    if not isinstance(found, date):
        raise _wrong(
            ApiTypeError, name, f" should be a date, or a text such as '2026-05-13', not {type(value).__name__}"
        )
    return found.isoformat()


def _days(name: str, values: Sequence[object]) -> list[str]:
    """Return the first and the last day of a range as text.

    A text without a digit cannot be meant for a date; it goes as it is, for the server to judge.
    """
    if len(values) > _ENDS:
        raise ApiValueError(f"{name} has {len(values)} entries; it should be the first and the last day", argument=name)
    texts: list[str] = []
    days: list[str] = []
    for i, value in enumerate(values):
        each = f"{name}[{i}]"
        if isinstance(value, str) and not any(map(str.isdigit, value)):
            texts.append(_plain_text(each, value))
        else:
            days.append(_day(each, value))
            texts.append(days[-1])
    if len(days) == _ENDS and days[0] > days[1]:
        raise ApiValueError(f"{name} begins on {days[0]}, after it ends on {days[1]}", argument=name)
    return texts


def _body(parameter: Parameter, value: Any) -> bytes:
    name, model = parameter.name, model_class(parameter.model or "")
    if not isinstance(value, (model, Mapping)):
        raise ApiTypeError(f"{name} should be a {parameter.model} or a dict, not {type(value).__name__}", argument=name)
    try:
        fitting = value if isinstance(value, model) else model.model_validate(value)
        return cast("bytes", fitting.to_json_bytes())
    except ValueError as error:  # pydantic's errors of validation and of serialization are
        told, pointer = _told(model, error)
    raise ApiValueError(f"{name} does not fit {parameter.model}: {told}", argument=name, pointer=pointer)


def _told(model: Any, error: Any) -> tuple[str, str]:
    """Every complaint with the place it is about, without echoing whole values; and a pointer to the first place."""
    if not hasattr(error, "errors"):
        return " ".join(str(error).split()), ""  # an extra value that JSON cannot hold
    from xi.sdk.resellers.models._schema import pointer_to  # noqa: PLC0415 - pydantic, loaded with the model

    told: list[str] = []
    pointers: list[str] = []
    for each in error.errors(include_url=False):
        key = getattr(each.get("ctx", {}).get("error"), "key", None)  # a name that no field has
        steps, pointer = pointer_to(model, each["loc"])
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
        given = each["input"]
        if isinstance(given, str) and len(given) > _SHOWN:
            given = f"{given[:_SHOWN]}…"
        shown = f" (given: {given!r})" if isinstance(given, (str, int, float, bool)) else ""
        told.append(f"{place}: {each['msg']}{shown}" if place else each["msg"])
        pointers.append(pointer if key is None else f"{pointer}/{_escaped(key)}")
    return "; ".join(dict.fromkeys(told)), pointers[0]


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
