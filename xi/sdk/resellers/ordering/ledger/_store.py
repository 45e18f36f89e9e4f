"""One transaction of the ledger: what the desk reads and writes."""

from __future__ import annotations

from xi.sdk.resellers.ordering.ledger._accounts import Accounts
from xi.sdk.resellers.ordering.ledger._orders import Orders
from xi.sdk.resellers.ordering.ledger._quotas import Quotas


class Transaction(Orders, Accounts, Quotas):
    """What the desk reads and writes in one transaction. `Ledger` makes it.

    A transaction that takes several locks takes those of orders first, then those of the account, that of the quota last; so
    two of them never wait for each other.
    """
