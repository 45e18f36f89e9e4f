"""The part of a transaction that belongs to no single order: pauses, breakers, trust, webhooks and workers."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Final

from xi.sdk.resellers.ordering._entries import Distrust, Pause, SeenWorker, Webhook
from xi.sdk.resellers.ordering._protocol import Breaker
from xi.sdk.resellers.ordering.ledger import _rows
from xi.sdk.resellers.ordering.ledger._part import Part
from xi.sdk.resellers.ordering.ledger._schema import ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

DISTRUSTED_S: Final = 20 * 86_400.0
"""For how long a new ledger of production is not trusted: as far as a search without a filter reaches back."""
PRODUCTION: Final = "production"
_PAUSE: Final = tuple(each.name for each in fields(Pause))
_BREAKER: Final = tuple(each.name for each in fields(Breaker))


class Accounts(Part):
    """Reads and writes what belongs to accounts, and to the ledger as a whole."""

    def pause(self, customer: str, country: str) -> Pause | None:
        """Return the pause of an account, else the one of all accounts; None if something may be sent.

        Args:
            customer: the customer number.
            country: the country code.
        """
        if not self._facts.has_pauses:
            return None
        row = self._execute(self._statements.pause, _account(customer, country)).mappings().one_or_none()
        return None if row is None else Pause(**{each: row[each] for each in _PAUSE})

    def set_pause(self, pause: Pause | None, customer: str | None = None, country: str | None = None) -> None:
        """Pause or resume.

        Args:
            pause: why; None resumes.
            customer: the customer number; None for all accounts.
            country: the country code; None for all accounts.
        """
        account = _account(customer or ALL, country or ALL)
        if pause is None:
            self._execute(self._statements.drop_pause, account)
        else:
            self._execute(self._statements.set_pause, account | asdict(pause))
            self._facts.has_pauses = True

    def breaker(self, customer: str, country: str) -> Breaker:
        """Return the breaker of an account, and keep others from changing it until the transaction ends.

        Args:
            customer: the customer number.
            country: the country code.
        """
        if not self._facts.has_breakers:
            return Breaker()
        statement = self._statements.read_breaker if self._reads_only else self._statements.breaker
        row = self._execute(statement, _account(customer, country)).mappings().one_or_none()
        return Breaker() if row is None else Breaker(**{each: row[each] for each in _BREAKER})

    def set_breaker(self, customer: str, country: str, breaker: Breaker) -> None:
        """Write the breaker of an account.

        Args:
            customer: the customer number.
            country: the country code.
            breaker: the breaker.
        """
        account = _account(customer, country)
        if breaker == Breaker():
            if self._facts.has_breakers:
                self._execute(self._statements.drop_breaker, account)
        else:
            self._execute(self._statements.set_breaker, account | asdict(breaker))
            self._facts.has_breakers = True

    def set_up_refused(self, customer: str, country: str) -> tuple[str, ...]:
        """Return the keys of the orders for which the set-up was refused in a row.

        Args:
            customer: the customer number.
            country: the country code.
        """
        return _rows.texts(self._execute(self._statements.set_up, _account(customer, country)).scalar_one_or_none())

    def set_set_up_refused(self, customer: str, country: str, refused: Sequence[str]) -> None:
        """Write the keys of the orders for which the set-up was refused in a row.

        Args:
            customer: the customer number.
            country: the country code.
            refused: their keys.
        """
        account = _account(customer, country)
        if refused:
            self._execute(self._statements.set_set_up, account | {"refused": _rows.dumps(list(refused))})
        else:
            self._execute(self._statements.drop_set_up, account)

    def distrusted(self) -> Distrust | None:
        """Return since when the ledger may not know of all orders; None if it is trusted."""
        distrust = self._facts.distrust
        if distrust is None or distrust.doubtful:
            return distrust
        is_over = self._facts.environment != PRODUCTION or self.now >= distrust.at + DISTRUSTED_S
        return None if is_over else distrust

    def set_distrust(self, distrust: Distrust | None) -> None:
        """Write since when the ledger may not know of all orders.

        Args:
            distrust: since when; None trusts it.
        """
        values = (None, None, None) if distrust is None else (distrust.since, distrust.at, distrust.doubtful)
        self._execute(
            self._statements.set_meta,
            dict(zip(("distrust_since", "distrust_at", "distrust_doubtful"), values, strict=True)),
        )
        self._facts.distrust = distrust

    def set_environment(self, environment: str) -> None:
        """Write the environment that the ledger belongs to from now on, unless another program was quicker.

        Args:
            environment: production, sandbox, local, or the name of a host.
        """
        self._execute(self._statements.take_environment, {"environment": environment})
        self._facts.environment = self._execute(self._statements.environment).scalar_one()

    def note_webhook(self, event_id: str, body: bytes, kind: str, pos: Sequence[str], numbers: Sequence[str]) -> bool:
        """Write a webhook that has come; return whether it is new.

        Args:
            event_id: the ID that the server gave it.
            body: the body as it came.
            kind: what it tells.
            pos: the POs that it names.
            numbers: the order numbers that it names.
        """
        values = {
            "event_id": event_id,
            "at": self.now,
            "kind": kind,
            "body": body,
            "pos": _rows.dumps(list(pos)),
            "numbers": _rows.dumps(list(numbers)),
        }
        return bool(self._execute(self._statements.note_webhook, values).rowcount)

    def waiting_webhooks(self, limit: int) -> list[Webhook]:
        """Return webhooks that nobody has looked at, the oldest first, and keep them for this transaction.

        Args:
            limit: the most webhooks to return.
        """
        rows = self._execute(self._statements.waiting_webhooks, {"most": limit}).mappings()
        return [_rows.webhook_of(each) for each in rows]

    def webhook_done(self, webhook_id: int) -> None:
        """Write that a webhook was looked at.

        Args:
            webhook_id: its number in the ledger.
        """
        self._execute(self._statements.webhook_done, {"at_id": webhook_id, "done_at": self.now})

    def seen(self, worker: str) -> None:
        """Write that a worker uses the ledger.

        Args:
            worker: its name.
        """
        self._execute(self._statements.seen, {"worker": worker, "first": self.now, "last": self.now})

    def workers(self) -> list[SeenWorker]:
        """Return the workers that were seen, by name."""
        return [SeenWorker(**each) for each in self._execute(self._statements.workers).mappings()]


def _account(customer: str, country: str) -> dict[str, object]:
    return {"customer": customer, "country": country}
