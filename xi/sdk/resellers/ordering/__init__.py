"""Place each order once, with a ledger of what was sent; needs the extra `ordering`.

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk

with ApiClient(Configuration.from_env()) as client:
    desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")
    for record in desk.place_all(orders):
        print(record.summary)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._lazy import lazily

if TYPE_CHECKING:
    from xi.sdk.resellers.ordering._protocol import Kind, Reason, State
    from xi.sdk.resellers.ordering.desk import OrderDesk
    from xi.sdk.resellers.ordering.errors import (
        Fault,
        LedgerError,
        NotPermittedError,
        NotSettledError,
        OrderDiffersError,
        RunError,
        RunPausedError,
        RunStoppedError,
        TooManyRejectedError,
        WaitOverError,
    )
    from xi.sdk.resellers.ordering.ledger import Ledger
    from xi.sdk.resellers.ordering.records import (
        HeldError,
        InDoubtError,
        PartlyPlacedError,
        Record,
        RejectedError,
        StateError,
    )
    from xi.sdk.resellers.ordering.runs import BadOrder, Item, Progress, Totals
    from xi.sdk.resellers.ordering.settings import Settings

__all__ = [
    "BadOrder",
    "Fault",
    "HeldError",
    "InDoubtError",
    "Item",
    "Kind",
    "Ledger",
    "LedgerError",
    "NotPermittedError",
    "NotSettledError",
    "OrderDesk",
    "OrderDiffersError",
    "PartlyPlacedError",
    "Progress",
    "Reason",
    "Record",
    "RejectedError",
    "RunError",
    "RunPausedError",
    "RunStoppedError",
    "Settings",
    "State",
    "StateError",
    "TooManyRejectedError",
    "Totals",
    "WaitOverError",
]

__getattr__, __dir__ = lazily(
    __name__,
    {
        "BadOrder": "runs",
        "Fault": "errors",
        "HeldError": "records",
        "InDoubtError": "records",
        "Item": "runs",
        "Kind": "_protocol",
        "Ledger": "ledger",
        "LedgerError": "errors",
        "NotPermittedError": "errors",
        "NotSettledError": "errors",
        "OrderDesk": "desk",
        "OrderDiffersError": "errors",
        "PartlyPlacedError": "records",
        "Progress": "runs",
        "Reason": "_protocol",
        "Record": "records",
        "RejectedError": "records",
        "RunError": "errors",
        "RunPausedError": "errors",
        "RunStoppedError": "errors",
        "Settings": "settings",
        "State": "_protocol",
        "StateError": "records",
        "TooManyRejectedError": "errors",
        "Totals": "runs",
        "WaitOverError": "errors",
    },
    submodules=("aio",),
)
