"""What the invoices of orders say: in the comparison of both sides an order is equal only if they match too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.invoice_matching import match_invoices

if TYPE_CHECKING:
    from datetime import date

    from xi.sdk.resellers import BoundInvoicesApi, BoundOrdersApi
    from xi.sdk.resellers.invoice_matching import MatchedOrder

_EQUAL: Final = "equal"
_DIFFERENT: Final = "different"
_UNREAD: Final = "unread"
_CREDITED: Final = "credited"


class Bills:
    """The invoices of the orders of some days. Of each order only the verdict stays in memory.

    Args:
        invoices: the API of invoices.
        orders: the API of orders.
        first: the first day of order entry.
        last: the last one.

    Raises:
        ApiException: they could not be read.
    """

    def __init__(self, invoices: BoundInvoicesApi, orders: BoundOrdersApi, first: date, last: date) -> None:
        self._found: dict[str, dict[str, Any]] = {}
        self.unread = 0
        for order in match_invoices(invoices, orders, ordered=(first, last)):
            told = _told(order)
            self.unread += told["verdict"] == _UNREAD
            self._found[(order.number or "").upper()] = told

    def noted(self, row: dict[str, Any]) -> dict[str, Any]:
        """Return a row of the comparison with what its invoices say.

        Args:
            row: the row.
        """
        found = self._of(row["order_numbers"])
        if not found:
            return row
        verdict = max((each["verdict"] for each in found), key=_WORST_LAST.index)
        says = [text for each in found for text in each["says"]]
        numbers = [number for each in found for number in each["numbers"]]
        noted = {**row, "invoices": {"verdict": verdict, "numbers": numbers, "says": says}}
        if verdict != "differ" or row["verdict"] not in (_EQUAL, _DIFFERENT):
            return noted
        why = "; ".join([*([row["says"]] if row["says"] else []), *says])
        return {**noted, "verdict": _DIFFERENT, "differences": [*row["differences"], "invoices"], "says": why}

    def _of(self, numbers: list[str]) -> list[dict[str, Any]]:
        """Return what is known of orders that are named by their numbers or those of their sub-orders."""
        wanted = [each.upper() for each in numbers]
        keys = dict.fromkeys(key for each in wanted for key in (each, each.rpartition("-")[0]) if key in self._found)
        return [self._found[key] for key in keys]


_WORST_LAST: Final = ("none", "match", "waits", _UNREAD, "differ")


def _told(order: MatchedOrder) -> dict[str, Any]:
    """Return what the invoices of an order say."""
    wrong = [each for each in order.findings if each.is_wrong and each.reason.value != _UNREAD]
    unread = [each for each in order.findings if each.reason.value == _UNREAD]
    if wrong:
        verdict = "differ"
    elif unread:
        verdict = _UNREAD
    elif not order.invoices:
        verdict = "none"
    else:
        verdict = "waits" if any(each.waits for each in order.findings) else "match"
    credited = [each for each in order.findings if each.reason.value == _CREDITED]
    return {
        "verdict": verdict,
        "numbers": [each.invoice.number for each in order.invoices],
        "says": [each.says for each in (*wrong, *unread, *credited)],
    }
