"""A sandbox in a process of its own: it prints its URL, and serves until its standard input ends."""

from __future__ import annotations

import json
import sys
from datetime import timedelta

from xi.sdk.resellers.sandbox import Policy, RateLimit, Sandbox, SandboxServer
from xi.sdk.resellers.testing import TOKEN


def main() -> None:
    """Serve."""
    given = json.loads(sys.argv[1])
    limit = given["calls_a_minute"]
    policy = Policy(
        search_lag=timedelta(seconds=given["search_lag"]),
        duplicate_check=given["duplicate_check"],
        rate_limit=None if limit is None else RateLimit(calls=limit, every_method=True),
    )
    sandbox = Sandbox(access_tokens={TOKEN}, policy=policy, request_log=given["log"])
    for kind, probability, seconds in given["faults"]:
        sandbox.faults.add(kind, "create_v6", times=None, probability=probability, seconds=seconds)
    with SandboxServer(sandbox) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        sys.stdin.read()
    sandbox.close()


if __name__ == "__main__":
    main()
