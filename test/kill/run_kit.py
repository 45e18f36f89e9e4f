"""Runs of many orders that are killed again and again, and what has to be true at the end of each."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from judge_kit import judge
from kill_kit import SETTINGS, Killed, Program, Server, kill_again_and_again

sys.path.insert(0, str(Path(__file__).parent / "programs"))

from orders import desk_at, is_unguarded, po_of

WAIT_S = 120.0
"""How long an order may take without a kill."""


def place_and_kill(
    server: Server,
    folder: Path,
    *,
    orders: int,
    kills: int,
    lives: float,
    seconds: float,
    unguarded_every: int = 0,
    random: Random,
) -> Killed:
    """Place orders with a ledger in a file, killing the program again and again, and judge the end.

    Args:
        server: the sandbox.
        folder: where the ledger and the logs are.
        orders: how many orders.
        kills: how often the program is killed.
        lives: how long it lives at most after it has begun.
        seconds: after which time all of it has to be over.
        unguarded_every: each so many-th order turns off the server's check for duplicates; 0 for none.
        random: decides when it is killed.
    """
    ledger = f"sqlite:///{folder / 'orders.db'}"
    given = {
        "url": server.url,
        "ledger": ledger,
        "settings": SETTINGS,
        "orders": orders,
        "threads": 8,
        "wait": WAIT_S,
        "unguarded_every": unguarded_every,
    }
    killed = kill_again_and_again(
        lambda: Program("place", folder, given), kills=kills, lives=lives, seconds=seconds, random=random
    )
    with desk_at(server.url, ledger, SETTINGS) as desk:
        wrong = judge(
            server.log,
            server.purchase_orders(),
            desk.rows(),
            map(po_of, range(orders)),
            quiet=SETTINGS["quiet"],
            may_be_held=frozenset(po_of(each) for each in range(orders) if is_unguarded(each, unguarded_every)),
        )
        held = len(list(desk.rows(state="held")))
    assert wrong == [], "\n".join(wrong)
    assert killed.code == (4 if held else 0)
    return killed
