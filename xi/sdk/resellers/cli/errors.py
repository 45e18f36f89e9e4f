"""What a command ends with when it cannot do what it was asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.cli.codes import Code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LONGEST: Final = 2_000
"""The longest message; an argument of a command can be a thousand times longer."""


class CommandError(Exception):
    """A command cannot do what it was asked to. Shown as a line, a hint to type, and the word of a page.

    Args:
        message: what is wrong, and where; the middle of a very long one is left out.
        code: the exit code.
        word: a stable word for it, such as `bad-quantity`; `xi-orders help WORD` explains it. Empty if there is none.
        hint: what to type or to change; empty if there is nothing to say.
        correlation_id: the ID of the call that failed, for Ingram Micro's support.
        errors: all that is wrong, for programs, where the message tells of many things in one.
    """

    def __init__(
        self,
        message: str,
        *,
        code: Code = Code.USAGE,
        word: str = "",
        hint: str = "",
        correlation_id: str | None = None,
        errors: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        super().__init__(message)
        self.message = shortened(message)
        self.code = code
        self.word = word
        self.hint = shortened(hint)
        self.correlation_id = correlation_id
        self.errors = tuple(errors)


def shortened(text: str) -> str:
    """Return a text without its middle if it is too long; what would be right often stands at the end.

    Args:
        text: the text.
    """
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]} … {text[-half:]}"
