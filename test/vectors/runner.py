"""Run the vectors against this package and print what a runner prints: one line of JSON a vector, and a summary.

    python test/vectors/runner.py --vectors FOLDER --implementation FILE

Exits with 0 if all claimed vectors pass, with 1 if not, and with 2 if they cannot be run.
"""

from __future__ import annotations

import argparse
import importlib
import json
import logging
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from adapters.comparing import Mismatch
from keys import unknown_keys

sys.path.append(str(Path(__file__).parents[2] / "contract" / "vectors" / "tools"))
from results import is_claimed

Json = dict[str, Any]
FORMAT = (1, 0)


def results(vectors: Path, manifest: Json, implementation: Json) -> Iterator[Json]:
    """Yield the result of each vector in the files that a manifest names."""
    known = {each["id"] for each in implementation["known"]}
    for name in sorted({entry["file"] for entry in manifest["vectors"].values()}):
        file = json.loads((vectors / name).read_text("utf-8"))
        if _version(file["format"]) > FORMAT:
            raise ValueError(f"{name} needs format {file['format']}; this runner knows {'.'.join(map(str, FORMAT))}")
        for vector in file["vectors"]:
            if not is_claimed(implementation, manifest["vectors"][vector["id"]]):
                yield {"id": vector["id"], "result": "unsupported"}
                continue
            because = _differences(file["kind"], vector)
            # A known failure that passes is no longer known, so it is told as what it is.
            word = "known" if because and vector["id"] in known else "fail" if because else "pass"
            yield {"id": vector["id"], "result": word} | ({"because": because} if because else {})


def _differences(kind: str, vector: Json) -> list[Mismatch]:
    try:
        return unknown_keys(kind, vector) or list(importlib.import_module(f"adapters.{kind}").run(vector))
    except Exception as error:  # noqa: BLE001 - whatever a vector does to the package is its result
        return [{"at": "", "want": "an end that the vector can be compared with", "got": repr(error)}]


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def main() -> int:
    """Print the results, and return the exit status."""
    parser = argparse.ArgumentParser(description="Run the conformance vectors against this package.")
    for name in ("--vectors", "--implementation"):
        parser.add_argument(name, type=Path, required=True)
    given = parser.parse_args()
    logging.disable()  # what the package tells of doubts and waits is no result
    summary: dict[str, Counter[str]] = defaultdict(Counter)
    try:
        manifest = json.loads((given.vectors / "manifest.json").read_text("utf-8"))
        implementation = json.loads(given.implementation.read_text("utf-8"))
        for each in results(given.vectors, manifest, implementation):
            summary[each["id"].partition(".")[0]][each["result"]] += 1
            sys.stdout.write(json.dumps(each, default=repr) + "\n")
    except (OSError, ValueError, KeyError) as error:
        sys.stderr.write(f"cannot run: {error}\n")
        return 2
    last = {"summary": summary, "implementation": implementation["name"], "vectors": manifest["version"]}
    sys.stdout.write(json.dumps(last) + "\n")
    return 1 if any(of["fail"] for of in summary.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
