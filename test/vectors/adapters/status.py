"""Statuses: each spelling has a status, and the text is kept."""

from __future__ import annotations

from typing import Any

from adapters.comparing import Mismatch, compare

from xi.sdk.resellers.statuses import fold_status


def run(vector: dict[str, Any]) -> list[Mismatch]:
    folded = fold_status(vector["given"]["text"])
    got = {"status": folded.status.value, "text": folded.text, "final": folded.status.is_final}
    return compare("", vector["expect"], got)
