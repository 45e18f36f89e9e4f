"""What the sandbox keeps of invoices: only that they were paid, as orders have the rest."""

from typing import Final

from xi.sdk.resellers.sandbox.invoices.values import Payment
from xi.sdk.resellers.sandbox.keeping import Kept

PAYMENTS: Final[Kept[Payment]] = Kept("payment", Payment, key=lambda each: each.number)
