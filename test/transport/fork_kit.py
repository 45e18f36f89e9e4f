"""Runs what a test says in a forked child."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import Any

import pytest


def forks(test: Callable[..., Any]) -> Any:
    """Mark a test that forks."""
    needs = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes fork on POSIX only")
    ignored = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
    return needs(ignored(test))


def fork(do: Callable[[], object]) -> None:
    """Run a function in a child process, and check that it succeeds."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            do()
            gc.collect()
            code = 0
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
