"""Draws the command in a terminal, terminal.svg beside this file: what it prints is from a real run against a sandbox.

python docs/images/terminal.py
"""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text

from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

DRAWING: Final = Path(__file__).with_name("terminal.svg")
COLUMNS: Final = 100
LINES: Final = (
    "xi-orders price DF4128 YN6231 NOPE --fields part,outcome,price,currency,stock",
    "xi-orders place orders.csv --batch monday",
    "xi-orders place orders.csv --batch monday --fields po,state,order_numbers   # again",
)
FILE: Final = """customerOrderNumber,ingramPartNumber,quantity
A-1,DF4128,2
A-1,YN6231,1
A-2,2GZ200,1
"""
_FONT: Final = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def session() -> Text:
    """Return what a terminal shows of the lines, in its colours."""
    with tempfile.TemporaryDirectory() as folder, SandboxServer(Sandbox(seed=1)) as server:
        (Path(folder) / "orders.csv").write_text(FILE, "utf-8")
        shown = Text()
        for line in LINES:
            shown.append("$ ", "bold green").append(f"{line}\n", "bold")
            shown.append_text(Text.from_ansi(_run(line, Path(folder), server.url))).append("\n\n")
        shown.rstrip()
        return shown


def _run(line: str, folder: Path, url: str) -> str:
    """Run a line in a folder, and return what it prints."""
    variables = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "COLUMNS": str(COLUMNS),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "XI_COLOR": "always",
        "XI_PROGRESS": "none",
        "XI_ENVIRONMENT": url,
        "XI_CLIENT_ID": "any",
        "XI_CLIENT_SECRET": "thing",
        "XI_CUSTOMER_NUMBER": "20-222222",
        "XI_COUNTRY_CODE": "US",
    }
    command = [sys.executable, "-m", "xi.sdk.resellers.cli", "--table", *shlex.split(line, comments=True)[1:]]
    ran = subprocess.run(  # noqa: S603 - the lines above
        command, cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return ran.stdout.strip().replace(str(folder), "~")


def drawn() -> str:
    """Return the drawing, which asks for no font from outside."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="truecolor", force_terminal=True)
    console.print(session())
    made = console.export_svg(title="xi-orders")
    start = made.index("@font-face")
    end = made.index("}", made.rindex("@font-face")) + 1
    made = made[:start] + made[end:].lstrip()
    made = made.replace("Fira Code, monospace", _FONT)
    return "\n".join(each.rstrip() for each in made.splitlines()) + "\n"


if __name__ == "__main__":
    DRAWING.write_text(drawn(), "utf-8")
