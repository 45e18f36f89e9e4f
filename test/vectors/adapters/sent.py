"""Compare a request with the expectation of a vector."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from adapters.comparing import MISSING, Mismatch, compare, compare_listed, exact

from xi.sdk.resellers._core.messages import Request

_PARTS = {"method", "origin", "path", "query", "headers", "body"}


def compare_request(at: str, want: Mapping[str, Any], sent: Request) -> list[Mismatch]:
    """Return the differences of a request in its listed parts and headers."""
    url = urlsplit(sent.target)
    plain = {"method": sent.method, "origin": sent.origin, "path": url.path.split("/")}
    wanted = {name: want[name] for name in plain if name in want}
    if "path" in wanted:
        plain["path"] = [unquote(each, errors="strict") for each in url.path.split("/")]
        wanted["path"] = [unquote(each, errors="strict") for each in want["path"].split("/")]
    found = [{"at": f"{at}/{name}", "want": want[name], "got": "an unknown part"} for name in want.keys() - _PARTS]
    found += compare_listed(at, wanted, plain)
    if "query" in want:
        found += compare(f"{at}/query", _values(want["query"]), _values(url.query.split("&") if url.query else []))
    headers = {name.lower(): value for name, value in sent.open_headers().items()}
    listed = {name.lower(): value for name, value in want.get("headers", {}).items()}
    found += compare_listed(f"{at}/headers", listed, {name: str(value) for name, value in headers.items()})
    for form, value in want.get("body", {}).items():
        found += compare(f"{at}/body/{form}", value, _read(form, sent.open_body()))
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
            return body or True
        case "text":
            return (body or b"").decode()
        case "json":
            return exact(body or b"null")
        case "form":
            return [list(pair) for pair in parse_qsl((body or b"").decode(), keep_blank_values=True)]
        case _:
            return MISSING
