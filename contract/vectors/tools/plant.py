"""Plant wrong expectations, to find a runner that compares too little.

    python contract/vectors/tools/plant.py --write FOLDER               write twins of all vectors into a folder
    python contract/vectors/tools/plant.py --judge FOLDER IMPLEMENTATION LINES
                                                                        print each twin that a runner did not fail

A twin is a vector with one expected value changed, so that a correct SDK cannot agree with it. The folder has what a
runner reads: the files of vectors, manifest.json and contract.json. Needs nothing but Python.
"""

from __future__ import annotations

import copy
import json
import shutil
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from results import VECTORS, Json, Printed, is_claimed, read

if TYPE_CHECKING:
    from collections.abc import Iterator

Change = tuple[str, Any]
"""The place of a changed value, and the whole expectation with it."""

DOES = ("sends", "waits", "ends", "row", "commands", "refused", "gate", "breaker")
"""The parts of a step that say what an SDK does; the others say what happens to it."""
_COMPLETE = ("json", "written", "unparsed", "extra", "events")
"""What is compared completely, so that a key too few or too many is wrong."""
_BY_POINTER = ("/unparsed", "/extra")
"""Of these, what has pointers as its keys."""
_OTHER_ENDS: Json = {
    "request": {"refused": {"about": "body", "at": ""}},
    "refused": {"request": {"path": "/planted"}},
    "result": {"error": {"kind": "service"}},
    "error": {"result": {"fields": {}}},
}
"""What a call may end with, and another end of it."""
_NOT_REFUSED: Json = {
    "paging": {"asked": [1], "yields": {"values": []}, "ends": "done"},
    "price": {"prices": []},
}
"""The other end of what is refused, where it is not the end of one call."""


class Planter:
    """Makes the twins of the vectors of a kind.

    It knows all values of each place, so that a text is replaced by one that might stand there.
    """

    def __init__(self, kind: str, vectors: list[Json]) -> None:
        self.kind = kind
        self._other_ends = _OTHER_ENDS | ({"refused": _NOT_REFUSED[kind]} if kind in _NOT_REFUSED else {})
        self._seen: dict[str, set[Any]] = defaultdict(set)
        for each in vectors:
            self._look(each.get("expect", each.get("script")), "")

    def twins(self, vector: Json) -> Iterator[Json]:
        """Yield the twins of a vector. The ID of each is the vector's with a number; its `why` says what differs."""
        for n, (where, expectation) in enumerate(self._changes_of(vector), 1):
            twin = copy.deepcopy(vector)
            twin |= {"id": f"{vector['id']}.twin-{n}", "why": f"a wrong expectation: {where}"[:200]}
            twin["expect" if "expect" in vector else "script"] = expectation
            yield twin

    def _changes_of(self, vector: Json) -> Iterator[Change]:
        shown = _shown(vector)
        if "expect" in vector:
            yield from self._object(vector["expect"], "", shown)
            return
        yield from self._steps(vector["script"], shown)

    def _steps(self, script: list[Json], shown: str) -> Iterator[Change]:
        """Yield changes of the steps of a script, and of those that come in any order."""
        for n, step in enumerate(script):
            changes = [each for part in DOES if part in step for each in self._part(step, part, shown)]
            inner = self._steps(step.get("together", []), shown)
            changes += [(f"/together{where}", step | {"together": changed}) for where, changed in inner]
            for where, changed in changes:
                yield f"/{n}{where}", [*script[:n], changed, *script[n + 1 :]]

    def _part(self, step: Json, part: str, shown: str) -> Iterator[Change]:
        """Yield changes of one part of a step."""
        if part == "refused":
            rest = {name: value for name, value in step.items() if name != part}
            yield "/refused is gone", rest | {"row": {"doubled": True, "numbers": ["planted"]}, "commands": []}
            return
        for where, changed in self._value(step[part], f"/{part}", shown):
            yield where, step | {part: changed}

    def _value(self, value: Any, at: str, shown: str) -> Iterator[Change]:
        name = at.rpartition("/")[2]
        if name == "hides":
            if shown:  # without a text that an error is sure to print there is no wrong expectation
                yield f"{at}: a text that occurs", [shown]
        elif isinstance(value, dict):
            yield from self._object(cast("Json", value), at, shown)
        elif isinstance(value, list):
            yield from self._list(cast("list[Any]", value), at, shown)
        else:
            other = self._other(value, at)
            yield f"{at}: {other!r} for {value!r}", other

    def _object(self, value: Json, at: str, shown: str) -> Iterator[Change]:
        if any(key.startswith("$") for key in value):
            yield from _words(value, at)
        elif at.endswith("/body") and "none" in value:
            yield f"{at}: a body", {"text": "planted"}
        elif "nothing" in value:
            yield f"{at}: something", {"fields": {}}
        else:
            yield from _other_keys(value, at, self._other_ends)
            is_by_pointer = at.endswith(("/fields", *_BY_POINTER))
            for key, each in value.items():
                if (at.rpartition("/")[2], key) == ("yields", "at"):
                    continue  # it says what to look at
                inner = f"{at}/{key.replace('/', ' ') if is_by_pointer else key}"
                for where, changed in self._value(each, inner, shown):
                    yield where, value | {key: changed}

    def _list(self, value: list[Any], at: str, shown: str) -> Iterator[Change]:
        name = at.rpartition("/")[2]
        if name == "form":
            yield f"{at}: a pair more", [*value, ["planted", "1"]]
        elif name == "commands":
            yield f"{at}: a command more", [*value, {"do": "tell_doubled"}]
        else:
            yield f"{at}: an item more", [*value, copy.deepcopy(value[-1]) if value else "planted"]
        for n, each in enumerate(value):
            if "form" not in at.split("/"):
                yield f"{at}: without item {n}", value[:n] + value[n + 1 :]
            for where, changed in self._value(each, f"{at}/{n}", shown):
                yield where, [*value[:n], changed, *value[n + 1 :]]

    def _other(self, value: Any, at: str) -> Any:
        """Return a value that differs from another by the rules of comparison."""
        if isinstance(value, bool):
            return not value
        if isinstance(value, int | float):
            return value + 1
        names = at.split("/")
        if isinstance(value, str) and (names[-1] == "path" or "query" in names):
            return value + "~"  # these are decoded before they are compared, so that another text may be the same
        others = sorted((each for each in self._seen[_spot(at)] if each != value), key=repr)
        if others:
            after = [each for each in others if repr(each) > repr(value)]
            return (after or others)[0]
        return "planted" if value is None else f"{value}~"

    def _look(self, value: Any, at: str) -> None:
        """Collect texts and numbers by place."""
        if isinstance(value, dict):
            for key, each in cast("Json", value).items():
                self._look(each, f"{at}/{key.replace('/', ' ')}")
        elif isinstance(value, list):
            for n, each in enumerate(cast("list[Any]", value)):
                self._look(each, f"{at}/{n}")
        elif isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
            self._seen[_spot(at)].add(value)


def write(folder: Path, *, every: int = 1) -> int:
    """Write twins of all vectors into a folder with a manifest, and return their number.

    Args:
        folder: where to write.
        every: which twins; with 10 only every tenth.
    """
    manifest = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    names = sorted({entry["file"] for entry in manifest["vectors"].values()})
    files: dict[str, Json] = {name: json.loads((VECTORS / name).read_text("utf-8")) for name in names}
    kinds: dict[str, list[Json]] = defaultdict(list)
    for file in files.values():
        kinds[file["kind"]] += file["vectors"]
    planters = {kind: Planter(kind, vectors) for kind, vectors in kinds.items()}
    planted: Json = {}
    number = 0
    for name, file in files.items():
        twins: list[Json] = []
        for vector in file["vectors"]:
            for twin in planters[file["kind"]].twins(vector):
                number += 1
                if number % every == 0:
                    twins.append(twin)
                    planted[twin["id"]] = manifest["vectors"][vector["id"]]
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(file | {"vectors": twins}, ensure_ascii=False), "utf-8")
    text = json.dumps({"version": manifest["version"], "format": manifest["format"], "vectors": planted})
    (folder / "manifest.json").write_text(text, "utf-8")
    shutil.copyfile(VECTORS / "contract.json", folder / "contract.json")
    return len(planted)


def judge(folder: Path, implementation: Json, printed: Printed) -> Iterator[str]:
    """Yield the twins that a runner did not fail, and those that the implementation claims but the runner left out."""
    entries: Json = json.loads((folder / "manifest.json").read_text("utf-8"))["vectors"]
    why = {
        each["id"]: each["why"]
        for name in sorted({entry["file"] for entry in entries.values()})
        for each in json.loads((folder / name).read_text("utf-8"))["vectors"]
    }
    results = {each["id"]: each["result"] for each in printed.lines}
    for name, entry in entries.items():
        result = results.get(name, "missing")
        if result != ("fail" if is_claimed(implementation, entry) else "unsupported"):
            yield f"{name}: {result}, although it has {why[name]}"


def main(arguments: list[str]) -> int:
    """Write twins or judge results, and return the exit status."""
    match arguments:
        case ["--write", folder]:
            sys.stdout.write(f"{write(Path(folder))} twins\n")
            return 0
        case ["--judge", folder, implementation, lines]:
            claims, printed = (Path(each).read_text("utf-8") for each in (implementation, lines))
            wrong = list(judge(Path(folder), json.loads(claims), read(printed)))
            sys.stderr.writelines(f"{each}\n" for each in wrong)
            return 1 if wrong else 0
        case _:
            sys.stderr.write(__doc__ or "")
            return 2


def _other_keys(value: Json, at: str, other_ends: Json) -> Iterator[Change]:
    """Yield changes of the keys of an object: another end of a call, and a key too many or too few."""
    by_pointer = at.endswith(_BY_POINTER)
    if set(value) <= other_ends.keys() and at in ("", "/ends"):
        (end,) = value
        yield f"{at}: not {end}", other_ends[end]
    if at.endswith("/result"):
        for part in ("unparsed", "extra"):
            if part not in value:
                yield f"{at}: {part}", value | {part: {"/planted": 1}}
    if not _is_complete(at):
        return
    yield f"{at}: a key more", value | {"/planted" if by_pointer else "planted": {"$any": True}}
    for key, each in value.items():
        if each != {"$absent": True}:
            yield f"{at}: without {key}", {other: x for other, x in value.items() if other != key}


def _words(value: Json, at: str) -> Iterator[Change]:
    ((word, given),) = value.items()
    match word:
        case "$absent":
            yield f"{at}: there", {"$any": True}
        case "$any":
            yield f"{at}: absent", {"$absent": True}
        case "$length":
            yield f"{at}: one more", {word: given + 1}
        case "$matches":
            yield f"{at}: another text", {word: f"{given}planted"}
        case _:
            yield f"{at}: one more", {word: str(Decimal(given) + 1)}


def _is_complete(at: str) -> bool:
    """Return whether an object is compared completely: not one with listed parts, nor one of a fixed form."""
    names = at.split("/")
    return any(each in names for each in _COMPLETE) and names[-1] != "events"


def _spot(at: str) -> str:
    """Return the place without positions in lists."""
    return "/".join("*" if each.isdigit() else each for each in at.split("/"))


def _shown(vector: Json) -> str:
    """Return the longest text of an answer around what is hidden, which an SDK prints; the empty text if none is."""
    body = vector["given"].get("answer", {}).get("body", {})
    hidden = vector.get("expect", {}).get("error", {}).get("hides", [])
    texts = list(_texts(body))
    for each in hidden:
        texts = [part.strip() for text in texts for part in text.split(each)]
    return max(texts, key=len, default="")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in cast("Json", value).values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in cast("list[Any]", value):
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
