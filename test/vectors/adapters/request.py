"""Requests: the arguments of a call become one exact request, or are refused by name and place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from adapters.calling import api_of, configuration_of, operation_of, python_arguments
from adapters.comparing import MISSING, Mismatch, compare, compare_listed, exact

from xi.sdk import resellers
from xi.sdk.resellers._core.messages import NotSent, Request, Response, Timeouts
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, NotSentException

_PARTS = {"method", "origin", "path", "query", "headers", "body"}


class _Seen:
    """Keeps the one request it is given, and sends nothing."""

    def __init__(self) -> None:
        self.requests: list[Request] = []

    def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - the protocol's
        self.requests.append(request)
        raise NotSent("this is not sent anywhere")

    def close(self) -> None:
        pass


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given, expect = vector["given"], vector["expect"]
    operation = operation_of(given["operation"])
    arguments = python_arguments(operation, given["arguments"], filled=False)
    wires = {each.name: each.wire or "body" for each in operation.parameters}
    seen = _Seen()
    refused: dict[str, str | None] | None = None
    try:
        client = resellers.ApiClient(configuration_of({"token": "tok-1"} | given, {"attempts": 1}), transport=seen)
        getattr(api_of(client, resellers, operation), operation.name)(**arguments)
    except NotSentException:
        pass
    except (ApiTypeError, ApiValueError) as error:
        refused = {"about": wires.get(error.argument or "", error.argument), "at": error.pointer}
    if "refused" in expect:
        sent = compare("/sent", 0, len(seen.requests))
        return sent + compare("/refused", expect["refused"], MISSING if refused is None else refused)
    if not seen.requests:
        return [{"at": "/request", "want": expect["request"], "got": refused}]
    return compare_request("/request", expect["request"], seen.requests[0])


def compare_request(at: str, want: Mapping[str, Any], sent: Request) -> list[Mismatch]:
    """Return how a request differs in what is listed of it; of headers, only those listed are looked at."""
    url = urlsplit(sent.target)
    plain = {"method": sent.method, "origin": sent.origin, "path": url.path.split("/")}
    wanted = {name: want[name] for name in plain if name in want}
    if "path" in wanted:
        plain["path"] = [unquote(each, errors="strict") for each in url.path.split("/")]
        wanted["path"] = [unquote(each, errors="strict") for each in want["path"].split("/")]
    found = [{"at": f"{at}/{name}", "want": want[name], "got": "no such part"} for name in want.keys() - _PARTS]
    found += compare_listed(at, wanted, plain)
    if "query" in want:
        found += compare(f"{at}/query", _values(want["query"]), _values(url.query.split("&") if url.query else []))
    headers = {name.lower(): value for name, value in sent.headers.items()}
    listed = {name.lower(): value for name, value in want.get("headers", {}).items()}
    found += compare_listed(f"{at}/headers", listed, {name: str(value) for name, value in headers.items()})
    for form, value in want.get("body", {}).items():
        found += compare(f"{at}/body/{form}", value, _read(form, sent.body))
    return found


def _values(query: list[str]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for each in query:
        name, _, value = each.partition("=")
        values.setdefault(unquote(name, errors="strict"), []).append(unquote(value, errors="strict"))
    return values


def _read(form: str, body: bytes | None) -> Any:
    match form:
        case "none":
            return True if not body else body
        case "text":
            return (body or b"").decode()
        case "json":
            return exact(body or b"null")
        case "form":
            return [list(pair) for pair in parse_qsl((body or b"").decode(), keep_blank_values=True)]
        case _:
            return MISSING
