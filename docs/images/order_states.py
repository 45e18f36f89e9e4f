"""Draws the states of an order, order-states.svg beside this file, from what the protocol decides.

    python docs/images/order_states.py

`changes` asks the protocol what each event makes of each row that can come about. The words and places of the drawing
are below; a change of state that has no words here, and words for one that does not exist, are errors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from xi.sdk.resellers.ordering._protocol import (
    CLOSED,
    STANDING,
    Abandoned,
    Answered,
    Event,
    Hinted,
    LeaseOver,
    Looked,
    LookWanted,
    NotPermittedError,
    ResendPermitted,
    ResolvedNotPlaced,
    ResolvedPlaced,
    Row,
    Said,
    Seen,
    SetUpProbed,
    State,
    Take,
    Told,
    decide,
)
from xi.sdk.resellers.ordering._protocol import OPEN as OPEN_GATE
from xi.sdk.resellers.ordering.settings import Settings

DRAWING: Final = Path(__file__).with_name("order-states.svg")
SETTINGS: Final = Settings()
STANDS: Final = "stands"
GONE: Final = "closed"
NUMBERS: Final = ("20-AB1CD",)
LATER: Final = (0.0, SETTINGS.quiet + 1, SETTINGS.patience + 1)
"""When an event comes, in seconds from now: at once, after the quiet period, after the patience with v7."""

Changes = Mapping[tuple[str, str], frozenset[str]]
"""From a box of the drawing to another one: by which events."""


# -- asking the protocol


def box(state: State) -> str:
    """Return the box of the drawing that a state is in."""
    if state in STANDING:
        return STANDS
    return GONE if state in CLOSED else state.value


def events() -> Iterator[tuple[str, Event]]:
    """Yield every event, with its name."""
    yield "take", Take(OPEN_GATE)
    for said in Said:
        yield f"answer {said.value}", Answered(said, NUMBERS if said.value in {*STANDING} else ())
    yield "lease over", LeaseOver()
    for seen in Seen:
        yield f"look {seen.value}", Looked(seen, NUMBERS)
    for told in Told:
        yield f"webhook {told.value}", Hinted(told)
    yield "set-up works", SetUpProbed(works=True)
    yield "set-up works but for this", SetUpProbed(works=True, alone=True)
    yield "set-up refused", SetUpProbed(works=False)
    yield "person: placed", ResolvedPlaced(NUMBERS)
    yield "person: not placed", ResolvedNotPlaced()
    yield "person: resend", ResendPermitted()
    yield "person: abandon", Abandoned()
    yield "person: look", LookWanted()


def changes() -> Changes:
    """Return which events lead from which box to which, over all rows that can come about."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    rows = [Row(due=0.0), Row(search_first=0.0, trusted_from=SETTINGS.quiet, doubts=1)]
    known = set(rows)
    named = list(events())
    while rows:
        row = rows.pop()
        for now in LATER:
            for name, event in named:
                try:
                    after = decide(row, event, now, SETTINGS).row
                except NotPermittedError:
                    continue
                if box(row.state) != box(after.state):
                    found[box(row.state), box(after.state)].add(name)
                plain = _plain(after, now)
                if plain not in known:
                    known.add(plain)
                    rows.append(plain)
    return {change: frozenset(names) for change, names in found.items()}


def _plain(row: Row, now: float) -> Row:
    """Return a row with the time set back to 0, and without what matters to no change of state; so there are few."""

    def since(moment: float | None) -> float | None:
        return None if moment is None else -1.0

    def until(moment: float | None) -> float | None:
        return None if moment is None else SETTINGS.quiet if moment > now else -1.0

    return Row(
        state=row.state,
        sends=min(row.sends, 1),
        doubts=min(row.doubts, 1),
        barred=row.barred,
        permitted=row.permitted,
        search_first=since(row.search_first),
        trusted_from=until(row.trusted_from),
        first_send=since(row.first_send),
        doubt_since=since(row.doubt_since),
        quiet_until=until(row.quiet_until),
        lease=until(row.lease),
        accepted_at=since(row.accepted_at),
    )


# -- words and places

YES: Final = frozenset(
    {
        "answer placed",
        "answer partly",
        "answer empty",
        "look ours",
        "look partly",
        "look empty",
        "look doubled",
        "person: placed",
    }
)
"""What shows that an order stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A change of state in the drawing.

    Args:
        path: its line, as SVG writes it.
        at: where its words begin.
        words: its words, a line each.
        events: the events that the words stand for.
        anchor: which end of the words is at the place: start, middle or end.
    """

    path: str
    at: tuple[int, int]
    words: tuple[str, ...]
    events: frozenset[str]
    anchor: str = "start"

    @property
    def is_person(self) -> bool:
        """Whether a person decides it."""
        return all(each.startswith("person") for each in self.events)


_NOT_OURS: Final = frozenset({"look foreign", "look unclear", "look nothing"})
_ALONE: Final = "set-up works but for this"
_NOT_SENT: Final = frozenset({"answer not_sent", "answer too_many", "answer set_up"})
_NO_ANSWER: Final = frozenset({"answer unanswered", "answer garbled", "answer exists", "answer accepted"})

ARROWS: Final[Mapping[tuple[str, str], Arrow]] = {
    ("planned", "sending"): Arrow(
        path="M 290 108 H 520",
        at=(405, 100),
        words=("its turn: the intent is on the disk",),
        events=frozenset({"take"}) | _NOT_OURS,
        anchor="middle",
    ),
    ("sending", "planned"): Arrow(
        path="M 520 132 H 290",
        at=(405, 150),
        words=("not sent, no quota left,", "or the set-up is refused"),
        events=_NOT_SENT,
        anchor="middle",
    ),
    ("sending", "rejected"): Arrow(
        path="M 660 120 H 900",
        at=(780, 112),
        words=("the order is refused",),
        events=frozenset({"answer refused"}),
        anchor="middle",
    ),
    ("rejected", "planned"): Arrow(
        path="M 970 95 V 62 H 220 V 95",
        at=(595, 54),
        words=("resend",),
        events=frozenset({"person: resend"}),
        anchor="middle",
    ),
    ("sending", "doubt"): Arrow(
        path="M 575 145 V 295",
        at=(565, 232),
        words=("no clear answer,", "or the lease is over"),
        events=_NO_ANSWER | _NOT_SENT | {"answer refused", "lease over", "take"},
        anchor="end",
    ),
    ("doubt", "sending"): Arrow(
        path="M 605 295 V 145",
        at=(615, 214),
        words=("quiet, nothing found,", "and a second order", "would be refused"),
        events=_NOT_OURS,
    ),
    ("sending", "accepted"): Arrow(
        path="M 660 135 L 920 295",
        at=(802, 212),
        words=("v7: a confirmation number",),
        events=frozenset({"answer accepted"}),
    ),
    ("accepted", "doubt"): Arrow(
        path="M 900 308 H 660",
        at=(780, 284),
        words=("told of a failure,", "or only a part is seen"),
        events=frozenset({"webhook failed", "look partly", "look empty"}),
        anchor="middle",
    ),
    ("doubt", "accepted"): Arrow(
        path="M 660 332 H 900",
        at=(780, 350),
        words=("the confirmation comes late",),
        events=frozenset({"answer accepted"}),
        anchor="middle",
    ),
    ("doubt", "held"): Arrow(
        path="M 520 308 H 290",
        at=(385, 284),
        words=("not found, and not", "to be sent again"),
        events=_NOT_OURS | {_ALONE},
        anchor="middle",
    ),
    ("held", "doubt"): Arrow(
        path="M 290 332 H 520",
        at=(405, 350),
        words=("resend",),
        events=frozenset({"person: resend"}),
        anchor="middle",
    ),
    ("accepted", "held"): Arrow(
        path="M 935 345 V 400 H 255 V 345",
        at=(760, 392),
        words=("no result for a day",),
        events=_NOT_OURS,
        anchor="middle",
    ),
    ("planned", "held"): Arrow(
        path="M 190 145 V 295",
        at=(180, 214),
        words=("another's order", "is there, or it", "cannot be sent"),
        events=_NOT_OURS | {_ALONE},
        anchor="end",
    ),
    ("planned", "doubt"): Arrow(
        path="M 255 145 L 520 302",
        at=(345, 225),
        words=("an answer to", "a send that the", "ledger has lost"),
        events=_NO_ANSWER,
        anchor="end",
    ),
    ("held", "closed"): Arrow(
        path="M 220 345 V 470",
        at=(230, 440),
        words=("resolve,", "abandon"),
        events=frozenset({"person: not placed", "person: abandon"}),
    ),
    ("planned", "closed"): Arrow(
        path="M 150 120 H 40 V 495 H 150",
        at=(48, 440),
        words=("abandon",),
        events=frozenset({"person: abandon"}),
    ),
    ("doubt", "closed"): Arrow(
        path="M 590 345 V 485 H 370",
        at=(580, 460),
        words=("resolve: not placed",),
        events=frozenset({"person: not placed"}),
        anchor="end",
    ),
    ("accepted", "closed"): Arrow(
        path="M 970 345 V 505 H 370",
        at=(960, 485),
        words=("resolve: not placed",),
        events=frozenset({"person: not placed"}),
        anchor="end",
    ),
}
BOXES: Final = {
    "planned": (150, 95, 140, "planned"),
    "sending": (520, 95, 140, "sending"),
    "rejected": (900, 95, 140, "rejected"),
    "held": (150, 295, 140, "held"),
    "doubt": (520, 295, 140, "doubt"),
    "accepted": (900, 295, 140, "accepted"),
    GONE: (150, 470, 220, "abandoned, not_placed"),
}
"""Left, top, width and words of each box."""
HEIGHT: Final = 50
STYLE: Final = """
  .paper { fill: #ffffff } .frame { fill: none; stroke: #b6bdc6; stroke-width: 1.5 }
  .box { fill: #eef2f7; stroke: #4a5664; stroke-width: 1.5 } .good { fill: #e0f2e6; stroke: #2d7a4b }
  .wait { fill: #fdf1d9; stroke: #97690c }
  text { fill: #1d242c; font: 13px system-ui, sans-serif } .state { font-weight: 600; font-size: 15px }
  path { fill: none; stroke: #4a5664; stroke-width: 1.5 } .person { stroke: #8a3ea8; stroke-dasharray: 6 4 }
  text.person { fill: #8a3ea8; stroke: none }
  .head { fill: #4a5664; stroke: none } .head.person { fill: #8a3ea8; stroke: none }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0f1419 } .frame { stroke: #4a5664 }
    .box { fill: #1d2630; stroke: #97a5b5 } .good { fill: #14301f; stroke: #5fbf85 }
    .wait { fill: #33270d; stroke: #d9a640 }
    text { fill: #e4e9ef } path { stroke: #97a5b5 } .person { stroke: #d39bea } text.person { fill: #d39bea }
    .head { fill: #97a5b5; stroke: none } .head.person { fill: #d39bea; stroke: none }
  }
"""


class DrawingError(Exception):
    """The drawing and the protocol differ."""


def check(found: Changes) -> None:
    """Compare the drawing with the protocol.

    Args:
        found: what the protocol decides.

    Raises:
        DrawingError: they differ; it names each difference.
    """
    drawn: dict[tuple[str, str], frozenset[str]] = {change: arrow.events for change, arrow in ARROWS.items()}
    wrong: list[str] = []
    for name in BOXES:
        events_to = found.get((name, STANDS), frozenset())
        if not events_to or not events_to <= YES:
            wrong.append(
                f"{name} -> {STANDS}: {sorted(events_to)}; the drawing says that what shows an order leads there"
            )
    inside = {change: names for change, names in found.items() if change[1] != STANDS}
    for change in sorted({*drawn, *inside}):
        was, is_now = drawn.get(change, frozenset()), inside.get(change, frozenset())
        if was != is_now:
            wrong.append(f"{' -> '.join(change)}: {sorted(was)} in the drawing, {sorted(is_now)} in the protocol")
    if wrong:
        raise DrawingError("correct ARROWS in docs/images/order_states.py:\n" + "\n".join(wrong))


# -- drawing


def drawn() -> str:
    """Return the drawing."""
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 680" role="img" aria-labelledby="title">',
        '<title id="title">The states of an order, and what leads from one to the other</title>',
        f"<style>{STYLE}</style>",
        "<defs>",
        *(
            f'<marker id="{name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
            f'<path class="head{extra}" d="M 0 0 L 10 5 L 0 10 z"/></marker>'
            for name, extra in (("desk", ""), ("hand", " person"))
        ),
        "</defs>",
        '<rect class="paper" width="1080" height="680"/>',
        '<rect class="frame" x="10" y="10" width="1060" height="535" rx="14"/>',
    ]
    parts += [_arrow(arrow) for arrow in ARROWS.values()]
    parts += [_box(name, *place) for name, place in BOXES.items()]
    parts += [
        '<path d="M 575 545 V 605" marker-end="url(#desk)"/>',
        _text(
            (590, 569),
            ("from each of these states: an answer, a look", "or a person shows that the order stands"),
            "start",
            "",
        ),
        '<rect class="box good" x="400" y="606" width="350" height="50" rx="10"/>',
        _text((575, 636), ("placed, partly, empty",), "middle", "state"),
        '<path d="M 30 600 H 70" marker-end="url(#desk)"/>',
        _text((80, 604), ("the desk decides",), "start", ""),
        '<path class="person" d="M 30 630 H 70" marker-end="url(#hand)"/>',
        _text((80, 634), ("a person decides",), "start", "person"),
        "</svg>",
        "",
    ]
    return "\n".join(parts)


def _arrow(arrow: Arrow) -> str:
    kind, head = ("person", "hand") if arrow.is_person else ("", "desk")
    line = f'<path class="{kind}" d="{arrow.path}" marker-end="url(#{head})"/>'
    return f"{line}\n{_text(arrow.at, arrow.words, arrow.anchor, kind)}"


def _box(name: str, left: int, top: int, width: int, words: str) -> str:
    kind = {"held": " wait", "doubt": " wait"}.get(name, "")
    shape = f'<rect class="box{kind}" x="{left}" y="{top}" width="{width}" height="{HEIGHT}" rx="10"/>'
    return f"{shape}\n{_text((left + width // 2, top + 30), (words,), 'middle', 'state')}"


def _text(at: tuple[int, int], words: tuple[str, ...], anchor: str, kind: str) -> str:
    x, y = at
    lines = "".join(f'<tspan x="{x}" y="{y + 16 * number}">{escape(line)}</tspan>' for number, line in enumerate(words))
    return f'<text class="{kind}" text-anchor="{anchor}">{lines}</text>'


if __name__ == "__main__":
    check(changes())
    DRAWING.write_text(drawn(), "utf-8")
