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
    from xi.sdk.resellers.ordering._overview import Overview
    from xi.sdk.resellers.ordering._preview import Ahead, Preview
    from xi.sdk.resellers.ordering._protocol import Kind, Reason, State
    from xi.sdk.resellers.ordering._tracking import StatusChange
    from xi.sdk.resellers.ordering._webhook_app import webhook_app
    from xi.sdk.resellers.ordering.desk import OrderDesk
    from xi.sdk.resellers.ordering.errors import (
        ChangeUnknownError,
        Fault,
        LedgerError,
        NotAsSeenError,
        NotPermittedError,
        NotSettledError,
        OrderDiffersError,
        QuoteChangedError,
        QuoteInUseError,
        RunError,
        RunPausedError,
        RunStoppedError,
        StoppedError,
        TooManyRejectedError,
        WaitOverError,
    )
    from xi.sdk.resellers.ordering.files import (
        FieldNote,
        FileCheck,
        FileMapping,
        FileRefusedError,
        OrderFile,
        OrderFiles,
        ReadOptions,
        Refusal,
        check_file,
        field_notes,
        mapping_template,
        order_template,
        read_order_files,
        read_orders,
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
    from xi.sdk.resellers.ordering.runs import BadOrder, Item, Progress, Totals
    from xi.sdk.resellers.ordering.settings import Settings
    from xi.sdk.resellers.ordering.workers import desk_tasks

__all__ = [
    "Act",
    "Ahead",
    "BadOrder",
    "Became",
    "ChangeResult",
    "ChangeUnknownError",
    "Fault",
    "FieldNote",
    "FileCheck",
    "FileMapping",
    "FileRefusedError",
    "HeldError",
    "InDoubtError",
    "Item",
    "Kind",
    "Ledger",
    "LedgerError",
    "Metrics",
    "NotAsSeenError",
    "NotPermittedError",
    "NotSettledError",
    "OrderDesk",
    "OrderDiffersError",
    "OrderFile",
    "OrderFiles",
    "Overview",
    "PartlyPlacedError",
    "Preview",
    "Progress",
    "QuoteChangedError",
    "QuoteInUseError",
    "ReadOptions",
    "Reason",
    "Record",
    "Refusal",
    "RejectedError",
    "RunError",
    "RunPausedError",
    "RunStoppedError",
    "Settings",
    "State",
    "StateError",
    "StatusChange",
    "StoppedError",
    "TooManyRejectedError",
    "Totals",
    "WaitOverError",
    "check_file",
    "desk_tasks",
    "field_notes",
    "mapping_template",
    "order_template",
    "read_order_files",
    "read_orders",
    "webhook_app",
]

__getattr__, __dir__ = lazily(
    __name__,
    {
        "Act": "_change_checks",
        "Ahead": "_preview",
        "Became": "_change_checks",
        "ChangeResult": "_changes",
        "ChangeUnknownError": "errors",
        "BadOrder": "runs",
        "Fault": "errors",
        "FieldNote": "files",
        "FileCheck": "files",
        "FileMapping": "files",
        "FileRefusedError": "files",
        "HeldError": "records",
        "InDoubtError": "records",
        "Item": "runs",
        "Kind": "_protocol",
        "Ledger": "ledger",
        "LedgerError": "errors",
        "Metrics": "metrics",
        "NotAsSeenError": "errors",
        "NotPermittedError": "errors",
        "NotSettledError": "errors",
        "OrderDesk": "desk",
        "OrderDiffersError": "errors",
        "OrderFile": "files",
        "OrderFiles": "files",
        "Overview": "_overview",
        "PartlyPlacedError": "records",
        "Preview": "_preview",
        "Progress": "runs",
        "QuoteChangedError": "errors",
        "QuoteInUseError": "errors",
        "ReadOptions": "files",
        "Reason": "_protocol",
        "Record": "records",
        "Refusal": "files",
        "RejectedError": "records",
        "RunError": "errors",
        "RunPausedError": "errors",
        "RunStoppedError": "errors",
        "Settings": "settings",
        "State": "_protocol",
        "StateError": "records",
        "StoppedError": "errors",
        "StatusChange": "_tracking",
        "TooManyRejectedError": "errors",
        "Totals": "runs",
        "WaitOverError": "errors",
        "check_file": "files",
        "desk_tasks": "workers",
        "field_notes": "files",
        "mapping_template": "files",
        "order_template": "files",
        "read_order_files": "files",
        "read_orders": "files",
        "webhook_app": "_webhook_app",
    },
    submodules=("aio",),
)
