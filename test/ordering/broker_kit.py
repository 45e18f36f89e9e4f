"""A broker for tests: a database of one's own in the Redis that runs here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import redis

RUNNING = os.environ.get("XI_TEST_REDIS", "redis://127.0.0.1:6379")
"""A server in which tests take databases of their own."""
DATABASES = range(1, 16)
"""The databases that may be taken; Redis has sixteen, and the first one is for whoever names none."""
LONGEST_S = 120
"""For how long a database is taken at most, so that a test that was killed gives it back."""
TAKEN = "xi-test-takes-database-{}"
"""The key in the first database that says that another one is taken. It is not in that database, which tests empty."""


@contextmanager
def broker() -> Iterator[tuple[str, redis.Redis]]:
    """Yield the URL of an empty database of the Redis that runs here, and a client for it; it is emptied afterwards.

    The test is skipped where no Redis runs.
    """
    with redis.Redis.from_url(RUNNING, socket_timeout=30) as first:
        try:
            first.ping()
        except redis.RedisError:
            pytest.skip(f"no Redis answers at {RUNNING}")
        for number in DATABASES:
            url = f"{RUNNING}/{number}"
            if first.set(TAKEN.format(number), "1", nx=True, ex=LONGEST_S):
                with redis.Redis.from_url(url, socket_timeout=30) as client:
                    if not client.dbsize():  # what has keys is somebody's
                        break
                first.delete(TAKEN.format(number))
        else:
            pytest.skip(f"no database of {RUNNING} is empty")
        with redis.Redis.from_url(url, socket_timeout=30) as client:
            try:
                yield url, client
            finally:
                client.flushdb()
                first.delete(TAKEN.format(number))
