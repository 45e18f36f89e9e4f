"""Hold what a runner printed against the manifest and against the claims of its implementation.

    python contract/vectors/tools/results.py IMPLEMENTATION LINES    print each fault, and exit with 1 if there is one
    python contract/vectors/tools/results.py --write IMPLEMENTATION LINES    write results/NAME.json if there is none

IMPLEMENTATION is a file as those in implementations/, with the NAME; LINES is a file with what the runner printed.
Needs nothing but Python.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]

VECTORS = Path(__file__).resolve().parents[1]
WORDS = ("pass", "fail", "known", "unsupported")
"""All results that a runner may print."""


class UnreadableError(Exception):
    """A line that no runner may print."""


@dataclass(frozen=True)
class Printed:
    """What a runner printed."""

    lines: list[Json]
    """One for each vector."""
    summary: Json | None
    """The last line; None if it is missing."""


def read(output: str) -> Printed:
    """Return what a runner printed.

    Raises:
        UnreadableError: a line is neither the result of a vector nor, as the last one, the summary.
    """
    found: list[Json] = []
    lines = [each for each in output.split("\n") if each.strip()]
    for n, text in enumerate(lines, 1):
        try:
            value: object = json.loads(text)
        except ValueError:
            raise UnreadableError(f"line {n} is not JSON: {text[:200]}") from None
        line = cast("Json", value) if isinstance(value, dict) else {}
        if n == len(lines) and "summary" in line:
            return Printed(found, line)
        if not isinstance(line.get("id"), str) or line.get("result") not in WORDS:
            raise UnreadableError(f"line {n} is not a result with an id and one of {', '.join(WORDS)}: {text[:200]}")
        found.append(line)
    return Printed(found, None)


def is_claimed(implementation: Json, entry: Json) -> bool:
    """Return whether an implementation claims a vector.

    Args:
        implementation: what it claims.
        entry: the vector's entry in the manifest.
    """
    return (
        _version(entry["since"]) <= _version(implementation["vectors"])[:2]
        and entry["level"] in (None, *implementation["levels"])
        and entry["family"] in (None, *implementation["families"])
        and set(entry["requires"]) <= set(implementation["capabilities"])
    )


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def faults(manifest: Json, implementation: Json, printed: Printed) -> Iterator[str]:
    """Yield what is wrong: an ID that is missing, repeated or unknown, a failure, and a claim that is not kept."""
    entries: Json = manifest["vectors"]
    known = {each["id"] for each in implementation["known"]}
    times = Counter(each["id"] for each in printed.lines)
    yield from (f"{name}: the runner printed no result" for name in entries if name not in times)
    yield from (f"{name}: no vector has this ID" for name in times if name not in entries)
    yield from (f"{name}: the runner printed {n} results" for name, n in times.items() if n > 1)
    yield from (f"{name}: is listed as known, but no vector has this ID" for name in sorted(known - entries.keys()))
    for line in printed.lines:
        if line["id"] in entries:
            claimed = is_claimed(implementation, entries[line["id"]])
            wrong = _wrong_with(line, claimed=claimed, known=line["id"] in known)
            if wrong:
                yield f"{line['id']}: {wrong}"
    yield from _wrong_with_summary(printed, manifest, implementation)


def _wrong_with(line: Json, *, claimed: bool, known: bool) -> str | None:
    result = line["result"]
    if result == "unsupported":
        return "the runner calls it unsupported, but the implementation claims it" if claimed else None
    if not claimed:
        return f"the implementation does not claim it, but its result is {result!r}"
    if known:
        return None if result == "known" else f"is listed as known, but its result is {result!r}; correct the list"
    if result == "known":
        return "the runner calls it known, but the implementation does not list it"
    if result == "pass":
        return None
    return "fails: " + json.dumps(line.get("because", []), ensure_ascii=False)[:600]


def _wrong_with_summary(printed: Printed, manifest: Json, implementation: Json) -> Iterator[str]:
    summary = printed.summary
    if summary is None:
        yield "the runner printed no summary as its last line"
        return
    counts: dict[str, Counter[str]] = {}
    for line in printed.lines:
        counts.setdefault(line["id"].partition(".")[0], Counter())[line["result"]] += 1
    said = {kind: {name: n for name, n in of.items() if n} for kind, of in summary["summary"].items()}
    if {kind: of for kind, of in said.items() if of} != {kind: dict(of) for kind, of in counts.items()}:
        yield f"the summary counts {said}, but the lines are { ({kind: dict(of) for kind, of in counts.items()}) }"
    for name, want in (("implementation", implementation["name"]), ("vectors", manifest["version"])):
        if summary.get(name) != want:
            yield f"the summary has {summary.get(name)!r} as {name!r}; it should be {want!r}"


def stamp(manifest: Json) -> str:
    """Return a short text that changes with each vector of a manifest."""
    digests = json.dumps({name: entry["sha256"] for name, entry in manifest["vectors"].items()}, sort_keys=True)
    return hashlib.sha256(digests.encode()).hexdigest()[:16]


def record(implementation: Json, manifest: Json, printed: Printed, date: str) -> Json:
    """Return what is kept of a run, in results/: what the implementation claims, and each topic with its vectors.

    Args:
        implementation: what it claims.
        manifest: the manifest that it ran.
        printed: what the runner printed, without faults.
        date: the day of the run.
    """
    results = {each["id"]: each["result"] for each in printed.lines}
    files = {entry["file"]: None for entry in manifest["vectors"].values()}
    topics: list[Json] = []
    for name in sorted(files):
        file = json.loads((VECTORS / name).read_text("utf-8"))
        vectors = {each["id"]: {"result": results[each["id"]], "why": each["why"]} for each in file["vectors"]}
        topics.append({"file": name, "title": file["title"], "vectors": vectors})
    kept = ("name", "language", "version", "levels", "families", "capabilities")
    return {
        **{name: implementation[name] for name in kept},
        "vectors": manifest["version"],
        "claimed": implementation["vectors"],
        "stamp": stamp(manifest),
        "date": date,
        "topics": topics,
    }


def text_of(kept: Json) -> str:
    """Return the text of a file in results/, with a vector on each line."""
    head = json.dumps({name: value for name, value in kept.items() if name != "topics"}, ensure_ascii=False, indent=1)
    topics = [
        f'  {{"file": {_json(topic["file"])}, "title": {_json(topic["title"])}, "vectors": {{\n'
        + ",\n".join(f"   {_json(name)}: {_json(each)}" for name, each in topic["vectors"].items())
        + "\n  }}"
        for topic in kept["topics"]
    ]
    return head[:-2] + ',\n "topics": [\n' + ",\n".join(topics) + "\n ]\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main(arguments: list[str]) -> int:
    """Check a file of results, write them if requested, and return the exit status."""
    writes = arguments[:1] == ["--write"]
    paths = arguments[1:] if writes else arguments
    if len(paths) != len(("IMPLEMENTATION", "LINES")) or any(each.startswith("-") for each in paths):
        sys.stderr.write(__doc__ or "")
        return 2
    try:
        implementation, lines = (Path(each).read_text("utf-8") for each in paths)
        claims: Json = json.loads(implementation)
        printed = read(lines)
    except (OSError, ValueError, UnreadableError) as error:
        sys.stderr.write(f"cannot be judged: {error}\n")
        return 2
    manifest = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    wrong = list(faults(manifest, claims, printed))
    if writes and not wrong:
        today = dt.datetime.now(dt.UTC).date().isoformat()
        path = VECTORS / "results" / f"{claims['name']}.json"
        path.write_text(text_of(record(claims, manifest, printed, today)), "utf-8")
    sys.stderr.writelines(f"{each}\n" for each in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
