"""Check the conformance vectors, the manifest, and the lists of vectors in rules.md.

    python contract/vectors/tools/check.py            print each fault on a line, and exit with 1 if there is one
    python contract/vectors/tools/check.py --write    write manifest.json and the lists in rules.md, then check
    python contract/vectors/tools/check.py --release  check, then write released.json: what must not change from now on

gaps.py finds what the contract declares and no vector shows. Needs jsonschema.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import textwrap
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from gaps import Contract, gaps
from jsonschema import Draft202012Validator
from plant import DOES

if TYPE_CHECKING:
    from collections.abc import Iterator

VECTORS = Path(__file__).resolve().parents[1]
VERSION = "2.1.0"
"""Version of the suite: a patch changes wording, a minor version adds vectors, a major version retires vectors."""
RETIRED = [
    {
        "id": "request.refused.text-for-list",
        "why": "the published package declares two single dates of the invoice search as lists: a text has to do",
        "instead": "request.search.text-for-list",
    },
]
"""Vectors that were wrong. Their IDs are never used again."""
LEVELS = {"request": 1, "response": 1, "status": 1, "error": 2, "exchange": 3, "paging": 3, "desk": 4}
"""The level of each kind. Webhooks and prices have no level: they are capabilities."""
_NO_KINDS = ("implementations", "results")
"""Folders beside those of the kinds, with what SDKs claim and what their runners printed."""
_DIGESTED = ("given", "script", "expect", "requires")
_RULE = re.compile(r"\| (?P<id>[A-Z]+-\d+) \| (?P<says>[^|]+) \| (?P<source>[^|]+) \| `(?P<counterpart>[^`|]+)` \|")
_LISTS = "<!-- The lists below are written by tools/check.py. -->\n"
_SAFE_SECRET = re.compile(r"vectors-only-not-for-use-")
_SAFE_TOKEN = re.compile(r"tok-\d+")
_SECRET_KEYS = {"client_secret", "secret", "secrets", "password"}
_TOKEN_KEYS = {"token", "access_token"}
_IN_TEXT = re.compile(
    r"""(client_secret|password|access_token)["']?\s*[=:]\s*["']?(?P<value>[^&"'\s,}]+)"""
    r"""|(Bearer|Basic) (?P<credential>[^\s"]+)"""
)
_EXACT = 2**53
_LONG = 300

Json = dict[str, Any]


@dataclass(frozen=True)
class Vector:
    """A vector, and the file that contains it."""

    file: str
    kind: str
    body: Json

    @property
    def id(self) -> str:
        """Its permanent ID."""
        return str(self.body["id"])

    @property
    def rule(self) -> str:
        """The ID of its rule."""
        return str(self.body["rule"])

    @property
    def operations(self) -> list[str]:
        """The operations that it calls, by their IDs in the contract."""
        calls = [self.body["given"], *(each["calls"] for each in self.body.get("script", ()) if "calls" in each)]
        return [each["operation"] for each in calls if "operation" in each]

    @property
    def digest(self) -> str:
        """A hash of the parts that must not change under one ID."""
        parts = {name: self.body[name] for name in _DIGESTED if name in self.body}
        return hashlib.sha256(_canonical(parts)).hexdigest()


@dataclass(frozen=True)
class Rule:
    """One row of rules.md."""

    id: str
    counterpart: str
    """The ID of a vector just outside the rule, with the opposite result."""


def files() -> Iterator[tuple[str, Json]]:
    """Yield each file of vectors, with its path below this folder."""
    for path in sorted(VECTORS.glob("*/*.json")):
        if path.parent.name in _NO_KINDS:
            continue
        text = path.read_text("utf-8")
        yield path.relative_to(VECTORS).as_posix(), json.loads(text, object_pairs_hook=_object)


def vectors_of(found: list[tuple[str, Json]]) -> list[Vector]:
    """Return the vectors of files."""
    return [Vector(name, file["kind"], body) for name, file in found for body in file["vectors"]]


def rules_of(text: str) -> list[Rule]:
    """Return the rules in the rows of a text."""
    return [Rule(row["id"], row["counterpart"]) for row in _RULE.finditer(text)]


def wrong_with_files(found: list[tuple[str, Json]]) -> Iterator[str]:
    """Yield faults in the form of files. With such a fault the vectors themselves are not checked."""
    schema = json.loads((VECTORS / "vector.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for name, file in found:
        for error in validator.iter_errors(file):  # pyright: ignore[reportUnknownMemberType] - untyped there
            yield f"{name}{error.json_path[1:]}: {_short(error.message)}"
        if name.partition("/")[0] != file.get("kind"):
            yield f"{name}: its kind is {file.get('kind')!r}; its folder should have this name"


def wrong_with_vectors(vectors: list[Vector]) -> Iterator[str]:
    """Yield faults in single vectors, and in their IDs."""
    for identity, times in Counter(each.id for each in vectors).items():
        if times > 1:
            yield f"{identity}: {times} vectors have this ID"
    for each in vectors:
        if not each.id.startswith(f"{each.kind}."):
            yield f"{each.id}: this ID should begin with {each.kind!r} and a dot"
        yield from (f"{each.id}: {wrong}" for wrong in _wrong_with_values(each.body, ""))


def wrong_with_rules(vectors: list[Vector], rules: list[Rule]) -> Iterator[str]:
    """Yield rules without vectors, vectors without a rule, and rules without a valid counterpart."""
    by_id = {each.id: each for each in vectors}
    known = Counter(each.id for each in rules)
    yield from (f"rules.md: {name} has {times} rows" for name, times in known.items() if times > 1)
    yield from (f"{each.id}: rules.md has no rule {each.rule}" for each in vectors if each.rule not in known)
    for rule in rules:
        own = [each for each in vectors if each.rule == rule.id]
        other = by_id.get(rule.counterpart)
        if not own:
            yield f"rules.md: {rule.id} has no vector"
        elif other is None:
            yield f"rules.md: the counterpart of {rule.id}, {rule.counterpart}, is not a vector"
        elif all(_expected(other) == _expected(each) for each in own):
            yield f"rules.md: {rule.counterpart} expects the same as {rule.id}, so it is not a counterpart"


def wrong_with_contract(vectors: list[Vector], contract: Contract) -> Iterator[str]:
    """Yield operations that the contract does not have, and what it declares and no vector shows."""
    for each in vectors:
        unknown = [name for name in each.operations if name not in contract.operations]
        yield from (f"{each.id}: contract.json has no operation {name}" for name in unknown)
    yield from gaps(contract, [(each.kind, each.body) for each in vectors])


def wrong_with_versions(vectors: list[Vector], released: Json) -> Iterator[str]:
    """Yield what changed under an ID since the last release, and versions that do not say what is new.

    Args:
        vectors: the vectors.
        released: the content of released.json.
    """
    kept, retired = {each.id: each for each in vectors}, {each["id"] for each in RETIRED}
    for name, digest in released["sha256"].items():
        if name not in kept and name not in retired:
            yield f"{name}: it was released in {released['version']}; an ID is retired, and never removed"
        elif name in kept and kept[name].digest != digest:
            yield f"{name}: what it expects has changed since {released['version']}; retire it, and add another one"
    yield from (f"{name}: this ID is retired" for name in sorted(retired & kept.keys()))
    now, before = _version(VERSION), _version(released["version"])
    for each in vectors:
        since = _version(each.body["since"])
        if since > now[:2] or (each.id not in released["sha256"] and since <= before[:2]):
            yield f"{each.id}: since {each.body['since']} is not the version that it comes with; this is {VERSION}"


def manifest_of(vectors: list[Vector], contract: Contract) -> str:
    """Return the text of the manifest."""
    by_kind = Counter(each.kind for each in vectors)
    by_family = Counter(contract.family(each.kind, each.operations) for each in vectors)
    by_level = Counter(str(LEVELS[each.kind]) for each in vectors if each.kind in LEVELS)
    head = {
        "version": VERSION,
        "format": "1.0",
        "count": {
            "all": len(vectors),
            "kinds": dict(sorted(by_kind.items())),
            "levels": dict(sorted(by_level.items())),
            "families": dict(sorted(by_family.items())),
        },
    }
    rows = [
        json.dumps(each.id) + ": " + json.dumps(_entry(each, contract), ensure_ascii=False)
        for each in sorted(vectors, key=lambda each: each.id)
    ]
    inside = json.dumps(head, indent=2)[:-2]
    retired = textwrap.indent(json.dumps(RETIRED, indent=2), "  ").lstrip()
    return inside + ',\n  "vectors": {\n    ' + ",\n    ".join(rows) + f'\n  }},\n  "retired": {retired}\n}}\n'


def released_of(vectors: list[Vector]) -> str:
    """Return the text of released.json."""
    digests = {each.id: each.digest for each in sorted(vectors, key=lambda each: each.id)}
    return json.dumps({"version": VERSION, "sha256": digests}, indent=2) + "\n"


def lists_of(vectors: list[Vector], rules: list[Rule]) -> str:
    """Return the text that lists the vectors of each rule."""
    lines = [
        f"- {rule.id}: {', '.join(f'`{each.id}`' for each in vectors if each.rule == rule.id)}"
        for rule in sorted(rules, key=lambda rule: (rule.id.partition("-")[0], int(rule.id.partition("-")[2])))
    ]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Check the vectors, write the generated files first if requested, and return the exit status."""
    found = list(files())
    wrong = list(wrong_with_files(found))
    if not wrong:
        vectors, text = vectors_of(found), (VECTORS / "rules.md").read_text("utf-8")
        rules = rules_of(text)
        contract = Contract(json.loads((VECTORS / "contract.json").read_text("utf-8")))
        wrong += wrong_with_versions(vectors, json.loads((VECTORS / "released.json").read_text("utf-8")))
        wrong += wrong_with_contract(vectors, contract)
        written = {
            "manifest.json": manifest_of(vectors, contract),
            "rules.md": text.partition(_LISTS)[0] + _LISTS + "\n" + lists_of(vectors, rules),
        }
        wrong += [*wrong_with_vectors(vectors), *wrong_with_rules(vectors, rules)]
        for name, new in written.items():
            path = VECTORS / name
            if arguments == ["--write"]:
                path.write_text(new, "utf-8")
            elif not path.exists() or path.read_text("utf-8") != new:
                wrong.append(
                    f"{name}: does not match the vectors; run tools/check.py --write, and review the difference"
                )
        if arguments == ["--release"] and not wrong:  # not before: a change of a released vector would be taken over
            (VECTORS / "released.json").write_text(released_of(vectors), "utf-8")
    sys.stderr.writelines(f"{each}\n" for each in wrong)
    return 1 if wrong else 0


def _short(text: str) -> str:
    """Return a message, with its middle left out if it is long: it may contain a whole vector."""
    return text if len(text) <= _LONG else f"{text[: _LONG // 2]} ... {text[-_LONG // 2 :]}"


def _object(pairs: list[tuple[str, Any]]) -> Json:
    """Return an object of a file. A repeated key is refused: languages differ in which of its values they take."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(f"an object repeats a key: {[key for key, _ in pairs]}")
    return found


def _wrong_with_values(value: object, at: str) -> Iterator[str]:
    """Yield secrets that could be real, and JSON that languages read differently."""
    key = at.rpartition("/")[2]
    if isinstance(value, dict):
        inner = cast("Json", value)
        if set(inner) == {"json"}:
            yield from (f"{at}: {wrong}; write it as text" for wrong in _unsafe(inner["json"]))
        for name, each in inner.items():
            yield from _wrong_with_values(each, f"{at}/{name}")
    elif isinstance(value, list):
        listed = cast("list[object]", value)
        # A pair of name and value, as in a form.
        is_pair = bool(listed) and isinstance(listed[0], str) and listed[0] in _SECRET_KEYS | _TOKEN_KEYS
        for each in listed[1:] if is_pair else listed:
            yield from _wrong_with_values(each, f"{at}/{listed[0]}" if is_pair else at)
    elif isinstance(value, str):
        if (key in _SECRET_KEYS and not _SAFE_SECRET.match(value)) or (
            key in _TOKEN_KEYS and not _is_safe_token(value)
        ):
            yield f"{at}: {value!r} may be a real secret; use vectors-only-not-for-use-1, or tok-1 for a token"
        for each in _IN_TEXT.finditer(value):
            if not _is_safe_token(each["value"] or each["credential"]):
                yield f"{at}: this text may contain a real secret; use vectors-only-not-for-use-1"


def _is_safe_token(value: str) -> bool:
    return bool(_SAFE_SECRET.match(value) or _SAFE_TOKEN.fullmatch(value))


def _unsafe(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in cast("Json", value).items():
            yield from _unsafe(key)
            yield from _unsafe(each)
    elif isinstance(value, list):
        for each in cast("list[object]", value):
            yield from _unsafe(each)
    elif isinstance(value, float):
        yield f"{value!r} is a fraction, which some JSON libraries change"
    elif isinstance(value, int) and not isinstance(value, bool) and abs(value) > _EXACT:
        yield f"{value} is beyond 2^53"
    elif isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            yield "a lone surrogate"


def _expected(vector: Vector) -> bytes:
    """Return the expectation of a vector. For a script: what an SDK does in it, without what happens to it."""
    script = vector.body.get("script")
    if script is None:
        return _canonical(vector.body["expect"])
    does = (*DOES, "together")  # which has steps of its own
    return _canonical([{name: each[name] for name in does if name in each} for each in script])


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def _entry(vector: Vector, contract: Contract) -> Json:
    return {
        "file": vector.file,
        "level": LEVELS.get(vector.kind),
        "family": contract.family(vector.kind, vector.operations),
        "requires": vector.body.get("requires", []),
        "rule": vector.rule,
        "since": vector.body["since"],
        "sha256": vector.digest,
    }


def _canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
