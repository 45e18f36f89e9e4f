"""Compare how a list was read with the expectation of a vector."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

from adapters.comparing import Mismatch, compare
from adapters.ends import compare_end, value_at

from xi.sdk.resellers import paging
from xi.sdk.resellers.exceptions import ApiValueError

_NUMBERS, _SIZES = {"page", "Page", "pageNumber"}, {"size", "Size", "pageSize"}
_WIRE = {"page_size": "pageSize"}


def compare_list(vector: dict[str, Any], sent: Any, items: list[Any], waits: list[float], end: Any) -> list[Mismatch]:
    """Return the differences of what was requested, waited for and given, and of the end: `done` or an exception."""
    want, size = vector["expect"], str(vector["given"]["pageSize"])
    if isinstance(end, ApiValueError):
        refused = {"about": _WIRE.get(end.argument or "", end.argument), "at": end.pointer}
        return compare("", want, {"refused": refused}) + compare("/sent", 0, len(sent))
    if "refused" in want:
        return compare("", want, {})
    asked = [int(value) for each in sent for name in each.query.keys() & _NUMBERS for value in each.query[name]]
    sizes = [value for each in sent for name in each.query.keys() & _SIZES for value in each.query[name]]
    values = [value_at(each, want["yields"]["at"]) for each in items]
    found = compare("/asked", want["asked"], asked) + compare("/sizes", [size] * len(sent), sizes)
    found += compare("/waits", want.get("waits", []), waits)
    found += compare("/yields/values", want["yields"]["values"], values)
    for each in sent if "each" in want else ():
        query = {name: values for name, values in each.query.items() if name not in _NUMBERS | _SIZES}
        found += compare("/each/query", parse_qs("&".join(want["each"]["query"]), keep_blank_values=True), query)
        found += compare("/each/body", want["each"].get("body", {"json": None}), {"json": each.json})
    if isinstance(want["ends"], str):
        ended = "repeats" if isinstance(end, paging.RepeatedPageException) else end
        return found + compare("/ends", want["ends"], ended)
    return found + compare_end("/ends", want["ends"], end)
