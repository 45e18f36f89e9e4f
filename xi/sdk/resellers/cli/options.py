"""The options of every command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

import typer

MODES: Final = ("table", "plain", "json", "jsonl", "csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What was said by the options of every command; None for those that were not given."""

    profile: str | None = None
    config: str | None = None
    environment: str | None = None
    ledger: str | None = None
    mode: str | None = None
    fields: str | None = None
    no_header: bool = False
    output: str | None = None
    excel: bool = False
    utc: bool = False
    schema: int | None = None
    color: str | None = None
    progress: str | None = None
    verbose: int = 0
    quiet: bool = False
    log_file: str | None = None
    log_format: str | None = None
    yes: bool = False
    no_input: bool = False
    call_timeout: str | None = None


Profile = Annotated[str | None, typer.Option("--profile", metavar="NAME", help="Profile of the configuration.")]
Config = Annotated[str | None, typer.Option("--config", metavar="FILE", help="Read this configuration file alone.")]
Environment = Annotated[
    str | None, typer.Option("--environment", metavar="WHERE", help="production, sandbox or a URL.")
]
LedgerUrl = Annotated[str | None, typer.Option("--ledger", metavar="URL", help="The ledger: a file or a URL.")]
Format = Annotated[str | None, typer.Option("--format", metavar="MODE", help="table, plain, json, jsonl or csv.")]
Fields = Annotated[str | None, typer.Option("--fields", metavar="A,B", help="Only these fields, in this order.")]
NoHeader = Annotated[bool, typer.Option("--no-header", help="No line with the names of the columns.")]
OutputFile = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the result here: whole, or not at all.")
]
Excel = Annotated[bool, typer.Option("--excel", help="CSV that a spreadsheet opens as it is.")]
Utc = Annotated[bool, typer.Option("--utc", help="Show times in UTC in tables too.")]
SchemaNumber = Annotated[
    int | None, typer.Option("--schema", metavar="N", min=1, help="The number of the schema of JSON.")
]
Color = Annotated[str | None, typer.Option("--color", metavar="WHEN", help="auto, always or never.")]
ProgressWay = Annotated[str | None, typer.Option("--progress", metavar="HOW", help="auto, bar, lines or none.")]
Verbose = Annotated[int, typer.Option("-v", "--verbose", count=True, help="A line for each call; -vv: bodies too.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Errors only; of place, what is not placed.")]
LogFile = Annotated[str | None, typer.Option("--log-file", metavar="FILE", help="Write a log as JSON Lines.")]
LogFormat = Annotated[str | None, typer.Option("--log-format", metavar="HOW", help="text or json, on stderr.")]
Yes = Annotated[bool, typer.Option("-y", "--yes", help="Answer the question before an act with yes.")]
NoInput = Annotated[bool, typer.Option("--no-input", help="Never ask; what would be asked is refused.")]
CallTimeout = Annotated[
    str | None, typer.Option("--call-timeout", metavar="TIME", help="The longest time of one call; 60s.")
]
Because = Annotated[str, typer.Option("--because", metavar="WHY", help="Why, for the history.")]
AsTable = Annotated[bool, typer.Option("--table", help="Short for --format table.")]
AsPlain = Annotated[bool, typer.Option("--plain", help="Short for --format plain.")]
AsJson = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
AsJsonl = Annotated[bool, typer.Option("--jsonl", help="Short for --format jsonl.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Short for --format csv.")]

Report = Annotated[
    str | None, typer.Option("--report", metavar="FILE", help="Write what became of each order, as CSV, here too.")
]
MetricsFile = Annotated[
    str | None, typer.Option("--metrics-file", metavar="FILE", help="Write metrics for node_exporter here.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done. Nothing is written or sent.")]

_Lease = Annotated[
    str | None, typer.Option("--lease", metavar="TIME", help="For how long an order belongs to one program; 90s.")
]
_QuietTime = Annotated[
    str | None, typer.Option("--quiet-time", metavar="TIME", help="From a doubt to the look that permits a send; 180s.")
]
_Looks = Annotated[str | None, typer.Option("--looks", metavar="TIMES", help="When to look for a doubt; 10,60,180.")]
_Patience = Annotated[str | None, typer.Option("--patience", metavar="TIME", help="How long v7 may owe a result; 24h.")]
_Breaker = Annotated[
    str | None, typer.Option("--breaker", metavar="N", help="Unanswered creates in a row that make it wait; 5.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The times and limits of the desk, as texts; None for those that were not given."""

    lease: _Lease = None
    quiet_time: _QuietTime = None
    looks: _Looks = None
    patience: _Patience = None
    breaker: _Breaker = None


NO_TIMES: Final = Times()
