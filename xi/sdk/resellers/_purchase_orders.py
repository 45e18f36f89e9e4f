"""How POs are compared."""

from __future__ import annotations

from unicodedata import normalize


def folded(text: str | None) -> str:
    """Return a PO, a number or a marker as it is compared: without blanks around it, and in upper case.

    Dashes and blanks inside belong to it: `PO-11` and `PO-1-1` are the POs of two orders.

    Args:
        text: what is compared; None is nothing.
    """
    # Upper case can take characters apart, so it is composed again.
    return normalize("NFC", normalize("NFC", (text or "").strip()).upper())
