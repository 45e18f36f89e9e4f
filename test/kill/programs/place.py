"""Places orders, as a script does that is begun again after each crash. It exits with 0 if all are placed, 4 if some are held."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor

from orders import REUSE, desk_at, is_unguarded, order_of

from xi.sdk.resellers.ordering import Record, State


def main() -> int:
    """Place the orders."""
    given = json.loads(sys.argv[1])
    every = given["unguarded_every"]
    with desk_at(given["url"], given["ledger"], given["settings"]) as desk:

        def place(number: int) -> Record:
            reuse = REUSE if is_unguarded(number, every) else None
            try:
                return desk.place(order_of(number, every), wait=given["wait"], reuse=reuse)
            except BaseException as error:
                sys.stderr.write(f"{number}: {error!r}\n")
                raise

        sys.stdout.write("began\n")
        sys.stdout.flush()
        with ThreadPoolExecutor(given["threads"]) as pool:
            states = {record.state for record in pool.map(place, range(given["orders"]))}
    if not states - {State.PLACED}:
        return 0
    return 4 if not states - {State.PLACED, State.HELD} else 1


if __name__ == "__main__":
    sys.exit(main())
