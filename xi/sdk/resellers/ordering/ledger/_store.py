"""One transaction of the ledger: what the desk reads and writes."""

from __future__ import annotations

from xi.sdk.resellers.ordering.ledger._accounts import Accounts
from xi.sdk.resellers.ordering.ledger._lists import Lists
from xi.sdk.resellers.ordering.ledger._orders import Orders
from xi.sdk.resellers.ordering.ledger._quotas import Quotas
from xi.sdk.resellers.ordering.ledger._tokens import Tokens


class Transaction(Orders, Lists, Accounts, Quotas, Tokens):
    """What the desk reads and writes in one transaction. `Ledger` makes it.

    What takes several locks takes those of orders first, then that of the breaker, that of the quota last, so that two
    transactions never wait for each other.
    """
