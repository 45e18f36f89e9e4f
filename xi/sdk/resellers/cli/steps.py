"""Shows on stderr how far a long reading is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xi.sdk.resellers.cli.live_line import LiveLine

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.session import Session

_NAMED_S: Final = 1.0
"""A wait that is longer is told at once."""


class Steps(LiveLine):
    """How far a reading is.

    Args:
        session: the command.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._last = "nothing is read yet"

    def text(self) -> str:
        """Return the last text."""
        return self._last

    def __call__(self, text: str, *, wait: float = 0.0) -> None:
        """Show it.

        Args:
            text: how far it is.
            wait: the seconds until it goes on.
        """
        is_named = wait > _NAMED_S
        self._last = f"{text} · waits {wait:.0f} s" if is_named else text
        self.show(self._last, at_once=is_named)
