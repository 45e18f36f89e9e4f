"""Read orders from CSV, JSON and JSON Lines; what can be read in two ways is refused."""

from __future__ import annotations

from xi.sdk.resellers.ordering.files._checks import FileCheck, FileRefusedError
from xi.sdk.resellers.ordering.files._mapping import ColumnRule, FileMapping
from xi.sdk.resellers.ordering.files._mapping_templates import MAPPED_PROGRAMS, mapping_template
from xi.sdk.resellers.ordering.files._options import ReadOptions, check_file, read_order_files, read_orders
from xi.sdk.resellers.ordering.files._order_files import OrderFiles
from xi.sdk.resellers.ordering.files._reading import OrderFile
from xi.sdk.resellers.ordering.files._refusals import Refusal
from xi.sdk.resellers.ordering.files._templates import FieldNote, field_notes, order_template

__all__ = [
    "MAPPED_PROGRAMS",
    "ColumnRule",
    "FieldNote",
    "FileCheck",
    "FileMapping",
    "FileRefusedError",
    "OrderFile",
    "OrderFiles",
    "ReadOptions",
    "Refusal",
    "check_file",
    "field_notes",
    "mapping_template",
    "order_template",
    "read_order_files",
    "read_orders",
]
