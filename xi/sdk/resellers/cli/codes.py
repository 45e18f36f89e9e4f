"""The exit codes: each says who has to do something."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xi.sdk.resellers.ordering import Record, State


class Code(IntEnum):
    """What a command ends with. None of them changes its meaning within a major version."""

    DONE = 0
    """Done, and the answer is yes."""
    NO = 1
    """Done, and the answer is no: rejected, partly placed, bad rows, not found. A repeat changes nothing."""
    USAGE = 2
    """Nothing was done: wrong use, a bad file, a limit, a question that was answered no or that nobody could answer."""
    UNFINISHED = 3
    """Not finished; the same line goes on."""
    UNABLE = 4
    """It could not be done: the API is away or refuses the set-up. Once that is mended, the same line goes on."""
    PERSON = 5
    """Held, or doubled: a person must decide."""
    LEDGER = 6
    """The ledger cannot be used. Nothing more was sent."""
    FAULT = 70
    """A fault of the program."""
    INTERRUPTED = 130
    """Ctrl-C, after what was out had come back."""
    TERMINATED = 143
    """SIGTERM, after what was out had come back."""


_WORST_FIRST: Final = (
    Code.FAULT,
    Code.LEDGER,
    Code.TERMINATED,
    Code.INTERRUPTED,
    Code.UNABLE,
    Code.PERSON,
    Code.UNFINISHED,
    Code.NO,
    Code.USAGE,
    Code.DONE,
)


def worst(codes: Iterable[Code]) -> Code:
    """Return the code of a command to which several apply.

    Args:
        codes: the codes; none of them is the same as DONE.
    """
    return min(codes, key=_WORST_FIRST.index, default=Code.DONE)


_BY_STATE: Final = {
    "planned": Code.UNFINISHED,
    "sending": Code.UNFINISHED,
    "doubt": Code.UNFINISHED,
    "accepted": Code.UNFINISHED,
    "placed": Code.DONE,
    "partly": Code.NO,
    "empty": Code.NO,
    "rejected": Code.NO,
    "abandoned": Code.NO,
    "not_placed": Code.NO,
    "held": Code.PERSON,
}


def code_of_state(state: State) -> Code:
    """Return the code for a state of an order.

    Args:
        state: the state.
    """
    return _BY_STATE[state.value]


def code_of(record: Record) -> Code:
    """Return the code for what became of an order.

    Args:
        record: the order.
    """
    return Code.PERSON if record.doubled else code_of_state(record.state)
