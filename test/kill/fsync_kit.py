"""Reads from a trace of system calls whether each request was on the disk before it was sent."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

_CALL = re.compile(r"^(\d+) +(?:<\.\.\. )?(\w+)(?: resumed>|\()(.*)$")
_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
"""A correlation ID, as the client makes them."""
_SENT_ID = re.compile(r"im-correlationid: ([0-9a-f]{32})\\r\\n", re.IGNORECASE)
_DONE = " = 0"


def tracer(trace: Path) -> Sequence[str]:
    """Return the command that runs a program and writes its writes, syncs and sends into a file.

    The test is skipped where no process may be traced.
    """
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed here")
    if subprocess.run([strace, "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode:
        pytest.skip("processes may not be traced here")
    calls = "trace=fsync,fdatasync,pwrite64,write,sendto"
    return [strace, "-f", "-y", "-qq", "-s", "8192", "-e", calls, "-o", str(trace)]


@dataclass
class Durability:
    """What a program has sent, and what of it was on the disk before.

    Args:
        file: the end of the name of the file that counts.
    """

    file: str
    sent: list[str] = field(default_factory=list[str])
    not_durable: list[str] = field(default_factory=list[str])
    syncs: int = 0
    _written: set[str] = field(default_factory=set[str])
    _durable: set[str] = field(default_factory=set[str])
    _syncing: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def read(self, lines: Iterable[str]) -> None:
        """Read a trace. The calls of all threads are in it, in the order in which they began and ended."""
        for line in lines:
            if (call := _CALL.match(line)) is not None:
                thread, name, rest = call.groups()
                self._read(thread, name, rest)

    def _read(self, thread: str, name: str, rest: str) -> None:
        if name in ("fsync", "fdatasync"):
            if self.file in rest:
                self._syncing[thread] = set(self._written)
            if rest.rstrip().endswith(_DONE) and thread in self._syncing:
                self._durable |= self._syncing.pop(thread)
                self.syncs += 1
        elif name == "sendto" and '"POST /resellers/v6/orders ' in rest:
            found = _SENT_ID.search(rest)
            number = "no correlation ID" if found is None else found[1]
            self.sent.append(number)
            if number not in self._durable:
                self.not_durable.append(number)
        elif self.file in rest:
            self._written.update(_ID.findall(rest))
