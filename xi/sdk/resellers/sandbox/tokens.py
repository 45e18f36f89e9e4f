"""Access tokens: issued to clients, checked on every call, dead after their lifetime."""

import string
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from enum import Enum, auto
from random import Random

_ALPHABET = string.ascii_letters + string.digits
_TOKEN_LENGTH = 28


class TokenState(Enum):
    """What a bearer token is worth."""

    GOOD = auto()
    EXPIRED = auto()
    UNKNOWN = auto()


class TokenStore:
    """Issues opaque tokens and remembers when they die.

    Args:
        clock: Tells the time.
        rng: Makes up the tokens.
        lifetime: How long an issued token is good for.
        credentials: client_id -> client_secret; None accepts any pair without blanks.
        fixed: Tokens that are good for ever, for demonstrations.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        rng: Random,
        lifetime: timedelta,
        credentials: Mapping[str, str] | None = None,
        fixed: Iterable[str] = (),
    ) -> None:
        self._clock = clock
        self._rng = rng
        self._credentials = None if credentials is None else dict(credentials)
        self._fixed = frozenset(fixed)
        self._deadlines: dict[str, datetime] = {}
        self._clients: dict[str, str] = {}
        self.lifetime = lifetime

    def accepts(self, client_id: str, client_secret: str) -> bool:
        """Tell whether these credentials may have a token."""
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
        ended = [
            token
            for token, deadline in self._deadlines.items()
            if now - deadline > self.lifetime or (alone and self._clients[token] == client_id)
        ]
        for token in ended:
            del self._deadlines[token], self._clients[token]
        token = "".join(self._rng.choices(_ALPHABET, k=_TOKEN_LENGTH))
        self._deadlines[token] = now + self.lifetime
        self._clients[token] = client_id
        return token

    def client_of(self, token: str) -> str:
        """Return whose token it is; a fixed one stands for itself."""
        return self._clients.get(token, token)

    def state(self, token: str) -> TokenState:
        """Tell whether a token is good, has expired, or was never issued."""
        if token in self._fixed:
            return TokenState.GOOD
        deadline = self._deadlines.get(token)
        if deadline is None:
            return TokenState.UNKNOWN
        return TokenState.GOOD if self._clock() < deadline else TokenState.EXPIRED

    def revoke_all(self) -> None:
        """Forget every issued token: live tokens too can die before their time."""
        self._deadlines.clear()
        self._clients.clear()
