"""Measure this SDK, the published packages, other SDKs and bare urllib3 side by side: `python bench/run.py --help`."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import sys
from pathlib import Path
from typing import Any

import charts
import envs
import measure
import report
import results

DEFAULT_ENVS = Path.home() / ".cache" / "xi-sdk-resellers-bench"
# A round is a burst long enough that a contestant works warm, as a program in a loop does, and short enough that all
# get much the same machine.
IMPORT_ROUNDS, QUICK_IMPORT_ROUNDS = 15, 3
CALL_ROUNDS, QUICK_CALL_ROUNDS = 20, 5
CALLS = 300
DEFAULT_OUT = measure.HERE / "latest"


def positive(text: str) -> int:
    """Parse a positive number from the command line."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def arguments() -> argparse.Namespace:
    """The command line, with the defaults of --quick where it asks for them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds: shows that all works, not how fast")
    rounds = f"times all are measured (default {IMPORT_ROUNDS} for imports, {CALL_ROUNDS} for calls)"
    parser.add_argument("--rounds", type=positive, help=rounds)
    calls = "small calls per round, large ones fewer (default %(default)s)"
    parser.add_argument("--calls", type=positive, default=CALLS, help=calls)
    parser.add_argument("--only", choices=("imports", "calls"), help="leave the other half out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every sample here")
    out = "where results.json and the charts are written (default %(default)s)"
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT, metavar="DIR", help=out)
    publish = "write them where the repository keeps them: bench/results.json and docs/images"
    parser.add_argument("--publish", action="store_true", help=publish)
    parser.add_argument("--envs", type=Path, default=DEFAULT_ENVS, metavar="DIR", help="venvs (default %(default)s)")
    options = parser.parse_args()
    options.import_rounds = options.rounds or (QUICK_IMPORT_ROUNDS if options.quick else IMPORT_ROUNDS)
    options.call_rounds = options.rounds or (QUICK_CALL_ROUNDS if options.quick else CALL_ROUNDS)
    return options


def machine() -> dict[str, Any]:
    """What the numbers depend on besides the code."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {
        "when": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load_before": load,
    }


def show_failures(samples: measure.Samples) -> None:
    """Name what could not be measured."""
    for what, why in samples.failures.items():
        print(f"FAILED {what}: {why}")


def write(summary: results.Summary, out: Path, *, publish: bool) -> None:
    """Write the summary and the charts that it gives."""
    file, images = (charts.RESULTS, charts.IMAGES) if publish else (out / "results.json", out)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    charts.write(summary, images)
    measure.progress(f"written: {file}, charts in {images}")


def measured(
    options: argparse.Namespace,
    environments: dict[str, envs.Environment],
    record: dict[str, Any],
    summary: results.Summary,
) -> bool:
    """Measure, print the tables, and add to the record and its summary; return whether something failed."""
    failed = False
    with measure.serving() as (url, sizes):
        record["answer_bytes"] = sizes
        if options.only != "calls":
            samples = measure.imports(environments, url, options.import_rounds)
            record["imports"] = report.plain(samples)
            summary["starts"] = results.starts(samples)
            print(f"\n{report.import_table(samples)}\n")
            print(report.first_create(samples))
            show_failures(samples)
            failed |= bool(samples.failures)
        if options.only != "imports":
            shapes = envs.described(environments["ours"], options.envs) if "ours" in environments else None
            samples = measure.calls(environments, url, options.call_rounds, options.calls, shapes)
            record["calls"] = report.plain(samples)
            summary["calls"] = results.calls(samples)
            print(f"\n{report.call_table(samples)}\n")
            print("answers: " + ", ".join(f"{name} {size:,} bytes" for name, size in sizes.items()))
            print(report.noise(samples))
            show_failures(samples)
            failed |= bool(samples.failures)
    return failed


def main() -> int:
    """Run the benchmark; return 1 if something could not be measured. A missed target is only reported."""
    options = arguments()
    facts = machine()
    measure.progress(f"environments: {options.envs}")
    environments, absent = envs.prepare(options.envs)
    summary: dict[str, Any] = {
        "machine": facts,
        "rounds": {"imports": options.import_rounds, "calls": options.call_rounds},
        "small_calls": options.calls,
        "versions": {name: environment.versions for name, environment in environments.items()},
    }
    record = dict(summary)

    print(f"{facts['when']}, Python {facts['python']}, {facts['system']}, {facts['cores']} cores, ", end="")
    print(f"load {facts['load_before']}, rounds: {options.import_rounds} of imports, {options.call_rounds} of calls\n")
    for name, environment in environments.items():
        print(f"{name}: " + ", ".join(f"{package} {version}" for package, version in environment.versions.items()))
    if absent:
        print(f"ours: not installable yet ({absent})")

    failed = measured(options, environments, record, summary)
    if options.json:  # first: what was measured is kept even if a chart cannot be drawn
        options.json.write_text(json.dumps(record, indent=1), encoding="utf-8")
    write(summary, options.out, publish=options.publish)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
