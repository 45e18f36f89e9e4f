"""One transaction of the ledger: what the desk reads and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers.ordering.ledger._accounts import Accounts
from xi.sdk.resellers.ordering.ledger._jumps import Jumps
from xi.sdk.resellers.ordering.ledger._lists import Lists
from xi.sdk.resellers.ordering.ledger._orders import Orders
from xi.sdk.resellers.ordering.ledger._quotas import Memory, Quotas
from xi.sdk.resellers.ordering.ledger._tokens import Tokens

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from xi.sdk.resellers.ordering.ledger._database import Facts
    from xi.sdk.resellers.ordering.ledger._statements import Statements


class Transaction(Orders, Lists, Accounts, Quotas, Tokens):
    """What the desk reads and writes in one transaction. `Ledger` makes it.

    What takes several locks takes those of orders first, then that of the breaker, that of the quota last, so that two
    transactions never wait for each other.

    Args:
        connection: the connection, on which the transaction has begun.
        statements: the statements for its tables.
        facts: what was read at its beginning.
        owner: the ledger's name, if the transaction belongs to the caller: an error must leave it usable.
        reads_only: whether nothing can be written or locked.
        memory: what this program has learnt about quotas.
        jumps: how far the clock of the ledger has jumped; None if nobody watches it.
    """

    def __init__(
        self,
        connection: Connection,
        statements: Statements,
        facts: Facts,
        *,
        owner: str | None = None,
        reads_only: bool = False,
        memory: Memory | None = None,
        jumps: Jumps | None = None,
    ) -> None:
        super().__init__(connection, statements, facts, owner=owner, reads_only=reads_only)
        self._memory = {} if memory is None else memory
        self._jumps = jumps

    def skipped_since(self, moment: float) -> float:
        """Return by how many seconds the clock of the ledger has jumped forward since a moment; 0 mostly.

        Args:
            moment: the ledger's time then.
        """
        return 0.0 if self._jumps is None else self._jumps.since(moment)
