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
    from xi.sdk.resellers.ordering._change_checks import Act, Became
    from xi.sdk.resellers.ordering._changes import ChangeResult
    from xi.sdk.resellers.ordering._protocol import Kind, Reason, State
    from xi.sdk.resellers.ordering._tracking import StatusChange
    from xi.sdk.resellers.ordering.desk import OrderDesk
    from xi.sdk.resellers.ordering.errors import (
        Fault,
        LedgerError,
        NotPermittedError,
        NotSettledError,
        OrderDiffersError,
    )
    from xi.sdk.resellers.ordering.ledger import Ledger
    from xi.sdk.resellers.ordering.metrics import Metrics
    from xi.sdk.resellers.ordering.records import (
        HeldError,
        InDoubtError,
        PartlyPlacedError,
        Record,
        RejectedError,
        StateError,
    )
    from xi.sdk.resellers.ordering.settings import Settings

__all__ = [
    "Act",
    "Became",
    "ChangeResult",
    "Fault",
    "HeldError",
    "InDoubtError",
    "Kind",
    "Ledger",
    "LedgerError",
    "Metrics",
    "NotPermittedError",
    "NotSettledError",
    "OrderDesk",
    "OrderDiffersError",
    "PartlyPlacedError",
    "Reason",
    "Record",
    "RejectedError",
    "Settings",
    "State",
    "StateError",
    "StatusChange",
]

__getattr__, __dir__ = lazily(
    __name__,
    {
        "Act": "_change_checks",
        "Became": "_change_checks",
        "ChangeResult": "_changes",
        "Fault": "errors",
        "HeldError": "records",
        "InDoubtError": "records",
        "Kind": "_protocol",
        "Ledger": "ledger",
        "LedgerError": "errors",
        "Metrics": "metrics",
        "NotPermittedError": "errors",
        "NotSettledError": "errors",
        "OrderDesk": "desk",
        "OrderDiffersError": "errors",
        "PartlyPlacedError": "records",
        "Reason": "_protocol",
        "Record": "records",
        "RejectedError": "records",
        "Settings": "settings",
        "State": "_protocol",
        "StateError": "records",
        "StatusChange": "_tracking",
    },
    submodules=("aio", "webhook_app"),
)
