"""Access tokens: issued to clients, checked on every call, dead after their lifetime."""

import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from itertools import islice
from random import Random
from typing import Final

from xi.sdk.resellers.sandbox.state.store import NoStore, Store

_ALPHABET = string.ascii_letters + string.digits
_TOKEN_LENGTH = 28

TOKEN_LIMIT: Final = 10_000
"""Issued tokens that are kept; an older one is forgotten, and unknown."""


class TokenState(Enum):
    """What a bearer token is worth."""

    GOOD = auto()
    EXPIRED = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """An issued token.

    Args:
        text: The token itself.
        client_id: Whose it is.
        deadline: When it dies.
    """

    text: str = field(repr=False)
    client_id: str
    deadline: datetime


class Tokens:
    """Issues opaque tokens and remembers when they die.

    Args:
        clock: Tells the time.
        rng: Makes up the tokens.
        lifetime: How long an issued token is good for.
        credentials: client_id -> client_secret; None accepts any pair without blanks.
        fixed: Tokens that are good for ever, for demonstrations.
        store: Keeps what is issued.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        rng: Random,
        lifetime: timedelta,
        credentials: Mapping[str, str] | None = None,
        fixed: Iterable[str] = (),
        store: Store | None = None,
    ) -> None:
        self._clock = clock
        self._rng = rng
        self._credentials = None if credentials is None else dict(credentials)
        self._fixed = frozenset(fixed)
        self._issued: dict[str, Token] = {}
        self._store: Store = store or NoStore()
        self.lifetime = lifetime

    def accepts(self, client_id: str, client_secret: str) -> bool:
        """Return whether these credentials may have a token."""
        if self._credentials is None:
            return bool(client_id and client_secret)
        return bool(client_secret) and self._credentials.get(client_id) == client_secret

    def issue(self, client_id: str = "", *, alone: bool = False) -> str:
        """Return a new token.

        Args:
            client_id: Whose it is.
            alone: Whether it ends those the client had.
        """
        now = self._clock()
        self._end(
            token
            for token in list(self._issued.values())
            if now - token.deadline > self.lifetime or (alone and token.client_id == client_id)
        )
        token = Token("".join(self._rng.choices(_ALPHABET, k=_TOKEN_LENGTH)), client_id, now + self.lifetime)
        self._end(list(islice(self._issued.values(), max(0, len(self._issued) + 1 - TOKEN_LIMIT))))
        self.restore(token)
        self._store.put("token", token.text, token)
        return token.text

    def restore(self, token: Token) -> None:
        """Take in a token that was issued before."""
        self._issued[token.text] = token

    def _end(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            del self._issued[token.text]
            self._store.drop("token", token.text)

    def issued(self) -> tuple[Token, ...]:
        """Return the tokens that were issued and are still known, the oldest first."""
        return tuple(self._issued.values())

    def client_of(self, token: str) -> str:
        """Return whose token it is; a fixed one stands for itself."""
        known = self._issued.get(token)
        return token if known is None else known.client_id

    def state(self, token: str) -> TokenState:
        """Return whether a token is good, has expired, or was never issued."""
        if token in self._fixed:
            return TokenState.GOOD
        known = self._issued.get(token)
        if known is None:
            return TokenState.UNKNOWN
        return TokenState.GOOD if self._clock() < known.deadline else TokenState.EXPIRED

    def revoke_all(self) -> None:
        """Forget every issued token: live tokens too can die before their time."""
        self._end(list(self._issued.values()))
