"""Read orders from CSV, JSON and JSON Lines; what can be read in two ways is refused."""

from __future__ import annotations

from xi.sdk.resellers.ordering.files._checks import FileCheck
from xi.sdk.resellers.ordering.files._mapping import ColumnRule, FileMapping
from xi.sdk.resellers.ordering.files._options import check_file, read_orders
from xi.sdk.resellers.ordering.files._reading import OrderFile
from xi.sdk.resellers.ordering.files._refusals import FileRefusedError, Refusal

__all__ = [
    "ColumnRule",
    "FileCheck",
    "FileMapping",
    "FileRefusedError",
    "OrderFile",
    "Refusal",
    "check_file",
    "read_orders",
]
