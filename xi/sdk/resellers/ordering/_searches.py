"""What the answer to a search by PO evidently leaves out; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from xi.sdk.resellers import models
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.models._unparsed import declared_places
from xi.sdk.resellers.ordering._entries import Note
from xi.sdk.resellers.ordering._findings import Found, Wanted, base_number, candidates
from xi.sdk.resellers.ordering._matching import Sight, judge
from xi.sdk.resellers.ordering._protocol import LOOK_AGAIN_S, STANDING, Row, Seen

LOOKS_FOR_A_SECOND: Final = 12
"""How often an order that was sent more than once is looked for while the looks leave open whether there is a second
one. With the pauses of the protocol between looks that fail, the search has most of an hour to show everything."""
_LEAVES_OPEN: Final = "leaves_open"
_ORDER = re.compile(r"/orders(/\d+)?")
"""The place of an order, or of all of them, that cannot be read."""


def contradicted(wanted: Wanted, search: models.OrderSearchResponse) -> Sight | None:
    """Return why a search shows that there may be an order although none was found; None if it shows nothing.

    Args:
        wanted: what is looked for.
        search: the answer to the search by its PO.
    """
    under_po = [each for each in search.orders or () if folded(each.customer_order_number) == wanted.folded]
    numbers = candidates(wanted, under_po)
    if numbers:
        says = f"order {numbers[0]} is under our PO in the search, and under another in its details or in the ledger"
    else:
        says = left_out(search)
    return Sight(Seen.UNCLEAR, (), says) if says else None


def left_out(search: models.OrderSearchResponse | None) -> str:
    """Return what an answer says of orders that it does not show; an empty text if it says nothing of the kind.

    Args:
        search: the answer to a search; None if it was empty.
    """
    if search is None:
        return ""
    shown = len(search.orders or ())
    unreadable = sum(1 for place in declared_places(search) if _ORDER.fullmatch(place))
    if unreadable:
        return f"{unreadable} of the orders that the search has found cannot be read"
    if search.orders is None and search.records_found != 0:
        return "the search says neither which orders it has found nor that there are none"
    if (search.records_found or 0) > shown:
        return f"the search says that it has found {search.records_found} orders, and shows {shown}"
    return ""


def with_told(
    row: Row, wanted: Wanted, sight: Sight, found: Sequence[Found], told: Sequence[Found], unread: str
) -> Sight:
    """Return what a look has seen, beside the orders that webhooks name and the search does not show.

    Their details count if they are the whole order. Otherwise they only keep it from being sent again: a search that
    does not show them is not up to date, and other parts of it may come. One that cannot be read may be read soon.

    Args:
        row: the row of the order.
        wanted: what is looked for.
        sight: what the search alone has shown.
        found: the orders that it has shown.
        told: the orders under the PO that webhooks name.
        unread: why one that they name could not be read; an empty text if all could.
    """
    both = judge(wanted, (*found, *told)) if told else sight
    if both.seen in (Seen.OURS, Seen.DOUBLED):
        return both
    # What could not be read may be the rest of it.
    is_open = sight.seen is Seen.NOTHING or (sight.seen is Seen.PARTLY and row.state not in STANDING)
    if unread and is_open and row.tries < len(LOOK_AGAIN_S):
        return Sight(Seen.FAILED, (), unread)
    if told and sight.seen is Seen.NOTHING:
        return Sight(Seen.UNCLEAR, (), f"a webhook names what the search does not show: {both.says}")
    return sight


def unless_rivals(row: Row, sight: Sight, new: Sequence[str], rivals: Sequence[str]) -> Sight:
    """Return what a look has seen, unless that may be another order under the same PO, which has no number yet.

    Args:
        row: the row of the order, or of the return.
        sight: what the look has seen.
        new: what it has seen and nothing but its content tells to be ours, in words.
        rivals: the other orders, in words.
    """
    if not new or not rivals:
        return sight
    says = f"{', '.join(new)} may be that of {', '.join(rivals)}"
    return Sight(Seen.OURS if row.state in STANDING else Seen.UNCLEAR, (), says, leaves_open=says)


def missing_orders(known: Collection[str], shown: Collection[str]) -> list[str]:
    """Return the orders that a search should have shown, and has not.

    Args:
        known: the order numbers that are known to be ours.
        shown: the numbers of the orders in its answer.
    """
    bases = set(map(base_number, shown))
    return [f"order {each}" for each in known if base_number(each) not in bases]


def unless_open(
    row: Row, sight: Sight, missing: Sequence[str], unshown: str, history: Sequence[Note], recheck: float
) -> Sight:
    """Return what a look for a second one has seen; that it failed, if it leaves open whether there is one.

    A search that does not show what stands is not up to date, so that it says nothing about another one. After
    `LOOKS_FOR_A_SECOND` of them the look counts, and says what is not known. Those before the look is due do not
    count: the search has had no time, whoever has asked.

    Args:
        row: the row of the order, or of the return.
        sight: what the look has seen.
        missing: what stands, and the search does not show, in words.
        unshown: what the answer says of others that it does not show; an empty text if nothing.
        history: the events of the order.
        recheck: how long after the order was settled the look is due, in seconds.
    """
    is_sent_again = row.state in STANDING and row.sends > 1 and not row.rechecked
    if not is_sent_again or sight.seen in (Seen.DOUBLED, Seen.FAILED):
        return sight
    why = f"the search does not show {', '.join(missing)}, which stands" if missing else sight.leaves_open or unshown
    if not why:
        return sight
    since = (row.settled_at or 0.0) + recheck
    open_looks = [each for each in history if each.kind == "look" and each.detail.get(_LEAVES_OPEN)]
    looks = 1 + sum(1 for each in open_looks if each.at >= since)
    if looks < LOOKS_FOR_A_SECOND:
        says = f"{why}: whether there is a second one is not known, and it is looked for again"
        return Sight(Seen.FAILED, (), says, leaves_open=why)
    says = f"{why}, in {looks} looks: whether there is a second one is not known, and a person should look"
    return replace(sight, says=f"{sight.says}; but {says}", leaves_open=why)


def detail_of(sight: Sight) -> dict[str, object]:
    """Return what the history keeps of a look.

    Args:
        sight: what it has seen.
    """
    detail: dict[str, object] = {"seen": sight.seen.value, "numbers": list(sight.numbers)}
    if sight.leaves_open:
        detail[_LEAVES_OPEN] = sight.leaves_open
    if sight.differs:
        detail["differs"] = list(sight.differs)
    return detail
