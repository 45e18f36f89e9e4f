"""Draws the way of a call from end to end, call-path.svg beside this file.

python docs/images/call_path.py
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from xi.sdk.resellers import ApiValueError, NotSentException, UnansweredException

DRAWING: Final = Path(__file__).with_name("call-path.svg")
TITLE: Final = "The way of a call from end to end: six steps, what may end it at each, and when it is sent again"
STEPS: Final = (
    ("1  check the arguments", "no", ApiValueError.__name__),
    ("2  token: there, or fetched", "none to be had", NotSentException.__name__),
    ("3  quota: wait for room", "no room in time", NotSentException.__name__),
    ("4  send", "", ""),
    (
        "5  decide what came back",
        "refused, or in doubt",
        f"by status, or {UnansweredException.__name__}",
    ),
    ("6  read it into a model", "", ""),
)
"""The steps, and of each why it may end the call, and with which exception."""
SERVICE: Final = {1: "/oauth/oauth20/token", 3: "/resellers/v6/orders"}
"""The steps that ask the service, and for what."""
WIDTH: Final = 1080
_LEFT, _TOP, _BOX, _HEIGHT, _APART = 450, 70, 270, 46, 84
_STYLE: Final = """
  .paper { fill: #ffffff } .box { fill: #eef2f7; stroke: #4a5664; stroke-width: 1.5 }
  .good { fill: #e0f2e6; stroke: #2d7a4b } .bad { fill: #fdf1d9; stroke: #97690c }
  text { fill: #1d242c; font: 15px system-ui, sans-serif }
  .step { font-weight: 600 } .lane { font-weight: 600; font-size: 17px }
  path { fill: none; stroke: #4a5664; stroke-width: 1.5 } .again { stroke-dasharray: 6 4 }
  .head { fill: #4a5664; stroke: none }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0f1419 } .box { fill: #1d2630; stroke: #97a5b5 } .good { fill: #14301f; stroke: #5fbf85 }
    .bad { fill: #33270d; stroke: #d9a640 } text { fill: #e4e9ef } path { stroke: #97a5b5 }
    .head { fill: #97a5b5; stroke: none }
  }
"""


def drawn() -> str:
    """Return the drawing."""
    height = _TOP + len(STEPS) * _APART + 30
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>{TITLE}</title>",
            f"<style>{_STYLE}</style>",
            '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8"',
            ' orient="auto"><path class="head" d="M 0 0 L 10 5 L 0 10 z"/></marker></defs>',
            f'<rect class="paper" width="{WIDTH}" height="{height}"/>',
            *_lanes(),
            *_steps(),
            "</svg>",
            "",
        ]
    )


def _lanes() -> Iterator[str]:
    """Yield who takes part, and how the call begins and ends."""
    middle = _LEFT + _BOX / 2
    yield _text(155, 40, "your program", "lane")
    yield _text(middle, 40, "this package", "lane")
    yield _text(930, 40, "the service", "lane")
    last = _middle(len(STEPS) - 1)
    yield _box(20, _middle(0) - 23, 270, "a method of an API", "")
    yield _arrow(f"M 290 {_middle(0)} H {_LEFT}")
    yield _box(20, last - 23, 270, "the result", "good")
    yield _arrow(f"M {_LEFT} {last} H 290")


def _steps() -> Iterator[str]:
    """Yield the steps, the service, and the ways between them."""
    middle, right = _LEFT + _BOX / 2, _LEFT + _BOX
    for at, (step, why, error) in enumerate(STEPS):
        y = _middle(at)
        yield _box(_LEFT, y - 23, _BOX, step, "step")
        if at not in (0, 4):
            yield _arrow(f"M {middle} {y - _APART + 23} V {y - 23}")
        if error and at:
            yield _box(20, y - 23, 270, error, "bad")
            yield _arrow(f"M {_LEFT} {y} H 290")
            yield _text(370, y - 8, why, "")
        elif error:
            yield _text(370, y + 20, f"{why}: {error}", "")
        if at in SERVICE:
            yield _box(830, y - 23, 220, SERVICE[at], "")
            yield _arrow(f"M {right} {y} H 830")
    sent, decided = _middle(3), _middle(4)
    yield _arrow(f"M 930 {sent + 23} V {decided - 8} H {right}")
    yield f'<path class="again" d="M {right} {decided + 10} H 780 V {_middle(2)} H {right}" marker-end="url(#head)"/>'
    yield _text(790, decided + 40, "it may be sent again: after a wait,", "", "start")
    yield _text(790, decided + 60, "four times in all", "", "start")


def _middle(at: int) -> int:
    """Return how far down the middle of a step is."""
    return _TOP + at * _APART + _HEIGHT // 2


def _box(x: float, y: float, width: float, words: str, kind: str) -> str:
    shape = f'<rect class="box {kind}" x="{x}" y="{y}" width="{width}" height="{_HEIGHT}" rx="10"/>'
    return shape + _text(x + width / 2, y + 28, words, "step" if kind == "step" else "")


def _arrow(way: str) -> str:
    return f'<path d="{way}" marker-end="url(#head)"/>'


def _text(x: float, y: float, words: str, kind: str, anchor: str = "middle") -> str:
    return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


if __name__ == "__main__":
    DRAWING.write_text(drawn(), "utf-8")
