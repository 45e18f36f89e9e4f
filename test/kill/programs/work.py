"""A worker of procrastinate. It runs until SIGTERM, and exits with 0."""

from __future__ import annotations

import json
import logging
import sys
from contextlib import ExitStack

import procrastinate
from orders import ACCOUNT, desk_at

from xi.sdk.resellers import Account
from xi.sdk.resellers.ordering import OrderDesk
from xi.sdk.resellers.ordering.workers import desk_tasks


def main() -> int:
    """Work."""
    given = json.loads(sys.argv[1])
    logging.basicConfig(level="WARNING", format="%(asctime)s %(process)d %(levelname)s %(name)s %(message)s")
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=given["ledger"]))
    with ExitStack() as opened:

        def make_desk(account: Account) -> OrderDesk:
            assert account == ACCOUNT
            return opened.enter_context(desk_at(given["url"], given["ledger"], given["settings"]))

        tasks = desk_tasks(app, make_desk, [ACCOUNT], sweep="* * * * * *")
        sys.stdout.write("began\n")
        sys.stdout.flush()
        tasks.run(concurrency=4, fetch_job_polling_interval=0.2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
