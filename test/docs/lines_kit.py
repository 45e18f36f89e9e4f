"""What is there before a line of `xi-orders` on a page is run, how it ends, and what is typed at its questions."""

from __future__ import annotations

import json
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Self, TypeVar

from cli_kit import TOKEN, Cli, Ran
from command_kit import Line, run
from family_kit import HEADERS
from person_kit import FAST, desk_of, inside, order
from worlds_kit import World, billed, empty, goods, held, held_and_there, list_of_skus, partly, paused, placed

from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

HEADER = "customerOrderNumber,ingramPartNumber,quantity,ref.erp\n"


def start(cli: Cli) -> None:
    """Write what a block finds: the files that pages name."""
    list_of_skus(cli)
    (cli.home / "orders.csv").write_text(
        f"{HEADER}A-1,DF4128,2,1001\nA-1,YN6231,1,1001\nA-2,2GZ200,1,1002\nA-2,DF4128,5,1002\n"
    )
    (cli.home / "makers.txt").write_text("AC-MON20\nAC-DOCK90\n")
    (cli.home / "secret").write_text("s3cret\n")
    (cli.home / "e.csv").write_text(f"{HEADER}A-9,DF4128,1,1009\n")
    (cli.home / "d.csv").write_text(f"{HEADER}A-7,DF4128,1,1007\n")
    (cli.home / "srv/in").mkdir(parents=True)


def two_placed(cli: Cli) -> str:
    """The orders of the file are placed."""
    assert inside(cli)("place", str(cli.home / "orders.csv")).code == 0
    return ""


def export(cli: Cli) -> str:
    """An export of another program: from Windows, and with lines above its header."""
    rows = "Export\r\nAcme Bürobedarf\r\n\r\ncustomerOrderNumber;ingramPartNumber;quantity;Buyer\r\nA-1;DF4128;2;Bo\r\n"
    (cli.home / "export.csv").write_bytes(rows.encode("cp1252"))
    return ""


def part_of_an_order(cli: Cli) -> str:
    """An order whose second line no warehouse knows."""
    lines = [{"ingramPartNumber": part, "quantity": 1} for part in ("DF4128", "NOPE99")]
    some = [{"attributeName": "allowPartialOrder", "attributeValue": "true"}]
    text = json.dumps({"customerOrderNumber": "A-5", "lines": lines, "additionalAttributes": some})
    (cli.home / "part.jsonl").write_text(f"{text}\n")
    return ""


def lost_answer(cli: Cli) -> str:
    """The next order is placed, and its answer is lost; the first search is ten seconds later."""
    assert cli.server is not None
    cli.server.sandbox.faults.add("drop_after", "create_v6")
    cli.env["XI_LOOKS"] = "10,60,180"
    return ""


def doubt(cli: Cli) -> str:
    """An order is in doubt; now it can be searched for."""
    lost_answer(cli)
    assert inside(cli)("place", str(cli.home / "d.csv"), "--wait", "0").code == 3
    return ""


def many_states(cli: Cli) -> str:
    """Three orders are placed, one in part, two are rejected, and one is held."""
    partly(cli)
    with desk_of(cli) as desk:
        for number in (2, 3, 4):
            desk.place(order(f"A-{number}"), wait=20)
        for number in (5, 6):
            desk.place(order(f"A-{number}", part="NO-SUCH"), wait=20)
    return held(cli, "A-8")


def planned(cli: Cli) -> str:
    """The desk is paused, and a file was written down before."""
    with desk_of(cli) as desk:
        desk.plan(order("A-9"), batch="wrong")
    return paused(cli)


def unapproved(cli: Cli) -> str:
    """The app may not use the API for quotes."""
    assert cli.server is not None
    cli.server.sandbox.change_policy(unapproved=frozenset({"Quotes"}))
    return ""


COMMAND = "docs/xi-orders.md"
WORLDS: dict[str, dict[str, World]] = {
    COMMAND: {
        "template --from export.csv": export,
        "status   ": placed,
        "place part.jsonl": part_of_an_order,
        "invoice list": billed,
        "return file --invoice": billed,
        "return file return.json": goods,
        "doctor": unapproved,
        "place d.csv": lost_answer,
        "recheck A-7": doubt,
        "status\n": many_states,
        "resolve A-8 --placed": partial(held_and_there, po="A-8"),
        "resolve A-8 --not-placed": partial(held, po="A-8"),
        "resend A-8": partial(held, po="A-8"),
        "abandon A-8": partial(held, po="A-8"),
        "reconcile --ordered 7d\n": two_placed,
        "place e.csv": paused,
        "list --batch last --state planned": planned,
        "ledger backup": placed,
    },
}
"""By page, and by how a line begins: the line begins in a new world, which this makes."""
CODES: dict[str, dict[str, int]] = {
    COMMAND: {"place part.jsonl": 1, "price DF4128 YN6231 NOPE": 1, "place d.csv": 3, "place e.csv": 3},
}
"""By page, and by how a line begins: its exit code, if that is not 0."""
TYPED: dict[str, dict[str, str]] = {
    COMMAND: {"login": "20-222222\nUS\nacme\ns3cret\nfile\n"},
    "README.md": {"login": "20-222222\nUS\nacme\ns3cret\nfile\n"},
    "docs/xi-orders-configuration.md": {"login --profile acme-us\n": "{url}\n20-222222\nUS\nacme\ns3cret\nfile\n"},
}
"""By page, and by how a line begins: what is typed."""


SHOWN: dict[str, dict[str, str]] = {
    COMMAND: {"194 products in catalogue.csv": "a second walk, after the catalogue has changed"},
    "docs/xi-orders-configuration.md": {"credentials good": "production makes no ledger in passing"},
}
"""By page, and by how a line of output begins: why the world of the page is another one."""
Said = TypeVar("Said")


def of(table: dict[str, dict[str, Said]], page: str, line: str) -> Said | None:
    """Return what a table says of a line, or None."""
    found = [value for begin, value in table.get(page, {}).items() if f"{line}\n".startswith(begin)]
    assert len(found) <= 1, f"{page}: {line} is found several times"
    return found[0] if found else None


class Worlds:
    """The worlds of a block, one after the other: lines share one until a line begins in a new one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened = ExitStack()
        self._made = 0

    def __enter__(self) -> Self:
        self._begin(empty)
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def _begin(self, world: World) -> None:
        self._opened.close()
        self._made += 1
        home = self._folder / str(self._made)
        home.mkdir(parents=True)
        server = self._opened.enter_context(SandboxServer(Sandbox(seed=1, access_tokens={TOKEN})))
        self._cli = Cli(home, server, FAST | HEADERS | {"XI_ACCESS_TOKEN": TOKEN})
        self._cli.configure()
        start(self._cli)
        self._number = world(self._cli)

    def run(self, page: str, line: Line) -> Ran:
        """Run a line of a page in its world."""
        world = of(WORLDS, page, line.text)
        if world is not None:
            self._begin(world)
        typed = of(TYPED, page, line.text) or ""
        if line.text.startswith("login "):
            del self._cli.env["XI_ACCESS_TOKEN"]
            (self._cli.home / "config/xi-orders/config.toml").unlink()
        assert self._cli.server is not None
        return run(line, self._cli, self._number, typed.replace("{url}", self._cli.server.url))
