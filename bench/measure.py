"""Measures: starts the child processes, cycles through the contestants, collects the samples."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from envs import Environment, clean_environ
from payloads import CASES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE = Path(__file__).resolve().parent

# Longer than any honest batch; a contestant that waits by itself (a rate limit, a retry) is cut off here.
ANSWER_SECONDS = 120
STOP_SECONDS = 5

# Calls before the clock counts, per case: fills caches, opens the connection, compiles validators.
WARM_UP_CALLS = 3

Sample = dict[str, float]


class ChildError(Exception):
    """A child process failed, printed something unexpected, or took too long."""


@dataclass(frozen=True)
class Probe:
    """A row of the import table: a step of probe.py in one environment."""

    contestant: str
    title: str
    environment: str
    step: str


PROBES = (
    Probe("bare", "interpreter alone", "floor", "bare"),
    Probe("floor", "import urllib3, pydantic", "floor", "floor_import"),
    Probe("floor", "import urllib3; from pydantic import BaseModel", "floor", "floor_import_model"),
    Probe("published", "import xi.sdk.resellers", "published", "sdk_import"),
    Probe("ours", "import xi.sdk.resellers", "ours", "sdk_import"),
    Probe("published", "to a usable OrdersApi", "published", "sdk_usable"),
    Probe("published 1.3.0", "to a usable OrdersApi", "published-1.3.0", "sdk_usable"),
    Probe("ours", "to a usable OrdersApi", "ours", "sdk_usable"),
    Probe("floor", "to the first answer", "floor", "floor_first_call"),
    Probe("published", "to the first answer", "published", "sdk_first_call"),
    Probe("ours", "to the first answer", "ours", "sdk_first_call"),
    Probe("floor", "to the first create", "floor", "floor_first_create"),
    Probe("published", "to the first create", "published", "sdk_first_create"),
    Probe("published 1.3.0", "to the first create", "published-1.3.0", "sdk_first_create"),
    Probe("stripe", "to the first create", "stripe", "stripe_first_create"),
    Probe("openai", "to the first create", "openai", "openai_first_create"),
    Probe("ours", "to the first create", "ours", "sdk_first_create"),
    Probe("ours", "first create, prepared", "ours", "sdk_prepared_create"),
)

# Contestant of the call table -> (environment, kind of worker).
CALLERS = {
    "floor": ("floor", "floor"),
    "floor again": ("floor", "floor"),
    "pool": ("floor", "pool"),
    "models": ("floor", "models"),
    "published": ("published", "sdk"),
    "published 1.3.0": ("published-1.3.0", "sdk"),
    "stripe": ("stripe", "stripe"),
    "openai": ("openai", "openai"),
    "ours": ("ours", "sdk"),
}
NEED_SHAPES = ("models", "openai")
"""Kinds of workers that make classes with the fields of `ours`."""


class Child:
    """A child process spoken to in JSON lines."""

    def __init__(self, name: str, python: Path, script: str, *arguments: str) -> None:
        self.name = name
        self._process = subprocess.Popen(
            [python, "-E", "-s", HERE / script, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=clean_environ(),
        )

    def ask(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Send one command and wait for its answer."""
        if self._process.stdin is None:
            raise ChildError(f"{self.name}: no pipe")
        try:
            self._process.stdin.write(json.dumps(message) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise ChildError(f"{self.name}: stopped early; its traceback is above") from None
        return self.read()

    def read(self) -> dict[str, Any]:
        """Return the next line of the child; end a child that prints nothing for too long."""
        if self._process.stdout is None:
            raise ChildError(f"{self.name}: no pipe")
        timer = threading.Timer(ANSWER_SECONDS, self._process.kill)
        timer.start()
        try:
            line = self._process.stdout.readline()
        finally:
            timer.cancel()
        if not line:
            raise ChildError(f"{self.name}: ended early, or was ended after {ANSWER_SECONDS} s of silence")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise ChildError(f"{self.name}: {answer['error']}")
        return answer

    def stop(self) -> None:
        """Close its input, on which every child stops; kill it if it does not."""
        with contextlib.suppress(BrokenPipeError, subprocess.TimeoutExpired):
            self._process.communicate(timeout=STOP_SECONDS)
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


@contextlib.contextmanager
def serving() -> Iterator[tuple[str, dict[str, int]]]:
    """Run the server process in a `with` block; yield its URL and the size of each answer in bytes."""
    server = Child("server", Path(sys.executable), "server.py")
    try:
        hello = server.read()
        yield f"http://127.0.0.1:{hello['port']}", hello["answer_bytes"]
    finally:
        server.stop()


@dataclass
class Samples:
    """Samples by row and contestant in the order of the rounds; and failures with their reasons."""

    rows: dict[tuple[str, str], list[Sample]] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)

    def add(self, row: str, contestant: str, sample: Sample) -> None:
        """Add a sample."""
        self.rows.setdefault((row, contestant), []).append(sample)


def progress(text: str) -> None:
    """Print the progress to standard error."""
    print(text, file=sys.stderr, flush=True)


def probe_once(probe: Probe, python: Path, url: str) -> Sample:
    """Run one step in a new interpreter."""
    try:
        done = subprocess.run(
            [python, "-I", HERE / "probe.py", probe.step, url],
            capture_output=True,
            text=True,
            check=True,
            timeout=ANSWER_SECONDS,
            env=clean_environ(),
        )
    except subprocess.CalledProcessError as error:
        said: list[str] = error.stderr.strip().splitlines()
        raise ChildError(said[-1] if said else str(error)) from None
    except subprocess.TimeoutExpired:
        raise ChildError(f"no end after {ANSWER_SECONDS} s") from None
    sample: Sample = json.loads(done.stdout.splitlines()[-1])
    return sample


def imports(environments: Mapping[str, Environment], url: str, rounds: int) -> Samples:
    """Measure every import step of all contestants, round by round, after one uncounted round."""
    samples = Samples()
    for number in range(rounds + 1):
        progress(f"imports: round {number} of {rounds}" if number else "imports: warming the disk cache")
        for probe in PROBES:
            name = f"{probe.contestant}, {probe.title}"
            if probe.environment not in environments or name in samples.failures:
                continue
            try:
                sample = probe_once(probe, environments[probe.environment].python, url)
            except ChildError as error:
                samples.failures[name] = str(error)
                continue
            if number:
                samples.add(probe.title, probe.contestant, sample)
    return samples


def calls(
    environments: Mapping[str, Environment], url: str, rounds: int, small_calls: int, shapes: Path | None
) -> Samples:
    """Measure every case of all contestants, round by round; each keeps its process and connection.

    Args:
        environments: where they run.
        url: of the server.
        rounds: how often.
        small_calls: of the small calls a round.
        shapes: the file with the fields of the answers; without it, those who need it do not run.
    """
    samples = Samples()
    file = [] if shapes is None else [str(shapes)]
    workers = {
        name: Child(
            *(name, environments[environment].python, "worker.py", kind, url), *(file if kind in NEED_SHAPES else [])
        )
        for name, (environment, kind) in CALLERS.items()
        if environment in environments and (file or kind not in NEED_SHAPES)
    }
    try:
        for case in CASES.values():
            count = max(2, small_calls // case.weight)
            progress(f"calls: {case.title}, {rounds} rounds of {count} calls")
            racing = dict(workers)
            for number in range(rounds + 1):
                # Forwards and backwards in turn: nobody always runs behind the same neighbour.
                order = list(racing) if number % 2 else list(reversed(racing))
                for name in order:
                    try:
                        sample = racing[name].ask({"case": case.name, "calls": count if number else WARM_UP_CALLS})
                    except ChildError as error:
                        samples.failures[f"{name}, {case.title}"] = str(error)
                        del racing[name]
                        continue
                    if number:
                        samples.add(case.title, name, sample)
    finally:
        for worker in workers.values():
            worker.stop()
    return samples
