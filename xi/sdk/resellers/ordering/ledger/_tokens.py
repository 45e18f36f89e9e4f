"""The access token of an app, which all programs and machines that use a ledger share.

1. A new token may end the one before. So one program fetches it, and the others use what it has fetched.
2. It is renewed when a tenth of its life is left, but at most five minutes. Until it is over the others go on with it.
3. Who fetches says so for half a minute. If that program ends meanwhile, another one fetches after that.
4. With a key, the token is encrypted in the ledger.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger._part import Part

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

FETCH_S: Final = 30.0
"""How long a fetch may take before another program fetches too."""
WAIT_S: Final = 90.0
"""How long to wait for another program that fetches."""
_AGAIN_S: Final = 0.2
_MARGIN: Final = 0.1
"""The part of its life that is left when a token is renewed."""
_MARGIN_S: Final = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """An access token.

    Args:
        token: the token, encrypted if there is a key; None if it was never fetched, or has ended.
        expires_at: the end of its life, in seconds since 1970.
        renew_at: when it is to be renewed.
        fetching_until: until when another program fetches a new one.
    """

    token: str | None = field(repr=False)
    expires_at: float
    renew_at: float
    fetching_until: float | None

    def is_fresh(self, now: float) -> bool:
        """Return whether it is valid, and need not be renewed yet.

        Args:
            now: the database's time.
        """
        return self.token is not None and now < self.renew_at


class Tokens(Part):
    """Reads and writes the shared access token."""

    def token(self, app: str) -> Token | None:
        """Return the token of an app; None if nobody has fetched one.

        Args:
            app: a short hash of the client ID.
        """
        row = self._execute(self._statements.token, {"at_app": app}).one_or_none()
        if row is None:
            return None
        token, expires_at, renew_at, fetching_until = row
        return Token(token=token, expires_at=expires_at, renew_at=renew_at, fetching_until=fetching_until)

    def lock_token(self, app: str) -> float | None:
        """Say that this program fetches a token; return until when, or None if another one does.

        Args:
            app: a short hash of the client ID.
        """
        until = self.now + FETCH_S
        values = {"app": app, "expires_at": 0.0, "renew_at": 0.0, "fetching_until": until, "now": self.now}
        return until if self._execute(self._statements.lock_token, values).rowcount else None

    def unlock_token(self, app: str, until: float) -> None:
        """Say that this program has not fetched a token.

        Args:
            app: a short hash of the client ID.
            until: what `lock_token` returned.
        """
        self._execute(self._statements.unlock_token, {"at_app": app, "until": until})

    def store_token(self, app: str, token: str, life: float) -> None:
        """Write a token that was fetched.

        Args:
            app: a short hash of the client ID.
            token: the token, encrypted if there is a key.
            life: the seconds of its life.
        """
        expires_at = self.now + life
        values = {
            "app": app,
            "token": token,
            "expires_at": expires_at,
            "renew_at": expires_at - min(_MARGIN * life, _MARGIN_S),
            "fetching_until": None,
        }
        self._execute(self._statements.store_token, values)

    def drop_token(self, app: str) -> None:
        """Say that the token has ended before its time: it was answered 401. The next call fetches another.

        Args:
            app: a short hash of the client ID.
        """
        self._execute(self._statements.drop_token, {"at_app": app})


class SharedToken:
    """Returns the shared access token; it is fetched where it must be. `Ledger.shared_token` makes it.

    Args:
        app: a short hash of the client ID.
        fetch: returns a new token and the seconds of its life.
        transaction: begins a transaction of the ledger.
        reading: begins one that only reads.
        cipher: encrypts the token in the ledger.
    """

    def __init__(
        self,
        app: str,
        fetch: Callable[[], tuple[str, float]],
        transaction: Callable[[], AbstractContextManager[Tokens]],
        reading: Callable[[], AbstractContextManager[Tokens]],
        cipher: Cipher,
    ) -> None:
        self._app = app
        self._fetch = fetch
        self._transaction = transaction
        self._reading = reading
        self._cipher = cipher

    def __call__(self) -> str:
        """Return a token that is valid now.

        Raises:
            LedgerError: the ledger cannot be used, or another program takes too long to fetch a token.
        """
        end = time.monotonic() + WAIT_S
        while True:
            with self._reading() as tx:
                known, now = tx.token(self._app), tx.now
            if known is not None and known.is_fresh(now):
                return self._decrypted(known)
            with self._transaction() as tx:
                until = tx.lock_token(self._app)
                again = tx.token(self._app)
                if until is not None and again is not None and again.is_fresh(tx.now):
                    # Another program has fetched it since it was read.
                    tx.unlock_token(self._app, until)
                    return self._decrypted(again)
            old = known if known is not None and known.token is not None and now < known.expires_at else None
            if until is not None:
                return self._renewed(old, until)
            if old is not None:
                return self._decrypted(old)
            if time.monotonic() > end:
                raise LedgerError("another program does not end to fetch an access token; try again", Fault.LOCKED)
            time.sleep(_AGAIN_S)

    def _decrypted(self, token: Token) -> str:
        return self._cipher.decrypt(token.token or "")

    def _renewed(self, old: Token | None, until: float) -> str:
        try:
            token, life = self._fetch()
        except BaseException as error:
            with self._transaction() as tx:
                tx.unlock_token(self._app, until)
            if old is not None and isinstance(error, Exception):
                return self._decrypted(old)
            raise
        with self._transaction() as tx:
            tx.store_token(self._app, self._cipher.encrypt(token), life)
        return token


class Cipher:
    """Encrypts what is kept in the ledger, if there is a key.

    Args:
        key: 32 bytes as URL-safe Base64 text, as `Fernet.generate_key()` of `cryptography` makes it; None: in clear.

    Raises:
        ApiValueError: the key cannot be used.
        ImportError: the package `cryptography` is missing.
    """

    def __init__(self, key: bytes | None) -> None:
        self._fernet = None
        if key is not None:
            try:
                from cryptography.fernet import Fernet  # noqa: PLC0415 - only a key needs it
            except ImportError as error:
                raise ImportError(
                    'to encrypt the shared token, the ledger needs cryptography: pip install "cryptography>=42"',
                    name=error.name,
                ) from error
            try:
                self._fernet = Fernet(key)
            except ValueError:  # its text could repeat the key
                raise ApiValueError(
                    "the key should be 32 bytes as URL-safe Base64 text, as Fernet.generate_key() makes it",
                    argument="token_key",
                ) from None

    def encrypt(self, text: str) -> str:
        """Return the text as it is kept.

        Args:
            text: the text.
        """
        return text if self._fernet is None else self._fernet.encrypt(text.encode()).decode()

    def decrypt(self, text: str) -> str:
        """Return the text again.

        Args:
            text: the text as it is kept.

        Raises:
            ApiValueError: it was encrypted with another key.
        """
        if self._fernet is None:
            return text
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 - see above

        try:
            return self._fernet.decrypt(text.encode()).decode()
        except InvalidToken:
            raise ApiValueError(
                "the token in the ledger was encrypted with another key", argument="token_key"
            ) from None
