"""Places orders, as a script that is begun again after a crash. It exits with 0 if all are placed, 4 if any is held."""

from __future__ import annotations

import json
import sys

from orders import REUSE, desk_at, is_unguarded, order_of

from xi.sdk.resellers.ordering import State
from xi.sdk.resellers.ordering.runs import Item


def main() -> int:
    """Place the orders."""
    given = json.loads(sys.argv[1])
    every = given["unguarded_every"]
    orders = (
        Item(order=order_of(number, every), reuse=REUSE if is_unguarded(number, every) else None)
        for number in range(given["orders"])
    )
    with desk_at(given["url"], given["ledger"], given["settings"]) as desk:
        sys.stdout.write("began\n")
        sys.stdout.flush()
        states = [record.state for record in desk.place_all(orders, threads=given["threads"], wait=given["wait"])]
    if len(states) != given["orders"] or set(states) - {State.PLACED, State.HELD}:
        return 1
    return 4 if State.HELD in states else 0


if __name__ == "__main__":
    sys.exit(main())
