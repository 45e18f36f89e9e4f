"""Draws the steps of a call, call-steps.svg beside this file.

    python docs/images/call_steps.py

Numbers are those of the default policy, and the names of exceptions are those of the classes. A test compares the
drawing with the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from xi.sdk.resellers import (
    ApiException,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    NotSentException,
    RetryPolicy,
    ServiceException,
    UnansweredException,
    UnreadableResponseException,
)

DRAWING: Final = Path(__file__).with_name("call-steps.svg")
POLICY: Final = RetryPolicy()
WIDTH: Final = 1000
HEIGHT: Final = 800
LEFT: Final = 200
"""Where the boxes of the steps begin."""
STEP: Final = (300, 64)
"""Width and height of a step."""
RIGHT: Final = 690
"""Where the boxes of the ends begin."""
END: Final = 290
"""Width of an end."""
STEPS: Final = (
    (30, "1  check", "types, lengths, dates"),
    (160, "2  token", "there, or fetched"),
    (270, "3  quota", "wait until there is room"),
    (380, "4  send", "one request, one connection"),
    (510, "5  decide", "what came back?"),
    (710, "6  read", "a model, with all that came"),
)
"""The steps: where each is, its name, and what it does."""


def ends() -> Iterator[tuple[int, int, str, str, str]]:
    """Yield each end: of which step, where it is, when it comes, what the program gets, and its class."""
    yield 0, 30, "wrong", _named(ApiValueError, ApiTypeError), "stop"
    yield 1, 160, "none to be had", _named(NotSentException), "stop"
    yield 2, 270, "no room in time", _named(NotSentException), "stop"
    yield 4, 480, "a refusal", f"{_named(BadRequestException)}, and those of other statuses", "stop"
    doubtful = _named(UnansweredException, ServiceException, UnreadableResponseException)
    yield 4, 574, "perhaps acted on", f"{doubtful}; with a Doubt", "doubt"


def _named(*kinds: type[ApiException | ApiValueError | ApiTypeError]) -> str:
    return ", ".join(each.__name__ for each in kinds)


def drawing() -> str:
    """Return the drawing."""
    title = "A call from end to end: six steps, and where it can end"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title">',
        f'<title id="title">{title}</title>',
        _STYLE,
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
        f'<rect class="frame" x="20" y="130" width="{LEFT + STEP[0]}" height="470" rx="10"/>',
        _text(36, 154, f"{POLICY.deadline:.0f} s for all of this", "small"),
        *_steps(),
        *_ends(),
        *_loops(),
        *_box(RIGHT, 380, END, STEP[1], ("the service",), "box"),
        _arrow(f"M {LEFT + STEP[0]} 400 H {RIGHT}"),
        _arrow(f"M {RIGHT} 424 H {LEFT + STEP[0]}"),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _steps() -> Iterator[str]:
    middle = LEFT + STEP[0] // 2
    for number, (y, name, about) in enumerate(STEPS):
        yield from _box(LEFT, y, *STEP, (name, about), "good" if number == len(STEPS) - 1 else "box")
        if number + 1 < len(STEPS):
            yield _arrow(f"M {middle} {y + STEP[1]} V {STEPS[number + 1][0]}")
    yield _text(middle + 12, 668, "a success")


def _ends() -> Iterator[str]:
    for step, y, when, what, kind in ends():
        words = what.replace("; ", ", ").split(", ")
        height = max(STEP[1], 20 * len(words) + 24)
        yield from _box(RIGHT, y, END, height, tuple(words), kind)
        start = STEPS[step][0] + STEP[1] // 2
        end = y + height // 2
        bend = LEFT + STEP[0] + 30
        yield _arrow(f"M {LEFT + STEP[0]} {start} H {bend} V {end} H {RIGHT}")
        yield _text(bend + 8, end - 8, when)


def _loops() -> Iterator[str]:
    """Yield what leads back: a 401 to the token, and what may be sent again to the quota."""
    start = STEPS[4][0]
    yield _arrow(f"M {LEFT} {start + 20} H 160 V {STEPS[2][0] + 32} H {LEFT}")
    yield _arrow(f"M {LEFT} {start + 44} H 60 V {STEPS[1][0] + 32} H {LEFT}")
    yield _text(68, 250, "401: a new")
    yield _text(68, 268, "token, once")
    yield _text(68, 420, "may be")
    yield _text(68, 438, "sent again:")
    yield _text(68, 456, f"{POLICY.attempts} in all")


def _box(x: int, y: int, width: int, height: int, words: tuple[str, ...], kind: str) -> Iterator[str]:
    yield f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="8"/>'
    first = y + height // 2 - 10 * len(words) + 15
    for number, each in enumerate(words):
        yield _text(x + 16, first + 20 * number, each, "name" if number == 0 else "")


def _text(x: int, y: int, text: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x}" y="{y}">{escape(text)}</text>'


def _arrow(path: str) -> str:
    return f'<path d="{path}" marker-end="url(#head)"/>'


_STYLE: Final = """<style>
  .paper { fill: #ffffff } .frame { fill: none; stroke: #b6bdc6; stroke-dasharray: 6 4 }
  .box { fill: #eef2f7; stroke: #4a5664 } .good { fill: #e0f2e6; stroke: #2d7a4b }
  .stop { fill: #ffffff; stroke: #4a5664 } .doubt { fill: #fdf1d9; stroke: #97690c }
  text { fill: #1d242c; font: 14px system-ui, sans-serif } .name { font-weight: 600 } .small { font-style: italic }
  path { fill: none; stroke: #4a5664; stroke-width: 1.5 } .head { fill: #4a5664; stroke: none }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0f1419 } .frame { stroke: #4a5664 } .box { fill: #1d2630; stroke: #97a5b5 }
    .good { fill: #14301f; stroke: #5fbf85 } .stop { fill: #0f1419; stroke: #97a5b5 }
    .doubt { fill: #33270d; stroke: #d9a640 } text { fill: #e4e9ef } path { stroke: #97a5b5 }
    .head { fill: #97a5b5; stroke: none }
  }
</style>
<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">\
<path class="head" d="M 0 0 L 10 5 L 0 10 z"/></marker></defs>"""


if __name__ == "__main__":
    DRAWING.write_text(drawing(), "utf-8")
