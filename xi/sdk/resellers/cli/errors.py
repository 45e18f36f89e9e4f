"""What a command ends with when it cannot do what it was asked to."""

from __future__ import annotations

from xi.sdk.resellers.cli.codes import Code


class CommandError(Exception):
    """A command cannot do what it was asked to. Shown as a line, a hint to type, and the word of a page.

    Args:
        message: what is wrong, and where.
        code: the exit code.
        word: a stable word for it, such as `bad-quantity`; `xi-orders help WORD` explains it. Empty if there is none.
        hint: what to type or to change; empty if there is nothing to say.
        correlation_id: the ID of the call that failed, for Ingram Micro's support.
    """

    def __init__(
        self,
        message: str,
        *,
        code: Code = Code.USAGE,
        word: str = "",
        hint: str = "",
        correlation_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.word = word
        self.hint = hint
        self.correlation_id = correlation_id
