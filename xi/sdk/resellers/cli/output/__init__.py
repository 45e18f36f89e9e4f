"""Writes results: tables for eyes, plain lines, JSON, JSON Lines and CSV, each with what section 4 of CLI.md promises.

out = Output(Mode.CSV, stream=sys.stdout)
out.rows("list", COLUMNS, items)
out.close(ok=True)
"""

from __future__ import annotations

from xi.sdk.resellers.cli.output._columns import Column, Mode
from xi.sdk.resellers.cli.output._output import Output
from xi.sdk.resellers.cli.output._schemas import schema_id, schema_names, schema_text
from xi.sdk.resellers.cli.output._values import moment_in_utc, visible

__all__ = ["Column", "Mode", "Output", "moment_in_utc", "schema_id", "schema_names", "schema_text", "visible"]
